"""Workbooks of awards that were brought: kept, previewed, entered once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.core.audit import audited
from apps.core.fields import NFCCharField
from apps.files.models import StoredFile
from apps.offices.models import Cluster, Office

if TYPE_CHECKING:
    from apps.accounts.models import User


class AwardSheetQuerySet(models.QuerySet["AwardSheet"]):
    def visible_to(self, user: User) -> AwardSheetQuerySet:
        """Whoever brought it: it may name anybody."""
        return self.filter(uploaded_by=user)


@audited(exclude=("wrote",))
class AwardSheet(models.Model):
    """A workbook of awards. What it says is read anew for the preview and when it is entered; the counts say what came
    of it. `office`: who entered it for itself; without one the cluster's secretariat. `wrote`: the rows that it made
    (`sheets.undoing.wrote`), by which the whole of it is undone; none of what was entered before that was kept."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    name = NFCCharField(_("file"), max_length=255)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(default=timezone.now, editable=False)
    applied_at = models.DateTimeField(_("entered at"), null=True, blank=True)
    made = models.PositiveIntegerField(_("awards entered"), null=True, blank=True)
    known = models.PositiveIntegerField(_("known already"), null=True, blank=True)
    wrong = models.PositiveIntegerField(_("left out"), null=True, blank=True)
    wrote = models.JSONField(null=True, editable=False)
    undone_at = models.DateTimeField(_("undone at"), null=True, editable=False)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    objects = AwardSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("workbook of awards")
        ordering = ("-uploaded_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(applied_at=None, made=None, known=None, wrong=None)
                | Q(applied_at__isnull=False, made__isnull=False, known__isnull=False, wrong__isnull=False),
                name="award_sheet_applied_with_counts",
            ),
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False, wrote__isnull=False, applied_at__isnull=False),
                name="award_sheet_undone_by_whom",
            ),
        )

    def __str__(self) -> str:
        return self.name
