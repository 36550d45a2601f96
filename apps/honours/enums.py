"""Words of what can be held. Titles reward results in emulation, forms reward achievement: two catalogues."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
    STATE = "state", _("State")


class RatingLevel(models.TextChoices):
    """How a year's tasks were completed, from the best down."""

    EXCELLENT = "excellent", _("excellently completed")
    GOOD = "good", _("well completed")
    COMPLETED = "completed", _("completed")
    NOT_COMPLETED = "failed", _("not completed")


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
