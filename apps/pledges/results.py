"""What was pledged and what was reached: one reading for a page, a list, and the cluster's report.

The floors above read `results`: the year's report sets each target beside what became of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from apps.indicators.enums import FigureState
from apps.indicators.models import Indicator
from apps.indicators.reading import Figure, Figures, Window, figures
from apps.offices.models import Cluster
from apps.pledges.enums import Standing
from apps.pledges.models import PledgeVersion
from apps.pledges.progress import elapsed, expected, standing
from apps.pledges.promised import Promise
from apps.pledges.versions import OfficePledge, members, pledges_of, promise_of


@dataclass(frozen=True)
class Result:
    """A target and what became of it. In words alone: neither figure nor standing; people judge it."""

    promise: Promise
    figure: Figure | None = None
    standing: Standing | None = None
    by_now: Fraction | None = None  # what a growing figure should be to be on course
    lacks: tuple[Window, ...] = ()  # halves that are over and of which a growing figure knows nothing


@dataclass(frozen=True)
class OfficeResult:
    """`version` is what held on the day `on`, None before the first was signed. `results` are None where the reader may
    not see the office's figures yet."""

    pledge: OfficePledge
    on: date
    version: PledgeVersion | None
    results: tuple[Result, ...] | None = ()

    @property
    def counts(self) -> Mapping[Standing, int]:
        return Counter(each.standing for each in self.results or () if each.standing is not None)

    @property
    def measured(self) -> int:
        return sum(self.counts.values())

    @property
    def in_words(self) -> int:
        return len(self.results or ()) - self.measured


def value_of(figure: Figure) -> Fraction | None:
    """None weighs nothing; missing is no figure at all."""
    if figure.state == FigureState.NONE:
        return Fraction(0)
    if figure.is_missing:
        return None
    return figure.ratio if figure.value is None else Fraction(figure.value)


def results_of(
    pledges: Sequence[OfficePledge],
    cluster: Cluster,
    window: Window,
    halves: Sequence[Window],
    on: date,
    readable: Container[int],
) -> list[OfficeResult]:
    """Each office's pledge as it held on a day, against its figures from the year's first day (or the first of its
    membership) until that day (or the last of its membership), and in each half until then. One reading of figures for
    all of them."""
    spans = {each.office.pk: span_of(each.belongs, on) for each in pledges}
    held = {each.office.pk: each.in_force(on) for each in pledges}
    shown = {office for office, version in held.items() if version is not None and office in readable}
    answer = _read([version for office, version in held.items() if version and office in shown], cluster, spans, halves)
    found = []
    for each in pledges:
        version, span = held[each.office.pk], spans[each.office.pk]
        if version is None:
            found.append(OfficeResult(each, span.ends_on, None))
        elif each.office.pk not in shown or answer is None:
            found.append(OfficeResult(each, span.ends_on, version, None))
        else:
            promises = [promise_of(target) for target in version.targets.all()]
            results = judged(promises, answer, each.office.pk, span, window.ends_on, halves)
            found.append(OfficeResult(each, span.ends_on, version, results))
    return found


def span_of(belongs: Window, on: date) -> Window:
    """The days whose figures count on a day, of an office that belongs to the year on those."""
    return Window(belongs.starts_on, max(belongs.starts_on, min(on, belongs.ends_on)))


def asked(spans: Iterable[Window], halves: Sequence[Window]) -> list[Window]:
    """What is read to judge by: the spans and the halves that are over within them."""
    return sorted({window for span in spans for window in (span, *_parts(span, halves))})


def _parts(span: Window, halves: Sequence[Window]) -> list[Window]:
    return [each for each in halves if span.starts_on <= each.starts_on and each.ends_on <= span.ends_on]


def judged(
    promises: Iterable[Promise],
    answer: Figures,
    office: int,
    span: Window,
    year_ends_on: date,
    halves: Sequence[Window],
) -> tuple[Result, ...]:
    """Each promise of an office against its figure in `span`, which `answer` has read (`asked`)."""
    share = elapsed(span.starts_on, year_ends_on, span.ends_on)
    return tuple(_result(promise, answer, office, span, share, _parts(span, halves)) for promise in promises)


def _read(
    versions: Iterable[PledgeVersion], cluster: Cluster, spans: Mapping[int, Window], halves: Sequence[Window]
) -> Figures | None:
    kept = list(versions)
    if not kept:
        return None
    wanted: dict[str, Indicator] = {}
    for version in kept:
        for target in version.targets.all():
            if target.indicator is not None:
                wanted.setdefault(target.indicator.code, target.indicator)
    offices = [version.pledge.office_id for version in kept]
    windows = asked({spans[office] for office in offices}, halves)
    return figures(wanted.values(), cluster=cluster, offices=offices, windows=windows)


def _result(
    promise: Promise, answer: Figures, office: int, span: Window, share: Fraction, parts: Sequence[Window]
) -> Result:
    goal = promise.goal
    if goal is None or promise.indicator is None:
        return Result(promise)
    code = promise.indicator.code
    figure = answer.of(code, office, span)
    lacks = tuple(each for each in parts if answer.of(code, office, each).is_missing) if goal.is_paced else ()
    if figure.is_missing or (len(lacks) == len(parts) and parts and parts[-1].ends_on == span.ends_on):
        lacks = ()  # of nothing at all there is no part; what is known of no half was stated for all of it at once
    judgement = standing(goal, value_of(figure), share, is_whole=not lacks)
    return Result(promise, figure, judgement, expected(goal, share), lacks)


def results(cluster: Cluster, year: int, window: Window, halves: Sequence[Window], on: date) -> list[OfficeResult]:
    """Of every office of a year, as it stood on a day: for whoever may read them all, such as the cluster's report."""
    offices = members(cluster, window)
    pledges = pledges_of(PledgeVersion.objects.all().signed(), cluster, year, offices)
    return results_of(pledges, cluster, window, halves, on, {office.pk for office, _days in offices})
