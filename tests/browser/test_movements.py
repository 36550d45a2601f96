"""The movement of a year in Vietnamese: launched, confirmed by all six, amended, and taken over to the next year."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from apps.campaigns import actions
from apps.campaigns.models import Campaign, Confirmation
from apps.offices.enums import LeadershipKind, RoleKind
from apps.offices.models import Leadership, Role
from tests.browser.conftest import page_ok
from tests.cast import Cast, make_cast, make_user

THEME = (
    "Công chức, viên chức, lao động hợp đồng Văn phòng Quốc hội đoàn kết, kỷ cương, liêm chính, hành động, sáng tạo, "
    "phấn đấu hoàn thành xuất sắc nhiệm vụ được giao"
)
NAME = "Phong trào thi đua năm 2019 của Văn phòng Quốc hội"
WIDE = {"width": 1440, "height": 900}


@pytest.fixture
def led(transactional_db: None) -> Cast:
    """Each office has a head; the leading office leads 2020 too."""
    cast = make_cast()
    Leadership.objects.create(
        cluster=cast.cluster, year=2020, kind=LeadershipKind.LEADER, office=cast.offices["ca-mau"]
    )
    for code, office in cast.offices.items():
        user = cast.head if office == cast.office else make_user(f"chanh.vp.{code}", f"Chánh Văn phòng {office}")
        if user != cast.head:
            Role.objects.create(user=user, kind=RoleKind.HEAD, office=office, valid_from=date(2019, 1, 1))
        cast.people[f"head of {code}"] = user
    return cast


def ok(page: Page, name: str) -> None:
    page_ok(page, name)
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]


def press(page: Page, label: str) -> None:
    page.get_by_role("main").get_by_role("button", name=label, exact=True).click()


def follow(page: Page, label: str) -> None:
    page.get_by_role("main").get_by_role("link", name=label, exact=True).click()


def test_a_movement_through_its_year(page: Page, led: Cast, sign_in, watch) -> None:
    watch.expected.append("422")  # a form that is refused and shown again
    # The secretary writes the draft; rows are added and kept.
    sign_in(led.secretary)
    page.goto("/c/cum-9/movements/2019/")
    expect(page.locator("main")).to_contain_text("Năm này chưa có phong trào")
    ok(page, "movements-empty")
    follow(page, "Thêm phong trào")
    for name, words in (
        ("name", NAME), ("theme", THEME), ("launched_by", "Văn phòng Quốc hội"), ("partner", "Công đoàn cơ sở"),
        ("starts_on", "01/01/2019"), ("ends_on", "31/12/2019"), ("phases-0-name", "Đợt 1"),
        ("phases-0-starts_on", "01/01/2019"), ("phases-0-ends_on", "30/06/2019"), ("phases-1-name", "Đợt 2"),
        ("phases-1-starts_on", "30/06/2019"), ("phases-1-ends_on", "31/12/2019"),
        ("criteria-0-text", "Cán bộ, công chức đăng ký thi đua"), ("criteria-0-target", "100%"),
        ("prizes-0-name", "Cờ thi đua của Cụm"), ("prizes-0-amount", "2.000.000"),
    ):  # fmt: skip
        page.locator(f"[name={name}]").fill(words)
    page.locator("[name=level]").select_option("managing_body")
    press(page, "Thêm tiêu chí")
    page.locator("[name=criteria-1-text]").fill("Giữ gìn văn hóa công sở")
    press(page, "Lưu")
    expect(page.locator("main")).to_contain_text("ngày 30/06/2019 thuộc cả hai đợt")
    ok(page, "movement-form")
    page.locator("[name=phases-1-starts_on]").fill("01/07/2019")
    press(page, "Lưu")
    expect(page.locator("#phases tbody tr")).to_have_count(2)
    ok(page, "movement-draft")

    # Launched: everybody reads it, each head confirms.
    page.locator("[name=on]").fill("10/01/2019")
    press(page, "Phát động phong trào")
    expect(page.locator("#confirmations")).to_contain_text("0/6 Văn phòng")
    movement = Campaign.objects.get()
    address = f"/c/cum-9/movements/2019/{movement.pk}/"
    for code in led.offices:
        head = led.people[f"head of {code}"]
        assert head is not None
        sign_in(head)
        page.goto("/inbox/")
        page.get_by_role("link", name="Xác nhận phong trào").first.click()
        page.locator("#to-confirm [name=note]").fill("Đã quán triệt đến toàn thể công chức.")
        if code == "ca-mau":
            ok(page, "movement-confirm")
        press(page, "Xác nhận")
        expect(page.locator("#to-confirm")).to_have_count(0)
    assert Confirmation.objects.count() == 6
    sign_in(led.secretary)
    page.goto(address)
    expect(page.locator("#confirmations")).to_contain_text("6/6 Văn phòng")
    ok(page, "movement-confirmed")

    # A paper of the launch, then an amendment with its reason: what was said stays.
    follow(page, "Ghi văn bản")
    for name, words in (("title", "Phát động phong trào"), ("number", "12"), ("signed_on", "10/01/2019")):
        page.locator(f"[name={name}]").fill(words)
    ok(page, "movement-paper")
    press(page, "Lưu")
    expect(page.locator("#papers")).to_contain_text("10/01/2019")
    follow(page, "Điều chỉnh")
    page.locator("[name=criteria-0-target]").fill("95%")
    page.locator("[name=reason]").fill("Theo công văn hướng dẫn mới")
    press(page, "Điều chỉnh phong trào")
    expect(page.locator("#amendments")).to_contain_text("Theo công văn hướng dẫn mới")
    expect(page.locator("#confirmations")).to_contain_text("0/6 Văn phòng")
    ok(page, "movement-amended")
    follow(page, "Phiên bản 2")
    ok(page, "movement-version")

    # The next year from this one: line by line, and once more without harm.
    actions.confirm_campaign(campaign=movement, office=led.office, version=2, by=led.head)
    page.goto("/c/cum-9/movements/2019/")
    ok(page, "movements")
    follow(page, "Lập năm 2020 từ năm này")
    ok(page, "next-year")
    page.get_by_role("checkbox", name="Đợt 2").uncheck()
    page.get_by_role("checkbox", name="Hậu Giang").uncheck()
    press(page, "Lấy sang các dòng đã đánh dấu")
    expect(page.locator("main")).to_contain_text("Đã có:")
    copied = Campaign.objects.get(year=2020)
    assert (copied.name, copied.state) == ("Phong trào thi đua năm 2020 của Văn phòng Quốc hội", "draft")
    assert [phase.name for phase in copied.phases.all()] == ["Đợt 1"]
    assert copied.addressed.count() == 5
    assert copied.criteria.get(position=1).target == "95%"
    expect(page.get_by_role("checkbox", name="Đợt 2")).to_be_checked()
    page.get_by_role("checkbox", name="Hậu Giang").uncheck()
    press(page, "Lấy sang các dòng đã đánh dấu")
    assert [phase.name for phase in copied.phases.all()] == ["Đợt 1", "Đợt 2"]
    ok(page, "next-year-taken")
