"""Registrations of a year: totals for members, names for their office, the secretariat and the leaders."""

from datetime import date
from typing import Any

from apps.offices.models import Employment, Office, Person
from apps.pledges import actions
from tests.permissions.places import PLACES, Arguments, Place, World
from tests.permissions.words import (
    HEAD,
    KNOW_THE_CLUSTER,
    LEADER,
    MEMBERS,
    OFFICE,
    OTHER,
    READS_ALL,
    SECRETARY,
    Row,
    may,
)


def _in_year(world: World) -> Arguments:
    return [world.cast.cluster.code, 2019]


def _staffed(office: Office) -> Person:
    person, _created = Person.objects.get_or_create(full_name=f"Ngô Thị Mẫu {office.code}")
    Employment.objects.get_or_create(
        person=person, office=office, defaults={"kind": "civil", "valid_from": date(2019, 1, 1)}
    )
    return person


def _office(whose: str, *, sent: bool = False, person: bool = False) -> Place:
    def arguments(world: World) -> Arguments:
        cast = world.cast
        office = cast.office if whose == "own" else cast.other_office
        who = _staffed(office)
        if sent:
            target: dict[str, Any] = {"cluster": cast.cluster, "year": 2019, "office": office, "by": cast.secretary}
            actions.register_all(**target, honour="ldtt")
            actions.send(**target)
        return [cast.cluster.code, 2019, office.code, *([who.pk] if person else [])]

    return arguments


PLACES["registrations of a year"] = _in_year
for whose in ("own", "another's"):
    PLACES[f"{whose} registrations"] = _office(whose)
    PLACES[f"{whose} sent registrations"] = _office(whose, sent=True)
    PLACES[f"{whose} registered person"] = _office(whose, person=True)

ENTER = {"own": may(OFFICE | SECRETARY, refused=LEADER), "another's": may(OTHER | SECRETARY, refused=LEADER)}
READ = {"own": may(OFFICE | READS_ALL), "another's": may(OTHER | READS_ALL)}
RUN = {
    "own": may(SECRETARY, refused=OFFICE | LEADER),
    "another's": may(SECRETARY, refused=OTHER | LEADER),
}
SEND = {
    "own": may(SECRETARY | HEAD, refused=LEADER | OFFICE - HEAD),
    "another's": may(SECRETARY, refused=OTHER | LEADER),
}
REGISTRATIONS: tuple[Row, ...] = (
    Row("pledges:registrations_latest", "cluster", get=may(KNOW_THE_CLUSTER)),
    Row("pledges:registrations", "registrations of a year", get=may(MEMBERS)),
    Row(
        "pledges:registration_round", "registrations of a year",
        get=may(SECRETARY, refused=MEMBERS - SECRETARY), post=may(SECRETARY, refused=MEMBERS - SECRETARY),
    ),
    *(
        Row(f"pledges:annex_{kind}", "registrations of a year", get=may(MEMBERS))
        for kind in ("word", "pdf", "excel")
    ),
    *(
        row
        for whose in ("own", "another's")
        for row in (
            Row("pledges:registration_sheet", f"{whose} registrations", get=READ[whose]),
            Row("pledges:registration_excel", f"{whose} registrations", get=READ[whose]),
            Row("pledges:register_all", f"{whose} registrations", post=ENTER[whose], data={"honour": "ldtt"}),
            Row("pledges:register_person", f"{whose} registered person", get=ENTER[whose], post=ENTER[whose]),
            Row("pledges:register_unit", f"{whose} registrations", get=ENTER[whose], post=ENTER[whose]),
            Row("pledges:registrations_of_last_year", f"{whose} registrations", get=ENTER[whose], post=ENTER[whose]),
            Row("pledges:registration_import", f"{whose} registrations", get=ENTER[whose], post=ENTER[whose]),
            Row("pledges:registration_send", f"{whose} registrations", post=SEND[whose]),
            Row("pledges:registration_receive", f"{whose} sent registrations", post=RUN[whose], data={"number": "1"}),
            Row("pledges:registration_ask", f"{whose} sent registrations", get=RUN[whose], post=RUN[whose]),
            Row("pledges:registration_answer", f"{whose} sent registrations", get=RUN[whose], post=RUN[whose]),
        )
    ),
)  # fmt: skip
