"""People out of Excel: all that is wrong with all rows at once, a look before anything is written, nobody twice."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from apps.offices.models import Employment, Person
from apps.offices.staffbook.columns import HEADINGS
from apps.offices.tests.test_staff import added
from tests.cast import Cast

pytestmark = pytest.mark.django_db
HERE = "/c/cum-9/offices/bac-lieu/people/"
GOOD = (1, "Trần Văn Mẫu", 1980, "Nam", "Phòng Tổng hợp", "Chuyên viên", "Công chức", date(2019, 1, 1), "Có", None)
AWAY = (2, "Lê Thí Dụ", 1985, "Nữ", None, "Kế toán", "Viên chức", "15/03/2018", "Không", "Nghỉ thai sản")


@pytest.fixture
def clerk(client: Client, cast: Cast) -> Client:
    client.force_login(cast.clerk)
    return client


def book(*rows: tuple[Any, ...], headings: tuple[str, ...] = HEADINGS) -> bytes:
    made = openpyxl.Workbook()
    sheet: Any = made.active
    sheet.append(["DANH SÁCH NHÂN SỰ"])
    sheet.append([])
    sheet.append(list(headings))
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def looked_at(client: Client, content: bytes) -> Any:
    return client.post(f"{HERE}import/", {"file": SimpleUploadedFile("nhan-su.xlsx", content)})


def confirmed(client: Client, page: Any) -> Any:
    return client.post(f"{HERE}import/confirm/", {"kept": page.context["kept"]}, follow=True)


def downloaded(client: Client, name: str = "export") -> Any:
    return openpyxl.load_workbook(io.BytesIO(client.get(f"{HERE}{name}/").content))


def saved(opened: Any) -> bytes:
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def faults(page: Any) -> list[tuple[int, str, str, str]]:
    return [(each.row, each.column, each.heading, each.value) for each in page.context["faults"]]


def test_looked_at_and_then_entered(clerk: Client, cast: Cast) -> None:
    page = looked_at(clerk, book(GOOD, AWAY))
    assert page.status_code == 200
    assert not Person.objects.exists()
    assert "Nhập 2 dòng đúng" in page.text
    assert "Đã nhập: 2 người mới" in confirmed(clerk, page).text
    rows = Employment.objects.values_list(
        "person__full_name", "person__birth_year", "person__gender", "unit", "position", "kind", "valid_from",
        "is_counted", "not_counted_because", "office__code",
    )  # fmt: skip
    assert list(rows) == [
        ("Lê Thí Dụ", 1985, "woman", "", "Kế toán", "public", date(2018, 3, 15), False, "Nghỉ thai sản", "bac-lieu"),
        ("Trần Văn Mẫu", 1980, "man", "Phòng Tổng hợp", "Chuyên viên", "civil", date(2019, 1, 1), True, "", "bac-lieu"),
    ]
    assert "Nhập từ danh sách Excel" in clerk.get(f"{HERE}{Person.objects.all()[0].pk}/").text


def test_all_errors_of_all_rows_and_the_right_ones_are_not_lost(clerk: Client, cast: Cast) -> None:
    bad = [
        (3, None, 85, "Khác", None, None, "Cán sự", "31/02/2019", "Có lẽ", None),
        (4, "Võ Không Lý Do", None, None, "x" * 161, None, "Hợp đồng", date(2019, 1, 1), "Không", None),
        (5, "Võ Có Lý Do", None, None, None, None, "Hợp đồng", date(2019, 1, 1), "Có", "Nghỉ ốm"),
        (6, 12345, None, None, None, None, "Hợp đồng", date(2019, 1, 1), None, None),
    ]
    page = looked_at(clerk, book(GOOD, *bad, AWAY))
    assert faults(page) == [
        (5, "B", "Họ và tên", ""), (5, "C", "Năm sinh", "85"), (5, "D", "Giới tính", "Khác"),
        (5, "G", "Đối tượng", "Cán sự"), (5, "H", "Từ ngày", "31/02/2019"), (5, "I", "Tính vào tổng số", "Có lẽ"),
        (6, "E", "Phòng, bộ phận", "x" * 80), (6, "J", "Lý do không tính", ""),
        (7, "J", "Lý do không tính", "Nghỉ ốm"), (8, "B", "Họ và tên", "12345"),
    ]  # fmt: skip
    texts = [each.text for each in page.context["faults"]]
    assert texts[3] == "Cần một trong: Cán bộ, công chức; Viên chức; Lao động hợp đồng."
    assert "1900 đến 2100" in texts[1]
    confirmed(clerk, page)
    assert Person.objects.count() == 2


def test_whoever_is_there_already_is_skipped(clerk: Client, cast: Cast) -> None:
    added(cast)
    twice = (7, "TRẦN VĂN MẪU", *GOOD[2:])
    page = looked_at(clerk, book(AWAY, GOOD, twice))
    assert [(line.row.row, line.why) for line in page.context["skipped"]] == [
        (4, "Đã có trong danh sách của văn phòng (cùng họ tên và năm sinh)."),
        (6, "Trùng với dòng 5. Nếu là người khác, hãy ghi năm sinh."),
    ]
    confirmed(clerk, page)
    assert Person.objects.count() == 2
    again = looked_at(clerk, book(AWAY, GOOD))
    assert again.context["kept"] == ""
    assert "mọi người trong danh sách đã có sẵn" in again.text


def test_confirming_twice_enters_once(clerk: Client, cast: Cast) -> None:
    page = looked_at(clerk, book(GOOD))
    confirmed(clerk, page)
    second = confirmed(clerk, page)
    assert "danh sách nhân sự của văn phòng đã thay đổi" in second.text
    assert Person.objects.count() == 1


def test_todays_list_corrected_in_excel(clerk: Client, cast: Cast) -> None:
    first, second = added(cast), added(cast, full_name="Trần Văn Mẫu", birth_year=1980)
    opened = downloaded(clerk)
    sheet = opened.active
    assert sheet.column_dimensions["K"].hidden
    assert [cell.value for cell in sheet[4]] == list(HEADINGS)
    assert [sheet.cell(5, 11).value, sheet.cell(6, 11).value] == [first.pk, second.pk]
    sheet["F5"] = "Trưởng phòng"
    sheet["B5"] = "Lê Thị Dụ"
    sheet["H6"], sheet["I6"], sheet["J6"] = date(2019, 5, 1), "Không", "Biệt phái"
    page = looked_at(clerk, saved(opened))
    assert "<del>Chuyên viên</del> → <ins>Trưởng phòng</ins>" in page.text
    assert [line.row.row for line, _changes in page.context["changed"]] == [5, 6]
    confirmed(clerk, page)
    first.refresh_from_db()
    assert (first.position, Person.objects.get(pk=first.person_id).full_name) == ("Trưởng phòng", "Lê Thị Dụ")
    spans = Employment.objects.filter(person=second.person_id).order_by("valid_from")
    assert [(row.valid_from, row.valid_to, row.is_counted) for row in spans] == [
        (date(2019, 1, 1), date(2019, 4, 30), True),
        (date(2019, 5, 1), None, False),
    ]


def test_counting_changes_only_from_a_day_on(clerk: Client, cast: Cast) -> None:
    added(cast)
    opened = downloaded(clerk)
    opened.active["I5"], opened.active["J5"] = "Không", "Biệt phái"
    page = looked_at(clerk, saved(opened))
    assert faults(page) == [(5, "I", "Tính vào tổng số", "Không")]
    assert "sau ngày 01/01/2019, vào cột “Từ ngày”" in page.text


def test_hidden_numbers_of_others_and_copies(clerk: Client, cast: Cast) -> None:
    other = added(cast, office=cast.other_office, by=cast.other, full_name="Phạm Nơi Khác")
    mine = added(cast)
    same = (2, "Lê Thí Dụ", 1985, "Nữ", *GOOD[4:], mine.pk)
    page = looked_at(clerk, book((*GOOD, other.pk), same, same, (*GOOD, "x1")))
    assert [(row, column) for row, column, _heading, _value in faults(page)] == [(4, "K"), (6, "K"), (7, "K")]
    assert "Nơi Khác" not in page.text


def test_a_sheet_without_a_column_leaves_it_as_it_was(clerk: Client, cast: Cast) -> None:
    row = added(cast)
    headings = ("Họ và tên", "Đối tượng", "Từ ngày", "Mã dòng")
    page = looked_at(clerk, book(("Lê Thí Dụ", "Viên chức", date(2019, 1, 1), row.pk), headings=headings))
    confirmed(clerk, page)
    row.refresh_from_db()
    assert (row.kind, row.position, row.unit) == ("public", "Chuyên viên", "Phòng Tổng hợp")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no workbook", "không phải là bảng tính"),
        (b"", "Tệp trống"),
        (book(headings=("A", "B")), "Không tìm thấy danh sách nhân sự"),
        (book(("Lê",), headings=("Họ và tên", "Năm sinh", "Từ ngày")), "Thiếu cột “Đối tượng”"),
    ],
)
def test_files_that_hold_no_list(clerk: Client, cast: Cast, content: bytes, words: str) -> None:
    errors = looked_at(clerk, content).context["form"].errors["file"]
    assert len(errors) == 1
    assert words in errors[0]


def test_the_template_is_empty_and_readable(clerk: Client, cast: Cast) -> None:
    opened = downloaded(clerk, "template")
    sheet = opened.active
    sheet.append(list(GOOD))
    assert len(looked_at(clerk, saved(opened)).context["new"]) == 1


def test_readers_get_no_hidden_numbers(client: Client, cast: Cast) -> None:
    added(cast)
    client.force_login(cast.leader)
    assert [cell.value for cell in downloaded(client).active[4]] == list(HEADINGS[:-1])


def test_what_was_looked_at_is_confirmed_by_its_reader_for_its_office_alone(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    kept = looked_at(client, book(GOOD)).context["kept"]
    client.force_login(cast.head)
    for url, data in ((HERE, {"kept": kept}), (HERE, {"kept": kept[:-2] + "xx"}), (HERE, {})):
        client.post(f"{url}import/confirm/", data)
    client.force_login(cast.secretary)
    client.post("/c/cum-9/offices/hau-giang/people/import/confirm/", {"kept": kept})
    assert not Person.objects.exists()


def test_what_the_database_refuses_is_told_and_the_rest_written(clerk: Client, cast: Cast) -> None:
    row, other = added(cast, valid_to=date(2019, 3, 31)), added(cast, full_name="Trần Văn Mẫu", birth_year=1980)
    opened = downloaded(clerk, "template")
    sheet = opened.active
    sheet.append((1, "Lê Thí Dụ", 1985, "Nữ", None, None, "Công chức", date(2019, 6, 1), "Có", None, row.pk))
    sheet.append((2, "Trần Văn Mẫu", 1980, "Nam", None, "Kế toán", "Công chức", date(2019, 1, 1), "Có", None, other.pk))
    done = confirmed(clerk, looked_at(clerk, saved(opened)))
    assert "0 người mới, 1 người được sửa" in done.text
    assert "Dòng 5, Lê Thí Dụ" in done.text
    other.refresh_from_db()
    assert other.position == "Kế toán"


@pytest.mark.parametrize("count", [1, 3, 1000])
def test_entering_many_costs_as_few_queries(
    clerk: Client, cast: Cast, django_assert_num_queries: Any, count: int
) -> None:
    rows = [(n, f"Nguyễn Văn Thứ {n}", 1980, *GOOD[3:]) for n in range(count)]
    page = looked_at(clerk, book(*rows))
    with django_assert_num_queries(17):
        clerk.post(f"{HERE}import/confirm/", {"kept": page.context["kept"]})
    assert Person.objects.count() == count
    assert not Person.objects.filter(sort_key="").exists()
