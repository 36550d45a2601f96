"""Titles of individuals on the boundaries of their rules, under each regime; the domain reference's examples."""

from collections.abc import Iterable
from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from apps.honours.eligibility import Held, Invented, PersonFacts, check, reach, regime_on
from apps.honours.enums import Level, RatingLevel, ReachState, Verdict

MET, NOT_MET, REVIEW = Verdict.MET, Verdict.NOT_MET, Verdict.NEEDS_REVIEW
EXCELLENT, GOOD, COMPLETED, FAILED = RatingLevel
DAYS = {
    "R2017": date(2019, 12, 20),
    "R2024": date(2024, 12, 20),
    "R2025": date(2025, 12, 20),
    "R2026": date(2026, 12, 20),
}
SINCE_2024 = ("R2024", "R2025", "R2026")


def fighter_in(*years: int) -> tuple[Held, ...]:
    return tuple(Held("cstdcs", year) for year in years)


def verdicts(code: str, facts: PersonFacts, year: int, on: date) -> list[Verdict]:
    return [each.verdict for each in check(code, facts, year=year, submitted_on=on)]


def worst(found: Iterable[Verdict]) -> Verdict:
    found = set(found)
    return NOT_MET if NOT_MET in found else REVIEW if REVIEW in found else MET


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2017, 9, 30), None),
        (date(2017, 10, 1), "R2017"),
        (date(2023, 12, 31), "R2017"),
        (date(2024, 1, 1), "R2024"),
        (date(2025, 6, 30), "R2024"),
        (date(2025, 7, 1), "R2025"),
        (date(2026, 9, 30), "R2025"),
        (date(2026, 10, 1), "R2026"),
    ],
)
def test_the_regime_is_that_of_the_day_of_submission(day: date, code: str | None) -> None:
    regime = regime_on(day)
    assert (regime.code if regime else None) == code


def test_before_the_first_recorded_law_there_is_no_rule() -> None:
    (only,) = check("ldtt", PersonFacts(ratings={2016: EXCELLENT}), year=2016, submitted_on=date(2016, 12, 1))
    assert only.verdict == REVIEW


@pytest.mark.parametrize("regime", SINCE_2024)
@pytest.mark.parametrize(
    ("rating", "verdict"), [(EXCELLENT, MET), (GOOD, MET), (COMPLETED, NOT_MET), (FAILED, NOT_MET), (None, REVIEW)]
)
def test_t01_rating(regime: str, rating: RatingLevel | None, verdict: Verdict) -> None:
    on = DAYS[regime]
    facts = PersonFacts(ratings={on.year: rating} if rating else {}, known_since=2010)
    assert verdicts("ldtt", facts, on.year, on) == [verdict]


def test_t01_is_not_verified_before_2024() -> None:
    facts = PersonFacts(ratings={2019: EXCELLENT}, known_since=2010)
    assert verdicts("ldtt", facts, 2019, DAYS["R2017"]) == [REVIEW]


@pytest.mark.parametrize("regime", SINCE_2024)
@pytest.mark.parametrize(
    ("rating", "scope", "verdict"),
    [
        (EXCELLENT, None, MET),
        (GOOD, Level.BASE, MET),
        (GOOD, Level.MINISTRY, MET),
        (GOOD, None, NOT_MET),
        (COMPLETED, Level.BASE, NOT_MET),  # no Advanced Worker, whatever the initiative
        (None, Level.BASE, REVIEW),
        (None, None, REVIEW),
    ],
)
def test_t02_rating_or_initiative(
    regime: str, rating: RatingLevel | None, scope: Level | None, verdict: Verdict
) -> None:
    on = DAYS[regime]
    facts = PersonFacts(
        ratings={on.year: rating} if rating else {}, known_since=2010,
        inventions=(Invented(scope, on.year),) if scope else (),
    )  # fmt: skip
    assert worst(verdicts("cstdcs", facts, on.year, on)) == verdict


@pytest.mark.parametrize(
    ("rating", "scope", "verdict"),
    [(EXCELLENT, None, NOT_MET), (COMPLETED, Level.BASE, MET), (None, Level.BASE, MET), (GOOD, None, NOT_MET)],
)
def test_t04_before_2024_no_rating_replaces_the_initiative(
    rating: RatingLevel | None, scope: Level | None, verdict: Verdict
) -> None:
    facts = PersonFacts(
        ratings={2019: rating} if rating else {}, known_since=2010,
        inventions=(Invented(scope, 2019),) if scope else (),
    )  # fmt: skip
    assert verdicts("cstdcs", facts, 2019, DAYS["R2017"]) == [verdict]


@pytest.mark.parametrize("regime", DAYS)
@pytest.mark.parametrize(
    ("back", "revoked", "known_since", "verdict"),
    [
        ((2, 1, 0), (), 0, MET),
        ((2, 1), (), 0, NOT_MET),
        ((3, 2, 0), (), 0, NOT_MET),  # not consecutive
        ((3, 2, 1), (), 0, NOT_MET),  # the year itself is the last of the three
        ((2, 1, 0), (1,), 0, NOT_MET),  # a revoked award breaks the streak
        ((1, 0), (), 2, NOT_MET),  # known from exactly the year that lacks
        ((1, 0), (), 1, REVIEW),  # nobody knows of the first year
        ((0,), (), None, REVIEW),
    ],
)
def test_t05_three_years_in_a_row(
    regime: str, back: tuple[int, ...], revoked: tuple[int, ...], known_since: int | None, verdict: Verdict
) -> None:
    on = DAYS[regime]
    year = on.year
    since = {0: 2000, None: None}.get(known_since, year - (known_since or 0))
    facts = PersonFacts(
        awards=tuple(Held("cstdcs", year - each, is_revoked=each in revoked) for each in back),
        inventions=(Invented(Level.MINISTRY, year),), known_since=since,
    )  # fmt: skip
    assert verdicts("cstdcb", facts, year, on) == [verdict, MET]


@pytest.mark.parametrize("regime", DAYS)
@pytest.mark.parametrize(
    ("invention", "verdict"),
    [
        (Invented(Level.MINISTRY, 2019), MET),
        (Invented(Level.STATE, 2018), MET),
        (Invented(Level.BASE, 2019), NOT_MET),
        (Invented(Level.MINISTRY, 2027), NOT_MET),  # recognised later
        (Invented(Level.MINISTRY, 2019, used_for="bk_bt"), REVIEW),  # an initiative serves one honour
        (Invented(Level.MINISTRY, 2019, used_for="cstdcb"), MET),  # this one
    ],
)
def test_t05_scope_of_the_initiative(regime: str, invention: Invented, verdict: Verdict) -> None:
    on = DAYS[regime]
    years = fighter_in(on.year - 2, on.year - 1, on.year)
    facts = PersonFacts(awards=years, inventions=(invention,), known_since=2000)
    assert verdicts("cstdcb", facts, on.year, on) == [MET, verdict]


def test_t05_years_that_served_before_are_for_people_to_decide() -> None:
    facts = PersonFacts(
        awards=(*fighter_in(2021, 2022, 2023), Held("cstdcb", 2022)), known_since=2000,
        inventions=(Invented(Level.MINISTRY, 2023),),
    )  # fmt: skip
    assert verdicts("cstdcb", facts, 2023, date(2023, 12, 1)) == [REVIEW, MET]


@pytest.mark.parametrize("regime", DAYS)
@pytest.mark.parametrize(
    ("back", "known", "verdict"),
    [
        ((3, 0), True, MET),
        ((0,), True, NOT_MET),
        ((), True, NOT_MET),
        ((0,), False, REVIEW),
        ((5, 0), True, REVIEW),  # whether they follow one another is for people
        ((9, 6), True, MET),
    ],
)
def test_t06_twice_in_a_row(regime: str, back: tuple[int, ...], known: bool, verdict: Verdict) -> None:
    on = DAYS[regime]
    facts = PersonFacts(
        awards=tuple(Held("cstdcb", on.year - each) for each in back), known_since=2000 if known else None,
        inventions=(Invented(Level.STATE, on.year),),
    )  # fmt: skip
    assert verdicts("cstdtq", facts, on.year, on) == [verdict, MET]


def test_the_domain_s_examples_of_a_streak() -> None:
    held = PersonFacts(awards=fighter_in(2021, 2022, 2023), known_since=2015)
    gap = PersonFacts(awards=fighter_in(2020, 2021, 2023), known_since=2015)
    on = date(2024, 1, 10)
    assert check("cstdcb", held, year=2023, submitted_on=on)[0].verdict == MET
    assert check("cstdcb", gap, year=2023, submitted_on=on)[0].verdict == NOT_MET


def test_while_registering_the_sentence_says_what_there_is() -> None:
    facts = PersonFacts(
        awards=fighter_in(2017, 2018), known_since=2014, inventions=(Invented(Level.MINISTRY, 2018),)
    )  # fmt: skip
    found = reach("cstdcb", facts, year=2019, law_on=DAYS["R2017"], names={"cstdcs": "Chiến sĩ thi đua cơ sở"})
    assert found.state == ReachState.WITHIN
    with override("vi"):
        found = reach("cstdcb", facts, year=2019, law_on=DAYS["R2017"], names={"cstdcs": "Chiến sĩ thi đua cơ sở"})
        assert found.sentence == ("Cần 03 năm liên tục đạt “Chiến sĩ thi đua cơ sở”; hiện có 02 năm: 2017, 2018.")


@pytest.mark.parametrize(
    ("years", "known_since", "state"),
    [
        ((2017, 2018), 2014, ReachState.WITHIN),
        ((2016, 2018), 2014, ReachState.OUT),
        ((2018,), 2018, ReachState.UNKNOWN),
        ((), None, ReachState.UNKNOWN),
        ((), 2014, ReachState.OUT),
    ],
)
def test_reach_of_the_ministry_s_title(years: tuple[int, ...], known_since: int | None, state: ReachState) -> None:
    facts = PersonFacts(awards=fighter_in(*years), known_since=known_since)
    assert reach("cstdcb", facts, year=2019, law_on=DAYS["R2017"]).state == state


def test_reach_of_the_national_title_while_the_second_is_ahead() -> None:
    facts = PersonFacts(awards=(Held("cstdcb", 2016),), known_since=2010)
    assert reach("cstdtq", facts, year=2019, law_on=DAYS["R2017"]).state == ReachState.WITHIN
    assert reach("cstdtq", facts, year=2018, law_on=DAYS["R2017"]).state == ReachState.OUT


def test_an_advanced_worker_is_within_reach_of_everyone_whom_the_year_may_rate_well() -> None:
    assert reach("ldtt", PersonFacts(), year=2025, law_on=DAYS["R2025"]).state == ReachState.WITHIN


def test_what_no_rule_checks_is_for_people() -> None:
    assert check("gk", PersonFacts(), year=2025, submitted_on=DAYS["R2025"]) == []
    assert reach("gk", PersonFacts(), year=2025, law_on=DAYS["R2025"]).sentence == ""


def test_findings_under_an_unread_law_say_so() -> None:
    (found,) = check("ldtt", PersonFacts(ratings={2026: GOOD}), year=2026, submitted_on=DAYS["R2026"])
    assert not found.is_verified


@given(st.sets(st.integers(2000, 2030)), st.integers(2003, 2030), st.integers(1990, 2031) | st.none())
def test_a_streak_is_met_exactly_by_three_awards_in_a_row(years: set[int], year: int, since: int | None) -> None:
    facts = PersonFacts(awards=fighter_in(*years), known_since=since)
    verdict = check("cstdcb", facts, year=year, submitted_on=DAYS["R2025"])[0].verdict
    assert (verdict == MET) is ({year - 2, year - 1, year} <= years)


@given(st.sets(st.integers(2000, 2030)), st.integers(2003, 2030), st.integers(1990, 2031) | st.none())
def test_knowing_more_never_turns_a_refusal_into_doubt(years: set[int], year: int, since: int | None) -> None:
    """With a complete register the answer is never that a fact is missing."""
    some = check("cstdcb", PersonFacts(fighter_in(*years), known_since=since), year=year, submitted_on=DAYS["R2025"])
    all_of_it = check(
        "cstdcb", PersonFacts(fighter_in(*years), known_since=1980), year=year, submitted_on=DAYS["R2025"]
    )
    assert all_of_it[0].verdict != REVIEW
    assert some[0].verdict in {all_of_it[0].verdict, REVIEW}
