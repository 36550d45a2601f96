"""Workbooks broken in each way: every fault is named by sheet, row, column and value; nothing is half-written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from openpyxl.workbook import Workbook

from apps.activities.enums import ImportState
from apps.activities.imports import apply
from apps.activities.models import DirectFigure, Import, Record, VoterMeeting
from apps.activities.tests.workbooks import FORMS, LISTS, form, previewed, spoilt
from apps.campaigns.models import AssemblySession
from apps.indicators.enums import FigureStatus
from tests.cast import Cast

DATA = Path(__file__).parent / "data"  # made by: soffice --headless --convert-to xls (ods) FILE
MEETINGS, SUPERVISIONS, LAWS = "Tiếp xúc cử tri", "Giám sát, khảo sát", "Lấy ý kiến dự án luật"
Place = tuple[str, str, int, str, str, str]


def places(found: Import, kind: str = "faults") -> list[Place]:
    keys = ("code", "sheet", "row", "column", "heading", "value")
    return [tuple(fault[key] for key in keys) for fault in found.outcome[kind]]


def everything() -> dict[str, int]:
    """How many rows each table holds, audit included."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    return {model._meta.label: model._base_manager.count() for model in models if "events" not in model._meta.db_table}


def put(sheet: str, **cells: Any) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        for at, value in cells.items():
            book[sheet][at] = value

    return change


CELLS = [
    (MEETINGS, "B7", "Văn phòng Đoàn ĐBQH tỉnh Kiên Gian", "unknown_office_near"),
    (MEETINGS, "B7", "Văn phòng Đoàn ĐBQH tỉnh Hà Giang", "unknown_office_near"),
    (MEETINGS, "B7", "Sở Tài chính", "unknown_office"),
    (MEETINGS, "B7", None, "blank"),
    (MEETINGS, "C9", "31/06/2019", "not_a_day"),
    (MEETINGS, "C9", None, "blank"),
    (MEETINGS, "F10", -5, "negative"),
    (MEETINGS, "F10", "-5", "negative"),
    (MEETINGS, "G11", "nhiều", "not_a_number"),
    (MEETINGS, "G11", 1.5, "fraction"),
    (MEETINGS, "G11", "=SUM(H11:J11)", "formula"),
    (MEETINGS, "G11", 0, "levels_exceed"),
    (MEETINGS, "K12", 500, "answered_exceed"),
    (MEETINGS, "D13", "Trước Kỳ họp thứ 9", "unknown_session"),
    (MEETINGS, "D13", "Giữa kỳ họp", "unknown_phase"),
    (MEETINGS, "E14", "Ở quê", "unknown_word"),
    (SUPERVISIONS, "E6", "Giám sát lạ", "unknown_word"),
    (SUPERVISIONS, "F6", 40_000, "too_big"),
    (SUPERVISIONS, "D6", "x" * 501, "too_long"),
    (SUPERVISIONS, "D6", None, "blank"),
    (LAWS, "E6", None, "blank"),
    ("An sinh xã hội", "I5", "Hội nghị không có", "unknown_conference"),
    ("Đăng ký thi đua", "B6", "Cụm thi đua số 9", "unknown_office"),
]


@pytest.mark.parametrize(("sheet", "at", "value", "code"), CELLS, ids=[f"{c[1]}-{c[3]}" for c in CELLS])
def test_a_broken_cell_is_named(cast: Cast, sheet: str, at: str, value: object, code: str) -> None:
    found = previewed(cast, spoilt(LISTS, put(sheet, **{at: value})))
    [(named, where, row, column, heading, shown)] = places(found)
    assert (named, where, f"{column}{row}") == (code, sheet, at)
    assert heading
    assert shown == ("" if value is None else "=" if code == "formula" else str(value))
    assert found.state == ImportState.REFUSED


def test_an_error_in_a_cell_is_named(cast: Cast) -> None:
    def change(book: Workbook) -> None:
        cell = book[MEETINGS]["F10"]
        cell.value, cell.data_type = "#REF!", "e"

    [place] = places(previewed(cast, spoilt(LISTS, change)))
    assert place == ("error_cell", MEETINGS, 10, "F", "Số lượt cử tri", "#REF!")


def test_all_errors_of_all_rows_at_once_and_nothing_is_written(cast: Cast) -> None:
    def change(book: Workbook) -> None:
        for sheet, at, value, _code in (CELLS[0], CELLS[4], CELLS[6], CELLS[8], CELLS[13], CELLS[15], CELLS[16]):
            book[sheet][at] = value
        book[MEETINGS]["C7"] = "30/02/2019"  # a second one in the same row

    before = everything()
    found = previewed(cast, spoilt(LISTS, change))
    assert found.outcome["fault_count"] == len(found.outcome["faults"]) == 8
    assert {(place[1], f"{place[3]}{place[2]}") for place in places(found)} == {
        (SUPERVISIONS, "E6"), (MEETINGS, "B7"), (MEETINGS, "C7"), (MEETINGS, "C9"), (MEETINGS, "F10"),
        (MEETINGS, "G11"), (MEETINGS, "D13"), (MEETINGS, "E14"),
    }  # fmt: skip
    with pytest.raises(ValidationError):
        apply(import_id=found.pk, by=cast.secretary)
    after = everything()
    changed = {label for label, count in after.items() if before.get(label) != count}
    assert changed == {"activities.Import", "activities.ImportEvent", "files.StoredFile", "pghistory.Context"}


def test_a_preview_writes_nothing_but_itself(cast: Cast) -> None:
    before = everything()
    previewed(cast, LISTS)
    after = everything()
    changed = {label for label, count in after.items() if before.get(label) != count}
    assert changed == {"activities.Import", "activities.ImportEvent", "files.StoredFile", "pghistory.Context"}


def test_a_file_that_is_not_opened_leaves_no_trace(cast: Cast) -> None:
    before = everything()
    for content in (b"", b"Kinh gui", b"PK" + bytes(50 * 1024 * 1024)):
        with pytest.raises(ValidationError):
            previewed(cast, content)
    assert everything() == before


# Headings, sheets, rows ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("column", "heading"), [("B", "Văn phòng"), ("C", "Ngày"), ("E", "Loại hội nghị")])
def test_a_missing_column_is_named(cast: Cast, column: str, heading: str) -> None:
    def change(book: Workbook) -> None:
        sheet = book[MEETINGS]
        sheet.delete_cols("ABCDEFGHIJKL".index(column) + 1)

    [fault] = previewed(cast, spoilt(LISTS, change)).outcome["faults"]
    assert (fault["code"], fault["sheet"], fault["params"]["column"]) == ("missing_column", MEETINGS, heading)
    assert "“Thời điểm”" in fault["params"]["found"]


def test_a_misspelt_heading_is_suggested(cast: Cast) -> None:
    found = previewed(cast, spoilt(LISTS, put(MEETINGS, E4="Lại hội nghị")))
    [fault] = found.outcome["faults"]
    assert (fault["code"], fault["params"]) == (
        "missing_column_near", {"column": "Loại hội nghị", "near": "Lại hội nghị"},
    )  # fmt: skip


def test_a_renamed_sheet_and_other_order_of_columns_are_read(cast: Cast) -> None:
    def change(book: Workbook) -> None:
        sheet = book[MEETINGS]
        sheet.title = "Sheet1"
        sheet.insert_rows(1, 3)
        for row in sheet.iter_rows(min_row=7):
            row[3].value, row[4].value = row[4].value, row[3].value
        sheet["A7"], sheet["B7"] = "tt", "VAN PHONG"

    found = previewed(cast, spoilt(LISTS, change))
    assert places(found) == []
    assert {(sheet["name"], sheet["created"]) for sheet in found.outcome["sheets"]} >= {("Sheet1", 86)}


def test_an_unknown_sheet_and_an_empty_one_are_named(cast: Cast) -> None:
    def change(book: Workbook) -> None:
        book.create_sheet("Phụ lục")["A1"] = "Danh mục"
        book.create_sheet("Trống")
        hidden = book.create_sheet("Ẩn")
        hidden["A1"] = "x"
        hidden.sheet_state = "hidden"
        del book[SUPERVISIONS]
        rows = book[LAWS]
        rows.delete_rows(5, rows.max_row)

    found = previewed(cast, spoilt(LISTS, change))
    assert found.outcome["faults"] == []
    assert {(place[0], place[1]) for place in places(found, "warnings")} == {
        ("unknown_sheet", "Phụ lục"), ("empty_sheet", "Trống"), ("hidden_sheet", "Ẩn"), ("no_rows", LAWS),
    }  # fmt: skip
    assert f"“{SUPERVISIONS}”" in found.outcome["warnings"][0]["params"]["expected"]


def test_a_workbook_without_anything_known_is_refused(cast: Cast) -> None:
    def change(book: Workbook) -> None:
        for sheet in list(book):
            if sheet.title != MEETINGS:
                del book[sheet.title]
        book[MEETINGS].delete_rows(1, 200)

    found = previewed(cast, spoilt(LISTS, change))
    assert [place[0] for place in places(found)] == ["nothing_known"]


def test_a_row_that_stands_twice_is_entered_once(cast: Cast) -> None:
    def change(book: Workbook) -> None:
        sheet = book[MEETINGS]
        for column in range(2, 13):
            sheet.cell(91, column, sheet.cell(9, column).value)
        sheet.cell(91, 1, 87)

    found = previewed(cast, spoilt(LISTS, change))
    assert [(row["sheet"], row["row"], row["like"]) for row in found.outcome["skipped"]] == [(MEETINGS, 91, 9)]
    apply(import_id=found.pk, by=cast.secretary)
    assert VoterMeeting.objects.count() == 86


def test_a_corrected_row_is_pointed_out_before_it_counts_twice(cast: Cast) -> None:
    apply(import_id=previewed(cast, LISTS).pk, by=cast.secretary)
    found = previewed(cast, spoilt(LISTS, put(MEETINGS, F9=63)))
    assert found.outcome["counts"]["created"] == 1
    [warning] = found.outcome["warnings"]
    assert (warning["code"], warning["row"], warning["params"]["columns"]) == (
        "nearly_there", 9, "“Số lượt cử tri”",
    )  # fmt: skip


def test_total_rows_are_skipped_but_checked(cast: Cast) -> None:
    def change(book: Workbook) -> None:
        sheet = book[MEETINGS]
        sheet["A91"], sheet["F91"], sheet["G91"] = "Tổng cộng", "14.510", 1300
        sheet["A93"] = "Người lập biểu"
        book.active = 0

    found = previewed(cast, spoilt(LISTS, change))
    assert found.outcome["faults"] == []
    assert found.outcome["counts"]["created"] == 135
    differs, footer = found.outcome["warnings"]
    assert (differs["code"], differs["row"], differs["column"]) == ("total_differs", 91, "G")
    assert differs["params"] == {"stated": 1300, "sum": 1229}
    assert (footer["code"], footer["row"]) == ("footer", 93)


def test_merged_names_and_numbered_headings_are_understood(cast: Cast) -> None:
    def change(book: Workbook) -> None:
        sheet = book[SUPERVISIONS]
        for row in (6, 7, 8):
            sheet.cell(row, 2).value = None
        sheet.merge_cells("B5:B8")
        sheet.insert_rows(5)
        for column in range(1, 9):
            sheet.cell(5, column, f"({column})")
        sheet.merged_cells.ranges = {area for area in sheet.merged_cells.ranges if area.coord != "B5:B8"}
        sheet.merge_cells("B6:B9")

    found = previewed(cast, spoilt(LISTS, change))
    assert places(found) == []
    assert {"office": "Văn phòng Đoàn ĐBQH tỉnh Cà Mau", "count": 4} in found.outcome["sheets"][0]["offices"]


def test_days_outside_the_period_are_pointed_out(cast: Cast) -> None:
    own = form_of_supervisions("Bạc Liêu", date(2019, 8, 1), date(2009, 3, 21))
    found = previewed(cast, own, by=cast.clerk)
    assert [place[:4] for place in places(found, "warnings")] == [
        ("outside_period", SUPERVISIONS, 5, "C"), ("outside_all", SUPERVISIONS, 6, "C"),
    ]  # fmt: skip
    [year] = places(previewed(cast, own))  # the secretariat of 2019 is not that of 2009
    assert year[:4] == ("foreign_year", SUPERVISIONS, 6, "C")


def form_of_supervisions(office: str, *days: date) -> bytes:
    def change(book: Workbook) -> None:
        for sheet in list(book):
            if sheet.title != SUPERVISIONS:
                del book[sheet.title]
        sheet = book[SUPERVISIONS]
        sheet.delete_rows(5 + len(days), 100)
        for row, day in enumerate(days, start=5):
            sheet.cell(row, 2, office)
            sheet.cell(row, 3, day)

    return spoilt(LISTS, change)


# Forms ---------------------------------------------------------------------------------------------------------------
def test_a_form_for_another_period_is_refused(cast: Cast) -> None:
    found = previewed(cast, form("ca-mau"), period=cast.second_half)
    [fault] = found.outcome["faults"]
    assert (fault["code"], fault["params"]["found"]) == ("wrong_period", "6 tháng đầu năm 2019")
    assert places(previewed(cast, LISTS, period=cast.second_half), "warnings")[0][0] == "other_period"


def test_a_form_whose_parts_exceed_their_total_is_pointed_out(cast: Cast) -> None:
    def change(book: Workbook) -> None:
        book["Biểu 01"]["F9"] = book["Biểu 01"]["F10"] = 10

    found = previewed(cast, spoilt(form("bac-lieu"), change))
    assert [place[0] for place in places(found, "warnings")] == ["parts_exceed", "parts_exceed"]


def test_a_form_with_a_wrong_total_row(cast: Cast) -> None:
    def change(book: Workbook) -> None:
        book["Biểu 01"]["F10"] = 14

    found = previewed(cast, spoilt(form("bac-lieu"), change))
    assert places(found, "warnings") == [
        ("total_differs", "Biểu 01", 10, "F", "Tiếp xúc cử tri / Tổng số", "14"),
    ]  # fmt: skip


def test_a_figure_stated_for_the_whole_year_is_in_the_way(cast: Cast) -> None:
    apply(import_id=previewed(cast, form("bac-lieu")).pk, by=cast.secretary)
    DirectFigure.objects.filter(indicator__code="headcount").update(
        starts_on=cast.year.starts_on, ends_on=cast.year.ends_on
    )
    [fault] = previewed(cast, form("bac-lieu")).outcome["faults"]
    assert (fault["code"], fault["row"], fault["column"]) == ("overlap", 9, "U")


def test_all_figures_are_estimated_where_the_form_says_so_of_all(cast: Cast) -> None:
    def change(book: Workbook) -> None:
        book["Biểu 01"]["A5"] = "(Số liệu ước thực hiện đến 30/6/2019)"

    apply(import_id=previewed(cast, spoilt(form("can-tho"), change)).pk, by=cast.secretary)
    assert set(DirectFigure.objects.values_list("status", flat=True)) == {FigureStatus.ESTIMATED}


def test_a_note_stands_beside_what_it_speaks_of(cast: Cast) -> None:
    apply(import_id=previewed(cast, form("bac-lieu")).pk, by=cast.secretary)
    noted = set(DirectFigure.objects.exclude(note="").values_list("indicator__code", flat=True))
    assert "voter_meetings_after" in noted
    assert not noted & {"supervisions", "headcount", "reception_visits"}


# Who enters what -----------------------------------------------------------------------------------------------------
def test_a_clerk_imports_only_rows_of_their_own_office(cast: Cast) -> None:
    found = previewed(cast, LISTS, by=cast.clerk)
    assert {place[0] for place in places(found)} == {"foreign_office", "foreign_cluster"}
    assert not [place for place in places(found) if "Bạc Liêu" in place[5]]
    assert found.outcome["fault_count"] == 17 + 73 + 23 + 5 + 1
    with pytest.raises(ValidationError):
        apply(import_id=found.pk, by=cast.clerk)
    assert not Record.objects.exists()


def test_a_clerk_imports_the_form_of_their_own_office(cast: Cast) -> None:
    found = previewed(cast, form("bac-lieu"), by=cast.clerk)
    apply(import_id=found.pk, by=cast.clerk)
    assert set(DirectFigure.objects.values_list("office__code", "on_behalf")) == {("bac-lieu", False)}
    assert previewed(cast, form("hau-giang"), by=cast.clerk).state == ImportState.REFUSED


@pytest.mark.parametrize("role", ["leader", "administrator", "stranger"])
def test_others_import_nothing(cast: Cast, role: str) -> None:
    person: Any = cast.people[role]
    with pytest.raises(PermissionDenied):
        previewed(cast, form("bac-lieu"), by=person)
    found = previewed(cast, form("bac-lieu"))
    with pytest.raises(PermissionDenied):
        apply(import_id=found.pk, by=person)


def test_what_changed_since_the_preview_is_checked_again(cast: Cast) -> None:
    found = previewed(cast, LISTS)
    AssemblySession.objects.all().delete()
    with pytest.raises(ValidationError) as caught:
        apply(import_id=found.pk, by=cast.secretary)
    assert caught.value.code == "changed"
    found.refresh_from_db()
    assert (found.state, Record.objects.count()) == (ImportState.PREVIEWED, 0)


# Other formats -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_the_same_lists_as_xls_and_as_ods(cast: Cast, suffix: str) -> None:
    apply(import_id=previewed(cast, LISTS).pk, by=cast.secretary)
    found = previewed(cast, DATA / f"cluster9-2019h1.{suffix}", name="danh sách.txt")
    assert found.outcome["faults"] == found.outcome["warnings"] == []
    assert found.outcome["counts"] == {
        "created": 0, "skipped": 135, "updated": 0, "conflicts": 0, "new": 0, "replaced": 0, "same": 42,
        "withdrawn": 0,
    }  # fmt: skip


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_the_same_form_as_xls_and_as_ods(cast: Cast, suffix: str) -> None:
    as_xlsx = previewed(cast, form("kien-giang")).outcome["figures"]
    assert previewed(cast, DATA / f"kien-giang.{suffix}").outcome["figures"] == as_xlsx


def test_every_form_is_of_one_office(cast: Cast) -> None:
    for path in FORMS:
        [sheet] = previewed(cast, path).outcome["sheets"]
        assert len(sheet["offices"]) == 1
