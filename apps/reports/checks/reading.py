"""Figures as checks need them: this period, the last ones of its kind, the half before, of a year its first half. One
call of `figures` for all offices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period
from apps.indicators.models import Indicator
from apps.indicators.reading import Figure, Figures, Window, figures
from apps.offices.models import Office
from apps.reports.checks.between import check
from apps.reports.checks.catalogue import relations
from apps.reports.checks.findings import Finding
from apps.reports.checks.line import Line, Relations
from apps.reports.checks.unusual import LEAST_PAST, Verdict, judge
from apps.reports.completeness import asked_indicators, window_of

PAST = 4


@dataclass(frozen=True)
class Past:
    """The last periods of the same kind, oldest first, and what was reported in each."""

    periods: tuple[Period, ...]
    figures: Figures

    def of(self, office: int, code: str) -> tuple[Figure, ...]:
        """Beside the cell of an office: one figure for each period, oldest first; missing ones are missing."""
        return tuple(self.figures.of(code, office, window_of(period)) for period in self.periods)

    def numbers(self, office: int, code: str) -> tuple[int, ...]:
        """The known ones; what was none counts as 0."""
        return tuple(figure.number for figure in self.of(office, code) if not figure.is_missing)

    def verdict(self, office: int, code: str, value: int) -> Verdict:
        return judge(self.numbers(office, code), value).verdict

    def is_enough(self, office: int, code: str) -> bool:
        """Whether the past says anything about what is usual."""
        return len(self.numbers(office, code)) >= LEAST_PAST


def past(period: Period, offices: Iterable[Office], indicators: Iterable[Indicator], count: int = PAST) -> Past:
    """One query for the periods and one call of `figures`, whatever the number of offices and indicators."""
    periods = tuple(_past_periods(_periods(period), period, count))
    windows = [window_of(each) for each in periods] or [window_of(period)]
    pks = [office.pk for office in offices]
    return Past(periods, figures(list(indicators), cluster=period.cluster, offices=pks, windows=windows))


def findings(period: Period, offices: Iterable[Office]) -> dict[int, list[Finding]]:
    """What the checks say, by office id. Constant queries: the periods, the catalogue, one call of `figures`."""
    pks = [office.pk for office in offices]
    known, indicators = _periods(period), asked_indicators(period)
    spans = _Spans.of(known, period)
    found = figures(indicators, cluster=period.cluster, offices=pks, windows=spans.all)
    said = relations(indicators)
    return {pk: check(_line(found, pk, spans, said), said) for pk in pks}


@dataclass(frozen=True)
class _Spans:
    now: Window
    past: tuple[Window, ...]
    before: Window | None
    first_half: Window | None

    @classmethod
    def of(cls, known: Sequence[Period], period: Period) -> _Spans:
        half = next((p for p in known if p.year == period.year and p.kind == PeriodKind.FIRST_HALF), None)
        earlier = [p for p in known if p.kind != PeriodKind.YEAR and p.ends_on < period.starts_on]
        before = max(earlier, key=lambda each: each.ends_on, default=None)
        return cls(
            now=window_of(period),
            past=tuple(window_of(each) for each in _past_periods(known, period, PAST)),
            before=window_of(before) if before else None,
            first_half=window_of(half) if half and period.kind == PeriodKind.YEAR else None,
        )

    @property
    def all(self) -> list[Window]:
        more = [window for window in (self.before, self.first_half) if window]
        return list(dict.fromkeys((self.now, *self.past, *more)))


def _periods(period: Period) -> list[Period]:
    return list(Period.objects.filter(cluster=period.cluster_id, year__lte=period.year))


def _past_periods(known: Iterable[Period], period: Period, count: int) -> list[Period]:
    same = [each for each in known if each.kind == period.kind and each.ends_on < period.starts_on]
    return sorted(same, key=lambda each: each.ends_on)[-count:] if count else []


def _line(found: Figures, office: int, spans: _Spans, said: Relations) -> Line:
    def within(window: Window | None) -> Mapping[str, Figure]:
        if window is None:
            return {}
        return {code: figure for code in said.named if not (figure := found.of(code, office, window)).is_missing}

    return Line(
        figures=within(spans.now),
        past=[within(window) for window in spans.past],
        before=within(spans.before),
        first_half=within(spans.first_half),
    )
