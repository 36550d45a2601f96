"""From the letter that asks for reports to the register: issued, read by a member, numbered, its answer noted."""

import io

from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from apps.campaigns.models import Period
from apps.reports.models import IncomingPaper, Request
from apps.reports.tests.test_requests import clerk_of_records
from tests.browser.conftest import page_ok
from tests.cast import Cast

REQUEST, REGISTER = "/c/cum-9/2019H1/reports/request/", "/c/cum-9/2019H1/reports/register/"


def saved(page: Page, name: str) -> bytes:
    """What a link brings, as the browser asks for it."""
    url = page.get_by_role("link", name=name, exact=True).get_attribute("href") or ""
    answer = page.request.get(url)
    assert answer.status == 200
    return answer.body()


def test_from_the_letter_to_the_register(cast: Cast, page: Page, sign_in) -> None:
    records = clerk_of_records(cast)
    Period.objects.filter(pk=cast.first_half.pk).update(due_on=None)
    sign_in(cast.secretary)
    page.goto(REQUEST)
    page_ok(page, "request-preview")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_role("link", name="Soạn công văn").click()
    page.get_by_label("Hạn gửi báo cáo").fill("20/6/2019")
    page_ok(page, "request-form")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("chậm nhất ngày 20/06/2019")).to_be_visible()
    expect(page.get_by_text("DỰ THẢO")).to_be_visible()
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_role("button", name="Ban hành").click()
    page.get_by_role("dialog").get_by_role("button", name="Đồng ý").click()
    expect(page.get_by_text("Đã ban hành: mọi Văn phòng thành viên")).to_be_visible()
    expect(page.get_by_text("DỰ THẢO")).to_have_count(0)
    assert Period.objects.get(pk=cast.first_half.pk).due_on == Request.objects.get().due_on

    sign_in(cast.clerk)
    page.goto(REQUEST)
    expect(page.get_by_role("button", name="Ban hành")).to_have_count(0)
    page_ok(page, "request-member")
    paragraphs = [each.text for each in Document(io.BytesIO(saved(page, "Word"))).paragraphs]
    assert "a) Thuận lợi;" in paragraphs
    assert "a) Thuận lợi;" in PdfReader(io.BytesIO(saved(page, "PDF"))).pages[0].extract_text()
    assert load_workbook(io.BytesIO(saved(page, "Tệp Excel của Bạc Liêu"))).sheetnames

    sign_in(records)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto("/inbox/")
    page_ok(page, "inbox-of-records")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_role("link", name="Ghi số, ngày của công văn yêu cầu báo cáo").click()
    page.get_by_label("Số", exact=True).fill("5")
    page.get_by_label("Ngày ký").fill("3/6/2019")
    page.get_by_label("Người ký").fill("Nguyễn Văn Mẫu")
    page_ok(page, "request-record")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("Cà Mau, ngày 03 tháng 6 năm 2019")).to_be_visible()
    assert "Số: 05/VPĐĐBQH" in PdfReader(io.BytesIO(saved(page, "PDF"))).pages[0].extract_text()

    page.goto(REGISTER)
    page_ok(page, "register-empty")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_role("row", name="Bạc Liêu").get_by_role("link", name="Ghi văn bản").click()
    page.get_by_label("Số, ký hiệu").fill("32/BC-VPĐĐBQH")
    page.get_by_label("Ngày văn bản").fill("31/6/2019")
    page.get_by_label("Ngày đến").fill("21/6/2019")
    page.get_by_label("Hình thức đến").select_option("network")
    page.get_by_label("Bản quét").set_input_files(
        {"name": "bao-cao.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 scan"}
    )
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("Không có ngày 31/6/2019").first).to_be_visible()
    page_ok(page, "register-form")
    page.get_by_label("Ngày văn bản").fill("19/6/2019")
    page.get_by_label("Bản quét").set_input_files(
        {"name": "bao-cao.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 scan"}
    )
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("Đã có văn bản của 1/6 Văn phòng.")).to_be_visible()
    page_ok(page, "register")
    assert IncomingPaper.objects.get().number == "32/BC-VPĐĐBQH"

    sign_in(cast.clerk)
    page.goto(REGISTER)
    expect(page.get_by_text("32/BC-VPĐĐBQH")).to_be_visible()
    expect(page.locator("main").get_by_text("Hậu Giang")).to_have_count(0)
    assert saved(page, "bao-cao.pdf").startswith(b"%PDF")
