"""A clerk's morning: a voter meeting is entered, corrected, deleted, and brought back."""

from typing import Any

from playwright.sync_api import Page, expect

from apps.activities.models import Record
from tests.browser.conftest import page_ok
from tests.cast import Cast

HERE = "/c/cum-9/2019H1/records/"


def test_a_voter_meeting_is_entered_edited_deleted_and_brought_back(cast: Cast, page: Page, sign_in, watch) -> None:
    watch.expected.append("422")  # Chromium reports the answer that tells of a field to mend
    sign_in(cast.clerk)
    page.goto(f"{HERE}?list=voter_meeting")
    expect(page.get_by_text("Kỳ này chưa có bản ghi nào")).to_be_visible()
    page_ok(page, "activities-empty")
    page.get_by_role("main").get_by_role("link", name="Nhập mới").first.click()
    page_ok(page, "activities-form")
    page.locator("#id_starts_on").fill("31/06/2019")
    page.get_by_label("Địa điểm").fill("Phường 1, thành phố Bạc Liêu")
    page.get_by_label("Thời điểm").select_option("before")
    page.get_by_label("Kỳ họp").select_option(index=1)
    page.get_by_label("Số lượt cử tri").fill("1.276")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("31/06/2019")
    page.locator("#id_starts_on").fill("25/04/2019")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator("#toasts")).to_contain_text("Tính vào 6 tháng đầu năm 2019")
    expect(page.get_by_role("main")).to_contain_text("1.276")
    page_ok(page, "activities-record")

    page.get_by_role("link", name="Sửa").click()
    page.get_by_label("Số lượt cử tri").fill("1300")
    page.get_by_role("button", name="Lưu thay đổi").click()
    expect(page.locator("#history")).to_contain_text("1.300")

    page.get_by_role("button", name="Xóa").click()
    page.get_by_role("dialog").get_by_role("button", name="Đồng ý").click()
    expect(page.get_by_text("Kỳ này chưa có bản ghi nào")).to_be_visible()
    assert Record.objects.get().deleted_at is not None
    page.get_by_role("status").get_by_role("button", name="Hoàn tác").click()
    expect(page.locator("#history")).to_contain_text("Khôi phục")
    assert Record.objects.get().deleted_at is None
    page.goto(f"{HERE}?list=voter_meeting")
    expect(page.get_by_role("main")).to_contain_text("25/04/2019")
    page_ok(page, "activities-list")


def test_two_editors_choose(cast: Cast, page: Page, sign_in, watch) -> None:
    from apps.activities import actions
    from apps.activities.tests.factories import SupervisionFactory

    made: Any = SupervisionFactory(record__office=cast.office, bodies=3)
    record: Record = made.record
    watch.expected.append("409")  # Chromium reports the answer that tells of the conflict
    sign_in(cast.clerk)
    page.goto(f"{HERE}{record.pk}/edit/")
    page.get_by_label("Số cơ quan, đơn vị chịu sự giám sát").fill("5")
    actions.update_record(record=record, cluster=cast.cluster, version=1, values={}, detail={"bodies": 4}, by=cast.head)
    page.get_by_role("button", name="Lưu thay đổi").click()
    expect(page.get_by_role("heading", name="Bản ghi vừa được người khác sửa")).to_be_visible()
    page_ok(page, "activities-conflict")
    page.get_by_role("radio").nth(0).check()
    page.get_by_role("button", name="Lưu thay đổi").click()
    expect(page.locator("#history")).to_be_visible()
    record.supervision.refresh_from_db()
    assert record.supervision.bodies == 4


def test_figures_are_stated(cast: Cast, page: Page, sign_in) -> None:
    sign_in(cast.clerk)
    page.goto("/c/cum-9/2019H1/stated/")
    page.get_by_label("Cán bộ, công chức, người lao động", exact=True).fill("13")
    page.get_by_label("Tiếp công dân: không phát sinh", exact=True).check()
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("status")).to_contain_text("số chỉ tiêu thay đổi: 2")
    page_ok(page, "activities-stated")
