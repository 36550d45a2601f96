"""The people of an office come in from Excel, one is added, one goes on leave and one to another office."""

from datetime import date

from playwright.sync_api import Page, expect

from apps.offices.models import Employment
from apps.offices.tests.test_staff_list import AWAY, GOOD, book
from tests.browser.conftest import page_ok

HERE = "/c/cum-9/offices/bac-lieu/people/"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NAMES = ("Nguyễn Thị Ánh Mẫu", "Trần Văn Bình Mẫu", "Lý Thị Cúc Mẫu", "Phạm Minh Đức Mẫu", "Huỳnh Thị Ước Mẫu")


def choose(page: Page, content: bytes) -> None:
    page.locator("input[type=file]").set_input_files({"name": "nhan-su.xlsx", "mimeType": XLSX, "buffer": content})
    page.get_by_role("button", name="Xem trước").click()


def test_an_office_enters_its_people(cast, page: Page, sign_in):
    sign_in(cast.clerk)
    page.goto("/c/cum-9/settings/")
    page.get_by_role("navigation").get_by_role("link", name="Nhân sự").first.click()
    expect(page.get_by_role("heading", name="Nhân sự Bạc Liêu")).to_be_visible()
    page_ok(page, "staff-empty")
    page.locator("main").get_by_role("link", name="Nhập từ Excel").first.click()
    page_ok(page, "staff-import")

    more = [(number, name, 1980 + number, *GOOD[3:]) for number, name in enumerate(NAMES, start=3)]
    broken = (9, "Võ Thiếu Ngày", 1990, "Nam", None, None, "Cán sự", "31/02/2019", "Có", None)
    choose(page, book(GOOD, AWAY, *more, broken))
    expect(page.get_by_role("row", name="31/02/2019")).to_contain_text("H · Từ ngày")
    page_ok(page, "staff-preview")
    page.get_by_role("button", name="Nhập 7 dòng đúng").click()
    expect(page.locator(".tiles")).to_contain_text("Nghỉ thai sản: 1")
    page_ok(page, "staff-list")
    page.locator("main [name=q]").fill("duc mau")
    page.get_by_role("button", name="Lọc").click()
    expect(page.locator("tbody tr")).to_have_count(1)

    page.get_by_role("link", name="Thêm người").click()
    page_ok(page, "staff-new")
    page.locator("main [name=full_name]").fill("Đặng Mới Đến")
    page.locator("main [name=birth_year]").fill("1995")
    page.locator("main [name=valid_from]").fill("01/02/2019")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("heading", name="Đặng Mới Đến")).to_be_visible()

    page.get_by_role("link", name="Tính / không tính").click()
    page.locator("main [name=on]").fill("01/05/2019")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("main")).to_contain_text("phải có lý do")
    page_ok(page, "staff-counted")
    page.locator("main [name=not_counted_because]").fill("Công tác chưa đủ 10 tháng")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("row", name="Công tác chưa đủ 10 tháng")).to_contain_text("01/05/2019")

    page.get_by_role("link", name="Chuyển văn phòng").click()
    page.locator("main [name=office]").select_option(label="Hậu Giang")
    page.locator("main [name=on]").fill("01/07/2019")
    page_ok(page, "staff-move")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("main")).to_contain_text("không còn thuộc văn phòng")

    sign_in(cast.secretary)
    page.goto("/c/cum-9/offices/")
    expect(page.get_by_role("row", name="Hậu Giang")).to_contain_text("1")
    page_ok(page, "staff-offices")
    page.get_by_role("link", name="Hậu Giang").click()
    page.get_by_role("link", name="Đặng Mới Đến").click()
    expect(page.get_by_role("row", name="Bạc Liêu").first).to_contain_text("30/06/2019")
    page_ok(page, "staff-person")
    assert Employment.objects.filter(office=cast.office).on(date(2019, 6, 30)).count() == 8

    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_role("link", name="Nhập nhầm").click()
    page_ok(page, "staff-remove")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_label("Vì sao là nhập nhầm").fill("Nhập trùng với người cùng tên")
    page.get_by_role("button", name="Gỡ khỏi danh sách").click()
    expect(page.locator("#removed")).to_contain_text("Nhập trùng với người cùng tên")
    page_ok(page, "staff-removed")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.locator("#removed").get_by_role("button", name="Đưa trở lại").click()
    expect(page.locator("main")).to_contain_text("Gỡ vì nhập nhầm")
    page_ok(page, "staff-put-back")
