"""The months of a period, cut at its ends; how spans are said."""

from datetime import date
from itertools import pairwise

import pytest

from apps.activities.grid.spans import in_words, key, months
from apps.indicators.reading import Window


def window(begin: str, end: str) -> Window:
    return Window(date.fromisoformat(begin), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        ("2019-01-01", "2019-06-30", ["01/2019", "02/2019", "03/2019", "04/2019", "05/2019", "06/2019"]),
        ("2019-12-15", "2020-02-14", ["15/12/2019–31/12/2019", "01/2020", "01/02/2020–14/02/2020"]),
        ("2020-02-01", "2020-02-29", ["02/2020"]),
        ("2019-03-05", "2019-03-05", ["05/03/2019–05/03/2019"]),
    ],
)
def test_months_fill_the_period_without_a_gap(begin: str, end: str, expected: list[str]) -> None:
    found = months(window(begin, end))
    assert [in_words(each) for each in found] == expected
    assert (found[0].starts_on, found[-1].ends_on) == (date.fromisoformat(begin), date.fromisoformat(end))
    assert all((later.starts_on - former.ends_on).days == 1 for former, later in pairwise(found))


def test_keys_are_unique_in_a_half_that_begins_in_december() -> None:
    whole = window("2018-12-15", "2019-06-14")
    keys = [key(each, whole) for each in (*months(whole), whole)]
    assert keys == ["2018-12", *(f"2019-{number:02d}" for number in range(1, 7)), "whole"]
