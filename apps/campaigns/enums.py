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
