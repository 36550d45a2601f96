"""A list that went out comes in again: what was not changed is there already."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from django.urls import reverse

from apps.activities.columns import COLUMNS
from apps.activities.enums import Kind
from apps.activities.imports import apply
from apps.activities.imports.layouts import LAYOUTS
from apps.activities.imports.recognition import heading_key
from apps.activities.models import Record
from apps.activities.tests.factories import CitizenReceptionFactory, SupervisionFactory, VoterMeetingFactory
from apps.activities.tests.workbooks import LISTS, previewed, saved
from tests.cast import Cast

NOT_IN_THE_LISTS = {Kind.CITIZEN_RECEPTION, Kind.OPINIONS, Kind.PETITIONS}


def exported(client, cast: Cast, kind: str) -> bytes:
    here = reverse("activities:export", args=[cast.cluster.code, cast.first_half.code])
    content: bytes = client.get(f"{here}?list={kind}").content
    return content


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_heading_that_goes_out_is_known(cast: Cast, kind: str) -> None:
    layout = next(each for each in LAYOUTS if each.kind == kind)
    known = {heading_key(heading) for column in layout.columns for heading in column.headings}
    assert [str(column.label) for column in COLUMNS[kind] if heading_key(str(column.label)) not in known] == []


@pytest.mark.parametrize("kind", [kind for kind in COLUMNS if kind not in NOT_IN_THE_LISTS])
def test_the_lists_go_out_and_come_in(cast: Cast, client, kind: str) -> None:
    apply(import_id=previewed(cast, LISTS).pk, by=cast.secretary)
    client.force_login(cast.secretary)
    outcome = previewed(cast, exported(client, cast, kind)).outcome
    assert (outcome["faults"], outcome["warnings"]) == ([], [])
    assert outcome["counts"]["created"] == 0
    assert outcome["counts"]["skipped"] == Record.objects.filter(kind=kind).count()


def test_columns_of_our_own_come_in_too(cast: Cast, client) -> None:
    SupervisionFactory(
        record__office=cast.office, record__ends_on=date(2019, 3, 4), record__place="Giá Rai", initiator="joint",
        decision_number="12/QĐ", decided_on=date(2019, 2, 1), team_head="Nguyễn Văn Mẫu", deputies=4,
        recommendations=5, recommendations_answered=2, invited="Ban Pháp chế HĐND", legal_field="Đất đai",
        examined_from=date(2016, 7, 1), examined_to=date(2018, 12, 31), bodies_named="Sở Y tế\nSở Tài chính", bodies=2,
    )  # fmt: skip
    VoterMeetingFactory(
        record__office=cast.office, joint=True, mode="online", form="individual", speakers=9, voters=40,
        notified_on=date(2019, 2, 1), requested_on=date(2019, 2, 4), replied_on=date(2019, 2, 12),
        synthesised_on=date(2019, 3, 8),
    )  # fmt: skip
    CitizenReceptionFactory(record__office=cast.office, kind="ad_hoc", visits=3, received_by="Trần Thị Thí Dụ")
    client.force_login(cast.secretary)
    for kind in (Kind.SUPERVISION, Kind.VOTER_MEETING, Kind.CITIZEN_RECEPTION):
        content = exported(client, cast, kind)
        again = previewed(cast, content).outcome
        assert (again["faults"], again["counts"]["skipped"]) == ([], 1)
        record = Record.objects.with_details().get(kind=kind, imported_by=None)
        Record.objects.filter(pk=record.pk).update(office=cast.other_office)  # so that it is new for its own office
        apply(import_id=previewed(cast, content).pk, by=cast.secretary)
        copy = Record.objects.with_details().get(kind=kind, office=cast.office)
        keep = {"record_id", "_state", "_record_cache"}
        assert {k: v for k, v in vars(copy.detail).items() if k not in keep} == {
            k: v for k, v in vars(record.detail).items() if k not in keep
        }
        assert (copy.ends_on, copy.place) == (record.ends_on, record.place)


def test_days_and_answers_in_the_wrong_order_are_named(cast: Cast, client) -> None:
    SupervisionFactory(record__office=cast.office, record__ends_on=date(2019, 3, 4), recommendations=5)
    client.force_login(cast.secretary)
    book = openpyxl.load_workbook(io.BytesIO(exported(client, cast, Kind.SUPERVISION)))
    sheet = book[book.sheetnames[0]]
    row = next(r for r in range(1, 12) if sheet.cell(r, 1).value == 1)
    headings = {str(sheet.cell(row - 1, column).value): column for column in range(1, 30)}
    sheet.cell(row, headings["Ngày kết thúc"], "01/02/2019")
    sheet.cell(row, headings["Kiến nghị đã được trả lời"], 6)
    sheet.cell(row, headings["Thời kỳ giám sát từ ngày"], "02/01/2018")
    sheet.cell(row, headings["Thời kỳ giám sát đến ngày"], "01/01/2018")
    codes = [fault["code"] for fault in previewed(cast, saved(book)).outcome["faults"]]
    assert codes == ["ends_before", "ends_before", "more_answered"]


def test_bodies_that_are_named_are_counted_on_the_way_in(cast: Cast, client) -> None:
    SupervisionFactory(record__office=cast.office, bodies_named="Sở Y tế\nSở Tài chính", bodies=2)
    client.force_login(cast.secretary)
    book = openpyxl.load_workbook(io.BytesIO(exported(client, cast, Kind.SUPERVISION)))
    sheet = book[book.sheetnames[0]]
    row = next(r for r in range(1, 12) if sheet.cell(r, 1).value == 1)
    headings = {str(sheet.cell(row - 1, column).value): column for column in range(1, 30)}
    sheet.cell(row, headings["Số cơ quan, đơn vị chịu sự giám sát"], 9)
    assert previewed(cast, saved(book)).outcome["counts"]["skipped"] == 1
    sheet.cell(row, headings["Các cơ quan, đơn vị chịu sự giám sát"], "Sở A\nSở B\nSở C")
    apply(import_id=previewed(cast, saved(book)).pk, by=cast.secretary)
    assert set(Record.objects.values_list("supervision__bodies", flat=True)) == {2, 3}
