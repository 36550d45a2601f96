"""The pages of offices' reports, in every state, as each of the four roles sees them."""

from playwright.sync_api import Page, expect

from apps.activities.tests.factories import SupervisionFactory
from apps.reports.enums import Section
from apps.reports.tests import cycles
from apps.reports.tests.cycles import LIST, OWN
from tests.browser.conftest import Watch, page_ok
from tests.cast import Cast


def test_a_clerk_prepares_and_the_head_sends(cast: Cast, page: Page, sign_in):
    cycles.prepared(cast)
    sign_in(cast.clerk)
    page.goto(LIST)
    expect(page.get_by_role("heading", level=1)).to_have_text("Báo cáo của Văn phòng Bạc Liêu")
    page.locator("#section-plan summary").click()
    page.locator("#text-plan").fill("Tiếp xúc cử tri trước và sau Kỳ họp thứ 8.")
    page_ok(page, "report-prepared")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.locator("#section-plan").get_by_role("button", name="Lưu").click()
    expect(page.locator("#section-plan")).to_contain_text("Tiếp xúc cử tri trước và sau Kỳ họp thứ 8.")
    sign_in(cast.head)
    page.goto(OWN)
    page_ok(page, "report-head", widths=(390,))
    page.get_by_label("Ghi chú gửi thư ký Cụm").fill("Gửi đúng hạn.")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.locator("#step")).to_contain_text("Phiên bản 1 do Trần Thị Thí Dụ gửi")


def test_two_people_write_the_same_section(cast: Cast, page: Page, sign_in, watch: Watch):
    watch.expected.append("422")
    cycles.prepared(cast)
    sign_in(cast.head)
    page.goto(OWN)
    page.locator("#section-plan summary").click()
    cycles.write(cast, Section.PLAN, "Của chuyên viên.")
    page.locator("#text-plan").fill("Của chánh văn phòng.")
    page.locator("#section-plan").get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("Của chuyên viên.")).to_be_visible()
    expect(page.locator("#id_text")).to_have_value("Của chánh văn phòng.")
    page_ok(page, "report-prose-conflict")


def test_the_secretariat_asks_and_receives(cast: Cast, page: Page, sign_in):
    cycles.prepared(cast)
    cycles.send(cast, "Gửi đúng hạn.")
    sign_in(cast.secretary)
    page.goto(LIST)
    page_ok(page, "reports")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_role("link", name="Bạc Liêu").click()
    page_ok(page, "report-sent")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_role("link", name="Đề nghị bổ sung").click()
    page.locator("li:has(#id_figure-supervisions) > .ask > summary").click()
    page.locator("#id_figure-supervisions").fill("Có tính cuộc khảo sát tháng 4 không?")
    page.locator(".section-line:has(#id_section-difficulties) > .ask > summary").click()
    page.locator("#id_section-difficulties").fill("Nêu rõ nguyên nhân.")
    page_ok(page, "report-ask")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_role("button", name="Gửi đề nghị bổ sung").click()
    expect(page.locator("#step")).to_contain_text("Đề nghị bổ sung")
    sign_in(cast.head)
    page.goto(OWN)
    expect(page.get_by_role("button", name="Gửi lại báo cáo")).to_be_disabled()
    page_ok(page, "report-to-complete")
    page.set_viewport_size({"width": 1440, "height": 900})
    for _time in range(2):
        box = page.locator(".question-open").first
        box.get_by_role("textbox").fill("Đã rà soát, số liệu đúng.")
        box.get_by_role("button", name="Trả lời").click()
        page.wait_for_load_state()
    page.get_by_role("button", name="Gửi lại báo cáo").click()
    sign_in(cast.secretary)
    page.goto(OWN)
    page.get_by_role("button", name="Tiếp nhận").click()
    expect(page.locator("#step")).to_contain_text("Đã tiếp nhận")


def test_a_late_change_makes_it_stale(cast: Cast, page: Page, sign_in):
    cycles.prepared(cast)
    cycles.send(cast)
    cycles.receive(cast)
    SupervisionFactory(record__office=cast.office, record__title="Giám sát việc quản lý đất đai")
    cycles.write(cast, Section.DIFFICULTIES, "Thiếu kinh phí; đường sá xa.", version=1)
    sign_in(cast.leader)
    page.goto(LIST)
    expect(page.get_by_text("Có thay đổi sau tiếp nhận").first).to_be_visible()
    page.goto(OWN)
    page_ok(page, "report-stale")
    page.goto(f"{OWN}versions/1/difference/")
    page_ok(page, "report-difference")
    page.goto(f"{OWN}versions/")
    page_ok(page, "report-versions")
    page.goto(f"{OWN}versions/1/")
    page_ok(page, "report-version")


def test_entering_on_behalf(cast: Cast, page: Page, sign_in):
    cycles.prepared(cast)
    sign_in(cast.secretary)
    page.goto(f"{OWN}behalf/")
    page_ok(page, "report-behalf")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_label("Số báo qua điện thoại, chờ văn bản").check()
    page.get_by_role("button", name="Nhập phiên bản này").click()
    sign_in(cast.clerk)
    page.goto(OWN)
    page_ok(page, "report-to-confirm", widths=(1440,))
    page.get_by_role("button", name="Xác nhận").click()
    expect(page.locator("#step")).not_to_contain_text("chưa xác nhận")
    expect(page.locator("#step")).to_contain_text("Lê Văn Ví Dụ xác nhận lúc")
