"""Invitations and minutes once they are numbered: who numbers them, what stays, how they are corrected."""

import io
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.db.utils import InternalError
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from apps.accounts.models import User
from apps.campaigns import actions, papers, rules
from apps.campaigns.enums import ConferenceKind, DelegateKind, PaperKind
from apps.campaigns.issued import Said
from apps.campaigns.meeting import meeting_of
from apps.campaigns.models import Conference, Delegate, Invitation, IssuedPaper, Minutes, ProgrammeItem
from apps.core.papers import kept
from apps.offices.enums import RoleKind
from apps.offices.models import Role
from tests.cast import Cast, make_user

SIGNED: dict[str, Any] = {
    "number": 5, "symbol": "GM-VPĐĐBQH", "signed_on": date(2019, 6, 24), "signer": "Phan Văn Điển Hình",
    "signed_as": "", "scan": None,
}  # fmt: skip
BOTH = [PaperKind.INVITATION, PaperKind.MINUTES]


@pytest.fixture
def meeting(cast: Cast) -> Conference:
    row = cast.conference
    ProgrammeItem.objects.create(conference=row, position=1, title="Khai mạc", starts_at=time(8))
    Delegate.objects.create(conference=row, office=cast.office, name="Ngô Văn Mẫu", kind=DelegateKind.DELEGATE)
    at: dict[str, Any] = {"conference": row, "version": 0, "by": cast.secretary}
    guests = "Văn phòng Đoàn ĐBQH tỉnh Kiên Giang\nVăn phòng Quốc hội"
    actions.save_invitation(**at, values={"recipients": guests, "text": "Đúng giờ."})
    actions.save_minutes(**at, values={"proceedings": "Đã bàn.", "chair": "Lý Thị Chủ Tọa", "secretary": "Ngô Ghi"})
    return row


@pytest.fixture
def clerk_of_records(cast: Cast) -> User:
    return _clerk(cast, "ca-mau")


def _clerk(cast: Cast, office: str) -> User:
    user = make_user(f"van.thu.{office}", "Lý Thị Văn Thư")
    Role.objects.create(user=user, kind=RoleKind.RECORDS, office=cast.offices[office], valid_from=date(2019, 1, 1))
    return user


def record(meeting: Conference, by: User, kind: PaperKind = PaperKind.INVITATION, **changes: Any) -> Any:
    return actions.record_paper(conference=meeting, kind=kind, **{**SIGNED, **changes}, by=by)


def url(meeting: Conference, more: str = "") -> str:
    return f"/c/cum-9/calendar/2019/conferences/{meeting.pk}/{more}"


def said(answer: Any) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    return " ".join(text.split())


# Who ------------------------------------------------------------------------------------------------------------------
def test_who_numbers_a_paper(cast: Cast, meeting: Conference, clerk_of_records: User) -> None:
    people = {role: user for role, user in cast.people.items() if user is not None}
    assert {role for role, user in people.items() if rules.can_record(user, meeting)} == {"secretary"}
    assert rules.can_record(clerk_of_records, meeting)
    assert not rules.can_record(_clerk(cast, "kien-giang"), meeting)  # of an office that does not lead
    assert rules.can_read_minutes(clerk_of_records, meeting, numbered=False)
    Conference.objects.filter(pk=meeting.pk).update(kind=ConferenceKind.REVIEW)
    for role in ("head", "clerk", "other", "leader", "administrator", "stranger"):
        with pytest.raises(PermissionDenied):
            record(meeting, people[role])
    assert not IssuedPaper.objects.exists()


@pytest.mark.parametrize("kind", BOTH)
def test_the_clerk_of_records_has_one_short_form(
    cast: Cast,
    meeting: Conference,
    clerk_of_records: User,
    client: Client,
    kind: PaperKind,
    settings: Any,
    tmp_path: Any,
) -> None:
    settings.MEDIA_ROOT = tmp_path
    client.force_login(clerk_of_records)
    address = url(meeting, f"{kind}/signed/")
    assert f'href="{address}"' in client.get(url(meeting)).text
    assert client.get(url(meeting, f"{kind}/")).status_code == 403
    form = client.get(address).context["form"]
    assert "reason" not in form.fields
    values = {"number": "5", "symbol": "GM-VP", "signer": "Phan Văn Điển Hình"}
    assert "signed_on" in client.post(address, values).context["form"].errors
    scan = SimpleUploadedFile("Bản quét.pdf", b"%PDF-1.4\n%%EOF\n", content_type="application/pdf")
    answer = client.post(address, {**values, "signed_on": "24/06/2019", "scan": scan}, follow=True)
    assert "05/GM-VP" in answer.text
    row: Any = (Invitation if kind == PaperKind.INVITATION else Minutes).objects.get()
    assert (row.number, row.signed_on, row.scan.name) == (5, date(2019, 6, 24), "Bản quét.pdf")
    assert "Số: 05/GM-VP" in said(client.get(url(meeting, f"{kind}/pdf/")))
    client.force_login(cast.clerk)
    read: Any = client.get(f"/files/{kind}/{row.pk}/")
    assert b"".join(read.streaming_content).startswith(b"%PDF")
    client.force_login(cast.stranger)
    assert client.get(f"/files/{kind}/{row.pk}/").status_code == 404


def test_what_is_refused(cast: Cast, meeting: Conference) -> None:
    def refused(**changes: Any) -> Any:
        with pytest.raises(ValidationError) as caught:
            record(meeting, cast.secretary, **changes)
        return caught.value

    assert "signed_on" in refused(signed_on=None).message_dict
    assert "number" in refused(number=None).message_dict
    assert "signed_on" in refused(signed_on=timezone.localdate() + timedelta(days=1)).message_dict
    record(meeting, cast.secretary)
    assert refused(number=None, signed_on=None).message_dict.keys() == {"number"}
    assert refused(number=6).message_dict.keys() == {"reason"}
    Invitation.objects.filter(issued=None).delete()
    Minutes.objects.all().delete()
    with pytest.raises(ValidationError) as unwritten:
        record(meeting, cast.secretary, PaperKind.MINUTES)
    assert unwritten.value.code == "unwritten"


# What stays -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("kind", BOTH)
def test_a_numbered_paper_stays_whatever_changes(
    cast: Cast, meeting: Conference, client: Client, kind: PaperKind, clerk_of_records: User
) -> None:
    record(meeting, clerk_of_records, kind)
    client.force_login(cast.secretary)
    files = {ending: client.get(url(meeting, f"{kind}/{ending}/")).content for ending in ("word", "pdf")}
    single = said(client.get(url(meeting, "invitation/pdf/?to=1"))) if kind == PaperKind.INVITATION else ""
    ProgrammeItem.objects.update(title="Bế mạc")
    Delegate.objects.all().delete()
    Conference.objects.filter(pk=meeting.pk).update(place="Cần Thơ", title="Hội nghị khác")
    cast.offices["ca-mau"].names.update(name="Văn phòng khác")
    for ending, content in files.items():
        assert client.get(url(meeting, f"{kind}/{ending}/")).content == content
    if single:
        assert "kính mời: Văn phòng Quốc hội" in single
        assert said(client.get(url(meeting, "invitation/pdf/?to=1"))) == single
        assert client.get(url(meeting, "invitation/pdf/?to=2")).status_code == 404


def test_until_then_it_is_drawn_from_what_is_known_now(cast: Cast, meeting: Conference, client: Client) -> None:
    client.force_login(cast.secretary)
    Conference.objects.filter(pk=meeting.pk).update(place="Cần Thơ")
    assert "Cần Thơ" in said(client.get(url(meeting, "invitation/pdf/")))


def test_saying_it_again_writes_nothing_and_a_scan_may_follow(cast: Cast, meeting: Conference) -> None:
    first = record(meeting, cast.secretary)
    assert record(meeting, cast.secretary).version == first.version
    scan = SimpleUploadedFile("quet.pdf", b"%PDF-1.4\n%%EOF\n", content_type="application/pdf")
    assert record(meeting, cast.secretary, scan=scan).scan is not None
    assert IssuedPaper.objects.count() == 1


# How it is corrected --------------------------------------------------------------------------------------------------
def test_a_wrong_number_is_corrected_in_a_new_version_with_the_same_words(cast: Cast, meeting: Conference) -> None:
    record(meeting, cast.secretary)
    Conference.objects.filter(pk=meeting.pk).update(place="Cần Thơ")
    row = record(meeting, cast.secretary, number=6, signed_on=date(2019, 6, 25), signer="", reason="Ghi nhầm số")
    first, second = IssuedPaper.objects.order_by("position")
    assert (first.number, first.reason, second.number, second.reason) == (5, "", 6, "Ghi nhầm số")
    assert (row.issued, row.number) == (second, 6)
    then, now = Said.read(first.content).paper, Said.read(second.content).paper
    assert (then.head.number, now.head.number) == ("Số: 05/GM-VPĐĐBQH", "Số: 06/GM-VPĐĐBQH")
    assert now.head.place_date == "Cà Mau, ngày 25 tháng 6 năm 2019"
    assert now.blocks == then.blocks
    assert now.signatures == then.signatures


def test_words_are_corrected_in_a_new_version_drawn_from_now(cast: Cast, meeting: Conference, client: Client) -> None:
    record(meeting, cast.secretary, PaperKind.MINUTES)
    client.force_login(cast.secretary)
    form = client.get(url(meeting, "minutes/")).context["form"]
    posted = {name: form[name].value() or "" for name in form.fields} | {"proceedings": "Đã bàn kỹ."}
    wrong = client.post(url(meeting, "minutes/"), posted)
    assert "reason" in wrong.context["form"].errors
    assert Minutes.objects.get().proceedings == "Đã bàn."
    page = client.post(url(meeting, "minutes/"), {**posted, "reason": "Sót nội dung"}, follow=True).text
    assert "Sót nội dung" in page
    again = client.post(url(meeting, "minutes/"), {**posted, "reason": "Sót nội dung"})  # a second click
    assert again.status_code == 302
    first, second = IssuedPaper.objects.order_by("position")
    assert "Đã bàn kỹ." in said(client.get(url(meeting, "minutes/pdf/")))
    client.force_login(cast.clerk)
    old: Any = client.get(f"/files/numbered-pdf/{first.pk}/")
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(b"".join(old.streaming_content))).pages)
    assert "Đã bàn." in text
    assert f"/files/numbered-word/{second.pk}/" in client.get(url(meeting)).text


def test_a_correction_may_take_in_what_changed_around_the_words(cast: Cast, meeting: Conference) -> None:
    row = record(meeting, cast.secretary)
    at: dict[str, Any] = {"conference": meeting, "values": {}, "version": row.version, "by": cast.secretary}
    assert actions.save_invitation(**at, reason="Không có gì").version == row.version
    Conference.objects.filter(pk=meeting.pk).update(place="Cần Thơ")
    meeting.refresh_from_db()
    moved = actions.save_invitation(**at, reason="Đổi địa điểm")
    assert moved.issued is not None
    assert moved.issued.position == 2
    assert "Cần Thơ." in [block.text for block in Said.read(moved.issued.content).paper.blocks]


def test_a_conference_with_a_numbered_paper_is_not_removed(cast: Cast, meeting: Conference) -> None:
    record(meeting, cast.secretary)
    with pytest.raises(ValidationError) as stays:
        actions.remove_conference(conference=meeting, by=cast.secretary)
    assert stays.value.code == "numbered"


@pytest.mark.parametrize("kind", BOTH)
def test_what_is_kept_is_the_whole_paper(meeting: Conference, kind: PaperKind) -> None:
    found = meeting_of(meeting)
    row: Any = found.invitation if kind == PaperKind.INVITATION else found.minutes
    now = papers.drawn_now(found, row)
    assert Said.read(now.keep()) == now
    assert kept.read(kept.keep(now.paper)).drawn() == now.paper.drawn()


# The database itself --------------------------------------------------------------------------------------------------
def test_constraints_by_name(cast: Cast, meeting: Conference) -> None:
    def broken(name: str, make: Any) -> None:
        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            make()
        assert refused.value.__cause__.diag.constraint_name == name  # type: ignore[union-attr]

    broken("invitation_numbered_is_kept", lambda: Invitation.objects.update(number=5, signed_on=date(2019, 7, 5)))
    broken("minutes_numbered_is_kept", lambda: Minutes.objects.update(number=5, signed_on=date(2019, 7, 5)))
    invitation, minutes = record(meeting, cast.secretary), record(meeting, cast.secretary, PaperKind.MINUTES)
    broken("invitation_stays_as_issued", lambda: Invitation.objects.update(text="Khác"))
    broken("invitation_stays_as_issued", lambda: Invitation.objects.update(number=None, signed_on=None, issued=None))
    broken("minutes_stays_as_issued", lambda: Minutes.objects.update(proceedings="Khác"))
    broken("minutes_stays_as_issued", lambda: Minutes.objects.update(signer="Khác"))
    broken("invitation_is_its_version", lambda: Invitation.objects.update(issued=minutes.issued))
    Minutes.objects.update(scan=None)  # no part of what it says
    same = {
        name: getattr(invitation.issued, name)
        for name in ("conference", "kind", "number", "symbol", "signed_on", "content", "word", "pdf", "issued_by")
    }
    make = IssuedPaper.objects.create
    broken("issued_paper_version_once", lambda: make(**same, position=1))
    broken("issued_paper_corrected_for_a_reason", lambda: make(**same, position=2))
    broken("issued_paper_kind_known", lambda: make(**{**same, "kind": "x"}, position=1))
    broken("issued_paper_number_from_one", lambda: make(**{**same, "number": 0}, position=2, reason="x"))


def test_versions_are_never_changed(cast: Cast, meeting: Conference) -> None:
    record(meeting, cast.secretary)
    for sql in ("UPDATE campaigns_issuedpaper SET content = '{}'", "DELETE FROM campaigns_issuedpaper"):
        with pytest.raises(InternalError, match="campaigns_issuedpaper"), transaction.atomic():
            connection.cursor().execute(sql)
