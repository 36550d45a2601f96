"""The chase list and what is written from it: the secretariat of the year alone."""

from __future__ import annotations

from tests.permissions.places import PLACES, Arguments, World
from tests.permissions.words import KNOW_THE_CLUSTER, NO_ONE, SECRETARY, Row, may

CHASES = may(SECRETARY, refused=KNOW_THE_CLUSTER - SECRETARY)
ANOTHERS_YEAR = may(NO_ONE, refused=KNOW_THE_CLUSTER)  # the published half is of 2018, led by Kiên Giang


def _office(code: str, state: str) -> None:
    def arguments(world: World) -> Arguments:
        return world.at(world.published if state == "published" else world.cast.first_half, code)

    PLACES[f"{state} period, chased office {code}"] = arguments


for _state in ("draft", "published"):
    _office("bac-lieu", _state)
_office("ha-giang", "draft")

CHASING: tuple[Row, ...] = (
    Row("reports:chase", "draft period", get=CHASES),
    Row("reports:chase", "published period", get=ANOTHERS_YEAR),
    Row("reports:contact", "draft period, chased office bac-lieu", post=CHASES, data={"bac-lieu-way": "telephone"}),
    Row("reports:contact", "published period, chased office bac-lieu", post=ANOTHERS_YEAR),
    Row(
        "reports:contact",
        "draft period, chased office ha-giang",
        post=may(NO_ONE, refused=KNOW_THE_CLUSTER - SECRETARY),
    ),
    *(
        row
        for name in ("reports:letter_word", "reports:letter_pdf")
        for row in (
            Row(name, "draft period, chased office bac-lieu", get=CHASES),
            Row(name, "published period, chased office bac-lieu", get=ANOTHERS_YEAR),
            Row(name, "draft period, chased office ha-giang", get=may(NO_ONE, refused=KNOW_THE_CLUSTER - SECRETARY)),
        )
    ),
)
