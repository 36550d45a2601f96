"""The two steps of an import: a preview that writes nothing but itself, and one transaction that applies it, once."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.activities.actions import (
    NewRecord,
    create_records,
    draft_law,
    hold_statements,
    state_figure,
    withdraw_figure,
)
from apps.activities.enums import ImportState
from apps.activities.imports.book import read_book
from apps.activities.imports.outcome import outcome_of
from apps.activities.imports.owners import OWN
from apps.activities.imports.plan import Plan, make_plan
from apps.activities.imports.rows import Entry
from apps.activities.imports.setting import Setting, load
from apps.activities.models import DraftLaw, Import
from apps.activities.rules import can_import
from apps.campaigns.models import Period
from apps.core.audit import action
from apps.core.text import fold
from apps.files.actions import store
from apps.offices.models import Cluster

_TYPES = {
    b"PK": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    b"\xd0\xcf": "application/vnd.ms-excel",
}
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def _content_type(content: bytes) -> str:
    return _ODS if _ODS.encode() in content[:200] else _TYPES[content[:2]]


def preview(*, content: bytes, name: str, cluster: Cluster, period: Period, by: User) -> Import:
    """Reads a workbook and keeps it with what it would do: state PREVIEWED, or REFUSED where anything is wrong.

    Writes nothing else. Raises ValidationError, and keeps nothing, where the file is no workbook that may be opened.
    """
    if not can_import(by, cluster, period.year):
        raise PermissionDenied
    sheets = read_book(content)
    plan = make_plan(sheets, load(cluster=cluster, period=period, by=by))
    return _keep(content=content, name=name, plan=plan, by=by)


@action
def _keep(*, content: bytes, name: str, plan: Plan, by: User) -> Import:
    file = store(content=content, name=name[-200:], content_type=_content_type(content), by=by)
    kept = Import(
        cluster=plan.setting.cluster,
        period=plan.setting.period,
        file=file,
        state=ImportState.REFUSED if plan.faults else ImportState.PREVIEWED,
        outcome=outcome_of(plan, name),
        created_by=by,
    )
    kept.save()
    return kept


@action
def apply(*, import_id: int, by: User) -> Import:
    """Writes everything that the preview announced, or nothing. The file is read and checked again.

    A second call, from a double click or another tab, finds it applied and changes nothing. Imports of one cluster
    follow each other, so that two of them never enter the same row.
    """
    found = Import.objects.visible_to(by).select_related("cluster", "period", "file").filter(pk=import_id).first()
    if found is None or not can_import(by, found.cluster, found.period.year):
        raise PermissionDenied
    Cluster.objects.select_for_update(no_key=True).get(pk=found.cluster_id)
    now = timezone.now()
    claimed = Import.objects.filter(pk=import_id, state=ImportState.PREVIEWED).update(
        state=ImportState.APPLIED, applied_at=now
    )
    found.refresh_from_db()
    if not claimed:
        if found.state == ImportState.APPLIED:
            return found
        raise ValidationError(_("This import was refused or discarded. Choose the file again."), code="refused")
    with found.file.content.open("rb") as file:
        content = file.read()
    plan = make_plan(read_book(content), load(cluster=found.cluster, period=found.period, by=by))
    if plan.faults:
        raise ValidationError(
            _("Something has changed since the preview: %(what)s Look at the preview again."),
            params={"what": plan.faults[0].text}, code="changed",
        )  # fmt: skip
    found.outcome = outcome_of(plan, found.outcome.get("name", found.file.name))
    found.save(update_fields=["outcome"])
    try:
        _write(plan, found, by)
    except IntegrityError as error:  # a rule of the tables that no check above knows: nothing stays written
        raise ValidationError(
            _("A row breaks a rule of the records: %(rule)s. Nothing was written."),
            params={"rule": getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or "?"},
            code="rule",
        ) from error
    return found


def _write(plan: Plan, origin: Import, by: User) -> None:
    setting = plan.setting
    drafts: dict[str, DraftLaw] = {}
    for entry in plan.new:
        name = entry.fields.get("law_consultation.draft")
        if name and fold(name) not in drafts:
            drafts[fold(name)] = draft_law(name=name, by=by)
    rows = [_record(setting, entry, drafts) for entry in plan.new]
    create_records(rows=rows, cluster=setting.cluster, by=by, imported_by=origin)
    hold_statements(setting.cluster, _stated(plan))
    for change in plan.changes:
        statement = change.statement
        if change.what != "same":
            state_figure(
                indicator=plan.indicators[statement.code], cluster=setting.cluster,
                office=setting.offices.get(statement.owner), value=statement.value, status=statement.status,
                starts_on=setting.period.starts_on, ends_on=setting.period.ends_on, note=statement.note,
                by=by, imported_by=origin,
            )  # fmt: skip
    for _table, figure in plan.withdrawn:
        withdraw_figure(figure=figure, cluster=setting.cluster, by=by, imported_by=origin)


def _stated(plan: Plan) -> list[tuple[int | None, int]]:
    """All that will be stated or withdrawn, to be held before the first of them."""
    found = [(change.statement, plan.indicators[change.statement.code].pk) for change in plan.changes]
    stated = [(each.owner if each.owner in plan.setting.offices else None, pk) for each, pk in found]
    return [*stated, *((figure.office_id, figure.indicator_id) for _table, figure in plan.withdrawn)]


def _record(setting: Setting, entry: Entry, drafts: dict[str, DraftLaw]) -> NewRecord:
    values: dict[str, Any] = {}
    detail: dict[str, Any] = {}
    for name, value in entry.fields.items():
        part, dot, rest = name.partition(".")
        if name == "law_consultation.draft":
            detail[rest] = drafts[fold(value)]
        elif dot:
            detail[rest] = value
        elif name == "host":
            values["host"] = setting.offices[value] if value else None
        else:
            values[part] = value
    office = None if entry.owner == OWN else setting.offices[entry.owner]
    return NewRecord(kind=entry.kind, office=office, values=values, detail=detail)


@action
def discard(*, import_id: int, by: User) -> None:
    """Puts a preview aside; its file and what it said stay. Repeating it does no harm; an applied import stays."""
    if not Import.objects.visible_to(by).filter(pk=import_id).exists():
        raise PermissionDenied
    Import.objects.filter(pk=import_id, state=ImportState.PREVIEWED).update(state=ImportState.REFUSED)
