"""Our own workbook: out and in changes nothing; one edited cell changes exactly that cell."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.db import connection

from apps.activities.imports import apply, undo_import
from apps.activities.imports.roundtrip import statements
from apps.activities.imports.roundtrip.sheets import FIRST_ROW
from apps.activities.models import DETAILS
from apps.activities.tests import factories
from apps.activities.tests.factories import VoterMeetingFactory
from apps.activities.tests.ours import (
    KINDS,
    codes,
    column,
    counts,
    opened,
    put,
    row_of,
    workbook,
)
from apps.activities.tests.test_import_undo import imported, living
from apps.activities.tests.workbooks import form, previewed, saved
from tests.cast import Cast


# Out and in ----------------------------------------------------------------------------------------------------------
def test_out_and_in_changes_nothing(cast: Cast) -> None:
    imported(cast)
    imported(cast, form("bac-lieu"), by=cast.clerk)
    VoterMeetingFactory(record__cluster=cast.cluster, record__title="=1+1", record__note="-", joint=True)
    before = living()
    found = previewed(cast, workbook(cast))
    assert (codes(found), found.outcome["warnings"], counts(found)) == ([], [], {})
    assert found.outcome["counts"]["skipped"] >= 136
    apply(import_id=found.pk, by=cast.secretary)
    assert living() == before


def test_every_kind_has_its_sheet_and_every_sheet_its_marks(cast: Cast) -> None:
    book = opened(workbook(cast))
    assert [*KINDS, statements.TITLE] == [name for name in book.sheetnames if name not in {"_", "Hướng dẫn"}]
    assert book["_"].sheet_state == "veryHidden"
    for name in [*KINDS, statements.TITLE]:
        sheet = book[name]
        for heading in ("_id", "_version", "_base"):
            place = column(sheet, heading)
            kept = sheet.column_dimensions.values()
            assert any(each.hidden and (each.min or 0) <= place <= (each.max or 0) for each in kept), (name, heading)
        assert sheet.protection.sheet
        assert sheet.freeze_panes == f"C{FIRST_ROW + 1}"
        assert sheet.cell(FIRST_ROW + 1, 2).protection.locked is (name == statements.TITLE)
        assert sheet.data_validations.dataValidation


NEW = {
    "TEXT": "Nội dung khác", "NUMBER": 3, "MONEY": 1_500_000, "DAY": date(2019, 3, 14), "YES": "Có",
    "PHASE": "Ngoài kỳ họp", "DRAFT": "Luật Thư viện",
}  # fmt: skip


FACTORIES = {factory._meta.model._meta.model_name: factory for factory in factories.DetailFactory.__subclasses__()}


def _made(factory: Any, cast: Cast) -> Any:
    """With enough petitions that three of them may be of a class."""
    more = {"kept": 9} if factory is factories.PetitionsFactory else {}
    return factory(record__office=cast.office, **more)


def rows_now(keys: list[int], kind: str) -> dict[int, dict[str, Any]]:
    """Both rows of each record, column by column."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT r.id, to_jsonb(r) || jsonb_build_object('detail', to_jsonb(d)) FROM activities_record r"
            f" JOIN {DETAILS[kind]._meta.db_table} d ON d.record_id = r.id WHERE r.id = ANY(%s)",
            [keys],
        )
        return {key: json.loads(row) if isinstance(row, str) else row for key, row in cursor.fetchall()}


def differing(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    said = {name for name in before if name != "detail" and before[name] != after[name]}
    return said | {name for name in before["detail"] if before["detail"][name] != after["detail"][name]}


@pytest.mark.parametrize("title", KINDS)
def test_one_edited_cell_changes_exactly_that(cast: Cast, title: str) -> None:
    """A record for each column of the kind, and in each of them another cell edited; undone, all is as before."""
    layout = KINDS[title]
    kind = str(layout.kind)
    fields = [field for field in layout.columns if field.reads.name in NEW]
    factory = FACTORIES[DETAILS[kind]._meta.model_name]
    keys = [_made(factory, cast).pk for _field in fields]
    book = opened(workbook(cast, cast.office.pk))
    for key, field in zip(keys, fields, strict=True):
        put(book[title], row_of(book[title], key), field.heading, NEW[field.reads.name])
    before = rows_now(keys, kind)
    found = previewed(cast, saved(book))
    assert codes(found) == []
    apply(import_id=found.pk, by=cast.secretary)
    after = rows_now(keys, kind)
    for key, field in zip(keys, fields, strict=True):
        name = field.field.rpartition(".")[2]
        computed = {each.column for each in DETAILS[kind]._meta.concrete_fields if each.generated}
        may = {name, f"{name}_id", "version", "updated_at", *computed, *ALONG.get(field.field, ())}
        assert differing(before[key], after[key]) <= may, field.heading
        if field.reads.name != "PHASE":  # outside of sessions is how they begin
            assert name in differing(before[key], after[key]) or f"{name}_id" in differing(before[key], after[key])
    undo_import(import_id=found.pk, by=cast.secretary)
    undone = rows_now(keys, kind)
    assert set.union(*(differing(before[key], undone[key]) for key in keys)) == {"version"}


# The day on which a record counts.
ALONG = {"starts_on": {"counted_on"}}
