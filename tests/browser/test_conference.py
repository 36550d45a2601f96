"""A conference from its programme to the tasks that come of it, in Vietnamese: the secretary, a clerk, a leader."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from apps.campaigns.models import Contribution, Delegate, Minutes, Task
from tests.browser.conftest import page_ok
from tests.cast import Cast, make_cast

WIDE = {"width": 1440, "height": 900}


@pytest.fixture
def held(transactional_db: None) -> Cast:
    cast = make_cast()
    row = cast.conference
    row.held_on = timezone.localdate() + timedelta(days=7)
    row.resolutions = "Thống nhất kết quả 6 tháng đầu năm.\nNhân rộng cách làm của Bạc Liêu."
    row.save()
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


def test_a_conference_from_programme_to_tasks(page: Page, held: Cast, sign_in) -> None:
    address = f"/c/cum-9/calendar/2019/conferences/{held.conference.pk}/"

    # The secretary plans: rows are typed, moved and kept until they are saved.
    sign_in(held.secretary)
    page.goto("/c/cum-9/calendar/2019/")
    follow(page, held.conference.title)
    follow(page, "Soạn chương trình")
    for row, (hour, title) in enumerate((("8h15", "Báo cáo sơ kết"), ("8h", "Khai mạc"), ("25h", "Tham luận"))):
        page.locator(f"[name=points-{row}-starts_at]").fill(hour)
        page.locator(f"[name=points-{row}-title]").fill(title)
    page.get_by_role("button", name="Đưa nội dung 2 lên trên").click()
    expect(page.locator("[name=points-0-title]")).to_have_value("Khai mạc")
    press(page, "Lưu")
    expect(page.locator("main")).to_contain_text("“25h” không phải là giờ")
    ok(page, "conference-programme")
    page.locator("[name=points-2-starts_at]").fill("8h45")
    press(page, "Lưu")
    expect(page.locator("#programme li")).to_have_text(["08:00Khai mạc", "08:15Báo cáo sơ kết", "08:45Tham luận"])
    follow(page, "Soạn giấy mời")
    ok(page, "conference-invitation")
    press(page, "Lưu")
    expect(page.locator("#paper")).to_contain_text("Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu")
    follow(page, "Về trang hội nghị")

    # A clerk registers a delegate and a talk of the own office.
    sign_in(held.clerk)
    page.goto(address)
    assert downloaded(page, "Giấy mời (Word)") == "giay-moi-hoi-nghi-so-ket-6-thang-dau-nam-2019.docx"
    follow(page, "Đăng ký đại biểu")
    expect(page.locator("main label")).to_contain_text(["Văn phòng", "Họ và tên", "Chức vụ"])
    page.locator("[name=name]").fill("Nguyễn Thị Ánh")
    page.locator("[name=post]").fill("Phó Chánh Văn phòng")
    press(page, "Đăng ký")
    expect(page.locator("#list")).to_contain_text("Nguyễn Thị Ánh, Phó Chánh Văn phòng")
    ok(page, "conference-delegates")
    follow(page, "Về trang hội nghị")
    follow(page, "Đăng ký tham luận")
    page.locator("[name=title]").fill("Đổi mới hình thức tiếp xúc cử tri")
    page.locator("[name=presenter]").fill("Nguyễn Thị Ánh")
    press(page, "Đăng ký")
    expect(page.locator("#list")).to_contain_text("Đổi mới hình thức tiếp xúc cử tri")
    ok(page, "conference-talks")
    assert Delegate.objects.get().office == Contribution.objects.get().office == held.office

    # The secretary writes the minutes from what is proposed.
    sign_in(held.secretary)
    page.goto(address)
    follow(page, "Lập biên bản")
    expect(page.locator("[name=proceedings]")).to_have_value("""Hội nghị đã tiến hành các nội dung sau:
1. Khai mạc.
2. Báo cáo sơ kết.
3. Tham luận.
Hội nghị đã nghe các tham luận:
- Nguyễn Thị Ánh (Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu) trình bày tham luận “Đổi mới hình thức tiếp xúc cử tri”.""")
    page.locator("[name=ended_at]").fill("11 giờ 30")
    page.locator("[name=secretary]").fill("Nguyễn Văn Mẫu")
    page.locator("[name=chair]").fill("Phan Văn Điển Hình")
    ok(page, "conference-minutes")
    press(page, "Lưu")
    expect(page.locator("[name=ended_at]")).to_have_value("11:30")
    assert "Nhân rộng" in Minutes.objects.get().conclusions
    assert downloaded(page, "Word").endswith(".docx")
    assert downloaded(page, "PDF") == "bien-ban-hoi-nghi-so-ket-6-thang-dau-nam-2019.pdf"
    follow(page, "Về trang hội nghị")

    # A resolution becomes a task of the next half.
    follow(page, "Chuyển thành nhiệm vụ")
    page.locator("[name=lines-0-chosen]").uncheck()
    page.locator("[name=lines-1-owner]").select_option(label="Bạc Liêu")
    page.locator("[name=lines-1-due_on]").fill("30/09/2019")
    ok(page, "conference-resolutions")
    press(page, "Ghi nhiệm vụ")
    expect(page.locator("#tasks tbody tr")).to_have_count(1)
    expect(page.locator("#tasks")).to_contain_text("30/09/2019")
    ok(page, "conference-page")
    assert [(task.text, task.owner) for task in Task.objects.all()] == [
        ("Nhân rộng cách làm của Bạc Liêu.", held.office)
    ]
    page.goto("/c/cum-9/calendar/2019/")
    expect(page.locator(f"#tasks-{held.second_half.pk}")).to_contain_text("chủ trì: Bạc Liêu")
