"""The catalogue of what can be counted."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.core.functions import Folded
from apps.indicators.enums import FROM_RECORDS, Aggregation
from apps.offices.models import Cluster


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    def for_cluster(self, cluster: Cluster, year: int) -> IndicatorQuerySet:
        """The common catalogue and the cluster's own in use in a year, in order, with what rates refer to."""
        in_use = (Q(first_year=None) | Q(first_year__lte=year)) & (Q(last_year=None) | Q(last_year__gte=year))
        own = self.filter(in_use, Q(cluster=None) | Q(cluster=cluster))
        return own.select_related("numerator", "denominator", "parent")

    def own(self, cluster: Cluster) -> IndicatorQuerySet:
        """What the cluster itself defined, whatever the year."""
        return self.filter(cluster=cluster).select_related("parent")

    def headings(self) -> IndicatorQuerySet:
        """Those that stand for themselves, not as a part of another."""
        return self.filter(parent=None)


@audited()
class Indicator(models.Model):
    """Something that can be counted: code, words, unit, definition, and how it is counted.

    FROM_RECORDS aggregations name a registered `source` (a kind of record), for SUM and DISTINCT a `measure` of it, and
    `filters` as {dimension: [values]}. RATIO names two other indicators. `parent` says of what it is a part.
    """

    code = models.SlugField(_("code"), max_length=60, unique=True)
    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, null=True, blank=True, related_name="indicators")
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    name = NFCCharField(_("name"), max_length=200)
    short_name = NFCCharField(_("short name"), max_length=60)
    unit = NFCCharField(_("unit"), max_length=30)
    definition = NFCTextField(_("what counts"))
    aggregation = models.CharField(_("counted as"), max_length=10, choices=Aggregation)
    source = models.SlugField(_("kind of record"), max_length=40, blank=True)
    measure = models.SlugField(_("measure"), max_length=40, blank=True)
    filters = models.JSONField(_("filters"), default=dict, blank=True)
    numerator = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    denominator = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    first_year = models.PositiveSmallIntegerField(_("from the year"), null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(_("to the year"), null=True, blank=True)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ("position", "code")
        constraints = (
            models.CheckConstraint(condition=Q(aggregation__in=Aggregation.values), name="indicator_aggregation_known"),
            models.CheckConstraint(
                condition=Q(aggregation__in=sorted(FROM_RECORDS)) & ~Q(source="")
                | ~Q(aggregation__in=sorted(FROM_RECORDS)) & Q(source="", measure=""),
                name="indicator_source_where_counted",
            ),
            models.CheckConstraint(
                condition=~Q(aggregation__in=[Aggregation.SUM, Aggregation.DISTINCT]) | ~Q(measure=""),
                name="indicator_measure_where_summed",
            ),
            models.CheckConstraint(
                condition=Q(aggregation=Aggregation.RATIO, numerator__isnull=False, denominator__isnull=False)
                | ~Q(aggregation=Aggregation.RATIO) & Q(numerator=None, denominator=None),
                name="indicator_ratio_of_two",
            ),
            models.CheckConstraint(
                condition=Q(last_year=None) | Q(first_year=None) | Q(last_year__gte=F("first_year")),
                name="indicator_years_in_order",
            ),
            models.UniqueConstraint("cluster", Folded("name"), name="indicator_name_once_a_cluster"),
            models.CheckConstraint(
                condition=Q(cluster=None) | Q(first_year__isnull=False), name="indicator_own_from_a_year"
            ),
        )

    def __str__(self) -> str:
        return self.name
