"""Change one record: tile, chart and figure follow, and nothing else moves. Delete one: one less; undo: as before."""

from typing import Any

from apps.activities.actions import delete_record, restore_record, update_record
from apps.activities.models import Record
from apps.activities.tests.factories import VoterMeetingFactory
from apps.dashboards.overview import overview, read
from apps.dashboards.tests.test_trail import get, scope_for
from apps.indicators.reading import Figure
from tests.cast import Cast

Key = tuple[str, int | None]


def everything(cast: Cast) -> dict[Key, Figure]:
    """Every indicator of every owner, and the totals."""
    reading = read(scope_for(cast, "secretary"))
    return {
        (code, owner): reading.figures.total(code) if owner is None else reading.figures.of(code, owner)
        for code in reading.indicators
        for owner in (None, *reading.figures.owners)
    }


def moved(before: dict[Key, Figure], after: dict[Key, Figure]) -> dict[Key, tuple[int, int]]:
    return {key: (before[key].number, after[key].number) for key in before if before[key] != after[key]}


def meeting_of(cast: Cast) -> Record:
    return Record.objects.filter(office=cast.office, kind="voter_meeting").order_by("pk")[0]


def test_a_changed_record_moves_its_figures_alone(filled: Cast) -> None:
    before, record, office = everything(filled), meeting_of(filled), filled.office.pk
    update_record(
        record=record, cluster=filled.cluster, version=record.version, values={}, detail={"opinions": 20},
        by=filled.clerk,
    )  # fmt: skip
    assert moved(before, everything(filled)) == {
        ("opinions", office): (56, 62),
        ("opinions", None): (before["opinions", None].number, before["opinions", None].number + 6),
    }


def test_a_phase_moves_between_its_two_parts(filled: Cast) -> None:
    before, record = everything(filled), meeting_of(filled)
    update_record(
        record=record, cluster=filled.cluster, version=record.version, values={}, detail={"phase": "before"},
        by=filled.clerk,
    )  # fmt: skip
    assert {code for code, _owner in moved(before, everything(filled))} == {
        "voter_meetings_before", "voter_meetings_after",
    }  # fmt: skip


def test_one_meeting_less_everywhere_and_back_again(filled: Cast, client: Any) -> None:
    before, record = everything(filled), meeting_of(filled)
    shown = [tile.value for tile in overview(scope_for(filled, "secretary")).tiles]

    delete_record(record=record, cluster=filled.cluster, by=filled.clerk)
    after = everything(filled)
    assert moved(before, after)["voter_meetings", None] == (21, 20)
    assert {owner for _code, owner in moved(before, after)} == {None, filled.office.pk}
    scope = scope_for(filled, "secretary")
    assert overview(scope).tiles[1].value == "20"
    assert get(client, filled, "leader", "figures/voter_meetings/").context["rows"].count == 20
    assert "Bạc Liêu 3 (" in str(overview(scope).chart)

    restore_record(record=record, cluster=filled.cluster, by=filled.clerk)
    assert moved(before, everything(filled)) == {}
    assert [tile.value for tile in overview(scope_for(filled, "secretary")).tiles] == shown
    assert "Bạc Liêu 4 (" in str(overview(scope).chart)


def test_a_meeting_of_another_period_moves_nothing(filled: Cast) -> None:
    before = everything(filled)
    VoterMeetingFactory(record__office=filled.office, record__starts_on=filled.second_half.starts_on, opinions=9)
    assert moved(before, everything(filled)) == {}
