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
