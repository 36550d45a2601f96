"""Words of offices' reports."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ReportState(models.TextChoices):
    """STALE is never stored: a received report is stale where its content differs from the version received."""

    DRAFT = "draft", pgettext_lazy("report", "draft")
    SENT = "sent", _("sent")
    TO_COMPLETE = "to_complete", _("completion asked for")
    RECEIVED = "received", _("received")
    STALE = "stale", _("changed after receipt")


STORED_STATES = frozenset({ReportState.DRAFT, ReportState.SENT, ReportState.TO_COMPLETE, ReportState.RECEIVED})


class Section(models.TextChoices):
    """What an office writes in words, in the order of its report."""

    ADVANTAGES = "advantages", _("advantages")
    DIFFICULTIES = "difficulties", _("difficulties")
    ASSESSMENT = "assessment", _("assessment")
    EXPERIENCE = "experience", _("experience drawn")
    PLAN = "plan", _("tasks of the next period")
    PROPOSALS = "proposals", _("proposals")


class Way(models.TextChoices):
    """How a version was handed in. All but the first are entered by the secretariat on the office's behalf."""

    PROGRAM = "program", _("in the program")
    TELEPHONE = "telephone", _("by telephone, paper to follow")
    PAPER = "paper", _("on paper")


ON_BEHALF = frozenset({Way.TELEPHONE, Way.PAPER})


class Carrier(models.TextChoices):
    """How a paper came in."""

    BY_HAND = "by_hand", _("by hand")
    POST = "post", _("by post")
    MAIL = "mail", _("by e-mail")
    NETWORK = "network", _("through the document network")
    MESSAGE = "message", _("by message")


class ContactWay(models.TextChoices):
    """How the secretariat spoke with an office."""

    TELEPHONE = "telephone", _("telephone")
    MESSAGE = "message", _("message (Zalo)")
    LETTER = "letter", _("letter")
    MAIL = "mail", _("e-mail")
    IN_PERSON = "in_person", _("in person")


class Step(models.TextChoices):
    """At which distance from the due day an office is reminded; the order is that of time."""

    WEEK_BEFORE = "week_before", _("a week before the due day")
    DAY_BEFORE = "day_before", _("the day before the due day")
    DAY_AFTER = "day_after", _("the day after the due day")
    WEEK_AFTER = "week_after", _("a week after the due day")
    COMPLETION = "completion", _("completion asked for")


class Punctuality(models.TextChoices):
    """How a report stands against its due day and the office's extension."""

    ON_TIME = "on_time", _("in time")
    ON_TIME_EXTENDED = "on_time_extended", _("in time, with an extension")
    LATE = "late", _("late")
    OVERDUE = "overdue", _("not sent, overdue")
    EXTENDED = "extended", _("not sent yet, with an extension")
    NOT_YET_DUE = "not_yet_due", _("not yet due")
    NO_DUE_DAY = "no_due_day", _("no due day")


class Answer(models.TextChoices):
    """How an office answered an indicator. NONE and ZERO are two different things, and MISSING is neither."""

    VALUE = "value", _("a figure")
    ZERO = "zero", _("0 entered")
    NONE = "none", _("none occurred")
    MISSING = "missing", _("not reported")


class Severity(models.TextChoices):
    """BLOCK: the figures cannot all be right. WARN: unlikely. Both want a justification in writing; INFO does not."""

    BLOCK = "block", _("contradiction")
    WARN = "warn", _("to be explained")
    INFO = "info", _("worth a look")


TO_JUSTIFY = frozenset({Severity.BLOCK, Severity.WARN})
