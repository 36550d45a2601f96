"""Writing down what was done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.activities.actions.basics import counted_on, following, refuse_unless_entering, year_of
from apps.activities.actions.defined_values import Definitions
from apps.activities.actions.recommendations import COUNTED, has_rows
from apps.activities.actions.terms import due_by_law, settle_due_day
from apps.activities.enums import Kind
from apps.activities.limits import table
from apps.activities.models import DETAILS, DraftLaw, Import, Opinions, Record
from apps.activities.rules import enters_on_behalf
from apps.campaigns.models import AssemblySession, Conference
from apps.core.audit import action
from apps.core.text import fold, nfc
from apps.offices.models import Cluster, Office


def _refuse_foreign_conference(cluster: Cluster, conference: Conference | None) -> None:
    if conference is not None and conference.cluster_id != cluster.pk:
        raise PermissionDenied


@action
def draft_law(*, name: str, session: AssemblySession | None = None, by: User | None) -> DraftLaw:
    """The draft of that name; names are compared without accents and case, so it is one row however it is typed.

    Where no living record is about it any more, it takes the new spelling: the old one may have been the mistake.
    """
    draft, created = DraftLaw.objects.get_or_create(folded=fold(name), defaults={"name": nfc(name), "session": session})
    if not created and draft.name != nfc(name) and not DraftLaw.objects.in_use().filter(pk=draft.pk).exists():
        draft.name = nfc(name)
        draft.save(update_fields=["name"])
    return draft


def _with_draft(detail: Mapping[str, Any], by: User | None, former: object = None) -> dict[str, Any]:
    """A form gives the draft's name, an import the draft itself."""
    columns = following(detail, former)
    if "draft_name" in columns:
        columns["draft"] = draft_law(name=columns.pop("draft_name"), by=by)
    return columns


@action
def create_record(
    *,
    kind: Kind,
    cluster: Cluster,
    office: Office | None,
    values: Mapping[str, Any],
    detail: Mapping[str, Any],
    by: User,
    imported_by: Import | None = None,
    submission: UUID | None = None,
) -> Record:
    """Writes one record with its detail row. Without `office` the cluster itself owns it.

    `values` are fields of `Record`, `detail` those of the kind's own table, both cleaned. Refused without the right to
    enter for that owner in the year in which it counts. The same `submission` sent again gives the record it made.
    """
    day = counted_on(values["starts_on"], values.get("conference"))
    refuse_unless_entering(by, cluster, office, day)
    _refuse_foreign_conference(cluster, values.get("conference"))
    if submission and (made := Record.objects.filter(submission=submission, created_by=by).first()):
        return made
    if kind == Kind.DEFINED:
        detail = Definitions(cluster).checked(kind, detail, year_of(cluster, day))
    record = Record(
        **values,
        kind=kind,
        office=office,
        cluster=None if office else cluster,
        counted_on=day,
        on_behalf=enters_on_behalf(by, office),
        created_by=by,
        imported_by=imported_by,
        submission=submission,
    )
    try:
        with transaction.atomic():
            record.save()
    except IntegrityError:
        # The other half of a double click was quicker: it holds this submission.
        made = Record.objects.filter(submission=submission, created_by=by).first() if submission else None
        if made is None:
            raise
        return made
    row = DETAILS[kind](**{"record": record, **_with_draft(detail, by)})
    if isinstance(row, Opinions):
        settle_due_day(row, table())
    row.save()
    return record


@action
def update_record(
    *, record: Record, cluster: Cluster, version: int, values: Mapping[str, Any], detail: Mapping[str, Any], by: User
) -> Record:
    """Changes a record that is still at `version`; otherwise refuses: nobody overwrites what they have not seen."""
    refuse_unless_entering(by, cluster, record.office, record.counted_on)
    _refuse_foreign_conference(cluster, values.get("conference"))
    locked = Record.objects.select_for_update(of=("self",)).get(pk=record.pk)
    if locked.deleted_at is not None:
        raise ValidationError(_("Somebody has deleted this record meanwhile. Restore it first."), code="deleted")
    if locked.version != version:
        raise ValidationError(
            _("Somebody else has changed this record since you opened it. Open it again to see their version."),
            code="version",
        )
    known = table() if locked.kind == Kind.OPINIONS else None
    was = due_by_law(locked, known) if known else None
    for name, value in values.items():
        setattr(locked, name, value)
    locked.counted_on = counted_on(locked.starts_on, locked.conference)
    refuse_unless_entering(by, cluster, locked.office, locked.counted_on)
    locked.version += 1
    locked.updated_at = timezone.now()
    locked.save(update_fields=[*values, "counted_on", "version", "updated_at"])
    row = locked.detail
    columns = dict(Definitions(cluster).checked(locked.kind, _with_draft(detail, by, row)))
    if has_rows(locked):  # the counts are theirs
        columns = {name: value for name, value in columns.items() if name not in COUNTED}
    for name, value in columns.items():
        setattr(row, name, value)
    if known and isinstance(row, Opinions):
        settle_due_day(row, known, was=was)
        columns["due_on"] = row.due_on
    if columns:
        row.save(update_fields=list(columns))
    return locked


@action
def delete_record(*, record: Record, cluster: Cluster, by: User) -> None:
    """Takes a record out of every list and figure; `restore_record` brings it back. Repeating it does no harm."""
    refuse_unless_entering(by, cluster, record.office, record.counted_on)
    now = timezone.now()
    Record.objects.filter(pk=record.pk, deleted_at=None).update(deleted_at=now, deleted_by=by, updated_at=now)


@action
def restore_record(*, record: Record, cluster: Cluster, by: User) -> None:
    refuse_unless_entering(by, cluster, record.office, record.counted_on)
    Record.objects.filter(pk=record.pk, deleted_at__isnull=False).update(
        deleted_at=None, deleted_by=None, updated_at=timezone.now()
    )
