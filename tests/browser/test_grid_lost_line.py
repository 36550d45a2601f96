"""The line drops, the session ends, the browser is killed: nothing is lost, nothing is saved twice."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Watch, page_ok
from tests.browser.grids import ALL, all_saved, columns, living, open_grid, press, reach, text, written
from tests.cast import OFFICES, Cast

PASSWORD = "mot-mat-khau-dai"
CODES = [code for code, _, _ in OFFICES]


@pytest.fixture
def secretary(cast: Cast, page: Page, watch: Watch, sign_in: Callable[[Any], None]) -> Page:
    watch.expected += ["ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "401", "403", "422"]  # provoked here
    sign_in(cast.secretary)
    open_grid(page)
    return page


def test_twenty_cells_wait_and_are_saved_once(secretary: Page, context: BrowserContext) -> None:
    page = secretary
    one, *_ = columns(page, 4)
    reach(page)
    page.keyboard.type("1")
    page.keyboard.type("2")
    context.set_offline(True)  # in the middle of typing
    page.keyboard.press("Tab")
    for number in range(19):
        page.keyboard.type(str(number))
        page.keyboard.press("Tab")
    expect(page.locator("#grid-state")).to_contain_text("20 ô đang đợi trên máy này")
    expect(page.locator("td.is-waiting")).to_have_count(20)
    page_ok(page, "grid-line-down", widths=(1440,))
    assert written() == (0, 0)
    context.set_offline(False)
    all_saved(page)
    assert len(living()) == 20
    assert living()["ca-mau", one] == 12
    assert written() == (20, 20)
    assert page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('grid|'))") == []


def test_an_answer_that_is_lost_changes_nothing_the_second_time(secretary: Page) -> None:
    page = secretary
    one, *_ = columns(page, 1)
    lost: list[int] = []

    def lose(route: Any) -> None:
        lost.append(route.fetch().status)
        route.abort() if len(lost) == 1 else route.continue_()

    page.route("**/grid/save/**", lose)
    reach(page)
    press(page, "8", "Enter")
    all_saved(page)
    assert lost[0] == 200
    assert (living(), written()) == ({("ca-mau", one): 8}, (1, 1))


def test_a_session_that_ended_is_opened_again_in_place(secretary: Page) -> None:
    page = secretary
    one, *_ = columns(page, 1)
    reach(page)
    press(page, "3", "Enter")
    all_saved(page)
    Session.objects.all().delete()
    press(page, "4", "Enter", "5", "Enter", "6", "Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("3 ô đang đợi trên máy này")
    page_ok(page, "grid-sign-in", widths=(390,))
    page.set_viewport_size({"width": 1440, "height": 900})
    dialog.get_by_label("Mật khẩu").fill("sai-mat-khau")
    dialog.get_by_role("button", name="Đăng nhập").click()
    expect(dialog.get_by_role("alert")).not_to_be_empty()
    dialog.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    all_saved(page)
    assert living() == {(code, one): value for code, value in zip(CODES, (3, 4, 5, 6), strict=False)}
    expect(page.locator("td.here")).to_be_focused()
    press(page, "7", "Enter")
    all_saved(page)
    assert written() == (5, 5)


def test_nobody_saves_under_somebody_elses_name(
    secretary: Page, cast: Cast, context: BrowserContext, sign_in: Callable[[Any], None]
) -> None:
    page = secretary
    reach(page)
    context.clear_cookies()
    sign_in(cast.clerk)  # on another tab of this browser
    press(page, "4", "Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("Tên đăng nhập")).to_have_value("thu.ky")
    assert written() == (0, 0)
    dialog.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    all_saved(page)
    assert written() == (1, 1)


def test_a_killed_browser_offers_what_waited(
    secretary: Page, context: BrowserContext, browser: Browser, live_server: Any, watch: Watch
) -> None:
    page = secretary
    one, two, *_ = columns(page, 2)
    page.route("**/grid/save/**", lambda route: route.abort())
    reach(page)
    press(page, "1", "Tab", "-", "Enter", "3", "Enter")
    expect(page.locator("td.is-waiting")).to_have_count(3)
    beside = context.new_page()  # a second tab leaves alone what the first still holds
    open_grid(beside)
    expect(beside.locator("#grid-state")).to_contain_text("Mỗi ô được lưu")
    assert beside.locator("dialog[open]").count() == 0
    left = context.storage_state()
    context.close()
    assert written() == (0, 0)

    again = browser.new_context(
        base_url=live_server.url, storage_state=left, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh"
    )
    page = again.new_page()
    watch.on(page)
    open_grid(page, f"{ALL}&group=main".replace("group=all&", ""))
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("row")).to_have_count(4)
    expect(dialog).to_contain_text("Cà Mau")
    page_ok(page, "grid-offer", widths=(390, 1440))
    dialog.get_by_role("button", name="Gửi ngay").click()
    all_saved(page)
    expect(text(page, "ca-mau", one)).to_have_text("1")
    assert living() == {("ca-mau", one): 1, ("ca-mau", two): None, ("kien-giang", one): 3}
    page.reload()
    expect(page.locator("#grid-state")).to_contain_text("Mỗi ô được lưu")
    assert page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('grid|'))") == []
    again.close()


def test_a_link_waits_for_the_cell_that_is_being_typed(secretary: Page) -> None:
    page = secretary
    one, *_ = columns(page, 1)
    reach(page)
    page.keyboard.type("17")
    page.get_by_role("link", name="Theo tháng").click()  # the browser would ask, had it not waited
    page.wait_for_url("**by=months**")
    assert living() == {("ca-mau", one): 17}


def test_leaving_with_unsent_cells_is_asked_about(secretary: Page, context: BrowserContext) -> None:
    page = secretary
    asked: list[str] = []
    reach(page)
    context.set_offline(True)
    press(page, "1", "Enter")
    expect(page.locator("td.is-waiting")).to_have_count(1)

    def stay(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.close(run_before_unload=True)
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    context.set_offline(False)
    all_saved(page)
