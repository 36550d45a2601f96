"""What is unusual beside an office's own past: exact, monotone, quiet about small changes."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.reports.checks.unusual import LEAST_PAST, STEADIEST, THRESHOLD, Verdict, at_least, at_most, judge

COUNTS = st.integers(0, 3000)
PAST = st.lists(COUNTS, min_size=LEAST_PAST, max_size=4)
QUIET, HIGH, LOW = Verdict.USUAL, Verdict.HIGH, Verdict.LOW


@pytest.mark.parametrize(
    ("past", "value", "verdict"),
    [
        ((0, 0, 0), 1, QUIET),
        ((0, 0, 0, 0), 1, QUIET),
        ((0, 0, 0), 5, QUIET),
        ((0, 0, 0), 6, HIGH),
        ((2, 2, 2), 4, QUIET),
        ((2, 2, 2, 2), 4, QUIET),
        ((3, 3, 3), 10, QUIET),
        ((3, 3, 3), 40, HIGH),
        ((3, 2, 4, 3), 40, HIGH),
        ((0, 0, 30), 100, QUIET),  # an office whose work comes in lumps
        ((5, 5, 5), 0, QUIET),
        ((20, 20, 20), 0, LOW),
        ((1200, 1229, 1180), 1500, QUIET),  # a quarter more is nothing, however steady the past was
        ((1200, 1229, 1180), 12290, HIGH),  # a digit too many
        ((1200, 1229, 1180), 123, LOW),  # a digit too few
        ((2400, 2537, 2674, 2811), 2900, QUIET),
    ],
)
def test_examples(past: tuple[int, ...], value: int, verdict: Verdict) -> None:
    assert judge(past, value).verdict == verdict


def test_too_few_periods_say_nothing() -> None:
    for past in ((), (3,), (3, 3)):
        assert judge(past, 10**6).verdict == Verdict.TOO_FEW


def _beta(alpha: int, beta: int) -> Fraction:
    return Fraction(math.factorial(alpha - 1) * math.factorial(beta - 1), math.factorial(alpha + beta - 1))


@given(st.integers(0, 30), st.integers(0, 60))
def test_the_tails_are_exact(value: int, past: int) -> None:
    """Beside whole-number arithmetic without rounding."""
    alpha, beta, total = 16, 48, value + past

    def weight(count: int) -> Fraction:
        ways = math.comb(total, count)
        return ways * _beta(count + alpha, total - count + beta) / _beta(alpha, beta)

    above = sum((weight(count) for count in range(value, total + 1)), Fraction(0))
    below = sum((weight(count) for count in range(value + 1)), Fraction(0))
    assert at_least(value, past, alpha, beta) == pytest.approx(float(above), rel=1e-9)
    assert at_most(value, past, alpha, beta) == pytest.approx(float(below), rel=1e-9)


@given(PAST, COUNTS, COUNTS)
def test_what_is_further_out_is_not_less_unusual(past: list[int], one: int, other: int) -> None:
    near, far = sorted((max(past) + one, max(past) + other))
    assert judge(past, far).probability <= judge(past, near).probability * (1 + 1e-6)
    if judge(past, near).verdict == HIGH:
        assert judge(past, far).verdict == HIGH
    far, near = sorted((max(0, min(past) - one), max(0, min(past) - other)))
    assert judge(past, far).probability <= judge(past, near).probability * (1 + 1e-6)
    if judge(past, near).verdict == LOW:
        assert judge(past, far).verdict == LOW


@given(PAST, st.data())
def test_nothing_within_the_range_of_the_past_is_unusual(past: list[int], data: st.DataObject) -> None:
    value = data.draw(st.integers(min(past), max(past)))
    assert judge(past, value).verdict == QUIET
    assert judge(past, value).probability == 1


@given(PAST, COUNTS)
def test_high_is_above_and_low_is_below_the_past(past: list[int], value: int) -> None:
    found = judge(past, value)
    assert found.verdict != HIGH or value > max(past)
    assert found.verdict != LOW or value < min(past)
    assert (found.verdict == QUIET) == (found.probability >= THRESHOLD)


@given(PAST, COUNTS)
def test_the_order_of_the_past_does_not_matter(past: list[int], value: int) -> None:
    assert judge(past, value).verdict == judge(sorted(past), value).verdict


@given(st.integers(0, 200), st.integers(LEAST_PAST, 4))
def test_both_directions_are_judged_alike(steady: int, count: int) -> None:
    """From so many to so much fewer is as unusual as back, but for the certainty that the longer past lends."""
    past = [steady] * count
    for value in range(2 * steady):
        found = judge(past, value).verdict
        assert found != (LOW if value >= steady else HIGH)
    if steady >= 12:
        assert judge(past, 0).verdict == LOW
        assert judge([0] * count, steady).verdict == HIGH


def test_large_amounts_are_judged_quickly() -> None:
    past = (6_000_000_000, 5_000_000_000, 7_000_000_000)
    assert judge(past, 60_000_000_000).verdict == HIGH
    assert judge(past, 6_500_000_000).verdict == QUIET
    assert judge(past, 60_000_000).verdict == LOW
    assert STEADIEST < 50  # never so sure of oneself that a quarter more would be an alarm
