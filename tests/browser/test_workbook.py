"""A clerk's way with our workbook: downloaded, edited in Excel, brought back, confirmed, undone."""

import io

import openpyxl
from playwright.sync_api import Page, expect

from apps.activities.actions import update_record
from apps.activities.models import Record
from apps.activities.tests.ours import blank_row, put, row_of, supervision
from apps.activities.tests.workbooks import saved
from tests.browser.conftest import page_ok
from tests.browser.test_import import HERE, choose


def downloaded(page: Page) -> openpyxl.Workbook:
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Tải biểu mẫu Excel").click()
    return openpyxl.load_workbook(io.BytesIO(waiting.value.path().read_bytes()))


def test_out_edited_in_and_undone(cast, page: Page, sign_in):
    mine = supervision(cast, record__title="Giám sát đất đai")
    theirs = supervision(cast, record__title="Giám sát đầu tư công")
    sign_in(cast.clerk)
    page.goto(HERE)
    book = downloaded(page)
    sheet = book["Giám sát, khảo sát"]
    for record in (mine, theirs):
        put(sheet, row_of(sheet, record.pk), "Địa điểm", "Giá Rai")
    row = blank_row(sheet)
    for heading, value in (("Ngày", "02/04/2019"), ("Chuyên đề", "Khảo sát trường học"), ("Loại", "Khảo sát")):
        put(sheet, row, heading, value)
    update_record(
        record=theirs, cluster=cast.cluster, version=1, values={"place": "Phước Long"}, detail={}, by=cast.head
    )
    choose(page, saved(book))
    expect(page.get_by_role("row", name="Giám sát đất đai")).to_contain_text("Giá Rai")
    conflict = page.get_by_role("row", name="Giám sát đầu tư công")
    expect(conflict).to_contain_text("Phước Long")
    page_ok(page, "workbook-preview")
    conflict.get_by_role("checkbox").check()
    page.get_by_role("button", name="Ghi nhận lựa chọn").click()
    expect(page.get_by_role("row", name="Giám sát đầu tư công").first.get_by_role("checkbox")).to_be_checked()
    page.get_by_role("button", name="Nhập vào hệ thống").click()
    expect(page.get_by_role("note").first).to_contain_text("Đã nhập: 1 bản ghi · 2 bản ghi sửa đổi")
    assert set(Record.objects.values_list("place", flat=True)) == {"Giá Rai", ""}
    page.get_by_role("link", name="Hoàn tác lần nhập này").click()
    page_ok(page, "undo")
    page.get_by_role("button", name="Hoàn tác lần nhập").click()
    expect(page.get_by_role("note").first).to_contain_text("Đã hoàn tác lần nhập này")
    page_ok(page, "undone")
    assert Record.objects.alive().count() == 2
    assert set(Record.objects.alive().values_list("place", flat=True)) == {"", "Phước Long"}


def test_what_was_built_on_an_import_is_named(cast, page: Page, sign_in):
    record = supervision(cast, record__title="Giám sát đất đai")
    sign_in(cast.clerk)
    page.goto(HERE)
    book = downloaded(page)
    sheet = book["Giám sát, khảo sát"]
    put(sheet, row_of(sheet, record.pk), "Địa điểm", "Giá Rai")
    choose(page, saved(book))
    page.get_by_role("button", name="Nhập vào hệ thống").click()
    update_record(
        record=record, cluster=cast.cluster, version=2, values={"place": "Phước Long"}, detail={}, by=cast.head
    )
    page.get_by_role("link", name="Hoàn tác lần nhập này").click()
    expect(page.get_by_role("alert")).to_contain_text("Không hoàn tác được nữa")
    page_ok(page, "undo-refused")
    page.locator("main").get_by_role("link", name="Giám sát đất đai").click()
    expect(page.locator("main")).to_contain_text("Phước Long")
