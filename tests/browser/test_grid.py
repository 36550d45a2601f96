"""A practised person at the grid: six offices times twelve indicators by the keyboard alone, and in one paste."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Request, Route, expect

from apps.activities.models import DirectFigure
from tests.browser.conftest import page_ok
from tests.browser.grids import (
    ALL,
    HERE,
    all_saved,
    cell,
    columns,
    living,
    may_paste,
    open_grid,
    paste,
    press,
    reach,
    text,
    written,
)
from tests.cast import OFFICES, Cast

WIDE = 12
CODES = [code for code, _, _ in OFFICES]


@pytest.fixture
def sent(page: Page) -> list[Request]:
    """The sendings of cells."""
    found: list[Request] = []
    page.on("request", lambda request: found.append(request) if request.method == "POST" else None)
    return found


@pytest.fixture
def secretary(cast: Cast, context: BrowserContext, page: Page, sign_in: Callable[[Any], None]) -> Page:
    may_paste(context)
    sign_in(cast.secretary)
    open_grid(page)
    return page


def test_seventy_two_values_without_the_mouse(secretary: Page) -> None:
    page = secretary
    wanted = columns(page, WIDE)
    reach(page)
    for row in range(len(CODES)):
        for column in range(WIDE):
            page.keyboard.type(str(100 * row + column))
            page.keyboard.press("Enter" if column == WIDE - 1 else "Tab")
    all_saved(page)
    expect(page.locator("td.is-saved")).to_have_count(72)
    expected = {(code, each): 100 * row + n for row, code in enumerate(CODES) for n, each in enumerate(wanted)}
    assert living() == expected
    assert written() == (72, 72)


def test_seventy_two_values_in_one_step(secretary: Page, sent: list[Request]) -> None:
    page = secretary
    wanted = columns(page, WIDE)
    reach(page)
    rows = [[f"{1 + row}.{100 + n}" for n in range(WIDE)] for row in range(len(CODES))]
    paste(page, rows)
    all_saved(page)
    assert len(sent) == 1
    values = {
        (code, each): 1000 * (1 + row) + 100 + n for row, code in enumerate(CODES) for n, each in enumerate(wanted)
    }
    assert living() == values
    page.keyboard.press("Control+z")
    expect(text(page, "hau-giang", wanted[-1])).to_have_text("")
    all_saved(page)
    assert (len(sent), living()) == (2, {})
    page.keyboard.press("Control+y")
    expect(text(page, "hau-giang", wanted[-1])).to_have_text("6.111")
    all_saved(page)
    assert (len(sent), living()) == (3, values)


def test_a_paste_over_values_is_looked_at_first(secretary: Page, sent: list[Request]) -> None:
    page = secretary
    one, _, three, *_ = columns(page, WIDE)
    reach(page)
    press(page, "5", "Tab", "6", "Tab", "7", "Enter", "Control+Home")
    all_saved(page)
    before = len(sent)
    paste(page, [["8", "", "1,5"], ["-", "05/07/2019", "1.200"]])
    dialog = page.get_by_role("dialog")
    expect(dialog.locator(".paste-counts")).to_contain_text("1 thay số đang có")
    expect(dialog.locator(".paste-counts")).to_contain_text("2 ô mới")
    expect(dialog.locator(".paste-counts")).to_contain_text("2 không nhận")
    expect(dialog).to_contain_text("“1,5” không phải là số nguyên")
    page_ok(page, "grid-paste", widths=(390,))
    page.set_viewport_size({"width": 1440, "height": 900})
    dialog.get_by_role("button", name="Không dán").click()
    assert len(sent) == before
    paste(page, [["8", "", "1,5"], ["-", "05/07/2019", "1.200"]])
    dialog.get_by_label("Ô trống trong khối dán").check()
    dialog.get_by_role("button", name="Dán 4 ô").press("Enter")
    expect(text(page, "kien-giang", one)).to_have_text("–")
    all_saved(page)
    assert len(sent) == before + 1
    first, second = "ca-mau", "kien-giang"
    assert living() == {(first, one): 8, (first, three): 7, (second, one): None, (second, three): 1200}


def test_undo_fill_down_and_a_refused_value(secretary: Page, sent: list[Request]) -> None:
    page = secretary
    one, two, *_ = columns(page, WIDE)
    reach(page)
    press(page, "4", "Enter", "ArrowUp", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d")
    expect(text(page, "can-tho", one)).to_have_text("4")
    press(page, "Shift+ArrowRight", "Control+c")
    copied = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied == ["4\t", "4\t", "4\t"]
    press(page, "Control+Home", "F2", "2", "Enter")  # behind the 4
    all_saved(page)
    assert living() == {("ca-mau", one): 42, ("kien-giang", one): 4, ("can-tho", one): 4}
    press(page, "Control+z", "Control+z")
    all_saved(page)
    assert living() == {("ca-mau", one): 4}
    page.locator("#grid-redo-button").click()
    all_saved(page)
    assert living() == {("ca-mau", one): 4, ("kien-giang", one): 4, ("can-tho", one): 4}
    press(page, "Control+Home", "Delete")
    all_saved(page)
    assert ("ca-mau", one) not in living()
    before = len(sent)
    press(page, "1", ",", "5", "Tab", "-", "3", "Enter")
    expect(page.locator("#grid-issues")).to_contain_text("“1,5” không phải là số nguyên")
    expect(page.locator("#grid-issues")).to_contain_text("“-3” là số âm")
    expect(cell(page, "ca-mau", two)).to_have_attribute("aria-invalid", "true")
    assert len(sent) == before
    page_ok(page, "grid")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.locator("#grid-issues button").first.click()
    page.keyboard.press("Escape")
    expect(text(page, "ca-mau", one)).to_have_text("")


def test_a_cell_edited_on_while_it_is_being_saved_is_no_conflict_with_oneself(
    secretary: Page, sent: list[Request]
) -> None:
    page = secretary
    one, two, *_ = columns(page, WIDE)
    under_way: list[Route] = []
    page.route("**/grid/save/**", lambda route: route.continue_() if under_way else under_way.append(route))
    reach(page)
    press(page, "4", "Tab", "5", "Enter", "Control+Home", "F2", "2")  # behind the 4, whose answer is not here yet
    expect(page.locator("td.is-sending").first).to_be_visible()
    page.wait_for_function("document.querySelector('td.is-editing input').value === '42'")
    under_way[0].continue_()
    expect(page.locator("#grid-state")).to_contain_text("Đã lưu")
    page.keyboard.press("Enter")
    expect(text(page, "ca-mau", one)).to_have_text("42")
    all_saved(page)
    assert living() == {("ca-mau", one): 42, ("ca-mau", two): 5}


def test_the_sheet_of_a_cell_on_a_phone(
    cast: Cast, browser: Any, live_server: Any, client: Any, context: BrowserContext, sign_in: Callable[[Any], None]
) -> None:
    sign_in(cast.clerk)
    phone = browser.new_context(
        base_url=live_server.url, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True,
        locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", reduced_motion="reduce", storage_state=context.storage_state(),
    )  # fmt: skip
    page = phone.new_page()
    open_grid(page, f"{HERE}?by=months")
    row = page.locator("[data-row-head]").first.get_attribute("data-row-head")
    page.locator(f'[data-cell="{row}|whole"], [data-cell^="{row}|"]').first.tap()
    sheet = page.get_by_role("dialog")
    sheet.get_by_label("Giá trị").fill("12 cuộc")
    sheet.get_by_role("button", name="Lưu").tap()
    expect(sheet.get_by_role("alert")).to_contain_text("“12 cuộc” không phải là số")
    sheet.get_by_label("Giá trị").fill("1.200")
    sheet.get_by_label("Tính chất").select_option("estimated")
    sheet.get_by_label("Ghi chú").fill("theo điện thoại")
    page_ok(page, "grid-sheet", widths=(390,))
    sheet.get_by_role("button", name="Lưu").tap()
    all_saved(page)
    page_ok(page, "grid-months", widths=(390,))
    phone.close()
    stated = DirectFigure.objects.alive().get()
    assert (stated.value, stated.status, stated.note) == (1200, "estimated", "theo điện thoại")


def test_the_way_in_and_out_and_the_help(secretary: Page) -> None:
    page = secretary
    reach(page)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Nhập liệu bằng bàn phím")
    page_ok(page, "grid-help", widths=(1440,))
    press(page, "Escape", "ArrowDown", "Escape", "Tab")
    assert page.evaluate("document.activeElement.closest('#grid') === null")
    page.keyboard.press("Shift+Tab")
    expect(page.locator("td.here")).to_be_focused()


def test_without_a_script_the_table_is_read(
    cast: Cast, browser: Any, live_server: Any, context: BrowserContext, sign_in: Callable[[Any], None]
) -> None:
    sign_in(cast.secretary)
    plain = browser.new_context(
        base_url=live_server.url, java_script_enabled=False, locale="vi-VN", storage_state=context.storage_state()
    )
    page = plain.new_page()
    page.goto(ALL)
    expect(page.get_by_role("row", name="Bạc Liêu", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Nhập số liệu của từng văn phòng")).to_be_visible()
    expect(page.locator("#grid-bar")).to_be_hidden()
    plain.close()
