"""Figures as values: what was read, and how figures add up. Pure: no database here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from apps.indicators.enums import ADDITIVE, Aggregation, FigureState, FigureStatus, Origin

OWN_LINE = 0  # the owner of what the cluster itself did: “Hoạt động chung của Cụm”

_RANK = {FigureStatus.ACTUAL: 0, FigureStatus.ESTIMATED: 1, FigureStatus.PLANNED: 2}


@dataclass(frozen=True, order=True)
class Window:
    """The days from `starts_on` to `ends_on`, both included."""

    starts_on: date
    ends_on: date

    def holds(self, starts_on: date, ends_on: date) -> bool:
        return self.starts_on <= starts_on and ends_on <= self.ends_on


@dataclass(frozen=True)
class Figure:
    """One figure with where it comes from.

    `value` is set exactly when `state` is VALUE. `counted` is what the records give, `stated` what was stated; where
    both exist the records are shown and `difference` = stated - counted is flagged; the two are never added.
    For totals `missing` names the owners (office ids) that reported nothing. RATIO keeps numerator and denominator.
    """

    state: FigureState = FigureState.MISSING
    value: int | None = None
    origin: Origin | None = None
    status: FigureStatus = FigureStatus.ACTUAL
    counted: int | None = None
    stated: int | None = None
    missing: tuple[int, ...] = ()
    numerator: int | None = None
    denominator: int | None = None

    @property
    def is_missing(self) -> bool:
        return self.state == FigureState.MISSING

    @property
    def number(self) -> int:
        """The value for sums: none and missing weigh nothing."""
        return self.value or 0

    @property
    def difference(self) -> int | None:
        if self.counted is None or self.stated is None or self.counted == self.stated:
            return None
        return self.stated - self.counted

    @property
    def ratio(self) -> Fraction | None:
        if not self.denominator or self.numerator is None:
            return None
        return Fraction(self.numerator, self.denominator)


def merge(counted: int | None, has_rows: bool, stated: Figure) -> Figure:
    """What an owner's records and statements give together (records win, the difference stays visible)."""
    if has_rows:
        number = counted or 0
        return Figure(
            state=FigureState.VALUE, value=number, origin=Origin.COUNTED, counted=number,
            stated=0 if stated.state == FigureState.NONE else stated.value,
        )  # fmt: skip
    return stated


def add(parts: Sequence[tuple[int, Figure]]) -> Figure:
    """The sum over owners. Missing owners are named, except the cluster's own line, of which nobody expects figures."""
    known = [figure for _, figure in parts if not figure.is_missing]
    missing = tuple(owner for owner, figure in parts if figure.is_missing and owner != OWN_LINE)
    if not known:
        return Figure(missing=missing)
    values = [figure for figure in known if figure.state == FigureState.VALUE]
    status = max((figure.status for figure in known), key=lambda status: _RANK[FigureStatus(status)])
    if not values:
        return Figure(state=FigureState.NONE, origin=Origin.STATED, missing=missing, status=status)
    origins = {figure.origin for figure in values}
    counted = [figure.counted for figure in known if figure.counted is not None]
    stated = [
        0 if f.state == FigureState.NONE else f.stated
        for f in known
        if f.stated is not None or f.state == FigureState.NONE
    ]
    return Figure(
        state=FigureState.VALUE,
        value=sum(figure.number for figure in values),
        origin=next(iter(origins)) if len(origins) == 1 else Origin.MIXED,
        status=status,
        counted=sum(counted) if counted else None,
        stated=sum(part or 0 for part in stated) if stated and len(stated) == len(known) and counted else None,
        missing=missing,
    )


def divide(numerator: Figure, denominator: Figure) -> Figure:
    """A rate, kept as numerator and denominator; missing where either is."""
    missing = tuple(sorted({*numerator.missing, *denominator.missing}))
    if numerator.is_missing or denominator.is_missing or not denominator.number:
        return Figure(missing=missing)
    return Figure(
        state=FigureState.VALUE, value=None, origin=Origin.DERIVED, missing=missing,
        numerator=numerator.number, denominator=denominator.number,
        status=max(numerator.status, denominator.status, key=lambda status: _RANK[FigureStatus(status)]),
    )  # fmt: skip


Key = tuple[str, int, Window, tuple[str, ...]]


@dataclass
class Figures:
    """The answer to one reading. `offices` are the ids in the order asked for; dimensions come as tuples of values."""

    offices: tuple[int, ...]
    windows: tuple[Window, ...]
    aggregations: dict[str, Aggregation]
    cells: dict[Key, Figure] = field(default_factory=dict)
    totals: dict[tuple[str, Window, tuple[str, ...]], Figure] = field(default_factory=dict)

    @property
    def owners(self) -> tuple[int, ...]:
        return (*self.offices, OWN_LINE)

    def of(self, code: str, owner: int, window: Window | None = None, by: tuple[str, ...] = ()) -> Figure:
        """The figure of one office, or of the cluster's own line (`OWN_LINE`)."""
        return self.cells.get((code, owner, window or self.windows[0], by), Figure())

    def total(self, code: str, window: Window | None = None, by: tuple[str, ...] = ()) -> Figure:
        """The cluster's figure: offices plus the own line where that adds up; otherwise read for the whole."""
        key = (code, window or self.windows[0], by)
        if key in self.totals:
            return self.totals[key]
        if code not in self.aggregations:
            raise LookupError(f"Indicator {code!r} was not asked for. Asked for: {', '.join(self.aggregations)}.")
        return add([(owner, self.of(code, owner, key[1], by)) for owner in self.owners])

    def values_by(self, code: str, window: Window | None = None) -> list[tuple[str, ...]]:
        """The dimension values that occur for an indicator in a window."""
        at = window or self.windows[0]
        return sorted({by for (name, _, when, by) in self.cells if name == code and when == at and by})


def stated_figure(
    aggregation: Aggregation, window: Window, statements: Iterable[tuple[date, date, int | None, str, int]]
) -> Figure:
    """What statements (from, to, value or none, status, id) give in a window.

    AS_OF takes the one that ends last (a stock as of that day); the others add up: spans of an owner never overlap.
    """
    inside = [row for row in statements if window.holds(row[0], row[1])]
    if not inside:
        return Figure()
    if aggregation == Aggregation.AS_OF:
        inside = [max(inside, key=lambda row: row[1])]
    status = FigureStatus(max((row[3] for row in inside), key=lambda status: _RANK[FigureStatus(status)]))
    if all(row[2] is None for row in inside):
        return Figure(state=FigureState.NONE, origin=Origin.STATED, status=status)
    value = sum(row[2] or 0 for row in inside)
    return Figure(state=FigureState.VALUE, value=value, origin=Origin.STATED, status=status, stated=value)


def is_additive(aggregation: Aggregation) -> bool:
    return aggregation in ADDITIVE
