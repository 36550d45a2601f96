"""What waits for the clerk of records: papers that are made and have no number and day yet."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from typing import Any

import pytest
from django.test import Client

from apps.accounts.models import User
from apps.campaigns.actions import record_paper, save_invitation, save_minutes
from apps.campaigns.enums import ConferenceKind, PaperKind
from apps.campaigns.models import Conference, Period
from apps.core.inbox import Cost, InboxItem, items
from apps.offices.actions import close_year
from apps.offices.enums import RoleKind
from apps.offices.models import Office, Role
from apps.reports.actions import issue_request, record_issuing, save_request
from apps.reports.letter import drafted
from apps.reports.models import Request
from tests.cast import Cast, make_user

HELD_ON = date(2019, 7, 5)
NOTED: dict[str, Any] = {
    "number": 5,
    "symbol": "",
    "signed_on": date(2019, 7, 6),
    "signer": "",
    "signed_as": "",
    "scan": None,
}


def clerk_of_records(office: Office) -> User:
    user = make_user(f"van.thu.{office.code}", "Lý Thị Văn Thư")
    Role.objects.create(user=user, kind=RoleKind.RECORDS, office=office, valid_from=date(2019, 1, 1))
    return user


@pytest.fixture
def records(cast: Cast) -> User:
    return clerk_of_records(cast.offices["ca-mau"])


def written(cast: Cast, conference: Conference) -> None:
    save_invitation(conference=conference, values={"text": "Đúng giờ."}, version=0, by=cast.secretary)
    save_minutes(conference=conference, values={"proceedings": "Đã bàn."}, version=0, by=cast.secretary)


def issued(cast: Cast, period: Period) -> Request:
    made = save_request(period=period, draft=drafted(period, None, period.ends_on), by=cast.secretary)
    return issue_request(period=period, version=made.version, by=cast.secretary)


def of(user: User, on: date = HELD_ON) -> list[InboxItem]:
    """Read anew, as a new request would."""
    return [each for each in items(User.objects.get(pk=user.pk), on) if each.step.endswith(".number")]


def test_each_paper_leads_to_its_short_form_until_it_is_numbered(cast: Cast, records: User, client: Client) -> None:
    written(cast, cast.conference)
    request = issued(cast, cast.first_half)
    found = of(records)
    at = f"/c/cum-9/calendar/2019/conferences/{cast.conference.pk}"
    assert {(each.title, each.about, each.url) for each in found} == {
        ("Ghi số, ngày của giấy mời", "Hội nghị sơ kết 6 tháng đầu năm 2019, 05/07/2019", f"{at}/invitation/signed/"),
        ("Ghi số, ngày của biên bản", "Hội nghị sơ kết 6 tháng đầu năm 2019, 05/07/2019", f"{at}/minutes/signed/"),
        (
            "Ghi số, ngày của công văn yêu cầu báo cáo",
            "6 tháng đầu năm 2019",
            "/c/cum-9/2019H1/reports/request/record/",
        ),
    }
    client.force_login(records)
    for each in found:
        page = client.get(each.url)
        assert page.status_code == 200
        assert 'name="signed_on"' in page.content.decode()
    for kind in PaperKind:
        record_paper(conference=cast.conference, kind=kind, by=records, **NOTED)
    assert [each.step for each in of(records)] == ["reports.number"]
    record_issuing(request=request, by=records, **NOTED)
    assert of(records) == []


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (HELD_ON - timedelta(days=1), {("Ghi số, ngày của giấy mời", Cost.HOLDS_UP)}),
        (HELD_ON, {("Ghi số, ngày của giấy mời", Cost.HOLDS_UP), ("Ghi số, ngày của biên bản", Cost.HOLDS_UP)}),
        (
            HELD_ON + timedelta(days=1),
            {("Ghi số, ngày của giấy mời", Cost.LATE), ("Ghi số, ngày của biên bản", Cost.HOLDS_UP)},
        ),
    ],
    ids=["the eve", "the day", "the morrow"],
)
def test_minutes_wait_from_the_day_on_and_an_invitation_is_late_after_it(
    cast: Cast, records: User, on: date, expected: set[tuple[str, Cost]]
) -> None:
    written(cast, cast.conference)
    assert {(each.title, each.cost) for each in of(records, on)} == expected


def test_what_is_not_made_yet_does_not_wait(cast: Cast, records: User) -> None:
    Request.objects.create(period=cast.first_half, due_on=cast.first_half.ends_on)  # prepared, not issued
    assert of(records) == []


def test_it_waits_for_the_clerk_of_records_of_the_leading_office_alone(cast: Cast, records: User) -> None:
    written(cast, cast.conference)
    issued(cast, cast.first_half)
    of_the_deputy = clerk_of_records(cast.offices["kien-giang"])
    former = clerk_of_records(cast.offices["can-tho"])
    Role.objects.filter(user=former).update(office=cast.offices["ca-mau"], valid_to=HELD_ON - timedelta(days=1))
    table = {
        records: 3, of_the_deputy: 0, former: 0, cast.secretary: 0, cast.head: 0, cast.clerk: 0, cast.other: 0,
        cast.leader: 0, cast.administrator: 0, cast.stranger: 0,
    }  # fmt: skip
    assert {user: len(of(user)) for user in table} == table


def test_a_closed_year_waits_for_nobody(cast: Cast, records: User) -> None:
    written(cast, cast.conference)
    issued(cast, cast.first_half)
    close_year(cluster=cast.cluster, year=2019, on=HELD_ON, by=cast.secretary)
    assert of(records) == []


def test_the_cost_does_not_grow_with_the_papers(cast: Cast, records: User, client: Client, costs) -> None:
    kinds = iter(ConferenceKind)

    def add(number: int) -> None:
        for kind in islice(kinds, number):
            conference = Conference.objects.create(
                cluster=cast.cluster, period=cast.second_half, kind=kind, title=f"Hội nghị {kind}",
                held_on=date(2019, 7, 6), place="Cà Mau", host=cast.office,
            )  # fmt: skip
            written(cast, conference)
        for period in Period.objects.filter(request=None)[:number]:
            issued(cast, period)

    client.force_login(records)
    costs(13, add=add, read=lambda: client.get("/inbox/"))
