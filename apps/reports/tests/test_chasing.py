"""The chase list of the first half of 2019 (due 30/06/2019), its contacts, and what is written to an office."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from docx import Document

from apps.accounts.models import User
from apps.files.actions import store
from apps.files.models import StoredFile
from apps.offices.models import Role
from apps.reports.actions.contacts import log_contact
from apps.reports.chasing import Chased, chase
from apps.reports.completeness import completeness
from apps.reports.enums import ContactWay, ReportState
from apps.reports.expected import expected_offices
from apps.reports.models import Contact, Report, Request
from apps.reports.tests import house
from apps.reports.tests.rows import extension, question, report
from apps.reports.urging import Urged, message
from tests.cast import Cast

PAGE = "/c/cum-9/2019H1/reports/chase/"
DUE = date(2019, 6, 30)
LATE = DUE + timedelta(days=3)


def line(cast: Cast, code: str = "bac-lieu", on: date = LATE) -> Chased:
    return next(each for each in chase(cast.first_half, on).lines if each.office.code == code)


def codes(cast: Cast, on: date = LATE) -> list[str]:
    return [each.office.code for each in chase(cast.first_half, on).lines]


def test_the_longest_overdue_first_and_what_waits_for_the_secretariat_last(cast: Cast) -> None:
    report(cast.first_half, cast.offices["ca-mau"], ReportState.SENT, cast.secretary)
    report(cast.first_half, cast.offices["can-tho"], ReportState.RECEIVED, cast.secretary)
    extension(cast.first_half, cast.offices["kien-giang"], cast.secretary, granted_until=LATE)
    assert codes(cast) == ["bac-lieu", "soc-trang", "hau-giang", "kien-giang", "ca-mau"]
    found = chase(cast.first_half, LATE)
    assert [each.office.code for each in found.received] == ["can-tho"]
    assert (found.overdue, line(cast).days_over, line(cast, "kien-giang").days_over) == (3, 3, 0)


def test_it_knows_whom_to_telephone(cast: Cast) -> None:
    Role.objects.create(user=cast.head, kind="clerk", office=cast.office, valid_from=date(2019, 1, 1))
    assert [(each.person, each.label) for each in line(cast).people] == [
        (cast.head, "lãnh đạo Văn phòng"), (cast.clerk, "chuyên viên Văn phòng"),
    ]  # fmt: skip
    Role.objects.filter(user=cast.clerk).update(valid_to=DUE)
    assert [each.person for each in line(cast).people] == [cast.head]
    User.objects.filter(pk=cast.head.pk).update(is_active=False)
    assert line(cast).people == ()


def test_a_contact_is_noted_and_the_latest_stands_first(cast: Cast, client: Client) -> None:
    first = log_contact(
        period=cast.first_half, office=cast.office, way="telephone", person="  Chị Dụ ", note="Hẹn thứ Sáu",
        by=cast.secretary,
    )  # fmt: skip
    assert (first.person, first.by) == ("Chị Dụ", cast.secretary)
    client.force_login(cast.secretary)
    sent = {"bac-lieu-way": "message", "bac-lieu-person": "", "bac-lieu-note": "Đã nhắn"}
    answer = client.post(f"{PAGE}bac-lieu/contact/", sent, follow=True)
    assert answer.redirect_chain == [(f"{PAGE}#bac-lieu", 302)]
    assert "Đã ghi lần liên hệ với Bạc Liêu." in answer.content.decode()
    assert [contact.way for contact in line(cast).contacts] == ["message", "telephone"]
    assert line(cast, "hau-giang").contacts == ()


def test_a_contact_without_a_way_is_refused_in_words(cast: Cast, client: Client) -> None:
    client.force_login(cast.secretary)
    answer = client.post(f"{PAGE}bac-lieu/contact/", {"bac-lieu-way": "pigeon"}, follow=True)
    assert "pigeon" in answer.content.decode()
    assert not Contact.objects.exists()
    with pytest.raises(ValidationError, match="Chưa chọn hình thức liên hệ"):
        log_contact(period=cast.first_half, office=cast.office, way="", by=cast.secretary)


def test_only_of_an_office_whose_report_is_expected(cast: Cast, client: Client) -> None:
    with pytest.raises(PermissionDenied):
        log_contact(period=cast.first_half, office=cast.foreign_office, way="telephone", by=cast.secretary)
    client.force_login(cast.secretary)
    assert client.post(f"{PAGE}ha-giang/contact/", {"ha-giang-way": "telephone"}).status_code == 404


@pytest.mark.parametrize("who", ["head", "clerk", "other", "leader", "administrator", "stranger"])
def test_only_the_secretariat_notes_contacts(cast: Cast, who: str) -> None:
    person = cast.people[who]
    assert person is not None
    with pytest.raises(PermissionDenied):
        log_contact(period=cast.first_half, office=cast.office, way="telephone", by=person)
    assert not Contact.objects.exists()


def test_the_database_knows_the_ways(cast: Cast) -> None:
    with pytest.raises(IntegrityError, match="contact_way_known"), transaction.atomic():
        Contact.objects.create(period=cast.first_half, office=cast.office, way="pigeon", by=cast.secretary)


def test_the_page_says_it_all(cast: Cast, client: Client) -> None:
    cast.office.telephone = "0291 3821 000"
    cast.office.save(update_fields=["telephone"])
    User.objects.filter(pk=cast.clerk.pk).update(phone="0912 000 111")
    made = report(cast.first_half, cast.office, ReportState.TO_COMPLETE, cast.head)
    question(made, "Số cuộc giám sát chuyên đề?", cast.secretary)
    report(cast.first_half, cast.offices["ca-mau"], ReportState.SENT, cast.secretary)
    client.force_login(cast.secretary)
    shown = client.get(PAGE).content.decode()
    for words in (
        'href="tel:0291 3821 000"', 'href="tel:0912 000 111"', "Số cuộc giám sát chuyên đề?", "đề nghị bổ sung",
        "quá hạn từ 30/06/2019", "đã gửi, chờ tiếp nhận", "chưa liên hệ", "Còn 06 báo cáo chưa được tiếp nhận.",
        "Kính gửi Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu,",
    ):  # fmt: skip
        assert words in shown
    assert "Kính gửi Văn phòng Đoàn ĐBQH tỉnh Cà Mau" not in shown


def test_missing_is_what_was_neither_recorded_nor_stated(cast: Cast) -> None:
    assert {"Giám sát, khảo sát", "Tiếp xúc cử tri", "Phần quà an sinh xã hội"} <= set(line(cast).missing)
    house.supervision(cast.office)
    house.state(cast, cast.office, "gifts", None)
    assert not {"Giám sát, khảo sát", "Phần quà an sinh xã hội"} & set(line(cast).missing)
    assert "Tiếp xúc cử tri" in line(cast).missing
    assert "Giám sát, khảo sát" in line(cast, "hau-giang").missing


def test_missing_is_what_completeness_calls_missing(cast: Cast) -> None:
    """A part of none is answered with its whole, a part of a number is missing by itself, one of what is missing goes
    with it."""
    centre = "Kiến nghị chuyển Trung ương"
    assert centre not in line(cast).missing
    house.state(cast, cast.office, "opinions", None)
    assert not {"Ý kiến, kiến nghị của cử tri", centre} & set(line(cast).missing)
    house.state(cast, cast.other_office, "opinions", 20)
    assert centre in line(cast, "hau-giang").missing
    read = completeness(cast.first_half, expected_offices(cast.first_half))
    names = {each.code: each.name for each in read.indicators}
    for each in chase(cast.first_half, LATE).lines:
        cells = {code: read.answers.cell(each.office.pk, code) for code in names}
        assert {names[code] for code, cell in cells.items() if not cell.is_answered} >= set(each.missing)
        assert bool(each.missing) is not read.answers.of_office(each.office.pk).is_complete


def test_when_all_is_received_the_page_is_calm(cast: Cast, client: Client) -> None:
    for office in cast.offices.values():
        report(cast.first_half, office, ReportState.RECEIVED, cast.secretary)
    client.force_login(cast.secretary)
    assert "Đã tiếp nhận đủ báo cáo" in client.get(PAGE).content.decode()


def test_the_page_costs_the_same_for_three_offices(cast: Cast, client: Client, costs: Callable[..., None]) -> None:
    for office in cast.offices.values():
        report(cast.first_half, office, ReportState.RECEIVED, cast.secretary)
    left = iter(cast.offices.values())

    def add(count: int) -> None:
        for _ in range(count):
            office = next(left)
            Report.objects.filter(office=office).update(state=ReportState.TO_COMPLETE)
            made = Report.objects.get(office=office)
            question(made, "Hỏi", cast.secretary)
            for way in (ContactWay.MAIL, ContactWay.LETTER):
                log_contact(period=cast.first_half, office=office, way=way, by=cast.secretary)

    client.force_login(cast.secretary)
    costs(19, add=add, read=lambda: client.get(PAGE))


URGED = Urged(
    office="Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu", cluster="Cụm thi đua số 9", period="6 tháng đầu năm 2019", due_on=DUE,
    days_over=3, on=LATE, link="http://localhost/x",
)  # fmt: skip


def test_the_message_names_what_is_missing() -> None:
    names = tuple(f"Chỉ tiêu {number}" for number in range(1, 11))
    said = message(replace(URGED, missing=names))
    assert said.splitlines() == [
        "Kính gửi Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu,",
        "Thư ký Cụm thi đua số 9 xin trao đổi về báo cáo 6 tháng đầu năm 2019.",
        "Đến ngày 03/07/2019, chưa nhận được báo cáo của Văn phòng, quá hạn 03 ngày.",
        "Số liệu còn thiếu (10): Chỉ tiêu 1; Chỉ tiêu 2; Chỉ tiêu 3; Chỉ tiêu 4; Chỉ tiêu 5; Chỉ tiêu 6; Chỉ tiêu 7; "
        "Chỉ tiêu 8 và 02 nội dung khác.",
        "Đề nghị đồng chí gửi trước hoặc trong ngày 08/07/2019.",
        "Nhập và gửi tại: http://localhost/x",
        "Trân trọng cảm ơn đồng chí.",
    ]


def test_before_the_day_it_only_reminds() -> None:
    said = message(replace(URGED, days_over=0, on=DUE - timedelta(days=5)))
    assert "Hạn gửi báo cáo của Văn phòng là ngày 30/06/2019." in said
    assert "gửi trước hoặc trong ngày 30/06/2019" in said
    assert "quá hạn" not in said


def test_of_what_is_to_be_completed_it_names_the_questions() -> None:
    said = message(replace(URGED, questions=("Số cuộc?",), sent_on=DUE, days_over=0))
    assert "Báo cáo Văn phòng gửi ngày 30/06/2019 cần bổ sung" in said
    assert "Đề nghị bổ sung: Số cuộc?." not in said
    assert "Đề nghị bổ sung: Số cuộc?" in said


def test_the_letter_says_in_word_and_pdf_what_is_asked(cast: Cast, client: Client) -> None:
    made = report(cast.first_half, cast.office, ReportState.TO_COMPLETE, cast.head)
    question(made, "Số cuộc giám sát chuyên đề?", cast.secretary)
    Request.objects.create(
        period=cast.first_half, due_on=DUE, number=7, symbol="VPĐĐBQH", signed_on=date(2019, 6, 1),
        issued_at=timezone.now(), issued_by=cast.secretary, word=kept("a"), pdf=kept("b"),
    )  # fmt: skip
    client.force_login(cast.secretary)
    answer = client.get(f"{PAGE}bac-lieu/letter.docx")
    assert answer["Content-Disposition"] == 'attachment; filename="don-doc-bac-lieu-2019H1.docx"'
    said = "\n".join(text_of(answer.content))
    for words in (
        "V/v đôn đốc báo cáo 6 tháng đầu năm 2019", "Kính gửi: Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu", "TỈNH CÀ MAU",
        "Thực hiện Công văn số 07/VPĐĐBQH ngày 01/06/2019", "- Số cuộc giám sát chuyên đề?\n", "CHÁNH VĂN PHÒNG",
        "Trân trọng./.",
    ):  # fmt: skip
        assert words in said
    assert client.get(f"{PAGE}bac-lieu/letter.pdf").content.startswith(b"%PDF")


def test_there_is_no_letter_where_nothing_is_to_be_chased(cast: Cast, client: Client) -> None:
    report(cast.first_half, cast.office, ReportState.SENT, cast.head)
    report(cast.first_half, cast.other_office, ReportState.RECEIVED, cast.head)
    client.force_login(cast.secretary)
    for code in ("bac-lieu", "hau-giang"):
        assert client.get(f"{PAGE}{code}/letter.docx").status_code == 404


def kept(text: str) -> StoredFile:
    return store(content=text.encode(), name=f"{text}.txt", content_type="text/plain", by=None)


def text_of(content: bytes) -> Iterator[str]:
    document = Document(io.BytesIO(content))
    yield from (part.text for part in document.paragraphs)
    yield from (
        part.text for table in document.tables for row in table.rows for cell in row.cells for part in cell.paragraphs
    )
