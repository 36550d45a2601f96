"""The letter that asks for reports, and the register of papers that came in. The clerk of records has tests of their
own (apps/reports/tests/test_requests.py): nobody of the cast is one."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from apps.offices.models import Office
from apps.reports.actions import issue_request, save_request
from apps.reports.letter import drafted
from apps.reports.models import IncomingPaper, Report
from tests.permissions.places import PLACES, Arguments, Place, World, place
from tests.permissions.words import LEADER, MEMBERS, NO_ONE, OFFICE, OTHER, SECRETARY, Row, may

OTHERS = MEMBERS - SECRETARY


@place("draft period, its request issued")
def _issued(world: World) -> Arguments:
    period = world.cast.first_half
    if "request" not in world.extra:
        draft = drafted(period, None, timezone.localdate())
        saved = save_request(period=period, draft=draft, by=world.cast.secretary)
        world.extra["request"] = issue_request(period=period, version=saved.version, by=world.cast.secretary).pk
    return world.at(period)


@place("draft period, nothing requested yet")
def _unrequested(world: World) -> Arguments:
    return world.at(world.cast.second_half)


def _file(part: str) -> Place:
    def arguments(world: World) -> Arguments:
        _issued(world)
        return [f"request-{part}", world.extra["request"]]

    return arguments


for _part in ("word", "pdf", "scan"):
    PLACES[f"the {_part} of an issued request"] = _file(_part)


def _incoming(whose: str, state: str) -> Place:
    def arguments(world: World) -> Arguments:
        name = f"{whose} {state} paper in the register"
        period = world.published if state == "published" else world.cast.first_half
        if name not in world.extra:
            office: Office = world.cast.office if whose == "own" else world.cast.other_office
            report, _made = Report.objects.get_or_create(period=period, office=office)
            world.extra[name] = IncomingPaper.objects.create(
                report=report, number="32/BC-VP", dated_on=date(2019, 1, 2), came_in_on=date(2019, 1, 3),
                carrier="post", created_by=world.cast.secretary,
            ).pk  # fmt: skip
        return world.at(period, world.extra[name])

    return arguments


for _state in ("draft", "published"):
    for _whose in ("own", "another's"):
        PLACES[f"{_whose} {_state} paper in the register"] = _incoming(_whose, _state)
PLACES["draft period, own office of the register"] = lambda world: world.at(world.cast.first_half, "bac-lieu")
PLACES["draft period, no office of the register"] = lambda world: world.at(world.cast.first_half, "ha-giang")
PLACES["published period, own office of the register"] = lambda world: world.at(world.published, "bac-lieu")

ISSUED, NOT_YET, PUBLISHED = (
    "draft period, its request issued",
    "draft period, nothing requested yet",
    "published period",
)
KEEPS, NOBODYS = may(SECRETARY, refused=OTHERS), may(NO_ONE, refused=MEMBERS)
REQUESTS: tuple[Row, ...] = (
    Row("reports:request", ISSUED, get=may(MEMBERS)),
    Row("reports:request", NOT_YET, get=may(SECRETARY)),
    Row("reports:request", PUBLISHED),
    Row("reports:edit_request", ISSUED, get=KEEPS, post=KEEPS),
    Row("reports:edit_request", NOT_YET, get=may(SECRETARY), post=may(SECRETARY)),
    Row("reports:edit_request", PUBLISHED),
    Row("reports:issue_request", ISSUED, post=KEEPS),
    Row("reports:issue_request", NOT_YET, post=may(SECRETARY)),
    Row("reports:issue_request", PUBLISHED),
    Row("reports:record_request", ISSUED, get=KEEPS, post=KEEPS),
    Row("reports:record_request", NOT_YET),
    Row("reports:record_request", PUBLISHED),
    *(Row("files:file", f"the {part} of an issued request", get=may(MEMBERS)) for part in ("word", "pdf")),
    Row("files:file", "the scan of an issued request"),
    *(Row(url, here, get=may(MEMBERS)) for url in ("reports:register", "reports:register_excel")
      for here in (ISSUED, PUBLISHED)),
    Row("reports:note_paper", "draft period, own office of the register", get=KEEPS, post=KEEPS),
    Row("reports:note_paper", "draft period, no office of the register", get=may(NO_ONE, refused=OTHERS),
        post=may(NO_ONE, refused=OTHERS)),
    Row("reports:note_paper", "published period, own office of the register", get=NOBODYS, post=NOBODYS),
    *(
        row
        for whose, office in (("own", OFFICE), ("another's", OTHER))
        for state, who in (
            ("draft", may(SECRETARY, refused=office | LEADER)), ("published", may(NO_ONE, refused=office | LEADER)),
        )
        for row in (
            Row("reports:change_paper", f"{whose} {state} paper in the register", get=who, post=who),
            Row("reports:remove_paper", f"{whose} {state} paper in the register", post=who),
        )
    ),
)  # fmt: skip
