"""Which rows and columns a reader's grid has, and what stands behind each of its cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from django.utils.translation import gettext as _

from apps.activities.columns import OWN_LINE_NAME
from apps.activities.forms.records import OWN
from apps.activities.grid import spans
from apps.activities.grid.groups import MAIN, Group, groups, stateable
from apps.campaigns.enums import PeriodKind
from apps.campaigns.scope import Scope
from apps.indicators.models import Indicator
from apps.indicators.reading import OWN_LINE, Window
from apps.offices.models import Office


class By(StrEnum):
    OFFICES = "offices"
    MONTHS = "months"


@dataclass(frozen=True)
class Owner:
    """An office, or (without one) the cluster's own line."""

    office: Office | None
    name: str

    @property
    def pk(self) -> int:
        return self.office.pk if self.office else OWN_LINE

    @property
    def code(self) -> str:
        return self.office.code if self.office else OWN


@dataclass(frozen=True)
class Spot:
    """One cell's place: its key on the page, and what it states."""

    key: str
    owner: Owner
    indicator: Indicator
    span: Window


@dataclass(frozen=True)
class Board:
    """`owners` are the lines for which the reader enters; `catalogue` all indicators that may be stated."""

    scope: Scope
    by: By
    owners: tuple[Owner, ...]
    chosen: Owner
    catalogue: tuple[Indicator, ...]
    group: Group

    @property
    def whole(self) -> Window:
        return self.scope.window

    @property
    def read_only(self) -> bool:
        """A year is the sum of its halves; figures are entered there."""
        return self.scope.period.kind == PeriodKind.YEAR

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return self.group.indicators

    @cached_property
    def groups(self) -> list[Group]:
        return groups(self.catalogue)

    @cached_property
    def spans(self) -> list[Window]:
        """The whole period comes first: it is what figures are read for."""
        if self.by == By.OFFICES:
            return [self.whole]
        return [self.whole, *(month for month in spans.months(self.whole) if month != self.whole)]

    @cached_property
    def allowed_spans(self) -> frozenset[Window]:
        """What may be stated: the period and its months, whichever way the grid is turned."""
        return frozenset((self.whole, *spans.months(self.whole)))

    @property
    def lines(self) -> tuple[Owner, ...]:
        return self.owners if self.by == By.OFFICES else (self.chosen,)

    def spots(self) -> Iterator[Spot]:
        """All cells, row by row."""
        if self.by == By.OFFICES:
            for owner in self.owners:
                for indicator in self.indicators:
                    yield Spot(f"{owner.code}|{indicator.code}", owner, indicator, self.whole)
            return
        for indicator in self.indicators:
            for span in (*self.spans[1:], self.whole):
                yield Spot(f"{indicator.code}|{spans.key(span, self.whole)}", self.chosen, indicator, span)

    @property
    def place(self) -> str:
        """Tells this grid from others of the same user, in the browser's store."""
        office = self.chosen.code if self.by == By.MONTHS else ""
        return "/".join(
            (str(self.scope.user.pk), self.scope.cluster.code, self.scope.period.code, self.by, office, self.group.slug)
        )


def owners_of(scope: Scope) -> tuple[Owner, ...]:
    """Lines for which the reader enters; the cluster's own only for the secretariat."""
    offices = [Owner(office, str(getattr(office, "short_name_then", office.short_name))) for office in scope.enters_for]
    own = [Owner(None, str(OWN_LINE_NAME))] if scope.is_secretariat else []
    return (*offices, *own)


def board_of(scope: Scope, *, by: str, office: str, group: str) -> Board | None:
    """The grid that an address names; None where it names a line that is not the reader's, or nothing that exists.

    The reader enters somewhere: the caller has made sure of it.
    """
    owners = owners_of(scope)
    catalogue = tuple(stateable(scope))
    found = groups(catalogue)
    chosen = next((owner for owner in owners if owner.code == office), None) if office else owners[0]
    kept = next((each for each in found if each.slug == (group or MAIN)), None)
    way = by or (By.OFFICES if scope.is_secretariat else By.MONTHS)
    if chosen is None or kept is None or way not in set(By):
        return None
    return Board(scope=scope, by=By(way), owners=owners, chosen=chosen, catalogue=catalogue, group=kept)


def explained_read_only() -> str:
    return _("The year is the sum of its halves. Enter figures in the first or the second half.")
