"""Pages of the register: what stands there, for whom, and how many queries it takes."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from apps.honours import actions
from apps.honours.actions import Line
from apps.honours.enums import DisciplineKind, RatingLevel
from apps.honours.models import Award, Decision
from apps.honours.tests import house
from apps.offices.actions import merge_offices
from tests.cast import Cast

SECRET, OFFICE_SECRET = "Lâm Thị Kín", "Phòng Riêng"


def url(name: str, *args: Any, query: str = "") -> str:
    return reverse(f"honours:{name}", args=["cum-9", *args]) + (f"?{query}" if query else "")


def page(client: Client, who: Any, name: str, *args: Any, query: str = "") -> str:
    client.force_login(who)
    response = client.get(url(name, *args, query=query))
    assert response.status_code == 200, (name, response.status_code)
    return response.content.decode()


@pytest.fixture
def filled(cast: Cast) -> Cast:
    """Hậu Giang has a person with everything, whom Bạc Liêu may not see."""
    secret = house.person(cast.other_office, SECRET)
    award = house.held(cast, secret, cast.other_office, number="55")
    house.record(
        cast, Line(honour=house.honour("ttldtt"), year=2019, office=cast.other_office), number="56", by=cast.other,
        office=cast.other_office,
    )  # fmt: skip
    given: dict[str, Any] = {"cluster": cast.cluster, "office": cast.other_office, "by": cast.other}
    actions.rate(**given, year=2019, levels={secret: RatingLevel.EXCELLENT, None: RatingLevel.GOOD})
    actions.discipline(
        **given, person=secret, kind=DisciplineKind.WARNING, decision="QĐ 1", valid_from=date(2019, 3, 1)
    )
    made = actions.record_initiative(**given, initiative=None, title="Sáng kiến kín", year=2019, authors={secret: None})
    cast.people["secret"] = None
    cast.secret = {"person": secret, "award": award, "initiative": made}  # type: ignore[attr-defined]
    return cast


LISTS = ("register", "by_office", "decisions", "initiatives", "disciplines", "ratings")


@pytest.mark.parametrize("name", LISTS)
def test_anothers_people_stand_on_no_page(filled: Cast, client: Client, name: str) -> None:
    """Names, and the counts of them."""
    for query in ("", "q=kin", "year=2019"):
        text = page(client, filled.clerk, name, query=query)
        assert SECRET not in text
        assert "Sáng kiến kín" not in text


def test_what_an_office_holds_the_cluster_sees(filled: Cast, client: Client) -> None:
    for who in (filled.clerk, filled.leader, filled.secretary):
        assert "Tập thể lao động tiên tiến" in page(client, who, "by_office")


def test_a_decision_says_how_many_are_not_seen(filled: Cast, client: Client) -> None:
    decision: Decision = filled.secret["award"].decision  # type: ignore[attr-defined]
    mine = house.person(filled.office)
    actions.add_awards(
        decision=decision, cluster=filled.cluster, lines=[house.title(mine, filled.office)], by=filled.clerk
    )
    text = page(client, filled.clerk, "decision", decision.pk)
    assert SECRET not in text
    assert "Nguyễn Thị Mẫu" in text
    assert "01 dòng" in text or "1 dòng" in text
    assert SECRET in page(client, filled.secretary, "decision", decision.pk)


@pytest.mark.parametrize("who", ["secretary", "leader", "other"])
def test_those_who_may_see_them(filled: Cast, client: Client, who: str) -> None:
    user = filled.people[who]
    for name in ("register", "initiatives", "disciplines"):
        assert SECRET in page(client, user, name), name
    pk = filled.secret["person"].pk  # type: ignore[attr-defined]
    text = page(client, user, "person", pk)
    for said in ("Lao động tiên tiến", "hoàn thành xuất sắc nhiệm vụ", "Cảnh cáo", "Sáng kiến kín"):
        assert said in text


def test_the_story_of_a_decision_names_nobody_of_another_cluster(filled: Cast, client: Client) -> None:
    """Both clusters' offices entered their own people of one paper; one line was taken off again."""
    decision: Decision = filled.secret["award"].decision  # type: ignore[attr-defined]
    stranger = house.person(filled.foreign_office, "Hồ Thị Lạ")
    line = house.title(stranger, filled.foreign_office)
    actions.add_awards(decision=decision, cluster=filled.other_cluster, lines=[line], by=filled.stranger)
    for _step in ("entered", "taken off"):
        text = page(client, filled.secretary, "decision", decision.pk)
        assert "Hồ Thị Lạ" not in text
        assert SECRET in text
        Award.objects.filter(person=stranger).delete()
    actions.remove_award(award=filled.secret["award"], cluster=filled.cluster, by=filled.other)  # type: ignore[attr-defined]
    assert SECRET in page(client, filled.secretary, "decision", decision.pk)
    assert SECRET not in page(client, filled.clerk, "decision", decision.pk)


def test_searching_finds_only_whom_one_enters_for(filled: Cast, client: Client) -> None:
    mine = house.person(filled.office, "Trần Thị Kín Đáo")
    client.force_login(filled.clerk)
    found = client.get(url("who", query="q=kin")).json()["found"]
    assert [each["code"] for each in found] == [f"p{mine.pk}"]
    client.force_login(filled.secretary)
    assert len(client.get(url("who", query="q=KÍN")).json()["found"]) == 2
    assert client.get(url("who", query="q=")).json()["found"] == []


def test_exports_leak_nothing_and_hold_what_the_page_holds(filled: Cast, client: Client) -> None:
    for who, seen in ((filled.clerk, False), (filled.secretary, True)):
        client.force_login(who)
        for name in ("register_excel", "initiatives_excel"):
            book = load_workbook(io.BytesIO(client.get(url(name)).content))
            text = str([cell.value for row in book.worksheets[0].iter_rows() for cell in row])
            assert (SECRET in text) is seen, name


def test_held_on_a_day(filled: Cast, client: Client) -> None:
    assert SECRET not in page(client, filled.secretary, "register", query="on=14/01/2020")
    assert SECRET in page(client, filled.secretary, "register", query="on=15/01/2020")
    award: Award = filled.secret["award"]  # type: ignore[attr-defined]
    actions.revoke_award(
        award=award, cluster=filled.cluster, number="9", signed_on=date(2020, 6, 1), body="VPQH", reason="Khai gian",
        by=filled.secretary,
    )  # fmt: skip
    assert SECRET not in page(client, filled.secretary, "register")
    assert SECRET in page(client, filled.secretary, "register", query="on=31/05/2020")
    assert "thu hồi từ 01/06/2020" in page(client, filled.secretary, "decision", award.decision_id)


def test_an_office_with_the_past_of_those_that_went_into_it(cast: Cast, client: Client) -> None:
    house.record(cast, Line(honour=house.honour("ttldxs"), year=2019, office=cast.office))
    merged = merge_offices(
        cluster=cast.cluster, predecessors=[cast.offices["ca-mau"], cast.office], on=date(2025, 7, 1),
        values={"code": "moi", "name": "Văn phòng mới", "short_name": "Mới"}, by=cast.administrator,
    )  # fmt: skip
    text = page(client, cast.leader, "office", merged.pk)
    assert "Tập thể lao động xuất sắc" in text
    assert "Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu" in text
    assert "Tập thể lao động xuất sắc" in page(client, cast.leader, "by_office", query=f"office={merged.pk}")


def test_what_2019_held_stands_through_a_merger(filled: Cast, client: Client) -> None:
    """Lists of a day as Excel, byte for byte, under the names of then."""
    client.force_login(filled.leader)
    asked = [(name, "on=31/12/2020") for name in ("register_excel", "by_office_excel")]
    before = [client.get(url(name, query=query)).content for name, query in asked]
    sheet = load_workbook(io.BytesIO(before[0])).worksheets[0]
    assert SECRET in [cell.value for row in sheet.iter_rows() for cell in row]
    merge_offices(
        cluster=filled.cluster, predecessors=[filled.office, filled.other_office], on=date(2025, 7, 1),
        values={"code": "moi", "name": "Văn phòng mới", "short_name": "Mới"}, by=filled.administrator,
    )  # fmt: skip
    assert [client.get(url(name, query=query)).content for name, query in asked] == before


def test_names_are_those_of_the_day(cast: Cast, client: Client) -> None:
    assert "đoàn thể trung ương" in page(client, cast.clerk, "catalogue", query="on=31/12/2023")
    now = page(client, cast.clerk, "catalogue", query="on=01/01/2024")
    assert "Chiến sĩ thi đua Bộ, ban, ngành, tỉnh" in now
    assert "Phong trào thi đua theo chuyên đề" not in now
    assert "Phong trào thi đua theo chuyên đề" in page(client, cast.clerk, "catalogue", query="on=01/10/2026")


def test_an_offices_year_is_rated_on_one_page(cast: Cast, client: Client) -> None:
    people = [house.person(cast.office, name) for name in ("Nguyễn Văn An", "Lê Thị Bình")]
    client.force_login(cast.clerk)
    address = url("rating_grid", cast.office.pk, 2019)
    data = {"office": "good", **{f"p{each.pk}": "excellent" for each in people}}
    assert client.post(address, data).status_code == 302
    assert client.post(address, {**data, f"p{people[0].pk}": "fine"}).status_code == 422
    text = page(client, cast.secretary, "ratings", query="year=2019")
    assert "2/2" in text


Costs = Callable[..., None]


@pytest.mark.parametrize(
    ("name", "queries"),
    [("register", 13), ("decisions", 10), ("initiatives", 15), ("disciplines", 14), ("ratings", 14)],
)
def test_lists_cost_the_same(cast: Cast, client: Client, costs: Costs, name: str, queries: int) -> None:
    client.force_login(cast.secretary)
    numbers = iter(range(1, 100))

    def add(number: int) -> None:
        for _each in range(number):
            index = next(numbers)
            who = house.person(cast.office, f"Người {index}")
            house.held(cast, who, cast.office, number=str(index))
            given: dict[str, Any] = {"cluster": cast.cluster, "office": cast.office, "by": cast.secretary}
            actions.rate(**given, year=2019, levels={who: RatingLevel.GOOD})
            actions.discipline(
                **given, person=who, kind=DisciplineKind.WARNING, decision="Q", valid_from=date(2019, 3, 1)
            )
            actions.record_initiative(**given, initiative=None, title=f"S {index}", year=2019, authors={who: None})

    costs(queries, add=add, read=lambda: client.get(url(name, query="year=2019" if name != "disciplines" else "")))


@pytest.mark.parametrize("number", [1, 3, 1000])
def test_many_people_cost_what_one_costs(
    cast: Cast, client: Client, number: int, django_assert_num_queries: Any
) -> None:
    decision = house.record(cast).decision
    people = [house.person(cast.office, f"Người {index}") for index in range(number)]
    Award.objects.bulk_create([
        Award(decision=decision, honour=house.honour("ldtt"), person=each, office=cast.office, year=2019,
              honour_name="Lao động tiên tiến", unit_name="V")
        for each in people
    ])  # fmt: skip
    client.force_login(cast.secretary)
    client.get(url("register"))
    for name, arguments, queries in (
        ("register", (), 13),
        ("decision", (decision.pk,), 18),
        ("register_excel", (), 10),
    ):
        with django_assert_num_queries(queries, info=name):
            client.get(url(name, *arguments))


@pytest.mark.parametrize("year", [0, 1947, 2101, 99_999_999])
def test_ratings_of_a_year_that_cannot_be_are_not_found(client: Client, cast: Cast, year: int) -> None:
    client.force_login(cast.secretary)
    assert client.get(f"/c/cum-9/honours/ratings/{cast.office.pk}/{year}/").status_code == 404
