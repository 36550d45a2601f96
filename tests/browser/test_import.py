"""The lists of the half-year go in through the browser: chosen, looked at, confirmed; the broken file says where."""

from playwright.sync_api import Page, expect

from apps.activities.tests.workbooks import LISTS, form, spoilt
from tests.browser.conftest import page_ok

HERE = "/c/cum-9/2019H1/imports/"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def choose(page: Page, content: bytes, name: str = "tep.xlsx") -> None:
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": XLSX, "buffer": content})
    page.get_by_role("button", name="Xem trước").click()


def test_the_lists_go_in(cast, page: Page, sign_in):
    sign_in(cast.secretary)
    page.goto(HERE)
    page_ok(page, "imports-empty")
    choose(page, LISTS.read_bytes(), LISTS.name)
    expect(page.get_by_role("row", name="Tiếp xúc cử tri").first).to_contain_text("86")
    page_ok(page, "import-preview")
    page.get_by_role("button", name="Nhập vào hệ thống").click()
    expect(page.get_by_role("note")).to_contain_text("Đã nhập: 135 bản ghi · 42 số liệu")
    page_ok(page, "import-applied")
    page.locator("main").get_by_role("link", name="Tiếp xúc cử tri").click()
    expect(page.locator("main")).to_contain_text("86 bản ghi")
    page.goto(HERE)
    expect(page.get_by_role("row", name=LISTS.name)).to_contain_text("đã nhập")
    page_ok(page, "imports-list")


def test_the_broken_file_says_where_and_is_chosen_again_in_place(cast, page: Page, sign_in):
    def break_it(book) -> None:
        meetings = book["Tiếp xúc cử tri"]
        meetings["B7"], meetings["C9"], meetings["F10"], meetings["G11"] = "Kiên Gian", "31/06/2019", -5, "nhiều"
        book["Giám sát, khảo sát"]["E6"] = "Giám sát lạ"
        book.create_sheet("Phụ lục")["A1"] = "không có gì"

    sign_in(cast.secretary)
    page.goto(HERE)
    choose(page, spoilt(LISTS, break_it), LISTS.name)
    expect(page.get_by_role("alert")).to_contain_text("5 lỗi; chưa ghi gì vào hệ thống")
    expect(page.get_by_role("row", name="ô C9")).to_contain_text("31/06/2019")
    page_ok(page, "import-errors")
    choose(page, LISTS.read_bytes(), LISTS.name)
    expect(page.get_by_role("button", name="Nhập vào hệ thống")).to_be_visible()


def test_a_newer_form_shows_what_it_replaces(cast, page: Page, sign_in):
    def newer(book) -> None:
        book.active["B9"] = book.active["B10"] = 4
        book.active["T9"] = book.active["T10"] = None

    sign_in(cast.secretary)
    for content in (LISTS.read_bytes(), form("bac-lieu").read_bytes()):
        page.goto(HERE)
        choose(page, content)
        page.get_by_role("button", name="Nhập vào hệ thống").click()
        expect(page.locator(".notice-ok")).to_be_visible()
    page.goto(HERE)
    choose(page, spoilt(form("bac-lieu"), newer), "bac-lieu.xlsx")
    expect(page.locator("main")).to_contain_text("danh sách 3 · biểu 4")
    page_ok(page, "import-replaces")
