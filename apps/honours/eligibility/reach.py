"""The rules of a title put together: at the year's end what is met, and while registering whether it is in reach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from apps.honours.eligibility import people, units
from apps.honours.eligibility.given import DEFAULTS, Case, Finding, PersonFacts, Settings, UnitFacts
from apps.honours.eligibility.regimes import regime_on
from apps.honours.enums import ReachState, Verdict

NO_RULE = "—"


@dataclass(frozen=True)
class Reach:
    """`sentence`: what stands against it, else what is left to do, in one plain sentence."""

    findings: tuple[Finding, ...]

    @property
    def state(self) -> ReachState:
        past = [each for each in self.findings if not each.is_ahead]
        if any(each.verdict == Verdict.NOT_MET for each in past):
            return ReachState.OUT
        if any(each.verdict == Verdict.NEEDS_REVIEW for each in past):
            return ReachState.UNKNOWN
        return ReachState.WITHIN

    @property
    def deciding(self) -> tuple[Finding, ...]:
        """The findings that the state follows from; where nothing stands against it, what is left to do."""
        past = [each for each in self.findings if not each.is_ahead and each.verdict != Verdict.MET]
        worst = [each for each in past if each.verdict == Verdict.NOT_MET] or past
        return tuple(worst or [each for each in self.findings if each.is_ahead])

    @property
    def said(self) -> str:
        """What the state follows from, beside a badge that says the state."""
        return " ".join(dict.fromkeys(each.text for each in self.deciding or self.findings))

    @property
    def sentence(self) -> str:
        said = self.said
        if self.findings and self.state == ReachState.UNKNOWN:
            return f"{ReachState.UNKNOWN.label.capitalize()}: {said}"
        return said


def _findings(case: Case, facts: PersonFacts | UnitFacts) -> list[Finding]:
    if isinstance(facts, PersonFacts):
        person = people.RULES.get(case.code)
        return person(case, facts) if person else []
    unit = units.RULES.get(case.code)
    return unit(case, facts) if unit else []


def _without_law() -> list[Finding]:
    text = _("No rule is recorded for the law of that time.")
    return [Finding(NO_RULE, Verdict.NEEDS_REVIEW, "", text, is_verified=False)]


def check(
    code: str,
    facts: PersonFacts | UnitFacts,
    *,
    year: int,
    submitted_on: date,
    names: Mapping[str, str] | None = None,
    settings: Settings = DEFAULTS,
    is_ahead: bool = False,
) -> list[Finding]:
    """What each rule says of a title for the achievement of a year, in a dossier submitted on a day.

    A title without checkable rules gives no finding: it is for people to judge. Before the first recorded law the one
    finding says so.
    """
    regime = regime_on(submitted_on)
    if regime is None:
        return _without_law()
    return _findings(Case(code, year, regime, is_ahead, names or {}, settings), facts)


def reach(
    code: str,
    facts: PersonFacts | UnitFacts,
    *,
    year: int,
    law_on: date,
    names: Mapping[str, str] | None = None,
    settings: Settings = DEFAULTS,
) -> Reach:
    """Whether a title registered for a year is within reach under the law that will apply (`law_on`: the day on which
    the dossier will be submitted, commonly in December of the year)."""
    return Reach(
        tuple(check(code, facts, year=year, submitted_on=law_on, names=names, settings=settings, is_ahead=True))
    )
