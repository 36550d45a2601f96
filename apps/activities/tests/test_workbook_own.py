"""The cluster's own kinds in our workbook."""

from apps.activities.imports import undo_import
from apps.activities.models import Defined, Record
from apps.activities.tests.kinds import FIELDS, FULL, define, enter
from apps.activities.tests.ours import as_clerk, codes, column, counts, opened, put, row_of, workbook
from apps.activities.tests.workbooks import previewed, saved
from tests.cast import Cast

TITLE = "Tập huấn nghiệp vụ"


def test_out_and_in_changes_nothing(cast: Cast) -> None:
    kind, other = define(cast, *FIELDS), define(cast, *FIELDS, name="Hội thảo")
    enter(cast, kind)
    enter(cast, other, {"so_hoc_vien": 0})
    book = opened(workbook(cast))
    assert {TITLE, "Hội thảo"} <= set(book.sheetnames)
    found = previewed(cast, saved(book))
    assert (codes(found), counts(found)) == ([], {})


def test_one_edited_cell_changes_that_value_alone_and_is_undone(cast: Cast) -> None:
    record = enter(cast, define(cast, *FIELDS))
    book = opened(workbook(cast, cast.office.pk, by=cast.clerk))
    sheet = book[TITLE]
    row = row_of(sheet, record.pk)
    put(sheet, row, "Số học viên", 31)
    put(sheet, row, "Báo cáo viên", None)
    found = as_clerk(cast, book)
    kept = {name: value for name, value in FULL.items() if name != "bao_cao_vien"}
    assert Defined.objects.get().values == {**kept, "so_hoc_vien": 31}
    undo_import(import_id=found.pk, by=cast.clerk)
    assert Defined.objects.get().values == FULL


def test_a_value_of_the_wrong_kind_is_named(cast: Cast) -> None:
    record = enter(cast, define(cast, *FIELDS))
    book = opened(workbook(cast, cast.office.pk, by=cast.clerk))
    sheet = book[TITLE]
    row = row_of(sheet, record.pk)
    put(sheet, row, "Số học viên", "ba mươi")
    put(sheet, row, "Hình thức mở lớp", "Từ xa")
    found = as_clerk(cast, book, write=False)
    assert {fault["heading"] for fault in found.outcome["faults"]} == {"Số học viên", "Hình thức mở lớp"}
    assert Defined.objects.get().values == FULL


def test_a_row_of_another_kind_is_refused(cast: Cast) -> None:
    first, other = define(cast, *FIELDS), define(cast, *FIELDS, name="Hội thảo")
    enter(cast, first)
    stranger = enter(cast, other)
    book = opened(workbook(cast, cast.office.pk, by=cast.clerk))
    sheet = book[TITLE]
    sheet.cell(row_of(sheet, Record.objects.earliest("pk").pk), column(sheet, "_id")).value = stranger.pk
    assert codes(as_clerk(cast, book, write=False)) != []
