"""Direct figures: what an office states, where it knows only totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.core.audit import audited
from apps.core.fields import NFCTextField
from apps.core.functions import Span
from apps.indicators.enums import FigureStatus
from apps.indicators.models import Indicator
from apps.offices.models import Cluster, Office

if TYPE_CHECKING:
    from datetime import date


class DirectFigureQuerySet(models.QuerySet["DirectFigure"]):
    def alive(self) -> DirectFigureQuerySet:
        return self.filter(deleted_at=None)

    def within(self, starts_on: date, ends_on: date) -> DirectFigureQuerySet:
        """A direct figure counts only in windows that hold its span whole."""
        return self.filter(starts_on__gte=starts_on, ends_on__lte=ends_on)


@audited()
class DirectFigure(models.Model):
    """An owner states an indicator for a span: a whole number, or none ("không phát sinh", `value` is null).

    The living statements of one owner on one indicator never overlap, so they can be added.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="direct_figures")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="direct_figures")
    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, null=True, blank=True, related_name="direct_figures")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    value = models.BigIntegerField(_("value"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=FigureStatus, default=FigureStatus.ACTUAL)
    note = NFCTextField(_("note"), blank=True)
    on_behalf = models.BooleanField(_("entered on behalf of the office"), default=False)
    imported_by = models.ForeignKey(
        "activities.Import", on_delete=models.PROTECT, null=True, blank=True, related_name="direct_figures"
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = DirectFigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("direct figure")
        verbose_name_plural = _("direct figures")
        ordering = ("starts_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(office__isnull=False, cluster=None) | Q(office=None, cluster__isnull=False),
                name="direct_figure_one_owner",
            ),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="direct_figure_days_in_order"),
            models.CheckConstraint(condition=Q(value=None) | Q(value__gte=0), name="direct_figure_not_negative"),
            models.CheckConstraint(condition=Q(status__in=FigureStatus.values), name="direct_figure_status_known"),
            ExclusionConstraint(
                name="direct_figure_office_no_overlap",
                expressions=[
                    ("indicator", RangeOperators.EQUAL),
                    ("office", RangeOperators.EQUAL),
                    (Span("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(deleted_at=None, office__isnull=False),
            ),
            ExclusionConstraint(
                name="direct_figure_cluster_no_overlap",
                expressions=[
                    ("indicator", RangeOperators.EQUAL),
                    ("cluster", RangeOperators.EQUAL),
                    (Span("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(deleted_at=None, cluster__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator} · {self.office or self.cluster}"
