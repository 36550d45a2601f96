"""An office's report of a period: its state, its prose, its justifications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.campaigns.models import Period
from apps.core.audit import audited
from apps.core.fields import NFCTextField
from apps.offices.models import Office
from apps.offices.roles import roles_of
from apps.reports.enums import STORED_STATES, ReportState, Section

if TYPE_CHECKING:
    from apps.accounts.models import User

AUTHOR = settings.AUTH_USER_MODEL


class ReportQuerySet(models.QuerySet["Report"]):
    def visible_to(self, user: User) -> ReportQuerySet:
        """One's own office's; all of them for the cluster's leaders and the secretariat of the year.

        Other members read versions that were received, once the cluster's report is published: see `Version`.
        """
        held = roles_of(user)
        allowed = Q(office__in=held.office_ids, period__cluster__in=held.member_clusters)
        allowed |= Q(period__cluster__in=held.viewer_clusters)
        for cluster_id, year in held.secretariat:
            allowed |= Q(period__cluster=cluster_id, period__year=year)
        return self.filter(allowed)


@audited()
class Report(models.Model):
    """An office's report of a period. Membership decides which are expected; the row is made by the first write.

    DRAFT exactly while nothing was sent. `current` is the version sent last. Its state on screen is that of
    `standing.Standing`, which also knows what changed since.
    """

    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="reports")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="reports")
    state = models.CharField(_("state"), max_length=12, choices=ReportState, default=ReportState.DRAFT)
    current = models.ForeignKey(
        "reports.Version", on_delete=models.PROTECT, null=True, editable=False, related_name="current_of"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("office's report")
        verbose_name_plural = _("offices' reports")
        ordering = ("period_id", "office_id")
        constraints = (
            models.UniqueConstraint(fields=("period", "office"), name="report_one_of_each_office"),
            models.CheckConstraint(condition=Q(state__in=sorted(STORED_STATES)), name="report_state_known"),
            models.CheckConstraint(
                condition=Q(state=ReportState.DRAFT, current=None)
                | ~Q(state=ReportState.DRAFT) & Q(current__isnull=False),
                name="report_draft_until_sent",
            ),
        )

    def __str__(self) -> str:
        return f"{self.office} · {self.period}"


@audited()
class Prose(models.Model):
    """What an office writes in words for a section of its report. `version` rises with each change."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="prose")
    section = models.CharField(_("section"), max_length=20, choices=Section)
    text = NFCTextField(_("text"), blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    edited_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, related_name="+")
    edited_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("section of an office's report")
        verbose_name_plural = _("sections of offices' reports")
        ordering = ("report_id", "section")
        constraints = (
            models.UniqueConstraint(fields=("report", "section"), name="report_prose_one_a_section"),
            models.CheckConstraint(condition=Q(section__in=Section.values), name="report_prose_section_known"),
        )

    def __str__(self) -> str:
        return str(self.get_section_display())


@audited()
class Justification(models.Model):
    """Why a figure stands although a check objects. `objection` is what the check said then: when it says something
    else now, the justification is asked for again. It goes into the report's notes."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="justifications")
    rule = models.SlugField(_("check"), max_length=60)
    subject = models.SlugField(_("figure"), max_length=60)
    objection = NFCTextField()
    text = NFCTextField(_("justification"))
    edited_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, related_name="+")
    edited_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("justification")
        ordering = ("report_id", "rule", "subject")
        constraints = (
            models.UniqueConstraint(fields=("report", "rule", "subject"), name="justification_one_a_breach"),
            models.CheckConstraint(condition=~Q(text=""), name="justification_text_given"),
        )

    def __str__(self) -> str:
        return f"{self.rule} · {self.subject}"
