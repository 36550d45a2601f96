"""What narrows the lists of the register. A value that is wrong narrows nothing and is told at its field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.core.forms import Helper, VietnameseDateField
from apps.honours.enums import HonourKind, Subject
from apps.honours.forms.years import YearField
from apps.honours.models import Honour
from apps.offices.models import Office

ALL = _("all")


class FilterForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()

    def value(self, name: str) -> Any:
        if not self.is_bound:
            return None
        self.is_valid()
        return self.cleaned_data.get(name)

    @property
    def is_active(self) -> bool:
        return any(self.value(name) not in (None, "") for name in self.fields)


def honour_choices(subject: str | None, day: date) -> list[Any]:
    """Grouped by catalogue, from low to high, by their names of the day; one query."""
    honours: Any = Honour.objects.named_on(day)
    if subject:
        honours = honours.filter(subject=subject)
    groups: dict[str, list[tuple[str, str]]] = {str(kind.label).capitalize(): [] for kind in HonourKind}
    for each in honours.order_by("-kind", "subject", "rank"):
        name = each.name_then
        if not subject and each.kind == HonourKind.FORM:
            name = f"{name} ({Subject(each.subject).label})"
        groups[str(HonourKind(each.kind).label).capitalize()].append((str(each.pk), name))
    return [(label, options) for label, options in groups.items() if options]


class HoldingsFilter(FilterForm):
    """`on` names the day on which it is held; without one it is today."""

    q = forms.CharField(label=_("Name"), required=False, max_length=120)
    office = forms.ChoiceField(label=_("Office"), required=False)
    honour = forms.ChoiceField(label=_("Title or form"), required=False)
    year = YearField(label=_("Year"), required=False)
    on = VietnameseDateField(label=_("Held on"), required=False)

    def __init__(self, *args: Any, offices: Sequence[Office], subject: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"].choices = [("", ALL), *((str(each.pk), each.short_name) for each in offices)]  # type: ignore[attr-defined]
        self.fields["honour"].choices = [("", ALL), *honour_choices(subject, timezone.localdate())]  # type: ignore[attr-defined]

    @property
    def day(self) -> date:
        found = self.value("on")
        return found if isinstance(found, date) else timezone.localdate()


class DecisionFilter(FilterForm):
    q = forms.CharField(label=_("Number, symbol or body"), required=False, max_length=120)
    year = YearField(label=_("Year signed"), required=False)


class DayForm(FilterForm):
    on = VietnameseDateField(label=_("As of"), required=False)

    @property
    def day(self) -> date:
        found = self.value("on")
        return found if isinstance(found, date) else timezone.localdate()
