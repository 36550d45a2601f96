"""Words of what can be held. Titles reward results in emulation, forms reward achievement: two catalogues."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class HonourKind(models.TextChoices):
    TITLE = "title", _("emulation title")
    FORM = "form", _("form of commendation")


class Subject(models.TextChoices):
    PERSON = "person", _("individual")
    COLLECTIVE = "collective", _("collective")


class Level(models.TextChoices):
    """At which level it is decided, from the lowest to the highest."""

    BASE = "base", _("grassroots level")
    MINISTRY = "ministry", _("ministry or province")
    STATE = "state", pgettext_lazy("level of decision", "State")


class RatingLevel(models.TextChoices):
    """How a year's tasks were completed, from the best down."""

    EXCELLENT = "excellent", _("excellently completed")
    GOOD = "good", _("well completed")
    COMPLETED = "completed", _("completed")
    NOT_COMPLETED = "failed", _("not completed")


class Occasion(models.TextChoices):
    """Kind of commendation (loại hình khen thưởng): for what a form is given. Titles have none.

    Source: Law 06/2022/QH15 art. 8; the last two come with Law 06/2026/QH16.
    """

    MERIT = "merit", _("merit")
    SUDDEN = "sudden", _("sudden achievement")
    MOVEMENT = "movement", _("emulation movement")
    SERVICE = "service", _("course of service")
    SENIORITY = "seniority", _("years of service")
    FOREIGN = "foreign", _("foreign relations")
    THEMATIC_MOVEMENT = "thematic", _("emulation movement on a theme")
    THEME = "theme", _("commendation on a theme")


SINCE_2026 = frozenset({Occasion.THEMATIC_MOVEMENT, Occasion.THEME})
LAW_OF_2026 = date(2026, 10, 1)
# Several achievements of one year may each earn one; all other kinds look at the year or the course of work, once.
MANY_IN_A_YEAR = frozenset({Occasion.SUDDEN, Occasion.MOVEMENT, *SINCE_2026})


def occasions_on(day: date) -> list[Occasion]:
    """The kinds of commendation that exist on a day."""
    return [each for each in Occasion if each not in SINCE_2026 or day >= LAW_OF_2026]


class InventionKind(models.TextChoices):
    INITIATIVE = "initiative", _("initiative")
    TOPIC = "topic", _("research topic")


class DisciplineKind(models.TextChoices):
    """From the lightest to the heaviest. Source: Law on cadres and civil servants art. 78, 79."""

    REPRIMAND = "reprimand", _("reprimand")
    WARNING = "warning", _("warning")
    LOWER_SALARY = "salary", _("lower salary grade")
    DEMOTION = "demotion", _("demotion")
    DISMISSAL = "dismissal", _("removal from office")
    DISCHARGE = "discharge", _("discharge")


WARNING_OR_WORSE = frozenset(set(DisciplineKind) - {DisciplineKind.REPRIMAND})


GOOD_OR_BETTER = frozenset({RatingLevel.EXCELLENT, RatingLevel.GOOD})
TASKS_COMPLETED = frozenset({RatingLevel.EXCELLENT, RatingLevel.GOOD, RatingLevel.COMPLETED})


class Verdict(models.TextChoices):
    """What the machine advises; people decide. NEEDS_REVIEW: a fact or a verified rule is missing."""

    MET = "met", _("met")
    NOT_MET = "not_met", _("not met")
    NEEDS_REVIEW = "review", _("needs review")


class ReachState(models.TextChoices):
    """WITHIN: nothing that is past stands against it; what is left can still be done in the year."""

    WITHIN = "within", _("within reach")
    OUT = "out", _("out of reach")
    UNKNOWN = "unknown", _("not enough data")
