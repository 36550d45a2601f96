"""Figures as values: what was read, and how figures add up. Pure: no database here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from apps.indicators.enums import Aggregation, FigureState, FigureStatus, Origin
from apps.indicators.sources import Statement

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

    `value` is set exactly when `state` is VALUE. `counted` is what the records give; a statement on days of which the
    records say something is not used (records win), and `stated` is what the value would be if statements won:
    `difference` = stated - value is flagged, the two are never added. `used` and `overruled` are ids of statements.
    For totals `missing` names the owners (office ids) that reported nothing, `apart` those whose statements cannot be
    brought into a total of different values. RATIO keeps numerator and denominator.
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
    used: tuple[int, ...] = ()
    overruled: tuple[int, ...] = ()
    apart: tuple[int, ...] = ()

    @property
    def is_missing(self) -> bool:
        return self.state == FigureState.MISSING

    @property
    def number(self) -> int:
        """The value for sums: none and missing weigh nothing."""
        return self.value or 0

    @property
    def difference(self) -> int | None:
        if self.counted is None or self.stated is None or self.stated == self.number:
            return None
        return self.stated - self.number

    @property
    def ratio(self) -> Fraction | None:
        if not self.denominator or self.numerator is None:
            return None
        return Fraction(self.numerator, self.denominator)


def _worst(statuses: Iterable[str]) -> FigureStatus:
    return FigureStatus(max(statuses, key=lambda status: _RANK[FigureStatus(status)], default=FigureStatus.ACTUAL))


def combine(
    aggregation: Aggregation,
    window: Window,
    records: Mapping[Window, int | None],
    statements: Iterable[Statement],
) -> Figure:
    """What records and statements of one owner give in a window.

    `records` says for the window, and for the span of each statement, what the records give; None where they do not
    answer (no record, or none that carries the measure). A statement counts where its span lies within the window and
    no record answers for it; so halves add up to the year, whether they were counted or stated.
    """
    inside = [each for each in statements if window.holds(each.starts_on, each.ends_on)]
    if aggregation == Aggregation.AS_OF:
        inside = sorted(inside, key=lambda each: each.ends_on)[-1:]
    counted = records.get(window)
    within = {each.pk: records.get(Window(each.starts_on, each.ends_on)) for each in inside}
    used = [each for each in inside if within[each.pk] is None]
    overruled = [each for each in inside if within[each.pk] is not None]
    if aggregation == Aggregation.DISTINCT and (counted is not None or len(used) > 1):
        # Different values do not add up: records alone, or one statement alone; and only like is compared with like.
        used = [] if counted is not None else [each for each in used if each.value is not None]
        if len(used) > 1:
            return Figure()
        overruled = [each for each in inside if within[each.pk] == counted] if len(inside) == 1 else []
    taken, left = tuple(each.pk for each in used), tuple(each.pk for each in overruled)
    if counted is None and not used:
        return Figure(state=FigureState.NONE, origin=Origin.STATED) if inside else Figure()
    status = _worst(each.status for each in used)
    if counted is None and all(each.value is None for each in used):
        return Figure(state=FigureState.NONE, origin=Origin.STATED, status=status, used=taken)
    value = (counted or 0) + sum(each.value or 0 for each in used)
    origin = Origin.STATED if counted is None else Origin.MIXED if any(each.value for each in used) else Origin.COUNTED
    otherwise = value + sum((each.value or 0) - (within[each.pk] or 0) for each in overruled)
    return Figure(
        state=FigureState.VALUE, value=value, origin=origin, status=status, counted=counted,
        stated=otherwise if used or overruled else None, used=taken, overruled=left,
    )  # fmt: skip


def add(parts: Sequence[tuple[int, Figure]]) -> Figure:
    """The sum over owners. Missing owners are named, except the cluster's own line, of which nobody expects figures."""
    known = [figure for _, figure in parts if not figure.is_missing]
    missing = tuple(owner for owner, figure in parts if figure.is_missing and owner != OWN_LINE)
    if not known:
        return Figure(missing=missing)
    used = tuple(pk for figure in known for pk in figure.used)
    values = [figure for figure in known if figure.state == FigureState.VALUE]
    status = _worst(figure.status for figure in known)
    if not values:
        return Figure(state=FigureState.NONE, origin=Origin.STATED, missing=missing, status=status, used=used)
    origins = {figure.origin for figure in values}
    counted = [figure.counted for figure in known if figure.counted is not None]
    return Figure(
        state=FigureState.VALUE,
        value=sum(figure.number for figure in values),
        origin=next(iter(origins)) if len(origins) == 1 else Origin.MIXED,
        status=status,
        counted=sum(counted) if counted else None,
        stated=sum(figure.number if figure.stated is None else figure.stated for figure in known)
        if any(figure.stated is not None for figure in known)
        else None,
        missing=missing,
        used=used,
        overruled=tuple(pk for figure in known for pk in figure.overruled),
    )


def divide(numerator: Figure, denominator: Figure) -> Figure:
    """A rate, kept as numerator and denominator; missing where either is."""
    missing = tuple(sorted({*numerator.missing, *denominator.missing}))
    if numerator.is_missing or denominator.is_missing or not denominator.number:
        return Figure(missing=missing)
    return Figure(
        state=FigureState.VALUE, value=None, origin=Origin.DERIVED, missing=missing,
        numerator=numerator.number, denominator=denominator.number,
        status=_worst([numerator.status, denominator.status]),
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
