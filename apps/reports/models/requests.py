"""The letter that asks for reports, and the register of what came in when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.campaigns.models import Period
from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.files.models import StoredFile
from apps.offices.issuing import IssuingData
from apps.offices.roles import roles_of
from apps.reports.enums import Carrier
from apps.reports.models.reports import Report

if TYPE_CHECKING:
    from apps.accounts.models import User

AUTHOR = settings.AUTH_USER_MODEL


class RequestQuerySet(models.QuerySet["Request"]):
    def visible_to(self, user: User) -> RequestQuerySet:
        """Once issued, every member and leader of the cluster; before, the secretariat of its year."""
        held = roles_of(user)
        allowed = Q(
            period__cluster__in=held.member_clusters | held.viewer_clusters | held.secretariat_clusters,
            issued_at__isnull=False,
        )
        for cluster_id, year in held.secretariat:
            allowed |= Q(period__cluster=cluster_id, period__year=year)
        return self.filter(allowed)


class IncomingPaperQuerySet(models.QuerySet["IncomingPaper"]):
    def visible_to(self, user: User) -> IncomingPaperQuerySet:
        """One's own office's; all for the year's secretariat and clerk of records, and the cluster's leaders."""
        held = roles_of(user)
        allowed = Q(report__office__in=held.office_ids, report__period__cluster__in=held.member_clusters)
        allowed |= Q(report__period__cluster__in=held.viewer_clusters)
        for cluster_id, year in held.secretariat | held.records:
            allowed |= Q(report__period__cluster=cluster_id, report__period__year=year)
        return self.filter(allowed)


@audited(exclude=("content",))
class Request(IssuingData):
    """The leading office's letter that asks the members for their reports of a period. One a period.

    Issued means: every member reads it, with its files; `content` and `due_on` are then what the letter says.
    """

    period = models.OneToOneField(Period, on_delete=models.PROTECT, related_name="request")
    introduction = NFCTextField(_("introduction"), blank=True)
    outline = NFCTextField(_("outline of the report"), blank=True, help_text=_("One section a line."))
    form = NFCTextField(_("form of the report"), blank=True)
    recipients = NFCTextField(_("recipients"), blank=True, help_text=_("One a line."))
    due_on = models.DateField(_("due on"))
    content = models.JSONField(default=dict, blank=True, editable=False)
    word = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    issued_at = models.DateTimeField(_("issued at"), null=True, editable=False)
    issued_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = RequestQuerySet.as_manager()

    class Meta(IssuingData.Meta):
        abstract = False
        verbose_name = _("request for reports")
        verbose_name_plural = _("requests for reports")
        ordering = ("period_id",)
        constraints = (
            *IssuingData.Meta.constraints,
            models.CheckConstraint(
                condition=Q(issued_at=None, issued_by=None, word=None, pdf=None)
                | Q(issued_at__isnull=False, issued_by__isnull=False, word__isnull=False, pdf__isnull=False),
                name="request_issued_with_files",
            ),
        )

    def __str__(self) -> str:
        return str(self.period)

    @property
    def is_issued(self) -> bool:
        return self.issued_at is not None


@audited()
class IncomingPaper(models.Model):
    """An office's paper as the register has it: under which number and day it was signed, when and how it came in."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="papers")
    number = NFCCharField(_("number and symbol"), max_length=60)
    dated_on = models.DateField(_("dated"))
    came_in_on = models.DateField(_("came in on"))
    carrier = models.CharField(_("came in"), max_length=10, choices=Carrier)
    note = NFCTextField(_("note"), blank=True)
    scan = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, related_name="+")

    objects = IncomingPaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper that came in")
        verbose_name_plural = _("papers that came in")
        ordering = ("came_in_on", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(came_in_on__gte=F("dated_on")), name="incoming_paper_days_in_order"),
            models.CheckConstraint(condition=Q(carrier__in=Carrier.values), name="incoming_paper_carrier_known"),
            models.CheckConstraint(condition=~Q(number=""), name="incoming_paper_number_given"),
            models.UniqueConstraint(fields=("report", "number", "dated_on"), name="incoming_paper_once"),
        )

    def __str__(self) -> str:
        return self.number
