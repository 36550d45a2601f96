"""Working days of Vietnam, over the lunar new years that offices remember, and as arithmetic."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.core import workdays

DAYS = st.dates(date(2012, 1, 1), date(2035, 12, 31))
COUNTS = st.integers(1, 30)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2025, 1, 24), True),  # Friday before the lunar new year of 2025
        *((date(2025, 1, number), False) for number in range(25, 32)),
        (date(2025, 2, 1), False),
        (date(2025, 2, 2), False),
        (date(2025, 2, 3), True),
        (date(2026, 2, 13), True),
        *((date(2026, 2, number), False) for number in range(14, 23)),
        (date(2026, 2, 23), True),
        (date(2025, 4, 7), False),  # Hùng Kings, the tenth of the third lunar month
        (date(2026, 4, 27), False),  # its Monday, as it fell on a Sunday
        (date(2025, 9, 1), False),
        (date(2025, 9, 2), False),
        (date(2025, 5, 2), False),  # moved
        (date(2025, 4, 26), False),  # the Saturday worked for it
    ],
)
def test_who_works(day: date, works: bool) -> None:
    assert workdays.is_working_day(day) is works


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2025, 2, 5), 7, date(2025, 1, 20)),  # two days of February, five of January
        (date(2025, 2, 3), 1, date(2025, 1, 24)),
        (date(2026, 2, 23), 7, date(2026, 2, 5)),
        (date(2026, 2, 24), 7, date(2026, 2, 6)),
        (date(2025, 6, 16), 0, date(2025, 6, 16)),
    ],
)
def test_before_the_new_year(day: date, count: int, expected: date) -> None:
    assert workdays.before(day, count) == expected


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [(date(2025, 1, 24), 1, date(2025, 2, 3)), (date(2026, 2, 12), 5, date(2026, 2, 26))],
)
def test_after_the_new_year(day: date, count: int, expected: date) -> None:
    assert workdays.after(day, count) == expected


@given(DAYS, COUNTS)
def test_a_term_starts_and_ends_on_working_days(day: date, count: int) -> None:
    earlier, later = workdays.before(day, count), workdays.after(day, count)
    assert earlier < day < later
    assert workdays.is_working_day(earlier)
    assert workdays.is_working_day(later)
    assert workdays.between(earlier, day) == count
    assert workdays.between(day + timedelta(days=1), later + timedelta(days=1)) == count


@given(DAYS, COUNTS)
def test_there_and_back(day: date, count: int) -> None:
    """From a working day; from any other, the way back ends on the working day beside it."""
    back = workdays.after(workdays.before(day, count), count)
    assert back == day if workdays.is_working_day(day) else back > day


@given(DAYS, COUNTS)
def test_one_day_later_is_too_late(day: date, count: int) -> None:
    latest = workdays.before(day, count)
    assert workdays.between(latest, day) >= count > workdays.between(latest + timedelta(days=1), day)


@given(DAYS, DAYS, COUNTS)
def test_a_later_day_never_has_an_earlier_term(one: date, other: date, count: int) -> None:
    first, last = sorted((one, other))
    assert workdays.before(first, count) <= workdays.before(last, count)
    assert workdays.after(first, count) <= workdays.after(last, count)


@given(DAYS)
def test_a_week_has_five_working_days_at_most(day: date) -> None:
    assert workdays.between(day, day + timedelta(days=7)) <= 5
    assert workdays.between(day, day) == 0
