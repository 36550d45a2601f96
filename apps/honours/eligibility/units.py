"""Titles of collectives: rules C01, C02, C06 and the quota T03 of the domain reference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from apps.core import words
from apps.honours.eligibility.given import DEFAULTS, Case, Finding, Settings, UnitFacts
from apps.honours.eligibility.people import (
    ADVANCED,
    FIGHTER,
    MINISTRY_FIGHTER,
    NATIONAL_FIGHTER,
    finding,
    unverified,
)
from apps.honours.eligibility.regimes import LAW_2022, Regime
from apps.honours.enums import GOOD_OR_BETTER, RatingLevel, Verdict


def at_least(percent: int, of: int) -> int:
    """The smallest whole number that is at least so many percent: ceil, in integers."""
    return -(-percent * of // 100)


def at_most(percent: int, of: int) -> int:
    """The largest whole number that is at most so many percent: floor."""
    return percent * of // 100


def quota_of_fighters(regime: Regime, advanced: int, settings: Settings = DEFAULTS) -> int | None:
    """T03: how many Grassroots Emulation Fighters a unit with so many Advanced Workers may have; None: no cap.

    15 percent under Decree 91/2017; no central cap since 01/01/2024, a local one where `settings` has it.
    """
    percent = settings.fighters_share if regime.code in LAW_2022 else settings.fighters_share_2017
    return None if percent is None else at_most(percent, advanced)


CHAIN = (ADVANCED, FIGHTER, MINISTRY_FIGHTER, NATIONAL_FIGHTER)  # each rests on the one before it


def holders(aims: Iterable[Iterable[str]]) -> dict[str, int]:
    """By code, how many members will be Advanced Workers and how many fighters, of the codes that each aims for:
    whoever aims for a higher title of the chain holds those below it first."""
    highest = [max((CHAIN.index(code) for code in codes if code in CHAIN), default=-1) for codes in aims]
    return {code: sum(1 for place in highest if place >= CHAIN.index(code)) for code in (ADVANCED, FIGHTER)}


def _unknown(case: Case, rule: str, articles: str, text: str) -> Finding:
    """Nobody has said: ahead of the year's end that is no fault yet."""
    verdict = Verdict.NOT_MET if case.is_ahead else Verdict.NEEDS_REVIEW
    return finding(case, rule, verdict, articles, text, text, ahead=case.is_ahead)


def _rated(
    case: Case, facts: UnitFacts, rule: str, articles: str, enough: frozenset[RatingLevel], need: str
) -> Finding:
    if facts.rating is None:
        return _unknown(case, rule, articles, need)
    text = _("The collective's rating of %(year)s is “%(rating)s”.") % {"year": case.year, "rating": facts.rating.label}
    if facts.rating in enough:
        return finding(case, rule, Verdict.MET, articles, text)
    return finding(case, rule, Verdict.NOT_MET, articles, f"{text} {need}", need)


def _share(case: Case, facts: UnitFacts, rule: str, articles: str, percent: int) -> Finding:
    """So many percent of the members are Advanced Workers."""
    if facts.headcount is None or ADVANCED not in facts.holders:
        text = _("At least %(percent)s%% of the members must be “%(title)s”.")
        return _unknown(case, rule, articles, text % {"percent": percent, "title": case.name(ADVANCED)})
    need, have = at_least(percent, facts.headcount), facts.holders[ADVANCED]
    text = _("%(have)s of %(headcount)s members are “%(title)s”; at least %(need)s are needed (%(percent)s%%).") % {
        "have": words.number(have), "headcount": words.number(facts.headcount), "title": case.name(ADVANCED),
        "need": words.number(need), "percent": percent,
    }  # fmt: skip
    if have >= need and facts.headcount:
        return finding(case, rule, Verdict.MET, articles, text)
    missing = _("%(count)s more “%(title)s”.") % {"count": words.number(need - have), "title": case.name(ADVANCED)}
    return finding(case, rule, Verdict.NOT_MET, articles, text, missing, ahead=case.is_ahead)


def _nobody_disciplined(case: Case, facts: UnitFacts, rule: str, articles: str) -> Finding:
    need = _("Nobody may be disciplined at warning level or above.")
    if facts.disciplined is None:
        return _unknown(case, rule, articles, need)
    if facts.disciplined == 0:
        return finding(case, rule, Verdict.MET, articles, _("Nobody is disciplined at warning level or above."))
    text = _("Disciplined at warning level or above: %(count)s.") % {"count": words.number(facts.disciplined)}
    return finding(case, rule, Verdict.NOT_MET, articles, f"{text} {need}")


def advanced_collective(case: Case, facts: UnitFacts) -> list[Finding]:
    """C01, Law 2022 art. 28. Before 2024 the share (C06, not verified) is all that is recorded."""
    settings = case.settings
    if case.regime.code not in LAW_2022:
        return [replace(_share(case, facts, "C06", "", settings.advanced_share_2017), is_verified=False)]
    need = _("The collective's rating of %(year)s must be “well completed” or better.") % {"year": case.year}
    return [
        _rated(case, facts, "C01", "Điều 28", GOOD_OR_BETTER, need),
        _share(case, facts, "C01", "Điều 28", settings.advanced_share),
        _nobody_disciplined(case, facts, "C01", "Điều 28"),
    ]


def _all_complete(case: Case, facts: UnitFacts) -> Finding:
    if facts.headcount is None or facts.completed is None:
        return _unknown(case, "C02", "Điều 27", _("All members must complete their tasks."))
    text = _("%(have)s of %(headcount)s members completed their tasks; all must.") % {
        "have": words.number(facts.completed), "headcount": words.number(facts.headcount),
    }  # fmt: skip
    verdict = Verdict.MET if facts.completed >= facts.headcount > 0 else Verdict.NOT_MET
    return finding(case, "C02", verdict, "Điều 27", text)


def _one_fighter(case: Case, facts: UnitFacts) -> Finding:
    need = _("At least 01 member must be “%(title)s”.") % {"title": case.name(FIGHTER)}
    if FIGHTER not in facts.holders:
        return _unknown(case, "C02", "Điều 27", need)
    if facts.holders[FIGHTER] >= 1:
        text = _("Members who are “%(title)s”: %(count)s.")
        words_of = {"title": case.name(FIGHTER), "count": words.number(facts.holders[FIGHTER])}
        return finding(case, "C02", Verdict.MET, "Điều 27", text % words_of)
    return finding(case, "C02", Verdict.NOT_MET, "Điều 27", need, need, ahead=case.is_ahead)


def excellent_collective(case: Case, facts: UnitFacts) -> list[Finding]:
    """C02, Law 2022 art. 27. Before 2024 no condition is recorded."""
    if case.regime.code not in LAW_2022:
        return [unverified(case, "C02")]
    need = _("The collective's rating of %(year)s must be “excellently completed”.") % {"year": case.year}
    return [
        _rated(case, facts, "C02", "Điều 27", frozenset({RatingLevel.EXCELLENT}), need),
        _all_complete(case, facts),
        _share(case, facts, "C02", "Điều 27", case.settings.advanced_share),
        _one_fighter(case, facts),
    ]


RULES = {"ttldtt": advanced_collective, "ttldxs": excellent_collective}
