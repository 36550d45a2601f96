from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from apps.core import words


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        (0, "0", "0"),
        (86, "86", "86"),
        (1229, "1.229", "1,229"),
        (1_200_000, "1.200.000", "1,200,000"),
        (-4, "-4", "-4"),
    ],
)
def test_numbers_by_language(value, vietnamese, english):
    assert words.number(value, language="vi") == vietnamese
    assert words.number(value, language="en") == english


@pytest.mark.parametrize(("value", "written"), [(0, "0"), (1, "01"), (9, "09"), (10, "10"), (1229, "1.229")])
def test_counts_below_ten_take_a_zero_in_vietnamese_papers(value, written):
    assert words.padded(value, language="vi") == written
    assert words.padded(5, language="en") == "5"


@pytest.mark.parametrize(
    ("value", "written"),
    [(Decimal("17.6470"), "17,6%"), (16.25, "16,3%"), (100, "100%"), (Decimal("99.96"), "100%"), (0, "0%")],
)
def test_percent_keeps_one_decimal_at_most(value, written):
    assert words.percent(value, language="vi") == written


def test_a_share_of_nothing_is_no_rate():
    assert words.share(88, 88, language="vi") == "100%"
    assert words.share(3, 17, language="vi") == "17,6%"
    assert words.share(0, 0, language="vi") == "–"


def test_money_is_whole_dong():
    assert words.dong(6_000_000, language="vi") == "6.000.000 đồng"


def test_days_read_the_same_in_both_languages():
    assert words.day(date(2019, 7, 5)) == "05/07/2019"
    assert words.day(datetime(2019, 7, 4, 18, 0, tzinfo=UTC)) == "05/07/2019"  # already the 5th in Vietnam
    assert words.moment(datetime(2019, 7, 2, 7, 5, tzinfo=UTC)) == "02/07/2019 14:05"
