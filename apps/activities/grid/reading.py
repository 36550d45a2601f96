"""What stands in the cells: one reading of figures and one of statements for all of them, however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from apps.activities.grid.board import Board, By, Spot
from apps.activities.grid.groups import relatives
from apps.activities.models import DirectFigure
from apps.indicators.models import Indicator
from apps.indicators.reading import OWN_LINE, Figure, Figures, Window, figures
from apps.offices.models import Membership


@dataclass(frozen=True)
class Reading:
    """`stated` holds the living statements that touch the period, by owner and indicator (ids); `members` the days on
    which an office belongs to the cluster."""

    board: Board
    figures: Figures
    stated: dict[tuple[int, int], list[DirectFigure]]
    members: dict[int, list[Membership]]
    read: frozenset[str] = field(default_factory=frozenset)

    def figure(self, spot: Spot) -> Figure:
        return self.figures.of(spot.indicator.code, spot.owner.pk, spot.span)

    def known(self, code: str, spot: Spot) -> int | None:
        """The number of another indicator in the same place, none as 0; None where it is missing or was not read."""
        if code not in self.read:
            return None
        found = self.figures.of(code, spot.owner.pk, spot.span)
        return None if found.is_missing else found.number

    def here(self, spot: Spot) -> DirectFigure | None:
        """The statement of exactly these days."""
        return next((each for each in self._all(spot) if Window(each.starts_on, each.ends_on) == spot.span), None)

    def elsewhere(self, spot: Spot) -> list[DirectFigure]:
        """Statements of other days that overlap these."""
        return [
            each
            for each in self._all(spot)
            if Window(each.starts_on, each.ends_on) != spot.span
            and each.starts_on <= spot.span.ends_on
            and each.ends_on >= spot.span.starts_on
        ]

    def is_member(self, spot: Spot) -> bool:
        day = spot.span.ends_on
        return spot.owner.office is None or any(
            each.valid_from <= day and (each.valid_to is None or each.valid_to >= day)
            for each in self.members.get(spot.owner.pk, ())
        )

    def _all(self, spot: Spot) -> Sequence[DirectFigure]:
        return self.stated.get((spot.owner.pk, spot.indicator.pk), ())


def read(
    board: Board,
    chosen: Sequence[Indicator] | None = None,
    *,
    owners: Iterable[int] = (),
    spans: Iterable[Window] = (),
) -> Reading:
    """Reads the board, or of its indicators the chosen ones, with their relatives; further lines and spans where they
    are asked for."""
    indicators = relatives(board.indicators if chosen is None else chosen, board.catalogue)
    scope = board.scope
    lines = list(dict.fromkeys(pk for pk in (*(line.pk for line in board.lines), *owners) if pk != OWN_LINE))
    offices = scope.member_ids if board.by == By.OFFICES else lines  # totals are over all of the cluster
    windows = list(dict.fromkeys((*board.spans, *spans)))
    found = figures(indicators, cluster=scope.cluster, offices=offices, windows=windows)
    stated: dict[tuple[int, int], list[DirectFigure]] = defaultdict(list)
    rows = DirectFigure.objects.alive().filter(
        Q(office__in=lines) | Q(cluster=scope.cluster),
        indicator__in=indicators, starts_on__lte=board.whole.ends_on, ends_on__gte=board.whole.starts_on,
    )  # fmt: skip
    for row in rows.select_related("created_by"):
        stated[row.office_id or OWN_LINE, row.indicator_id].append(row)
    members: dict[int, list[Membership]] = defaultdict(list)
    for membership in Membership.objects.filter(cluster=scope.cluster, office__in=lines):
        members[membership.office_id].append(membership)
    return Reading(board, found, dict(stated), dict(members), frozenset(each.code for each in indicators))
