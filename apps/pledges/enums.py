"""Words of what is promised."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SheetState(models.TextChoices):
    """Of an office's registrations of a year."""

    DRAFT = "draft", _("draft")
    SENT = "sent", _("sent")
    TO_COMPLETE = "to_complete", _("completion asked for")
    RECEIVED = "received", _("received")


WITH_THE_OFFICE = frozenset({SheetState.DRAFT, SheetState.TO_COMPLETE})
HANDED_IN = frozenset({SheetState.SENT, SheetState.TO_COMPLETE, SheetState.RECEIVED})
