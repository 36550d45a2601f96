"""The cluster's own indicators and kinds, under the settings of a year."""

from __future__ import annotations

from apps.activities.models import DefinedKind
from apps.activities.tests.factories import OwnIndicatorFactory
from apps.indicators.models import Indicator
from tests.permissions.places import PLACES, Arguments, Place, World, place
from tests.permissions.words import (
    ADMINISTRATOR,
    KNOW_THE_CLUSTER,
    LEADER,
    MEMBERS,
    NO_ONE,
    OFFICES,
    SECRETARY,
    Row,
    may,
)

ENTERED = may(OFFICES, refused=LEADER | ADMINISTRATOR)
NO_FIELDS = {"fields-TOTAL_FORMS": "0", "fields-INITIAL_FORMS": "0"}
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


def _kind(cluster: str, year: int) -> Place:
    def arguments(world: World) -> Arguments:
        key = f"own kind of {cluster} since {year}"
        if key not in world.extra:
            world.extra[key] = DefinedKind.objects.create(
                cluster=getattr(world.cast, cluster), code=f"{cluster}_{year}", name=f"Loại từ {year}", unit="lớp",
                definition="Mỗi lớp.", first_year=year,
            ).code  # fmt: skip
        return [world.cast.cluster.code, 2019 if cluster == "other_cluster" else year, world.extra[key]]

    return arguments


PLACES["the cluster's kind"] = _kind("cluster", 2019)
PLACES["the cluster's kind, in a year of another's secretariat"] = _kind("cluster", 2018)
PLACES["a kind of another cluster"] = _kind("other_cluster", 2019)


@place("draft period, a kind of the cluster's own")
def _entered(world: World) -> Arguments:
    return world.at(world.cast.first_half, PLACES["the cluster's kind"](world)[2])


@place("draft period, a kind of another cluster's own")
def _foreign_entered(world: World) -> Arguments:
    return world.at(world.cast.first_half, PLACES["a kind of another cluster"](world)[2])


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
            Row(f"activities:{verb}_own_kind", "the cluster's kind", post=DEFINED),
            Row(f"activities:{verb}_own_kind", "a kind of another cluster", post=may(NO_ONE)),
        )
    ),
    Row("activities:new_own_kind", "year", get=DEFINED, post=DEFINED, data=NO_FIELDS),
    Row(
        "activities:new_own_kind", "year of another's secretariat",
        get=may(NO_ONE, refused=KNOW_THE_CLUSTER), post=may(NO_ONE, refused=KNOW_THE_CLUSTER),
    ),
    Row("activities:own_kind", "the cluster's kind", get=DEFINED, post=DEFINED, data=NO_FIELDS),
    Row("activities:own_kind", "a kind of another cluster"),
    Row(
        "activities:own_kind", "the cluster's kind, in a year of another's secretariat",
        get=may(NO_ONE, refused=KNOW_THE_CLUSTER), post=may(NO_ONE, refused=KNOW_THE_CLUSTER),
    ),
    Row("activities:new", "draft period, a kind of the cluster's own", get=ENTERED, post=ENTERED),
    Row("activities:new", "draft period, a kind of another cluster's own"),
)  # fmt: skip
