"""A clerk enters a supervision of 2025, reads what the law says of it, and keeps its recommendations."""

from datetime import date

from playwright.sync_api import Page, expect

from apps.activities.models import Supervision
from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period
from tests.browser.conftest import page_ok
from tests.cast import Cast

HERE = "/c/cum-9/2025H1/records/"
ASKED = (
    ("UBND tỉnh Bạc Liêu", "Bố trí đủ kinh phí cho trạm y tế xã trong dự toán năm 2026.", "province"),
    ("Bộ Y tế", "Hướng dẫn mua sắm thuốc cho tuyến xã.", "centre"),
    ("UBND thị xã Giá Rai", "Công khai kết quả xử lý đơn của công dân tại trụ sở.", ""),
)


def first_half_of_2025(cast: Cast) -> Period:
    return Period.objects.create(
        cluster=cast.cluster, year=2025, kind=PeriodKind.FIRST_HALF, starts_on=date(2025, 1, 1),
        ends_on=date(2025, 6, 30),
    )  # fmt: skip


def test_a_supervision_its_warnings_and_its_recommendations(cast: Cast, page: Page, sign_in, watch) -> None:
    first_half_of_2025(cast)
    sign_in(cast.clerk)
    page.goto(f"{HERE}new/supervision/")
    page_ok(page, "supervision-form")
    page.get_by_label("Chuyên đề").fill("Giám sát việc bảo đảm thuốc, vật tư cho trạm y tế xã (thí dụ)")
    page.get_by_label("Lĩnh vực pháp luật").fill("Khám bệnh, chữa bệnh")
    page.get_by_label("Ngày bắt đầu").fill("10/03/2025")
    page.get_by_label("Ngày kết thúc").fill("14/03/2025")
    page.get_by_label("Thời kỳ giám sát từ ngày").fill("01/01/2023")
    page.get_by_label("Thời kỳ giám sát đến ngày").fill("31/12/2024")
    page.get_by_label("Trưởng đoàn").fill("Nguyễn Văn Thí Dụ")
    page.get_by_label("Số ĐBQH trong đoàn").fill("2")
    page.get_by_label("Các cơ quan, đơn vị chịu sự giám sát").fill("Sở Y tế\nTrung tâm Y tế thị xã Giá Rai\n")
    page.get_by_label("Ngày gửi thông báo").fill("28/02/2025")
    page.get_by_label("Báo cáo kết quả").select_option("issued")
    page.get_by_label("Ngày báo cáo").fill("28/03/2025")
    page.get_by_role("button", name="Lưu", exact=True).click()

    lawful = page.get_by_role("note").filter(has_text="Cần lưu ý theo quy định")
    expect(lawful.get_by_role("listitem")).to_have_count(2)
    expect(lawful).to_contain_text("Đoàn giám sát có 2 ĐBQH; quy định ít nhất 3. Luật số 87/2015/QH13")
    expect(lawful).to_contain_text(
        "Báo cáo ngày 28/03/2025; hạn là ngày 24/03/2025, sau ngày kết thúc 10 ngày. Luật số 87/2015/QH13"
    )
    page_ok(page, "supervision-warned")

    page.get_by_role("link", name="Thêm kiến nghị").click()
    page_ok(page, "recommendation-form")
    for number, (addressee, text, level) in enumerate(ASKED, start=1):
        page.get_by_label("Nơi nhận").fill(addressee)
        page.get_by_label("Cấp").select_option(level)
        page.locator("textarea[name=text]").fill(text)
        page.get_by_label("Ngày gửi").fill("01/04/2025")
        last = number == len(ASKED)
        page.get_by_role("button", name="Lưu" if last else "Lưu và nhập tiếp", exact=True).click()
        expect(page.locator("#toasts")).to_contain_text("Đã lưu kiến nghị")
    rows = page.locator("#recommendations .asked > li")
    expect(rows).to_have_count(3)
    expect(rows.nth(0)).to_contain_text("hạn trả lời 16/04/2025, tính theo Luật số 87/2015/QH13")
    expect(rows.nth(0)).to_contain_text("Quá hạn trả lời")
    expect(lawful).to_contain_text("Kiến nghị chưa được trả lời: 3; hạn sớm nhất là ngày 16/04/2025")

    for number, (on, word) in enumerate((("15/04/2025", "Đã trả lời"), ("17/04/2025", "Trả lời muộn"))):
        rows.nth(number).get_by_role("link", name="Sửa").click()
        page.get_by_label("Ngày trả lời").fill(on)
        page.get_by_label("Số văn bản trả lời").fill(f"{number + 45}/UBND-KGVX")
        page.get_by_label("Nội dung trả lời").fill("Đã đưa vào kế hoạch.")
        page.get_by_role("button", name="Lưu thay đổi").click()
        expect(rows.nth(number)).to_contain_text(word)
    expect(lawful).to_contain_text("Kiến nghị được trả lời muộn: 1")
    found = Supervision.objects.get()
    assert (found.recommendations, found.recommendations_answered, found.bodies) == (3, 2, 2)
    page_ok(page, "supervision-recommendations")

    rows.nth(2).get_by_role("button", name="Xóa").click()
    expect(rows).to_have_count(2)
    page.locator("#toasts").get_by_role("button", name="Hoàn tác").click()
    expect(rows).to_have_count(3)

    page.goto(f"{HERE}{found.pk}/edit/")
    expect(page.get_by_label("Số kiến nghị")).to_be_disabled()
    expect(page.get_by_label("Số kiến nghị")).to_have_value("3")
    page.goto(f"{HERE}?list=supervision&overdue=on")
    expect(page.get_by_role("main")).to_contain_text("10/03/2025")
    page_ok(page, "supervision-overdue")
    page.goto("/c/cum-9/2025H1/limits/")
    page_ok(page, "limits")


def test_an_administrator_keeps_the_limits(cast: Cast, page: Page, sign_in, watch) -> None:
    watch.expected.append("422")
    sign_in(cast.administrator)
    page.goto("/c/cum-9/2019H1/limits/")
    page_ok(page, "limits-kept")
    page.get_by_role("link", name="Thêm quy định").click()
    page_ok(page, "limits-new")
    page.get_by_label("Nội dung quy định").select_option("supervision_team")
    page.get_by_label("Số ngày hoặc số người").fill("4")
    page.get_by_label("Căn cứ").fill("Điều 1 Luật thí dụ")
    page.get_by_label("Có hiệu lực từ ngày").fill("01/03/2026")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("main")).to_contain_text("Điều 1 Luật thí dụ")
    page.get_by_role("heading", name="Trước đó và sau này").click()
    page.get_by_role("row").filter(has_text="Điều 1 Luật thí dụ").get_by_role("link", name="Hết hiệu lực").click()
    page.get_by_label("Ngày cuối cùng có hiệu lực").fill("31/12/2026")
    page.get_by_role("button", name="Lưu").click()
    page.get_by_role("heading", name="Trước đó và sau này").click()
    expect(page.get_by_role("row").filter(has_text="Điều 1 Luật thí dụ")).to_contain_text("đến hết 31/12/2026")
