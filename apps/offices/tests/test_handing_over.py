"""A year passes on, to the minute: in Vietnam's time, for the year that ends and for the one that begins."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from apps.accounts.models import User
from apps.offices import actions
from apps.offices.enums import LeadershipKind, RoleKind
from apps.offices.models import Leadership, Role
from apps.offices.roles import roles_of
from apps.offices.rules import is_led
from tests.cast import Cast, make_user

pytestmark = pytest.mark.django_db
ON = date(2020, 1, 15)
LAST_MINUTE = datetime(2020, 1, 14, 16, 59, 59, tzinfo=UTC)  # 23:59:59 in Vietnam
FIRST_MINUTE = datetime(2020, 1, 14, 17, 0, 0, tzinfo=UTC)  # midnight there


@pytest.fixture
def next_secretary(cast: Cast) -> User:
    """The desk of Kiên Giang, which leads 2020."""
    user = make_user("thu.ky.2020", "Đỗ Thị Mẫu Mực")
    Role.objects.create(
        user=user, kind=RoleKind.SECRETARIAT, office=cast.offices["kien-giang"], valid_from=date(2019, 1, 1)
    )
    return user


def years(user: User, cast: Cast) -> set[int]:
    user.__dict__.pop("_roles", None)
    return {year for cluster, year in roles_of(user).secretariat if cluster == cast.cluster.pk}


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: moment)


def prepared(cast: Cast) -> None:
    actions.appoint(
        cluster=cast.cluster, year=2020, leader=cast.offices["kien-giang"], deputy=cast.offices["can-tho"],
        begins_on=ON, by=cast.secretary,
    )  # fmt: skip


def test_the_next_year_begins_with_its_secretariat_at_midnight_of_its_day(
    cast: Cast, next_secretary: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, datetime(2019, 12, 20, tzinfo=UTC))
    prepared(cast)
    at(monkeypatch, LAST_MINUTE)
    assert (years(cast.secretary, cast), years(next_secretary, cast)) == ({2019}, set())
    at(monkeypatch, FIRST_MINUTE)
    assert (years(cast.secretary, cast), years(next_secretary, cast)) == ({2019}, {2020})


def test_the_former_year_stays_until_it_is_handed_over_at_midnight(
    cast: Cast, next_secretary: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, datetime(2019, 12, 20, tzinfo=UTC))
    prepared(cast)
    actions.hand_over(cluster=cast.cluster, year=2019, to=cast.offices["kien-giang"], on=ON, by=cast.secretary)
    at(monkeypatch, LAST_MINUTE)
    assert (years(cast.secretary, cast), years(next_secretary, cast)) == ({2019}, set())
    at(monkeypatch, FIRST_MINUTE)
    assert (years(cast.secretary, cast), years(next_secretary, cast)) == (set(), {2019, 2020})


def test_what_was_prepared_is_corrected_until_its_day(
    cast: Cast, next_secretary: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the secretariat that prepared it; without a day it begins at once. From then on by its own secretariat."""
    at(monkeypatch, datetime(2019, 12, 20, tzinfo=UTC))
    prepared(cast)
    actions.appoint(
        cluster=cast.cluster, year=2020, leader=cast.offices["kien-giang"], deputy=None, begins_on=None,
        by=cast.secretary,
    )  # fmt: skip
    assert years(next_secretary, cast) == {2020}
    with pytest.raises(PermissionDenied):
        prepared(cast)


@pytest.mark.parametrize(
    ("post", "led"),
    [
        ({}, True),
        ({"begins_on": date(2019, 3, 1)}, True),
        ({"begins_on": date(2019, 3, 2)}, False),
        ({"ends_on": date(2019, 6, 30)}, True),  # a merger recorded ahead: it still leads
        ({"ends_on": date(2019, 2, 28)}, True),  # handed over: nobody appoints over what was led
        ({"kind": LeadershipKind.DEPUTY}, False),
    ],
)
def test_a_year_is_led_once_its_post_has_begun(post: dict[str, Any], led: bool) -> None:
    row = Leadership(**{"year": 2019, "kind": LeadershipKind.LEADER, **post})
    assert is_led([row], date(2019, 3, 1)) is led


def test_closing_ends_the_rights_over_the_year_for_both(
    cast: Cast, next_secretary: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, datetime(2019, 12, 20, tzinfo=UTC))
    prepared(cast)
    actions.hand_over(cluster=cast.cluster, year=2019, to=cast.offices["kien-giang"], on=ON, by=cast.secretary)
    at(monkeypatch, FIRST_MINUTE)
    years(next_secretary, cast)
    actions.close_year(cluster=cast.cluster, year=2019, on=ON, by=next_secretary)
    assert (years(cast.secretary, cast), years(next_secretary, cast)) == (set(), {2020})


def test_the_leading_office_stays_what_it_was(cast: Cast) -> None:
    actions.hand_over(cluster=cast.cluster, year=2019, to=cast.offices["kien-giang"], on=ON, by=cast.secretary)
    held = {row.kind: row.office.code for row in Leadership.objects.filter(year=2019)}
    assert held == {"leader": "ca-mau", "deputy": "kien-giang", "steward": "kien-giang"}


def test_handing_over_again_changes_nothing_and_another_day_corrects_it(cast: Cast) -> None:
    day = date(2100, 1, 1)  # not come yet
    to = cast.offices["kien-giang"]
    first = actions.hand_over(cluster=cast.cluster, year=2019, to=to, on=day, by=cast.secretary)
    assert actions.hand_over(cluster=cast.cluster, year=2019, to=to, on=day, by=cast.secretary) == first
    actions.hand_over(cluster=cast.cluster, year=2019, to=to, on=date(2100, 2, 1), by=cast.secretary)
    (row,) = Leadership.objects.filter(kind=LeadershipKind.STEWARD)
    assert row.begins_on == date(2100, 2, 1)
    assert Leadership.objects.get(year=2019, kind=LeadershipKind.LEADER).ends_on == date(2100, 1, 31)


def test_who_runs_it_already_takes_nothing_over(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="2019"):
        actions.hand_over(cluster=cast.cluster, year=2019, to=cast.offices["ca-mau"], on=ON, by=cast.secretary)


def test_a_closed_year_is_not_handed_over(cast: Cast) -> None:
    actions.close_year(cluster=cast.cluster, year=2019, on=date(2020, 1, 1), by=cast.secretary)
    with pytest.raises(ValidationError, match="2019"):
        actions.hand_over(cluster=cast.cluster, year=2019, to=cast.offices["kien-giang"], on=ON, by=cast.administrator)


def test_others_hand_nothing_over(cast: Cast, next_secretary: User) -> None:
    for user in (cast.head, cast.clerk, cast.leader, cast.stranger, next_secretary):
        with pytest.raises(PermissionDenied):
            actions.hand_over(cluster=cast.cluster, year=2019, to=cast.offices["kien-giang"], on=ON, by=user)
