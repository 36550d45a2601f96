"""More time for an office: its clerk or head asks, the year's secretariat decides."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from apps.campaigns.models import Extension
from tests.permissions.places import PLACES, Arguments, Place, World
from tests.permissions.words import (
    ADMINISTRATOR,
    KNOW_THE_CLUSTER,
    LEADER,
    MEMBERS,
    NO_ONE,
    OFFICE,
    OTHER,
    SECRETARY,
    Row,
    may,
)


def _extension(whose: str, state: str) -> Place:
    """A refused one: deciding again is told so, ending it changes nothing."""

    def arguments(world: World) -> Arguments:
        period = world.published if state == "published" else world.cast.first_half
        office = world.cast.office if whose == "own" else world.cast.other_office
        row = Extension.objects.filter(period=period, office=office).first() or Extension.objects.create(
            period=period, office=office, reason="Chờ số liệu", wanted_until=date(2019, 7, 20),
            asked_by=world.cast.clerk, decided_at=timezone.now(), decided_by=world.cast.secretary, decision="Đã muộn",
        )  # fmt: skip
        return world.at(period, row.pk)

    return arguments


for _whose in ("own", "another's"):
    for _state in ("draft", "published"):
        PLACES[f"{_whose} {_state} extension"] = _extension(_whose, _state)

ASKS = OFFICE | OTHER
DECIDES = may(SECRETARY, refused=ASKS | LEADER | ADMINISTRATOR)
NOBODY_DECIDES = may(NO_ONE, refused=KNOW_THE_CLUSTER)  # the period belongs to another year's secretariat

EXTENSIONS: tuple[Row, ...] = (
    *(
        Row("campaigns:extensions", f"{state} period", get=may(MEMBERS, refused=ADMINISTRATOR),
            post=may(ASKS, refused=SECRETARY | LEADER | ADMINISTRATOR))
        for state in ("draft", "published")
    ),
    Row("campaigns:give_extension", "draft period", post=DECIDES),
    Row("campaigns:give_extension", "published period", post=NOBODY_DECIDES),
    *(
        Row(f"campaigns:{name}", f"{whose} {state} extension", post=DECIDES if state == "draft" else NOBODY_DECIDES,
            data={"answer": "refuse"})
        for name in ("decide_extension", "end_extension")
        for whose in ("own", "another's")
        for state in ("draft", "published")
    ),
)  # fmt: skip
