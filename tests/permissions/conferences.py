"""A conference: everybody of the cluster reads it; the secretariat writes; offices register their own until its day.

The conference of the cast lies behind and has its papers, invitation and numbered minutes; the coming one has delegates
and talks of two offices, and minutes that are still being written.
"""

from datetime import date
from typing import Any

from apps.campaigns.actions import record_paper
from apps.campaigns.enums import ConferenceKind, PaperKind
from apps.campaigns.models import Conference, Contribution, Delegate, Invitation, IssuedPaper, Minutes
from apps.files.actions import store
from apps.files.models import StoredFile
from tests.permissions.places import PLACES, Arguments, Place, World
from tests.permissions.words import (
    ADMINISTRATOR,
    KNOW_THE_CLUSTER,
    LEADER,
    MEMBERS,
    OFFICE,
    OFFICES,
    OTHER,
    READS_ALL,
    SECRETARY,
    Row,
    may,
)

SIGNED: dict[str, Any] = {
    "number": 5, "symbol": "BB-VP", "signed_on": date(2019, 7, 5), "signer": "", "signed_as": "", "scan": None,
}  # fmt: skip


def _scan() -> StoredFile:
    return store(content=b"scan", name="ban-quet.txt", content_type="text/plain", by=None)


def _past(world: World) -> Conference:
    row = world.cast.conference
    Invitation.objects.get_or_create(conference=row, defaults={"scan": _scan()})
    _made, created = Minutes.objects.get_or_create(conference=row, defaults={"scan": _scan()})
    if created:
        record_paper(conference=row, kind=PaperKind.MINUTES, **SIGNED, by=world.cast.secretary)
    return row


def _coming(world: World) -> Conference:
    made, _created = Conference.objects.get_or_create(
        cluster=world.cast.cluster, period=world.cast.second_half, kind=ConferenceKind.YEAR_END,
        defaults={"title": "Hội nghị tổng kết", "held_on": date(2100, 1, 1), "place": "Cà Mau"},
    )  # fmt: skip
    Minutes.objects.get_or_create(conference=made, defaults={"scan": _scan()})
    return made


def _in(conference: Conference, *more: object) -> Arguments:
    return [conference.cluster.code, conference.period.year, conference.pk, *more]


def _delegate(whose: str) -> Place:
    def arguments(world: World) -> Arguments:
        office = world.cast.office if whose == "own" else world.cast.other_office
        made, _created = Delegate.objects.get_or_create(conference=_coming(world), office=office, name="Ngô Văn Mẫu")
        return _in(made.conference, made.pk)

    return arguments


def _talk(whose: str) -> Place:
    def arguments(world: World) -> Arguments:
        office, position = (world.cast.office, 1) if whose == "own" else (world.cast.other_office, 2)
        made, _created = Contribution.objects.get_or_create(
            conference=_coming(world), office=office, title="Tham luận", defaults={"position": position}
        )
        return _in(made.conference, made.pk)

    return arguments


PLACES["own conference, held"] = lambda world: _in(_past(world))
PLACES["own coming conference"] = lambda world: _in(_coming(world))
PLACES["own invitation's scan"] = lambda world: ["invitation", _past(world).invitation.pk]
PLACES["own numbered minutes' scan"] = lambda world: ["minutes", _past(world).minutes.pk]
PLACES["own draft minutes' scan"] = lambda world: ["minutes", _coming(world).minutes.pk]
PLACES["own numbered minutes, Word"] = lambda world: [
    "numbered-word", IssuedPaper.objects.get(conference=_past(world)).pk
]  # fmt: skip
PLACES["own numbered minutes, PDF"] = lambda world: [
    "numbered-pdf", IssuedPaper.objects.get(conference=_past(world)).pk
]  # fmt: skip
for _whose in ("own", "another's"):
    PLACES[f"{_whose} delegate"] = _delegate(_whose)
    PLACES[f"{_whose} talk"] = _talk(_whose)

ONE_CLUSTER = "a conference belongs to the cluster"
HELD, COMING = "own conference, held", "own coming conference"
PLANNED = may(SECRETARY, refused=KNOW_THE_CLUSTER - SECRETARY)
REGISTERED = may(OFFICES, refused=LEADER | ADMINISTRATOR)
OWN_DELEGATE, ANOTHERS_DELEGATE = may(SECRETARY | OFFICE, refused=LEADER), may(SECRETARY | OTHER, refused=LEADER)
OWN_TALK = may(SECRETARY | OFFICE, refused=OTHER | LEADER | ADMINISTRATOR)
ANOTHERS_TALK = may(SECRETARY | OTHER, refused=OFFICE | LEADER | ADMINISTRATOR)
NO_POINTS = {"points-TOTAL_FORMS": "0", "points-INITIAL_FORMS": "0"}
NO_CHAIRS = {"chairs-TOTAL_FORMS": "0", "chairs-INITIAL_FORMS": "0"}

CONFERENCES: tuple[Row, ...] = (
    Row("campaigns:conference", HELD, get=may(KNOW_THE_CLUSTER), why_not=ONE_CLUSTER),
    Row("campaigns:edit_conference", HELD, get=PLANNED, post=PLANNED, data=NO_CHAIRS, why_not=ONE_CLUSTER),
    Row("campaigns:remove_conference", "own conference", post=PLANNED, why_not=ONE_CLUSTER),
    Row("campaigns:programme", HELD, get=PLANNED, post=PLANNED, data=NO_POINTS, why_not=ONE_CLUSTER),
    *(
        row
        for list_of in ("delegates", "talks")
        for row in (
            Row(f"campaigns:{list_of}", HELD, get=PLANNED, post=PLANNED, why_not=ONE_CLUSTER),
            Row(f"campaigns:{list_of}", COMING, get=REGISTERED, post=REGISTERED, why_not=ONE_CLUSTER),
        )
    ),
    Row("campaigns:delegate", "own delegate", get=OWN_DELEGATE, post=OWN_DELEGATE),
    Row("campaigns:delegate", "another's delegate", get=ANOTHERS_DELEGATE, post=ANOTHERS_DELEGATE),
    Row("campaigns:remove_delegate", "own delegate", post=OWN_DELEGATE),
    Row("campaigns:remove_delegate", "another's delegate", post=ANOTHERS_DELEGATE),
    Row("campaigns:talk", "own talk", get=OWN_TALK, post=OWN_TALK),
    Row("campaigns:talk", "another's talk", get=ANOTHERS_TALK, post=ANOTHERS_TALK),
    Row("campaigns:move_talk", "own talk", post=PLANNED, data={"direction": "up"}),
    Row("campaigns:move_talk", "another's talk", post=PLANNED, data={"direction": "up"}),
    Row("campaigns:remove_talk", "own talk", post=OWN_TALK),
    Row("campaigns:remove_talk", "another's talk", post=ANOTHERS_TALK),
    Row("campaigns:invitation", HELD, get=PLANNED, post=PLANNED, why_not=ONE_CLUSTER),
    Row("campaigns:minutes", HELD, get=PLANNED, post=PLANNED, why_not=ONE_CLUSTER),
    # The clerk of records, whom the table does not know, has tests of their own (campaigns: test_numbered_papers).
    Row("campaigns:record_invitation", HELD, get=PLANNED, post=PLANNED, why_not=ONE_CLUSTER),
    Row("campaigns:record_invitation", COMING, why_not=ONE_CLUSTER),  # not written yet
    Row("campaigns:record_minutes", HELD, get=PLANNED, post=PLANNED, why_not=ONE_CLUSTER),
    Row("campaigns:record_minutes", COMING, get=PLANNED, post=PLANNED, why_not=ONE_CLUSTER),
    *(
        row
        for kind in ("word", "pdf")
        for row in (
            Row(f"campaigns:invitation_{kind}", HELD, get=may(MEMBERS), why_not=ONE_CLUSTER),
            Row(f"campaigns:invitation_{kind}", COMING, why_not=ONE_CLUSTER),  # not written yet
            Row(f"campaigns:minutes_{kind}", HELD, get=may(MEMBERS), why_not=ONE_CLUSTER),
            Row(f"campaigns:minutes_{kind}", COMING, get=may(READS_ALL), why_not=ONE_CLUSTER),
        )
    ),
    Row("campaigns:resolutions", HELD, get=PLANNED, post=PLANNED, why_not=ONE_CLUSTER),
    Row("files:file", "own invitation's scan", get=may(MEMBERS)),
    Row("files:file", "own numbered minutes' scan", get=may(MEMBERS)),
    Row("files:file", "own numbered minutes, Word", get=may(MEMBERS)),
    Row("files:file", "own numbered minutes, PDF", get=may(MEMBERS)),
    Row("files:file", "own draft minutes' scan", get=may(READS_ALL)),
)
