"""Clusters, their member offices, and who leads in which year. All of it dated."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.core.functions import Span
from apps.offices.enums import DESKS, POSTS, LeadershipKind
from apps.offices.models.days import days_in_order

if TYPE_CHECKING:
    from apps.accounts.models import User


class OfficeQuerySet(models.QuerySet["Office"]):
    def named_on(self, day: date) -> OfficeQuerySet:
        """Adds `name_then`, `short_name_then`: the names in force on that day (or the first ones, before it)."""
        names = OfficeName.objects.filter(office=models.OuterRef("pk")).order_by(
            models.Case(models.When(valid_from__lte=day, then=0), default=1), "-valid_from"
        )
        return self.annotate(
            name_then=models.Subquery(names.values("name")[:1]),
            short_name_then=models.Subquery(names.values("short_name")[:1]),
        )

    def members_of(self, cluster: Cluster, starts_on: date, ends_on: date) -> OfficeQuerySet:
        """Offices that belong to the cluster on some day of the span, in the cluster's own order, once each."""
        memberships = Membership.objects.filter(cluster=cluster, office=models.OuterRef("pk")).during(
            starts_on, ends_on
        )
        return (
            self.annotate(place_in_cluster=models.Subquery(memberships.order_by("position").values("position")[:1]))
            .filter(place_in_cluster__isnull=False)
            .order_by("place_in_cluster", "pk")
        )


@audited()
class Office(models.Model):
    """A member office: an identity. Its names, and who manages it, are dated (`OfficeName`).

    `name` and `short_name` here are today's; papers show the name as of their day.
    """

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = NFCCharField(_("name"), max_length=200)
    short_name = NFCCharField(_("short name"), max_length=80)
    telephone = models.CharField(_("telephone"), max_length=30, blank=True)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ("code",)

    def __str__(self) -> str:
        return self.short_name


@audited()
class OfficeName(models.Model):
    """How an office is called from a day to a day, as papers write it. Names of one office never overlap."""

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="names")
    name = NFCCharField(_("name"), max_length=200)
    short_name = NFCCharField(_("short name"), max_length=80)
    parent_body = NFCCharField(_("parent body on letterheads"), max_length=200, blank=True)
    province = NFCCharField(_("province or city"), max_length=120, blank=True)
    locality = NFCCharField(_("place of issue"), max_length=120, blank=True)
    managing_body = NFCCharField(_("managing body"), max_length=200, blank=True)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        verbose_name = _("office's name")
        ordering = ("office_id", "valid_from")
        constraints = (
            days_in_order("office_name"),
            ExclusionConstraint(
                name="office_name_no_overlap",
                expressions=[
                    ("office", RangeOperators.EQUAL),
                    (Span("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
            ),
        )

    def __str__(self) -> str:
        return self.name


class ClusterQuerySet(models.QuerySet["Cluster"]):
    def visible_to(self, user: User) -> ClusterQuerySet:
        """Clusters where the user has a role today, in the cluster or in an office that is or was a member."""
        if not user.is_authenticated:
            return self.none()
        if user.is_administrator:
            return self.all()
        from apps.offices.roles import roles_of

        held = roles_of(user)
        return self.filter(pk__in=held.cluster_ids)


@audited()
class Cluster(models.Model):
    """An emulation cluster. It has no seal of its own: its papers carry the leading office's letterhead."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = NFCCharField(_("name"), max_length=250)
    short_name = NFCCharField(_("short name"), max_length=80)
    mark = NFCCharField(
        _("mark"), max_length=3, blank=True, help_text=_("One to three characters, shown as the cluster's sign.")
    )
    region = NFCCharField(_("region"), max_length=120, blank=True)
    managing_body = NFCCharField(_("managing body"), max_length=200, blank=True)
    founding_decision = NFCTextField(_("founding decision"), blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ClusterQuerySet.as_manager()

    class Meta:
        verbose_name = _("cluster")
        verbose_name_plural = _("clusters")
        ordering = ("code",)

    def __str__(self) -> str:
        return self.short_name


class MembershipQuerySet(models.QuerySet["Membership"]):
    def during(self, starts_on: date, ends_on: date) -> MembershipQuerySet:
        return self.filter(Q(valid_from__lte=ends_on) & (Q(valid_to=None) | Q(valid_to__gte=starts_on)))


@audited()
class Membership(models.Model):
    """An office belongs to a cluster from a day to a day, at its place in the cluster's own order."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="memberships")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="memberships")
    position = models.PositiveSmallIntegerField(_("order"))
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        ordering = ("cluster_id", "position", "valid_from")
        constraints = (
            days_in_order("membership"),
            ExclusionConstraint(
                name="membership_no_overlap",
                expressions=[
                    ("cluster", RangeOperators.EQUAL),
                    ("office", RangeOperators.EQUAL),
                    (Span("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
            ),
        )

    def __str__(self) -> str:
        return f"{self.cluster} · {self.office}"


class LeadershipQuerySet(models.QuerySet["Leadership"]):
    def on(self, day: date) -> LeadershipQuerySet:
        """Those in force on a day: begun, and not yet ended."""
        return self.filter(Q(begins_on=None) | Q(begins_on__lte=day), Q(ends_on=None) | Q(ends_on__gte=day))

    def desks(self) -> LeadershipQuerySet:
        """Those whose secretariat runs the year."""
        return self.filter(kind__in=sorted(DESKS))

    def ran(self, cluster: Cluster, year: int) -> list[int]:
        """Ids of the offices whose desk runs the year, or ran it until it was handed over or closed. One query."""
        today = timezone.localdate()
        begun = self.desks().filter(Q(begins_on=None) | Q(begins_on__lte=today), cluster=cluster, year=year)
        return list(begun.values_list("office", flat=True))

    def closed_on(self, cluster: Cluster, year: int) -> date | None:
        """The day on which the emulation year was closed: nothing new is begun in it. One query."""
        closed = self.filter(cluster=cluster, year=year, closed_on__isnull=False)
        return closed.values_list("closed_on", flat=True).first()

    def of_year(self, cluster: Cluster, year: int) -> LeadershipQuerySet:
        return self.filter(cluster=cluster, year=year).select_related("office")

    def posts_on(self, cluster: Cluster, year: int, day: date) -> dict[str, Leadership]:
        """By kind, who held the post on a day; before the first the first, after the last the last. One query."""
        found: dict[str, Leadership] = {}
        for row in self.of_year(cluster, year).order_by(F("begins_on").asc(nulls_first=True), "pk"):
            if row.kind not in found or row.begins_on is None or row.begins_on <= day:
                found[row.kind] = row
        return found


@audited()
class Leadership(models.Model):
    """An office leads a cluster, or is its deputy, for one emulation year: one of each on any day of it.

    The secretariat of year Y are those who hold the secretariat's desk in its leading office: from `begins_on` (a year
    begins on its day; open: at once) until `ends_on` (handed over on the morrow, or the office merged), or until the
    year is closed. Whoever takes over a year that is not closed is its STEWARD: the leading office stays what it was.
    """

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="leaderships")
    year = models.PositiveSmallIntegerField(_("year"))
    kind = models.CharField(_("post"), max_length=10, choices=LeadershipKind)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="leaderships")
    begins_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("to"), null=True, blank=True)
    closed_on = models.DateField(_("year closed on"), null=True, blank=True)

    objects = LeadershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("leadership")
        ordering = ("cluster_id", "-year", "-kind")
        constraints = (
            ExclusionConstraint(
                name="leadership_one_of_each",
                expressions=[
                    ("cluster", RangeOperators.EQUAL),
                    ("year", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    (Span("begins_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
            ),
            ExclusionConstraint(
                name="leadership_two_offices",
                expressions=[
                    ("cluster", RangeOperators.EQUAL),
                    ("year", RangeOperators.EQUAL),
                    ("office", RangeOperators.EQUAL),
                    (Span("begins_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(kind__in=sorted(POSTS)),
            ),
            models.CheckConstraint(condition=Q(kind__in=LeadershipKind.values), name="leadership_kind_known"),
            models.CheckConstraint(condition=Q(year__gte=1948, year__lte=2100), name="leadership_year_plausible"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(begins_on=None) | Q(ends_on__gte=F("begins_on")),
                name="leadership_days_in_order",
            ),
        )

    def __str__(self) -> str:
        return f"{self.office} · {self.get_kind_display()} · {self.year}"
