"""Awards decided on paper, typed by keyboard alone: names without accents, line after line; then from Excel."""

from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from apps.honours import actions
from apps.honours.models import Award, Decision
from apps.honours.tests import house
from apps.honours.tests.test_register_entry import ROW, book
from tests.browser.conftest import page_ok
from tests.cast import Cast, make_cast

WIDE = {"width": 1440, "height": 900}


@pytest.fixture
def staffed(transactional_db: None) -> Cast:
    cast = make_cast()
    for name in ("Nguyễn Thị Mẫu", "Đặng Văn Ánh", "Lê Văn Thử"):
        house.person(cast.office, name)
    return cast


def ok(page: Page, name: str) -> None:
    page_ok(page, name)
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]


def test_a_decision_typed_by_keyboard_alone(page: Page, staffed: Cast, sign_in) -> None:
    sign_in(staffed.clerk)
    page.goto("/c/cum-9/honours/")
    ok(page, "register-empty")
    page.get_by_role("main").get_by_role("link", name="Nhập quyết định").first.click()
    for label, value in (
        ("Số", "12"),
        ("Ký hiệu", "QĐ-VPQH"),
        ("Ngày ký", "15/01/2020"),
        ("Cơ quan quyết định", "VPQH"),
    ):
        page.get_by_label(label).first.fill(value)
    who = page.locator("[name=line-0-who]")
    who.focus()
    page.keyboard.type("dang van a")
    expect(page.get_by_role("option", name="Đặng Văn Ánh")).to_be_visible()
    page.get_by_role("option", name="Đặng Văn Ánh").click(trial=True)  # nothing lies over it
    ok(page, "decision-entry")
    who.focus()
    page.keyboard.type("n")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(who).to_have_value("Đặng Văn Ánh")
    expect(page.locator("[name=line-0-honour]")).to_be_focused()
    page.keyboard.type("Lao")
    page.keyboard.press("Tab")
    page.keyboard.type("2019")
    page.keyboard.press("Enter")  # on to the next line, which takes over title and year
    expect(page.locator("[name=line-1-who]")).to_be_focused()
    expect(page.locator("[name=line-1-year]")).to_have_value("2019")
    page.keyboard.type("mau")
    expect(page.get_by_role("option", name="Nguyễn Thị Mẫu")).to_be_visible()
    page.keyboard.press("Enter")
    for line in (1, 2):
        page.locator(f"[name=line-{line}-year]").press("Enter")
    expect(page.locator("[name=line-3-who]")).to_be_focused()  # a line that was added
    page.keyboard.press("Control+Enter")
    expect(page.locator("main")).to_contain_text("Nguyễn Thị Mẫu")
    decision = Decision.objects.get()
    assert sorted(each.person.full_name for each in decision.awards.select_related("person") if each.person) == [
        "Nguyễn Thị Mẫu", "Đặng Văn Ánh",
    ]  # fmt: skip
    ok(page, "decision")

    # More of them from a workbook: what is right is entered, what is wrong is named.
    page.goto("/c/cum-9/honours/import/")
    upload = book({**ROW, "person": "Lê Văn Thử"}, {**ROW, "person": "Ai Đó"})
    page.locator("input[type=file]").set_input_files(
        {"name": "khen.xlsx", "mimeType": "application/octet-stream", "buffer": upload.read()}
    )
    page.get_by_role("button", name="Xem trước").click()
    expect(page.locator("#faults")).to_contain_text("A6")
    ok(page, "awards-import")
    page.get_by_role("button", name="Ghi 1 lượt khen thưởng").click()
    expect(page.locator("main")).to_contain_text("Đã ghi lúc")
    expect(page.get_by_role("button", name="Hoàn tác lần nhập")).to_be_visible()
    ok(page, "awards-imported")
    assert Award.objects.count() == 3

    # One is revoked: it stays on the person's page with the day, and is held no more.
    page.goto("/c/cum-9/honours/?q=anh")
    page.get_by_role("main").get_by_role("link", name="Đặng Văn Ánh").click()
    page.get_by_role("link", name="12/QĐ-VPQH").click()
    page.get_by_role("row", name="Đặng Văn Ánh").get_by_role("link", name="Hủy bỏ, thu hồi").click()
    for label, value in (("Số quyết định", "5/QĐ"), ("Ngày ký", "01/03/2021"), ("Lý do", "Kê khai không đúng")):
        page.get_by_label(label).first.fill(value)
    page.get_by_role("button", name="Hủy bỏ, thu hồi").click()
    expect(page.get_by_role("row", name="Đặng Văn Ánh")).to_contain_text("thu hồi từ 01/03/2021")
    page.goto("/c/cum-9/honours/?q=anh")
    expect(page.locator("main")).to_contain_text("Không có khen thưởng phù hợp")


def test_the_other_pages_at_both_widths(page: Page, staffed: Cast, sign_in) -> None:
    award = house.held(staffed, house.person(staffed.office, "Trần Thị Một"), staffed.office)
    person = award.person
    assert person is not None
    given: dict[str, Any] = {"cluster": staffed.cluster, "office": staffed.office, "by": staffed.clerk}
    actions.rate(**given, year=2019, levels={person: "good", None: "excellent"})
    actions.discipline(**given, person=person, kind="reprimand", decision="QĐ 1", valid_from=date(2019, 3, 1))
    made = actions.record_initiative(
        **given, initiative=None, title="Số hóa hồ sơ tiếp xúc cử tri", year=2019, authors={person: 60}
    )
    sign_in(staffed.clerk)
    office = staffed.office.pk
    for name, address in (
        ("register", ""), ("register-offices", "offices/"), ("register-office", f"offices/{office}/"),
        ("register-person", f"people/{person.pk}/"), ("register-decisions", "decisions/"),
        ("register-initiatives", "initiatives/"), ("register-initiative", f"initiatives/{made.pk}/"),
        ("register-initiative-form", "initiatives/new/"), ("register-ratings", "ratings/?year=2019"),
        ("register-rating-grid", f"ratings/{office}/2019/"), ("register-disciplines", "disciplines/"),
        ("register-catalogue", "catalogue/?on=31/12/2019"),
    ):  # fmt: skip
        page.goto(f"/c/cum-9/honours/{address}")
        ok(page, name)
