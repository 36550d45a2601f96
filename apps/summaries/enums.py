"""Words of summaries."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class Paper(models.TextChoices):
    """Two papers come of one period. The values stand in addresses."""

    DRAFT = "draft", _("draft report for the conference")
    AFTER = "after", _("report after the conference")


class BuildState(models.TextChoices):
    QUEUED = "queued", _("waiting to start")
    RUNNING = "running", _("being written")
    DONE = "done", _("finished")
    FAILED = "failed", _("failed")


OPEN_STATES = frozenset({BuildState.QUEUED, BuildState.RUNNING})


class Step(models.TextChoices):
    """What a build is at. Their order is that of the work."""

    WAITING = "waiting", _("waiting for a worker")
    FIGURES = "figures", _("reading figures")
    SENTENCES = "sentences", _("writing sentences")
    WORD = "word", _("making the Word file")
    PDF = "pdf", _("making the PDF files")
    KEEPING = "keeping", _("keeping the files")


STEPS = tuple(Step)


class Purpose(models.TextChoices):
    """RENEW reads figures and writes everything anew; ISSUE sets the files of a published paper, figures untouched."""

    RENEW = "renew", _("figures and files")
    ISSUE = "issue", _("files of the published report")


class ProseSection(models.TextChoices):
    """What the secretariat types, in the order of the report."""

    SITUATION = "situation", _("situation: advantages and difficulties")
    SESSION_SERVICE = "session-service", _("serving the session; administration")
    PARTY_UNION = "party-union", _("Party and union work")
    MODELS = "models", _("results of movements, role models, initiatives")
    AWARDS = "awards", _("commendations in the period")
    ASSESSMENT = "assessment", _("general assessment: strengths")
    LIMITS = "limits", _("limitations")
    CAUSES = "causes", _("causes")
    LESSONS = "lessons", _("lessons")
    SOLUTIONS = "solutions", _("solutions for the next period")
    PROPOSALS = "proposals", _("petitions and proposals")
    RECIPIENTS = "recipients", _("recipients, one a line")


MAX_ATTEMPTS = 3
# A running build says every few seconds that it lives; silent for so long, its worker is taken for dead.
STALLED_AFTER = timedelta(seconds=60)
# A queued build whose message was lost (no broker at that moment) is announced again after this.
UNCLAIMED_AFTER = timedelta(seconds=30)
