"""The components themselves: every later page is made of them."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import page_ok


@pytest.fixture
def gallery(cast, page: Page, sign_in) -> Page:
    sign_in(cast.administrator)
    page.goto("/gallery/")
    return page


def test_components_are_in_order_in_both_themes_and_at_both_widths(gallery: Page):
    page_ok(gallery, "gallery")


def test_the_theme_is_remembered(gallery: Page):
    gallery.get_by_role("button", name="Nền tối").click()
    expect(gallery.locator("html")).to_have_attribute("data-bs-theme", "dark")
    gallery.reload()
    expect(gallery.locator("html")).to_have_attribute("data-bs-theme", "dark")
    expect(gallery.get_by_role("button", name="Nền tối")).to_have_attribute("aria-pressed", "true")


def test_a_dangerous_button_asks_first(gallery: Page):
    sent: list[str] = []

    def answer(route: Route) -> None:
        sent.append(route.request.method)
        route.fulfill(status=204)

    gallery.route("**/gallery/", answer)
    gallery.get_by_role("button", name="Xóa bản ghi").click()
    dialog = gallery.get_by_role("dialog")
    expect(dialog).to_contain_text("Xóa buổi tiếp xúc cử tri ngày 12/05/2019?")
    dialog.get_by_role("button", name="Không, quay lại").click()
    expect(dialog).to_be_hidden()
    assert sent == []
    gallery.get_by_role("button", name="Xóa bản ghi").click()
    dialog.get_by_role("button", name="Đồng ý").click()
    expect(dialog).to_be_hidden()
    gallery.wait_for_timeout(200)  # long enough for a second sending, were there one
    assert sent == ["POST"]


def test_a_double_click_sends_once(gallery: Page):
    sent: list[str] = []

    def answer(route: Route) -> None:
        sent.append(route.request.method)
        route.fulfill(status=204)

    gallery.route("**/gallery/", answer)
    gallery.get_by_label("Ngày").first.fill("05/07/2019")
    gallery.get_by_role("button", name="Lưu", exact=True).dblclick()
    gallery.wait_for_timeout(200)
    assert sent == ["POST"]


def test_the_phone_menu_opens_and_closes(gallery: Page):
    gallery.set_viewport_size({"width": 390, "height": 844})
    menu = gallery.locator("#menu")
    expect(menu).to_be_hidden()
    gallery.get_by_role("link", name="Danh mục").click()
    expect(menu).to_be_visible()
    gallery.keyboard.press("Escape")
    expect(menu).to_be_hidden()


def test_toasts_come_from_answers_and_errors_stay(gallery: Page):
    toasts = gallery.locator("#toasts")
    gallery.evaluate("document.dispatchEvent(new CustomEvent('toast', {detail: {state: 'bad', text: 'Chưa lưu <b>'}}))")
    expect(toasts).to_contain_text("Chưa lưu <b>")
    toasts.get_by_role("button", name="Đóng thông báo này").click()
    expect(toasts).to_be_empty()


def test_the_watch_sees_what_it_must(gallery: Page, watch):
    """A page that breaks the policy is noticed: without this the fixture could pass for the wrong reason."""
    gallery.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')")
    gallery.wait_for_timeout(100)
    assert any("Content Security Policy" in fault for fault in watch.faults)
    watch.expected.append("Content Security Policy")
