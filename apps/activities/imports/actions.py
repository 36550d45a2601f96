"""The two steps of an import: a preview that writes nothing but itself, and one transaction that applies it, once.

Small workbooks are read and applied in the request. Large ones wait, READING or APPLYING, for a worker that does the
same (`run_reading`, `run_applying`).
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
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
from apps.activities.enums import ImportState, PartKind
from apps.activities.imports import parts, samples, work
from apps.activities.imports.outcome import outcome_of
from apps.activities.imports.owners import OWN
from apps.activities.imports.plan import Plan, make_plan
from apps.activities.imports.roundtrip.writing import write_updates
from apps.activities.imports.rows import Entry
from apps.activities.imports.setting import Setting, load
from apps.activities.models import DraftLaw, Import
from apps.activities.rules import can_import
from apps.campaigns.models import Period
from apps.core.audit import action
from apps.core.text import fold
from apps.files.actions import store
from apps.files.workbooks.book import TooManyRowsError
from apps.files.workbooks.opened import Opened, open_book
from apps.offices.models import Cluster

log = logging.getLogger(__name__)
Tell = Callable[[int], object]

_TYPES = {
    b"PK": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    b"\xd0\xcf": "application/vnd.ms-excel",
}
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def _content_type(content: bytes) -> str:
    return _ODS if _ODS.encode() in content[:200] else _TYPES[content[:2]]


def _setting(found: Import, by: User) -> Setting:
    """`options["taken"]`: rows of our own workbook that are written although somebody else was quicker."""
    taken = found.options.get("taken", ())
    return load(cluster=found.cluster, period=found.period, by=by, options=found.options, taken=taken)


# Reading -------------------------------------------------------------------------------------------------------------
def preview(
    *, content: bytes, name: str, cluster: Cluster, period: Period, by: User, options: Mapping[str, Any] | None = None
) -> Import:
    """Reads a workbook and keeps it with what it would do: state PREVIEWED, or REFUSED where anything is wrong.

    A large one is kept unread, state READING, for a worker. Writes nothing else. Raises ValidationError, and keeps
    nothing, where the file is no workbook that may be opened.
    """
    if not can_import(by, cluster, period.year):
        raise PermissionDenied
    options = options or {}
    try:
        opened = open_book(content, options, most=settings.IMPORT_AT_ONCE_ROWS)
    except TooManyRowsError as large:
        return _keep(
            content=content, name=name, cluster=cluster, period=period, options=options, rows=large.rows, by=by
        )
    plan = make_plan(opened.sheets, load(cluster=cluster, period=period, by=by, options=dict(options)))
    return _keep(
        content=content, name=name, cluster=cluster, period=period, options=options, rows=opened.rows, by=by,
        read=(opened, plan),
    )  # fmt: skip


@action
def _keep(
    *, content: bytes, name: str, cluster: Cluster, period: Period, options: Mapping[str, Any], rows: int, by: User,
    read: tuple[Opened, Plan] | None = None,
) -> Import:  # fmt: skip
    file = store(content=content, name=name[-200:], content_type=_content_type(content), by=by)
    found = Import(
        cluster=cluster, period=period, file=file, created_by=by, options=dict(options), state=ImportState.READING,
        outcome={"name": name, "rows": rows}, total=rows, claimed_at=timezone.now(),
    )  # fmt: skip
    if read is not None:
        found.state, found.outcome, found.options = _state_of(read[1]), _outcome(found, *read), _options(found, read[1])
    found.save()
    if read is None:
        work.announce(found.pk, found.state)
    else:
        _keep_parts(found, read[1])
    return found


def _state_of(plan: Plan) -> ImportState:
    return ImportState.REFUSED if plan.faults else ImportState.PREVIEWED


def _outcome(found: Import, opened: Opened, plan: Plan) -> dict[str, Any]:
    said = outcome_of(plan, found.outcome.get("name") or found.file.name)
    asked = [{"sheet": sheet.name, "why": of.why, "name": of.name} for sheet, of in plan.asked]
    return {**said, "rows": opened.rows, "converted": opened.converted, "asked": asked}


def _options(found: Import, plan: Plan) -> dict[str, Any]:
    """With how each sheet was read: it is read the same when it is confirmed, whatever is remembered by then."""
    return {**found.options, "mapped": {**found.options.get("mapped", {}), **plan.mapped}}


def _keep_parts(found: Import, plan: Plan) -> None:
    parts.keep(found, PartKind.FAULT, plan.faults)
    parts.keep(found, PartKind.WARNING, plan.warnings)
    samples.keep(found, plan.asked)


@action
def read_again(*, import_id: int, by: User, options: Mapping[str, Any] | None = None) -> Import:
    """The same file once more, with other `options`: how columns are read, whether old encodings are turned.

    For what was not written yet, and is not at work. A large file goes to a worker again.
    """
    found = _mine(import_id, by)
    waiting = {ImportState.PREVIEWED, ImportState.REFUSED, ImportState.FAILED}
    taken = Import.objects.filter(pk=found.pk, state__in=waiting).update(
        state=ImportState.READING, claim=None, claimed_at=timezone.now(), attempts=0, done=0, failure="",
        options=dict(found.options if options is None else options),
    )  # fmt: skip
    found.refresh_from_db()
    if not taken:
        return found
    if found.outcome.get("rows", 0) > settings.IMPORT_AT_ONCE_ROWS:
        work.announce(found.pk, found.state)
        return found
    opened = open_book(content_of(found), found.options)
    plan = make_plan(opened.sheets, _setting(found, by))
    found.state, found.outcome, found.options = _state_of(plan), _outcome(found, opened, plan), _options(found, plan)
    found.save(update_fields=["state", "outcome", "options"])
    _keep_parts(found, plan)
    return found


def run_reading(import_id: int) -> bool:
    """What a worker does with a large file; False where another one has it or had it."""
    return _run(import_id, ImportState.READING, _read)


def _run(import_id: int, state: ImportState, act: Callable[[Import, work.Claim], None]) -> bool:
    held = work.claim(import_id, state)
    if held is None:
        return False
    found = Import.objects.select_related("cluster", "period", "file", "created_by", "confirmed_by").get(pk=import_id)
    with translation.override(work.LANGUAGE):
        try:
            act(found, held)
        except work.ClaimLostError:
            log.warning("import %s: no longer this worker's", import_id)
            return False
        except Exception as error:
            log.exception("import %s failed", import_id)
            work.fail(claim=held, reason=work.reason_of(error))
            return False
    return True


def _read(found: Import, held: work.Claim) -> None:
    by = found.created_by
    if by is None or not can_import(by, found.cluster, found.period.year):
        raise PermissionDenied
    opened = open_book(content_of(found), found.options, tell=lambda done: held.tell(done // 2))
    setting = _setting(found, by)
    plan = make_plan(opened.sheets, setting, tell=lambda done: held.tell((found.total + done) // 2))
    finish_reading(claim=held, opened=opened, plan=plan, by=by)


@action
def finish_reading(*, claim: work.Claim, opened: Opened, plan: Plan, by: User, failure: str = "") -> None:
    """Puts what the file says in place, whole, if the import is still this worker's."""
    found = Import.objects.select_for_update(no_key=True, of=("self",)).filter(pk=claim.import_id, claim=claim.token)
    kept = found.select_related("file").first()
    if kept is None:
        raise work.ClaimLostError(claim.import_id)
    kept.state, kept.outcome, kept.failure = _state_of(plan), _outcome(kept, opened, plan), failure
    kept.claim, kept.done, kept.options = None, kept.total, _options(kept, plan)
    kept.save(update_fields=["state", "outcome", "failure", "claim", "done", "options"])
    _keep_parts(kept, plan)


# Applying ------------------------------------------------------------------------------------------------------------
@action
def apply(*, import_id: int, by: User) -> Import:
    """Writes everything that the preview announced, or nothing. The file is read and checked again.

    A large one, and one that would wait for another, is left to a worker: state APPLYING. A second call, from a double
    click or another tab, finds it applied and changes nothing. Imports of one cluster follow each other, so that two of
    them never enter the same row.
    """
    found = _mine(import_id, by)
    if _is_for_a_worker(found):
        waiting = Import.objects.filter(pk=import_id, state=ImportState.PREVIEWED)
        if waiting.update(
            state=ImportState.APPLYING, confirmed_by=by, claim=None, claimed_at=timezone.now(), attempts=0, done=0,
            total=found.outcome.get("rows", 0), failure="",
        ):  # fmt: skip
            work.announce(import_id, ImportState.APPLYING)
        found.refresh_from_db()
        return _unless_refused(found)
    Cluster.objects.select_for_update(no_key=True).get(pk=found.cluster_id)
    claimed = Import.objects.filter(pk=import_id, state=ImportState.PREVIEWED).update(
        state=ImportState.APPLIED, applied_at=timezone.now(), confirmed_by=by
    )
    found.refresh_from_db()
    if not claimed:
        return _unless_refused(found)
    opened = open_book(content_of(found), found.options)
    plan = make_plan(opened.sheets, _setting(found, by))
    if plan.faults:
        raise _changed(plan)
    _write(plan, found, by)
    found.outcome = _outcome(found, opened, plan)
    found.save(update_fields=["outcome"])
    _keep_parts(found, plan)
    return found


def _mine(import_id: int, by: User) -> Import:
    found = Import.objects.visible_to(by).select_related("cluster", "period", "file").filter(pk=import_id).first()
    if found is None or not can_import(by, found.cluster, found.period.year):
        raise PermissionDenied
    return found


def _is_for_a_worker(found: Import) -> bool:
    return found.outcome.get("rows", 0) > settings.IMPORT_AT_ONCE_ROWS or (
        Import.objects.filter(cluster=found.cluster_id, state=ImportState.APPLYING).exists()
    )


def _unless_refused(found: Import) -> Import:
    if found.state in {ImportState.APPLIED, ImportState.APPLYING}:
        return found
    raise ValidationError(_("This import was refused or discarded. Choose the file again."), code="refused")


def _changed(plan: Plan) -> ValidationError:
    return ValidationError(
        _("Something has changed since the preview: %(what)s Look at the preview again."),
        params={"what": plan.faults[0].text},
        code="changed",
    )


def run_applying(import_id: int) -> bool:
    """What a worker does with a large import that was confirmed; False where another one has it or had it."""
    return _run(import_id, ImportState.APPLYING, _apply)


def _apply(found: Import, held: work.Claim) -> None:
    by = found.confirmed_by
    if by is None or not can_import(by, found.cluster, found.period.year):
        raise PermissionDenied
    opened = open_book(content_of(found), found.options, tell=lambda done: held.tell(done // 10))
    plan = finish_applying(claim=held, found=found, opened=opened, by=by)
    if plan.faults:
        finish_reading(claim=held, opened=opened, plan=plan, by=by, failure=" ".join(_changed(plan).messages))


@action
def finish_applying(*, claim: work.Claim, found: Import, opened: Opened, by: User) -> Plan:
    """Compares and writes in one transaction, while no other import of the cluster does; nothing where faults are.

    Whoever took the import from this worker meanwhile finds all of it undone: the last statement asks.
    """
    Cluster.objects.select_for_update(no_key=True).get(pk=found.cluster_id)
    if not Import.objects.filter(pk=found.pk, state=ImportState.APPLYING, claim=claim.token).exists():
        raise work.ClaimLostError(found.pk)
    total = found.total
    setting = _setting(found, by)
    plan = make_plan(opened.sheets, setting, tell=lambda done: claim.tell((total + 4 * done) // 10))
    if plan.faults:
        return plan
    outcome = _outcome(found, opened, plan)
    _write(plan, found, by, tell=lambda done: claim.tell((total + done) // 2))
    _keep_parts(found, plan)
    done = Import.objects.filter(pk=found.pk, state=ImportState.APPLYING, claim=claim.token).update(
        state=ImportState.APPLIED, applied_at=timezone.now(), outcome=outcome, claim=None, done=total, failure=""
    )
    if not done:
        raise work.ClaimLostError(found.pk)
    return plan


def content_of(found: Import) -> bytes:
    """The bytes that were previewed: refused where the stored file is another one by now."""
    with found.file.content.open("rb") as file:
        content = bytes(file.read())
    if hashlib.sha256(content).hexdigest() != found.file.sha256:
        raise ValidationError(
            _("The stored file is not the one that was previewed. Choose the file again."), code="changed"
        )
    return content


def _write(plan: Plan, origin: Import, by: User, tell: Tell = lambda done: None) -> None:
    try:
        with transaction.atomic():
            _write_all(plan, origin, by, tell)
    except IntegrityError as error:  # a rule of the tables that no check above knows: nothing stays written
        raise ValidationError(
            _("A row breaks a rule of the records: %(rule)s. Nothing was written."),
            params={"rule": getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or "?"},
            code="rule",
        ) from error


def _write_all(plan: Plan, origin: Import, by: User, tell: Tell) -> None:
    setting = plan.setting
    drafts: dict[str, DraftLaw] = {}
    for entry in plan.new:
        name = entry.fields.get("law_consultation.draft")
        if name and fold(name) not in drafts:
            drafts[fold(name)] = draft_law(name=name, by=by)
    rows = (_record(setting, entry, drafts) for entry in plan.new)
    create_records(rows=rows, cluster=setting.cluster, by=by, imported_by=origin, tell=tell)
    write_updates(plan.updates, setting, origin, by)
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
    if entry.table.layout.defined:
        detail = {"defined_kind": setting.kinds[entry.table.layout.defined], "values": detail}
    office = None if entry.owner == OWN else setting.offices[entry.owner]
    return NewRecord(kind=entry.kind, office=office, values=values, detail=detail)


@action
def discard(*, import_id: int, by: User) -> None:
    """Puts a preview aside, or stops the reading; its file and what it said stay. Repeating it does no harm; an applied
    import stays."""
    if not Import.objects.visible_to(by).filter(pk=import_id).exists():
        raise PermissionDenied
    open_states = {ImportState.PREVIEWED, ImportState.READING, ImportState.FAILED}
    Import.objects.filter(pk=import_id, state__in=open_states).update(state=ImportState.REFUSED, claim=None)
