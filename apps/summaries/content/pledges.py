"""What the offices pledged and what came of it: read once a build, kept with the paper, read again to see what changed.

The version that held on the period's last day counts, whatever was amended since.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period
from apps.indicators.enums import Aggregation, FigureState
from apps.offices.models import Office
from apps.pledges.enums import Standing
from apps.pledges.promised import level_on_paper
from apps.pledges.results import OfficeResult, Result, results
from apps.pledges.versions import halves_of, year_window
from apps.summaries import sentences as say
from apps.summaries.content.facts import PledgeFacts, TargetFact
from apps.summaries.content.tokens import KeptFigure, plain

# A stroke stands in no code of the catalogue, so these never meet an indicator.
SIGNED, TARGETS, IN_WORDS = "pledges-signed", "pledges-targets", "pledges-in-words"
BY_STANDING = {
    Standing.REACHED: "pledges-reached", Standing.ON_COURSE: "pledges-on-course", Standing.BEHIND: "pledges-behind",
    Standing.NO_DATA: "pledges-no-data",
}  # fmt: skip
PLEDGE_FIGURES = (SIGNED, TARGETS, *BY_STANDING.values(), IN_WORDS)
ONE = "pledge-"  # of one target: pledge-bac-lieu-2


def is_of_pledges(code: str) -> bool:
    return code in PLEDGE_FIGURES or code.startswith(ONE)


def read_pledges(period: Period, members: Iterable[Office]) -> PledgeFacts | None:
    """None where nobody had signed by the period's end: the paper then says nothing of pledges. Eight queries."""
    periods = list(Period.objects.filter(cluster=period.cluster_id, year=period.year))
    window, halves = year_window(periods, period.year), halves_of(periods, period.year)
    codes = {office.pk: office.code for office in members}
    found = [
        each
        for each in results(period.cluster, period.year, window, halves, period.ends_on)
        if each.pledge.office.pk in codes
    ]  # fmt: skip
    if not any(each.version for each in found):
        return None
    return PledgeFacts(
        signed=tuple(each.pledge.office.code for each in found if each.version),
        unsigned=tuple(each.pledge.office.code for each in found if not each.version),
        targets=tuple(fact for each in found for fact in _targets(each)),
        is_over=period.ends_on >= window.ends_on,
    )


def _targets(found: OfficeResult) -> list[TargetFact]:
    return [_target(found, place, each) for place, each in enumerate(found.results or (), start=1)]


def _target(found: OfficeResult, place: int, result: Result) -> TargetFact:
    promise, office = result.promise, found.pledge.office
    name = plain(promise.text.strip().rstrip(".;"))
    indicator, figure, kept = promise.indicator, result.figure, None
    if indicator is not None and figure is not None:
        whose = plain(getattr(office, "short_name_then", office.short_name))
        kept = KeptFigure(
            code=f"{ONE}{office.code}-{place}", name=f"{whose}: {name}", unit=indicator.unit,
            aggregation=str(indicator.aggregation), state=str(figure.state), value=figure.value,
            numerator=figure.numerator, denominator=figure.denominator, status=str(figure.status),
        )  # fmt: skip
    return TargetFact(
        office=office.code,
        text=name,
        level=level_on_paper(promise),
        indicator=indicator.code if indicator else "",
        standing=str(result.standing.value) if result.standing else "",
        figure=kept,
    )


def counted_in(code: str, facts: PledgeFacts) -> list[TargetFact]:
    """The targets that a figure counts, or the one that it is of."""
    if code == IN_WORDS:
        return [each for each in facts.targets if not each.standing]
    measured = [each for each in facts.targets if each.standing]
    if code in (SIGNED, TARGETS):
        return measured
    standing = next((each.value for each, name in BY_STANDING.items() if name == code), "")
    return [each for each in measured if each.standing == standing or (each.figure and each.figure.code == code)]


def pledge_figures(period: Period, facts: PledgeFacts | None) -> dict[str, KeptFigure]:
    """How many offices signed, how many targets stand where; of a year also what was reached of each target."""
    if facts is None:
        return {}
    found = {
        code: KeptFigure(
            code=code, name=say.PLEDGE_FIGURES[code], unit=say.TARGET_UNIT, aggregation=str(Aggregation.COUNT),
            state=str(FigureState.VALUE), value=len(counted_in(code, facts)),
        )
        for code in PLEDGE_FIGURES
    }  # fmt: skip
    found[SIGNED] = KeptFigure(
        code=SIGNED, name=say.PLEDGE_FIGURES[SIGNED], unit="%", aggregation=str(Aggregation.RATIO),
        state=str(FigureState.VALUE), numerator=len(facts.signed),
        denominator=len(facts.signed) + len(facts.unsigned),
    )  # fmt: skip
    if period.kind == PeriodKind.YEAR:
        found |= {each.figure.code: each.figure for each in facts.targets if each.figure}
    return found


def live_pledges(period: Period, members: Sequence[Office], kept: Iterable[str]) -> dict[str, KeptFigure]:
    """As it is now, where a paper has such figures among its own (`kept`); a target that is no more is left out."""
    if not any(is_of_pledges(code) for code in kept):
        return {}
    return pledge_figures(period, read_pledges(period, members))
