"""Decisions, what they award to whom, and what was revoked again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import ExtractYear
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.core.functions import Folded
from apps.files.models import StoredFile
from apps.honours.enums import MANY_IN_A_YEAR, Occasion
from apps.honours.models.catalogue import Honour
from apps.honours.models.seen import BY_NAME, member_of, seen_by
from apps.honours.models.triggers import AWARD_OF_ITS_HONOUR, DECISION_AFTER_ACHIEVEMENT, REVOKED_FROM
from apps.offices.models import Cluster, Office, Person
from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.accounts.models import User

AUTHOR = settings.AUTH_USER_MODEL
FIRST_YEAR, LAST_YEAR = 1948, 2100


class DecisionQuerySet(models.QuerySet["Decision"]):
    def visible_to(self, user: User) -> DecisionQuerySet:
        """Those of the reader's clusters and offices, and those that award something to whom the reader sees. A
        decision's number, day and signer are no secret; whom it names is (`Award.visible_to`)."""
        roles = roles_of(user)
        named = Award.objects.visible_to(user).filter(decision=OuterRef("pk"))
        entered = Q(cluster__in=roles.cluster_ids) | Q(office__in=roles.office_ids)
        answered = roles.viewer_clusters | roles.secretariat_clusters
        return self.filter(entered | Q(member_of(answered, "signed_on")) | Q(Exists(named)))

    def newest_first(self) -> DecisionQuerySet:
        return self.order_by("-signed_on", "-pk")


@audited()
class Decision(models.Model):
    """A decision on awards, signed on paper: its number and symbol, day, signer, body, and the scan.

    It was entered by an office for itself, or by a cluster's secretariat; they may correct it.
    """

    number = NFCCharField(_("number"), max_length=20)
    symbol = NFCCharField(_("symbol"), max_length=40, blank=True)
    signed_on = models.DateField(_("signed on"))
    body = NFCCharField(_("deciding body"), max_length=200)
    signer = NFCCharField(_("signer"), max_length=120, blank=True)
    signer_post = NFCCharField(_("signer's post"), max_length=200, blank=True)
    scan = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entered_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision on awards")
        verbose_name_plural = _("decisions on awards")
        ordering = ("-signed_on", "-pk")
        constraints = (
            models.CheckConstraint(condition=~Q(number=""), name="decision_numbered"),
            models.CheckConstraint(condition=~Q(body=""), name="decision_body_named"),
            models.CheckConstraint(
                condition=Q(cluster=None, office__isnull=False) | Q(cluster__isnull=False, office=None),
                name="decision_of_cluster_or_office",
            ),
            models.CheckConstraint(
                condition=Q(signed_on__gte=date(FIRST_YEAR, 1, 1), signed_on__lte=date(LAST_YEAR, 12, 31)),
                name="decision_day_plausible",
            ),
            models.UniqueConstraint(
                Folded(F("body")), Folded(F("number")), Folded(F("symbol")), ExtractYear("signed_on"),
                name="decision_number_once",
            ),
        )  # fmt: skip
        triggers = (DECISION_AFTER_ACHIEVEMENT,)

    def __str__(self) -> str:
        return f"{self.number}/{self.symbol}" if self.symbol else self.number


class AwardQuerySet(models.QuerySet["Award"]):
    def visible_to(self, user: User) -> AwardQuerySet:
        return self.filter(seen_by(user, "decision__signed_on"))

    def held_on(self, day: date) -> AwardQuerySet:
        """Decided by that day, and not revoked by it."""
        return self.filter(Q(revoked_from=None) | Q(revoked_from__gt=day), decision__signed_on__lte=day)

    def standing(self) -> AwardQuerySet:
        """Never revoked."""
        return self.filter(revoked_from=None)

    def of_people(self) -> AwardQuerySet:
        return self.filter(person__isnull=False)

    def of_collectives(self) -> AwardQuerySet:
        return self.filter(person=None)

    def for_list(self) -> AwardQuerySet:
        return self.select_related("decision", "honour", "person", "office")

    def by_name(self) -> AwardQuerySet:
        return self.order_by(*BY_NAME, "collective", "year", "pk")


@audited()
class Award(models.Model):
    """One line of a decision: a person, or a collective, holds an honour for the achievement of a year.

    `office` is where the person was, or the collective itself; `collective` names a division within it. A person's
    award from elsewhere has no office of ours, and names its unit alone. `honour_name` and `unit_name` stay as they
    were called then. `year` is the last one of a span that began in `year_from`. `revoked_from` has one writer: the
    trigger on `Revocation`.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="awards")
    honour = models.ForeignKey(Honour, on_delete=models.PROTECT, related_name="awards", verbose_name=_("honour"))
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="awards")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="awards")
    collective = NFCCharField(_("division"), max_length=160, blank=True)
    year_from = models.PositiveSmallIntegerField(_("from year"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("year of the achievement"))
    occasion = models.CharField(_("kind of commendation"), max_length=10, choices=Occasion, blank=True)
    honour_name = NFCCharField(_("name of the honour"), max_length=200)
    unit_name = NFCCharField(pgettext_lazy("award", "unit"), max_length=250)
    revoked_from = models.DateField(_("revoked from"), null=True, blank=True, editable=False)
    entered_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = AwardQuerySet.as_manager()

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        ordering = ("decision_id", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(person__isnull=False, collective="") | Q(person=None, office__isnull=False),
                name="award_person_or_collective",
            ),
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR), name="award_year_plausible"
            ),
            models.CheckConstraint(
                condition=Q(year_from=None) | Q(year_from__gte=FIRST_YEAR, year_from__lt=F("year")),
                name="award_years_in_order",
            ),
            models.CheckConstraint(
                condition=Q(occasion="") | Q(occasion__in=Occasion.values), name="award_occasion_known"
            ),
            models.CheckConstraint(condition=~Q(honour_name="") & ~Q(unit_name=""), name="award_names_frozen"),
            models.UniqueConstraint(
                fields=("decision", "honour", "person", "year", "occasion"), condition=Q(person__isnull=False),
                name="award_person_once_a_decision",
            ),
            models.UniqueConstraint(
                fields=("decision", "honour", "office", "collective", "year", "occasion"), condition=Q(person=None),
                name="award_collective_once_a_decision",
            ),
            models.UniqueConstraint(
                fields=("honour", "person", "year", "occasion"),
                condition=Q(person__isnull=False, revoked_from=None) & ~Q(occasion__in=sorted(MANY_IN_A_YEAR)),
                name="award_person_once_a_year",
            ),
            models.UniqueConstraint(
                fields=("honour", "office", "collective", "year", "occasion"),
                condition=Q(person=None, revoked_from=None) & ~Q(occasion__in=sorted(MANY_IN_A_YEAR)),
                name="award_collective_once_a_year",
            ),
        )  # fmt: skip
        indexes = (
            models.Index(fields=("person", "year"), name="award_person_year"),
            models.Index(fields=("office", "year"), name="award_office_year"),
        )
        triggers = (
            AWARD_OF_ITS_HONOUR,
            pgtrigger.ReadOnly(name="names_of_then", fields=["honour_name", "unit_name"]),
        )

    def __str__(self) -> str:
        return f"{self.honour_name} · {self.years}"

    @property
    def years(self) -> str:
        return f"{self.year_from}-{self.year}" if self.year_from else str(self.year)

    @property
    def is_revoked(self) -> bool:
        return self.revoked_from is not None


@audited()
class Revocation(models.Model):
    """An award is taken back from a day on, by the level that decided it (Law 06/2022/QH15 art. 93). The award stays in
    the register, as what was once awarded."""

    award = models.OneToOneField(Award, on_delete=models.PROTECT, related_name="revocation")
    number = NFCCharField(_("number of the decision"), max_length=60)
    signed_on = models.DateField(_("signed on"))
    body = NFCCharField(_("deciding body"), max_length=200)
    reason = NFCTextField(_("reason"))
    revoked_from = models.DateField(_("revoked from"))
    entered_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("revocation")
        verbose_name_plural = _("revocations")
        ordering = ("-signed_on", "-pk")
        constraints = (
            models.CheckConstraint(condition=~Q(number="") & ~Q(body=""), name="revocation_decided"),
            models.CheckConstraint(condition=~Q(reason=""), name="revocation_reason_given"),
        )
        triggers = (REVOKED_FROM,)

    def __str__(self) -> str:
        return f"{self.number} · {self.award_id}"
