"""What the lists of the register give as workbooks: the rows that the reader sees, and no others."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.test import Client

from apps.honours.enums import DisciplineKind, RatingLevel
from apps.honours.models import Discipline, Rating
from apps.honours.tests import house
from tests.cast import Cast

pytestmark = pytest.mark.django_db
AT = "/c/cum-9/honours/"


def rows(client: Client, user: Any, path: str) -> list[tuple[Any, ...]]:
    """Below the headings, without the running number."""
    client.force_login(user)
    answer = client.get(f"{AT}{path}")
    assert answer.status_code == 200
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    return [row[1:] for row in book.worksheets[0].iter_rows(min_row=5, values_only=True)]


def test_decisions_with_the_lines_that_the_reader_sees(cast: Cast, client: Client) -> None:
    mau, other = house.person(cast.office), house.person(cast.other_office, "Lê Văn Khác")
    house.record(cast, house.title(mau, cast.office), house.title(other, cast.other_office), number="12")
    house.record(cast, house.title(mau, cast.office, 2018), number="13", signed_on=date(2019, 1, 15))
    for user, lines in ((cast.secretary, 2), (cast.clerk, 1)):
        found = {row[0]: row for row in rows(client, user, "decisions/excel/")}
        assert {number: row[6] for number, row in found.items()} == {"12": lines, "13": 1}
        assert found["13"][2].date() == date(2019, 1, 15)
    assert [row[0] for row in rows(client, cast.secretary, "decisions/excel/?year=2019")] == ["13"]


def test_ratings_of_a_year_office_by_office(cast: Cast, client: Client) -> None:
    mau, other = house.person(cast.office), house.person(cast.other_office, "Lê Văn Khác")
    mau.birth_year = 1985
    mau.save(update_fields=["birth_year"])
    for who, office, year in (
        (None, cast.office, 2019), (mau, cast.office, 2019), (other, cast.other_office, 2019), (mau, cast.office, 2018),
    ):  # fmt: skip
        Rating.objects.create(person=who, office=office, year=year, level=RatingLevel.GOOD)
    good = "Hoàn thành tốt nhiệm vụ"
    own = [("Bạc Liêu", "Tập thể", None, good), ("Bạc Liêu", "Nguyễn Thị Mẫu", 1985, good)]
    assert rows(client, cast.clerk, "ratings/excel/?year=2019") == own
    everybody = [*own, ("Hậu Giang", "Lê Văn Khác", None, good)]
    assert rows(client, cast.secretary, "ratings/excel/?year=2019") == everybody


def test_disciplines_in_force_and_past(cast: Cast, client: Client) -> None:
    mau, other = house.person(cast.office), house.person(cast.other_office, "Lê Văn Khác")
    for who, office, until in ((mau, cast.office, date(2019, 9, 1)), (other, cast.other_office, None)):
        Discipline.objects.create(
            person=who, office=office, kind=DisciplineKind.REPRIMAND, decision="=QĐ 1", valid_from=date(2019, 3, 1),
            valid_to=until,
        )  # fmt: skip
    (row,) = rows(client, cast.clerk, "disciplines/excel/")
    assert row[:4] == ("Nguyễn Thị Mẫu", "Bạc Liêu", "Khiển trách", "=QĐ 1")
    assert [day.date() for day in row[4:6]] == [date(2019, 3, 1), date(2019, 9, 1)]
    assert len(rows(client, cast.secretary, "disciplines/excel/")) == 2
    client.force_login(cast.clerk)
    for path in ("decisions", "ratings", "disciplines"):
        assert f"{AT}{path}/excel/" in client.get(f"{AT}{path}/?year=2019").content.decode() or path == "decisions"


@pytest.mark.parametrize(("path", "queries"), [("decisions", 7), ("ratings", 9), ("disciplines", 7)])
def test_the_cost_does_not_grow(cast: Cast, client: Client, costs: Any, path: str, queries: int) -> None:
    def add(count: int) -> None:
        for _ in range(count):
            who = house.person(cast.office)
            house.held(cast, who, cast.office)
            Rating.objects.create(person=who, office=cast.office, year=2019, level=RatingLevel.GOOD)
            Discipline.objects.create(
                person=who, office=cast.office, kind=DisciplineKind.REPRIMAND, decision="1", valid_from=date(2019, 3, 1)
            )

    client.force_login(cast.secretary)
    costs(queries, add=add, read=lambda: client.get(f"{AT}{path}/excel/?year=2019"))
