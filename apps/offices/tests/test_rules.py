"""Truth tables: every rule with every role."""

import pytest

from apps.offices import rules
from apps.offices.enums import LeadershipKind
from apps.offices.models import Leadership
from tests.cast import Cast

ROLES = ("secretary", "head", "clerk", "other", "leader", "administrator", "stranger")


def who(cast: Cast, rule, *args, **kwargs) -> set[str]:
    return {role for role in ROLES if rule(cast.people[role], *args, **kwargs)}


def test_creating_a_cluster(cast: Cast) -> None:
    assert who(cast, rules.can_create_cluster) == {"administrator"}


def test_opening_a_cluster(cast: Cast) -> None:
    assert who(cast, rules.can_open_cluster, cast.cluster) == set(ROLES) - {"stranger"}
    assert who(cast, rules.can_open_cluster, cast.other_cluster) == {"administrator", "stranger"}


def test_managing_a_cluster(cast: Cast) -> None:
    assert who(cast, rules.can_manage_cluster, cast.cluster) == {"secretary", "administrator"}
    assert who(cast, rules.can_manage_cluster, cast.other_cluster) == {"administrator"}


def test_running_a_year(cast: Cast) -> None:
    assert who(cast, rules.can_run_year, cast.cluster, 2019) == {"secretary"}
    assert who(cast, rules.can_run_year, cast.cluster, 2020) == set()


def test_reading_all(cast: Cast) -> None:
    assert who(cast, rules.can_read_all, cast.cluster, 2019) == {"secretary", "leader"}
    assert who(cast, rules.can_read_all, cast.cluster, 2018) == {"leader"}


def test_entering_for_an_office(cast: Cast) -> None:
    assert who(cast, rules.can_enter_for, cast.office) == {"head", "clerk"}
    assert who(cast, rules.can_enter_for, cast.other_office) == {"other"}


@pytest.mark.parametrize(
    ("year", "led", "expected"),
    [
        (2019, True, {"secretary", "administrator"}),  # the year's own secretariat
        (2020, False, {"secretary", "administrator"}),  # prepares the hand-over
        (2020, True, {"administrator"}),  # somebody else's year: nobody takes it over
    ],
)
def test_appointing(cast: Cast, year: int, led: bool, expected: set[str]) -> None:
    assert who(cast, rules.can_appoint, cast.cluster, year, led=led) == expected


@pytest.mark.parametrize("person", [*ROLES])
def test_links_for_new_passwords(cast: Cast, person: str) -> None:
    """Whoever holds the link is that person: a secretariat gets none for people who stand for more than its cluster."""
    expected = {"administrator"} if person in {"administrator", "stranger"} else {"secretary", "administrator"}
    assert who(cast, rules.can_renew_link, cast.cluster, cast.people[person]) == expected


def test_a_closed_year_ends_the_rights_of_its_secretariat(cast: Cast) -> None:
    Leadership.objects.filter(year=2019, kind=LeadershipKind.LEADER).update(closed_on="2020-01-15")
    assert who(cast, rules.can_manage_cluster, cast.cluster) == {"administrator"}
