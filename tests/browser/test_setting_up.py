"""An installation without the demonstration, set up by hand in the browser, fed with the lists, up to its report."""

import io
from datetime import date

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from apps.campaigns.models import Chair, Period, Task
from apps.core.words import day
from apps.demonstration import case
from apps.offices.models import Cluster, Leadership, Membership
from tests.browser.conftest import page_ok

PASSWORD = "mat-khau-that-dai"


def fill(page: Page, **values: str) -> None:
    for name, value in values.items():
        field = page.locator(f"main [name={name}]")
        if field.evaluate("each => each.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)


def save(page: Page, label: str = "Lưu") -> None:
    page.get_by_role("main").get_by_role("button", name=label, exact=True).click()


def set_password(page: Page, link: str) -> None:
    page.goto(link)
    fill(page, new_password1=PASSWORD, new_password2=PASSWORD)
    save(page, "Đặt mật khẩu và đăng nhập")
    page.wait_for_url(lambda url: "/invitations/" not in url)


@pytest.mark.usefixtures("transactional_db")
def test_a_cluster_is_set_up_by_hand_up_to_its_report(page: Page, live_server, worker: None) -> None:
    printed = io.StringIO()
    call_command("create_administrator", "--address", live_server.url, stdout=printed)
    set_password(page, printed.getvalue().split()[-1])

    # The administrator: cluster, offices in their order, leadership, the secretariat.
    page.goto("/clusters/")
    page.get_by_role("main").get_by_role("link", name="Tạo Cụm thi đua").first.click()
    fill(
        page,
        name="Cụm thi đua số 9 các tỉnh, thành phố miền Tây",
        short_name="Cụm thi đua số 9",
        code="cum-9",
        mark="9",
    )
    fill(page, region="miền Tây", managing_body="Văn phòng Quốc hội")
    save(page)
    for code, short_name, province in case.OFFICES:
        page.get_by_role("link", name="Thêm Văn phòng").click()
        fill(page, name=f"Văn phòng Đoàn ĐBQH {province}", short_name=short_name, code=code, province=province)
        fill(page, locality=short_name, valid_from="01/01/2016")
        save(page)
        expect(page.locator("#members")).to_contain_text(short_name)
    fill(page, year="2019")
    save(page, "Ghi nhận Cụm trưởng, Cụm phó")
    fill(page, leader="Cà Mau", deputy="Kiên Giang")
    save(page)
    expect(page.locator("#leadership")).to_contain_text("Kiên Giang")
    page_ok(page, "settings")
    page.set_viewport_size({"width": 1440, "height": 900})
    cluster = Cluster.objects.get()
    assert [row.office.code for row in Membership.objects.all()] == [code for code, *_ in case.OFFICES]
    assert Leadership.objects.filter(cluster=cluster, year=2019).count() == 2

    page.goto("/c/cum-9/people/invite/")
    fill(
        page, full_name="Nguyễn Văn Mẫu", username="thu.ky", kind="Thư ký Cụm", office="Cà Mau", valid_from="01/01/2019"
    )
    save(page, "Mời và lấy đường dẫn")
    link = page.locator("#link").input_value()
    page.goto("/c/cum-9/people/")
    page_ok(page, "people")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_role("button", name="Đăng xuất").click()
    page.wait_for_url("**/sign-in/")

    # The secretariat: the year.
    set_password(page, link)
    page.goto("/c/cum-9/calendar/assembly/new/")
    fill(page, number="14", starts_on="20/07/2016", ends_on="19/07/2021")
    save(page)
    for number, opens_on, closes_on in (("7", "20/05/2019", "14/06/2019"), ("8", "21/10/2019", "27/11/2019")):
        page.get_by_role("link", name="Thêm kỳ họp").click()
        fill(page, term="XIV", number=number, opens_on=opens_on, closes_on=closes_on)
        save(page)
    page.goto("/c/cum-9/calendar/2019/")
    save(page, "Lập các kỳ báo cáo")
    page.get_by_role("link", name="Thêm phong trào").click()
    movement = {name: day(value) if isinstance(value, date) else str(value) for name, value in case.MOVEMENT.items()}
    page.locator("main [name=level]").select_option(movement.pop("level"))
    fill(page, **movement)
    save(page)
    fill(page, on=day(case.LAUNCHED_ON))
    save(page, "Phát động phong trào")
    expect(page.locator("#confirmations")).to_contain_text("0/6 Văn phòng")
    page.goto("/c/cum-9/calendar/2019/")
    page.get_by_role("link", name="Thêm hội nghị").click()
    fill(page, period="6 tháng đầu năm 2019", kind="Hội nghị sơ kết", title=str(case.CONFERENCE["title"]))
    fill(page, held_on="05/07/2019", place="Hà Tiên, Kiên Giang", host="Kiên Giang")
    save(page)
    page.goto("/c/cum-9/calendar/2019/")
    second = Period.objects.get(kind="H2")
    for text in case.TASKS[:2]:
        page.locator(f"#task-{second.pk}").fill(text)
        page.locator(f"#tasks-{second.pk}").get_by_role("button", name="Thêm", exact=True).click()
    expect(page.locator(f"#tasks-{second.pk} li")).to_have_count(2)
    page.get_by_role("button", name="Đưa nhiệm vụ 2 lên trên").click()
    expect(page.locator(f"#tasks-{second.pk} li").first).to_contain_text("giám sát, khảo sát")
    page_ok(page, "calendar")
    assert [task.text for task in Task.objects.order_by("position")] == [case.TASKS[1], case.TASKS[0]]
    assert [chair.office.code for chair in Chair.objects.all()] == ["ca-mau", "kien-giang"]

    # What was typed is enough for the lists, and these for the report.
    page.goto("/c/cum-9/2019H1/imports/")
    page.locator("input[type=file]").set_input_files(case.LISTS)
    page.get_by_role("button", name="Xem trước").click()
    page.get_by_role("button", name="Nhập vào hệ thống").click()
    expect(page.get_by_role("note")).to_contain_text("Đã nhập: 135 bản ghi · 42 số liệu")
    page.goto("/c/cum-9/2019H1/summaries/after/")
    page.get_by_role("button", name="Lập báo cáo").last.click()
    report = page.locator("article.report")
    expect(report).to_be_visible(timeout=30_000)
    for words in (
        "gồm 06 Văn phòng", "là Cụm trưởng", "Sáng ngày 05/7/2019", "20 cuộc giám sát", "tiếp xúc cử tri được 86 cuộc",
        "88/88", "100%", "05 phần quà", "6.000.000 đồng", "tỉnh Bạc Liêu đã trao đổi, chia sẻ kinh nghiệm",
        "đoàn kết, kỷ cương",
    ):  # fmt: skip
        expect(report).to_contain_text(words)
