"""A secretary defines an indicator and a kind; a clerk states one and enters two; the other pages know them."""

from playwright.sync_api import Page, expect

from apps.activities.models import DefinedKind
from apps.indicators.models import Indicator
from apps.summaries.tests.half_year import paper
from tests.browser.conftest import page_ok
from tests.cast import Cast

HERE = "/c/cum-9/2019H1/"
PORTAL, TRAINING = "Tin, bài đăng trên Cổng thông tin", "Tập huấn nghiệp vụ"


def test_a_cluster_counts_what_it_wants(cast: Cast, page: Page, sign_in) -> None:
    sign_in(cast.secretary)
    page.goto("/c/cum-9/calendar/2019/")
    page.get_by_role("link", name="Chỉ tiêu và loại hoạt động riêng của Cụm").click()
    page_ok(page, "own-empty")
    page.get_by_role("link", name="Thêm chỉ tiêu").click()
    page.get_by_label("Tên", exact=False).first.fill(PORTAL)
    page.get_by_label("Tên gọi tắt").fill("Tin, bài")
    page.get_by_label("Đơn vị tính").fill("tin, bài")
    page.get_by_label("Nội dung tính").fill("Tin, bài đã đăng trên Cổng thông tin điện tử của Đoàn ĐBQH.")
    page_ok(page, "own-indicator-form")
    page.get_by_role("button", name="Lưu").click()
    page.get_by_role("link", name="Thêm loại hoạt động").click()
    page.locator("#id_name").fill(TRAINING)
    page.locator("#id_unit").fill("lớp")
    page.locator("#id_definition").fill("Mỗi lớp do văn phòng tổ chức hoặc phối hợp tổ chức là một lần.")
    line = page.get_by_role("group", name="Ô 1", exact=True)
    line.get_by_label("Tên ô").fill("Số học viên")
    line.get_by_label("Đơn vị tính").fill("người")
    line.get_by_label("Tính tổng").check()
    page_ok(page, "own-kind-form")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("#kinds")).to_contain_text("Số học viên")
    page_ok(page, "own-defined")
    kind, indicator = DefinedKind.objects.get(name=TRAINING), Indicator.objects.get(name=PORTAL)

    sign_in(cast.clerk)
    for number, title in ((30, "Kỹ năng tổng hợp kiến nghị"), (45, "Nghiệp vụ giám sát")):
        page.goto(f"{HERE}records/new/{kind.code}/")
        page.get_by_role("textbox", name="Ngày").first.fill("06/05/2019")
        page.get_by_label("Nội dung").fill(title)
        page.get_by_label("Số học viên").fill(str(number))
        if number == 30:
            page_ok(page, "own-record-form")
        page.get_by_role("button", name="Lưu", exact=True).click()
        expect(page.get_by_role("main")).to_contain_text(TRAINING)
    page_ok(page, "own-record")
    page.goto(f"{HERE}records/?list={kind.code}")
    expect(page.get_by_role("main")).to_contain_text("75")
    page_ok(page, "own-list")
    page.goto(f"{HERE}stated/")
    page.get_by_label(PORTAL, exact=True).fill("1.200")
    page.get_by_role("button", name="Lưu").click()

    sign_in(cast.secretary)
    page.goto(HERE)
    expect(page.locator("#own")).to_contain_text("1.200")
    expect(page.locator("#own")).to_contain_text("75")
    page_ok(page, "own-dashboard")
    page.goto(f"{HERE}figures/{Indicator.objects.get(source=f'defined-{kind.pk}', measure='so_hoc_vien').code}/")
    expect(page.get_by_role("main")).to_contain_text("Nghiệp vụ giám sát")
    page_ok(page, "own-figure")
    page.goto(f"{HERE}figures/{indicator.code}/")
    expect(page.get_by_role("main")).to_contain_text("1.200")
    paper(cast)
    page.goto(f"{HERE}summaries/after/")
    expect(page.get_by_role("main")).to_contain_text(
        f"{TRAINING}: toàn Cụm đã thực hiện 02 lớp (số học viên: 75 người)"
    )
    expect(page.get_by_role("main")).to_contain_text(f"{PORTAL}: toàn Cụm đã thực hiện 1.200 tin, bài")
    page_ok(page, "own-report")
