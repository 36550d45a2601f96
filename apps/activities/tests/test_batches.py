"""Petitions and batches of opinions: what the forms refuse, what workbooks must agree with, what stands beside what."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from apps.activities import actions
from apps.activities.columns import answer_state
from apps.activities.compared import compared
from apps.activities.enums import Kind
from apps.activities.imports import apply
from apps.activities.models import Opinions, Record
from apps.activities.tests.factories import OpinionsFactory, PetitionsFactory, VoterMeetingFactory
from apps.activities.tests.test_import_round_trip import exported
from apps.activities.tests.test_pages import HERE, send
from apps.activities.tests.workbooks import previewed, saved
from tests.cast import Cast

PAGE = "/c/cum-9/2019H1/opinions/"
PARTS = {"Lưu đơn", "Đã giải quyết xong"}  # where one is wrong, a sum or the last part is named


def errors_of(answer: Any) -> dict[str, str]:
    assert answer.status_code == 422
    return {name: " ".join(messages) for name, messages in answer.context["form"].errors.items()}


def test_a_clerk_enters_leaves_and_the_sums_follow(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    send(client, Kind.PETITIONS, in_time="1.200", guided="2", ends_on="31/03/2019")
    row = Record.objects.get().petitions
    assert (row.forwarded, row.eligible, row.received, row.kept) == (1204, 1206, 1208, 0)
    assert row.denunciations is None  # nobody said: not the same as 0
    page = client.get(f"{HERE}{row.pk}/").text
    assert "1.208" in page
    assert "Đơn thư đã nhận" in page  # the figure that it feeds


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"answered": "", "overdue": "", "ineligible": ""}, "answered", "Chưa nhập số nào"),
        ({"complaints": "7"}, "complaints", "7 đơn loại này nhiều hơn tổng số 6"),
        ({"answered": "-1"}, "answered", "-1"),
        ({"answered": "99999999999"}, "answered", "10.000.000"),
        ({"source": ""}, "source", ""),
        ({"ends_on": "01/03/2019"}, "ends_on", "01/03/2019"),
    ],
)
def test_petitions_refused(client: Client, cast: Cast, changes: dict[str, str], field: str, words: str) -> None:
    client.force_login(cast.clerk)
    found = errors_of(send(client, Kind.PETITIONS, **changes))
    assert words in found[field]
    assert not Record.objects.exists()


def test_a_month_without_petitions_is_entered_as_0(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    send(client, Kind.PETITIONS, answered="0", overdue="", ineligible="", complaints="")
    assert Record.objects.get().petitions.received == 0


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"merged": "13"}, "merged", "13 kiến nghị trùng nhiều hơn 12"),
        ({"resolved": "8", "explained": "3"}, "resolved", "8 + 0 + 3 = 11, nhiều hơn 10"),
        ({"phase": "before"}, "session", "chọn"),
        ({"due_on": "20/03/2019"}, "due_on", "21/03/2019"),
        ({"answered_on": "20/03/2019"}, "answered_on", "20/03/2019"),
        ({"answered_on": "01/01/2999"}, "answered_on", "2999"),
        ({"level": "x"}, "level", "x"),
        ({"level": "petitions", "resolved": "1"}, "resolved", "xử lý đơn"),
        ({"level": "petitions", "answer_number": "5/UBND"}, "answer_number", "xử lý đơn"),
    ],
)
def test_opinions_refused(client: Client, cast: Cast, changes: dict[str, str], field: str, words: str) -> None:
    client.force_login(cast.clerk)
    assert words in errors_of(send(client, Kind.OPINIONS, **changes))[field]


def test_complaints_are_passed_on_as_petitions(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    send(client, Kind.OPINIONS, level="petitions")
    batch = Record.objects.get().opinions
    assert (batch.sent, batch.due_on, answer_state(batch.record)) == (10, None, "")
    last = compared(Record.objects.alive())[0].lines[-1]
    assert (last.level, last.gathered, last.batch["sent"], last.is_sent, last.difference) == (
        "petitions", None, 10, False, "",
    )  # fmt: skip


def test_a_term_may_lie_ahead(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    send(client, Kind.OPINIONS, due_on="01/01/2999")
    batch = Record.objects.get().opinions
    assert (batch.sent, batch.waiting, batch.overdue) == (10, 10, 0)


# Workbooks ------------------------------------------------------------------------------------------------------------
def filled(cast: Cast) -> None:
    PetitionsFactory(
        record__office=cast.office, record__ends_on=date(2019, 3, 31), source="reception", answered=3, in_time=4,
        overdue=1, guided=2, kept=1, studied=1, supervised=1, ineligible=5, complaints=9, reflections=0,
    )  # fmt: skip
    OpinionsFactory(
        record__office=cast.office, record__title="Giao thông", level="province", session=cast.session, phase="after",
        opinions=20, merged=3, addressee="UBND tỉnh", report_number="9/BC", due_on=date(2019, 5, 1),
        answer_number="7/UBND", answered_on=date(2019, 4, 20), resolved=10, in_progress=0, explained=7,
    )  # fmt: skip


@pytest.mark.parametrize("kind", [Kind.PETITIONS, Kind.OPINIONS])
def test_batches_go_out_and_come_in(cast: Cast, client: Client, kind: Kind) -> None:
    filled(cast)
    client.force_login(cast.secretary)
    content = exported(client, cast, kind)
    again = previewed(cast, content).outcome
    assert (again["faults"], again["warnings"], again["counts"]["skipped"]) == ([], [], 1)
    record = Record.objects.with_details().get(kind=kind)
    Record.objects.filter(pk=record.pk).update(office=cast.other_office)
    apply(import_id=previewed(cast, content).pk, by=cast.secretary)
    copy = Record.objects.with_details().get(kind=kind, office=cast.office)
    differing = {
        field.name
        for field in record.detail._meta.concrete_fields
        if getattr(copy.detail, field.attname) != getattr(record.detail, field.attname)
    }
    assert differing == {"record"}


@pytest.mark.parametrize(
    ("kind", "heading", "value", "code", "expected"),
    [
        (Kind.PETITIONS, "Tổng số đơn nhận", 19, "sum_differs", "18"),
        (Kind.PETITIONS, "Số đơn đã chuyển", "9", "sum_differs", "8"),
        (Kind.PETITIONS, "Lưu đơn", 2, "sum_differs", "19"),
        (Kind.PETITIONS, "Đơn khiếu nại", 40, "class_exceeds", "18"),
        (Kind.OPINIONS, "Số kiến nghị đã chuyển", 18, "sum_differs", "17"),
        (Kind.OPINIONS, "Trùng, đã gộp", 21, "merged_exceed", "20"),
        (Kind.OPINIONS, "Đã giải quyết xong", 11, "answers_exceed", "17"),
        (Kind.OPINIONS, "Cấp giải quyết", "Chuyển xử lý đơn", "passed_on", ""),
        (Kind.OPINIONS, "Cấp giải quyết", "Huyện", "unknown_word", "Trung ương"),
    ],
)
def test_a_workbook_that_disagrees_is_told(
    cast: Cast, client: Client, kind: Kind, heading: str, value: Any, code: str, expected: str
) -> None:
    filled(cast)
    client.force_login(cast.secretary)
    book = openpyxl.load_workbook(io.BytesIO(exported(client, cast, kind)))
    sheet = book.worksheets[0]
    row = next(r for r in range(1, 12) if sheet.cell(r, 1).value == 1)
    column = next(c for c in range(1, 40) if sheet.cell(row - 1, c).value == heading)
    sheet.cell(row, column, value)
    found = previewed(cast, saved(book)).outcome["faults"]
    faults = [each for each in found if each["code"] == code]
    assert {each["row"] for each in faults} == {row}
    assert heading in {each["heading"] for each in faults} or heading in PARTS
    assert expected in str([each["params"] for each in faults])


# Beside each other ----------------------------------------------------------------------------------------------------
def met(cast: Cast, code: str = "bac-lieu", **levels: int) -> None:
    VoterMeetingFactory(record__office=cast.offices[code], session=cast.session, phase="after", **levels)


def test_the_difference_is_said_in_words(cast: Cast) -> None:
    met(cast, to_centre=100, to_province=50)
    met(cast, to_centre=83)
    OpinionsFactory(record__office=cast.office, session=cast.session, phase="after", opinions=180, merged=9, resolved=4)
    for level, opinions in (("province", 30), ("commune", 25)):
        OpinionsFactory(
            record__office=cast.office, session=cast.session, phase="after", level=level, opinions=opinions
        )  # fmt: skip
    section = compared(Record.objects.alive())[0]
    centre, local, on_spot = section.lines
    assert centre.difference == "183 ý kiến từ các hội nghị, 180 đã đưa vào đợt chuyển: còn 03"
    assert (centre.batch["sent"], centre.waiting) == (171, 167)
    assert local.difference == "50 ý kiến từ các hội nghị, 55 trong các đợt chuyển: nhiều hơn 05"
    assert (on_spot.gathered, on_spot.difference) == (None, "")


def test_a_new_batch_holds_what_the_meetings_gathered(client: Client, cast: Cast) -> None:
    met(cast, to_centre=20)
    met(cast, "hau-giang", to_centre=500)
    OpinionsFactory(record__office=cast.office, session=cast.session, phase="after", opinions=5)
    client.force_login(cast.clerk)
    page = client.get(PAGE)
    address = page.context["sections"][0][1][0][1]
    assert "level=centre" in address
    new = client.get(address)
    initial = new.context["form"].initial
    assert (initial["opinions"], initial["session"], initial["phase"], initial["owner"]) == (
        15, cast.session.pk, "after", "bac-lieu",
    )  # fmt: skip
    assert "20 ý kiến từ các hội nghị" in new.text


@pytest.mark.parametrize(
    "query",
    ["session=99999&phase=after&level=centre", "session=x&phase=before&level=centre", "phase=x&level=centre",
     "phase=other&level=commune", "phase=other&level=centre&owner=hau-giang"],
)  # fmt: skip
def test_an_address_typed_wrongly_fills_nothing_in(client: Client, cast: Cast, query: str) -> None:
    met(cast, "hau-giang", to_centre=7613)
    client.force_login(cast.clerk)
    page = client.get(f"{HERE}new/opinions/?{query}")
    assert page.status_code == 200
    assert "opinions" not in page.context["form"].initial
    assert "7.613" not in page.text


def test_an_office_sees_its_own_until_the_period_is_published(client: Client, cast: Cast) -> None:
    met(cast, to_centre=20)
    met(cast, "hau-giang", to_centre=500)
    OpinionsFactory(record__office=cast.other_office, opinions=499, report_number="77/BC-HG")
    client.force_login(cast.clerk)
    for query in ("", "?office=hau-giang", "?office=own"):
        page = client.get(PAGE + query)
        assert not {"500", "499", "77/BC-HG", "520"} & set(page.text.replace("<", " ").replace(">", " ").split())
        assert page.context["tabs"] == []
    client.force_login(cast.secretary)
    assert "77/BC-HG" in client.get(PAGE).text
    cast.first_half.published_on = date(2019, 7, 10)
    cast.first_half.save()
    client.force_login(cast.clerk)
    assert "77/BC-HG" in client.get(PAGE, {"office": "hau-giang"}).text


def test_what_waits_and_what_is_overdue_is_listed(client: Client, cast: Cast) -> None:
    OpinionsFactory(record__office=cast.office, report_number="1/BC", due_on=date(2019, 4, 30))
    OpinionsFactory(record__office=cast.office, report_number="2/BC", due_on=date(2999, 4, 30))
    OpinionsFactory(record__office=cast.office, report_number="3/BC", resolved=5)
    OpinionsFactory(record__office=cast.office, report_number="4/BC", level="on_spot")
    client.force_login(cast.clerk)
    waiting = client.get(PAGE).context["waiting"]
    assert [(each.report, each.is_overdue) for each in waiting] == [("1/BC", True), ("2/BC", False)]
    assert "quá hạn" in waiting[0].state


def test_the_page_costs_the_same_however_many_offices(client: Client, cast: Cast, costs: Any) -> None:
    client.force_login(cast.secretary)

    def add(times: int) -> None:
        for place in range(times):
            office = list(cast.offices.values())[place]
            VoterMeetingFactory(record__office=office, session=cast.session, phase="after", to_centre=3)
            OpinionsFactory(record__office=office, session=cast.session, phase="after")

    costs(12, add=add, read=lambda: client.get(PAGE))


@pytest.mark.parametrize("place", [f"{HERE}?list=petitions", f"{HERE}new/petitions/"])
def test_what_counts_stands_beside_the_list_and_the_form(client: Client, cast: Cast, place: str) -> None:
    client.force_login(cast.clerk)
    page = client.get(place)
    assert "Đơn đã chuyển, quá hạn" in page.text
    assert "/indicators/petitions_received/" in page.text or "petitions_received" in page.text


# Due days, whole sessions, twins --------------------------------------------------------------------------------------
def entered(cast: Cast, day: date, due_on: date | None = None, level: str = "province") -> Record:
    return actions.create_record(
        kind=Kind.OPINIONS, cluster=cast.cluster, office=cast.office, values={"starts_on": day},
        detail={"level": level, "opinions": 5, "due_on": due_on}, by=cast.clerk,
    )  # fmt: skip


def changed(cast: Cast, record: Record, day: date, **detail: Any) -> date | None:
    found = Record.objects.with_details().get(pk=record.pk)
    actions.update_record(
        record=found, cluster=cast.cluster, version=found.version, values={"starts_on": day}, detail=detail,
        by=cast.clerk,
    )  # fmt: skip
    return Opinions.objects.get(pk=record.pk).due_on


@pytest.mark.parametrize(
    ("day", "typed", "level", "due"),
    [
        (date(2025, 9, 26), None, "province", date(2025, 11, 25)),
        (date(2025, 9, 26), date(2025, 10, 1), "province", date(2025, 10, 1)),
        (date(2025, 9, 26), None, "on_spot", None),
        (date(2019, 3, 1), None, "centre", None),  # no verified rule was in force
    ],
)
def test_the_due_day_of_the_law_is_written(
    cast: Cast, day: date, typed: date | None, level: str, due: date | None
) -> None:
    made = entered(cast, day, typed, level)
    assert Opinions.objects.get(pk=made.pk).due_on == due
    assert actions.batches_without_due_day() == []


def test_a_due_day_of_the_law_follows_the_report(cast: Cast) -> None:
    made = entered(cast, date(2025, 9, 26))
    assert changed(cast, made, date(2025, 9, 27), due_on=date(2025, 11, 25)) == date(2025, 11, 26)
    assert changed(cast, made, date(2025, 9, 28), due_on=date(2025, 12, 1)) == date(2025, 12, 1)
    assert changed(cast, made, date(2025, 9, 28), due_on=None) == date(2025, 11, 27)
    assert changed(cast, made, date(2025, 9, 28), level="on_spot", due_on=date(2025, 11, 27)) is None


def test_page_list_and_record_agree_on_what_is_overdue(client: Client, cast: Cast) -> None:
    made = entered(cast, date(2025, 9, 26))
    batch = Record.objects.with_overdue().get(pk=made.pk)
    assert batch.opinions__overdue == batch.opinions.overdue == 5  # type: ignore[attr-defined]
    client.force_login(cast.clerk)
    assert "25/11/2025, tính theo" in client.get(f"{HERE}{made.pk}/").text


def test_a_batch_without_its_due_day_is_found(cast: Cast) -> None:
    late: Any = OpinionsFactory(record__office=cast.office, record__starts_on=date(2025, 9, 26))
    OpinionsFactory(record__office=cast.office)
    assert actions.batches_without_due_day() == [(Record.objects.get(pk=late.pk), date(2025, 11, 25))]
    with pytest.raises(CommandError, match="1 batches"):
        call_command("check_due_days")


def test_a_session_is_counted_whole_in_each_period(client: Client, cast: Cast) -> None:
    met(cast, to_centre=20)
    VoterMeetingFactory(
        record__office=cast.office, record__starts_on=date(2019, 7, 2), session=cast.session, phase="after", to_centre=7
    )
    VoterMeetingFactory(record__office=cast.office, record__starts_on=date(2019, 7, 3), to_centre=500)
    client.force_login(cast.clerk)
    page = client.get(PAGE)
    lines = page.context["sections"][0][1]
    assert (len(page.context["sections"]), lines[0][0].gathered) == (1, 27)
    assert client.get(lines[0][1]).context["form"].initial["opinions"] == 27


def test_a_batch_entered_twice_is_told_and_kept(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    send(client, Kind.OPINIONS)
    assert "Đã có một đợt khác" not in client.get(PAGE).text
    send(client, Kind.OPINIONS)
    assert "Đã có một đợt khác" in client.get(PAGE).text
    assert Record.objects.count() == 2
    send(client, Kind.OPINIONS, report_number="khác/BC")
    assert "Đã có một đợt khác" not in client.get(PAGE).text
