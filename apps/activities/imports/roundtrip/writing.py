"""What our workbook changes, written: kept as it was first, so that it can be undone."""

from __future__ import annotations

from typing import Any

from apps.accounts.models import User
from apps.activities.actions import Changed, draft_law, update_records
from apps.activities.enums import Kind
from apps.activities.imports.roundtrip.records import Update
from apps.activities.imports.setting import Setting
from apps.activities.imports.snapshots import keep_records
from apps.activities.models import Import, Record


def write_updates(updates: list[Update], setting: Setting, origin: Import, by: User) -> None:
    """Within the transaction that applies the import."""
    if not updates:
        return
    keys = [update.record.pk for update in updates]
    list(Record.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk").values_list("pk"))
    keep_records(origin, keys)
    changes = [_changed(update, setting, by) for update in updates]
    update_records(changes=changes, cluster=setting.cluster, by=by)


def _changed(update: Update, setting: Setting, by: User) -> Changed:
    values: dict[str, Any] = {}
    detail: dict[str, Any] = {}
    for name, value in update.fields.items():
        _part, dot, rest = name.rpartition(".")
        if name == "law_consultation.draft":
            detail[rest] = draft_law(name=value, by=by)
        elif dot:
            detail[rest] = value
        elif name == "host":
            values[name] = setting.offices[value] if value else None
        else:
            values[rest] = value
    if update.record.kind == Kind.DEFINED and detail:
        own = update.record.defined
        detail = {"defined_kind": own.defined_kind, "values": {**own.values, **detail}}
    return Changed(update.record.pk, update.record.version, values, detail)
