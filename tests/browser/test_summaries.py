"""The secretary's way through the report: build, open a figure, reword, build anew, take the Word file along."""

import io
import re

from docx import Document
from playwright.sync_api import Page, expect

from apps.summaries.models import Build
from apps.summaries.tests.half_year import half_year, paper
from tests.browser.conftest import page_ok
from tests.cast import Cast

PAPER = "/c/cum-9/2019H1/summaries/after/"


def test_the_report_from_first_build_to_word(cast: Cast, page: Page, sign_in, worker: None):
    half_year(cast)
    sign_in(cast.secretary)
    page.goto("/c/cum-9/2019H1/summaries/")
    page.get_by_role("button", name="Lập báo cáo").last.click()
    expect(page.locator("article.report")).to_be_visible(timeout=30_000)
    figure = page.get_by_role("link", name="86 cuộc", exact=True)
    figure.click()
    expect(page.locator("#beside-figure h2")).to_have_text("86 cuộc")
    expect(page).to_have_url(re.compile(f"{PAPER}$"))
    page.locator("[id='voters.meetings'] .edit-mark").click()
    text = page.get_by_label("Câu chữ của đoạn")
    text.fill("Nổi bật là [[sai]].")
    page.get_by_role("button", name="Lưu câu chữ").click()
    expect(page.get_by_text("Không có số liệu: [[sai]].").first).to_be_visible()
    text.fill("Nổi bật là [[voter_meetings]] tiếp xúc cử tri.")
    page.get_by_role("button", name="Lưu câu chữ").click()
    expect(page.locator("[id='voters.meetings']")).to_contain_text("Nổi bật là 86 cuộc tiếp xúc cử tri.")
    before = Build.objects.count()
    page.get_by_role("button", name="Lập lại").first.click()
    expect(page.locator("#build .progress-line")).to_have_count(0, timeout=30_000)
    assert Build.objects.count() == before + 1
    with page.expect_download() as download:
        page.get_by_role("link", name="Word").click()
    document = Document(io.BytesIO(download.value.path().read_bytes()))
    assert any("Nổi bật là 86 cuộc tiếp xúc cử tri." in each.text for each in document.paragraphs)


def test_the_pages_are_in_order(cast: Cast, page: Page, sign_in):
    half_year(cast)
    paper(cast)
    sign_in(cast.secretary)
    for name, address in (
        ("summaries", "/c/cum-9/2019H1/summaries/"), ("paper", PAPER), ("figure", f"{PAPER}figures/voter_meetings/"),
        ("wording", f"{PAPER}wording/voters.meetings/"), ("typed", "/c/cum-9/2019H1/summaries/typed/"),
    ):  # fmt: skip
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(address)
        page_ok(page, name)
