"""One report from the letter that asks for it to the last word, by four roles: the clerk prepares it, the head sends
it, the secretariat asks about two lines and receives it, a late change makes it stale, it is received again and closed,
and opened once more by an extension that the timeliness shows."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from playwright.sync_api import Page, expect

from apps.campaigns.models import Task
from apps.core.words import day
from apps.reports.tests.cycles import LIST, OWN, opened
from tests.cast import Cast
from tests.filled import fill

EXTENSIONS = "/c/cum-9/2019H1/extensions/"
STATED = "/c/cum-9/2019H1/stated/?office=bac-lieu"


def _state(page: Page, code: str, value: str) -> None:
    page.goto(STATED)
    page.locator(f"#id_value_{code}").fill(value)
    page.get_by_role("button", name="Lưu").click()
    page.wait_for_load_state()


def _write(page: Page, section: str, text: str) -> None:
    page.goto(OWN)
    page.locator(f"#section-{section} .write > summary").click()
    page.locator(f"#text-{section}").fill(text)
    page.locator(f"#section-{section} .write").get_by_role("button", name="Lưu").click()
    expect(page.locator(f"#section-{section} .prose-text")).to_have_text(text)


def _requested(page: Page) -> None:
    """The secretariat's letter that asks for the reports, to all members."""
    page.goto(f"{LIST}request/")
    page.get_by_role("link", name="Soạn công văn").click()
    page.get_by_label("Hạn gửi báo cáo").fill(day(timezone.localdate()))
    page.get_by_role("button", name="Lưu").click()
    page.get_by_role("button", name="Ban hành").click()
    page.get_by_role("dialog").get_by_role("button", name="Đồng ý").click()
    expect(page.get_by_text("Đã ban hành: mọi Văn phòng thành viên")).to_be_visible()


def _prepared(cast: Cast, page: Page) -> None:
    """The clerk's part: a figure, a section, a task."""
    page.goto(LIST)
    expect(page.locator("#step")).to_contain_text("Bản nháp")
    expect(page.get_by_role("button", name="Gửi báo cáo")).to_have_count(0)
    _state(page, "petitions_received", "0")
    _write(page, "difficulties", "Địa bàn rộng.")
    page.locator("#tasks").get_by_role("link", name="Nêu tiến độ").click()
    page.get_by_label("Tiến độ của Văn phòng").select_option(label="Đã hoàn thành")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("#tasks")).to_contain_text("đã hoàn thành")


def _send(page: Page, button: str, version: int) -> None:
    page.goto(OWN)
    page.get_by_role("button", name=button).click()
    expect(page.locator("#step")).to_contain_text(f"Phiên bản {version} do Trần Thị Thí Dụ gửi")


def _receive(page: Page) -> None:
    page.goto(OWN)
    page.get_by_role("button", name="Tiếp nhận", exact=True).click()
    expect(page.locator("#step .state")).to_have_text("Đã tiếp nhận")


def _ask_about_two_lines(page: Page) -> None:
    page.goto(OWN)
    page.get_by_role("link", name="Đề nghị bổ sung").click()
    page.locator("#group-ask-stated > summary").click()
    page.locator("li:has(#id_figure-headcount) > .ask > summary").click()
    page.locator("#id_figure-headcount").fill("Biên chế có tính lao động hợp đồng không?")
    page.locator(".section-line:has(#id_section-difficulties) > .ask > summary").click()
    page.locator("#id_section-difficulties").fill("Nêu rõ nguyên nhân.")
    page.get_by_role("button", name="Gửi đề nghị bổ sung").click()
    expect(page.locator("#step")).to_contain_text("còn 2 câu hỏi chưa trả lời")


def _complete(page: Page) -> None:
    """The clerk mends the figure and the words where they were asked about, and answers at each line."""
    _state(page, "headcount", "15")
    _write(page, "difficulties", "Địa bàn rộng, kinh phí hạn chế.")
    answers = {"headcount": "Có, đã bổ sung 01 lao động hợp đồng.", "difficulties": "Đã nêu nguyên nhân."}
    for subject, answer in answers.items():
        where = page.locator(f"#figure-{subject}, #section-{subject}")
        where.get_by_role("textbox", name="Trả lời về").fill(answer)
        where.get_by_role("button", name="Trả lời").click()
        expect(page.locator(".question").get_by_text(answer)).to_be_visible()


def test_a_report_from_preparing_to_closing(cast: Cast, page: Page, sign_in: Any):
    fill(opened(cast))
    Task.objects.create(period=cast.first_half, position=1, text="Tiếp xúc cử tri trước Kỳ họp thứ 7")

    sign_in(cast.secretary)
    _requested(page)
    sign_in(cast.clerk)
    page.goto(f"{LIST}request/")
    expect(page.get_by_text(f"chậm nhất ngày {day(timezone.localdate())}")).to_be_visible()
    _prepared(cast, page)
    sign_in(cast.head)
    _send(page, "Gửi báo cáo", 1)

    sign_in(cast.secretary)
    _ask_about_two_lines(page)
    sign_in(cast.head)
    page.goto(OWN)
    expect(page.get_by_role("button", name="Gửi lại báo cáo")).to_be_disabled()
    sign_in(cast.clerk)
    _complete(page)

    sign_in(cast.head)
    page.goto(OWN)
    expect(page.locator("#changes .change-subject")).to_have_count(3)  # headcount, the rate of it, difficulties
    _send(page, "Gửi lại báo cáo", 2)
    sign_in(cast.secretary)
    _receive(page)
    sign_in(cast.leader)
    page.goto(LIST)
    line = page.get_by_role("row", name="Bạc Liêu")
    expect(line).to_contain_text("Đã tiếp nhận")

    sign_in(cast.clerk)
    _state(page, "petitions_received", "3")
    sign_in(cast.leader)
    page.goto(LIST)
    expect(line).to_contain_text("Có thay đổi sau tiếp nhận")
    line.get_by_role("link", name="1 thay đổi từ khi gửi").click()
    expect(page.locator(".change-words del")).to_have_text("0")
    expect(page.locator(".change-words ins")).to_have_text("3")
    sign_in(cast.head)
    _send(page, "Gửi lại báo cáo", 3)
    sign_in(cast.secretary)
    _receive(page)

    yesterday = timezone.localdate() - timedelta(days=1)
    page.goto(f"/c/cum-9/calendar/2019/periods/{cast.first_half.pk}/")
    page.get_by_label("Ngày chốt số liệu").fill(day(yesterday))
    page.get_by_role("button", name="Lưu").click()
    sign_in(cast.clerk)
    page.goto(OWN)
    expect(page.locator(".report-page > aside")).to_contain_text(day(yesterday))
    expect(page.locator(".write")).to_have_count(0)
    expect(page.locator(".version-list li")).to_have_count(3)

    until = timezone.localdate() + timedelta(days=3)
    page.goto(EXTENSIONS)
    page.get_by_label("Lý do").fill("Huyện gửi số liệu muộn.")
    page.get_by_label("Đề nghị đến ngày").fill(day(until))
    page.get_by_role("button", name="Đề nghị gia hạn").click()
    sign_in(cast.secretary)
    page.goto(EXTENSIONS)
    page.get_by_role("button", name="Cho gia hạn Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu").click()
    sign_in(cast.clerk)
    _write(page, "plan", "Tiếp xúc cử tri trước Kỳ họp thứ 8.")
    sign_in(cast.leader)
    page.goto(f"{LIST}timeliness/")
    expect(page.get_by_role("row", name="Bạc Liêu")).to_contain_text(day(until))
