"""The pages of an office's people: order, filters, totals, whose names are seen, and what stays unsaid to others."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.test import Client

from apps.offices import actions
from apps.offices.models import Employment, Lineage, Membership, Person
from apps.offices.tests.test_staff import added
from tests.cast import Cast

pytestmark = pytest.mark.django_db
HERE = "/c/cum-9/offices/bac-lieu/people/"
THERE = "/c/cum-9/offices/hau-giang/people/"


@pytest.fixture
def clerk(client: Client, cast: Cast) -> Client:
    client.force_login(cast.clerk)
    return client


def names(client: Client, url: str) -> list[str]:
    return [row.person.full_name for row in client.get(url).context["lines"]]


def test_by_given_name_in_vietnamese_order(clerk: Client, cast: Cast) -> None:
    for name in ("Nguyễn Thị Ước", "Trần Văn Ân", "Lê Thí Dụ", "Phạm Đình Đâu", "Lý Ánh"):
        added(cast, full_name=name)
    assert names(clerk, HERE) == ["Lý Ánh", "Trần Văn Ân", "Lê Thí Dụ", "Phạm Đình Đâu", "Nguyễn Thị Ước"]


def test_totals_say_why_and_filters_narrow(clerk: Client, cast: Cast) -> None:
    added(cast)
    added(cast, full_name="Trần Nghỉ Phép", is_counted=False, not_counted_because="Nghỉ không lương")
    added(cast, full_name="Võ Đến Sau", valid_from=date(2019, 7, 1))
    page = clerk.get(HERE)
    assert page.context["head"].counted == 2
    assert "Nghỉ không lương: 1" in page.text
    assert names(clerk, f"{HERE}?on=30/06/2019") == ["Lê Thí Dụ", "Trần Nghỉ Phép"]
    assert names(clerk, f"{HERE}?not_counted=on") == ["Trần Nghỉ Phép"]
    assert names(clerk, f"{HERE}?q=thi du") == names(clerk, f"{HERE}?q=THÍ+DỤ") == ["Lê Thí Dụ"]
    assert "Không có người nào phù hợp" in clerk.get(f"{HERE}?q=khong-ai").text
    assert "Ngày 01/01/2010 chưa có ai" in clerk.get(f"{HERE}?on=01/01/2010").text
    assert "“hôm qua” không phải là ngày" in clerk.get(f"{HERE}?on=hôm qua").text


def test_an_empty_office_is_shown_the_way(clerk: Client, cast: Cast) -> None:
    page = clerk.get(HERE).text
    assert "Tải tệp mẫu, điền một lần cho cả văn phòng" in page
    clerk.force_login(cast.leader)
    assert "Văn phòng chưa nhập danh sách" in clerk.get(HERE).text


def test_pages_of_fifty(clerk: Client, cast: Cast) -> None:
    people = Person.objects.create_many(Person(full_name=f"Nguyễn Văn A{number:03}") for number in range(60))
    Employment.objects.bulk_create(
        Employment(person=person, office=cast.office, kind="civil", valid_from=date(2019, 1, 1)) for person in people
    )
    assert len(names(clerk, HERE)) == 50
    assert len(names(clerk, f"{HERE}?page=2")) == 10
    assert "60" in clerk.get(HERE).text


@pytest.fixture
def crowd(cast: Cast) -> Callable[[int], None]:
    def add(count: int) -> None:
        people = Person.objects.create_many(
            Person(full_name=f"Nguyễn Văn {number}", birth_year=1980) for number in range(count)
        )
        Employment.objects.bulk_create(
            Employment(
                person=person, office=cast.office, kind="civil", valid_from=date(2019, 1, 1),
                is_counted=number % 3 > 0, not_counted_because="" if number % 3 else "Biệt phái",
            )
            for number, person in enumerate(people)
        )  # fmt: skip

    return add


@pytest.mark.parametrize(("url", "queries"), [(HERE, 13), (f"{HERE}?q=van&not_counted=on", 14), (f"{HERE}export/", 9)])
def test_the_list_costs_the_same(
    clerk: Client, crowd: Callable[[int], None], costs: Callable[..., None], url: str, queries: int
) -> None:
    costs(queries, add=crowd, read=lambda: clerk.get(url))


def test_a_thousand_cost_as_few_queries(
    clerk: Client, crowd: Callable[[int], None], django_assert_num_queries: Any
) -> None:
    crowd(1000)
    clerk.get(HERE)
    with django_assert_num_queries(13):
        assert clerk.get(HERE).context["head"].total == 1000
    with django_assert_num_queries(9):
        clerk.get(f"{HERE}export/")


def test_the_choice_of_an_office(client: Client, cast: Cast, django_assert_num_queries: Any) -> None:
    added(cast)
    added(cast, full_name="Trần Nghỉ", is_counted=False, not_counted_because="Biệt phái")
    client.force_login(cast.secretary)
    page = client.get("/c/cum-9/offices/")
    counts = {line["office"].code: line["count"] for line in page.context["lines"]}
    assert list(counts) == [office.code for office in cast.offices.values()]
    assert (counts["bac-lieu"].counted, counts["bac-lieu"].left_out, counts["can-tho"]) == (1, 1, None)
    assert "Biệt phái (1)" in page.text
    client.force_login(cast.clerk)
    assert client.get("/c/cum-9/offices/").headers["Location"] == HERE


def test_no_name_reaches_another_office(client: Client, cast: Cast) -> None:
    row = added(cast, office=cast.other_office, by=cast.other)
    added(cast, full_name="Trần Của Mình")
    for user in (cast.clerk, cast.head):
        client.force_login(user)
        for url in (THERE, f"{THERE}?q=du", f"{THERE}export/", f"{THERE}{row.person_id}/"):
            assert client.get(url).status_code == 404
        assert client.get(f"{HERE}{row.person_id}/").status_code == 404
        assert "Thí Dụ" not in client.get(f"{HERE}?q=du").text
        assert "Thí Dụ" not in exported(client, HERE)
        assert "Thí Dụ" not in client.get("/c/cum-9/settings/").text
    client.force_login(cast.administrator)
    assert client.get(THERE).status_code == 404
    assert "/c/cum-9/offices/" not in client.get("/c/cum-9/settings/").text
    client.force_login(cast.leader)
    assert "Thí Dụ" in exported(client, THERE)


def exported(client: Client, url: str) -> str:
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{url}export/").content))
    return " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell)


def test_a_former_office_reads_its_own_part(client: Client, cast: Cast) -> None:
    row = added(cast)
    moved = actions.move_person(
        employment=row, cluster=cast.cluster, office=cast.other_office, on=date(2019, 7, 1),
        values={"position": "Phó Trưởng phòng"}, by=cast.clerk,
    )  # fmt: skip
    actions.correct_employment(employment=moved, cluster=cast.cluster, values={"unit": "Phòng Kín"}, by=cast.other)
    client.force_login(cast.clerk)
    page = client.get(f"{HERE}{row.person_id}/").text
    assert "không còn thuộc văn phòng" in page
    assert "Phó Trưởng phòng" not in page
    assert "Phòng Kín" not in page
    assert "Thêm vào danh sách nhân sự" in page
    assert names(client, HERE) == []
    client.force_login(cast.other)
    page = client.get(f"{THERE}{row.person_id}/").text
    for words in ("Bạc Liêu", "Phó Trưởng phòng", "Phòng Kín", "Chuyển đến từ văn phòng khác", "30/06/2019"):
        assert words in page
    assert f"{THERE}{row.person_id}/entries/{row.pk}/" not in page  # a former office's entry is its own to mend


def test_the_cluster_reads_an_office_that_left_up_to_its_last_day(client: Client, cast: Cast) -> None:
    added(cast)
    added(cast, full_name="Trần Đến Sau", valid_from=date(2019, 7, 1))
    Membership.objects.filter(office=cast.office).update(valid_to=date(2019, 6, 30))
    client.force_login(cast.secretary)
    assert names(client, HERE) == ["Lê Thí Dụ"]
    page = client.get(f"{HERE}?on=01/08/2019")
    assert "thành viên Cụm đến hết ngày 30/06/2019" in page.text
    assert [row.person.full_name for row in page.context["lines"]] == ["Lê Thí Dụ"]
    assert "Đến Sau" not in exported(client, HERE)


def test_an_office_that_became_another_leads_there(client: Client, cast: Cast) -> None:
    Lineage.objects.create(
        predecessor=cast.office, successor=cast.other_office, kind="merge", on=date(2019, 7, 1), is_direct=True
    )
    client.force_login(cast.secretary)
    page = client.get(HERE).text
    assert "tồn tại đến hết ngày 30/06/2019" in page
    assert THERE in page


def test_forms_write_and_refuse_at_their_fields(clerk: Client, cast: Cast) -> None:
    given = {
        "full_name": "Lê Thí Dụ",
        "birth_year": "1985",
        "kind": "civil",
        "valid_from": "01/01/2019",
        "is_counted": "yes",
    }
    assert clerk.post(f"{HERE}new/", {**given, "birth_year": "85"}).context["form"].errors["birth_year"] == [
        "“85” không phải là năm. Cần bốn chữ số, từ 1900 đến 2100, ví dụ 1985."
    ]
    page = clerk.post(f"{HERE}new/", {**given, "is_counted": "no"})
    assert "phải có lý do" in page.context["form"].errors["not_counted_because"][0]
    row_url = clerk.post(f"{HERE}new/", given).headers["Location"]
    row = Employment.objects.get()
    assert row_url == f"{HERE}{row.person_id}/"
    assert "đã có trong danh sách" in clerk.post(f"{HERE}new/", given).text

    assert clerk.post(f"{row_url}particulars/", {"full_name": "Lê Thị Ví Dụ", "birth_year": "1985"}).status_code == 302
    counted = {"on": "01/05/2019", "is_counted": "no", "not_counted_because": "Nghỉ thai sản"}
    assert clerk.post(f"{row_url}counted/", counted).status_code == 302
    newest = Employment.objects.latest("valid_from")
    entry = {"kind": "civil", "valid_from": "01/05/2019", "is_counted": "no", "not_counted_because": "Nghỉ chế độ"}
    assert clerk.post(f"{row_url}entries/{newest.pk}/", entry).status_code == 302
    late = clerk.post(f"{row_url}end/", {"on": "01/01/2018"})
    assert "01/05/2019" in late.context["form"].errors["on"][0]
    move = {"office": cast.other_office.pk, "on": "01/07/2019", "kind": "civil", "is_counted": "yes"}
    assert clerk.post(f"{row_url}move/", {**move, "office": cast.office.pk}).status_code == 200
    assert clerk.post(f"{row_url}move/", move).status_code == 302
    spans = Employment.objects.order_by("valid_from").values_list("office__code", "valid_to", "not_counted_because")
    assert list(spans) == [
        ("bac-lieu", date(2019, 4, 30), ""),
        ("bac-lieu", date(2019, 6, 30), "Nghỉ chế độ"),
        ("hau-giang", None, ""),
    ]
    story = clerk.get(row_url).text
    for said in ("Thay đổi việc tính vào tổng số", "Chuyển đi văn phòng khác"):
        assert said in story


def test_counting_on_an_earlier_day_falls_on_the_entry_of_that_day(clerk: Client, cast: Cast) -> None:
    row = added(cast)
    url = f"{HERE}{row.person_id}/counted/"
    clerk.post(url, {"on": "01/09/2019", "is_counted": "no", "not_counted_because": "Biệt phái"})
    clerk.post(url, {"on": "01/03/2019", "is_counted": "no", "not_counted_because": "Nghỉ ốm"})
    spans = Employment.objects.order_by("valid_from").values_list("valid_from", "valid_to", "not_counted_because")
    assert list(spans) == [
        (date(2019, 1, 1), date(2019, 2, 28), ""),
        (date(2019, 3, 1), date(2019, 8, 31), "Nghỉ ốm"),
        (date(2019, 9, 1), None, "Biệt phái"),
    ]
