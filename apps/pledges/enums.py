"""Words of what is promised."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SheetState(models.TextChoices):
    """Of an office's registrations of a year."""

    DRAFT = "draft", pgettext_lazy("report", "draft")
    SENT = "sent", _("sent")
    TO_COMPLETE = "to_complete", _("completion asked for")
    RECEIVED = "received", _("received")


WITH_THE_OFFICE = frozenset({SheetState.DRAFT, SheetState.TO_COMPLETE})
HANDED_IN = frozenset({SheetState.SENT, SheetState.TO_COMPLETE, SheetState.RECEIVED})


class Comparison(models.TextChoices):
    """How a target on an indicator is compared with its figure."""

    AT_LEAST = "at_least", _("at least")
    AT_MOST = "at_most", _("at most")
    EXACTLY = "exactly", _("exactly")
    PERCENTAGE = "percentage", _("a rate of at least")


COUNTED = frozenset({Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.EXACTLY})


class PledgeState(models.TextChoices):
    """Of an office in a year. Derived from its versions, never stored: a draft beside a signed version amends it."""

    NONE = "none", _("not signed yet")
    DRAFT = "draft", _("draft")
    SIGNED = "signed", _("signed")
    AMENDING = "amending", _("signed, being amended")


class Standing(models.TextChoices):
    """Of a target on a day."""

    REACHED = "reached", _("reached")
    ON_COURSE = "on_course", _("on course")
    BEHIND = "behind", _("behind")
    NO_DATA = "no_data", pgettext_lazy("standing of a target", "not enough data")
