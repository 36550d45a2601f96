"""Titles of collectives on the boundaries of their shares, under each regime; the domain reference's examples."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.honours.eligibility import Settings, UnitFacts, check, holders, quota_of_fighters, reach, regime_on
from apps.honours.eligibility.units import at_least, at_most
from apps.honours.enums import RatingLevel, ReachState, Verdict

MET, NOT_MET, REVIEW = Verdict.MET, Verdict.NOT_MET, Verdict.NEEDS_REVIEW
SINCE_2024 = (date(2024, 12, 1), date(2025, 12, 1), date(2026, 12, 1))
BEFORE = date(2019, 12, 1)
FINE = UnitFacts(
    headcount=18, holders={"ldtt": 13, "cstdcs": 1}, rating=RatingLevel.EXCELLENT, disciplined=0, completed=18
)  # fmt: skip


def verdicts(code: str, facts: UnitFacts, on: date) -> list[Verdict]:
    return [each.verdict for each in check(code, facts, year=on.year, submitted_on=on)]


@pytest.mark.parametrize("on", SINCE_2024)
@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, [MET, MET, MET]),
        ({"rating": RatingLevel.GOOD}, [MET, MET, MET]),
        ({"rating": RatingLevel.COMPLETED}, [NOT_MET, MET, MET]),
        ({"rating": None}, [REVIEW, MET, MET]),
        ({"holders": {"ldtt": 12}}, [MET, NOT_MET, MET]),  # 66.7 percent
        ({"headcount": 10, "holders": {"ldtt": 7}}, [MET, MET, MET]),  # exactly 70
        ({"headcount": 0, "holders": {"ldtt": 0}}, [MET, NOT_MET, MET]),
        ({"headcount": None}, [MET, REVIEW, MET]),
        ({"holders": {}}, [MET, REVIEW, MET]),
        ({"disciplined": 1}, [MET, MET, NOT_MET]),
        ({"disciplined": None}, [MET, MET, REVIEW]),
    ],
)
def test_c01(on: date, changed: dict[str, Any], expected: list[Verdict]) -> None:
    assert verdicts("ttldtt", replace(FINE, **changed), on) == expected


@pytest.mark.parametrize(("advanced", "verdict"), [(9, MET), (8, NOT_MET)])
def test_c06_before_2024_the_share_is_a_setting_not_verified(advanced: int, verdict: Verdict) -> None:
    (found,) = check("ttldtt", replace(FINE, holders={"ldtt": advanced}), year=2019, submitted_on=BEFORE)
    assert (found.verdict, found.is_verified) == (verdict, False)
    strict = Settings(advanced_share_2017=70)
    (found,) = check("ttldtt", FINE, year=2019, submitted_on=BEFORE, settings=strict)
    assert found.verdict == MET  # 13 of 18


@pytest.mark.parametrize("on", SINCE_2024)
@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, [MET, MET, MET, MET]),
        ({"rating": RatingLevel.GOOD}, [NOT_MET, MET, MET, MET]),
        ({"completed": 17}, [MET, NOT_MET, MET, MET]),
        ({"completed": None}, [MET, REVIEW, MET, MET]),
        ({"holders": {"ldtt": 12, "cstdcs": 1}}, [MET, MET, NOT_MET, MET]),
        ({"holders": {"ldtt": 13, "cstdcs": 0}}, [MET, MET, MET, NOT_MET]),
        ({"holders": {"ldtt": 13}}, [MET, MET, MET, REVIEW]),
    ],
)
def test_c02(on: date, changed: dict[str, Any], expected: list[Verdict]) -> None:
    assert verdicts("ttldxs", replace(FINE, **changed), on) == expected


def test_c02_is_not_verified_before_2024() -> None:
    assert verdicts("ttldxs", FINE, BEFORE) == [REVIEW]


def test_the_domain_s_example_of_eighteen() -> None:
    """Eighteen counted: thirteen Advanced Workers; of sixteen two fighters before 2024, no cap since."""
    assert at_least(70, 18) == 13
    before, since = regime_on(BEFORE), regime_on(SINCE_2024[0])
    assert before is not None
    assert since is not None
    assert quota_of_fighters(before, 16) == 2
    assert quota_of_fighters(since, 16) is None
    assert quota_of_fighters(since, 16, Settings(fighters_share=10)) == 1


def test_a_collective_ahead_of_its_year_is_within_reach_until_somebody_is_disciplined() -> None:
    nothing = UnitFacts(headcount=18)
    assert reach("ttldtt", nothing, year=2025, law_on=SINCE_2024[1]).state == ReachState.WITHIN
    disciplined = replace(nothing, disciplined=1)
    assert reach("ttldtt", disciplined, year=2025, law_on=SINCE_2024[1]).state == ReachState.OUT


def test_what_is_missing_is_counted() -> None:
    found = check("ttldtt", replace(FINE, holders={"ldtt": 11}), year=2025, submitted_on=SINCE_2024[1])[1]
    assert "2" in found.missing


@given(st.integers(0, 100), st.integers(0, 10_000))
def test_shares_round_towards_the_law(percent: int, of: int) -> None:
    need, most = at_least(percent, of), at_most(percent, of)
    assert need * 100 >= percent * of > (need - 1) * 100 or need == 0
    assert most * 100 <= percent * of < (most + 1) * 100
    assert need - most in (0, 1)


@pytest.mark.parametrize(
    ("aims", "expected"),
    [
        ([], {"ldtt": 0, "cstdcs": 0}),
        ([["ldtt"], ["ldtt", "cstdcs"], [], ["gk"]], {"ldtt": 2, "cstdcs": 1}),
        ([["cstdcb"], ["cstdtq"], ["cstdcs"]], {"ldtt": 3, "cstdcs": 3}),
    ],
)
def test_whoever_aims_higher_holds_the_titles_below(aims: list[list[str]], expected: dict[str, int]) -> None:
    assert holders(aims) == expected
