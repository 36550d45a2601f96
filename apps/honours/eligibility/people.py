"""Titles of individuals: rules T01, T02, T04, T05, T06 of the domain reference."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from apps.honours.eligibility.given import Case, Finding, Invented, PersonFacts
from apps.honours.eligibility.regimes import LAW_2022
from apps.honours.enums import GOOD_OR_BETTER, Level, RatingLevel, Verdict

ADVANCED, FIGHTER, MINISTRY_FIGHTER, NATIONAL_FIGHTER = "ldtt", "cstdcs", "cstdcb", "cstdtq"
STREAK, TIMES = 3, 2  # of T05, of T06
RHYTHM = 3  # years between two titles of the ministry's level that follow one another


def _years(years: Iterable[int]) -> str:
    return ", ".join(str(year) for year in sorted(years))


def finding(
    case: Case, rule: str, verdict: Verdict, articles: str, text: str, missing: str = "", *, ahead: bool = False
) -> Finding:
    clause = f"{articles} {case.regime.law}".strip()
    return Finding(rule, verdict, clause, text, missing, is_ahead=ahead, is_verified=case.regime.is_verified)


def unverified(case: Case, rule: str) -> Finding:
    """No condition of this title was verified for the time: advice would be a guess."""
    text = _("The conditions of “%(title)s” under the law of that time were not verified.")
    return finding(case, rule, Verdict.NEEDS_REVIEW, "", text % {"title": case.name(case.code)})


def advanced(case: Case, facts: PersonFacts) -> list[Finding]:
    """T01, Law 2022 art. 24: the year's rating is good or better. The qualitative part is for people to judge."""
    if case.regime.code not in LAW_2022:
        return [unverified(case, "T01")]
    need = _("The rating of %(year)s must be “well completed” or better.") % {"year": case.year}
    rating = facts.ratings.get(case.year)
    if rating is None:
        verdict = Verdict.NOT_MET if case.is_ahead else Verdict.NEEDS_REVIEW
        return [finding(case, "T01", verdict, "Điều 24", need, need, ahead=case.is_ahead)]
    if rating in GOOD_OR_BETTER:
        text = _("The rating of %(year)s is “%(rating)s”.") % {"year": case.year, "rating": rating.label}
        return [finding(case, "T01", Verdict.MET, "Điều 24", text)]
    text = _("The rating of %(year)s is “%(rating)s”; “well completed” or better is needed.")
    return [finding(case, "T01", Verdict.NOT_MET, "Điều 24", text % {"year": case.year, "rating": rating.label})]


def _free(facts: PersonFacts, scope: Level, year: int, code: str) -> tuple[list[Invented], list[Invented]]:
    """Initiatives of a scope or wider recognised by a year: those free for this title, those that served another."""
    fit = [each for each in facts.inventions if each.reaches(scope) and each.year <= year]
    return [each for each in fit if each.used_for in ("", code)], [
        each for each in fit if each.used_for not in ("", code)
    ]


def initiative(case: Case, facts: PersonFacts, rule: str, scope: Level, articles: str) -> Finding:
    """An initiative or topic of at least that scope, not used for another honour yet."""
    words = {
        Level.BASE: _("an initiative recognised at the grassroots level, or an accepted research topic"),
        Level.MINISTRY: _("an initiative or research topic with effect in the whole ministry or province"),
        Level.STATE: _("an initiative or research topic with effect in the whole country"),
    }[scope]
    free, used = _free(facts, scope, case.year, case.code)
    if free:
        text = _("There is %(initiative)s (%(year)s).") % {"initiative": words, "year": max(each.year for each in free)}
        return finding(case, rule, Verdict.MET, articles, text)
    need = _("Needed: %(initiative)s.") % {"initiative": words}
    if used:
        text = _("Needed: %(initiative)s; the one there is was used for another honour already.")
        verdict = Verdict.NOT_MET if case.is_ahead else Verdict.NEEDS_REVIEW
        return finding(case, rule, verdict, articles, text % {"initiative": words}, need, ahead=case.is_ahead)
    known = case.is_ahead or facts.knows(case.year)
    verdict = Verdict.NOT_MET if known else Verdict.NEEDS_REVIEW
    return finding(case, rule, verdict, articles, need, need, ahead=case.is_ahead)


def _advanced_in_year(case: Case, facts: PersonFacts) -> Finding:
    """The same year's Advanced Worker, awarded or by its own conditions."""
    if case.year in facts.years(ADVANCED):
        text = _("“%(title)s” of %(year)s is awarded.") % {"title": case.name(ADVANCED), "year": case.year}
        return finding(case, "T02", Verdict.MET, "Điều 23", text)
    (own,) = advanced(case, facts)
    return Finding("T02", own.verdict, own.clause, own.text, own.missing, own.is_ahead, own.is_verified)


def fighter(case: Case, facts: PersonFacts) -> list[Finding]:
    """T02 (Law 2022 art. 23): Advanced Worker of the year, and either excellently completed tasks or an initiative.
    T04 (before 2024): the initiative or topic is needed, and a rating takes its place for nobody."""
    if case.regime.code not in LAW_2022:
        return [initiative(case, facts, "T04", Level.BASE, "Điều 23")]
    found = [_advanced_in_year(case, facts)]
    rating = facts.ratings.get(case.year)
    if rating == RatingLevel.EXCELLENT:
        text = _("The rating of %(year)s is “%(rating)s”.") % {"year": case.year, "rating": rating.label}
        return [*found, finding(case, "T02", Verdict.MET, "Điều 23", text)]
    with_initiative = initiative(case, facts, "T02", Level.BASE, "Điều 23")
    if with_initiative.verdict == Verdict.MET:
        return [*found, with_initiative]
    either = _(
        "Needed: “excellently completed” in %(year)s, or an initiative or research topic recognised at the base."
    )
    text = either % {"year": case.year}
    verdict = Verdict.NEEDS_REVIEW if rating is None and not case.is_ahead else with_initiative.verdict
    return [*found, finding(case, "T02", verdict, "Điều 23", text, text, ahead=case.is_ahead)]


def _streak_text(case: Case, code: str, need: int, have: Iterable[int]) -> str:
    have = sorted(have)
    words = {"need": f"{need:02d}", "have": f"{len(have):02d}", "title": case.name(code), "years": _years(have)}
    if not have:
        return _("%(need)s years in a row of “%(title)s” are needed; so far there is none.") % words
    return _("%(need)s years in a row of “%(title)s” are needed; so far there are %(have)s: %(years)s.") % words


def _unbroken(years: frozenset[int], last: int) -> list[int]:
    """The years without a gap that end with `last`."""
    found = []
    while last in years:
        found.append(last)
        last -= 1
    return sorted(found)


def streak(case: Case, facts: PersonFacts) -> Finding:
    """T05, first half: Grassroots Emulation Fighter in three years in a row, the year itself the last of them."""
    held, articles = facts.years(FIGHTER), "Điều 22"
    wanted = range(case.year - STREAK + 1, case.year + 1)
    lacking = [year for year in wanted if year not in held]
    have = [year for year in wanted if year in held]
    last = case.year if case.year in held or not case.is_ahead else case.year - 1
    run = _unbroken(held, last)[-STREAK:]
    text = _streak_text(case, FIGHTER, STREAK, run)
    former = [year for year in facts.years(MINISTRY_FIGHTER) if year < case.year and year >= wanted[0]]
    if former:
        text = _("The years %(years)s were counted for the “%(title)s” of %(former)s already.") % {
            "years": _years(have), "title": case.name(MINISTRY_FIGHTER), "former": _years(former),
        }  # fmt: skip
        text += " " + _("Whether they count again must be decided.")
        return finding(case, "T05", Verdict.NEEDS_REVIEW, articles, text)
    if not lacking:
        return finding(case, "T05", Verdict.MET, articles, text)
    past = [year for year in lacking if not (case.is_ahead and year == case.year)]
    if any(not facts.knows(year) for year in past):
        gaps = [year for year in past if not facts.knows(year)]
        text += " " + _("The register does not say what was awarded in %(years)s.") % {"years": _years(gaps)}
        missing = _("Enter what was awarded in %(years)s.") % {"years": _years(gaps)}
        return finding(case, "T05", Verdict.NEEDS_REVIEW, articles, text, missing)
    if past:
        return finding(case, "T05", Verdict.NOT_MET, articles, text)
    missing = _("“%(title)s” of %(year)s.") % {"title": case.name(FIGHTER), "year": case.year}
    return finding(case, "T05", Verdict.NOT_MET, articles, text, missing, ahead=True)


def ministry_fighter(case: Case, facts: PersonFacts) -> list[Finding]:
    """T05, Law 2022 art. 22 and the same before it."""
    return [streak(case, facts), initiative(case, facts, "T05", Level.MINISTRY, "Điều 22")]


def twice(case: Case, facts: PersonFacts) -> Finding:
    """T06, first half: awarded the ministry's title twice, one following the other. Each rests on three years of its
    own; where more or fewer lie between them, whether they follow one another is for people to decide."""
    held, articles = sorted(year for year in facts.years(MINISTRY_FIGHTER) if year <= case.year), "Điều 21"
    title = case.name(MINISTRY_FIGHTER)
    have = {"need": f"{TIMES:02d}", "have": f"{len(held):02d}", "title": title, "years": _years(held)}
    if len(held) >= TIMES:
        text = _("“%(title)s” was awarded in %(years)s.") % have
        if held[-1] - held[-2] == RHYTHM:
            return finding(case, "T06", Verdict.MET, articles, text)
        text += " " + _("Whether the last two follow one another must be decided.")
        return finding(case, "T06", Verdict.NEEDS_REVIEW, articles, text)
    text = (
        _("“%(title)s” is needed %(need)s times in a row; so far there are %(have)s: %(years)s.") % have
        if held else _("“%(title)s” is needed %(need)s times in a row; so far there is none.") % have
    )  # fmt: skip
    if case.is_ahead and len(held) == TIMES - 1 and case.year - held[0] == RHYTHM:
        missing = _("“%(title)s” of %(year)s.") % {"title": title, "year": case.year}
        return finding(case, "T06", Verdict.NOT_MET, articles, text, missing, ahead=True)
    needed_since = case.year - RHYTHM * TIMES + 1
    if not facts.knows(needed_since):
        text += " " + _("The register does not say what was awarded before.")
        return finding(case, "T06", Verdict.NEEDS_REVIEW, articles, text, _("Enter the awards of earlier years."))
    return finding(case, "T06", Verdict.NOT_MET, articles, text)


def national_fighter(case: Case, facts: PersonFacts) -> list[Finding]:
    """T06, Law 2022 art. 21 and the same before it."""
    return [twice(case, facts), initiative(case, facts, "T06", Level.STATE, "Điều 21")]


RULES = {
    ADVANCED: advanced,
    FIGHTER: fighter,
    MINISTRY_FIGHTER: ministry_fighter,
    NATIONAL_FIGHTER: national_fighter,
}
