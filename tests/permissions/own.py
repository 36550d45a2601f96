"""The cluster's own indicators and kinds, under the settings of a year."""

from __future__ import annotations

from apps.activities.tests.factories import OwnIndicatorFactory
from apps.indicators.models import Indicator
from tests.permissions.places import Arguments, World, place
from tests.permissions.words import ADMINISTRATOR, KNOW_THE_CLUSTER, MEMBERS, NO_ONE, SECRETARY, Row, may

DEFINED = may(SECRETARY, refused=MEMBERS - SECRETARY | ADMINISTRATOR)


def _indicator(world: World, cluster: object, year: int) -> Indicator:
    key = f"own indicator of {cluster} since {year}"
    if key not in world.extra:
        world.extra[key] = OwnIndicatorFactory(cluster=cluster, first_year=year)
    found = world.extra[key]
    assert isinstance(found, Indicator)
    return found


@place("the cluster's indicator")
def _own(world: World) -> Arguments:
    return [world.cast.cluster.code, 2019, _indicator(world, world.cast.cluster, 2019).code]


@place("the cluster's indicator, in a year of another's secretariat")
def _former(world: World) -> Arguments:
    return [world.cast.cluster.code, 2018, _indicator(world, world.cast.cluster, 2018).code]


@place("an indicator of another cluster")
def _foreign(world: World) -> Arguments:
    return [world.cast.cluster.code, 2019, _indicator(world, world.cast.other_cluster, 2019).code]


OWN: tuple[Row, ...] = (
    Row("activities:own", "year", get=may(KNOW_THE_CLUSTER)),
    Row("activities:own", "year of another's secretariat", get=may(KNOW_THE_CLUSTER)),
    Row("activities:new_own_indicator", "year", get=DEFINED, post=DEFINED),
    Row(
        "activities:new_own_indicator", "year of another's secretariat",
        get=may(NO_ONE, refused=KNOW_THE_CLUSTER), post=may(NO_ONE, refused=KNOW_THE_CLUSTER),
    ),
    Row("activities:own_indicator", "the cluster's indicator", get=DEFINED, post=DEFINED),
    Row("activities:own_indicator", "an indicator of another cluster"),
    Row(
        "activities:own_indicator", "the cluster's indicator, in a year of another's secretariat",
        get=may(NO_ONE, refused=KNOW_THE_CLUSTER), post=may(NO_ONE, refused=KNOW_THE_CLUSTER),
    ),
    *(
        row
        for verb in ("end", "continue", "delete")
        for row in (
            Row(f"activities:{verb}_own_indicator", "the cluster's indicator", post=DEFINED),
            Row(f"activities:{verb}_own_indicator", "an indicator of another cluster", post=may(NO_ONE)),
        )
    ),
)  # fmt: skip
