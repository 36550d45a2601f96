"""Tasks of a period, in the cluster's own order, numbered from 1."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.campaigns.actions.calendar import refuse_unless_planning
from apps.campaigns.models import Conference, Period, Task
from apps.core.audit import action
from apps.core.text import nfc


def _text(text: str) -> str:
    clean = nfc(text)
    if not clean:
        raise ValidationError({"text": _("Write down what is to be done.")}, code="required")
    return clean


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
def add_task(*, period: Period, text: str, conference: Conference | None = None, by: User) -> Task:
    refuse_unless_planning(by, period.cluster, period.year)
    clean = _text(text)
    Period.objects.select_for_update().get(pk=period.pk)
    last = Task.objects.filter(period=period).aggregate(last=Max("position"))["last"] or 0
    return Task.objects.create(period=period, position=last + 1, text=clean, conference=conference)


@action
def update_task(*, task: Task, text: str, by: User) -> Task:
    refuse_unless_planning(by, task.period.cluster, task.period.year)
    task.text = _text(text)
    task.save(update_fields=["text"])
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
