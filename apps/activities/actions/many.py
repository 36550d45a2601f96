"""Writing many records at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from apps.accounts.models import User
from apps.activities.actions.basics import Entering, counted_on, following
from apps.activities.actions.defined_values import Definitions
from apps.activities.actions.terms import settle_due_day
from apps.activities.enums import Kind
from apps.activities.limits import Table, table
from apps.activities.models import DETAILS, Import, Opinions, Record
from apps.activities.models.details import Detail
from apps.activities.rules import enters_on_behalf
from apps.core.audit import action
from apps.offices.models import Cluster, Office

CHUNK = 1000


@dataclass(frozen=True)
class NewRecord:
    """A record to be written with others; without `office` the cluster itself owns it."""

    kind: Kind
    office: Office | None
    values: Mapping[str, Any]
    detail: Mapping[str, Any]


@action
def create_records(
    *,
    rows: Iterable[NewRecord],
    cluster: Cluster,
    by: User,
    imported_by: Import | None = None,
    tell: Callable[[int], object] = lambda done: None,
) -> int:
    """`create_record` for many rows, all or none; returns how many. The audit is written by triggers.

    A thousand rows are one statement for each table, so that memory does not grow with their number; `tell` hears how
    many are written by now.
    """
    entering = Entering.of(by, cluster)
    definitions, known = Definitions(cluster), table()
    left, done = iter(rows), 0
    while chunk := list(islice(left, CHUNK)):
        records = [_record(row, entering, imported_by) for row in chunk]
        details = [
            definitions.checked(row.kind, row.detail, entering.year_of(record.counted_on))
            for record, row in zip(records, chunk, strict=True)
        ]
        Record.objects.bulk_create(records)
        for kind, model in DETAILS.items():
            model._default_manager.bulk_create(
                _detail(model, record, detail, known)
                for record, row, detail in zip(records, chunk, details, strict=True)
                if row.kind == kind
            )
        done += len(chunk)
        tell(done)
    return done


def _detail(model: type[Detail], record: Record, columns: Mapping[str, Any], known: Table) -> Detail:
    row = model(**{"record": record, **following(columns)})
    if isinstance(row, Opinions):
        settle_due_day(row, known)
    return row


def _record(row: NewRecord, entering: Entering, imported_by: Import | None) -> Record:
    day = counted_on(row.values["starts_on"], row.values.get("conference"))
    entering.refuse(row.office, day)
    return Record(
        **row.values, kind=row.kind, office=row.office, cluster=None if row.office else entering.cluster,
        counted_on=day, on_behalf=enters_on_behalf(entering.by, row.office), created_by=entering.by,
        imported_by=imported_by,
    )  # fmt: skip
