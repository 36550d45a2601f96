"""In a closed year offices begin nothing new; what they had begun they may finish."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from apps.campaigns.actions import confirm_campaign
from apps.campaigns.models import Campaign, Confirmation
from apps.campaigns.tests.movements import launched
from apps.offices.actions import close_year
from apps.pledges.actions import register_all, send, start_pledge
from apps.pledges.models import Pledge, RegistrationSheet
from apps.pledges.tests.house import staffed
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def pledge(cast: Cast) -> object:
    return start_pledge(cluster=cast.cluster, year=2019, office=cast.office, from_last_year=False, by=cast.clerk)


def registrations(cast: Cast) -> object:
    return register_all(cluster=cast.cluster, year=2019, office=cast.office, honour="ldtt", by=cast.clerk)


def confirmation(cast: Cast) -> object:
    movement = Campaign.objects.get()
    return confirm_campaign(campaign=movement, office=cast.office, version=movement.version, by=cast.head)


BEGUN = [(pledge, Pledge), (registrations, RegistrationSheet), (confirmation, Confirmation)]


@pytest.fixture
def ready(cast: Cast) -> Cast:
    staffed(cast.office, 2)
    launched(cast)
    return cast


def closed(cast: Cast) -> None:
    close_year(cluster=cast.cluster, year=2019, on=date(2020, 1, 31), by=cast.secretary)


@pytest.mark.parametrize("year_is", ["open", "closed", "closed after it was begun"])
@pytest.mark.parametrize(("begin", "model"), BEGUN, ids=["pledge", "registrations", "confirmation"])
def test_what_is_begun_in_which_year(ready: Cast, begin: Callable[[Cast], object], model: type, year_is: str) -> None:
    if year_is == "closed after it was begun":
        begin(ready)
    if year_is != "open":
        closed(ready)
    if year_is != "closed":
        begin(ready)
        assert model.objects.count() == 1  # type: ignore[attr-defined]
        return
    with pytest.raises(ValidationError, match="Năm 2019 đã khóa sổ ngày 31/01/2020"):
        begin(ready)
    assert model.objects.count() == 0  # type: ignore[attr-defined]


def test_the_pages_offer_nothing_that_is_refused(ready: Cast, client: Client) -> None:
    client.force_login(ready.clerk)
    pages = {
        "/c/cum-9/pledges/2019/offices/bac-lieu/": "Soạn từ đầu",
        "/c/cum-9/pledges/2019/": "Soạn",
        "/c/cum-9/registrations/2019/offices/bac-lieu/": "Đăng ký đồng loạt",
    }
    for address, offer in pages.items():
        assert offer in client.get(address).text
    closed(ready)
    for address, offer in pages.items():
        page = client.get(address).text
        assert offer not in page
        assert "Năm 2019 đã khóa sổ ngày 31/01/2020" in page or address.endswith("/2019/")


def test_what_was_begun_is_finished(ready: Cast) -> None:
    registrations(ready)
    closed(ready)
    send(cluster=ready.cluster, year=2019, office=ready.office, by=ready.head)
    assert RegistrationSheet.objects.get().current is not None


def test_another_year_stays_open(ready: Cast) -> None:
    closed(ready)
    start_pledge(cluster=ready.cluster, year=2020, office=ready.office, from_last_year=False, by=ready.clerk)


def test_the_page_says_it(ready: Cast, client: Client) -> None:
    closed(ready)
    client.force_login(ready.clerk)
    page = client.post("/c/cum-9/pledges/2019/offices/bac-lieu/start/", {}, follow=True).content.decode()
    assert "Năm 2019 đã khóa sổ ngày 31/01/2020" in page
