"""Imports: a workbook that came in, what its preview said, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.activities.enums import ImportState
from apps.campaigns.models import Period
from apps.core.audit import audited
from apps.files.models import StoredFile
from apps.offices.models import Cluster
from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.accounts.models import User


class ImportQuerySet(models.QuerySet["Import"]):
    def visible_to(self, user: User) -> ImportQuerySet:
        """One's own, and for the secretariat of the year everybody's."""
        held = roles_of(user)
        mine = Q(created_by=user.pk)
        for cluster_id, year in held.secretariat:
            mine |= Q(cluster=cluster_id, period__year=year)
        return self.filter(mine, cluster__in=held.cluster_ids)


@audited()
class Import(models.Model):
    """One upload. The preview writes nothing but this row; applying it is one transaction, once."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="imports")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="imports")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(_("state"), max_length=10, choices=ImportState, default=ImportState.PREVIEWED)
    outcome = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    applied_at = models.DateTimeField(null=True, blank=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        ordering = ("-created_at", "-pk")
        constraints = (
            models.CheckConstraint(condition=Q(state__in=ImportState.values), name="import_state_known"),
            models.CheckConstraint(
                condition=Q(state=ImportState.APPLIED, applied_at__isnull=False)
                | ~Q(state=ImportState.APPLIED) & Q(applied_at=None),
                name="import_applied_when",
            ),
        )

    def __str__(self) -> str:
        return self.file.name
