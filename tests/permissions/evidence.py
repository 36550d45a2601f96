"""Evidence: who may open a line reads its files; who enters there writes."""

from apps.activities import actions
from apps.activities.models import Evidence
from apps.files.actions import store
from tests.permissions.places import PLACES, Arguments, Place, World
from tests.permissions.words import LEADER, MEMBERS, NO_ONE, OFFICE, OTHER, READS_ALL, SECRETARY, Row, may


def _made(world: World, name: str) -> Evidence:
    """A file on the record of that name; it is made once."""
    key = f"evidence on {name}"
    if key not in world.extra:
        kept = store(content=key.encode(), name="a.txt", content_type="text/plain", by=None)
        record = world.records[name.replace("evidence", "record")]
        world.extra[key] = Evidence.objects.create(file=kept, name="a.txt", record=record)
    found = world.extra[key]
    assert isinstance(found, Evidence)
    return found


def _row(name: str) -> Place:
    def arguments(world: World) -> Arguments:
        period = world.published if "published" in name else world.cast.first_half
        return world.at(period, _made(world, name).pk)

    return arguments


def _link(name: str) -> Place:
    return lambda world: ["evidence", _made(world, name).pk]


for _whose in ("own", "another's", "the cluster's"):
    for _state in ("draft", "published"):
        _name = f"{_whose} {_state} evidence"
        PLACES[_name] = _row(_name)
        PLACES[f"{_name}, its file"] = _link(_name)


def _removed(world: World) -> Arguments:
    made = _made(world, "own draft evidence")
    if "removed" not in world.extra:
        other = Evidence.objects.create(file=made.file, name="b.txt", record=world.records["another's draft record"])
        actions.remove_evidence(evidence=other, cluster=world.cast.cluster, by=world.cast.other)
        world.extra["removed"] = other.pk
    return ["evidence", world.extra["removed"]]


PLACES["another's removed evidence, its file"] = _removed


def _stated(period: str) -> Place:
    def arguments(world: World) -> Arguments:
        return world.at(world.published if period == "published" else world.cast.first_half, "headcount")

    return arguments


PLACES["draft stated figure"] = _stated("draft")
PLACES["published stated figure"] = _stated("published")

READS = {
    "own draft": OFFICE | READS_ALL,
    "another's draft": OTHER | READS_ALL,
    "the cluster's draft": MEMBERS,
    "own published": MEMBERS,
    "another's published": MEMBERS,
    "the cluster's published": MEMBERS,
}
WRITES = {
    "own draft": OFFICE | SECRETARY,
    "another's draft": OTHER | SECRETARY,
    "the cluster's draft": SECRETARY,
    "own published": OFFICE,
    "another's published": OTHER,
    "the cluster's published": NO_ONE,
}
EVIDENCE: tuple[Row, ...] = (
    *(
        row
        for line, readers in READS.items()
        for row in (
            Row("files:file", f"{line} evidence, its file", get=may(readers)),
            Row("activities:record_evidence", f"{line} record", post=may(WRITES[line], refused=readers - WRITES[line])),
            *(
                Row(f"activities:{verb}_evidence", f"{line} evidence",
                    post=may(WRITES[line], refused=readers - WRITES[line]), data={"name": "b.txt", "seen": "a.txt"})
                for verb in ("rename", "remove", "restore")
            ),
        )
    ),
    Row("files:file", "another's removed evidence, its file"),
    Row("activities:stated_evidence", "draft stated figure", query="office=bac-lieu", get=may(OFFICE | READS_ALL),
        post=may(OFFICE | SECRETARY, refused=LEADER)),
    Row("activities:stated_evidence", "draft stated figure", query="office=hau-giang", get=may(OTHER | READS_ALL),
        post=may(OTHER | SECRETARY, refused=LEADER)),
    Row("activities:stated_evidence", "draft stated figure", query="office=own", get=may(READS_ALL),
        post=may(SECRETARY, refused=LEADER)),
    Row("activities:stated_evidence", "published stated figure", query="office=hau-giang", get=may(MEMBERS),
        post=may(OTHER, refused=OFFICE | READS_ALL)),
)  # fmt: skip
