"""Truth tables: every predicate, every action and every list with every role."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from apps.campaigns.models import Period
from apps.offices.enums import LeadershipKind, RoleKind
from apps.offices.models import Leadership, Membership, Office, Role
from apps.reports import rules
from apps.reports.actions import (
    Asked,
    answer,
    ask,
    confirm,
    receive,
    send,
    send_on_behalf,
    withdraw,
    write_prose,
)
from apps.reports.enums import Way
from apps.reports.models import Report, Version
from apps.reports.standing import standing_of
from apps.reports.tests.house import fill, opened, sent, state
from tests.cast import Cast

ROLES = ("secretary", "head", "clerk", "other", "leader", "administrator", "stranger")
OWN, SECRETARIAT = {"head", "clerk"}, {"secretary"}


@pytest.fixture
def house(cast: Cast) -> Cast:
    fill(opened(cast), cast.office)
    return cast


def who(cast: Cast, rule: Callable[..., bool], *args: Any) -> set[str]:
    return {role for role in ROLES if rule(cast.people[role], *args)}


@pytest.mark.parametrize(
    ("rule", "takes_office", "expected"),
    [
        (rules.can_prepare, True, OWN | SECRETARIAT),
        (rules.can_send, True, {"head"}),
        (rules.can_confirm, True, OWN),
        (rules.can_answer, True, OWN),
        (rules.can_send_on_behalf, False, SECRETARIAT),
        (rules.can_ask, False, SECRETARIAT),
        (rules.can_receive, False, SECRETARIAT),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_rules(cast: Cast, rule: Callable[..., bool], takes_office: bool, expected: set[str]) -> None:
    of = (cast.first_half, cast.office) if takes_office else (cast.first_half,)
    assert who(cast, rule, *of) == expected
    another_year = Period(cluster=cast.cluster, year=2020)
    assert who(cast, rule, another_year, *of[1:]) == expected - SECRETARIAT
    another_cluster = Period(cluster=cast.other_cluster, year=2019)
    assert who(cast, rule, another_cluster, *of[1:]) == set()


def test_rules_of_another_office(cast: Cast) -> None:
    of = (cast.first_half, cast.other_office)
    assert who(cast, rules.can_prepare, *of) == {"other"} | SECRETARIAT
    assert who(cast, rules.can_send, *of) == set()  # its clerk is no head
    assert who(cast, rules.can_confirm, *of) == who(cast, rules.can_answer, *of) == {"other"}


def test_a_closed_year_ends_the_rights_of_its_secretariat(cast: Cast) -> None:
    Leadership.objects.filter(year=2019, kind=LeadershipKind.LEADER).update(closed_on=timezone.localdate())
    for rule in (rules.can_send_on_behalf, rules.can_ask, rules.can_receive):
        assert who(cast, rule, cast.first_half) == set()


# Actions -------------------------------------------------------------------------------------------------------------
def write(cast: Cast, by: Any) -> Any:
    return write_prose(period=cast.first_half, office=cast.office, section="plan", text="Mới", version=1, by=by)


def on_behalf(cast: Cast, by: Any) -> Version:
    return send_on_behalf(period=cast.first_half, office=cast.office, way=Way.PAPER, by=by)


def asking(cast: Cast, by: Any) -> Any:
    return ask(report=sent(cast).report, questions=[Asked(text="Vì sao?")], by=by)


def asked(cast: Cast) -> Any:
    return asking(cast, cast.secretary)[0]


ACTIONS: dict[str, tuple[Callable[[Cast, Any], Any], set[str]]] = {
    "write_prose": (write, OWN | SECRETARIAT),
    "send": (lambda cast, by: send(period=cast.first_half, office=cast.office, by=by), {"head"}),
    "send_on_behalf": (on_behalf, SECRETARIAT),
    "confirm": (lambda cast, by: confirm(version=on_behalf(cast, cast.secretary), by=by), OWN),
    "ask": (asking, SECRETARIAT),
    "answer": (lambda cast, by: answer(question=asked(cast), text="Do mưa", by=by), OWN),
    "withdraw": (lambda cast, by: withdraw(question=asked(cast), by=by), SECRETARIAT),
    "receive": (lambda cast, by: receive(version=sent(cast), by=by), SECRETARIAT),
}


@pytest.mark.parametrize("name", [*ACTIONS])
@pytest.mark.parametrize("role", ROLES)
def test_actions(house: Cast, name: str, role: str) -> None:
    act, expected = ACTIONS[name]
    if role in expected:
        act(house, house.people[role])
    else:
        with pytest.raises(PermissionDenied):
            act(house, house.people[role])


def heads(cast: Cast, office: Office) -> Any:
    """The head of another office."""
    Role.objects.create(user=cast.other, kind=RoleKind.HEAD, office=office, valid_from=cast.first_half.starts_on)
    cast.other.__dict__.pop("_roles", None)
    return cast.other


def test_the_head_of_another_office_sends_its_own_only(house: Cast) -> None:
    other = heads(house, house.other_office)
    with pytest.raises(PermissionDenied):
        send(period=house.first_half, office=house.office, by=other)
    assert send(period=house.first_half, office=house.other_office, by=other).report.office == house.other_office
    assert not Report.objects.get(office=house.office).versions.exists()


def test_whose_role_has_ended_sends_nothing_more(house: Cast) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    Role.objects.filter(user=house.head).update(valid_to=yesterday)
    house.head.__dict__.pop("_roles", None)
    with pytest.raises(PermissionDenied):
        sent(house)
    assert not Version.objects.exists()


def test_a_person_who_was_shut_out_sends_nothing(house: Cast) -> None:
    house.head.is_active = False
    with pytest.raises(PermissionDenied):
        sent(house)


def test_no_report_is_expected_of_an_office_that_left(house: Cast) -> None:
    from django.core.exceptions import ValidationError

    Membership.objects.filter(office=house.office).update(valid_to=house.first_half.ends_on - timedelta(days=1))
    with pytest.raises(ValidationError, match="30/06/2019") as refusal:
        sent(house)
    assert refusal.value.code == "not_expected"
    for act in (write, on_behalf):
        with pytest.raises(ValidationError, match="30/06/2019"):
            act(house, house.secretary)


def test_an_office_of_another_cluster_is_refused(house: Cast) -> None:
    with pytest.raises(PermissionDenied):
        send_on_behalf(period=house.first_half, office=house.foreign_office, way=Way.PAPER, by=house.secretary)
    assert not Report.objects.filter(office=house.foreign_office).exists()


# Who reads -----------------------------------------------------------------------------------------------------------
INSIDE = OWN | {"secretary", "leader"}


def readers(cast: Cast, of: Any) -> set[str]:
    """Who finds a row through `visible_to`; the predicate must say the same."""
    rows = type(of).objects
    found = {role for role in ROLES if rows.visible_to(cast.people[role]).filter(pk=of.pk).exists()}
    period = Period.objects.get(pk=cast.first_half.pk)
    if isinstance(of, Version):
        said = who(cast, rules.can_read_version, period, cast.office, of)
    else:
        said = who(cast, rules.can_read, standing_of(period, cast.office))
    assert said == found
    return found


def publish(cast: Cast) -> None:
    Period.objects.filter(pk=cast.first_half.pk).update(published_on=timezone.localdate())


def test_nobody_else_sees_anything_of_a_draft(house: Cast) -> None:
    report = Report.objects.get()
    assert readers(house, report) == INSIDE
    publish(house)
    assert readers(house, report) == INSIDE
    assert not Report.objects.visible_to(house.other).exists()


def test_versions_open_when_received_and_published_and_no_others(house: Cast) -> None:
    first = sent(house)
    assert readers(house, first) == INSIDE
    receive(version=first, by=house.secretary)
    first.refresh_from_db()
    assert readers(house, first) == INSIDE
    state(house, house.office, "voters", 5)
    second = sent(house)
    publish(house)
    assert readers(house, first) == INSIDE | {"other"}
    assert readers(house, second) == INSIDE
    assert readers(house, first.report) == INSIDE
    assert [each.number for each in Version.objects.visible_to(house.other)] == [1]


def test_two_offices_see_each_their_own(house: Cast) -> None:
    theirs = fill(house, house.other_office)
    assert [*Report.objects.visible_to(house.other)] == [theirs]
    assert [*Report.objects.visible_to(house.clerk)] == [Report.objects.get(office=house.office)]
    assert Report.objects.visible_to(house.secretary).count() == Report.objects.visible_to(house.leader).count() == 2


def test_the_secretariat_of_another_year_reads_nothing(house: Cast) -> None:
    Leadership.objects.filter(kind=LeadershipKind.LEADER).update(year=2020)
    house.secretary.__dict__.pop("_roles", None)
    assert readers(house, Report.objects.get()) == INSIDE - {"secretary"}
    assert readers(house, sent(house)) == INSIDE - {"secretary"}
