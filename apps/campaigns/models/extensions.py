"""More time for one office."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.campaigns.models.periods import Period
from apps.core.audit import audited
from apps.core.fields import NFCTextField
from apps.offices.models import Office

AUTHOR = settings.AUTH_USER_MODEL


class ExtensionQuerySet(models.QuerySet["Extension"]):
    def undecided(self) -> ExtensionQuerySet:
        return self.filter(decided_at=None)

    def in_force(self, on: date) -> ExtensionQuerySet:
        """Granted, and not over on that day."""
        return self.filter(granted_until__gte=on)


@audited()
class Extension(models.Model):
    """An office asks for figures to stay open beyond the closing day; the secretariat grants it until a day or refuses.

    Undecided: nothing of the decision is set. Decided: who and when; granted exactly where `granted_until` is set, a
    refusal has its reason in `decision`.
    """

    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="extensions")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="extensions")
    reason = NFCTextField(_("reason"))
    wanted_until = models.DateField(_("asked for until"))
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    asked_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, related_name="+")
    granted_until = models.DateField(_("granted until"), null=True, blank=True)
    decision = NFCTextField(_("decision"), blank=True)
    decided_at = models.DateTimeField(null=True, editable=False)
    decided_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, editable=False, related_name="+")

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        verbose_name = _("extension")
        ordering = ("-asked_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("period", "office"), condition=Q(decided_at=None), name="extension_one_undecided"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="extension_reason_given"),
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by=None, granted_until=None, decision="")
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="extension_decided_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None) | Q(granted_until__isnull=False) | ~Q(decision=""),
                name="extension_refused_for_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.office} · {self.period}"

    @property
    def is_decided(self) -> bool:
        return self.decided_at is not None
