"""What a leader does: looks at the period, opens a tile, and stands before its records two clicks later."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import page_ok
from tests.cast import Cast
from tests.filled import fill


@pytest.fixture
def filled(cast: Cast) -> Cast:
    return fill(cast)


def test_the_dashboard_is_in_order(filled: Cast, page: Page, sign_in: Callable[[Any], None]) -> None:
    sign_in(filled.leader)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("6 tháng đầu năm 2019")
    page_ok(page, "dashboard")


def test_a_tile_opens_to_its_records_in_two_clicks(filled: Cast, page: Page, sign_in: Callable[[Any], None]) -> None:
    sign_in(filled.leader)
    page.goto("/c/cum-9/2019H1/")
    page.get_by_role("link", name="Giám sát, khảo sát").first.click()
    expect(page.locator(".figure-large")).to_contain_text("21")
    page_ok(page, "figure")
    page.locator("#records tbody a").first.click()
    assert "/records/" in page.url


def test_a_clerk_sees_their_own_line(filled: Cast, page: Page, sign_in: Callable[[Any], None]) -> None:
    sign_in(filled.clerk)
    page.goto("/c/cum-9/2019H1/")
    expect(page.get_by_role("row", name="Hậu Giang").first).to_contain_text("chưa công bố")
    expect(page.get_by_role("row", name="Bạc Liêu").first).to_contain_text("4")
    page_ok(page, "dashboard-clerk")
    page.goto("/c/cum-9/2019H1/figures/")
    page_ok(page, "indicators")
