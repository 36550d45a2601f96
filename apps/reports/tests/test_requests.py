"""The letter that asks for reports: prepared, issued, numbered; who reads it when; what the database refuses."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from apps.accounts.models import User
from apps.files.models import StoredFile
from apps.offices.enums import RoleKind
from apps.offices.models import Leadership, OfficeName, Role
from apps.reports.actions import issue_request, record_issuing, save_request
from apps.reports.letter import Draft, drafted
from apps.reports.models import Request
from tests.cast import Cast, make_user

HERE = ["cum-9", "2019H1"]


def draft(cast: Cast, **changes: Any) -> Draft:
    kept = Request.objects.filter(period=cast.first_half).first()
    return replace(drafted(cast.first_half, kept, timezone.localdate()), **changes)


def issued(cast: Cast) -> Request:
    saved = save_request(period=cast.first_half, draft=draft(cast), by=cast.secretary)
    return issue_request(period=cast.first_half, version=saved.version, by=cast.secretary)


def recorded(cast: Cast, **changes: Any) -> Request:
    values: dict[str, Any] = {
        "number": 5, "symbol": "VPĐĐBQH-TH", "signed_on": date(2019, 6, 3), "signer": "Nguyễn Văn Mẫu",
        "signed_as": "KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG", "scan": None, "by": cast.secretary, **changes,
    }  # fmt: skip
    return record_issuing(request=Request.objects.get(), **values)


def clerk_of_records(cast: Cast, office: str = "ca-mau") -> User:
    user = make_user(f"van.thu.{office}", "Lý Thị Văn Thư")
    Role.objects.create(user=user, kind=RoleKind.RECORDS, office=cast.offices[office], valid_from=date(2019, 1, 1))
    return user


def said(stored: StoredFile | None) -> str:
    assert stored is not None
    with stored.content.open("rb") as content:
        made = bytes(content.read())
    if stored.name.endswith(".docx"):
        document = Document(io.BytesIO(made))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def opened(user: User, url: str) -> int:
    """A file, read to its end."""
    answer: Any = client_of(user).get(url)
    if answer.streaming:
        list(answer.streaming_content)
        for close in answer._resource_closers:  # answer.close() would end the test's connection as well
            close()
    return int(answer.status_code)


def status(user: User, name: str = "request", *more: object) -> int:
    return client_of(user).get(reverse(f"reports:{name}", args=[*HERE, *more])).status_code


def test_what_such_a_letter_says(cast: Cast) -> None:
    found = draft(cast)
    assert found.due_on == date(2019, 6, 30)
    assert found.symbol == "VPĐĐBQH"
    assert found.recipients.splitlines() == [
        f"Văn phòng Đoàn ĐBQH {of}"
        for of in ("tỉnh Kiên Giang", "thành phố Cần Thơ", "tỉnh Bạc Liêu", "tỉnh Sóc Trăng", "tỉnh Hậu Giang")
    ]
    assert "báo cáo sơ kết phong trào thi đua và công tác khen thưởng 6 tháng đầu năm 2019" in found.introduction
    assert found.introduction.startswith("Thực hiện chương trình công tác năm 2019 của Cụm thi đua số 9")
    outline = found.outline.splitlines()
    assert outline[:2] == ["Thuận lợi", "Khó khăn, vướng mắc"]
    assert outline[2].startswith("Kết quả thực hiện nhiệm vụ: giám sát, khảo sát; tiếp xúc cử tri")
    assert outline[-2:] == ["Phương hướng, nhiệm vụ 6 tháng cuối năm 2019", "Kiến nghị, đề xuất"]


def test_issued_it_is_kept_as_word_and_pdf_with_a_blank_number(cast: Cast) -> None:
    request = issued(cast)
    for stored in (request.word, request.pdf):
        text = " ".join(said(stored).split())
        for line in (
            "Số: /VPĐĐBQH", "V/v gửi báo cáo sơ kết", "Kính gửi:", "- Văn phòng Đoàn ĐBQH tỉnh Kiên Giang;",
            "1. Nội dung báo cáo", "a) Thuận lợi;", "Số liệu tính từ ngày 01/01/2019 đến hết ngày 30/06/2019.",
            "chậm nhất ngày 30/06/2019", "- Văn phòng Quốc hội (để báo cáo);", "CHÁNH VĂN PHÒNG",
        ):  # fmt: skip
            assert line in text, line


def test_issuing_twice_changes_nothing(cast: Cast) -> None:
    first = issued(cast)
    again = issue_request(period=cast.first_half, version=99, by=cast.secretary)
    assert (again.issued_at, again.version, again.word_id) == (first.issued_at, first.version, first.word_id)
    assert StoredFile.objects.count() == 2


def test_a_period_without_a_due_day_takes_that_of_the_letter(cast: Cast) -> None:
    cast.first_half.due_on = None
    cast.first_half.save(update_fields=["due_on"])
    with pytest.raises(ValidationError) as caught:
        save_request(period=cast.first_half, draft=draft(cast), by=cast.secretary)
    assert "due_on" in caught.value.message_dict
    saved = save_request(period=cast.first_half, draft=draft(cast, due_on=date(2019, 6, 20)), by=cast.secretary)
    issue_request(period=cast.first_half, version=saved.version, by=cast.secretary)
    cast.first_half.refresh_from_db()
    assert cast.first_half.due_on == date(2019, 6, 20)


def test_a_due_day_that_is_there_stays(cast: Cast) -> None:
    saved = save_request(period=cast.first_half, draft=draft(cast, due_on=date(2019, 6, 20)), by=cast.secretary)
    issue_request(period=cast.first_half, version=saved.version, by=cast.secretary)
    cast.first_half.refresh_from_db()
    assert cast.first_half.due_on == date(2019, 6, 30)


def test_two_authors_notice_each_other(cast: Cast) -> None:
    mine, theirs = draft(cast), draft(cast)
    save_request(period=cast.first_half, draft=mine, by=cast.secretary)
    with pytest.raises(ValidationError) as caught:
        save_request(period=cast.first_half, draft=theirs, by=cast.secretary)
    assert caught.value.code == "version"
    save_request(period=cast.first_half, draft=draft(cast, outline="Một"), by=cast.secretary)
    with pytest.raises(ValidationError) as caught:
        issue_request(period=cast.first_half, version=1, by=cast.secretary)
    assert caught.value.code == "version"


def test_nothing_saved_is_not_issued_and_nothing_issued_is_changed(cast: Cast) -> None:
    with pytest.raises(ValidationError) as caught:
        issue_request(period=cast.first_half, version=0, by=cast.secretary)
    assert caught.value.code == "unsaved"
    issued(cast)
    with pytest.raises(ValidationError) as caught:
        save_request(period=cast.first_half, draft=draft(cast), by=cast.secretary)
    assert caught.value.code == "issued"


def test_number_day_and_signer_are_drawn_into_both_files(cast: Cast) -> None:
    before = issued(cast)
    after = recorded(cast)
    assert (after.word_id, after.pdf_id) != (before.word_id, before.pdf_id)
    for stored in (after.word, after.pdf):
        text = " ".join(said(stored).split())
        for line in (
            "Số: 05/VPĐĐBQH-TH", "Cà Mau, ngày 03 tháng 6 năm 2019", "KT. CHÁNH VĂN PHÒNG PHÓ CHÁNH VĂN PHÒNG",
            "Nguyễn Văn Mẫu",
        ):  # fmt: skip
            assert line in text, line


def test_what_was_issued_stays_whatever_is_renamed(cast: Cast) -> None:
    issued(cast)
    OfficeName.objects.update(name="Văn phòng khác", parent_body="CƠ QUAN KHÁC")
    assert "Văn phòng khác" not in said(recorded(cast).word)


def test_a_number_goes_with_its_day(cast: Cast) -> None:
    issued(cast)
    with pytest.raises(ValidationError) as caught:
        recorded(cast, signed_on=None)
    assert caught.value.message_dict.keys() == {"signed_on"}
    with pytest.raises(ValidationError) as caught:
        recorded(cast, number=None)
    assert caught.value.message_dict.keys() == {"number"}
    with pytest.raises(ValidationError) as caught:
        recorded(cast, signed_on=date(2999, 1, 1))
    assert caught.value.message_dict.keys() == {"signed_on"}


def test_before_it_is_issued_no_number_is_noted(cast: Cast) -> None:
    save_request(period=cast.first_half, draft=draft(cast), by=cast.secretary)
    with pytest.raises(ValidationError) as caught:
        recorded(cast)
    assert caught.value.code == "draft"


def test_the_clerk_of_records_of_the_leading_office_notes_it_and_nobody_else(cast: Cast) -> None:
    clerk = clerk_of_records(cast)
    issued(cast)
    assert recorded(cast, by=clerk).number == 5
    for someone in (clerk_of_records(cast, "bac-lieu"), cast.head, cast.leader, cast.stranger, cast.administrator):
        with pytest.raises(PermissionDenied):
            recorded(cast, by=someone)


def test_a_scan_is_looked_at_and_stays_without_a_new_one(cast: Cast) -> None:
    issued(cast)
    with pytest.raises(ValidationError) as caught:
        recorded(cast, scan=SimpleUploadedFile("cong-van.pdf", b"MZ\x90"))
    assert caught.value.message_dict.keys() == {"scan"}
    recorded(cast, scan=SimpleUploadedFile("cong-van.pdf", b"%PDF-1.7 scan"))
    found = recorded(cast, number=6)
    assert found.scan is not None
    assert found.scan.name == "cong-van.pdf"


def test_only_the_secretariat_prepares_and_issues(cast: Cast) -> None:
    saved = save_request(period=cast.first_half, draft=draft(cast), by=cast.secretary)
    for someone in (clerk_of_records(cast), cast.head, cast.clerk, cast.leader, cast.administrator, cast.stranger):
        with pytest.raises(PermissionDenied):
            save_request(period=cast.first_half, draft=draft(cast), by=someone)
        with pytest.raises(PermissionDenied):
            issue_request(period=cast.first_half, version=saved.version, by=someone)
    assert not Request.objects.get().is_issued


def test_before_it_is_issued_it_is_unknown_to_all_but_the_secretariat(cast: Cast) -> None:
    clerk = clerk_of_records(cast)
    for step in range(2):
        assert status(cast.secretary) == 200
        for someone in (clerk, cast.head, cast.clerk, cast.other, cast.leader, cast.stranger, cast.administrator):
            assert status(someone) == 404
        if step == 0:
            save_request(period=cast.first_half, draft=draft(cast), by=cast.secretary)
    issued_one = issue_request(period=cast.first_half, version=1, by=cast.secretary)
    for someone in (clerk, cast.head, cast.clerk, cast.other, cast.leader):
        assert status(someone) == 200
        for part in ("word", "pdf"):
            file = reverse("files:file", args=[f"request-{part}", issued_one.pk])
            assert opened(someone, file) == 200
    file = reverse("files:file", args=["request-word", issued_one.pk])
    for someone in (cast.stranger, cast.administrator):
        assert status(someone) == 404
        assert opened(someone, file) == 404


def test_when_the_year_is_closed_its_clerk_of_records_writes_no_more(cast: Cast) -> None:
    issued(cast)
    clerk = clerk_of_records(cast)
    Leadership.objects.filter(year=2019).update(closed_on=date(2020, 1, 31))
    with pytest.raises(PermissionDenied):
        recorded(cast, by=clerk)


def test_a_member_finds_its_own_workbook_beside_the_letter(cast: Cast) -> None:
    issued(cast)
    page = client_of(cast.clerk).get(reverse("reports:request", args=HERE)).content.decode()
    url = reverse("activities:workbook", args=HERE)
    assert f"{url}?office=bac-lieu" in page
    assert f"{url}?office=hau-giang" not in page
    assert client_of(cast.clerk).get(f"{url}?office=bac-lieu").status_code == 200
    assert "?office=hau-giang" in client_of(cast.secretary).get(reverse("reports:request", args=HERE)).content.decode()


def test_the_page_of_the_letter_needs_as_many_queries_for_any_number_of_members(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    issued(cast)
    client = client_of(cast.clerk)
    client.get(reverse("reports:request", args=HERE))
    with django_assert_num_queries(8):
        client.get(reverse("reports:request", args=HERE))


@pytest.mark.parametrize(
    ("fields", "name"),
    [({"issued_at": timezone.now()}, "request_issued_with_files"), ({"number": 5}, "request_number_with_day"),
     ({"number": 0, "signed_on": date(2019, 6, 3)}, "request_number_with_day")],
)  # fmt: skip
def test_the_database_refuses(cast: Cast, fields: dict[str, Any], name: str) -> None:
    save_request(period=cast.first_half, draft=draft(cast), by=cast.secretary)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Request.objects.update(**fields)
