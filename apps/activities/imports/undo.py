"""Undoing a whole import: once, in one transaction, back to the state before it, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import DateField, QuerySet
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.accounts.models import User
from apps.activities.actions import hold_statements
from apps.activities.actions.basics import Entering, closed
from apps.activities.enums import ImportState
from apps.activities.imports.obstacles import (
    changed_records,
    former_figures,
    made_records,
    obstacles,
    stated_figures,
)
from apps.activities.imports.snapshots import put_back_figures, put_back_records
from apps.activities.models import DirectFigure, Import
from apps.activities.models.records import RecordQuerySet
from apps.activities.rules import can_enter, can_import
from apps.campaigns.closing import closings
from apps.core.audit import action
from apps.core.words import number
from apps.offices.models import Cluster, Office


@dataclass(frozen=True)
class Extent:
    """What undoing an import does, in numbers."""

    removed: int
    put_back: int
    withdrawn: int
    restored: int


def _records(origin: Import) -> tuple[RecordQuerySet, RecordQuerySet]:
    return made_records(origin), changed_records(origin)


def _figures(origin: Import) -> tuple[QuerySet[DirectFigure], QuerySet[DirectFigure]]:
    return stated_figures(origin), former_figures(origin)


def extent(origin: Import) -> Extent:
    return Extent(
        removed=made_records(origin).count(), put_back=changed_records(origin).count(),
        withdrawn=stated_figures(origin).count(), restored=former_figures(origin).count(),
    )  # fmt: skip


Touched = set[tuple[int | None, date, date]]


def _touched(origin: Import) -> Touched:
    """Every owner with the span (a record: the day) that undoing changes."""
    made, changed = _records(origin)
    days = made.order_by().values_list("office_id", "counted_on", "counted_on")
    figures = [rows.order_by().values_list("office_id", "starts_on", "ends_on") for rows in _figures(origin)]
    found: Touched = set(days.union(changed.order_by().values_list("office_id", "counted_on", "counted_on"), *figures))
    was = KeyTextTransform("counted_on", KeyTransform("record", "before"))
    before = origin.changes.exclude(record=None).order_by().annotate(was=Cast(was, DateField()))
    return found | {(office, day, day) for office, day in before.values_list("record__office_id", "was") if day}


def may_undo(origin: Import, by: User) -> bool:
    """Whoever may import, and still enters for every owner whose rows the import touched."""
    if not can_import(by, origin.cluster, origin.period.year):
        return False
    entering = Entering.of(by, origin.cluster)
    owners = {(office, entering.year_of(day)) for office, _first, day in _touched(origin)}
    offices = Office.objects.in_bulk({office for office, _year in owners if office})
    return all(can_enter(by, origin.cluster, offices.get(office) if office else None, year) for office, year in owners)


def closed_by_now(origin: Import) -> list[ValidationError]:
    """Why it stays for now: one refusal for each office and period whose figures are closed."""
    known = closings(origin.cluster)
    shut = {(office, period) for office, *span in _touched(origin) if office and (period := known.of(office, *span))}
    offices = Office.objects.in_bulk({office for office, _period in shut})
    ordered = sorted(shut, key=lambda pair: (pair[1].starts_on, pair[0]))
    return [closed(period, offices[office]) for office, period in ordered]


@action
def undo_import(*, import_id: int, by: User) -> Import:
    """Takes out what an import entered, puts back what it changed, withdraws what it stated, and lets what that
    replaced live again: the very same rows.

    Refused, with nothing changed, where something was built on it since (`obstacles`). A second call, from a double
    click or another tab, finds it undone and changes nothing.
    """
    found = Import.objects.visible_to(by).select_related("cluster", "period").filter(pk=import_id).first()
    if found is None or not can_import(by, found.cluster, found.period.year):
        raise PermissionDenied
    Cluster.objects.select_for_update(no_key=True).get(pk=found.cluster_id)
    found = Import.objects.select_for_update(of=("self",)).select_related("cluster", "period").get(pk=import_id)
    if found.state == ImportState.UNDONE:
        return found
    if found.state != ImportState.APPLIED:
        raise ValidationError(_("This file was not imported, so there is nothing to undo."), code="not_applied")
    if not may_undo(found, by):
        raise PermissionDenied
    if shut := closed_by_now(found):
        raise ValidationError([message for refusal in shut for message in refusal.messages], code="closed")
    _lock(found)
    built = obstacles(found).count
    if built:
        raise ValidationError(
            ngettext(
                "It can no longer be undone: something was built on it at %(count)s place.",
                "It can no longer be undone: something was built on it at %(count)s places.",
                built,
            ),
            params={"count": number(built)},
            code="built_on",
        )
    now = timezone.now()
    gone = {"deleted_at": now, "deleted_by": by, "updated_at": now}
    made_records(found).update(**gone)
    put_back_records(found)
    stated_figures(found).update(**gone)
    put_back_figures(found)
    found.state, found.undone_at, found.undone_by = ImportState.UNDONE, now, by
    found.save(update_fields=["state", "undone_at", "undone_by"])
    return found


def _lock(origin: Import) -> None:
    """Whoever edits a row of it now waits, and then finds it as the undoing left it."""
    made, former = _figures(origin)
    columns = ("office_id", "indicator_id")
    hold_statements(origin.cluster, {*made.values_list(*columns), *former.values_list(*columns)})
    for rows in (*_records(origin), *_figures(origin)):
        list(rows.select_for_update(of=("self",)).order_by("pk").values_list("pk"))
