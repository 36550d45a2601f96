"""How honours and units were called on a day: what is frozen on an award."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from apps.honours.models import Honour, HonourName
from apps.offices.models import Office, OfficeName


def named_day(year: int, signed_on: date) -> date:
    """Names are those of the achievement: the end of its year, or the day of a decision taken within it."""
    return min(date(year, 12, 31), signed_on)


@dataclass(frozen=True)
class Names:
    """Dated names of some honours and offices, read once (two queries)."""

    honours: Mapping[int, list[HonourName]]
    offices: Mapping[int, list[OfficeName]]

    @classmethod
    def of(cls, honours: Iterable[Honour], offices: Iterable[Office]) -> Names:
        by_honour: dict[int, list[HonourName]] = {}
        for honour in HonourName.objects.filter(honour__in={each.pk for each in honours}).order_by("valid_from"):
            by_honour.setdefault(honour.honour_id, []).append(honour)
        by_office: dict[int, list[OfficeName]] = {}
        for office in OfficeName.objects.filter(office__in={each.pk for each in offices}).order_by("valid_from"):
            by_office.setdefault(office.office_id, []).append(office)
        return cls(by_honour, by_office)

    def honour(self, honour: Honour, day: date) -> str:
        """Nothing where no law of that day is recorded."""
        return next((row.name for row in self.honours.get(honour.pk, ()) if _holds(row, day)), "")

    def office(self, office: Office, day: date) -> str:
        """The name of the day; before the first known one, that one."""
        rows = self.offices.get(office.pk, [])
        held = [row for row in rows if row.valid_from <= day]
        return (held[-1] if held else rows[0]).name if rows else office.name


def _holds(row: HonourName, day: date) -> bool:
    return row.valid_from <= day and (row.valid_to is None or row.valid_to >= day)
