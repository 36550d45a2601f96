"""The days of a year's registrations: when they open, as of when people are counted, until when they are sent."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from apps.core import inbox
from apps.pledges import actions
from apps.pledges.models import Registration, RegistrationRound
from apps.pledges.tests.house import staffed
from tests.cast import Cast

pytestmark = pytest.mark.django_db
LIST = "/c/cum-9/registrations/2019/"
OWN = f"{LIST}offices/bac-lieu/"
DAY = timedelta(days=1)


def opened_on(cast: Cast, on: date | None, due_on: date | None = None) -> RegistrationRound:
    days: dict[str, Any] = {"cut_off_on": date(2019, 3, 31), "opens_on": on, "due_on": due_on}
    return actions.save_round(cluster=cast.cluster, year=2019, **days, by=cast.secretary)


def writes(cast: Cast, by: Any) -> list[Any]:
    here: dict[str, Any] = {"cluster": cast.cluster, "year": 2019, "office": cast.office, "by": by}
    first, *_rest = staffed(cast.office)
    return [
        lambda: actions.register_all(**here, honour="ldtt"),
        lambda: actions.register_person(**here, person=first, wish=actions.Wish(("ldtt",))),
        lambda: actions.register_collective(**here, unit="", wish=actions.Wish(("ttldtt",))),
        lambda: actions.take_over(**here, people={first.pk: actions.Wish(("ldtt",))}),
        lambda: actions.send(**here),
    ]


def test_before_the_opening_day_nobody_begins(cast: Cast) -> None:
    """The secretariat neither: it moves the day."""
    opened_on(cast, timezone.localdate() + DAY)
    for by in (cast.head, cast.secretary):
        for write in writes(cast, by):
            with pytest.raises(ValidationError) as refused:
                write()
            assert refused.value.code == "not_open"
    assert not Registration.objects.exists()


@pytest.mark.parametrize("days", [None, 0, -1])
def test_from_the_opening_day_on_offices_register(cast: Cast, days: int | None) -> None:
    opened_on(cast, None if days is None else timezone.localdate() + days * DAY)
    for write in writes(cast, cast.head):
        write()
    assert Registration.objects.exists()


def test_they_open_before_they_are_due(cast: Cast) -> None:
    due = date(2019, 3, 20)
    assert opened_on(cast, due, due).opens_on == due
    with pytest.raises(ValidationError) as refused:
        opened_on(cast, due + DAY, due)
    assert list(refused.value.message_dict) == ["opens_on"]
    with pytest.raises(IntegrityError, match="registration_round_opens_before_due"), transaction.atomic():
        RegistrationRound.objects.update(opens_on=due + DAY)


def test_the_form_offers_the_first_day_of_the_year_and_the_pages_say_the_days(client: Client, cast: Cast) -> None:
    client.force_login(cast.secretary)
    form = client.get(f"{LIST}days/").context["form"]
    assert form["opens_on"].value() == date(2019, 1, 1)
    given = {"cut_off_on": "25/03/2019", "opens_on": "01/03/2019", "due_on": "30/03/2019"}
    assert client.post(f"{LIST}days/", given).status_code == 302
    page = client.get(LIST).content.decode()
    assert "Chốt danh sách ngày 25/03/2019; mở đăng ký từ 01/03/2019; hạn gửi 30/03/2019" in page
    again = client.post(f"{LIST}days/", given | {"opens_on": "31/03/2019"})
    assert "phải trước hạn gửi" in again.content.decode()


def test_offices_see_what_is_not_open_yet(client: Client, cast: Cast) -> None:
    """What is asked of them stands there, with the day; no button begins. The inbox asks for it from that day on."""
    first, *_rest = staffed(cast.office)
    on = timezone.localdate() + DAY
    opened_on(cast, on, on + 10 * DAY)
    client.force_login(cast.clerk)
    page = client.get(OWN).content.decode()
    assert "Chưa mở đăng ký" in page
    assert f"{on:%d/%m/%Y}" in page
    assert first.full_name in page
    for address in (f"{OWN}all/", f"{OWN}people/{first.pk}/", f"{OWN}import/"):
        assert f'"{address}"' not in page
    said = client.post(f"{OWN}all/", {"honour": "ldtt"}, follow=True).content.decode()
    assert "mới mở đăng ký" in said

    def asked(day: date) -> list[str]:
        return [each.step for each in inbox.items(cast.clerk, day) if each.step == "pledges.register"]

    assert (asked(on - DAY), asked(on)) == ([], ["pledges.register"])
