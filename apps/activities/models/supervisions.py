"""What supervision asks of others, and what they answer."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.activities.enums import Level
from apps.activities.models.records import Record
from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    def alive(self) -> RecommendationQuerySet:
        return self.filter(deleted_at=None)


@audited()
class Recommendation(models.Model):
    """One recommendation of a supervision: to whom, what, until when, and the answer.

    Where a supervision has such rows, its counts `recommendations` and `recommendations_answered` follow them; their
    one writer is `actions.count_recommendations`. It counts as answered from the day of the answer on: number and text
    of an answer never stand without that day. `submission` is the form that was sent: sent twice, it is one row.
    """

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="recommendation_rows")
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    addressee = NFCCharField(_("addressee"), max_length=300)
    text = NFCTextField(_("recommendation"))
    level = models.CharField(_("level"), max_length=10, choices=Level, blank=True)
    sent_on = models.DateField(_("sent on"), null=True, blank=True)
    due_on = models.DateField(_("answer due on"), null=True, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answer_number = NFCCharField(_("number of the answer"), max_length=60, blank=True)
    answer = NFCTextField(_("answer"), blank=True)
    submission = models.UUIDField(null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        verbose_name = _("recommendation")
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(level="") | Q(level__in=[level for level in Level.values if level != Level.PETITIONS]),
                name="recommendation_level_known",
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(sent_on=None) | Q(answered_on__gte=F("sent_on")),
                name="recommendation_answered_after_sent",
            ),
            models.CheckConstraint(
                condition=Q(due_on=None) | Q(sent_on=None) | Q(due_on__gte=F("sent_on")),
                name="recommendation_due_after_sent",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=False) | Q(answer_number="", answer=""),
                name="recommendation_answer_has_its_day",
            ),
            models.UniqueConstraint(fields=("submission",), name="recommendation_submission_once"),
        )

    def __str__(self) -> str:
        return self.text
