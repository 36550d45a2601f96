"""Bringing a workbook of awards, and entering what is right in it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.core.audit import action
from apps.files.actions import store
from apps.files.names import clean_name
from apps.honours import rules
from apps.honours.actions import record_decision
from apps.honours.models import AwardSheet
from apps.honours.sheets.plan import Plan, plan
from apps.honours.sheets.reading import read
from apps.offices.models import Cluster, Office

CONTENT_TYPE = "application/octet-stream"


def planned(sheet: AwardSheet, by: User) -> Plan:
    """What it would do, read from the stored file."""
    with sheet.file.content.open("rb") as file:
        content = file.read()
    return plan(read(content), cluster=sheet.cluster, by=by)


@action
def bring_sheet(*, cluster: Cluster, office: Office | None, upload: File[bytes], by: User) -> AwardSheet:
    """Kept as it came, once it could be read; nothing else is written yet."""
    if not rules.can_record(by, cluster):
        raise PermissionDenied
    upload.seek(0)
    content = upload.read()
    read(content)
    name = clean_name(upload.name or "")
    kept = store(content=content, name=name, content_type=CONTENT_TYPE, by=by)
    return AwardSheet.objects.create(cluster=cluster, office=office, file=kept, name=name, uploaded_by=by)


@action
def record_awards(*, sheet: AwardSheet, by: User) -> AwardSheet:
    """Enters all rows that are right, each decision with its lines. Rows that are wrong are left out, and what the
    register has is left as it is; done again it does nothing more."""
    if sheet.uploaded_by_id != by.pk or not rules.can_record(by, sheet.cluster):
        raise PermissionDenied
    stored = (
        AwardSheet.objects.select_for_update(of=("self",)).select_related("cluster", "office", "file").get(pk=sheet.pk)
    )
    if stored.applied_at is not None:
        raise ValidationError(_("This workbook was entered already."), code="applied")
    found = planned(stored, by)
    made = known = 0
    for drafts in found.by_decision().values():
        recorded = record_decision(
            cluster=stored.cluster, office=stored.office, values=drafts[0].decision,
            lines=[draft.line for draft in drafts if draft.line], by=by,
        )  # fmt: skip
        made += len(recorded.made)
        known += recorded.known
    stored.applied_at = timezone.now()
    stored.made, stored.known, stored.wrong = made, known + len(found.known), len(found.wrong)
    stored.save(update_fields=["applied_at", "made", "known", "wrong"])
    return stored
