"""Who may enter what, as a truth table; and what the database refuses, by the name of the constraint."""

from typing import Any

import pytest

from apps.activities.rules import can_enter, can_import, enters_on_behalf
from tests.cast import Cast

ROLES = ("secretary", "head", "clerk", "other", "leader", "administrator", "stranger")
OWN, ANOTHERS, CLUSTERS = "own", "another's", "the cluster's"


@pytest.mark.parametrize(
    ("owner", "year", "allowed"),
    [
        (OWN, 2019, {"secretary", "head", "clerk"}),
        (ANOTHERS, 2019, {"secretary", "other"}),
        (CLUSTERS, 2019, {"secretary"}),
        (OWN, 2018, {"head", "clerk"}),
        (ANOTHERS, 2020, {"other"}),
        (CLUSTERS, 2020, set()),
    ],
)
def test_who_may_enter(cast: Cast, owner: str, year: int, allowed: set[str]) -> None:
    office = {OWN: cast.office, ANOTHERS: cast.other_office, CLUSTERS: None}[owner]
    people: dict[str, Any] = cast.people
    assert {role for role in ROLES if can_enter(people[role], cast.cluster, office, year)} == allowed


@pytest.mark.parametrize(
    ("year", "allowed"), [(2019, {"secretary", "head", "clerk", "other"}), (2018, {"head", "clerk", "other"})]
)
def test_who_may_import(cast: Cast, year: int, allowed: set[str]) -> None:
    people: dict[str, Any] = cast.people
    assert {role for role in ROLES if can_import(people[role], cast.cluster, year)} == allowed


def test_on_behalf_is_for_somebody_elses_office(cast: Cast) -> None:
    assert enters_on_behalf(cast.secretary, cast.office)
    assert not enters_on_behalf(cast.clerk, cast.office)
    assert not enters_on_behalf(cast.secretary, None)
