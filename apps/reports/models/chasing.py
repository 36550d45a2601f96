"""Chasing: who spoke with whom, and which reminders went out."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.campaigns.models import Period
from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.offices.models import Office
from apps.reports.enums import ContactWay, Step

AUTHOR = settings.AUTH_USER_MODEL


@audited()
class Contact(models.Model):
    """The secretariat spoke with an office about its report: when, how, with whom, what was said."""

    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="contacts")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="contacts")
    way = models.CharField(_("way"), max_length=10, choices=ContactWay)
    person = NFCCharField(_("with whom"), max_length=120, blank=True)
    note = NFCTextField(_("what was said"), blank=True)
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("contact")
        ordering = ("-at", "-pk")
        constraints = (models.CheckConstraint(condition=Q(way__in=ContactWay.values), name="contact_way_known"),)

    def __str__(self) -> str:
        return f"{self.office} · {self.get_way_display()}"


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def unsent(self) -> ReminderQuerySet:
        return self.filter(sent_at=None)


class Reminder(models.Model):
    """A person is reminded of an office's report at a step, once: the row is the claim, `sent_at` the stamp."""

    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="reminders")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="reminders")
    user = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, related_name="reminders")
    step = models.CharField(max_length=12, choices=Step)
    round = models.PositiveSmallIntegerField(default=0)  # of COMPLETION: the number of the version asked about
    claimed_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_at = models.DateTimeField(null=True, editable=False)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        verbose_name = _("reminder")
        ordering = ("claimed_at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("period", "office", "user", "step", "round"), name="reminder_once"),
            models.CheckConstraint(condition=Q(step__in=Step.values), name="reminder_step_known"),
        )

    def __str__(self) -> str:
        return f"{self.user} · {self.get_step_display()}"
