"""One table for each kind, with its own checked columns. The primary key is the record's."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from apps.activities.enums import (
    ConsultationMethod,
    Initiator,
    Kind,
    MeetingForm,
    MeetingKind,
    MeetingMode,
    MeetingPhase,
    PaperState,
    ReceptionKind,
    SupervisionKind,
)
from apps.activities.models.records import Record
from apps.campaigns.models import AssemblySession
from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.core.functions import Folded


class Detail(models.Model):
    """Common shape of the kinds' own tables."""

    record: models.OneToOneField[Record, Record]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.record)


def record_link(kind: Kind) -> models.OneToOneField[Record, Record]:
    return models.OneToOneField(Record, on_delete=models.CASCADE, primary_key=True, related_name=kind.value)


@audited()
class Supervision(Detail):
    """A supervision or a survey (Law 87/2015/QH13, articles 48 and 53). The record's title is its topic."""

    record = record_link(Kind.SUPERVISION)
    kind = models.CharField(
        _("kind of supervision"), max_length=20, choices=SupervisionKind, default=SupervisionKind.THEMATIC
    )
    initiator = models.CharField(_("carried out by"), max_length=20, choices=Initiator, default=Initiator.DELEGATION)
    bodies = models.PositiveSmallIntegerField(_("bodies supervised"), null=True, blank=True)
    decision_number = NFCCharField(_("decision number"), max_length=60, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    notified_on = models.DateField(_("notice sent on"), null=True, blank=True)
    team_head = NFCCharField(_("head of the team"), max_length=160, blank=True)
    deputies = models.PositiveSmallIntegerField(_("deputies in the team"), null=True, blank=True)
    invited = NFCCharField(_("invited to the team"), max_length=300, blank=True)
    legal_field = NFCCharField(_("field of law"), max_length=200, blank=True)
    examined_from = models.DateField(_("period examined from"), null=True, blank=True)
    examined_to = models.DateField(_("period examined to"), null=True, blank=True)
    bodies_named = NFCTextField(_("bodies supervised, one a line"), blank=True)
    information_from = NFCCharField(_("body asked for information"), max_length=300, blank=True)
    information_asked_on = models.DateField(_("information asked for on"), null=True, blank=True)
    information_answered_on = models.DateField(_("information given on"), null=True, blank=True)
    report_state = models.CharField(
        _("report of results"), max_length=10, choices=PaperState, default=PaperState.PLANNED
    )
    reported_on = models.DateField(_("reported on"), null=True, blank=True)
    recommendations = models.PositiveSmallIntegerField(_("recommendations"), null=True, blank=True)
    recommendations_answered = models.PositiveSmallIntegerField(_("recommendations answered"), null=True, blank=True)

    class Meta:
        verbose_name = _("supervision and survey")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=SupervisionKind.values), name="supervision_kind_known"),
            models.CheckConstraint(condition=Q(initiator__in=Initiator.values), name="supervision_initiator_known"),
            models.CheckConstraint(
                condition=Q(report_state__in=PaperState.values), name="supervision_report_state_known"
            ),
            models.CheckConstraint(
                condition=Q(recommendations_answered=None) | Q(recommendations_answered__lte=F("recommendations")),
                name="supervision_answered_within_recommendations",
            ),
            models.CheckConstraint(
                condition=Q(examined_to=None) | Q(examined_from=None) | Q(examined_to__gte=F("examined_from")),
                name="supervision_examined_in_order",
            ),
            models.CheckConstraint(
                condition=Q(information_answered_on=None)
                | Q(information_asked_on=None)
                | Q(information_answered_on__gte=F("information_asked_on")),
                name="supervision_information_after_asked",
            ),
        )


@audited()
class VoterMeeting(Detail):
    """A meeting with voters, with its opinions by level. Opinions of all levels never exceed their total.

    A level is null where the office does not know the split, 0 where it knows that there was none.
    """

    record = record_link(Kind.VOTER_MEETING)
    session = models.ForeignKey(
        AssemblySession,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="voter_meetings",
        verbose_name=_("session"),
    )
    phase = models.CharField(
        _("before or after the session"), max_length=10, choices=MeetingPhase, default=MeetingPhase.OTHER
    )
    kind = models.CharField(_("kind of meeting"), max_length=20, choices=MeetingKind, default=MeetingKind.CONSTITUENCY)
    form = models.CharField(_("form"), max_length=12, choices=MeetingForm, default=MeetingForm.CONFERENCE)
    mode = models.CharField(_("mode"), max_length=12, choices=MeetingMode, default=MeetingMode.IN_PERSON)
    joint = models.BooleanField(_("together with deputies of the People's Council"), default=False)
    deputies = NFCCharField(_("deputies attending"), max_length=300, blank=True)
    voters = models.PositiveIntegerField(_("voters attending"), null=True, blank=True)
    speakers = models.PositiveIntegerField(_("turns of speech"), null=True, blank=True)
    opinions = models.PositiveIntegerField(_("opinions and petitions"), null=True, blank=True)
    to_centre = models.PositiveIntegerField(_("forwarded to the centre"), null=True, blank=True)
    to_province = models.PositiveIntegerField(_("forwarded to the province"), null=True, blank=True)
    answered_on_spot = models.PositiveIntegerField(_("answered at the meeting"), null=True, blank=True)
    answered_in_writing = models.PositiveIntegerField(_("answered in writing by the province"), null=True, blank=True)
    bodies_present = NFCCharField(_("bodies and press present"), max_length=300, blank=True)
    minutes = models.BooleanField(_("minutes were taken"), null=True, blank=True)
    announced_on = models.DateField(_("plan announced on"), null=True, blank=True)
    notified_on = models.DateField(_("notice to the place outside the province"), null=True, blank=True)
    requested_on = models.DateField(_("meeting requested on"), null=True, blank=True)
    replied_on = models.DateField(_("request replied to on"), null=True, blank=True)
    synthesised_on = models.DateField(_("opinions synthesised on"), null=True, blank=True)

    class Meta:
        verbose_name = _("voter meeting")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=MeetingKind.values), name="voter_meeting_kind_known"),
            models.CheckConstraint(condition=Q(phase__in=MeetingPhase.values), name="voter_meeting_phase_known"),
            models.CheckConstraint(
                condition=Q(phase=MeetingPhase.OTHER) | Q(session__isnull=False),
                name="voter_meeting_phase_of_a_session",
            ),
            models.CheckConstraint(
                condition=Q(opinions=None)
                | Q(
                    opinions__gte=models.functions.Coalesce(F("to_centre"), 0)
                    + models.functions.Coalesce(F("to_province"), 0)
                    + models.functions.Coalesce(F("answered_on_spot"), 0)
                ),
                name="voter_meeting_levels_within_opinions",
            ),
            models.CheckConstraint(
                condition=Q(answered_in_writing=None)
                | Q(to_province=None)
                | Q(answered_in_writing__lte=F("to_province")),
                name="voter_meeting_answered_within_forwarded",
            ),
            models.CheckConstraint(
                condition=Q(replied_on=None) | Q(requested_on=None) | Q(replied_on__gte=F("requested_on")),
                name="voter_meeting_replied_after_requested",
            ),
        )


class DraftLawQuerySet(models.QuerySet["DraftLaw"]):
    def in_use(self) -> DraftLawQuerySet:
        """Those that a living record is about. One whose records were all taken out again is not offered any more."""
        living = LawConsultation.objects.filter(draft=models.OuterRef("pk"), record__deleted_at=None)
        return self.filter(models.Exists(living))


@audited()
class DraftLaw(models.Model):
    """A draft law, ordinance or resolution that is consulted on. One row for each name (compared without accents)."""

    name = NFCCharField(_("draft law"), max_length=300)
    folded = models.CharField(max_length=300, unique=True, editable=False)
    session = models.ForeignKey(AssemblySession, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = DraftLawQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft law")
        ordering = ("folded",)

    def __str__(self) -> str:
        return self.name


@audited()
class LawConsultation(Detail):
    """One consultation on one draft: a conference, or comments in writing."""

    record = record_link(Kind.LAW_CONSULTATION)
    draft = models.ForeignKey(
        DraftLaw, on_delete=models.PROTECT, related_name="consultations", verbose_name=_("draft law")
    )
    method = models.CharField(
        _("method"), max_length=12, choices=ConsultationMethod, default=ConsultationMethod.CONFERENCE
    )
    requester = NFCCharField(_("requested by"), max_length=200, blank=True)
    opinions = models.PositiveIntegerField(_("opinions contributed"), null=True, blank=True)
    synthesis_number = NFCCharField(_("number of the synthesis report"), max_length=60, blank=True)
    synthesised_on = models.DateField(_("synthesis report of"), null=True, blank=True)
    articles = models.PositiveIntegerField(_("articles commented on"), null=True, blank=True)
    invited = NFCCharField(_("bodies and experts invited"), max_length=300, blank=True)
    due_on = models.DateField(_("comments due on"), null=True, blank=True)

    class Meta:
        verbose_name = _("law consultation")
        constraints = (
            models.CheckConstraint(
                condition=Q(method__in=ConsultationMethod.values), name="law_consultation_method_known"
            ),
        )


@audited()
class CitizenReception(Detail):
    """One reception day of citizens (Law 42/2013/QH13, article 21): counts only, never persons."""

    record = record_link(Kind.CITIZEN_RECEPTION)
    kind = models.CharField(
        _("kind of reception"), max_length=10, choices=ReceptionKind, default=ReceptionKind.PERIODIC
    )
    received_by = NFCCharField(_("received by"), max_length=200, blank=True)
    visits = models.PositiveIntegerField(_("visits"), null=True, blank=True)
    persons = models.PositiveIntegerField(_("persons"), null=True, blank=True)
    large_groups = models.PositiveSmallIntegerField(_("large groups"), null=True, blank=True)
    petitions = models.PositiveIntegerField(_("petitions taken"), null=True, blank=True)
    content = NFCCharField(_("class of content"), max_length=200, blank=True)
    guided = models.PositiveIntegerField(_("guided on the spot"), null=True, blank=True)
    scheduled_on = models.DateField(_("deputy told of the schedule on"), null=True, blank=True)

    class Meta:
        verbose_name = _("citizen reception")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=ReceptionKind.values), name="citizen_reception_kind_known"),
        )


@audited()
class SocialWork(Detail):
    """Gifts and other social work. `total` is computed by the database, in whole dong."""

    record = record_link(Kind.SOCIAL_WORK)
    beneficiaries = NFCCharField(_("beneficiaries"), max_length=200, blank=True)
    gifts = models.PositiveIntegerField(_("gifts"), null=True, blank=True)
    unit_value = models.BigIntegerField(_("value of each, in dong"), null=True, blank=True)
    total = models.GeneratedField(
        expression=F("gifts") * F("unit_value"), output_field=models.BigIntegerField(null=True), db_persist=True
    )
    funding = NFCCharField(_("source of funds"), max_length=200, blank=True)
    programme = NFCTextField(_("in response to the programme"), blank=True)

    class Meta:
        verbose_name = _("social work")
        constraints = (
            models.CheckConstraint(
                condition=Q(unit_value=None) | Q(unit_value__gte=0), name="social_work_value_not_negative"
            ),
        )


@audited()
class Experience(Detail):
    """What worked, told to the others. The record's title is the name of the experience."""

    record = record_link(Kind.EXPERIENCE)
    summary = NFCTextField(_("main content"))
    presenter = NFCCharField(_("presented by"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("shared experience")
        indexes = (
            GinIndex(OpClass(Folded("summary"), name="gin_trgm_ops"), name="experience_summary_folded"),
            GinIndex(OpClass(Folded("presenter"), name="gin_trgm_ops"), name="experience_presenter_folded"),
        )
