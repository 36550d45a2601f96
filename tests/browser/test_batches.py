"""A clerk makes a batch out of what the meetings gathered, writes its answer down, and enters a month's petitions."""

from datetime import date

from playwright.sync_api import Page, expect

from apps.activities.models import Opinions, Petitions
from apps.activities.tests.factories import VoterMeetingFactory
from tests.browser.conftest import page_ok
from tests.cast import Cast

HERE = "/c/cum-9/2019H1/"


def test_a_batch_from_the_meetings_to_its_answer(cast: Cast, page: Page, sign_in, watch) -> None:
    sign_in(cast.clerk)
    page.goto(f"{HERE}opinions/")
    page_ok(page, "opinions-empty")
    for to_centre in (12, 8):
        VoterMeetingFactory(
            record__office=cast.office, record__starts_on=date(2019, 6, 20), session=cast.session, phase="after",
            to_centre=to_centre, to_province=30,
        )  # fmt: skip
    page.reload()
    main = page.get_by_role("main")
    expect(main).to_contain_text("20 ý kiến từ các hội nghị")
    page_ok(page, "opinions-gathered")

    page.get_by_role("link", name="Lập đợt chuyển").first.click()
    opinions = page.locator("[name=opinions]")
    expect(opinions).to_have_value("20")
    page.locator("[name=merged]").fill("3")
    page.locator("[name=addressee]").fill("Ban Dân nguyện")
    page.locator("[name=report_number]").fill("12/BC-ĐĐBQH")
    page.locator("[name=starts_on]").fill("25/06/2019")
    page_ok(page, "opinions-form")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page_ok(page, "opinions-record")

    page.get_by_role("link", name="Sửa", exact=True).first.click()
    page.locator("[name=answer_number]").fill("77/BDN")
    page.locator("[name=answered_on]").fill("15/08/2019")
    page.locator("[name=resolved]").fill("10")
    page.locator("[name=explained]").fill("7")
    page.get_by_role("button", name="Lưu thay đổi").click()
    expect(page.get_by_role("main")).to_contain_text("77/BDN")
    batch = Opinions.objects.get()
    assert (batch.sent, batch.waiting, batch.session) == (17, 0, cast.session)
    page.goto(f"{HERE}opinions/")
    expect(main).to_contain_text("20 ý kiến từ các hội nghị, đã đưa hết")
    page_ok(page, "opinions-answered")
    page.goto(f"{HERE}records/?list=opinions")
    page_ok(page, "opinions-list")


def test_petitions_are_added_up_while_they_are_typed(cast: Cast, page: Page, sign_in, watch) -> None:
    sign_in(cast.clerk)
    page.goto(f"{HERE}records/new/petitions/")
    page.locator("[name=starts_on]").fill("01/03/2019")
    page.locator("[name=ends_on]").fill("31/03/2019")
    page.locator("[name=source]").select_option(index=1)
    for name, amount in (("answered", "3"), ("in_time", "4"), ("guided", "2"), ("ineligible", "5")):
        page.locator(f"[name={name}]").fill(amount)
    expect(page.get_by_role("main").locator("output").filter(has_text="14")).to_be_visible()
    page_ok(page, "petitions-form")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page_ok(page, "petitions-record")
    assert Petitions.objects.get().received == 14
    page.goto(f"{HERE}records/?list=petitions")
    page_ok(page, "petitions-list")
