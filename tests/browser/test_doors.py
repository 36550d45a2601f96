"""The pages at the door, the conference form and the histories: at both widths, in both themes, by axe too."""

import pytest
from playwright.sync_api import Page, expect

from apps.offices.actions import new_link
from apps.offices.models import Membership
from tests.browser.conftest import page_ok
from tests.cast import Cast, make_cast


@pytest.fixture
def shown(transactional_db: None) -> Cast:
    return make_cast()


def test_sign_in_and_an_open_invitation(page: Page, shown: Cast) -> None:
    page.goto("/sign-in/")
    page_ok(page, "sign-in")
    token = new_link(cluster=shown.cluster, user=shown.clerk, by=shown.secretary)
    page.goto(f"/invitations/{token}/")
    expect(page.locator("[name=new_password1]")).to_be_visible()
    page_ok(page, "invitation")


def test_the_link_that_is_shown_once(page: Page, shown: Cast, sign_in) -> None:
    sign_in(shown.secretary)
    page.goto(f"/c/cum-9/people/{shown.clerk.pk}/")
    page.get_by_role("button", name="Cấp đường dẫn").click()
    page.get_by_role("button", name="Đồng ý").click()
    expect(page.locator("#link")).to_be_visible()
    page_ok(page, "link")
    page.goto(f"/c/cum-9/people/{shown.clerk.pk}/")
    expect(page.locator("#history")).to_contain_text("Cấp đường dẫn mới")
    page_ok(page, "person")


def test_the_conference_form_and_the_histories(page: Page, shown: Cast, sign_in) -> None:
    sign_in(shown.secretary)
    page.goto(f"/c/cum-9/calendar/2019/conferences/{shown.conference.pk}/edit/")
    page_ok(page, "conference-form")
    membership = Membership.objects.get(cluster=shown.cluster, office=shown.office)
    for name, address in (("settings", "settings/"), ("member", f"settings/members/{membership.pk}/")):
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(f"/c/cum-9/{address}")
        page.locator("#history:not([open]) > summary").evaluate_all("found => found.forEach(each => each.click())")
        expect(page.locator("#history > .history")).to_be_visible()
        page_ok(page, f"history-{name}")
