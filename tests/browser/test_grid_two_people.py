"""Two people in one cell: the second sees both values, who and when, and chooses; the first is told."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings as project
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from apps.activities.models import DirectFigure
from tests.browser.conftest import Watch, page_ok
from tests.browser.grids import HERE, all_saved, living, open_grid, press, reach
from tests.cast import Cast

MONTHS = f"{HERE}?by=months&office=bac-lieu"


@pytest.fixture
def head(cast: Cast, browser: Browser, live_server: Any, watch: Watch) -> Iterator[Page]:
    """The head's own browser, before the clerk's table."""
    made: BrowserContext = browser.new_context(
        base_url=live_server.url, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", reduced_motion="reduce"
    )
    client = Client()
    client.force_login(cast.head)
    value = client.cookies[project.SESSION_COOKIE_NAME].value
    made.add_cookies([{"name": project.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])
    page = made.new_page()
    watch.on(page)
    yield page
    made.close()


def news(page: Page) -> None:
    """As if the next time of asking had come."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def choice(dialog: Locator, value: str) -> Locator:
    """By its value alone: the label also says when, and a time may hold any digit."""
    return dialog.locator("label", has=dialog.page.get_by_text(value, exact=True)).get_by_role("radio")


def value() -> int | None:
    return next(iter(living().values()))


def test_the_second_chooses_and_the_first_is_told(
    cast: Cast, page: Page, head: Page, sign_in: Callable[[Any], None]
) -> None:
    sign_in(cast.clerk)
    open_grid(page, MONTHS)
    open_grid(head, MONTHS)
    reach(page)
    press(page, "5", "Enter")
    all_saved(page)
    reach(head)
    press(head, "6", "Enter")
    dialog = head.get_by_role("dialog")
    expect(choice(dialog, "5")).to_be_visible()
    expect(dialog).to_contain_text("Lê Văn Ví Dụ")
    expect(choice(dialog, "6")).not_to_be_checked()
    expect(dialog.get_by_role("button", name="Lưu lựa chọn")).to_be_disabled()
    page_ok(head, "grid-conflict", widths=(390, 1440))
    assert value() == 5

    dialog.get_by_role("button", name="Để sau").click()
    expect(head.locator("td.is-conflict")).to_have_count(1)
    head.get_by_role("button", name="Chọn giá trị").click()
    choice(dialog, "6").check()
    dialog.get_by_role("button", name="Lưu lựa chọn").click()
    all_saved(head)
    assert value() == 6

    news(page)
    changed = page.locator("td.is-changed")
    expect(changed.locator(".grid-text")).to_have_text("6")
    press(page, "ArrowUp")
    expect(page.locator("#grid-what")).to_contain_text("Trần Thị Thí Dụ vừa sửa")
    press(page, "Control+z")  # the step was overtaken: it takes nothing back
    expect(page.get_by_role("status").filter(has_text="người khác đã sửa").first).to_be_attached()
    assert value() == 6


def test_theirs_may_stay(cast: Cast, page: Page, head: Page, sign_in: Callable[[Any], None]) -> None:
    sign_in(cast.clerk)
    open_grid(page, MONTHS)
    open_grid(head, MONTHS)
    for here, key in ((page, "5"), (head, "6")):
        reach(here)
        press(here, key, "Enter")
    all_saved(page)
    dialog = head.get_by_role("dialog")
    choice(dialog, "5").check()
    dialog.get_by_role("button", name="Lưu lựa chọn").click()
    expect(head.locator("td.is-conflict")).to_have_count(0)
    expect(head.locator("td.here, td.missing").first).to_be_visible()
    assert (value(), DirectFigure.objects.count()) == (5, 1)
    assert head.evaluate("Object.keys(localStorage).filter(name => name.startsWith('grid|'))") == []
