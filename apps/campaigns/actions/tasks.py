"""Tasks of a period, in the cluster's own order, numbered from 1; and how far each office is with them."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.campaigns.actions.calendar import refuse_unless_planning
from apps.campaigns.closing import is_closed
from apps.campaigns.enums import TaskState
from apps.campaigns.models import Conference, Period, Task, TaskProgress
from apps.campaigns.rules import can_tell_progress
from apps.core import words
from apps.core.audit import action
from apps.core.text import nfc
from apps.offices.models import Office


def _text(text: str) -> str:
    clean = nfc(text)
    if not clean:
        raise ValidationError({"text": _("Write down what is to be done.")}, code="required")
    return clean


def _refuse_strangers(field: str, period: Period, office: Office | None) -> None:
    """An office that carries out a task is a member in the task's period."""
    if office is None:
        return
    members = Office.objects.members_of(period.cluster, period.starts_on, period.ends_on)
    if not members.filter(pk=office.pk).exists():
        message = _("%(office)s is no member of the cluster in %(period)s.") % {"office": office, "period": period}
        raise ValidationError({field: message}, code="stranger")


def _refuse_closed(period: Period, office: Office) -> None:
    """Progress is a part of the office's report: closed with its period, unless more time was granted."""
    if period.closes_on is not None and is_closed(period, office, timezone.localdate()):
        raise ValidationError(
            _("Figures were closed on %(day)s. Ask the secretariat for an extension first."),
            params={"day": words.day(period.closes_on)},
            code="closed",
        )


def _locked(period: Period) -> list[Task]:
    """The period's tasks in order; the period's row is the lock for their numbering."""
    Period.objects.select_for_update().get(pk=period.pk)
    return list(Task.objects.filter(period=period).order_by("position", "pk"))


def _number(tasks: list[Task]) -> None:
    for position, task in enumerate(tasks, start=1):
        if task.position != position:
            task.position = position
            task.save(update_fields=["position"])


@action
def add_task(
    *,
    period: Period,
    text: str,
    conference: Conference | None = None,
    owner: Office | None = None,
    due_on: date | None = None,
    by: User,
) -> Task:
    """`owner` is in charge; without one every member carries it out."""
    refuse_unless_planning(by, period.cluster, period.year)
    clean = _text(text)
    _refuse_strangers("owner", period, owner)
    Period.objects.select_for_update().get(pk=period.pk)
    last = Task.objects.filter(period=period).aggregate(last=Max("position"))["last"] or 0
    return Task.objects.create(
        period=period, position=last + 1, text=clean, conference=conference, owner=owner, due_on=due_on
    )


@action
def update_task(*, task: Task, text: str, owner: Office | None = None, due_on: date | None = None, by: User) -> Task:
    """The task as it is given: without `owner` it becomes everybody's, without `due_on` it has no day."""
    refuse_unless_planning(by, task.period.cluster, task.period.year)
    task.text = _text(text)
    _refuse_strangers("owner", task.period, owner)
    task.owner, task.due_on = owner, due_on
    task.save(update_fields=["text", "owner", "due_on"])
    return task


@action
def move_task(*, task: Task, up: bool, by: User) -> None:
    """One place up or down; at an end it does nothing."""
    refuse_unless_planning(by, task.period.cluster, task.period.year)
    ordered = _locked(task.period)
    here = next(index for index, each in enumerate(ordered) if each.pk == task.pk)
    there = here - 1 if up else here + 1
    if 0 <= there < len(ordered):
        ordered[here], ordered[there] = ordered[there], ordered[here]
    _number(ordered)


@action
def remove_task(*, task: Task, by: User) -> None:
    refuse_unless_planning(by, task.period.cluster, task.period.year)
    remaining = [each for each in _locked(task.period) if each.pk != task.pk]
    Task.objects.filter(pk=task.pk).delete()
    _number(remaining)


@action
def set_progress(*, task: Task, office: Office, state: str, note: str = "", by: User) -> TaskProgress:
    """How far the office is with the task; said again it is the same row, and the same words write nothing."""
    if not can_tell_progress(by, task.period.cluster, task.period.year, office.pk):
        raise PermissionDenied
    if state not in TaskState.values:
        known = ", ".join(f"“{label}”" for label in TaskState.labels)
        raise ValidationError({"state": _("Choose how far it is: %(known)s.") % {"known": known}}, code="unknown")
    stored = Task.objects.select_for_update(of=("self",)).get(pk=task.pk)  # two people at once: one row
    if stored.owner_id not in (None, office.pk):
        raise ValidationError(_("This task is another office's."), code="anothers")
    _refuse_strangers("office", task.period, office)
    _refuse_closed(task.period, office)
    row = TaskProgress.objects.filter(task=task, office=office).first() or TaskProgress(task=task, office=office)
    clean = nfc(note)
    if row.pk and (row.state, row.note) == (state, clean):
        return row
    row.state, row.note, row.edited_by, row.edited_at = state, clean, by, timezone.now()
    row.save()
    return row
