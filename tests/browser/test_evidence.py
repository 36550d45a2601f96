"""A clerk drops papers and photos on a record; the leader opens them; the office next door knows of nothing."""

from __future__ import annotations

import base64
from datetime import date
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from apps.activities.models import Evidence, Record
from apps.activities.tests.factories import ExperienceFactory, SupervisionFactory
from apps.files.models import StoredFile
from apps.files.tests.samples import PDF, PNG
from tests.browser.conftest import page_ok
from tests.cast import Cast

DROP = """([selector, files]) => {
  const data = new DataTransfer();
  for (const [name, content] of files) {
    data.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name));
  }
  const place = document.querySelector(selector);
  for (const type of ["dragover", "drop"]) {
    place.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }
}"""


def drop(page: Page, *files: tuple[str, bytes]) -> None:
    page.evaluate(DROP, ["#evidence", [[name, base64.b64encode(content).decode()] for name, content in files]])


def make_record(cast: Cast) -> Record:
    made: Any = SupervisionFactory(record__office=cast.office, record__title="Giám sát đầu tư công")
    record: Record = made.record
    return record


def test_three_files_are_dropped_and_one_is_refused(
    cast: Cast, page: Page, context: BrowserContext, sign_in: Any, watch: Any
) -> None:
    record = make_record(cast)
    here = f"/c/cum-9/2019H1/records/{record.pk}/"
    sign_in(cast.clerk)
    page.goto(here)
    sheet = page.locator("#evidence")
    expect(sheet).to_contain_text("Chưa có tài liệu minh chứng.")
    drop(page, ("Biên bản số 1.pdf", PDF), ("thu vien.pdf", b"MZ\x90\x00"), ("anh.png", PNG))
    expect(sheet.locator(".evidence-item")).to_have_count(2)
    expect(sheet.locator(".upload-item[data-state=refused]")).to_contain_text("Không nhận “thu vien.pdf”")
    expect(sheet.locator("img.evidence-thumb")).to_have_js_property("complete", True)
    page_ok(page, "evidence-record")
    camera = sheet.locator("input[capture=environment]")
    assert camera.get_attribute("accept") == "image/*"
    page.set_viewport_size({"width": 390, "height": 844})
    expect(sheet.get_by_text("Chụp ảnh")).to_be_visible()
    camera.set_input_files({"name": "hien truong.png", "mimeType": "image/png", "buffer": PNG + b"1"})
    expect(sheet.locator(".evidence-item")).to_have_count(3)
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(sheet.get_by_text("Chụp ảnh")).to_be_hidden()

    photo = sheet.locator(".evidence-item", has_text="anh.png")
    photo.locator("summary").click()
    photo.get_by_label("Tên tệp ở dòng này").fill("Ảnh hiện trường")
    photo.get_by_role("button", name="Đổi tên").click()
    expect(sheet).to_contain_text("Ảnh hiện trường.png")
    taken = sheet.locator(".evidence-item", has_text="hien truong.png")
    taken.locator("summary").click()
    taken.get_by_role("button", name="Gỡ khỏi dòng này").click()
    expect(sheet.locator(".evidence-item")).to_have_count(2)
    page.get_by_role("status").get_by_role("button", name="Hoàn tác").click()
    expect(sheet.locator(".evidence-item")).to_have_count(3)
    expect(page.locator("#history")).to_contain_text("Gỡ minh chứng")

    paper = Evidence.objects.get(name="Biên bản số 1.pdf")
    address = f"/files/evidence/{paper.pk}/"
    sign_in(cast.leader)
    page.goto(here)
    link = sheet.get_by_role("link", name="Biên bản số 1.pdf")
    assert (link.get_attribute("href"), link.get_attribute("target")) == (address, "_blank")
    expect(sheet.get_by_text("Đổi tên, gỡ")).to_have_count(0)
    answer = context.request.get(address)
    assert (answer.status, answer.headers["content-type"], answer.body()) == (200, "application/pdf", PDF)
    assert answer.headers["content-disposition"].startswith("inline; filename*=utf-8''Bi")
    sign_in(cast.other)
    assert context.request.get(address).status == 404
    assert context.request.get(here).status == 404


def test_the_line_is_cut_and_comes_back(
    cast: Cast, page: Page, context: BrowserContext, sign_in: Any, watch: Any
) -> None:
    watch.expected.append("ERR_INTERNET_DISCONNECTED")
    record = make_record(cast)
    sign_in(cast.clerk)
    page.goto(f"/c/cum-9/2019H1/records/{record.pk}/")
    context.set_offline(True)
    drop(page, ("Biên bản.pdf", PDF), ("anh.png", PNG))
    expect(page.locator(".upload-item[data-state=offline]")).to_have_count(2)
    expect(page.locator(".upload-item").first).to_contain_text("mất kết nối")
    context.set_offline(False)
    expect(page.locator(".evidence-item")).to_have_count(2)
    assert Evidence.objects.count() == StoredFile.objects.count() == 2


def test_a_session_that_ended_keeps_the_file_waiting(
    cast: Cast, page: Page, context: BrowserContext, sign_in: Any, watch: Any
) -> None:
    watch.expected.append("401")
    record = make_record(cast)
    sign_in(cast.clerk)
    page.goto(f"/c/cum-9/2019H1/records/{record.pk}/")
    context.clear_cookies(name="sessionid")
    drop(page, ("Biên bản.pdf", PDF))
    expect(page.locator(".upload-item[data-state=ended]")).to_contain_text("đăng nhập ở thẻ khác")
    sign_in(cast.clerk)
    page.get_by_role("button", name="Thử lại").click()
    expect(page.locator(".evidence-item")).to_have_count(1)


def test_a_leader_searches_and_reads_what_worked(cast: Cast, page: Page, sign_in: Any) -> None:
    sign_in(cast.leader)
    page.goto("/c/cum-9/2019H1/records/experiences/")
    expect(page.get_by_role("main")).to_contain_text("Chưa có kinh nghiệm nào được chia sẻ")
    page_ok(page, "experiences-empty")
    told = "Chọn thành phần để giải đáp ngay tại hội nghị.\n\nTăng tiếp xúc ở nơi còn kiến nghị chưa giải quyết."
    for day, title, office in ((1, "Đổi mới tiếp xúc cử tri", cast.office), (2, "Số hóa hồ sơ", cast.other_office)):
        ExperienceFactory(
            record__office=office, record__title=title, record__starts_on=date(2019, 3, day),
            record__conference=cast.conference, presenter="Nguyễn Văn Mẫu", summary=told,
        )  # fmt: skip
    page.reload()
    expect(page.locator(".library-card")).to_have_count(2)
    page_ok(page, "experiences")
    page.get_by_label("Tìm kiếm").fill("doi moi cu tri")
    page.get_by_role("main").get_by_role("button", name="Tìm kiếm").click()
    expect(page.locator(".library-card")).to_have_count(1)
    page.get_by_role("link", name="Đổi mới tiếp xúc cử tri").click()
    expect(page.locator(".reading-text p")).to_have_count(2)
    page_ok(page, "experience")
