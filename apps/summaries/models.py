"""The cluster's papers: what was built, what was typed and reworded by hand, and the builds."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.campaigns.models import Period
from apps.core.audit import audited
from apps.core.fields import NFCTextField
from apps.files.models import StoredFile
from apps.offices.models import Cluster
from apps.offices.roles import roles_of
from apps.summaries.enums import (
    OPEN_STATES,
    STALLED_AFTER,
    STEPS,
    UNCLAIMED_AFTER,
    BuildState,
    Paper,
    ProseSection,
    Purpose,
    Step,
)

if TYPE_CHECKING:
    from apps.accounts.models import User

AUTHOR = settings.AUTH_USER_MODEL


class SummaryQuerySet(models.QuerySet["Summary"]):
    def visible_to(self, user: User) -> SummaryQuerySet:
        """Every paper for the cluster's leaders and the secretariat of its year; published ones for all members."""
        held = roles_of(user)
        allowed = Q(period__cluster__in=held.viewer_clusters) | Q(
            period__cluster__in=held.member_clusters, published_at__isnull=False
        )
        for cluster_id, year in held.secretariat:
            allowed |= Q(period__cluster=cluster_id, period__year=year)
        return self.filter(allowed)


@audited(exclude=("content",))
class Summary(models.Model):
    """One paper of one period. `content` is what the last finished build read and wrote (apps.summaries.content):
    figures with the moment at which they were true, blocks of text with tokens, the annex. Its one writer is
    `actions.building.finish`. Built and files go together; published means that members may read it.
    """

    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="summaries")
    paper = models.CharField(_("paper"), max_length=10, choices=Paper)
    content = models.JSONField(default=dict, blank=True, editable=False)
    built_at = models.DateTimeField(_("built at"), null=True, blank=True, editable=False)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)
    published_by = models.ForeignKey(
        AUTHOR, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    word = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    annex = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, editable=False, related_name="+")

    objects = SummaryQuerySet.as_manager()

    class Meta:
        verbose_name = _("summary report")
        verbose_name_plural = _("summary reports")
        ordering = ("period_id", "paper")
        constraints = (
            models.UniqueConstraint(fields=("period", "paper"), name="summary_one_of_each_paper"),
            models.CheckConstraint(condition=Q(paper__in=Paper.values), name="summary_paper_known"),
            models.CheckConstraint(
                condition=Q(built_at=None, word=None, pdf=None, annex=None, content={})
                | Q(built_at__isnull=False, word__isnull=False, pdf__isnull=False, annex__isnull=False)
                & ~Q(content={}),
                name="summary_built_with_files",
            ),
            models.CheckConstraint(
                condition=Q(published_at=None, published_by=None)
                | Q(published_at__isnull=False, published_by__isnull=False, built_at__isnull=False),
                name="summary_published_by_whom",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_paper_display()} · {self.period}"

    @property
    def cluster(self) -> Cluster:
        return self.period.cluster

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    @property
    def is_marked_draft(self) -> bool:
        """“DỰ THẢO” stands on every page: always on the paper tabled at the conference, on the other until issued."""
        return self.paper == Paper.DRAFT or not self.is_published


@audited()
class Prose(models.Model):
    """What the secretariat types for a period: assessment, difficulties, proposals … Both papers share it."""

    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="prose")
    section = models.CharField(_("section"), max_length=20, choices=ProseSection)
    text = NFCTextField(_("text"), blank=True)
    edited_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, related_name="+")
    edited_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("typed section")
        verbose_name_plural = _("typed sections")
        ordering = ("period_id", "section")
        constraints = (
            models.UniqueConstraint(fields=("period", "section"), name="prose_one_a_section"),
            models.CheckConstraint(condition=Q(section__in=ProseSection.values), name="prose_section_known"),
        )

    def __str__(self) -> str:
        return str(self.get_section_display())


@audited()
class Wording(models.Model):
    """How a paragraph was reworded by hand. It survives rebuilds; its tokens take the new figures.

    `generated` is the sentence the program proposed when the edit was made: when a later build proposes another one,
    the page says so. `version` rises with each change, so that two editors notice each other.
    """

    summary = models.ForeignKey(Summary, on_delete=models.CASCADE, related_name="wordings")
    paragraph = models.CharField(_("paragraph"), max_length=60)
    text = NFCTextField(_("wording"))
    generated = NFCTextField()
    version = models.PositiveIntegerField(default=1, editable=False)
    edited_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, related_name="+")
    edited_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("edited wording")
        verbose_name_plural = _("edited wordings")
        ordering = ("summary_id", "paragraph")
        constraints = (
            models.UniqueConstraint(fields=("summary", "paragraph"), name="wording_one_a_paragraph"),
            models.CheckConstraint(condition=~Q(text=""), name="wording_text_given"),
        )

    def __str__(self) -> str:
        return self.paragraph


class BuildQuerySet(models.QuerySet["Build"]):
    def open(self) -> BuildQuerySet:
        return self.filter(state__in=sorted(OPEN_STATES))

    def stalled(self, now: datetime) -> BuildQuerySet:
        """Running, but its worker has been silent for too long."""
        return self.filter(state=BuildState.RUNNING, heartbeat_at__lt=now - STALLED_AFTER)

    def unclaimed(self, now: datetime) -> BuildQuerySet:
        """Queued, and nobody took it: its message may have been lost."""
        return self.filter(state=BuildState.QUEUED, requested_at__lt=now - UNCLAIMED_AFTER)


@audited(exclude=("heartbeat_at",))
class Build(models.Model):
    """One making of a paper. At most one is open for a summary; a worker claims it by a conditional UPDATE.

    `claim` changes with every claim: a worker that lost its claim can write nothing any more. `done` counts finished
    steps out of `total`. A failed build keeps its reason in words.
    """

    summary = models.ForeignKey(Summary, on_delete=models.CASCADE, related_name="builds")
    purpose = models.CharField(max_length=10, choices=Purpose, default=Purpose.RENEW)
    state = models.CharField(_("state"), max_length=10, choices=BuildState, default=BuildState.QUEUED)
    step = models.CharField(_("step"), max_length=10, choices=Step, default=Step.WAITING)
    done = models.PositiveSmallIntegerField(default=0)
    total = models.PositiveSmallIntegerField(default=len(STEPS))
    attempts = models.PositiveSmallIntegerField(default=0)
    reason = NFCTextField(_("reason"), blank=True)
    requested_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, related_name="+")
    requested_at = models.DateTimeField(default=timezone.now, editable=False)
    claim = models.UUIDField(null=True, editable=False)
    claimed_at = models.DateTimeField(null=True, editable=False)
    heartbeat_at = models.DateTimeField(null=True, editable=False)
    finished_at = models.DateTimeField(null=True, editable=False)

    objects = BuildQuerySet.as_manager()

    class Meta:
        verbose_name = _("build of a report")
        verbose_name_plural = _("builds of reports")
        ordering = ("-requested_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("summary",), condition=Q(state__in=sorted(OPEN_STATES)), name="build_one_open"
            ),
            models.CheckConstraint(condition=Q(state__in=BuildState.values), name="build_state_known"),
            models.CheckConstraint(condition=Q(done__lte=F("total")), name="build_steps_within_total"),
            models.CheckConstraint(
                condition=Q(state__in=sorted(OPEN_STATES), finished_at=None)
                | Q(state__in=[BuildState.DONE, BuildState.FAILED], finished_at__isnull=False),
                name="build_finished_when",
            ),
            models.CheckConstraint(
                condition=~Q(state=BuildState.RUNNING)
                | Q(claim__isnull=False, claimed_at__isnull=False, heartbeat_at__isnull=False),
                name="build_running_is_claimed",
            ),
            models.CheckConstraint(
                condition=Q(state=BuildState.FAILED) & ~Q(reason="") | ~Q(state=BuildState.FAILED),
                name="build_failed_for_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.summary} · {self.get_state_display()}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES
