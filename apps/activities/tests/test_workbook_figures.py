"""Stated figures in our own workbook: “-” is none, blank leaves them as they are."""

from __future__ import annotations

from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from apps.activities.actions import state_figure
from apps.activities.imports import apply, read_again, undo_import
from apps.activities.imports.roundtrip import statements
from apps.activities.imports.roundtrip.sheets import FIRST_ROW
from apps.activities.models import DirectFigure, Record
from apps.activities.tests.ours import (
    as_clerk,
    blank_row,
    codes,
    column,
    counts,
    opened,
    own_book,
    put,
    workbook,
)
from apps.activities.tests.test_import_undo import imported
from apps.activities.tests.workbooks import LISTS as CASE
from apps.activities.tests.workbooks import previewed, saved
from apps.indicators.models import Indicator
from tests.cast import Cast


# Stated figures ------------------------------------------------------------------------------------------------------
def line_of(sheet: Worksheet, code: str, office: str = "bac-lieu") -> int:
    place = column(sheet, "_id")
    return next(n for n in range(1, sheet.max_row + 1) if sheet.cell(n, place).value == f"{office}:{code}")


def state(cast: Cast, code: str, value: int | None, by: Any = None, note: str = "") -> DirectFigure:
    half = cast.first_half
    return state_figure(
        indicator=Indicator.objects.get(code=code), cluster=cast.cluster, office=cast.office, value=value, note=note,
        starts_on=half.starts_on, ends_on=half.ends_on, by=by or cast.clerk,
    )  # fmt: skip


def said(code: str) -> tuple[int | None, str, str] | None:
    return DirectFigure.objects.alive().filter(indicator__code=code).values_list("value", "status", "note").first()


def test_statements_are_stated_replaced_and_left(cast: Cast) -> None:
    kept = state(cast, "headcount", 16)
    state(cast, "registered", 15)
    state(cast, "voters", None)
    book = opened(workbook(cast, cast.office.pk, by=cast.clerk))
    sheet = book[statements.TITLE]
    put(sheet, line_of(sheet, "headcount"), "Số liệu", None)  # blank: as it is
    put(sheet, line_of(sheet, "registered"), "Ghi chú", "Đã rà soát")
    put(sheet, line_of(sheet, "voters"), "Số liệu", "1.200")
    put(sheet, line_of(sheet, "surveys"), "Số liệu", "-")
    put(sheet, line_of(sheet, "gifts"), "Số liệu", 7)
    put(sheet, line_of(sheet, "gifts"), "Tình trạng", "Ước thực hiện")
    found = as_clerk(cast, book)
    assert (codes(found), counts(found)) == ([], {"new": 2, "replaced": 2})
    assert said("registered") == (15, "actual", "Đã rà soát")
    assert (said("voters"), said("surveys"), said("gifts")) == (
        (1200, "actual", ""), (None, "actual", ""), (7, "estimated", ""),
    )  # fmt: skip
    assert DirectFigure.objects.alive().filter(pk=kept.pk).exists()
    undo_import(import_id=found.pk, by=cast.clerk)
    assert (said("registered"), said("voters"), said("gifts")) == ((15, "actual", ""), (None, "actual", ""), None)


def test_a_figure_that_somebody_stated_meanwhile(cast: Cast) -> None:
    state(cast, "headcount", 16)
    book = opened(workbook(cast, cast.office.pk, by=cast.clerk))
    sheet = book[statements.TITLE]
    put(sheet, line_of(sheet, "headcount"), "Số liệu", 17)
    state(cast, "headcount", 18, by=cast.head)
    state(cast, "registered", 11, by=cast.head)
    found = as_clerk(cast, book, write=False)
    assert counts(found) == {"conflicts": 1}
    assert found.outcome["conflicts"][0]["shown"] == [("Số liệu", "18", "17")]
    key = found.outcome["conflicts"][0]["key"]
    apply(import_id=read_again(import_id=found.pk, options={"taken": [key]}, by=cast.clerk).pk, by=cast.clerk)
    assert (said("headcount"), said("registered")) == ((17, "actual", ""), (11, "actual", ""))


def test_a_line_that_names_another_office_states_nothing(cast: Cast) -> None:
    book = opened(workbook(cast, cast.office.pk, by=cast.clerk))
    sheet = book[statements.TITLE]
    for row, key in ((FIRST_ROW + 1, "hau-giang:gifts"), (FIRST_ROW + 2, "bac-lieu:draft_laws"), (FIRST_ROW + 3, "x")):
        put(sheet, row, "_id", key)
        put(sheet, row, "Số liệu", 5)
    assert codes(as_clerk(cast, book)) == ["unknown_line"] * 3
    assert not DirectFigure.objects.exists()


def test_a_first_office_is_not_taken_for_the_whole(cast: Cast) -> None:
    """A workbook of one office, brought by the secretariat: its rows are that office's."""
    book, sheet = own_book(cast)
    row = blank_row(sheet)
    for heading, value in (("Ngày", "02/04/2019"), ("Chuyên đề", "Việc thêm"), ("Loại", "Khảo sát")):
        put(sheet, row, heading, value)
    apply(import_id=previewed(cast, saved(book), by=cast.secretary).pk, by=cast.secretary)
    assert Record.objects.get().office == cast.office
    assert imported(cast, CASE).outcome["counts"]["created"] == 135
