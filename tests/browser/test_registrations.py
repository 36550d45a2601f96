"""Registrations by three roles, from all at once to 100 %; then two offices merged and a year handed over."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from apps.offices.models import Leadership, Lineage
from apps.pledges.tests.house import left_out, staffed
from tests.browser.conftest import page_ok
from tests.cast import Cast

LIST = "/c/cum-9/registrations/2019/"
OWN = f"{LIST}offices/bac-lieu/"
WIDE = {"width": 1440, "height": 900}


def ok(page: Page, name: str) -> None:
    page_ok(page, name)
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]


def test_from_everybody_at_once_to_a_hundred_percent(cast: Cast, page: Page, sign_in: Any) -> None:
    staffed(cast.office, 3)
    left_out(cast.office)
    sign_in(cast.clerk)
    page.goto(OWN)
    expect(page.get_by_text("0/3 người được tính đã đăng ký")).to_be_visible()
    page.get_by_role("button", name="Đăng ký đồng loạt").click()
    expect(page.get_by_text("3/3 người được tính đã đăng ký")).to_be_visible()
    page.get_by_role("link", name="Sửa Lê Thí Dụ").click()
    page.get_by_label("Chiến sĩ thi đua cơ sở").first.check()
    page.get_by_label("Sáng kiến dự kiến").fill("Số hóa hồ sơ tiếp xúc cử tri")
    ok(page, "registration-person")
    page.get_by_role("button", name="Lưu").click()
    line = page.get_by_role("row", name="Lê Thí Dụ")
    expect(line).to_contain_text("Chiến sĩ thi đua cơ sở")
    expect(line).to_contain_text("Số hóa hồ sơ tiếp xúc cử tri")
    expect(page.locator("#not-counted")).to_contain_text("nghỉ không lương")
    ok(page, "registration-sheet")
    page.goto(f"{OWN}import/")
    ok(page, "registration-import")
    page.goto(f"{OWN}last-year/")
    ok(page, "registration-last-year")
    sign_in(cast.head)
    page.goto(OWN)
    page.get_by_role("button", name="Gửi đăng ký thi đua").click()
    expect(page.locator("#step")).to_contain_text("Phiên bản 1 do Trần Thị Thí Dụ gửi")
    sign_in(cast.secretary)
    page.goto(OWN)
    page.get_by_role("button", name="Tiếp nhận", exact=True).click()
    expect(page.locator("#step")).to_contain_text("Đã tiếp nhận")
    page.goto(LIST)
    ok(page, "registrations")
    sign_in(cast.leader)
    page.goto(LIST)
    expect(page.get_by_role("row", name="Bạc Liêu")).to_contain_text("100%")
    page.goto("/c/cum-9/2019H1/figures/registered/")
    expect(page.locator("#people")).to_contain_text("Lê Thí Dụ")
    ok(page, "figure-of-registrations")


def test_a_year_is_handed_over_and_two_offices_become_one(cast: Cast, page: Page, sign_in: Any) -> None:
    sign_in(cast.secretary)
    page.goto("/c/cum-9/settings/members/merge/")
    ok(page, "merge")
    for office in ("Cần Thơ", "Hậu Giang"):
        page.get_by_label(office).check()
    page.get_by_label("Hợp nhất từ ngày").fill("01/07/2025")
    page.locator("#id_name").fill("Văn phòng Đoàn ĐBQH và HĐND thành phố Cần Thơ")
    page.locator("#id_short_name").fill("Cần Thơ mới")
    page.locator("#id_code").fill("can-tho-moi")
    page.get_by_role("button", name="Xem trước").click()
    expect(page.locator("#meaning")).to_contain_text("Cần Thơ, Hậu Giang")
    ok(page, "merge-shown")
    page.get_by_role("button", name="Hợp nhất các Văn phòng").click()
    expect(page.locator("#members")).to_contain_text("Cần Thơ mới")
    assert Lineage.objects.count() == 2
    page.goto("/c/cum-9/handover/2019/")
    expect(page.locator("#open")).to_contain_text("Bạc Liêu, 6 tháng đầu năm 2019")
    ok(page, "handover")
    page.get_by_label("Bên nhận").select_option(label="Kiên Giang")
    page.get_by_role("button", name="Bàn giao", exact=True).click()
    expect(page.locator("#kept")).to_contain_text("Kiên Giang")
    ok(page, "handed-over")
    page.goto("/c/cum-9/settings/")
    expect(page.locator("#leadership")).to_contain_text("bàn giao cho Kiên Giang")
    assert Leadership.objects.get(year=2019, kind="steward").office == cast.offices["kien-giang"]

    sign_in(cast.administrator)
    page.goto("/c/cum-9/handover/2019/")
    page.get_by_role("button", name="Khóa sổ năm thi đua").click()
    page.get_by_role("dialog").get_by_role("button", name="Đồng ý").click()
    expect(page.get_by_text("Năm thi đua 2019 đã kết thúc.")).to_be_visible()
    page.goto("/c/cum-9/handover/2019/")
    expect(page.locator("main")).to_contain_text("không lập mới giao ước")
    ok(page, "handover-closed")
