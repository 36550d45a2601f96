"""A secretariat finds what waits, telephones an office, notes it and copies the message; a clerk sees their own."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from apps.accounts.models import User
from apps.activities.tests.factories import SupervisionFactory
from apps.reports.actions.reminders import remind
from apps.reports.enums import ReportState
from apps.reports.models import Contact
from apps.reports.tests.rows import by_telephone, extension, moment, question, report
from tests.browser.conftest import page_ok
from tests.cast import Cast


@pytest.fixture
def waits(cast: Cast) -> Cast:
    made = cast
    half = made.first_half
    User.objects.filter(pk=made.clerk.pk).update(phone="0912 000 111")
    made.office.telephone = "0291 3821 000"
    made.office.save(update_fields=["telephone"])
    asked = report(half, made.office, ReportState.TO_COMPLETE, made.head)
    question(asked, "Số cuộc giám sát chuyên đề chưa khớp danh sách, đề nghị rà soát", made.secretary)
    report(half, made.offices["can-tho"], ReportState.SENT, made.secretary)
    by_telephone(half, made.other_office, made.secretary)
    extension(half, made.offices["kien-giang"], made.secretary)
    return made


def test_the_secretariat_chases_and_the_clerk_finds_what_is_asked(page: Page, waits: Cast, sign_in: Any) -> None:
    cast = waits
    sign_in(cast.secretary)
    page.goto("/c/cum-9/2019H1/")
    page.get_by_role("navigation", name="Các mục chính").get_by_role("link", name="Việc cần làm").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Việc cần làm")
    expect(page.get_by_role("heading", level=2)).to_have_text(["Đã quá hạn", "Có người đang chờ"])
    page_ok(page, "inbox")
    page.set_viewport_size({"width": 1440, "height": 900})

    page.get_by_role("link", name="Đôn đốc báo cáo 6 tháng đầu năm 2019").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Danh sách đôn đốc")
    office = page.locator("#bac-lieu")
    expect(office.get_by_role("link", name="0912 000 111")).to_have_attribute("href", "tel:0912 000 111")
    expect(office).to_contain_text("Số cuộc giám sát chuyên đề chưa khớp danh sách")
    office.get_by_text("Tin nhắn Zalo soạn sẵn").click()
    assert "Kính gửi Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu," in office.get_by_label("Tin nhắn gửi Bạc Liêu").input_value()
    office.get_by_text("Ghi lần liên hệ").click()
    page_ok(page, "chase")
    page.set_viewport_size({"width": 1440, "height": 900})
    office.get_by_label("Hình thức").select_option("telephone")
    office.get_by_label("Người trao đổi").fill("Anh Ví Dụ")
    office.get_by_label("Nội dung trao đổi").fill("Hẹn gửi trước thứ Sáu")
    office.get_by_role("button", name="Ghi lại", exact=True).click()
    expect(page.get_by_text("Đã ghi lần liên hệ với Bạc Liêu.")).to_be_visible()
    expect(page.locator("#bac-lieu")).to_contain_text("điện thoại · Anh Ví Dụ: Hẹn gửi trước thứ Sáu")
    assert Contact.objects.get().by == cast.secretary

    sign_in(cast.clerk)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/inbox/")
    expect(page.get_by_role("main")).to_contain_text("Bổ sung báo cáo 6 tháng đầu năm 2019")
    expect(page.get_by_role("main")).to_contain_text("01 câu hỏi chưa trả lời")
    expect(page.get_by_role("main")).not_to_contain_text("Hậu Giang")
    expect(page.get_by_role("navigation", name="Truy cập nhanh").get_by_role("link")).to_have_count(4)

    sign_in(cast.leader)
    page.goto("/inbox/")
    expect(page.get_by_role("main")).to_contain_text("Không có việc nào đang chờ đồng chí")
    page_ok(page, "inbox-empty", widths=(390,))


def test_an_administrator_reads_the_mails_and_a_head_sees_what_waits(
    page: Page, waits: Cast, sign_in: Any, settings: Any, tmp_path: Path
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    User.objects.filter(pk=waits.head.pk).update(email="chanh.vp@example.vn")
    assert remind(at=moment(date(2019, 6, 29))).sent == 1
    sign_in(waits.administrator)
    page.goto("/clusters/")
    page.get_by_role("navigation", name="Các mục chính").get_by_role("link", name="Thư đã gửi").click()
    page_ok(page, "outbox")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_role("main").get_by_role("link", name="Nhắc việc: 01 việc cần xử lý").click()
    expect(page.get_by_role("main")).to_contain_text("Kính gửi đồng chí Trần Thị Thí Dụ,")
    page_ok(page, "outbox-letter")

    sign_in(waits.head)
    page.set_viewport_size({"width": 1440, "height": 900})
    SupervisionFactory(record__office=waits.office)
    page.goto("/c/cum-9/2019H1/")
    expect(page.get_by_role("main")).to_contain_text("Trả lời và gửi lại báo cáo 6 tháng đầu năm 2019")
    page_ok(page, "dashboard-waits", widths=(1440,))
    page.get_by_role("link", name="Tất cả (").click()
    page.wait_for_url("**/inbox/")
