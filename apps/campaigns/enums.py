"""Words of the calendar."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PeriodKind(models.TextChoices):
    FIRST_HALF = "H1", _("first six months")
    SECOND_HALF = "H2", _("last six months")
    YEAR = "Y", _("whole year")


HALVES = frozenset({PeriodKind.FIRST_HALF, PeriodKind.SECOND_HALF})


class SessionKind(models.TextChoices):
    REGULAR = "regular", _("regular session")
    EXTRAORDINARY = "extraordinary", _("extraordinary session")


class CampaignKind(models.TextChoices):
    REGULAR = "regular", _("regular movement")
    THEMATIC = "thematic", _("thematic movement")


class CampaignLevel(models.TextChoices):
    """Whose movement it is, highest first: a movement stands under one of a higher level."""

    NATIONAL = "national", _("national")
    MANAGING_BODY = "managing_body", _("of the managing body")
    CLUSTER = "cluster", _("of the cluster")
    OFFICE = "office", _("of an office")


class CampaignState(models.TextChoices):
    DRAFT = "draft", _("draft")
    LAUNCHED = "launched", _("launched")
    CLOSED = "closed", _("closed")


SHOWN = frozenset({CampaignState.LAUNCHED, CampaignState.CLOSED})  # what the members of the cluster read


class CampaignPaperKind(models.TextChoices):
    PLAN = "plan", _("launching plan")
    JOINT_PLAN = "joint_plan", _("joint plan with the partner")
    APPEAL = "appeal", _("launching address")
    GUIDANCE = "guidance", _("guidance")
    OTHER = "other", _("other paper")


class ConferenceKind(models.TextChoices):
    PLEDGE = "pledge", _("pledge conference")
    REVIEW = "review", _("mid-year review conference")
    YEAR_END = "year_end", _("year-end conference")


class PartOfDay(models.TextChoices):
    MORNING = "morning", _("morning")
    AFTERNOON = "afternoon", _("afternoon")
    ALL_DAY = "all_day", _("all day")


class PaperKind(models.TextChoices):
    INVITATION = "invitation", _("invitation to a conference")
    MINUTES = "minutes", _("minutes of a conference")


class DelegateKind(models.TextChoices):
    DELEGATE = "delegate", _("delegate")
    GUEST = "guest", _("guest")
    SECRETARY = "secretary", _("secretary of the conference")
    PRESS = "press", _("press")


class TaskState(models.TextChoices):
    DONE = "done", _("done")
    UNDER_WAY = "under_way", _("under way")
    NOT_BEGUN = "not_begun", _("not begun")
