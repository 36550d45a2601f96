"""Petitions and voters' opinions as batches: numbers and papers, never persons or their words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import models
from django.db.models import Expression, F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.activities.enums import Kind, Level, MeetingPhase, PetitionSource
from apps.activities.models.details import Detail, record_link
from apps.campaigns.models import AssemblySession
from apps.core.audit import audited
from apps.core.fields import NFCCharField

FORWARDED = ("answered", "in_time", "overdue")
ELIGIBLE = (*FORWARDED, "guided", "kept", "studied", "supervised")
LEAVES = (*ELIGIBLE, "ineligible")
CLASSES = ("complaints", "denunciations", "proposals", "reflections")
SUMS = {"forwarded": FORWARDED, "eligible": ELIGIBLE, "received": LEAVES}
ANSWER = ("due_on", "answered_on", "answer_number")
ANSWERS = ("resolved", "in_progress", "explained")


def sums_of(leaves: Mapping[str, int]) -> dict[str, int]:
    """What the database computes, in Python: for checking what a workbook states. Leaves left out are 0."""
    return {name: sum(leaves.get(leaf, 0) for leaf in parts) for name, parts in SUMS.items()}


_FORWARDED = F("answered") + F("in_time") + F("overdue")
_ELIGIBLE = _FORWARDED + F("guided") + F("kept") + F("studied") + F("supervised")


def _count(label: object) -> models.PositiveIntegerField[int, int]:
    return models.PositiveIntegerField(label, default=0)  # type: ignore[arg-type]


def _derived(expression: Expression) -> models.GeneratedField:
    return models.GeneratedField(expression=expression, output_field=models.PositiveIntegerField(), db_persist=True)


@audited()
class Petitions(Detail):
    """A batch of petitions (đơn thư), or the counts of some days: how many came and what was done with them.

    Only the leaves of the tree are entered; the database adds them up (domain.md 5.5): forwarded = answered + in time +
    overdue; eligible = forwarded + guided + kept + studied + supervised; received = eligible + ineligible. The four
    classes may overlap: one petition can be several.
    """

    record = record_link(Kind.PETITIONS)
    source = models.CharField(_("where they came from"), max_length=15, choices=PetitionSource)
    complaints = models.PositiveIntegerField(_("complaints"), null=True, blank=True)
    denunciations = models.PositiveIntegerField(_("denunciations"), null=True, blank=True)
    proposals = models.PositiveIntegerField(_("proposals"), null=True, blank=True)
    reflections = models.PositiveIntegerField(_("reflections"), null=True, blank=True)
    ineligible = _count(_("not eligible"))
    answered = _count(_("forwarded and answered"))
    in_time = _count(_("forwarded, answer not yet due"))
    overdue = _count(_("forwarded, answer overdue"))
    guided = _count(_("guided in writing"))
    kept = _count(_("kept on file"))
    studied = _count(_("under study"))
    supervised = _count(_("under supervision"))
    forwarded = _derived(_FORWARDED)
    eligible = _derived(_ELIGIBLE)
    received = _derived(_ELIGIBLE + F("ineligible"))

    class Meta:
        verbose_name = _("petitions")
        constraints = (
            models.CheckConstraint(condition=Q(source__in=PetitionSource.values), name="petitions_source_known"),
        )


@audited()
class Opinions(Detail):
    """Voters' opinions forwarded in one batch: to whom, by which synthesis report, and what was answered.

    `opinions` were gathered for this level, `merged` of them said the same as others; the rest was sent. Answers never
    exceed what was sent, in their three classes (Joint Resolution 72/2025). The record's title is their field or
    subject; its day is the report's, or the meeting's for those answered on the spot. Complaints and denunciations that
    are passed on as petitions are answered there, never here.
    """

    record = record_link(Kind.OPINIONS)
    session = models.ForeignKey(
        AssemblySession, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("session")
    )
    phase = models.CharField(
        _("before or after the session"), max_length=10, choices=MeetingPhase, default=MeetingPhase.OTHER
    )
    level = models.CharField(_("level"), max_length=10, choices=Level)
    addressee = NFCCharField(_("addressee"), max_length=300, blank=True)
    opinions = models.PositiveIntegerField(_("opinions and petitions gathered"))
    merged = models.PositiveIntegerField(_("duplicates merged"), default=0)
    sent = models.GeneratedField(
        expression=F("opinions") - F("merged"), output_field=models.PositiveIntegerField(), db_persist=True
    )
    report_number = NFCCharField(_("number of the synthesis report"), max_length=60, blank=True)
    due_on = models.DateField(_("answer due on"), null=True, blank=True)
    answer_number = NFCCharField(_("number of the answer"), max_length=60, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    resolved = models.PositiveIntegerField(_("settled"), null=True, blank=True)
    in_progress = models.PositiveIntegerField(_("being settled"), null=True, blank=True)
    explained = models.PositiveIntegerField(_("explained, information given"), null=True, blank=True)

    class Meta:
        verbose_name = _("opinions forwarded")
        constraints = (
            models.CheckConstraint(condition=Q(level__in=Level.values), name="opinions_level_known"),
            models.CheckConstraint(condition=Q(phase__in=MeetingPhase.values), name="opinions_phase_known"),
            models.CheckConstraint(
                condition=Q(phase=MeetingPhase.OTHER) | Q(session__isnull=False), name="opinions_phase_of_a_session"
            ),
            models.CheckConstraint(
                condition=Q(
                    opinions__gte=F("merged")
                    + Coalesce(F("resolved"), 0)
                    + Coalesce(F("in_progress"), 0)
                    + Coalesce(F("explained"), 0)
                ),
                name="opinions_answers_within_sent",
            ),
            models.CheckConstraint(
                condition=~Q(level=Level.PETITIONS)
                | Q(due_on=None, answered_on=None, answer_number="", resolved=None, in_progress=None, explained=None),
                name="opinions_petitions_not_answered",
            ),
        )

    @property
    def waiting(self) -> int:
        """Sent, and in none of the three classes of answers yet."""
        said: list[int | None] = [getattr(self, name) for name in ANSWERS]
        return self.opinions - self.merged - sum(number or 0 for number in said)

    def overdue_on(self, day: date) -> int:
        """`overdue` as SQL has it (`RecordQuerySet.with_overdue`): still waiting after the term, without an answer."""
        late = self.due_on is not None and self.due_on < day and self.answered_on is None
        return self.waiting if late else 0

    @property
    def overdue(self) -> int:
        return self.overdue_on(timezone.localdate())
