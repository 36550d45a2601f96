"""Receipt opens an office's figures to the other members of its cluster, and nothing else of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from apps.activities.models import DirectFigure, Record
from apps.campaigns.models import Period
from apps.campaigns.scope import Scope
from apps.offices.roles import roles_of
from apps.reports.actions import Asked, ask, receive
from apps.reports.enums import ReportState
from apps.reports.models import Report
from apps.reports.standing import standing_of
from apps.reports.tests.house import fill, opened, sent, state
from tests.cast import Cast

ALL = {"ca-mau", "kien-giang", "can-tho", "bac-lieu", "soc-trang", "hau-giang"}
BEFORE = {
    "secretary": ALL, "leader": ALL, "head": {"bac-lieu"}, "clerk": {"bac-lieu"}, "other": {"hau-giang"},
    "administrator": set(), "stranger": set(),
}  # fmt: skip


@pytest.fixture
def house(cast: Cast) -> Cast:
    fill(opened(cast), cast.office)
    return cast


def scope_of(cast: Cast, role: str, period: Period | None = None) -> Scope:
    user = cast.people[role]
    assert user is not None
    here = Period.objects.select_related("cluster").get(pk=(period or cast.first_half).pk)
    return Scope(user=user, roles=roles_of(user), cluster=cast.cluster, period=here, periods=(here,))


def codes(cast: Cast, offices: frozenset[int]) -> set[str]:
    return {office.code for office in cast.offices.values() if office.pk in offices}


def readable(cast: Cast, role: str, period: Period | None = None) -> set[str]:
    return codes(cast, scope_of(cast, role, period).readable_offices)


def received(cast: Cast) -> None:
    receive(version=sent(cast), by=cast.secretary)


@pytest.mark.parametrize("role", [*BEFORE])
def test_receipt_opens_the_figures_to_members_and_to_nobody_else(house: Cast, role: str) -> None:
    assert readable(house, role) == BEFORE[role]
    version = sent(house)
    assert readable(house, role) == BEFORE[role]
    receive(version=version, by=house.secretary)
    assert readable(house, role) == BEFORE[role] | ({"bac-lieu"} if role == "other" else set())
    assert codes(house, scope_of(house, role).opened_offices) == BEFORE[role]
    assert readable(house, role, house.second_half) == BEFORE[role]
    assert readable(house, role, house.year) == BEFORE[role]


def test_what_changes_after_receipt_stays_open_what_is_sent_back_closes(house: Cast) -> None:
    received(house)
    state(house, house.office, "voters", 5)
    assert standing_of(house.first_half, house.office).state == ReportState.STALE
    assert readable(house, "other") == {"hau-giang", "bac-lieu"}
    report = Report.objects.get()
    ask(report=report, questions=[Asked(text="Vì sao?")], by=house.secretary)
    assert readable(house, "other") == {"hau-giang"}


def test_sent_again_it_waits_for_the_next_receipt(house: Cast) -> None:
    received(house)
    state(house, house.office, "voters", 5)
    sent(house)
    assert readable(house, "other") == {"hau-giang"}


def test_it_costs_members_one_query_and_the_others_none(house: Cast, django_assert_num_queries: Any) -> None:
    received(house)
    for role, cost in {"other": 1, "secretary": 0, "leader": 0, "administrator": 0, "stranger": 0}.items():
        scope = scope_of(house, role)
        assert scope.member_ids
        with django_assert_num_queries(cost):
            assert scope.readable_offices is scope.readable_offices
    Period.objects.update(published_on=timezone.localdate())
    scope = scope_of(house, "other")
    assert scope.member_ids
    with django_assert_num_queries(0):
        assert codes(house, scope.readable_offices) == ALL


HALF = "/c/cum-9/2019H1"
FIGURE = f"{HALF}/figures/supervisions/?office=bac-lieu"
CLOSED = (
    f"{HALF}/stated/?office=bac-lieu",
    f"{HALF}/stated/headcount/evidence/?office=bac-lieu",
)


def test_pages_open_the_figure_and_nothing_behind_it(house: Cast, client: Client) -> None:
    DirectFigure.objects.filter(office=house.office, value=20).update(note="Mượn của Sở Nội vụ")
    record = Record.objects.get(office=house.office)
    client.force_login(house.other)
    assert client.get(FIGURE).status_code == 404
    received(house)
    page = client.get(FIGURE)
    assert page.status_code == 200
    assert record.title not in page.text
    assert client.get(f"{HALF}/records/{record.pk}/").status_code == 404
    stated = client.get(f"{HALF}/figures/headcount/?office=bac-lieu")
    assert stated.status_code == 200
    assert "Sở Nội vụ" not in stated.text
    for address in CLOSED:
        assert client.get(address).status_code == 404, address
    assert "Bạc Liêu" not in client.get(f"{HALF}/opinions/").text
    Period.objects.update(published_on=timezone.localdate())
    assert "Sở Nội vụ" in client.get(f"{HALF}/figures/headcount/?office=bac-lieu").text
    for address in CLOSED:
        assert client.get(address).status_code == 200, address
