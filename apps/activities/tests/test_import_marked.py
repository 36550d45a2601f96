"""The file that came in, with each error at its cell."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from django.urls import reverse
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook

from apps.activities.imports.faults import LIST_OF_ERRORS, Fault
from apps.activities.imports.marking import marked
from apps.activities.models import Import
from apps.activities.tests.ours import own_book, put, row_of, supervision
from apps.activities.tests.workbooks import LISTS, previewed, saved, spoilt
from tests.cast import Cast


def address(cast: Cast, name: str, *more: object) -> str:
    return reverse(f"activities:{name}", args=[cast.cluster.code, cast.first_half.code, *more])


def fetched(client: Any, cast: Cast, found: Import) -> Workbook:
    answer = client.get(address(cast, "marked", found.pk))
    assert answer.status_code == 200
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def break_it(book: Workbook) -> None:
    sheet = book["Tiếp xúc cử tri"]
    sheet["C9"] = "31/06/2019"
    sheet["F10"] = -5
    sheet["F10"].comment = Comment("Của tôi", "Tôi")
    sheet["Z1"] = "=1+1"
    book.create_sheet("Của tôi")["A1"] = "=SUM(1,2)"


def test_each_error_stands_at_its_cell_and_in_the_list(cast: Cast, client) -> None:
    client.force_login(cast.secretary)
    content = spoilt(LISTS, break_it)
    book = fetched(client, cast, previewed(cast, content))
    before = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == [LIST_OF_ERRORS, *before.sheetnames]
    sheet: Any = book["Tiếp xúc cử tri"]
    listed: Any = book[LIST_OF_ERRORS]
    for cell, words in (("C9", "ngày có thật"), ("F10", "không thể âm")):
        assert words in sheet[cell].comment.text
        assert sheet[cell].border.left.color.rgb == "FFC0392B"
    assert sheet["F10"].comment.text.startswith("Của tôi")
    lines = [[cell.value for cell in row] for row in listed.iter_rows(min_row=4)]
    assert [line[:4] for line in lines] == [
        ["Tiếp xúc cử tri", "C9", "Ngày", "31/06/2019"], ["Tiếp xúc cử tri", "F10", "Số lượt cử tri", "-5"],
    ]  # fmt: skip
    assert listed["B4"].hyperlink.location == "'Tiếp xúc cử tri'!C9"
    # All else is as it came in: formulas, formats, other sheets.
    assert (sheet["Z1"].value, book["Của tôi"]["A1"].value) == ("=1+1", "=SUM(1,2)")
    former: Any = before["Giám sát, khảo sát"]
    for row in former.iter_rows():
        for cell in row:
            again: Any = book["Giám sát, khảo sát"][cell.coordinate]
            assert (again.value, again.number_format, again.font.b) == (cell.value, cell.number_format, cell.font.b)


def test_corrected_in_the_marked_file_it_comes_in(cast: Cast, client) -> None:
    client.force_login(cast.clerk)
    record = supervision(cast)
    book, sheet = own_book(cast)
    put(sheet, row_of(sheet, record.pk), "Loại", "Không rõ")
    found = previewed(cast, saved(book), by=cast.clerk)
    again = fetched(client, cast, found)
    assert again["_"].sheet_state == "veryHidden"
    wrong = previewed(cast, saved(again), by=cast.clerk)
    assert [each["code"] for each in wrong.outcome["faults"]] == ["unknown_word"]
    twice = fetched(client, cast, wrong)
    assert twice.sheetnames.count(LIST_OF_ERRORS) == 1
    sheet = twice["Giám sát, khảo sát"]
    assert sum(cell.comment is not None for row in sheet.iter_rows() for cell in row) == 1
    put(sheet, row_of(sheet, record.pk), "Loại", "Khảo sát")
    right = previewed(cast, saved(twice), by=cast.clerk)
    assert (right.outcome["faults"], right.outcome["counts"]["updated"]) == ([], 1)


def test_a_value_is_never_a_formula_in_the_list(cast: Cast) -> None:
    fault = Fault("blank", "Trang", 3, "B", "=1+1", '=HYPERLINK("x")', {"expected": "@x"})
    book = Workbook()
    book.active.title = "Trang"  # type: ignore[union-attr]
    listed = openpyxl.load_workbook(io.BytesIO(marked(saved(book), [fault])))[LIST_OF_ERRORS]
    assert [cell.data_type for cell in listed[4] if cell.value] == ["s"] * 6


@pytest.mark.parametrize("content", [b"\xd0\xcf\x11\xe0 no xlsx", b"PK xl/workbook.xml broken"])
def test_of_another_format_only_the_list_is_made(content: bytes) -> None:
    faults = [Fault("blank", "Trang", row, "B", "Ngày", "", {"expected": "dd/MM/yyyy"}) for row in (3, 4)]
    book = openpyxl.load_workbook(io.BytesIO(marked(content, faults)))
    assert book.sheetnames == [LIST_OF_ERRORS]
    rows = [[cell.value for cell in row] for row in book.active.iter_rows(min_row=5)]  # type: ignore[union-attr]
    assert [row[:2] for row in rows] == [["Trang", "B3"], ["Trang", "B4"]]


@pytest.mark.parametrize(("role", "status"), [("clerk", 200), ("secretary", 200), ("other", 404), ("leader", 404)])
def test_who_fetches_it(cast: Cast, client, role: str, status: int) -> None:
    supervision(cast)
    book, sheet = own_book(cast)
    put(sheet, 6, "Loại", "Không rõ")
    found = previewed(cast, saved(book), by=cast.clerk)
    client.force_login(cast.people[role])
    assert client.get(address(cast, "marked", found.pk)).status_code == status
