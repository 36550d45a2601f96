"""What was taken out of the lists because it was entered by mistake."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.core.audit import audited
from apps.core.fields import NFCCharField
from apps.offices.models.people import Employment, Person
from apps.offices.models.units import Office


class RemovalQuerySet(models.QuerySet["Removal"]):
    def standing(self) -> RemovalQuerySet:
        """Not undone."""
        return self.filter(undone_at=None)

    def of_office(self, office: Office) -> RemovalQuerySet:
        """By which somebody was taken out of this office's list."""
        there = Employment.entered.filter(removal=models.OuterRef("pk"), office=office)
        return self.filter(models.Exists(there))


@audited()
class Removal(models.Model):
    """Entries of one person taken out of the lists, for a reason; undone they stand there again. Its entries are those
    whose `removal` it is, and none once it is undone. A person all of whose entries are removed is in no list."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="removals")
    reason = NFCCharField(_("reason"), max_length=300)
    removed_at = models.DateTimeField(default=timezone.now, editable=False)
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(_("put back at"), null=True, editable=False)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    objects = RemovalQuerySet.as_manager()

    class Meta:
        verbose_name = _("removal of an entry")
        ordering = ("-removed_at", "-pk")
        constraints = (
            models.CheckConstraint(condition=~Q(reason=""), name="removal_for_a_reason"),
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="removal_undone_by_whom",
            ),
        )

    def __str__(self) -> str:
        return str(self.person)
