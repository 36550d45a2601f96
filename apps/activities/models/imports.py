"""Imports: a workbook that came in, what its preview said, and what became of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.activities.enums import AT_WORK, WRITTEN, ImportState, PartKind
from apps.campaigns.models import Period
from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.files.models import StoredFile
from apps.offices.models import Cluster, Office
from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.accounts.models import User


STALL_AFTER = timedelta(seconds=120)
ANNOUNCE_AGAIN_AFTER = timedelta(seconds=30)


class ImportQuerySet(models.QuerySet["Import"]):
    def at_work(self) -> ImportQuerySet:
        return self.filter(state__in=AT_WORK)

    def stalled(self, now: datetime) -> ImportQuerySet:
        """Held by a worker that has not said for a while that it lives."""
        return self.at_work().filter(claim__isnull=False, claimed_at__lt=now - STALL_AFTER)

    def unclaimed(self, now: datetime) -> ImportQuerySet:
        """Announced a while ago, and nobody took it."""
        return self.at_work().filter(claim=None, claimed_at__lt=now - ANNOUNCE_AGAIN_AFTER)

    def visible_to(self, user: User) -> ImportQuerySet:
        """One's own, and for the secretariat of the year everybody's."""
        held = roles_of(user)
        mine = Q(created_by=user.pk)
        for cluster_id, year in held.secretariat:
            mine |= Q(cluster=cluster_id, period__year=year)
        return self.filter(mine, cluster__in=held.cluster_ids)


class MappingQuerySet(models.QuerySet["Mapping"]):
    def readable_by(self, user: User, cluster: Cluster, year: int) -> MappingQuerySet:
        """The cluster's, those of the offices for which one enters, and for the secretariat of the year all."""
        held = roles_of(user)
        if cluster.pk not in held.cluster_ids:
            return self.none()
        rows = self.filter(cluster=cluster)
        if held.is_secretariat(cluster.pk, year):
            return rows
        return rows.filter(Q(office=None) | Q(office__in=held.entering_offices))

    def changeable_by(self, user: User, cluster: Cluster, year: int) -> MappingQuerySet:
        """The cluster's own belong to its secretariat."""
        rows = self.readable_by(user, cluster, year)
        return rows if roles_of(user).is_secretariat(cluster.pk, year) else rows.exclude(office=None)


@audited()
class Mapping(models.Model):
    """How the columns of somebody's own layout are read: mapped once, remembered for the office (or, without one, for
    the cluster), found again by `signature`, the fold of the layout's headings.

    `columns` maps a heading, folded, to a field of the target layout, or "" to leave it out; `given` a field to what
    holds for every row because the file does not say it; `words` a field to {word of the file, folded: our value}.
    `tiers` is how many rows (or, where the table lies on its side, columns) the headings take.
    """

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="mappings")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="mappings")
    name = NFCCharField(_("name"), max_length=200)
    layout = models.SlugField(_("what the rows are"), max_length=60)
    signature = models.CharField(max_length=64)
    columns = models.JSONField(default=dict)
    tiers = models.PositiveSmallIntegerField(default=1)
    sideways = models.BooleanField(_("indicators stand below each other"), default=False)
    given = models.JSONField(default=dict, blank=True)
    words = models.JSONField(default=dict, blank=True)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    objects = MappingQuerySet.as_manager()

    class Meta:
        verbose_name = _("column mapping")
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("cluster", "office", "signature"), nulls_distinct=False, name="mapping_once_for_a_layout"
            ),
        )

    def __str__(self) -> str:
        return self.name


@audited(exclude=("done", "total", "claim", "claimed_at", "attempts", "outcome"))
class Import(models.Model):
    """One upload. The preview writes nothing but this row; applying it is one transaction, once; undoing it too.

    Large files are read and applied by a worker: `done` of `total` rows is its progress, written behind the audit.
    `claim` names the worker that holds it, `claimed_at` is when that one last said that it lives. `options` say how the
    file is read: {"mapped": {sheet: understanding}, "as_is": true}; what reading it gave is the `outcome`, and its
    errors and warnings are `parts`.
    """

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="imports")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="imports")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(_("state"), max_length=10, choices=ImportState, default=ImportState.PREVIEWED)
    outcome = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    failure = NFCTextField(blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    claim = models.UUIDField(null=True, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    options = models.JSONField(default=dict, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        ordering = ("-created_at", "-pk")
        constraints = (
            models.CheckConstraint(condition=Q(state__in=ImportState.values), name="import_state_known"),
            models.CheckConstraint(
                condition=Q(state__in=sorted(WRITTEN), applied_at__isnull=False)
                | ~Q(state__in=sorted(WRITTEN)) & Q(applied_at=None),
                name="import_applied_when",
            ),
            models.CheckConstraint(
                condition=Q(state=ImportState.UNDONE, undone_at__isnull=False)
                | ~Q(state=ImportState.UNDONE) & Q(undone_at=None, undone_by=None),
                name="import_undone_when",
            ),
        )

    def __str__(self) -> str:
        return self.file.name


class ImportPart(models.Model):
    """Errors or warnings of an import, or what was seen of a sheet that is to be mapped: many lines in one row, so that
    all of 50,000 are kept and a page of them is one read. Written with the outcome, replaced with it."""

    origin = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="parts")
    what = models.CharField(max_length=10, choices=PartKind)
    position = models.PositiveIntegerField()
    lines = models.JSONField(default=list)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("origin", "what", "position"), name="import_part_once"),
            models.CheckConstraint(condition=Q(what__in=PartKind.values), name="import_part_kind_known"),
        )

    def __str__(self) -> str:
        return f"{self.origin_id}: {self.what} {self.position}"


class ImportChange(models.Model):
    """What an import changed that was there before, so that it can be undone: a record, or a statement.

    `before` holds the columns as they were; `version` is the record's version afterwards: where it stands no longer,
    something was built on it. Records and statements that the import itself made are found by their `imported_by`.
    """

    origin = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="changes")
    record = models.ForeignKey("activities.Record", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    figure = models.ForeignKey(
        "activities.DirectFigure", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    before = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(record__isnull=False, figure=None) | Q(record=None, figure__isnull=False),
                name="import_change_of_one_thing",
            ),
        )

    def __str__(self) -> str:
        return f"{self.origin_id}: {self.record_id or self.figure_id}"
