"""What was handed over with a year: the secretariats that ran it read it, and administrators; tests/
test_handover_pages.py has those who took it over."""

from __future__ import annotations

from datetime import date

from apps.files.actions import store
from apps.offices.models import Cluster, HandOver
from tests.permissions.places import PLACES, Arguments, Place, World
from tests.permissions.words import ADMINISTRATOR, SECRETARY, Row, may


def _kept(whose: str, part: str) -> Place:
    def arguments(world: World) -> Arguments:
        key = f"{whose} kept pack"
        if key not in world.extra:
            cast = world.cast
            cluster: Cluster = cast.cluster if whose == "own" else cast.other_cluster
            file = store(content=key.encode(), name="a.txt", content_type="text/plain", by=None)
            world.extra[key] = HandOver.objects.create(
                cluster=cluster, year=2019, giver=cast.offices["ca-mau"], taker=cast.offices["kien-giang"],
                on=date(2100, 1, 1), lines=[], word=file, pdf=file, excel=file, handed_over_by=cast.secretary,
            ).pk  # fmt: skip
        return [f"handover-{part}", world.extra[key]]

    return arguments


PARTS = ("word", "pdf", "excel")
for _part in PARTS:
    PLACES[f"own kept pack, {_part}"] = _kept("own", _part)
    PLACES[f"kept pack of another cluster, {_part}"] = _kept("another", _part)


HANDOVERS: tuple[Row, ...] = (
    *(Row("files:file", f"own kept pack, {part}", get=may(SECRETARY | ADMINISTRATOR)) for part in PARTS),
    *(Row("files:file", f"kept pack of another cluster, {part}", get=may(ADMINISTRATOR)) for part in PARTS),
)
