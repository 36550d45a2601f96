"""Working days: Monday to Friday without the public holidays of Vietnam. Pure arithmetic on days, no database.

Holidays, the lunar new year among them, come from the package `holidays`, which also knows the days off that were moved
in a year. A Saturday worked in exchange does not count as a working day. Holidays of years to come are computed from
the law; the government may still move some.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from holidays import country_holidays

ONE = timedelta(days=1)
SATURDAY = 5


@cache
def _off(year: int) -> frozenset[date]:
    """The public holidays of one year, those within weekends too."""
    return frozenset(country_holidays("VN", years=year))


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in _off(day.year)


def before(day: date, count: int) -> date:
    """The `count`-th working day before `day`, which itself does not count: the last one on which to be in time."""
    return _step(day, count, -ONE)


def after(day: date, count: int) -> date:
    """The `count`-th working day after `day`, which itself does not count."""
    return _step(day, count, ONE)


def _step(day: date, count: int, way: timedelta) -> date:
    while count > 0:
        day += way
        count -= is_working_day(day)
    return day


def between(first: date, last: date) -> int:
    """Working days from `first` on and before `last`; none where `last` is not later."""
    return sum(is_working_day(first + ONE * number) for number in range((last - first).days))
