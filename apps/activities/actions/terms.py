"""The due day of a batch of opinions: typed by the office, or else the law's."""

from __future__ import annotations

from datetime import date

from apps.activities import limits
from apps.activities.enums import Kind
from apps.activities.limits import checks
from apps.activities.models import Opinions, Record


def due_by_law(record: Record, known: limits.Table) -> date | None:
    """None for other kinds, and where no verified rule is in force on the day of the report."""
    due = checks.opinions_due_by_law(record.opinions, known) if record.kind == Kind.OPINIONS else None
    return due.on if due else None


def settle_due_day(row: Opinions, known: limits.Table, *, was: date | None = None) -> None:
    """Writes the law's due day where none is typed, so that pages, lists and figures read one column.

    `was` is what the law said of the row before a change: a due day that stood on it was the law's, and follows the
    report's day. The only writer of a due day that nobody typed; the check `batches_without_due_day` recomputes it.
    """
    if row.due_on is None or row.due_on == was:
        row.due_on = due_by_law(row.record, known)


def batches_without_due_day() -> list[tuple[Record, date]]:
    """The check of `settle_due_day`: batches without a due day although a rule is in force on the day of their report,
    each with the day expected. A rule that was added later leaves what was entered before it to this check."""
    known = limits.table()
    rows = Record.objects.filter(kind=Kind.OPINIONS, opinions__due_on=None).select_related("opinions").order_by("pk")
    found = ((row, due_by_law(row, known)) for row in rows.iterator(chunk_size=2000))
    return [(row, day) for row, day in found if day is not None]
