"""A pledge from last year's figures to its amendment, in Vietnamese: prepared, signed, followed, read by all."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period
from apps.pledges.models import PledgeVersion
from apps.pledges.tests.pledged import conference
from tests.browser.conftest import page_ok
from tests.cast import Cast, make_cast
from tests.counted import supervisions

WIDE = {"width": 1440, "height": 900}
HERE = "/c/cum-9/pledges/2019/"
OFFICE = f"{HERE}offices/bac-lieu/"


@pytest.fixture
def begun(transactional_db: None) -> Cast:
    """Three supervisions last year, one in March of this one; the offices sign on 20 February."""
    cast = make_cast()
    Period.objects.create(
        cluster=cast.cluster, year=2018, kind=PeriodKind.YEAR, starts_on=date(2018, 1, 1), ends_on=date(2018, 12, 31)
    )
    supervisions(cast.office, *(date(2018, month, 1) for month in (2, 5, 9)), date(2019, 3, 1))
    conference(cast)
    return cast


def ok(page: Page, name: str) -> None:
    page_ok(page, name)
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]


def press(page: Page, label: str) -> None:
    page.get_by_role("main").get_by_role("button", name=label, exact=True).click()


def follow(page: Page, label: str) -> None:
    page.get_by_role("main").get_by_role("link", name=label, exact=True).click()


def downloaded(page: Page, label: str) -> str:
    with page.expect_download() as waiting:
        follow(page, label)
    assert waiting.value.path().stat().st_size > 4000
    return waiting.value.suggested_filename


def test_a_pledge_from_last_years_figures_to_its_amendment(page: Page, begun: Cast, sign_in) -> None:
    # The clerk begins from last year's figures, and adds rows by keyboard.
    sign_in(begun.clerk)
    page.goto(HERE)
    ok(page, "pledges-none")
    follow(page, "Bạc Liêu")
    ok(page, "pledge-none")
    press(page, "Soạn từ số liệu năm trước")
    expect(page.locator("[name=targets-0-level]")).to_have_value("3")
    expect(page.locator("main")).to_contain_text("Năm 2018: 3 cuộc")
    page.locator("[name=contents-0-text]").fill("Giữ nghiêm kỷ luật, kỷ cương.")
    page.locator("[name=contents-1-text]").fill("Phục vụ chu đáo hoạt động giám sát.")
    page.get_by_role("button", name="Chuyển nội dung 2 lên").click()
    expect(page.locator("[name=contents-0-text]")).to_have_value("Phục vụ chu đáo hoạt động giám sát.")
    page.get_by_role("button", name="Thêm nội dung").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[name=contents-2-text]")).to_be_focused()
    page.keyboard.type("Tham gia công tác xã hội.")
    page.locator("[name=targets-0-level]").fill("nhiều")
    press(page, "Lưu")
    expect(page.locator("main")).to_contain_text("“nhiều” không phải là số nguyên")
    ok(page, "pledge-edit")
    page.locator("[name=targets-0-level]").fill("4")
    press(page, "Lưu")
    expect(page.locator("#contents li")).to_have_text([
        "Phục vụ chu đáo hoạt động giám sát.", "Giữ nghiêm kỷ luật, kỷ cương.", "Tham gia công tác xã hội.",
    ])  # fmt: skip
    ok(page, "pledge-draft")

    # Nobody else sees the draft.
    sign_in(begun.other)
    page.goto(OFFICE)
    expect(page.locator("main")).to_contain_text("Văn phòng chưa ký giao ước thi đua của năm này.")

    # The head reads and signs.
    sign_in(begun.head)
    page.goto(HERE)
    follow(page, "Xem và ký")
    expect(page.locator("[name=signed_on]")).to_have_value("20/02/2019")
    expect(page.locator("[name=signer]")).to_have_value("Trần Thị Thí Dụ")
    page.locator("[name=witness]").fill("Ngô Thị Mẫu")
    page.locator("[name=witness_post]").fill("Chủ tịch Công đoàn")
    ok(page, "pledge-sign")
    press(page, "Ký giao ước")
    expect(page.locator("#step")).to_contain_text("Đã ký ngày 20/02/2019")
    expect(page.locator("#signed")).to_contain_text("Hội nghị ký kết giao ước thi đua năm 2019")
    ok(page, "pledge-signed")

    # In May it is amended; the first half still has what was signed in February.
    follow(page, "Điều chỉnh")
    page.locator("[name=reason]").fill("Bổ sung nhiệm vụ giám sát chuyên đề.")
    press(page, "Lưu")
    page.locator("[name=targets-0-level]").fill("1")
    press(page, "Lưu")
    follow(page, "Xem và ký")
    expect(page.locator("#differences")).to_contain_text("ít nhất 4 cuộc")
    page.locator("[name=signed_on]").fill("15/07/2019")
    ok(page, "pledge-sign-amendment")
    press(page, "Ký giao ước")
    follow(page, "Tiến độ")
    expect(page.locator("#progress")).to_contain_text("So với bản 2")
    expect(page.locator("#progress tbody tr").first).to_contain_text("đạt")
    follow(page, "Hết 6 tháng đầu năm 2019")
    expect(page.locator("#progress")).to_contain_text("So với bản 1")
    expect(page.locator("#progress tbody tr").first).to_contain_text("chậm tiến độ")
    ok(page, "pledge-progress")
    page.locator("#progress tbody tr").first.get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text("Giám sát, khảo sát")

    # Now everybody reads it, one and all of them as files.
    sign_in(begun.other)
    page.goto(OFFICE)
    assert downloaded(page, "Word") == "giao-uoc-thi-dua-2019-bac-lieu-ban-2.docx"
    page.goto(HERE)
    ok(page, "pledges")
    assert downloaded(page, "Tất cả bằng PDF") == "giao-uoc-thi-dua-2019.pdf"
    assert PledgeVersion.objects.signed().count() == 2
