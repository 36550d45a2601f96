"""Pledges: what was signed is read by all who belong to the cluster; drafts by their office and the secretariat.

Bạc Liêu's pledge of 2019 is signed and being amended, Hậu Giang's is a draft.
"""

from __future__ import annotations

from django.core.files.base import ContentFile

from apps.pledges import actions
from apps.pledges.models import PledgeVersion
from apps.pledges.tests.pledged import pledge
from tests.permissions.places import PLACES, Arguments, Place, World
from tests.permissions.words import HEAD, LEADER, MEMBERS, OFFICE, OTHER, SECRETARY, Row, may

SCAN = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def _signed(world: World) -> PledgeVersion:
    if "signed pledge" not in world.extra:
        cast = world.cast
        made = pledge(cast)
        actions.keep_scan(version=made, scan=ContentFile(SCAN, "ban-ky.pdf"), by=cast.clerk)
        actions.amend_pledge(pledge=made.pledge, reason="Điều chỉnh nhiệm vụ", by=cast.clerk)
        pledge(cast, cast.other_office, signed_on=None)
        world.extra["signed pledge"] = made
    found = world.extra["signed pledge"]
    assert isinstance(found, PledgeVersion)
    return found


def _of(office: str) -> Place:
    def arguments(world: World) -> Arguments:
        _signed(world)
        return [world.cast.cluster.code, 2019, office]

    return arguments


def _year(world: World) -> Arguments:
    _signed(world)
    return [world.cast.cluster.code, 2019]


PLACES["pledges of a year"] = _year
PLACES["own pledge, signed and being amended"] = _of("bac-lieu")
PLACES["another's pledge, a draft"] = _of("hau-giang")
PLACES["a pledge of no member"] = _of("ha-giang")
PLACES["own pledge's scan"] = lambda world: ["pledge", _signed(world).pk]

OWN, ANOTHERS = "own pledge, signed and being amended", "another's pledge, a draft"
PREPARE = {
    OWN: may(OFFICE | SECRETARY, refused=OTHER | LEADER),
    ANOTHERS: may(OTHER | SECRETARY, refused=OFFICE | LEADER),
}
SIGN = {
    OWN: may(HEAD | SECRETARY, refused=(OFFICE - HEAD) | OTHER | LEADER),
    ANOTHERS: may(SECRETARY, refused=OFFICE | OTHER | LEADER),
}
SECOND = "version=2"

PLEDGES: tuple[Row, ...] = (
    Row("pledges:pledges_latest", "cluster", get=may(MEMBERS)),
    *(Row(f"pledges:{name}", "pledges of a year", get=may(MEMBERS))
      for name in ("pledges", "pledges_word", "pledges_pdf")),
    Row("pledges:pledges", "pledges of a year", query="at=2019H1", get=may(MEMBERS)),
    Row("pledges:pledges", "pledges of a year", query="at=nonsense"),
    *(Row(f"pledges:{name}", place, get=may(MEMBERS))
      for name in ("pledge", "pledge_progress") for place in (OWN, ANOTHERS)),
    Row("pledges:pledge", OWN, query=SECOND, get=may(OFFICE | SECRETARY)),
    Row("pledges:pledge", "a pledge of no member"),
    *(row for name in ("pledge_word", "pledge_pdf") for row in (
        Row(f"pledges:{name}", OWN, get=may(MEMBERS)),
        Row(f"pledges:{name}", OWN, query=SECOND, get=may(OFFICE | SECRETARY)),
        Row(f"pledges:{name}", ANOTHERS, get=may(OTHER | SECRETARY)),
    )),
    *(Row(f"pledges:{name}", place, get=PREPARE[place], post=PREPARE[place])
      for name in ("edit_pledge", "amend_pledge", "pledge_scan") for place in (OWN, ANOTHERS)),
    *(Row(f"pledges:{name}", place, post=PREPARE[place])
      for name in ("start_pledge", "discard_pledge") for place in (OWN, ANOTHERS)),
    *(Row("pledges:sign_pledge", place, get=SIGN[place], post=SIGN[place]) for place in (OWN, ANOTHERS)),
    Row("files:file", "own pledge's scan", get=may(MEMBERS)),
)  # fmt: skip
