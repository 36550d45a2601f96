"""Movements (phong trào thi đua): what was launched, in which phases, to whom, and who has confirmed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.campaigns.enums import SHOWN, CampaignKind, CampaignLevel, CampaignPaperKind, CampaignState
from apps.campaigns.models.triggers import (
    CONFIRMED_WHILE_LAUNCHED,
    PARENT_ABOVE,
    PHASE_INSIDE,
    SEALED,
    TEXT_FROZEN,
    VERSION_KEPT,
)
from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.core.functions import Span
from apps.offices.issuing import IssuingData
from apps.offices.models import Cluster, Office
from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.accounts.models import User

AUTHOR = settings.AUTH_USER_MODEL


class CampaignQuerySet(models.QuerySet["Campaign"]):
    def visible_to(self, user: User) -> CampaignQuerySet:
        """Drafts for the secretariat of their year alone; what was launched for everybody who knows the cluster."""
        held = roles_of(user)
        years = Q()
        for cluster, year in held.secretariat:
            years |= Q(cluster=cluster, year=year)
        shown = Q(state__in=sorted(SHOWN))
        if not held.is_administrator:
            shown &= Q(cluster__in=held.cluster_ids)
        return self.filter(shown | years) if years else self.filter(shown)

    def of_year(self, cluster: Cluster, year: int) -> CampaignQuerySet:
        """As pages and reports list them: those of no other first, then in the order of their launching."""
        return self.filter(cluster=cluster, year=year).order_by(
            F("parent_id").asc(nulls_first=True), F("launched_on").asc(nulls_last=True), "pk"
        )

    def shown(self) -> CampaignQuerySet:
        return self.filter(state__in=sorted(SHOWN))


@audited()
class Campaign(models.Model):
    """A movement (phong trào thi đua) that the cluster carries out in a year, with its theme.

    `launched_by` and `partner` are bodies as papers name them; `launched_at` and `launcher` say when it was launched to
    the member offices here, and by whom. `version` is 0 in a draft, from the launching on the number of the version
    (`CampaignVersion`) that the text stands at. `copied_from` is the movement of the year before that it came from.
    """

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="campaigns")
    year = models.PositiveSmallIntegerField(_("year"))
    kind = models.CharField(_("kind"), max_length=10, choices=CampaignKind, default=CampaignKind.REGULAR)
    level = models.CharField(_("level"), max_length=16, choices=CampaignLevel, default=CampaignLevel.CLUSTER)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("carries out")
    )
    name = NFCCharField(_("name"), max_length=300)
    theme = NFCTextField(_("theme"), blank=True)
    launched_by = NFCCharField(_("launched by"), max_length=200, blank=True)
    partner = NFCCharField(_("together with"), max_length=200, blank=True)
    scope = NFCTextField(_("scope"), blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("to"), null=True, blank=True)
    launched_on = models.DateField(_("launched on"), null=True, blank=True)
    confirm_by = models.DateField(_("to be confirmed by"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=CampaignState, default=CampaignState.DRAFT)
    version = models.PositiveIntegerField(default=0, editable=False)
    launched_at = models.DateTimeField(null=True, editable=False)
    launcher = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    outcome = NFCTextField(_("summing up"), blank=True)
    closed_at = models.DateTimeField(null=True, editable=False)
    closer = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    copied_from = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, editable=False, related_name="copies")

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("movement")
        verbose_name_plural = _("movements")
        ordering = ("-year", "pk")
        constraints = (
            models.UniqueConstraint(fields=("cluster", "year", "name"), name="campaign_name_once_a_year"),
            models.UniqueConstraint(
                fields=("cluster", "year", "copied_from"), condition=Q(copied_from__isnull=False),
                name="campaign_copied_once",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="campaign_name_given"),
            models.CheckConstraint(condition=Q(kind__in=CampaignKind.values), name="campaign_kind_known"),
            models.CheckConstraint(condition=Q(level__in=CampaignLevel.values), name="campaign_level_known"),
            models.CheckConstraint(
                condition=Q(starts_on=None, ends_on=None)
                | Q(starts_on__isnull=False, ends_on__isnull=False, ends_on__gte=F("starts_on")),
                name="campaign_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(state=CampaignState.DRAFT, version=0, launched_at=None, launcher=None)
                | Q(state__in=sorted(SHOWN), version__gte=1, launched_at__isnull=False, launcher__isnull=False),
                name="campaign_launched_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(state=CampaignState.DRAFT)
                | Q(starts_on__isnull=False, launched_on__isnull=False) & ~Q(theme="") & ~Q(launched_by=""),
                name="campaign_launched_whole",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=CampaignState.CLOSED, closed_on__isnull=False, closed_at__isnull=False, closer__isnull=False
                ) & ~Q(outcome="")
                | ~Q(state=CampaignState.CLOSED) & Q(closed_on=None, closed_at=None, closer=None, outcome=""),
                name="campaign_closed_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("launched_on")), name="campaign_closed_after_launch"
            ),
        )  # fmt: skip
        triggers = (TEXT_FROZEN, PARENT_ABOVE, VERSION_KEPT)

    def __str__(self) -> str:
        return self.name

    @property
    def is_draft(self) -> bool:
        return self.state == CampaignState.DRAFT

    @property
    def is_launched(self) -> bool:
        return self.state == CampaignState.LAUNCHED


@audited()
class CampaignPhase(models.Model):
    """A phase (đợt, giai đoạn) of a movement. Phases of one movement never overlap and lie within its days."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="phases")
    name = NFCCharField(_("phase"), max_length=200)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    content = NFCTextField(_("content"), blank=True)

    class Meta:
        verbose_name = _("phase of a movement")
        ordering = ("campaign_id", "starts_on", "pk")
        constraints = (
            models.UniqueConstraint(fields=("campaign", "name"), name="campaign_phase_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="campaign_phase_name_given"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="campaign_phase_days_in_order"),
            ExclusionConstraint(
                name="campaign_phases_no_overlap",
                expressions=[
                    ("campaign", RangeOperators.EQUAL),
                    (Span("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
            ),
        )
        triggers = (SEALED, PHASE_INSIDE)

    def __str__(self) -> str:
        return self.name


@audited()
class CampaignCriterion(models.Model):
    """What a movement is judged by, in its order; `target` is what is to be reached, in words."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="criteria")
    position = models.PositiveSmallIntegerField(_("order"))
    text = NFCCharField(_("criterion"), max_length=600)
    target = NFCCharField(_("target"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("criterion of a movement")
        ordering = ("campaign_id", "position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("campaign", "position"), name="campaign_criterion_position_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(fields=("campaign", "text"), name="campaign_criterion_once"),
            models.CheckConstraint(condition=~Q(text=""), name="campaign_criterion_text_given"),
        )  # fmt: skip
        triggers = (SEALED,)

    def __str__(self) -> str:
        return self.text[:60]


@audited()
class CampaignPrize(models.Model):
    """What is awarded at the end of a movement, in its order. `amount` in whole dong each; None where none is set."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="prizes")
    position = models.PositiveSmallIntegerField(_("order"))
    name = NFCCharField(_("prize"), max_length=300)
    quantity = models.PositiveSmallIntegerField(_("how many"), null=True, blank=True)
    amount = models.BigIntegerField(_("amount (dong)"), null=True, blank=True)

    class Meta:
        verbose_name = _("prize of a movement")
        ordering = ("campaign_id", "position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("campaign", "position"), name="campaign_prize_position_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(fields=("campaign", "name"), name="campaign_prize_once"),
            models.CheckConstraint(condition=~Q(name=""), name="campaign_prize_name_given"),
            models.CheckConstraint(condition=Q(quantity=None) | Q(quantity__gte=1), name="campaign_prize_some"),
            models.CheckConstraint(condition=Q(amount=None) | Q(amount__gte=0), name="campaign_prize_amount_not_below"),
        )  # fmt: skip
        triggers = (SEALED,)

    def __str__(self) -> str:
        return self.name[:60]


@audited()
class CampaignOffice(models.Model):
    """An office that the movement is launched to: it is expected to confirm."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="addressed")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("office that a movement is launched to")
        ordering = ("campaign_id", "office_id")
        constraints = (models.UniqueConstraint(fields=("campaign", "office"), name="campaign_office_once"),)
        triggers = (SEALED,)

    def __str__(self) -> str:
        return str(self.office)


@audited()
class CampaignPaper(IssuingData):
    """A paper of the launch: plan, joint plan with the trade union, address. Noted as it was signed, with its scan."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="papers")
    kind = models.CharField(
        _("kind of paper"), max_length=12, choices=CampaignPaperKind, default=CampaignPaperKind.PLAN
    )
    title = NFCCharField(_("abstract"), max_length=300)
    body = NFCCharField(_("issued by"), max_length=200, blank=True)

    class Meta(IssuingData.Meta):
        abstract = False
        verbose_name = _("paper of a movement")
        ordering = ("campaign_id", "signed_on", "pk")
        constraints = (
            *IssuingData.Meta.constraints,
            models.UniqueConstraint(fields=("campaign", "kind", "title"), name="campaign_paper_once"),
            models.CheckConstraint(condition=~Q(title=""), name="campaign_paper_title_given"),
            models.CheckConstraint(condition=Q(kind__in=CampaignPaperKind.values), name="campaign_paper_kind_known"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.full_number}".strip()


class CampaignVersion(models.Model):
    """What was launched (number 1), and what each amendment made of it: the whole text as plain JSON. Never changed.

    `content` as apps.campaigns.movement writes it. The launching has no reason, an amendment always has one.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    reason = NFCTextField(_("reason"), blank=True)
    content = models.JSONField(default=dict)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("version of a movement")
        ordering = ("campaign_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("campaign", "number"), name="campaign_version_number_once"),
            models.CheckConstraint(
                condition=Q(number=1, reason="") | Q(number__gte=2) & ~Q(reason=""),
                name="campaign_version_amended_for_a_reason",
            ),
        )
        triggers = (pgtrigger.Protect(name="launched_is_launched", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return f"{self.campaign} · {self.number}"


@audited()
class Confirmation(models.Model):
    """An office confirms that it carries a movement out, as that version says: by its head, or by the secretariat on
    its behalf, which then says how the office let it know."""

    version = models.ForeignKey(CampaignVersion, on_delete=models.PROTECT, related_name="confirmations")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    note = NFCTextField(_("note"), blank=True)
    on_behalf = models.BooleanField(_("on the office's behalf"), default=False)
    confirmed_at = models.DateTimeField(default=timezone.now, editable=False)
    confirmed_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("confirmation of a movement")
        ordering = ("version_id", "office_id")
        constraints = (
            models.UniqueConstraint(fields=("version", "office"), name="confirmation_once_an_office"),
            models.CheckConstraint(condition=Q(on_behalf=False) | ~Q(note=""), name="confirmation_on_behalf_says_how"),
        )
        triggers = (CONFIRMED_WHILE_LAUNCHED,)

    def __str__(self) -> str:
        return f"{self.office} · {self.version}"
