"""The pages of a conference: what each reader sees, what is kept when a form is refused, what the papers say."""

import io
from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from apps.campaigns import actions
from apps.campaigns.actions import Point
from apps.campaigns.enums import PaperKind
from apps.campaigns.meeting import meeting_of
from apps.campaigns.models import Conference, Delegate, Invitation, Minutes, Period, ProgrammeItem, Task
from tests.cast import Cast


@pytest.fixture
def meeting(cast: Cast) -> Conference:
    """The cast's conference, a week ahead, with two delegations, guests, talks and a programme."""
    row = cast.conference
    row.held_on, row.resolutions = (
        timezone.localdate() + timedelta(days=7),
        "- Thống nhất kết quả.\n\nNhân rộng cách làm.",
    )
    row.save()
    at: dict[str, Any] = {"conference": row, "by": cast.secretary}
    for office, name in ((cast.office, "Bùi Văn Của Ta"), (cast.other_office, "Mai Văn Kín Đáo")):
        actions.register_delegate(**at, office=office, name=name, post="Chánh Văn phòng")
    actions.register_delegate(**at, office=None, name="Đỗ Thị Khách", body="Báo Cà Mau", kind="press")
    actions.register_delegate(**at, office=cast.offices["ca-mau"], name="Tô Văn Thư", kind="secretary")
    actions.register_contribution(**at, office=cast.office, title="Đổi mới tiếp xúc cử tri", presenter="Bùi Văn Của Ta")
    points = [Point(title="Khai mạc", starts_at=time(8)), Point(title="Tham luận", presenter="Các Văn phòng")]
    actions.save_programme(**at, points=points, read=actions.seen([]))
    return row


def url(row: Conference, more: str = "") -> str:
    return f"/c/cum-9/calendar/2019/conferences/{row.pk}/{more}"


@pytest.fixture
def read(client: Client) -> Callable[[Any, str], str]:
    def page(user: Any, address: str) -> str:
        client.force_login(user)
        answer = client.get(address)
        assert answer.status_code == 200
        return answer.text

    return page


# Who sees whom --------------------------------------------------------------------------------------------------------
def test_an_office_sees_its_own_people_and_how_many_the_others_are(cast: Cast, meeting: Conference, read) -> None:
    for address in (url(meeting), url(meeting, "delegates/")):
        page = read(cast.clerk, address)
        assert "Bùi Văn Của Ta" in page
        assert "Kín Đáo" not in page
        assert "Đỗ Thị Khách" not in page
        assert page.count("1 đại biểu") == 3  # Hậu Giang, Cà Mau, guests
    for reader in (cast.secretary, cast.leader):
        page = read(reader, url(meeting))
        assert "Mai Văn Kín Đáo" in page
        assert "Báo Cà Mau" in page
    page = read(cast.administrator, url(meeting))
    assert "Của Ta" not in page.replace("Bùi Văn Của Ta · Bạc Liêu", "")  # who gives a talk is on the programme
    assert "Kín Đáo" not in page


def test_minutes_open_to_members_once_they_are_numbered(cast: Cast, meeting: Conference, client: Client, read) -> None:
    Minutes.objects.create(conference=meeting, proceedings="Nội dung mật")
    assert "Biên bản (Word)" in read(cast.leader, url(meeting))
    assert "Biên bản (Word)" not in read(cast.clerk, url(meeting))
    assert client.get(url(meeting, "minutes/word/")).status_code == 404
    actions.record_paper(
        conference=meeting, kind=PaperKind.MINUTES, number=5, symbol="BB-VP", signed_on=date(2019, 7, 5), signer="",
        signed_as="", scan=None, by=cast.secretary,
    )  # fmt: skip
    assert "số 05/BB-VP ngày 05/07/2019" in read(cast.clerk, url(meeting))
    assert client.get(url(meeting, "minutes/pdf/")).status_code == 200


def test_readers_find_no_buttons(cast: Cast, meeting: Conference, read) -> None:
    page = read(cast.leader, url(meeting))
    for word in ("Soạn chương trình", "Đăng ký đại biểu", "Lập biên bản", "Chuyển thành nhiệm vụ", "Sửa hội nghị"):
        assert word not in page
        assert word in read(cast.secretary, url(meeting))
    assert "Đăng ký đại biểu" in read(cast.clerk, url(meeting))


# The programme --------------------------------------------------------------------------------------------------------
FIELDS = ("starts_at", "title", "presenter")


def rows(*typed: tuple[str, str, str], **more: str) -> dict[str, str]:
    data = {"points-TOTAL_FORMS": str(len(typed)), "points-INITIAL_FORMS": "0", **more}
    for place, values in enumerate(typed):
        data |= {f"points-{place}-{name}": value for name, value in zip(FIELDS, values, strict=True)}
    return data


def test_rows_are_moved_without_losing_what_is_typed(cast: Cast, meeting: Conference, client: Client) -> None:
    client.force_login(cast.secretary)
    typed = (("8h", "Một", ""), ("25h", "Hai", "Ai đó"), ("", "", ""))
    for wish, expected in (
        ("up-1", ["Hai", "Một", ""]), ("down-0", ["Hai", "Một", ""]), ("remove-0", ["Hai", ""]),
        ("add", ["Một", "Hai", "", ""]), ("up-0", ["Một", "Hai", ""]), ("nonsense", ["Một", "Hai", ""]),
    ):  # fmt: skip
        answer = client.post(url(meeting, "programme/"), rows(*typed, do=wish))
        assert [form["title"].value() for form in answer.context["form"]] == expected
        assert 'value="25h"' in answer.text
    assert ProgrammeItem.objects.count() == 2


def test_a_refused_programme_names_the_row_and_keeps_the_rest(cast: Cast, meeting: Conference, client: Client) -> None:
    client.force_login(cast.secretary)
    read = actions.seen(actions.points_of(meeting))
    wrong = rows(("8 giờ 30", "Khai mạc", ""), ("8h75", "Báo cáo", ""), ("9:00", "", "Ai đó"), read=read)
    answer = client.post(url(meeting, "programme/"), wrong)
    assert [sorted(form.errors) for form in answer.context["form"]] == [[], ["starts_at"], ["title"]]
    assert "8h75" in answer.text
    answer = client.post(url(meeting, "programme/"), rows(("8 giờ 30", "Khai mạc", ""), read="old"))
    assert "Có người khác vừa lưu chương trình này" in answer.text
    assert 'value="8 giờ 30"' in answer.text
    client.post(
        url(meeting, "programme/"), rows(("8 giờ 30", "Khai mạc", ""), ("", "", ""), read=answer.context["read"])
    )
    assert [(each.starts_at, each.title) for each in actions.points_of(meeting)] == [(time(8, 30), "Khai mạc")]


# Registering ----------------------------------------------------------------------------------------------------------
def test_a_clerk_registers_only_for_the_own_office(cast: Cast, meeting: Conference, client: Client) -> None:
    client.force_login(cast.clerk)
    values = {"office": cast.office.pk, "kind": "delegate", "name": "Lý Văn Mới", "post": "Chuyên viên"}
    for _click in range(2):
        client.post(url(meeting, "delegates/"), values)
    row = Delegate.objects.get(name="Lý Văn Mới")
    assert (row.office, row.created_by) == (cast.office, cast.clerk)
    answer = client.post(url(meeting, "delegates/"), {**values, "office": cast.other_office.pk})
    assert "office" in answer.context["form"].errors
    answer = client.post(url(meeting, "delegates/"), {**values, "kind": "press", "body": "Báo"})
    assert "kind" in answer.context["form"].errors
    client.post(url(meeting, f"delegates/{row.pk}/"), {**values, "name": "Lý Văn Khác"})
    row.refresh_from_db()
    assert row.name == "Lý Văn Khác"
    client.post(url(meeting, f"delegates/{row.pk}/remove/"))
    assert not Delegate.objects.filter(pk=row.pk).exists()
    for _click in range(2):
        client.post(url(meeting, "talks/"), {"office": cast.office.pk, "title": "Bài hai"})
    assert [talk.title for talk in meeting.contributions.all()] == ["Đổi mới tiếp xúc cử tri", "Bài hai"]


def test_a_guest_needs_a_body_and_the_refusal_keeps_the_name(cast: Cast, meeting: Conference, client: Client) -> None:
    client.force_login(cast.secretary)
    answer = client.post(url(meeting, "delegates/"), {"kind": "guest", "name": "Hà Văn Khách"})
    assert "body" in answer.context["form"].errors
    assert "Hà Văn Khách" in answer.text


# Papers ---------------------------------------------------------------------------------------------------------------
def text_of(answer: Any) -> str:
    content = answer.content
    if answer["Content-Type"] == "application/pdf":
        said = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    else:
        parts = Document(io.BytesIO(content)).iter_inner_content()
        said = "\n".join(
            " ".join(cell.text for row in part.rows for cell in row.cells) if hasattr(part, "rows") else part.text
            for part in parts
        )
    return " ".join(said.split())


def test_the_invitation_is_proposed_then_drawn_for_each(cast: Cast, meeting: Conference, client: Client) -> None:
    client.force_login(cast.secretary)
    form = client.get(url(meeting, "invitation/")).context["form"]
    assert not Invitation.objects.exists()
    recipients = form["recipients"].value()
    assert recipients.splitlines()[2] == "Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu"
    assert "Cà Mau" not in recipients  # the leading office invites
    values = {"recipients": recipients, "text": form["text"].value(), "reply_by": "30/06/2019", "version": "0"}
    client.post(url(meeting, "invitation/"), values)
    for kind, ending in (("word", "docx"), ("pdf", "pdf")):
        answer = client.get(url(meeting, f"invitation/{kind}/"))
        assert f'"giay-moi-hoi-nghi-so-ket-6-thang-dau-nam-2019.{ending}"' in answer["Content-Disposition"]
        said = text_of(answer)
        for words in (
            "GIẤY MỜI", "Dự hội nghị sơ kết 6 tháng đầu năm 2019", "trân trọng kính mời", "tỉnh Hậu Giang",
            "08 giờ 00 phút, sáng ngày", "Hà Tiên, Kiên Giang", "Khai mạc", "trước ngày 30/6/2019", "/GM-",
            "CHÁNH VĂN PHÒNG",
        ):  # fmt: skip
            assert words in said
        assert "DỰ THẢO" not in said
        one = text_of(client.get(url(meeting, f"invitation/{kind}/?to=2")))
        assert "kính mời: Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu" in one
        assert "Hậu Giang" not in one
    assert client.get(url(meeting, "invitation/word/?to=99")).status_code == 404


def test_minutes_are_proposed_once_then_the_secretarys_own(cast: Cast, meeting: Conference, client: Client) -> None:
    client.force_login(cast.secretary)
    form = client.get(url(meeting, "minutes/")).context["form"]
    proposed = {name: form[name].value() for name in ("proceedings", "conclusions", "secretary", "chair")}
    assert "1. Khai mạc." in proposed["proceedings"]
    assert "trình bày tham luận “Đổi mới tiếp xúc cử tri”." in proposed["proceedings"]
    assert (proposed["secretary"], form["started_at"].value()) == ("Tô Văn Thư", time(8))
    typed = {
        "proceedings": "Diễn biến do thư ký ghi.", "conclusions": "Kết luận.", "secretary": "Tô Văn Thư",
        "chair": "Phan Văn Điển Hình", "started_at": "8h", "ended_at": "11h30", "version": "0",
    }  # fmt: skip
    wrong = client.post(url(meeting, "minutes/"), {**typed, "ended_at": "7h"})
    assert "ended_at" in wrong.context["form"].errors
    assert "Diễn biến do thư ký ghi." in wrong.text
    client.post(url(meeting, "minutes/"), typed)
    assert client.get(url(meeting, "minutes/")).context["form"]["proceedings"].value() == "Diễn biến do thư ký ghi."
    for kind in ("word", "pdf"):
        said = text_of(client.get(url(meeting, f"minutes/{kind}/")))
        for words in (
            "BIÊN BẢN", "08 giờ 00 phút", "Mai Văn Kín Đáo, Chánh Văn phòng", "Đỗ Thị Khách", "Phan Văn Điển Hình",
            "Diễn biến do thư ký ghi.", "Kết luận.", "11 giờ 30 phút", "THƯ KÝ", "CHỦ TỌA", "/BB-",
        ):  # fmt: skip
            assert words in said
        assert "Khai mạc" not in said


def test_somebody_elses_save_is_told_and_the_text_is_kept(cast: Cast, meeting: Conference, client: Client) -> None:
    client.force_login(cast.secretary)
    Minutes.objects.create(conference=meeting, proceedings="của người khác", version=3)
    typed = {"proceedings": "của tôi", "version": "2"}
    answer = client.post(url(meeting, "minutes/"), typed)
    assert "Có người khác vừa lưu văn bản này" in answer.text
    assert "của tôi" in answer.text
    client.post(url(meeting, "minutes/"), {**typed, "version": answer.context["form"]["version"].value()})
    assert Minutes.objects.get().proceedings == "của tôi"


# Tasks ----------------------------------------------------------------------------------------------------------------
def test_resolutions_become_tasks_line_by_line(cast: Cast, meeting: Conference, client: Client, read) -> None:
    client.force_login(cast.secretary)
    form = client.get(url(meeting, "tasks/")).context["form"]
    assert [line["text"].value() for line in form] == ["Thống nhất kết quả.", "Nhân rộng cách làm."]
    values = {
        "period": cast.second_half.pk, "lines-TOTAL_FORMS": "2", "lines-INITIAL_FORMS": "2",
        "lines-0-text": "Thống nhất kết quả.", "lines-1-chosen": "on", "lines-1-text": "Nhân rộng cách làm.",
        "lines-1-owner": cast.office.pk, "lines-1-due_on": "31/09/2019",
    }  # fmt: skip
    wrong = client.post(url(meeting, "tasks/"), values)
    assert "due_on" in wrong.context["form"].forms[1].errors
    for _click in range(2):
        client.post(url(meeting, "tasks/"), {**values, "lines-1-due_on": "30/09/2019"})
    task = Task.objects.get()
    assert (task.text, task.owner, task.due_on) == ("Nhân rộng cách làm.", cast.office, date(2019, 9, 30))
    Period.objects.update(closes_on=None)
    task.refresh_from_db()
    actions.set_progress(task=task, office=cast.office, state="done", by=cast.clerk)
    page = read(cast.clerk, url(meeting))
    assert "1/1" in page
    assert "30/09/2019" in page
    client.force_login(cast.secretary)
    left = client.get(url(meeting, "tasks/")).context["form"]
    assert [line["text"].value() for line in left] == ["Thống nhất kết quả."]


# What it costs --------------------------------------------------------------------------------------------------------
def test_reading_a_meeting_costs_the_same_for_one_and_for_three(cast: Cast, meeting: Conference, costs) -> None:
    made = iter(range(100))

    def add(count: int) -> None:
        at: dict[str, Any] = {"conference": meeting, "by": cast.secretary}
        for number in (next(made) for _each in range(count)):
            actions.register_delegate(**at, office=cast.office, name=f"Người {number}")
            actions.register_contribution(**at, office=cast.office, title=f"Bài {number}")
            ProgrammeItem.objects.create(conference=meeting, position=10 + number, title="Việc")
            actions.add_task(period=cast.second_half, text="Việc", conference=meeting, by=cast.secretary)

    costs(7, add=add, read=lambda: meeting_of(meeting))


@pytest.mark.parametrize(("more", "queries"), [("", 20), ("delegates/", 18), ("talks/", 19)])
def test_pages_cost_the_same_for_one_and_for_three(
    cast: Cast, meeting: Conference, client: Client, costs, more: str, queries: int
) -> None:
    client.force_login(cast.secretary)
    made = iter(range(100))

    def add(count: int) -> None:
        at: dict[str, Any] = {"conference": meeting, "by": cast.secretary}
        for number in (next(made) for _each in range(count)):
            actions.register_delegate(**at, office=cast.office, name=f"Người {number}")
            actions.register_contribution(**at, office=cast.office, title=f"Bài {number}")
            actions.add_task(period=cast.second_half, text="Việc", conference=meeting, by=cast.secretary)

    costs(queries, add=add, read=lambda: client.get(url(meeting, more)))
