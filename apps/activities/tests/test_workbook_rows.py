"""Rows of our own workbook, as people treat them: nobody is overwritten, nothing is deleted, nothing leaks."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.utils import timezone
from openpyxl.workbook import Workbook

from apps.activities.actions import delete_record, restore_record, update_record
from apps.activities.enums import ImportState
from apps.activities.imports import apply, read_again, undo_import
from apps.activities.imports.faults import Fault
from apps.activities.imports.roundtrip import statements
from apps.activities.imports.roundtrip.sheets import FIRST_ROW, HEADING_ROW
from apps.activities.models import Recommendation, Record
from apps.activities.tests.factories import SupervisionFactory, VoterMeetingFactory
from apps.activities.tests.ours import (
    as_clerk,
    blank_row,
    codes,
    column,
    counts,
    opened,
    own_book,
    put,
    row_of,
    supervision,
    workbook,
)
from apps.activities.tests.workbooks import previewed, saved
from apps.campaigns.models import AssemblySession
from tests.cast import Cast


# Rows added, sorted, emptied, copied ---------------------------------------------------------------------------------
def test_rows_are_added_changed_and_cleared_at_once(cast: Cast) -> None:
    changed, cleared, left = (supervision(cast) for _ in range(3))
    book, sheet = own_book(cast)
    put(sheet, row_of(sheet, changed.pk), "Chuyên đề", "Chuyên đề mới")
    put(sheet, row_of(sheet, cleared.pk), "Trưởng đoàn", None)
    put(sheet, row_of(sheet, cleared.pk), "Số cơ quan", None)
    row = blank_row(sheet)
    for heading, value in (("Ngày", date(2019, 4, 2)), ("Chuyên đề", "Việc thêm"), ("Loại", "Khảo sát")):
        put(sheet, row, heading, value)  # the office is the workbook's own
    sheet.delete_rows(row_of(sheet, left.pk))
    found = as_clerk(cast, book)
    assert (codes(found), counts(found)) == ([], {"created": 1, "updated": 2})
    assert Record.objects.get(pk=changed.pk).title == "Chuyên đề mới"
    emptied = Record.objects.with_details().get(pk=cleared.pk).supervision
    assert (emptied.team_head, emptied.bodies) == ("", None)
    assert Record.objects.alive().filter(pk=left.pk, version=1).exists()
    new = Record.objects.with_details().get(imported_by=found)
    assert (new.office, new.title, new.supervision.kind) == (cast.office, "Việc thêm", "survey")


def test_an_extraordinary_session_goes_out_and_comes_back(cast: Cast) -> None:
    """Its number is another's too: only the words tell the two apart."""
    extra = AssemblySession.objects.create(term=cast.session.term, kind="extraordinary", number=cast.session.number)
    kept: Any = VoterMeetingFactory(record__office=cast.office, session=extra, phase="before")
    moved: Any = VoterMeetingFactory(record__office=cast.office, session=cast.session, phase="before")
    book = opened(workbook(cast, cast.office.pk, by=cast.clerk))
    sheet = book["Tiếp xúc cử tri"]
    place = column(sheet, "Thời điểm")
    assert sheet.cell(row_of(sheet, kept.pk), place).value == "Trước Kỳ họp bất thường lần thứ 7"
    put(sheet, row_of(sheet, moved.pk), "Thời điểm", "Sau Kỳ họp bất thường lần thứ 7")
    found = as_clerk(cast, book)
    assert (codes(found), counts(found)) == ([], {"updated": 1})
    now = Record.objects.with_details().get(pk=moved.pk).voter_meeting
    assert (now.session, now.phase) == (extra, "after")
    put(sheet, row_of(sheet, kept.pk), "Thời điểm", "Trước Kỳ họp bất thường lần thứ 8")
    assert "unknown_extraordinary" in codes(as_clerk(cast, book))


def test_days_of_a_voter_meeting_come_back_in_their_order(cast: Cast) -> None:
    meeting: Any = VoterMeetingFactory(record__office=cast.office, form="individual", requested_on=date(2019, 2, 12))
    book = opened(workbook(cast, cast.office.pk, by=cast.clerk))
    sheet = book["Tiếp xúc cử tri"]
    row = row_of(sheet, meeting.pk)
    put(sheet, row, "Ngày trả lời đề nghị tiếp xúc", date(2019, 2, 11))
    assert codes(as_clerk(cast, book)) == ["ends_before"]
    for heading, day in (
        ("Ngày thông báo cho nơi tiếp xúc ngoài tỉnh", 1), ("Ngày trả lời đề nghị tiếp xúc", 12),
        ("Ngày tổng hợp ý kiến, kiến nghị", 28),
    ):  # fmt: skip
        put(sheet, row, heading, date(2019, 2, day))
    found = as_clerk(cast, book)
    assert (codes(found), counts(found)) == ([], {"updated": 1})
    now = Record.objects.with_details().get(pk=meeting.pk).voter_meeting
    assert (now.notified_on, now.requested_on) == (date(2019, 2, 1), date(2019, 2, 12))
    assert (now.replied_on, now.synthesised_on) == (date(2019, 2, 12), date(2019, 2, 28))


def test_sorted_rows_and_rows_in_between_keep_their_records(cast: Cast) -> None:
    one, two = supervision(cast, record__title="A"), supervision(cast, record__title="B")
    book, sheet = own_book(cast)
    first, second = row_of(sheet, one.pk), row_of(sheet, two.pk)
    for place in range(1, sheet.max_column + 1):
        a, b = sheet.cell(first, place), sheet.cell(second, place)
        a.value, b.value = b.value, a.value
    sheet.insert_rows(second)
    put(sheet, row_of(sheet, one.pk), "Chuyên đề", "A sửa")
    assert counts(as_clerk(cast, book)) == {"updated": 1}
    titles = dict(Record.objects.values_list("pk", "title"))
    assert titles == {one.pk: "A sửa", two.pk: "B"}


def test_an_emptied_row_deletes_nothing_and_says_so(cast: Cast) -> None:
    record = supervision(cast)
    book, sheet = own_book(cast)
    row = row_of(sheet, record.pk)
    for place in range(2, column(sheet, "_id")):
        sheet.cell(row, place).value = None
    found = as_clerk(cast, book)
    assert ([each["code"] for each in found.outcome["warnings"]], counts(found)) == (["emptied_row"], {})
    assert Record.objects.alive().filter(pk=record.pk, version=1).exists()


def test_a_copied_row_with_its_hidden_number_is_refused(cast: Cast) -> None:
    record = supervision(cast)
    book, sheet = own_book(cast)
    row, copy = row_of(sheet, record.pk), blank_row(sheet)
    for place in range(2, sheet.max_column + 1):
        sheet.cell(copy, place).value = sheet.cell(row, place).value
    put(sheet, copy, "Chuyên đề", "Bản chép")
    found = as_clerk(cast, book)
    assert codes(found) == ["copied_id"]
    assert found.outcome["faults"][0]["row"] == copy
    assert found.outcome["faults"][0]["params"] == {"other": row}


def test_all_errors_of_all_rows_at_once(cast: Cast) -> None:
    records = [supervision(cast) for _ in range(3)]
    book, sheet = own_book(cast)
    put(sheet, row_of(sheet, records[0].pk), "Loại", "Không rõ")
    put(sheet, row_of(sheet, records[1].pk), "Số kiến nghị", "ba")
    put(sheet, blank_row(sheet), "Chuyên đề", "Chỉ có chuyên đề")
    put(sheet, row_of(sheet, records[2].pk), "Ngày", None)
    figures = book[statements.TITLE]
    put(figures, FIRST_ROW + 1, "Số liệu", -4)
    put(figures, FIRST_ROW + 2, "Số liệu", 4)
    put(figures, FIRST_ROW + 2, "Tình trạng", "Chắc là")
    found = as_clerk(cast, book)
    assert sorted(codes(found)) == sorted([
        "unknown_word", "not_a_number", "blank", "blank", "blank", "negative", "unknown_word",
    ])  # fmt: skip
    assert Record.objects.alive().count() == 3


# Somebody else was quicker -------------------------------------------------------------------------------------------
def meanwhile(cast: Cast, record: Record, **values: object) -> None:
    version = Record.objects.get(pk=record.pk).version
    update_record(record=record, cluster=cast.cluster, version=version, values=values, detail={}, by=cast.head)


def test_a_conflict_shows_both_and_writes_only_what_is_ticked(cast: Cast) -> None:
    mine, theirs = supervision(cast), supervision(cast)
    book, sheet = own_book(cast)
    for record in (mine, theirs):
        put(sheet, row_of(sheet, record.pk), "Chuyên đề", "Của tôi")
        meanwhile(cast, record, title="Của người khác", place="Giá Rai")
    found = as_clerk(cast, book, write=False)
    assert (codes(found), counts(found)) == ([], {"conflicts": 2})
    shown = found.outcome["conflicts"][0]
    assert shown["shown"] == [("Chuyên đề", "Của người khác", "Của tôi")]
    found = read_again(import_id=found.pk, options={"taken": [f"r{mine.pk}"]}, by=cast.clerk)
    assert counts(found) == {"conflicts": 1, "updated": 1}
    apply(import_id=found.pk, by=cast.clerk)
    now = {record.pk: (record.title, record.place) for record in Record.objects.all()}
    assert now == {mine.pk: ("Của tôi", "Giá Rai"), theirs.pk: ("Của người khác", "Giá Rai")}
    undo_import(import_id=found.pk, by=cast.clerk)
    assert Record.objects.get(pk=mine.pk).title == "Của người khác"


def test_what_only_others_changed_is_left_alone_without_a_word(cast: Cast) -> None:
    record = supervision(cast)
    book, _sheet = own_book(cast)
    meanwhile(cast, record, title="Của người khác")
    found = as_clerk(cast, book)
    assert (codes(found), counts(found), found.outcome["conflicts"]) == ([], {}, [])
    assert Record.objects.get(pk=record.pk).title == "Của người khác"


def test_who_changes_it_between_preview_and_confirmation_is_not_overwritten(cast: Cast) -> None:
    record = supervision(cast)
    book, sheet = own_book(cast)
    put(sheet, row_of(sheet, record.pk), "Chuyên đề", "Của tôi")
    found = as_clerk(cast, book, write=False)
    assert counts(found) == {"updated": 1}
    meanwhile(cast, record, title="Của người khác")
    done = apply(import_id=found.pk, by=cast.clerk)
    assert counts(done) == {"conflicts": 1}
    assert Record.objects.get(pk=record.pk).title == "Của người khác"


def test_a_deleted_record(cast: Cast) -> None:
    touched, left = supervision(cast), supervision(cast)
    book, sheet = own_book(cast)
    put(sheet, row_of(sheet, touched.pk), "Chuyên đề", "Của tôi")
    for record in (touched, left):
        delete_record(record=record, cluster=cast.cluster, by=cast.head)
    found = as_clerk(cast, book)
    assert codes(found) == ["deleted_record"]
    assert [each["code"] for each in found.outcome["warnings"]] == ["deleted_untouched"]
    restore_record(record=touched, cluster=cast.cluster, by=cast.head)
    assert counts(as_clerk(cast, book)) == {"updated": 1}


# Ids that are not one's own ------------------------------------------------------------------------------------------
def test_ids_of_others_are_refused_alike_and_nothing_leaks(cast: Cast) -> None:
    foreign: Any = SupervisionFactory(record__office=cast.foreign_office, record__title="Bí mật ngoài cụm")
    other: Any = SupervisionFactory(record__office=cast.other_office, record__title="Bí mật của Hậu Giang")
    meeting: Any = VoterMeetingFactory(record__office=cast.office, record__title="Cuộc tiếp xúc")
    deleted: Any = SupervisionFactory(record__office=cast.other_office, record__deleted_at=timezone.now())
    book, sheet = own_book(cast)
    row = blank_row(sheet)
    for place, key in enumerate((foreign.pk, other.pk, meeting.pk, deleted.pk, 10**12, 2**70, "x", -1)):
        put(sheet, row + place, "_id", key)
        put(sheet, row + place, "Chuyên đề", "Thử")
    found = as_clerk(cast, book)
    faults = list(found.outcome["faults"])
    assert {each["code"] for each in faults} == {"unknown_record"}
    assert len(faults) == 8
    assert len({Fault.of(each).text for each in faults}) == 1
    assert "Bí mật" not in json.dumps(found.outcome, ensure_ascii=False)


def test_a_row_is_not_moved_to_another_office(cast: Cast) -> None:
    record = supervision(cast)
    book = opened(workbook(cast))
    sheet = book["Giám sát, khảo sát"]
    put(sheet, row_of(sheet, record.pk), "Văn phòng", "Hậu Giang")
    found = previewed(cast, saved(book))
    assert codes(found) == ["owner_moved"]
    put(sheet, row_of(sheet, record.pk), "Văn phòng", "VP Đoàn ĐBQH tỉnh Bạc Liêu")
    assert (codes(again := previewed(cast, saved(book))), counts(again)) == ([], {})


def tamper(name: str, value: str) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        sheet = book["_"]
        next(row for row in sheet.iter_rows() if row[0].value == name)[1].value = value

    return change


def _drop_hidden(book: Workbook) -> None:
    sheet = book["Giám sát, khảo sát"]
    sheet.delete_cols(column(sheet, "_id"), 3)


def _other_columns(book: Workbook) -> None:
    sheet = book["Giám sát, khảo sát"]
    cell = sheet.cell(HEADING_ROW + 1, column(sheet, "_id"))
    cell.value = f"{str(cell.value)[:-4]}0000"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (tamper("make", "bieu-mau-cum-thi-dua/0"), "other_make"), (tamper("cluster", "cum-1"), "other_cluster"),
        (tamper("period", "2019H2"), "other_book_period"), (tamper("office", "hau-giang"), "other_office"),
        (tamper("office", "ha-giang"), "other_office"), (tamper("office", "*"), "all_offices"),
        (tamper("office", "own"), "other_office"), (_drop_hidden, "no_ids"), (_other_columns, "other_columns"),
    ],
)  # fmt: skip
def test_a_workbook_of_another_make_is_refused(cast: Cast, change: Callable[[Workbook], None], code: str) -> None:
    supervision(cast)
    book, _sheet = own_book(cast)
    change(book)
    found = as_clerk(cast, book)
    assert codes(found) == [code]
    assert found.state == ImportState.REFUSED
    assert Fault.of(found.outcome["faults"][0]).text


def test_counts_follow_the_recommendations_that_are_entered_one_by_one(cast: Cast) -> None:
    record = supervision(cast)
    Recommendation.objects.create(record=record, addressee="UBND tỉnh", text="Đề nghị")
    book, sheet = own_book(cast)
    put(sheet, row_of(sheet, record.pk), "Số kiến nghị", 9)
    put(sheet, row_of(sheet, record.pk), "Địa điểm", "Giá Rai")
    as_clerk(cast, book)
    now = Record.objects.with_details().get(pk=record.pk)
    assert (now.place, now.supervision.recommendations) == ("Giá Rai", record.supervision.recommendations)
