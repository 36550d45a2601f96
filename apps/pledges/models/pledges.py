"""What an office pledged for a year: versions with their numbered contents and targets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.campaigns.models import Conference
from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.files.models import StoredFile
from apps.indicators.models import Indicator
from apps.offices.models import Cluster, Office
from apps.offices.roles import roles_of
from apps.pledges.enums import COUNTED, Comparison
from apps.pledges.models.pledge_triggers import AS_IT_WAS_SIGNED, LINES_AS_THEY_WERE_SIGNED, SIGNED_IN_ORDER

if TYPE_CHECKING:
    from apps.accounts.models import User

AUTHOR = settings.AUTH_USER_MODEL


@audited()
class Pledge(models.Model):
    """An office's pledge (giao ước thi đua) within a cluster for an emulation year. What it says stands in versions."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="pledges")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="pledges")
    year = models.PositiveSmallIntegerField(_("year"))
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("pledge")
        verbose_name_plural = _("pledges")
        ordering = ("cluster_id", "-year", "office_id")
        constraints = (
            models.UniqueConstraint(fields=("cluster", "office", "year"), name="pledge_one_a_year"),
            models.CheckConstraint(condition=Q(year__gte=1948, year__lte=2100), name="pledge_year_plausible"),
        )

    def __str__(self) -> str:
        return f"{self.office} · {self.year}"


class PledgeVersionQuerySet(models.QuerySet["PledgeVersion"]):
    def visible_to(self, user: User) -> PledgeVersionQuerySet:
        """Signed ones, which were signed before everybody: all who belong to the cluster or read it. Drafts: the office
        itself, and the secretariat of the year, which enters for offices that cannot."""
        held = roles_of(user)
        signed = Q(signed_on__isnull=False, pledge__cluster__in=held.cluster_ids)
        drafts = Q(pledge__office__in=held.entering_offices, pledge__cluster__in=held.member_clusters)
        for cluster_id, year in held.secretariat:
            drafts |= Q(pledge__cluster=cluster_id, pledge__year=year)
        return self.filter(signed | drafts)

    def of_year(self, cluster: Cluster, year: int) -> PledgeVersionQuerySet:
        return self.filter(pledge__cluster=cluster, pledge__year=year)

    def signed(self) -> PledgeVersionQuerySet:
        return self.filter(signed_on__isnull=False)

    def drafts(self) -> PledgeVersionQuerySet:
        return self.filter(signed_on=None)

    def in_force(self, on: date) -> PledgeVersionQuerySet:
        """Of each pledge the version that held on a day: the last one signed until then. Before the first was signed
        there is none."""
        later = PledgeVersion.objects.filter(
            pledge=models.OuterRef("pledge"), number__gt=models.OuterRef("number"), signed_on__lte=on
        )
        return self.filter(~models.Exists(later), signed_on__lte=on)

    def with_lines(self) -> PledgeVersionQuerySet:
        """What it says, in three queries: the version with its pledge and scan, its contents, its targets."""
        targets = PledgeTarget.objects.select_related(
            "indicator", "indicator__numerator", "indicator__denominator"
        ).order_by("version_id", "position")
        contents = PledgeContent.objects.order_by("version_id", "position")
        return self.select_related(
            "pledge__office", "pledge__cluster", "scan", "created_by", "signed_by", "conference__period"
        ).prefetch_related(models.Prefetch("contents", contents), models.Prefetch("targets", targets))


@audited()
class PledgeVersion(models.Model):
    """One version of a pledge: a draft, then signed by the office's head on a day and never changed again (triggers).

    From the second on each says why it amends the one before. At most one is a draft. `opening` is what stands before
    the contents. `signer` and `signed_as` are as printed under it, with KT. where a deputy signed; `signed_by` is the
    account that signed or noted it. `revision` rises with each change of the draft.
    """

    pledge = models.ForeignKey(Pledge, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    reason = NFCTextField(_("reason for the amendment"), blank=True)
    opening = NFCTextField(_("opening"), blank=True)
    revision = models.PositiveIntegerField(default=1, editable=False)
    created_by = models.ForeignKey(
        AUTHOR, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("prepared by")
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    signed_at = models.DateTimeField(_("signing noted at"), null=True, editable=False)
    signed_by = models.ForeignKey(
        AUTHOR, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("signing noted by")
    )
    signer = NFCCharField(_("signer"), max_length=120, blank=True)
    signed_as = NFCCharField(_("signed as"), max_length=200, blank=True)
    witness = NFCCharField(_("witness"), max_length=120, blank=True)
    witness_post = NFCCharField(_("witness's post"), max_length=200, blank=True)
    conference = models.ForeignKey(
        Conference, on_delete=models.PROTECT, null=True, blank=True, related_name="pledges",
        verbose_name=_("pledge conference"),
    )  # fmt: skip
    scan = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("signed scan")
    )

    objects = PledgeVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a pledge")
        verbose_name_plural = _("versions of pledges")
        ordering = ("pledge_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("pledge", "number"), name="pledge_version_number_once"),
            models.UniqueConstraint(fields=("pledge",), condition=Q(signed_on=None), name="pledge_one_draft"),
            models.CheckConstraint(
                condition=Q(number=1, reason="") | Q(number__gt=1) & ~Q(reason=""), name="pledge_amended_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(signed_on=None, signed_at=None, signed_by=None, signer="", witness="", conference=None)
                | Q(signed_on__isnull=False, signed_at__isnull=False, signed_by__isnull=False) & ~Q(signer=""),
                name="pledge_signed_by_whom",
            ),
            models.CheckConstraint(condition=Q(witness_post="") | ~Q(witness=""), name="pledge_witness_with_name"),
            models.CheckConstraint(
                condition=Q(scan=None) | Q(signed_on__isnull=False), name="pledge_scan_of_what_was_signed"
            ),
        )
        triggers = (AS_IT_WAS_SIGNED, SIGNED_IN_ORDER)

    def __str__(self) -> str:
        return f"{self.pledge} · {self.number}"

    @property
    def is_signed(self) -> bool:
        return self.signed_on is not None


@audited()
class PledgeContent(models.Model):
    """A numbered content (nội dung thi đua) of a version."""

    version = models.ForeignKey(PledgeVersion, on_delete=models.CASCADE, related_name="contents")
    position = models.PositiveSmallIntegerField(_("order"))
    text = NFCTextField(_("content"))

    class Meta:
        verbose_name = _("content of a pledge")
        verbose_name_plural = _("contents of pledges")
        ordering = ("version_id", "position")
        constraints = (
            models.UniqueConstraint(fields=("version", "position"), name="pledge_content_position_once"),
            models.CheckConstraint(condition=~Q(text=""), name="pledge_content_text_given"),
        )
        triggers = (LINES_AS_THEY_WERE_SIGNED,)

    def __str__(self) -> str:
        return self.text[:60]


@audited()
class PledgeTarget(models.Model):
    """A target (chỉ tiêu) of a version: on an indicator, with what is to be reached, or in words alone.

    A count is compared with `value`; a rate with `numerator` over `denominator` (97,5% is 975 over 1000).
    """

    version = models.ForeignKey(PledgeVersion, on_delete=models.CASCADE, related_name="targets")
    position = models.PositiveSmallIntegerField(_("order"))
    text = NFCTextField(_("target"))
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("indicator")
    )
    comparison = models.CharField(_("comparison"), max_length=10, choices=Comparison, blank=True)
    value = models.BigIntegerField(_("level"), null=True, blank=True)
    numerator = models.BigIntegerField(_("numerator"), null=True, blank=True)
    denominator = models.BigIntegerField(_("denominator"), null=True, blank=True)

    class Meta:
        verbose_name = _("target of a pledge")
        verbose_name_plural = _("targets of pledges")
        ordering = ("version_id", "position")
        constraints = (
            models.UniqueConstraint(fields=("version", "position"), name="pledge_target_position_once"),
            models.CheckConstraint(condition=~Q(text=""), name="pledge_target_text_given"),
            models.CheckConstraint(
                condition=Q(indicator=None, comparison="", value=None, numerator=None, denominator=None)
                | Q(
                    indicator__isnull=False, comparison__in=sorted(COUNTED), value__isnull=False, value__gte=0,
                    numerator=None, denominator=None,
                )
                | Q(
                    indicator__isnull=False, comparison=Comparison.PERCENTAGE, value=None, numerator__isnull=False,
                    numerator__gte=0, denominator__isnull=False, denominator__gte=F("numerator"), denominator__gt=0,
                ),
                name="pledge_target_in_words_or_measured",
            ),
        )  # fmt: skip
        triggers = (LINES_AS_THEY_WERE_SIGNED,)

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def rate(self) -> Fraction | None:
        if self.numerator is None or not self.denominator:
            return None
        return Fraction(self.numerator, self.denominator)


def last_of_each(versions: Iterable[PledgeVersion]) -> dict[int, PledgeVersion]:
    """By office, the version with the highest number."""
    found: dict[int, PledgeVersion] = {}
    for version in versions:
        known = found.get(version.pledge.office_id)
        if known is None or known.number < version.number:
            found[version.pledge.office_id] = version
    return found
