"""How complete the offices' figures are, and what the checks object to. An office's own answers, before the period is
published, are told apart within the pages; what is objected to concerns drafts and stays with the office."""

from __future__ import annotations

from apps.activities.models import DirectFigure
from apps.campaigns.models import Period
from apps.indicators.models import Indicator
from apps.offices.models import Office
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

READ = may(MEMBERS, refused=ADMINISTRATOR)


def _contradicted(office: Office, period: Period) -> None:
    """More registered than there are people."""
    for code, value in (("headcount", 10), ("registered", 12)):
        DirectFigure.objects.get_or_create(
            indicator=Indicator.objects.get(code=code), office=office, starts_on=period.starts_on,
            ends_on=period.ends_on, defaults={"value": value},
        )  # fmt: skip


def _check(whose: str, state: str) -> Place:
    def arguments(world: World) -> Arguments:
        office = world.cast.office if whose == "own" else world.cast.other_office
        period = world.cast.first_half if state == "draft" else world.published
        _contradicted(office, period)
        return world.at(period, office.code, "registered", "registered")

    return arguments


for _whose in ("own", "another's"):
    for _state in ("draft", "published"):
        PLACES[f"{_whose} {_state} check"] = _check(_whose, _state)


CHECKS: tuple[Row, ...] = (
    *(
        Row(f"reports:{name}", f"{state} period", query=query, get=may(those))
        for name in ("completeness", "completeness_export")
        for state in ("draft", "published")
        for query, those in (("", KNOW_THE_CLUSTER), ("group=all", KNOW_THE_CLUSTER), ("group=nonsense", NO_ONE))
    ),
    Row("reports:checks", "draft period", get=READ),
    Row("reports:checks", "published period", get=READ),
    *(
        row
        for whose, office in (("own", OFFICE), ("another's", OTHER))
        for state, secretariat, refused in (("draft", SECRETARY, LEADER), ("published", NO_ONE, LEADER))
        for write in (may(office | secretariat, refused=refused),)
        for row in (
            Row("reports:justify", f"{whose} {state} check", get=write, post=write, data={"text": "Đã rà soát."}),
            Row("reports:withdraw_justification", f"{whose} {state} check", post=write),
        )
    ),
)
