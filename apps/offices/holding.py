"""What holds on to an entry among the people: it cannot be removed as a mistake as long as something rests on it.

The floors above register providers (in their `apps.py: ready()`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apps.offices.models import Cluster, Employment, Person


@dataclass(frozen=True)
class Removing:
    """`going`: the entries to be removed; `staying`: the person's others. Seen from a page of `cluster`."""

    person: Person
    cluster: Cluster
    going: tuple[Employment, ...]
    staying: tuple[Employment, ...]

    @property
    def whole(self) -> bool:
        """Nothing of the person stays in the lists."""
        return not self.staying

    def takes(self, office: int | None, first: date, last: date) -> bool:
        """Whether it takes away that the person belonged to the office on some day of the span."""
        if self.whole:
            return True

        def covers(row: Employment) -> bool:
            return row.office_id == office and row.valid_from <= last and (row.valid_to or date.max) >= first

        return any(map(covers, self.going)) and not any(map(covers, self.staying))

    def takes_year(self, office: int | None, year: int) -> bool:
        return self.takes(office, date(year, 1, 1), date(year, 12, 31))


@dataclass(frozen=True)
class Hold:
    """One thing that rests on it, in words; `url`: where its page is."""

    title: str
    url: str = ""


Provider = Callable[[Removing], Iterable[Hold]]
_providers: list[Provider] = []


def register_holds(provider: Provider) -> None:
    """In the active language, in a number of queries that does not grow with what is found."""
    if provider not in _providers:
        _providers.append(provider)


def holds(removing: Removing) -> list[Hold]:
    return [hold for provider in _providers for hold in provider(removing)]
