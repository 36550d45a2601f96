"""Standings by tables on their boundaries, and what holds for all of them."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.pledges.enums import Comparison, Standing
from apps.pledges.progress import ALL, NOTHING, Goal, elapsed, expected, standing

HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)
R, O, B, N = Standing.REACHED, Standing.ON_COURSE, Standing.BEHIND, Standing.NO_DATA  # noqa: E741
YEAR = (date(2019, 1, 1), date(2019, 12, 31))


@pytest.mark.parametrize(
    ("comparison", "grows", "level", "figure", "share", "found"),
    [
        (Comparison.AT_LEAST, True, 20, None, HALF, N),
        (Comparison.AT_LEAST, True, 20, 9, HALF, B),
        (Comparison.AT_LEAST, True, 20, 10, HALF, O),
        (Comparison.AT_LEAST, True, 20, 19, HALF, O),
        (Comparison.AT_LEAST, True, 20, 20, HALF, R),
        (Comparison.AT_LEAST, True, 20, 0, NOTHING, O),
        (Comparison.AT_LEAST, True, 20, 19, ALL, B),
        (Comparison.AT_LEAST, True, 20, 20, ALL, R),
        (Comparison.AT_LEAST, True, 0, 0, QUARTER, R),
        (Comparison.AT_LEAST, True, 3, 0, QUARTER, B),  # three quarters of one are expected by now
        (Comparison.AT_LEAST, False, 20, 19, QUARTER, B),  # a stock is what it is
        (Comparison.AT_LEAST, False, 20, 20, QUARTER, R),
        (Comparison.AT_MOST, True, 4, None, ALL, N),
        (Comparison.AT_MOST, True, 4, 2, HALF, O),
        (Comparison.AT_MOST, True, 4, 3, HALF, B),
        (Comparison.AT_MOST, True, 4, 5, HALF, B),
        (Comparison.AT_MOST, True, 4, 4, ALL, R),
        (Comparison.AT_MOST, True, 4, 5, ALL, B),
        (Comparison.AT_MOST, True, 0, 0, HALF, O),
        (Comparison.AT_MOST, True, 0, 1, NOTHING, B),
        (Comparison.AT_MOST, False, 4, 4, NOTHING, O),
        (Comparison.EXACTLY, True, 5, None, HALF, N),
        (Comparison.EXACTLY, True, 5, 0, HALF, O),
        (Comparison.EXACTLY, True, 5, 5, HALF, O),
        (Comparison.EXACTLY, True, 5, 6, HALF, B),
        (Comparison.EXACTLY, True, 5, 4, ALL, B),
        (Comparison.EXACTLY, True, 5, 5, ALL, R),
        (Comparison.EXACTLY, True, 5, 6, ALL, B),
        (Comparison.EXACTLY, False, 5, 6, HALF, O),
        (Comparison.PERCENTAGE, True, 1, None, HALF, N),
        (Comparison.PERCENTAGE, True, 1, 1, QUARTER, R),
        (Comparison.PERCENTAGE, True, Fraction(39, 40), Fraction(38, 40), QUARTER, B),
        (Comparison.PERCENTAGE, True, Fraction(39, 40), Fraction(39, 40), ALL, R),
    ],
)
def test_a_standing(
    comparison: str, grows: bool, level: int, figure: int | None, share: Fraction, found: Standing
) -> None:
    said = standing(Goal(comparison, Fraction(level), grows), None if figure is None else Fraction(figure), share)
    assert said == found


@pytest.mark.parametrize(
    ("on", "share"),
    [
        (date(2018, 12, 31), NOTHING),
        (date(2019, 1, 1), Fraction(1, 365)),
        (date(2019, 6, 30), Fraction(181, 365)),
        (date(2019, 12, 30), Fraction(364, 365)),
        (date(2019, 12, 31), ALL),
        (date(2024, 2, 29), ALL),
    ],
)
def test_the_share_that_has_passed(on: date, share: Fraction) -> None:
    assert elapsed(*YEAR, on) == share


def test_a_window_in_the_wrong_order_is_a_fault() -> None:
    with pytest.raises(ValueError, match="first day"):
        elapsed(date(2019, 2, 1), date(2019, 1, 31), date(2019, 2, 1))


def test_an_unknown_comparison_is_a_fault() -> None:
    with pytest.raises(ValueError, match="more or less"):
        standing(Goal("more or less", ALL), ALL, ALL)


comparisons = st.sampled_from(Comparison.values)
levels = st.fractions(min_value=0, max_value=1000)
shares = st.fractions(min_value=0, max_value=1)
ORDER = {Standing.BEHIND: 0, Standing.ON_COURSE: 1, Standing.REACHED: 2}


@given(comparisons, levels, levels, st.booleans())
def test_at_the_end_it_is_reached_or_not(comparison: str, level: Fraction, figure: Fraction, grows: bool) -> None:
    assert standing(Goal(comparison, level, grows), figure, ALL) in {Standing.REACHED, Standing.BEHIND}


@given(comparisons, levels, shares, st.booleans())
def test_without_a_figure_there_is_no_data(comparison: str, level: Fraction, share: Fraction, grows: bool) -> None:
    assert standing(Goal(comparison, level, grows), None, share) == Standing.NO_DATA


@given(levels, levels, levels, shares, st.booleans())
def test_more_is_never_worse_for_at_least_nor_better_for_at_most(
    level: Fraction, figure: Fraction, more: Fraction, share: Fraction, grows: bool
) -> None:
    def rank(comparison: str, value: Fraction) -> int:
        return ORDER[standing(Goal(comparison, level, grows), value, share)]

    assert rank(Comparison.AT_LEAST, figure + more) >= rank(Comparison.AT_LEAST, figure)
    assert rank(Comparison.PERCENTAGE, figure + more) >= rank(Comparison.PERCENTAGE, figure)
    assert rank(Comparison.AT_MOST, figure + more) <= rank(Comparison.AT_MOST, figure)


@given(comparisons, levels, levels, levels, shares)
def test_what_is_said_of_a_part_no_further_count_could_change(
    comparison: str, level: Fraction, figure: Fraction, more: Fraction, share: Fraction
) -> None:
    goal = Goal(comparison, level)
    said = standing(goal, figure, share, is_whole=False)
    whole = standing(goal, figure + more, share)
    if comparison == Comparison.AT_LEAST:
        assert said == Standing.NO_DATA or whole in {said, Standing.REACHED}
    elif comparison != Comparison.PERCENTAGE:
        assert said in {Standing.NO_DATA, whole}


@given(levels, levels, shares)
def test_what_is_expected_by_now_is_where_being_on_course_begins(
    level: Fraction, figure: Fraction, share: Fraction
) -> None:
    goal = Goal(Comparison.AT_LEAST, level)
    by_now = expected(goal, share)
    if by_now is not None:
        assert (standing(goal, figure, share) == Standing.BEHIND) is (figure < by_now)
        assert by_now <= level


@given(st.integers(0, 800), st.integers(0, 800), st.integers(1, 366))
def test_a_window_passes_day_by_day(first: int, second: int, length: int) -> None:
    start = date(2019, 1, 1)
    end = start + timedelta(days=length - 1)
    early, late = sorted((start + timedelta(days=first - 200), start + timedelta(days=second - 200)))
    assert 0 <= elapsed(start, end, early) <= elapsed(start, end, late) <= 1


@pytest.mark.parametrize(
    ("goal", "share"),
    [
        (Goal(Comparison.PERCENTAGE, ALL), HALF),
        (Goal(Comparison.EXACTLY, ALL), HALF),
        (Goal(Comparison.AT_LEAST, ALL, grows=False), HALF),
        (Goal(Comparison.AT_LEAST, ALL), ALL),
    ],
)
def test_where_the_passing_of_time_says_nothing(goal: Goal, share: Fraction) -> None:
    assert expected(goal, share) is None
