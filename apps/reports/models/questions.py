"""Completion asked for: questions on single lines and cells."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.activities.models import Record
from apps.core.audit import audited
from apps.core.fields import NFCTextField
from apps.indicators.models import Indicator
from apps.reports.enums import Section
from apps.reports.models.reports import Report
from apps.reports.models.versions import Version

AUTHOR = settings.AUTH_USER_MODEL


class QuestionQuerySet(models.QuerySet["Question"]):
    def open(self) -> QuestionQuerySet:
        """Neither answered nor withdrawn: it stays at its line."""
        return self.filter(answered_at=None, withdrawn_at=None)

    def standing(self) -> QuestionQuerySet:
        return self.filter(withdrawn_at=None)


@audited()
class Question(models.Model):
    """The secretariat asks about a figure, a record, a section, or (all three empty) the report as a whole.

    It stays where it was asked until the office answers or the secretariat withdraws it.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="questions")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="questions")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    record = models.ForeignKey(Record, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    section = models.CharField(_("section"), max_length=20, choices=Section, blank=True)
    text = NFCTextField(_("question"))
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    asked_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, related_name="+")
    answer = NFCTextField(_("answer"), blank=True)
    answered_at = models.DateTimeField(null=True, editable=False)
    answered_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, editable=False, related_name="+")

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question on a report")
        verbose_name_plural = _("questions on reports")
        ordering = ("report_id", "asked_at", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="question_text_given"),
            models.CheckConstraint(
                condition=Q(indicator=None, record=None) | Q(indicator=None, section="") | Q(record=None, section=""),
                name="question_about_one_thing",
            ),
            models.CheckConstraint(condition=Q(section__in=["", *Section.values]), name="question_section_known"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, answered_by=None)
                | ~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False),
                name="question_answered_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="question_withdrawn_by_whom",
            ),
        )

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def subject(self) -> str:
        """What it is about, in words; nothing where it is the report as a whole."""
        if self.indicator is not None:
            return self.indicator.name
        return str(self.record) if self.record is not None else str(self.get_section_display())

    @property
    def is_open(self) -> bool:
        return self.answered_at is None and self.withdrawn_at is None
