"""Rows of periods whose figures are closed: left out of an import and reported, while the other rows are kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from apps.activities.imports.owners import OWN
from apps.activities.imports.recognition import Table
from apps.activities.imports.rows import fault
from apps.activities.imports.setting import in_vietnamese
from apps.core import words

if TYPE_CHECKING:
    from apps.activities.imports.plan import Plan


def leave_out_closed(plan: Plan) -> None:
    """Takes out of the plan what would change closed figures. Says so of each row, with its place in the file."""
    span = (plan.setting.period.starts_on, plan.setting.period.ends_on)
    plan.new = [row for row in plan.new if not _closed(plan, row.table, row.row, row.owner, (row.day, row.day))]
    plan.updates = [
        update for update in plan.updates
        if not any(
            _closed(plan, update.entry.table, update.entry.row, update.record.office_id or OWN, (day, day))
            for day in (update.record.counted_on, update.entry.day)
        )
    ]  # fmt: skip
    plan.changes = [
        change for change in plan.changes
        if change.what == "same"
        or not _closed(plan, change.statement.table, change.statement.row, change.statement.owner, span)
    ]  # fmt: skip
    plan.withdrawn = [
        (table, figure) for table, figure in plan.withdrawn
        if not _closed(plan, table, None, figure.office_id or OWN, (figure.starts_on, figure.ends_on))
    ]  # fmt: skip


def _closed(plan: Plan, table: Table, row: int | None, owner: int, span: tuple[date, date]) -> bool:
    period = plan.setting.closings.of(None if owner == OWN else owner, *span)
    if period is None or period.closes_on is None:
        return False
    params = {"office": plan.setting.owners.name(owner), "period": in_vietnamese(period),
              "day": words.day(period.closes_on)}  # fmt: skip
    said = fault(table, -1 if row is None else row, None, "closed", **params)
    if said not in plan.warnings[-1:]:
        plan.warnings.append(said)
    return True
