"""Imports: a workbook that came in, what its preview said, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.activities.enums import WRITTEN, ImportState
from apps.campaigns.models import Period
from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.files.models import StoredFile
from apps.offices.models import Cluster, Office
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
class Mapping(models.Model):
    """How the columns of somebody's own layout are read: mapped once, remembered for the office (or, without one, for
    the cluster), found again by `signature`, the fold of the layout's headings.

    `columns` maps a heading as it stands in the file to a field of the target layout, or "" to leave it out.
    """

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="mappings")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="mappings")
    name = NFCCharField(_("name"), max_length=200)
    layout = models.SlugField(_("what the rows are"), max_length=60)
    signature = models.CharField(max_length=64)
    columns = models.JSONField(default=dict)
    header_rows = models.JSONField(default=list)
    owner_given = models.BooleanField(_("the office is not in the file"), default=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

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


@audited(exclude=("done", "total"))
class Import(models.Model):
    """One upload. The preview writes nothing but this row; applying it is one transaction, once; undoing it too.

    Large files are read and applied by a worker: `done` of `total` rows is its progress, written behind the audit.
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
