"""After the closing day: the clerk is told and asks, the secretariat decides, the work goes on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from playwright.sync_api import Page, expect

from apps.activities.models import Record
from apps.campaigns.models import Extension, Period
from apps.summaries import actions
from apps.summaries.models import Prose
from apps.summaries.tests.test_gathered import send
from tests.browser.conftest import page_ok
from tests.cast import Cast

HERE = "/c/cum-9/2019H1/"


def close(cast: Cast) -> None:
    Period.objects.filter(pk=cast.first_half.pk).update(closes_on=date(2019, 7, 15))


def enter(page: Page) -> None:
    page.get_by_label("Ngày bắt đầu").fill("10/03/2019")
    page.get_by_label("Chuyên đề").fill("Giám sát việc thực hiện chính sách bảo hiểm y tế")
    page.get_by_label("Các cơ quan, đơn vị chịu sự giám sát").fill("Sở Y tế")


def test_closed_asked_granted_and_entered(cast: Cast, page: Page, sign_in: Any, watch: Any) -> None:
    watch.expected.append("422")  # the refused form
    close(cast)
    sign_in(cast.clerk)
    page.goto(f"{HERE}records/new/supervision/")
    expect(page.get_by_role("note").filter(has_text="đã chốt từ ngày 15/07/2019")).to_be_visible()
    page_ok(page, "closed-form")
    enter(page)
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("đã chốt ngày 15/07/2019; đề nghị gia hạn").first).to_be_visible()
    expect(page.get_by_label("Chuyên đề")).to_have_value("Giám sát việc thực hiện chính sách bảo hiểm y tế")
    page.get_by_role("link", name="Đề nghị gia hạn").first.click()
    until = timezone.localdate() + timedelta(days=3)
    page.get_by_label("Lý do").fill("Huyện gửi số liệu muộn, chờ đối chiếu biên bản.")
    page.get_by_label("Đề nghị đến ngày").fill(f"{until:%d/%m/%Y}")
    page_ok(page, "extension-ask")
    page.get_by_role("button", name="Đề nghị gia hạn").click()
    expect(page.get_by_text("đã được chuyển đến thư ký Cụm")).to_be_visible()

    sign_in(cast.secretary)
    page.goto(f"{HERE}extensions/")
    page_ok(page, "extension-decide")
    page.get_by_role("button", name="Cho gia hạn Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu").click()
    expect(page.get_by_role("cell", name=f"gia hạn đến hết ngày {until:%d/%m/%Y}")).to_be_visible()
    page_ok(page, "extension-decided")
    assert Extension.objects.get().decided_by == cast.secretary

    sign_in(cast.clerk)
    page.goto(f"{HERE}records/new/supervision/")
    expect(page.get_by_role("note").filter(has_text="có gia hạn")).to_be_visible()
    enter(page)
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Giám sát việc thực hiện chính sách")).to_be_visible()
    assert Record.objects.count() == 1


def test_the_grid_says_it_and_keeps_what_was_typed(cast: Cast, page: Page, sign_in: Any, watch: Any) -> None:
    close(cast)
    sign_in(cast.secretary)
    page.goto(f"{HERE}grid/?group=all")
    expect(page.get_by_role("note").filter(has_text="đã chốt từ ngày 15/07/2019")).to_be_visible()
    page_ok(page, "closed-grid")


def test_timeliness_at_both_widths(cast: Cast, page: Page, sign_in: Any, watch: Any) -> None:
    send(cast, cast.office)
    Extension.objects.create(
        period=cast.first_half, office=cast.other_office, reason="Chờ", wanted_until=date(2019, 7, 5),
        asked_by=cast.other, granted_until=timezone.localdate() + timedelta(days=2), decided_at=timezone.now(),
        decided_by=cast.secretary,
    )  # fmt: skip
    sign_in(cast.leader)
    page.goto(f"{HERE}reports/timeliness/")
    expect(page.get_by_role("row", name="Hậu Giang")).to_contain_text("được gia hạn đến ngày")
    page_ok(page, "timeliness")


def test_the_offices_words_are_merged(cast: Cast, page: Page, sign_in: Any, watch: Any) -> None:
    said = "Được lãnh đạo Đoàn quan tâm, chỉ đạo sát sao.\nĐội ngũ cán bộ có kinh nghiệm."
    send(cast, cast.office, said, received=True)
    send(cast, cast.other_office, "Trụ sở mới đưa vào sử dụng từ tháng 02/2019.")
    actions.write_prose(
        period=cast.first_half, section="situation", text="Các Văn phòng hoạt động trong điều kiện thuận lợi.",
        by=cast.secretary,
    )  # fmt: skip
    sign_in(cast.secretary)
    page.goto(f"{HERE}summaries/typed/")
    page.get_by_role("link", name="Thuyết minh của các Văn phòng").click()
    page_ok(page, "gathered")
    page.get_by_role("button", name="Hậu Giang").click()
    expect(page.get_by_text("Đã chép vào cuối phần của Cụm")).to_be_visible()
    expect(page.locator("#situation .own-text")).to_contain_text("Trụ sở mới đưa vào sử dụng")
    page_ok(page, "gathered-copied")
    assert Prose.objects.get(section="situation").text.endswith("từ tháng 02/2019.")
