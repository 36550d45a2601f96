"""What a list shows: read from the address, and offered above the list."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Div, Field, Layout
from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.activities import limits
from apps.activities.columns import OWN_LINE_NAME
from apps.activities.defined.offered import Offered
from apps.activities.enums import Kind
from apps.activities.forms.records import OWN, conferences_of
from apps.activities.models import Recommendation, Record
from apps.activities.models.records import RecordQuerySet
from apps.campaigns.models import Conference
from apps.campaigns.scope import Scope
from apps.core.forms import Helper
from apps.indicators.sources import Dimension

COMMON = ("q", "office", "conference", "deleted")


class Further(Div):  # type: ignore[misc]  # crispy has no types
    """All filters but the search: folded away on a phone, unless one of them is set; side by side elsewhere."""

    template = "activities/_filters.html"
    is_open = False


class FilterForm(forms.Form):
    """Filters of one kind's list. A value that is not offered filters nothing: an address typed wrongly shows all.

    `common` narrows the rows of every kind (the numbers on the tabs follow it), `narrowed` those of this kind as well.
    """

    q = forms.CharField(
        label=gettext_lazy("Search"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": gettext_lazy("topic, place, note …")}),
    )
    office = forms.ChoiceField(label=gettext_lazy("Office"), required=False)
    conference = forms.ModelChoiceField(
        label=gettext_lazy("Conference"),
        queryset=Conference.objects.none(),
        required=False,
        empty_label=gettext_lazy("All"),
    )
    overdue = forms.BooleanField(label=gettext_lazy("Recommendations overdue"), required=False)
    deleted = forms.BooleanField(label=gettext_lazy("Deleted ones"), required=False)

    def __init__(self, *args: Any, scope: Scope, kind: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scope, self.kind = scope, kind
        office: Any = self.fields["office"]
        members = [(each.code, each.short_name_then) for each in scope.members]  # type: ignore[attr-defined]
        office.choices = [("", _("All")), *members, (OWN, str(OWN_LINE_NAME))]
        conference: Any = self.fields["conference"]
        conference.queryset = conferences_of(scope).filter(period__year=scope.year)
        for name, dimension in self.dimensions.items():
            choices = [("", _("All")), *((value, capfirst(str(word))) for value, word in dimension.values.items())]
            self.fields[name] = forms.ChoiceField(label=capfirst(str(dimension.label)), choices=choices, required=False)
        if kind.kind != Kind.SUPERVISION:
            del self.fields["overdue"]
        if not scope.enters_for:
            del self.fields["deleted"]
        self.helper = Helper()
        self.helper.disable_csrf = True
        shown = ["office", *self.dimensions, "conference", "overdue", "deleted"]
        further = Further(*[Field(name) for name in shown if name in self.fields])
        further.is_open = any(name != "q" for name in self.chosen)
        self.helper.layout = Layout(Div(Field("q"), further, css_class="filter-bar"))

    @property
    def dimensions(self) -> dict[str, Dimension]:
        return self.kind.dimensions

    @cached_property
    def chosen(self) -> dict[str, Any]:
        self.is_valid()
        self.errors.clear()  # nothing is being saved: what is not offered is left out, not complained of
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def is_active(self) -> bool:
        return bool(self.chosen)

    @property
    def shows_deleted(self) -> bool:
        return bool(self.chosen.get("deleted"))

    def query(self, *names: str) -> dict[str, str]:
        """The chosen filters as they stand in the address."""
        return {name: self.data[name] for name in names if name in self.chosen}

    @property
    def common(self) -> RecordQuerySet:
        scope, chosen = self.scope, self.chosen
        rows = Record.objects.filter(Q(office__in=scope.member_ids) | Q(cluster=scope.cluster))  # served by the indexes
        rows = rows.counted_within(scope.period.starts_on, scope.period.ends_on)
        rows = rows.visible_to(scope.user, scope.cluster)
        rows = rows.restorable_by(scope.user, scope.cluster) if self.shows_deleted else rows.alive()
        if office := chosen.get("office"):
            rows = rows.filter(office=None) if office == OWN else rows.filter(office__code=office)
        if conference := chosen.get("conference"):
            rows = rows.filter(conference=conference)
        if words := chosen.get("q"):
            rows = rows.matching(words)
        return rows

    @property
    def only(self) -> Q:
        """This kind, and what was chosen of its own dimensions."""
        chosen = {path.path: self.chosen[name] for name, path in self.dimensions.items() if name in self.chosen}
        only = self.kind.only & Q(**chosen)
        return only & Q(pk__in=self._overdue.values("record")) if self.chosen.get("overdue") else only

    @cached_property
    def _overdue(self) -> QuerySet[Recommendation]:
        """Recommendations that nobody has answered in time: by the day entered, or by the law's."""
        return Recommendation.objects.filter(limits.unanswered_past_due(limits.table(), timezone.localdate()))

    @property
    def narrowed(self) -> RecordQuerySet:
        return self.common.filter(self.only)
