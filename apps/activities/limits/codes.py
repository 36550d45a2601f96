"""What the program asks the limits of law for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Code(models.TextChoices):
    TEAM = "supervision_team", _("Supervision: deputies in the team, at least")
    NOTICE = "supervision_notice", _("Supervision: notice to the bodies supervised, before the first day")
    REPORT = "supervision_report", _("Supervision: the team's report, after the last day")
    INFORMATION = "supervision_information", _("Supervision: information given, after it was asked for")
    ANSWER = "supervision_answer", _("Supervision: answer to a recommendation, after it was sent")
    PLAN = "meeting_plan", _("Voter meeting: plan announced, before the meeting")
    OUTSIDE = "meeting_outside", _("Voter meeting outside the province: notice, before the meeting")
    GROUP_REPLY = "meeting_group_reply", _("Meeting of a person or group: reply to the request")
    GROUP_NOTICE = "meeting_group_notice", _("Meeting of a person or group: notice, before the meeting")
    GROUP_SYNTHESIS = "meeting_group_synthesis", _("Meeting of a person or group: synthesis, after the meeting")
    SYNTHESIS_BEFORE = "synthesis_before", _("Opinions: synthesis report, before the opening of a regular session")
    SYNTHESIS_AFTER = "synthesis_after", _("Opinions: synthesis report, after the closing of a regular session")
    EXTRAORDINARY_BEFORE = "synthesis_before_extra", _("Opinions: synthesis report, before an extraordinary session")
    EXTRAORDINARY_AFTER = "synthesis_after_extra", _("Opinions: synthesis report, after an extraordinary session")
    OPINIONS_ANSWER = "opinions_answer", _("Opinions: answer of the competent body, after they were sent")
    SCHEDULE = "reception_schedule", _("Citizen reception: schedule told to the deputy, before the day")


PEOPLE = frozenset({Code.TEAM})  # counted in people, all others in days
