"""The start of a year in one story, by five roles: movement, six confirmations, pledge, registrations, 100 %."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from apps.campaigns.models import Confirmation
from apps.offices.enums import RoleKind
from apps.offices.models import Role
from apps.pledges.tests.house import staffed
from apps.pledges.tests.pledged import conference
from tests.cast import Cast, make_cast, make_user

YEAR = "/c/cum-9/{}/2019/"
OWN = YEAR + "offices/bac-lieu/"


@pytest.fixture
def begun(transactional_db: None) -> Cast:
    """Each office has a head; Bạc Liêu has people; the offices sign on 20 February."""
    cast = make_cast()
    for code, office in cast.offices.items():
        cast.people[f"head of {code}"] = cast.head
        if office != cast.office:
            user = make_user(f"chanh.vp.{code}", f"Chánh Văn phòng {office}")
            Role.objects.create(user=user, kind=RoleKind.HEAD, office=office, valid_from=date(2019, 1, 1))
            cast.people[f"head of {code}"] = user
    staffed(cast.office, 4)
    conference(cast)
    return cast


def press(page: Page, label: str) -> None:
    page.get_by_role("main").get_by_role("button", name=label, exact=True).click()


def _launched(page: Page) -> None:
    page.goto(YEAR.format("movements"))
    page.get_by_role("main").get_by_role("link", name="Thêm phong trào", exact=True).click()
    for name, words in (
        ("name", "Phong trào thi đua năm 2019"), ("theme", "Đoàn kết, kỷ cương, sáng tạo"),
        ("launched_by", "Văn phòng Quốc hội"), ("partner", "Công đoàn cơ sở"), ("starts_on", "01/01/2019"),
        ("ends_on", "31/12/2019"), ("criteria-0-text", "Cán bộ, công chức đăng ký thi đua"),
        ("criteria-0-target", "100%"),
    ):  # fmt: skip
        page.locator(f"[name={name}]").fill(words)
    page.locator("[name=level]").select_option("managing_body")
    press(page, "Lưu")
    page.locator("[name=on]").fill("10/01/2019")
    press(page, "Phát động phong trào")
    expect(page.locator("#confirmations")).to_contain_text("0/6 Văn phòng")


def _confirmed(page: Page) -> None:
    page.goto("/inbox/")
    page.get_by_role("link", name="Xác nhận phong trào").first.click()
    press(page, "Xác nhận")
    expect(page.locator("#to-confirm")).to_have_count(0)


def _prepared(page: Page) -> None:
    page.goto(OWN.format("pledges"))
    press(page, "Soạn từ đầu")
    page.locator("[name=contents-0-text]").fill("Giữ nghiêm kỷ luật, kỷ cương.")
    page.locator("[name=targets-0-text]").fill("Toàn thể công chức đăng ký thi đua")
    press(page, "Lưu")
    expect(page.locator("#contents li").first).to_have_text("Giữ nghiêm kỷ luật, kỷ cương.")


def _signed_and_printed(page: Page) -> None:
    page.goto(YEAR.format("pledges"))
    page.get_by_role("main").get_by_role("link", name="Xem và ký", exact=True).click()
    page.locator("[name=witness]").fill("Ngô Thị Mẫu")
    page.locator("[name=witness_post]").fill("Chủ tịch Công đoàn")
    press(page, "Ký giao ước")
    expect(page.locator("#step")).to_contain_text("Đã ký ngày 20/02/2019")
    with page.expect_download() as waiting:
        page.get_by_role("main").get_by_role("link", name="PDF", exact=True).click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF")


def _registered(page: Page) -> None:
    page.goto(OWN.format("registrations"))
    press(page, "Đăng ký đồng loạt")
    expect(page.locator("#rate")).to_contain_text("4/4")
    page.get_by_role("link", name="Sửa Lê Thí Dụ").click()
    page.locator("[name=honours][value=cstdcs]").check()
    press(page, "Lưu")
    expect(page.get_by_role("row", name="Lê Thí Dụ")).to_contain_text("Chiến sĩ thi đua cơ sở")


def test_the_start_of_a_year(page: Page, begun: Cast, sign_in: Any) -> None:
    sign_in(begun.secretary)
    _launched(page)
    for code in begun.offices:
        head = begun.people[f"head of {code}"]
        assert head is not None
        sign_in(head)
        _confirmed(page)
    assert Confirmation.objects.count() == 6
    sign_in(begun.clerk)
    _prepared(page)
    sign_in(begun.head)
    _signed_and_printed(page)
    sign_in(begun.clerk)
    _registered(page)
    sign_in(begun.head)
    page.goto(OWN.format("registrations"))
    press(page, "Gửi đăng ký thi đua")
    expect(page.locator("#step")).to_contain_text("Phiên bản 1")
    sign_in(begun.secretary)
    page.goto(OWN.format("registrations"))
    press(page, "Tiếp nhận")
    expect(page.locator("#step")).to_contain_text("Đã tiếp nhận")
    sign_in(begun.leader)
    page.goto("/c/cum-9/2019H1/figures/registration_rate/?office=bac-lieu")
    expect(page.locator(".figure-large")).to_contain_text("100%")
