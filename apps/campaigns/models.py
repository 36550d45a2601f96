"""The calendar: movements, reporting periods, conferences, tasks; terms and sessions of the National Assembly."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from apps.campaigns.enums import HALVES, CampaignKind, ConferenceKind, PartOfDay, PeriodKind
from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.core.functions import Span
from apps.offices.models import Cluster, Office
from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.accounts.models import User


@audited()
class AssemblyTerm(models.Model):
    """A term of the National Assembly, e.g. XIV (2016–2021)."""

    number = models.PositiveSmallIntegerField(_("term"), unique=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))

    class Meta:
        verbose_name = _("term of the National Assembly")
        ordering = ("-number",)
        constraints = (
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="assembly_term_days_in_order"),
            ExclusionConstraint(
                name="assembly_term_no_overlap", expressions=[(Span("starts_on", "ends_on"), RangeOperators.OVERLAPS)]
            ),
        )

    def __str__(self) -> str:
        return self.roman

    @property
    def roman(self) -> str:
        tens, ones = divmod(self.number, 10)
        return "X" * tens + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][ones]


@audited()
class AssemblySession(models.Model):
    """A session of a term. Its days may be unknown while it lies ahead."""

    term = models.ForeignKey(AssemblyTerm, on_delete=models.PROTECT, related_name="sessions")
    number = models.PositiveSmallIntegerField(_("session"))
    opens_on = models.DateField(_("opens on"), null=True, blank=True)
    closes_on = models.DateField(_("closes on"), null=True, blank=True)

    class Meta:
        verbose_name = _("session of the National Assembly")
        ordering = ("-term__number", "-number")
        constraints = (
            models.UniqueConstraint(fields=("term", "number"), name="assembly_session_number_once"),
            models.CheckConstraint(
                condition=Q(opens_on=None, closes_on=None) | Q(closes_on__gte=F("opens_on")),
                name="assembly_session_days_in_order",
            ),
        )

    def __str__(self) -> str:
        return str(_("Session %(number)s, term %(term)s")) % {"number": self.number, "term": self.term.roman}


@audited()
class Campaign(models.Model):
    """A movement (phong trào thi đua) that the cluster carries out in a year, with its theme."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="campaigns")
    year = models.PositiveSmallIntegerField(_("year"))
    kind = models.CharField(_("kind"), max_length=10, choices=CampaignKind, default=CampaignKind.REGULAR)
    name = NFCCharField(_("name"), max_length=300)
    theme = NFCTextField(_("theme"), blank=True)
    launched_by = NFCCharField(_("launched by"), max_length=200, blank=True)
    partner = NFCCharField(_("together with"), max_length=200, blank=True)
    launched_on = models.DateField(_("launched on"), null=True, blank=True)

    class Meta:
        verbose_name = _("movement")
        verbose_name_plural = _("movements")
        ordering = ("-year", "pk")
        constraints = (models.UniqueConstraint(fields=("cluster", "year", "name"), name="campaign_name_once_a_year"),)

    def __str__(self) -> str:
        return self.name


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


@audited()
class Conference(models.Model):
    """A conference of the cluster. What is attached to it counts in its period, whatever day it took place."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="conferences")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="conferences")
    kind = models.CharField(_("kind"), max_length=10, choices=ConferenceKind)
    title = NFCCharField(_("title"), max_length=250)
    held_on = models.DateField(_("day"))
    part_of_day = models.CharField(_("part of the day"), max_length=10, choices=PartOfDay, default=PartOfDay.MORNING)
    place = NFCCharField(_("place"), max_length=250)
    host = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("host office")
    )
    superiors = NFCTextField(_("superiors present"), blank=True, help_text=_("One a line: name, post, body."))
    resolutions = NFCTextField(
        _("resolutions"), blank=True, help_text=_("One a line, as the conference agreed on them.")
    )

    class Meta:
        verbose_name = _("conference")
        ordering = ("-held_on", "pk")
        constraints = (
            models.UniqueConstraint(fields=("period", "kind"), name="conference_one_of_each_kind"),
            models.CheckConstraint(condition=Q(kind__in=ConferenceKind.values), name="conference_kind_known"),
        )

    def __str__(self) -> str:
        return self.title


@audited()
class Chair(models.Model):
    """Who chairs a conference: an office (the leading one, the deputy), and the person with the post, where known."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="chairs")
    position = models.PositiveSmallIntegerField(_("order"))
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    person = NFCCharField(_("person"), max_length=120, blank=True)
    post = NFCCharField(_("post"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("chair")
        ordering = ("conference_id", "position")
        constraints = (
            models.UniqueConstraint(
                fields=("conference", "position"), name="chair_position_once", deferrable=models.Deferrable.DEFERRED
            ),
        )

    def __str__(self) -> str:
        return self.person or str(self.office)


@audited()
class Task(models.Model):
    """A task of a period, in the cluster's own order; the report of the period before announces it."""

    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="tasks", verbose_name=_("to be done in"))
    position = models.PositiveSmallIntegerField(_("order"))
    text = NFCTextField(_("task"))
    conference = models.ForeignKey(Conference, on_delete=models.SET_NULL, null=True, blank=True, related_name="tasks")

    class Meta:
        verbose_name = _("task")
        ordering = ("period_id", "position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("period", "position"), name="task_position_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(condition=~Q(text=""), name="task_text_given"),
        )

    def __str__(self) -> str:
        return self.text[:60]
