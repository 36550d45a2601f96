"""A plan as data: what the page of an import shows, before and after it was applied."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import Any

from apps.activities.columns import title_of
from apps.activities.imports import batches
from apps.activities.imports.owners import OWN
from apps.activities.imports.parts import first_page
from apps.activities.imports.plan import Plan
from apps.activities.imports.recognition import Table
from apps.activities.imports.roundtrip.records import Conflict, Update
from apps.activities.imports.rows import Entry
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.indicators.reading import Window, figures
from apps.indicators.reading.figures import combine
from apps.indicators.sources import Statement, source, statements

KEPT_CHANGES = 500  # of the records that are changed, with their cells; all are counted
KEPT_SKIPPED = 200  # of the rows that were skipped, one by one; all are counted


def outcome_of(plan: Plan, name: str) -> dict[str, Any]:
    owners = plan.setting.owners
    return {
        "name": name,
        "sheets": [_sheet(plan, table) for table in plan.tables],
        "counts": {
            "created": len(plan.new),
            "updated": len(plan.updates),
            "conflicts": sum(not conflict.taken for conflict in plan.conflicts),
            "skipped": len(plan.skipped) + plan.untouched.total(),
            **{what: sum(change.what == what for change in plan.changes) for what in ("new", "replaced", "same")},
            "withdrawn": len(plan.withdrawn),
        },
        "skipped": [
            {
                "sheet": skip.entry.table.sheet.name, "row": skip.entry.row + 1, "like": skip.like,
                "record": skip.record, "office": owners.name(skip.entry.owner),
            }
            for skip in plan.skipped[:KEPT_SKIPPED]
        ],
        "updates": [_update(update) for update in plan.updates[:KEPT_CHANGES]],
        "conflicts": [_conflict(conflict) for conflict in plan.conflicts],
        "there": dict(Counter(skip.entry.table.sheet.name for skip in plan.skipped if skip.record)),
        "figures": _figures(plan),
        "differences": _differences(plan),
        "faults": first_page(plan.faults),
        "fault_count": len(plan.faults),
        "closed": sum(warning.code == "closed" for warning in plan.warnings),
        "warnings": first_page(plan.warnings),
        "warning_count": len(plan.warnings),
    }  # fmt: skip


def _sheet(plan: Plan, table: Table) -> dict[str, Any]:
    name = plan.setting.owners.name
    created = Counter(entry.owner for entry in plan.new if entry.table is table)
    changes = [change for change in plan.changes if change.statement.table is table]
    stated = Counter(change.statement.owner for change in changes if change.what != "same")
    stated.update(figure.office_id or OWN for of, figure in plan.withdrawn if of is table)
    same = sum(change.what == "same" for change in changes)
    return {
        "name": table.sheet.name,
        "layout": table.layout.slug,
        "title": table.layout.title,
        "kind": table.layout.list_code,
        "created": sum(created.values()),
        "updated": sum(update.entry.table is table for update in plan.updates),
        "skipped": sum(skip.entry.table is table for skip in plan.skipped) + same + plan.untouched[table.sheet.name],
        "stated": sum(stated.values()),
        "faults": sum(fault.sheet == table.sheet.name for fault in plan.faults),
        "offices": [
            {"office": name(owner.key), "count": (created + stated)[owner.key]}
            for owner in plan.setting.owners.owners
            if (created + stated)[owner.key]
        ],
    }


def _update(update: Update) -> dict[str, Any]:
    return {
        "sheet": update.entry.table.sheet.name, "row": update.entry.row + 1, "record": update.record.pk,
        "title": title_of(update.record), "shown": update.shown,
    }  # fmt: skip


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "sheet": conflict.table.sheet.name, "row": conflict.row + 1, "key": conflict.key, "title": conflict.title,
        "shown": conflict.shown, "taken": conflict.taken,
    }  # fmt: skip


def _figures(plan: Plan) -> list[dict[str, Any]]:
    """Statements beside what was stated before: `old` is told only where `known`."""
    name = plan.setting.owners.name
    rows = []
    for change in plan.changes:
        statement, former = change.statement, change.former
        indicator = plan.indicators[statement.code]
        rows.append({
            "sheet": statement.table.sheet.name, "row": statement.row + 1, "owner": statement.owner,
            "office": name(statement.owner), "code": statement.code, "name": indicator.name,
            "value": statement.value, "status": str(statement.status), "change": change.what,
            "known": former is not None, "old": former.value if former else None,
            "old_status": former.status if former else "",
        })  # fmt: skip
    for table, figure in plan.withdrawn:
        rows.append({
            "sheet": table.sheet.name, "row": 0,
            "owner": figure.office_id or OWN, "office": name(figure.office_id or OWN),
            "code": figure.indicator.code, "name": figure.indicator.name, "value": None, "status": "",
            "change": "withdrawn", "known": True, "old": figure.value, "old_status": figure.status,
        })  # fmt: skip
    return rows


# Records beside statements -------------------------------------------------------------------------------------------
def _number(entry: Entry, path: str) -> int:
    if path == "social_work__total":
        return int(entry.fields.get("social_work.gifts") or 0) * int(entry.fields.get("social_work.unit_value") or 0)
    part, _dot, name = path.partition("__")
    if part in {"petitions", "opinions"}:
        return batches.computed(entry.fields, name)
    return int(entry.fields.get(path.replace("__", ".")) or 0)


def _said(entry: Entry, path: str) -> Any:
    """What a row says at the path of a dimension: in a column of its own, or of the session that its words name."""
    if path.endswith("__session__kind"):
        session = entry.fields.get(path.removesuffix("__kind").replace("__", "."))
        return session.kind if session else None
    return entry.fields.get(path.replace("__", "."))


def weight(indicator: Indicator, entry: Entry) -> int:
    """What a row adds to an indicator: 1 or its measure where it passes the filters, otherwise 0."""
    of = source(indicator.source)
    for dimension, allowed in indicator.filters.items():
        if str(_said(entry, of.dimensions[dimension].path)) not in allowed:
            return 0
    if indicator.aggregation == Aggregation.COUNT:
        return 1
    path = of.measures[indicator.measure]
    return _number(entry, path if isinstance(path, str) else f"defined.{indicator.measure}")


def _differences(plan: Plan) -> list[dict[str, Any]]:
    """Where, after the import, an office's records and its statements will speak of the same days and disagree.

    As the reading of figures has it (`combine`): a statement on days without a record stands beside the records.
    """
    setting = plan.setting
    window = Window(setting.period.starts_on, setting.period.ends_on)
    counted = [
        indicator for indicator in plan.indicators.values()
        if indicator.aggregation in {Aggregation.COUNT, Aggregation.SUM}
    ]  # fmt: skip
    said = _said_after(plan, counted, window)
    spans = {window, *(Window(each.starts_on, each.ends_on) for rows in said.values() for each in rows)}
    now = figures(counted, cluster=setting.cluster, offices=list(setting.offices), windows=sorted(spans))
    added: defaultdict[tuple[int, str], list[Entry]] = defaultdict(list)
    for entry in plan.new:
        added[entry.owner, entry.source].append(entry)
    found = []
    for owner in setting.owners.owners:
        for indicator in counted:
            stated = said.get((owner.key, indicator.pk))
            if not stated:
                continue
            weights = [(each.day, weight(indicator, each)) for each in added[owner.key, indicator.source]]
            records = {span: _with(now.of(indicator.code, owner.key, span).counted, span, weights) for span in spans}
            figure = combine(Aggregation(indicator.aggregation), window, records, stated)
            if figure.difference:
                found.append({
                    "owner": owner.key, "office": owner.name, "code": indicator.code, "name": indicator.name,
                    "counted": figure.number, "stated": figure.stated,
                })  # fmt: skip
    return found


def _with(counted: int | None, span: Window, weights: list[tuple[date, int]]) -> int | None:
    """What the records of a span give once the new rows are among them."""
    more = [amount for day, amount in weights if span.holds(day, day)]
    return counted if not more else (counted or 0) + sum(more)


def _said_after(
    plan: Plan, indicators: list[Indicator], window: Window
) -> defaultdict[tuple[int, int], list[Statement]]:
    """By owner and indicator, the statements within the period as they will stand after the import."""
    setting = plan.setting
    gone = {change.former.pk for change in plan.changes if change.former} | {each.pk for _, each in plan.withdrawn}
    found: defaultdict[tuple[int, int], list[Statement]] = defaultdict(list)
    ids = [indicator.pk for indicator in indicators]
    for row in statements(setting.cluster, ids, list(setting.offices), window.starts_on, window.ends_on):
        if row.pk not in gone:
            found[row.office_id or OWN, row.indicator_id].append(row)
    for number, change in enumerate(plan.changes, start=1):
        said, pk = change.statement, plan.indicators[change.statement.code].pk
        office = said.owner if said.owner != OWN else None
        found[said.owner, pk].append(
            Statement(-number, pk, office, window.starts_on, window.ends_on, said.value, said.status)
        )
    return found
