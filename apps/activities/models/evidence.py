"""Evidence: files on any line, stored once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.activities.models.records import Record
from apps.campaigns.models import Period
from apps.core.audit import audited
from apps.core.fields import NFCCharField
from apps.files.models import StoredFile
from apps.indicators.models import Indicator
from apps.offices.models import Cluster, Membership, Office
from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.accounts.models import User


def _figures_seen(user: User, cluster: Cluster) -> Q:
    """Evidence of stated figures, as the page of stated figures is open: one's own office's; every member's for
    leaders, for the secretariat of the year and, once the period that holds the span was published, for all members;
    the cluster's own line for leaders and secretariat."""
    held = roles_of(user)
    memberships = Membership.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=OuterRef("ends_on")),
        cluster=cluster, office=OuterRef("office_id"), valid_from__lte=OuterRef("ends_on"),
    )  # fmt: skip
    members, own = Q(Exists(memberships)), Q(cluster=cluster)
    if cluster.pk in held.viewer_clusters:
        return members | own
    holding = Period.objects.filter(
        cluster=cluster, starts_on__lte=OuterRef("starts_on"), ends_on__gte=OuterRef("ends_on")
    )
    years = [year for cluster_id, year in held.secretariat if cluster_id == cluster.pk]
    run = Q(Exists(holding.filter(year__in=years)))
    published = Q(Exists(holding.filter(published_on__isnull=False)))
    return members & (Q(office__in=held.office_ids) | run | published) | own & run


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def alive(self) -> EvidenceQuerySet:
        return self.filter(deleted_at=None)

    def visible_to(self, user: User) -> EvidenceQuerySet:
        """Evidence of lines that the user may open, removed evidence too: who may open the line reads what is on it."""
        seen = Q(pk__in=())
        for cluster in Cluster.objects.filter(pk__in=roles_of(user).cluster_ids):
            seen |= Q(record__in=Record.objects.open_to(user, cluster)) | Q(record=None) & _figures_seen(user, cluster)
        return self.filter(seen)


@audited()
class Evidence(models.Model):
    """A file linked to a line: to a record, or to an owner's figure of an indicator over a span.

    The same stored file may stand on many lines, under a name of its own on each. A figure's line is named by what it
    says, not by the row that states it, because each change of a statement is a new row.
    """

    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="evidence")
    name = NFCCharField(_("name"), max_length=255)
    record = models.ForeignKey(Record, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence")
        ordering = ("created_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(
                    record__isnull=False, indicator=None, office=None, cluster=None, starts_on=None, ends_on=None
                )
                | Q(record=None, indicator__isnull=False, starts_on__isnull=False, ends_on__gte=F("starts_on"))
                & (Q(office__isnull=False, cluster=None) | Q(office=None, cluster__isnull=False)),
                name="evidence_one_line",
            ),
            models.UniqueConstraint(
                fields=("file", "record"),
                condition=Q(deleted_at=None, record__isnull=False),
                name="evidence_once_on_a_record",
            ),
            models.UniqueConstraint(
                fields=("file", "indicator", "office", "cluster", "starts_on", "ends_on"),
                condition=Q(deleted_at=None, record=None),
                nulls_distinct=False,
                name="evidence_once_on_a_figure",
            ),
        )

    def __str__(self) -> str:
        return self.name
