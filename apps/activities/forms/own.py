"""What a secretariat is asked when it defines an indicator of its own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.activities.actions.own_indicators import KINDS_FROM, MOST_PLACES, STATED_FROM
from apps.core.forms import Helper, VietnameseIntegerField
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.offices.models import Cluster

ONE_YEAR, OPEN = "year", "open"


def years_field(year: int, last_year: int | None) -> forms.ChoiceField:
    """For the year at hand, without an end, or, where it was set otherwise, up to the year that is set."""
    choices = [(ONE_YEAR, _("Only up to %(year)s") % {"year": year}), (OPEN, _("Until it is ended"))]
    initial = OPEN if last_year is None else ONE_YEAR
    if last_year is not None and last_year != year:
        choices.append((str(last_year), _("Only up to %(year)s") % {"year": last_year}))
        initial = str(last_year)
    return forms.ChoiceField(
        label=_("In use"), choices=choices, initial=initial, help_text=_("The next year's secretariat can continue it.")
    )


def last_year_of(chosen: str, year: int) -> int | None:
    return {ONE_YEAR: year, OPEN: None}[chosen] if chosen in {ONE_YEAR, OPEN} else int(chosen)


class OwnIndicatorForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=200,
        help_text=gettext_lazy("As reports and tables write it, for example “Tin, bài đăng trên Cổng thông tin”."),
    )  # fmt: skip
    short_name = forms.CharField(
        label=gettext_lazy("Short name"), max_length=60,
        help_text=gettext_lazy("The heading of a column; imports recognise it as well."),
    )  # fmt: skip
    unit = forms.CharField(
        label=gettext_lazy("Unit"), max_length=30, help_text=gettext_lazy("For example: tin, bài; người; đồng.")
    )
    definition = forms.CharField(
        label=gettext_lazy("What counts"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("One or two sentences, so that all offices count alike."),
    )  # fmt: skip
    parent = forms.ModelChoiceField(
        Indicator.objects.none(), label=gettext_lazy("Part of"), required=False,
        empty_label=gettext_lazy("Of no other"),
        help_text=gettext_lazy("Parts are shown under the indicator of which they are a part."),
    )  # fmt: skip
    place = VietnameseIntegerField(label=gettext_lazy("Place in the list"), min_value=1, max_value=MOST_PLACES)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, cluster: Cluster, year: int, row: Indicator | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.year = year
        self.fields["years"] = years_field(year, row.last_year if row else year)
        whole = Indicator.objects.for_cluster(cluster, year).headings().exclude(aggregation=Aggregation.RATIO)
        parent: Any = self.fields["parent"]
        parent.queryset = whole.exclude(pk=row.pk) if row else whole
        if row is not None:
            self.initial = {
                **{name: getattr(row, name) for name in ("name", "short_name", "unit", "definition", "parent")},
                "place": row.position - STATED_FROM, **self.initial,
            }  # fmt: skip
        else:
            self.initial = {"place": _next_place(cluster), **self.initial}
        self.order_fields(
            ["name", "short_name", "unit", "definition", "parent", "place", "years", "seen"],
        )
        self.helper = Helper()

    @property
    def values(self) -> dict[str, Any]:
        names = ("name", "short_name", "unit", "definition", "parent", "place")
        found = {name: self.cleaned_data[name] for name in names}
        return {**found, "last_year": last_year_of(self.cleaned_data["years"], self.year)}


def _next_place(cluster: Cluster) -> int:
    stated = Q(position__gt=STATED_FROM, position__lt=KINDS_FROM)
    last = Indicator.objects.own(cluster).filter(stated).order_by("-position").values_list("position", flat=True)
    return min(MOST_PLACES, (next(iter(last[:1]), STATED_FROM) - STATED_FROM) + 1)
