"""Tasks of a period, and how far they are."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.campaigns.enums import TaskState
from apps.campaigns.models.conferences import Conference
from apps.campaigns.models.periods import Period
from apps.core.audit import audited
from apps.core.fields import NFCTextField
from apps.offices.models import Office

AUTHOR = settings.AUTH_USER_MODEL


@audited()
class Task(models.Model):
    """A task of a period, in the cluster's own order; the report of the period before announces it.

    `owner` is the office in charge; without one every member carries it out.
    """

    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="tasks", verbose_name=_("to be done in"))
    position = models.PositiveSmallIntegerField(_("order"))
    text = NFCTextField(_("task"))
    conference = models.ForeignKey(Conference, on_delete=models.SET_NULL, null=True, blank=True, related_name="tasks")
    owner = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("in charge")
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)

    class Meta:
        verbose_name = _("task")
        ordering = ("period_id", "position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("period", "position"), name="task_position_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(condition=~Q(text=""), name="task_text_given"),
        )

    def __str__(self) -> str:
        return self.text[:60]


@audited()
class TaskProgress(models.Model):
    """How far an office is with a task, as its report of the task's period says."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="progress")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(_("state"), max_length=12, choices=TaskState)
    note = NFCTextField(_("note"), blank=True)
    edited_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, related_name="+")
    edited_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("progress of a task")
        ordering = ("task_id", "office_id")
        constraints = (
            models.UniqueConstraint(fields=("task", "office"), name="task_progress_once_an_office"),
            models.CheckConstraint(condition=Q(state__in=TaskState.values), name="task_progress_state_known"),
        )

    def __str__(self) -> str:
        return f"{self.task} · {self.get_state_display()}"
