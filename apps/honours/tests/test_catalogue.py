"""The two catalogues say what the law of a day says."""

from datetime import date
from typing import Any

import pytest

from apps.honours import catalogue
from apps.honours.models import Honour, HonourName

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("cstdcb", date(2019, 12, 31), "Chiến sĩ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương"),
        ("cstdcb", date(2023, 12, 31), "Chiến sĩ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương"),
        ("cstdcb", date(2024, 1, 1), "Chiến sĩ thi đua Bộ, ban, ngành, tỉnh"),
        ("ldtt", date(2019, 1, 1), "Lao động tiên tiến"),
    ],
)
def test_a_name_is_that_of_the_day(code: str, day: date, name: str) -> None:
    found: Any = Honour.objects.named_on(day).get(code=code)
    assert found.name_then == name


def test_before_the_first_known_law_there_is_nothing() -> None:
    assert not Honour.objects.named_on(date(2003, 12, 31)).exists()


def test_titles_and_forms_are_two_catalogues() -> None:
    assert set(Honour.objects.titles()) & set(Honour.objects.forms()) == set()
    assert Honour.objects.titles().count() + Honour.objects.forms().count() == len(catalogue.ROWS)


def test_installing_again_changes_nothing() -> None:
    before = list(HonourName.objects.values_list())
    catalogue.install()
    assert list(HonourName.objects.values_list()) == before
