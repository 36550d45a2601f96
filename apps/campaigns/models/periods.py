"""Reporting periods."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from apps.campaigns.enums import HALVES, PeriodKind
from apps.core.audit import audited
from apps.core.functions import Span
from apps.offices.models import Cluster
from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.accounts.models import User


class PeriodQuerySet(models.QuerySet["Period"]):
    def visible_to(self, user: User) -> PeriodQuerySet:
        if getattr(user, "is_administrator", False):
            return self.all()
        return self.filter(cluster__in=roles_of(user).cluster_ids)

    def halves(self) -> PeriodQuerySet:
        return self.filter(kind__in=sorted(HALVES))

    def due_to_build(self, on: date) -> PeriodQuerySet:
        """Periods whose build day has come."""
        return self.filter(build_on__lte=on)


@audited()
class Period(models.Model):
    """A reporting period of a cluster: a half or a year, with its data window and its days.

    Halves of one cluster never overlap; the year is the union of its halves. `starts_on` and `ends_on` are the data
    window (some clusters count 15/12–14/6). `published_on` is the day on which the cluster's report went to
    the members: from then on they see each other's figures and records of the window.
    """

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="periods")
    year = models.PositiveSmallIntegerField(_("year"))
    kind = models.CharField(_("period"), max_length=2, choices=PeriodKind)
    starts_on = models.DateField(_("data from"))
    ends_on = models.DateField(_("data to"))
    due_on = models.DateField(_("reports due on"), null=True, blank=True)
    closes_on = models.DateField(_("figures closed on"), null=True, blank=True)
    build_on = models.DateField(_("report built on"), null=True, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("period")
        verbose_name_plural = _("periods")
        ordering = ("cluster_id", "year", "kind")  # first half, second half, year
        constraints = (
            models.UniqueConstraint(fields=("cluster", "year", "kind"), name="period_once"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="period_days_in_order"),
            models.CheckConstraint(condition=Q(kind__in=PeriodKind.values), name="period_kind_known"),
            ExclusionConstraint(
                name="period_halves_no_overlap",
                expressions=[
                    ("cluster", RangeOperators.EQUAL),
                    (Span("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(kind__in=sorted(HALVES)),
            ),
        )

    def __str__(self) -> str:
        if self.kind == PeriodKind.YEAR:
            return str(_("Year %(year)s")) % {"year": self.year}
        return str(_("%(half)s of %(year)s")) % {"half": str(self.get_kind_display()).capitalize(), "year": self.year}

    @property
    def code(self) -> str:
        """How addresses and commands name a period: 2019H1, 2019H2, 2019."""
        return str(self.year) if self.kind == PeriodKind.YEAR else f"{self.year}{self.kind}"
