"""The matrix of answers: none, 0 and missing look different; what is missing is one click from where it is entered."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import page_ok
from tests.cast import Cast
from tests.filled import fill, state

HERE = "/c/cum-9/2019H1/reports/completeness/"


@pytest.fixture
def filled(cast: Cast) -> Cast:
    state(cast, "reception_visits", "kien-giang", 0)
    return fill(cast)


def test_the_secretariat_sees_what_is_missing(filled: Cast, page: Page, sign_in: Callable[[Any], None]) -> None:
    sign_in(filled.secretary)
    page.goto(HERE)
    expect(page.get_by_role("row", name="Kiên Giang")).to_contain_text("nhập số 0")
    expect(page.get_by_role("row", name="Cà Mau")).to_contain_text("không phát sinh")
    page_ok(page, "completeness")
    page.get_by_role("link", name="Ý kiến, kiến nghị của cử tri").first.click()
    page_ok(page, "completeness-parts")
    page.get_by_role("link", name="Chỉ tiêu chính").click()
    missing = page.get_by_role("row", name="Hậu Giang").locator("td.missing a").first
    target = missing.get_attribute("href") or ""
    missing.click()
    expect(page.locator(f"#{target.split('#')[1]}")).to_be_visible()


def test_an_office_sees_its_own_line(filled: Cast, page: Page, sign_in: Callable[[Any], None]) -> None:
    sign_in(filled.clerk)
    page.goto(HERE)
    expect(page.get_by_role("row", name="Hậu Giang")).to_contain_text("chưa công bố")
    page_ok(page, "completeness-clerk")


def test_a_contradiction_is_justified(filled: Cast, page: Page, sign_in: Callable[[Any], None]) -> None:
    half = filled.first_half
    half.closes_on = None
    half.save(update_fields=["closes_on"])
    state(filled, "registered_ldtt", "bac-lieu", 99)
    state(filled, "voters", "bac-lieu", 500)
    sign_in(filled.clerk)
    page.goto(HERE)
    page.get_by_role("link", name="Kiểm tra số liệu").click()
    first = page.locator(".finding").first
    expect(first).to_contain_text("mâu thuẫn")
    expect(first).to_contain_text("(99) lớn hơn")
    page_ok(page, "checks")
    first.get_by_role("link", name="Giải trình").click()
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("alert")).to_contain_text("Hãy ghi lý do")
    page.get_by_label("Giải trình").fill("Tính cả người của văn phòng cũ.")
    page_ok(page, "justify")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator(".finding").first).to_contain_text("đã giải trình")
    expect(page.locator(".finding").first).to_contain_text("Tính cả người của văn phòng cũ.")
