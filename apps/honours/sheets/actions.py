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
from apps.honours.actions.subjects import Enterable
from apps.honours.models import Award, AwardSheet, Decision
from apps.honours.sheets.plan import Plan, plan
from apps.honours.sheets.reading import read
from apps.honours.sheets.undoing import awards_of, decisions_of, obstacles, wrote
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
    known = 0
    made: list[Award] = []
    new: list[Decision] = []
    for drafts in found.by_decision().values():
        recorded = record_decision(
            cluster=stored.cluster, office=stored.office, values=drafts[0].decision,
            lines=[draft.line for draft in drafts if draft.line], by=by,
        )  # fmt: skip
        made += recorded.made
        new += [recorded.decision] if recorded.is_new else []
        known += recorded.known
    stored.applied_at = timezone.now()
    stored.made, stored.known, stored.wrong = len(made), known + len(found.known), len(found.wrong)
    stored.wrote = wrote(made, new)
    stored.save(update_fields=["applied_at", "made", "known", "wrong", "wrote"])
    return stored


@action
def undo_awards(*, sheet: AwardSheet, by: User) -> AwardSheet:
    """Takes back all that it entered: its awards, and its decisions that award nothing else. Refused as soon as one of
    them was built on, and says which. Again changes nothing."""
    if sheet.uploaded_by_id != by.pk or not rules.can_record(by, sheet.cluster):
        raise PermissionDenied
    stored = AwardSheet.objects.select_for_update(of=("self",)).select_related("cluster").get(pk=sheet.pk)
    if stored.undone_at is not None:
        return stored
    if stored.wrote is None:
        raise ValidationError(_("What this workbook entered was not kept: take the lines off one by one."), code="old")
    ids = [award.pk for award in awards_of(stored)]
    list(Award.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk"))  # nobody revokes meanwhile
    if found := obstacles(stored):
        message = _("It cannot be undone any more: %(obstacles)s.")
        said = "; ".join(f"{each.title} ({each.why})" for each in found)
        raise ValidationError(message % {"obstacles": said}, code="built_on")
    awards = awards_of(stored)
    may = Enterable.of(by, stored.cluster, [award.person_id for award in awards if award.person_id])
    if not all(may.allows(award.person, award.office) for award in awards):
        raise PermissionDenied
    Award.objects.filter(pk__in=[award.pk for award in awards]).delete()
    for decision in decisions_of(stored):
        Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
        if not Award.objects.filter(decision=decision).exists():
            decision.delete()
    stored.undone_at, stored.undone_by = timezone.now(), by
    stored.save(update_fields=["undone_at", "undone_by"])
    return stored
