"""What people do where."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.core.audit import audited
from apps.core.functions import Span
from apps.offices.enums import CLUSTER_ROLES, OFFICE_ROLES, RoleKind
from apps.offices.models.days import days_in_order, valid_on
from apps.offices.models.units import Cluster, Membership, Office


class RoleQuerySet(models.QuerySet["Role"]):
    def on(self, day: date) -> RoleQuerySet:
        return self.filter(valid_on(day))

    def in_cluster(self, cluster: Cluster) -> RoleQuerySet:
        """Roles in the cluster itself, or in an office that is or was its member."""
        members = Membership.objects.filter(cluster=cluster).values("office")
        return self.filter(Q(cluster=cluster) | Q(office__in=members))


@audited()
class Role(models.Model):
    """What a person does in an office or a cluster, from a day to a day. Roles end; they are never rewritten."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="roles")
    kind = models.CharField(_("role"), max_length=12, choices=RoleKind)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="roles")
    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, null=True, blank=True, related_name="roles")
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to"), null=True, blank=True)

    objects = RoleQuerySet.as_manager()

    class Meta:
        verbose_name = _("role")
        ordering = ("user_id", "valid_from", "pk")
        constraints = (
            days_in_order("role"),
            models.CheckConstraint(
                condition=(Q(kind__in=sorted(OFFICE_ROLES)) & Q(office__isnull=False, cluster=None))
                | (Q(kind__in=sorted(CLUSTER_ROLES)) & Q(cluster__isnull=False, office=None)),
                name="role_office_or_cluster",
            ),
            ExclusionConstraint(
                name="role_office_no_overlap",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    ("office", RangeOperators.EQUAL),
                    (Span("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
                condition=Q(office__isnull=False),
            ),
            ExclusionConstraint(
                name="role_cluster_no_overlap",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    ("cluster", RangeOperators.EQUAL),
                    (Span("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
                condition=Q(cluster__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} · {self.get_kind_display()} · {self.office or self.cluster}"
