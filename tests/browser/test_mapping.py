"""A file of a layout that nobody here ever saw is mapped once; the next one of it goes in without a question."""

from playwright.sync_api import Page, expect

from apps.activities.tests import foreign
from tests.browser.conftest import page_ok
from tests.browser.test_import import HERE, choose


def test_a_foreign_file_is_mapped_once_and_the_second_needs_nothing(cast, page: Page, sign_in):
    sign_in(cast.clerk)
    page.goto(HERE)
    choose(page, foreign.meetings(), "lich-txct.xlsx")
    expect(page.locator("main")).to_contain_text("theo mẫu chưa biết")
    page_ok(page, "mapping-asked")
    page.get_by_role("link", name="Ghép cột").click()
    expect(page.get_by_label("Kiểu tiếp xúc")).to_have_value("voter_meeting.kind")
    page.get_by_label("TXCT với doanh nghiệp").select_option("Theo nhóm đối tượng")
    page_ok(page, "mapping-list")
    page.get_by_role("button", name="Ghi nhớ và xem trước").click()
    expect(page.get_by_role("note").first).to_contain_text("4 bản ghi")
    page_ok(page, "mapping-preview")
    page.get_by_role("button", name="Nhập vào hệ thống").click()
    expect(page.get_by_role("note").first).to_contain_text("Đã nhập: 4 bản ghi")
    page.goto(HERE)
    choose(page, foreign.meetings(), "lich-txct-lan-2.xlsx")
    expect(page.locator("main")).to_contain_text("được đọc theo mẫu đã nhớ")
    expect(page.get_by_role("button", name="Nhập vào hệ thống")).to_be_visible()


def test_a_form_on_its_side_and_the_list_of_layouts(cast, page: Page, sign_in):
    sign_in(cast.clerk)
    page.goto(HERE)
    choose(page, foreign.sideways(), "bieu-3.xlsx")
    page.get_by_role("link", name="Ghép cột").click()
    page_ok(page, "mapping-side")
    page.get_by_label("Tên mẫu").fill("Biểu số 3 của tỉnh bạn")
    page.get_by_role("button", name="Ghi nhớ và xem trước").click()
    expect(page.get_by_role("note").first).to_contain_text("8 số liệu")
    page.goto(HERE)
    page.get_by_role("link", name="Các mẫu đã nhớ").click()
    expect(page.get_by_label("Tên mẫu")).to_have_value("Biểu số 3 của tỉnh bạn")
    page_ok(page, "mappings")
