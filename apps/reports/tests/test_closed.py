"""After the closing day a report stays as it was sent, unless an extension is in force; days are Vietnam's."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from apps.campaigns.models import Extension
from apps.offices.models import Office
from apps.reports.actions import Asked, answer, ask, confirm, receive, send_on_behalf, withdraw, write_prose
from apps.reports.enums import ReportState, Way
from apps.reports.models import Prose, Version
from apps.reports.standing import standing_of
from apps.reports.tests.house import fill, opened, sent
from tests.cast import Cast

TODAY = timezone.localdate
D = timedelta(days=1)


@pytest.fixture
def house(cast: Cast) -> Cast:
    fill(opened(cast), cast.office)
    return cast


def close(cast: Cast, on: date) -> None:
    cast.first_half.closes_on = on
    cast.first_half.save(update_fields=["closes_on"])


def extend(cast: Cast, office: Office, until: date | None) -> None:
    Extension.objects.create(
        period=cast.first_half, office=office, reason="Chờ số liệu", wanted_until=TODAY() + 9 * D, asked_by=cast.clerk,
        granted_until=until, decided_at=timezone.now(), decided_by=cast.secretary, decision="" if until else "Muộn",
    )  # fmt: skip


def refused() -> Any:
    return pytest.raises(ValidationError, check=lambda error: error.code == "closed")


def test_the_closing_day_itself_is_open(house: Cast) -> None:
    close(house, TODAY())
    assert sent(house).number == 1


def test_after_it_nothing_is_sent_or_written(house: Cast) -> None:
    close(house, TODAY() - D)
    half, office = house.first_half, house.office
    with refused() as refusal:
        sent(house)
    assert f"{TODAY() - D:%d/%m/%Y}" in refusal.value.messages[0]
    with refused():
        send_on_behalf(period=half, office=office, way=Way.TELEPHONE, by=house.secretary)
    for by in (house.clerk, house.secretary):
        with refused():
            write_prose(period=half, office=office, section="plan", text="Khác", version=1, by=by)
    assert not Version.objects.exists()
    assert Prose.objects.get().text == "Kế hoạch"


@pytest.mark.parametrize(
    ("office", "days", "opens"),
    [("bac-lieu", 0, True), ("bac-lieu", 5, True), ("bac-lieu", -1, False), ("hau-giang", 5, False),
     ("bac-lieu", None, False)],
)  # fmt: skip
def test_an_extension_opens_it_for_its_office_until_its_day(
    house: Cast, office: str, days: int | None, opens: bool
) -> None:
    close(house, TODAY() - 9 * D)
    extend(house, house.offices[office], None if days is None else TODAY() + days * D)
    if opens:
        assert sent(house).number == 1
    else:
        with refused():
            sent(house)


def test_what_was_sent_may_still_be_asked_about_answered_confirmed_and_received(house: Cast) -> None:
    version = send_on_behalf(period=house.first_half, office=house.office, way=Way.PAPER, by=house.secretary)
    close(house, TODAY() - D)
    confirm(version=version, by=house.head)
    first, second = ask(
        report=version.report, questions=[Asked(text="Một"), Asked(text="Hai")], by=house.secretary
    )  # fmt: skip
    answer(question=first, text="Đúng", by=house.clerk)
    withdraw(question=second, by=house.secretary)
    receive(version=version, by=house.secretary)
    assert standing_of(house.first_half, house.office).state == ReportState.RECEIVED


@pytest.mark.parametrize(
    ("moment", "opens"),
    [(datetime(2019, 6, 30, 16, 59, tzinfo=UTC), True), (datetime(2019, 6, 30, 17, 0, tzinfo=UTC), False)],
)
def test_the_day_ends_at_midnight_in_vietnam(
    house: Cast, monkeypatch: pytest.MonkeyPatch, moment: datetime, opens: bool
) -> None:
    close(house, date(2019, 6, 30))
    monkeypatch.setattr(timezone, "now", lambda: moment)
    if opens:
        assert sent(house).number == 1
    else:
        with refused():
            sent(house)
