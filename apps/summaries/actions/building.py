"""Building a paper: asked for once, claimed once, finished once, whatever dies on the way."""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from celery import current_app
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.campaigns.enums import ConferenceKind
from apps.campaigns.models import Conference, Period
from apps.core.audit import action
from apps.files.actions import store
from apps.files.formats import DOCX, PDF
from apps.files.models import StoredFile
from apps.summaries.content.document import paper_context, write
from apps.summaries.enums import MAX_ATTEMPTS, STEPS, BuildState, Paper, Purpose, Step
from apps.summaries.models import Build, Summary
from apps.summaries.papers import pdf, word
from apps.summaries.rules import can_write_report, is_frozen

log = logging.getLogger(__name__)
PAPER_LANGUAGE = "vi"  # of the document and of what it says about itself, whatever the worker speaks


class ClaimLostError(Exception):
    """Another worker has the build now: this one writes nothing more."""


@action
def request_build(*, period: Period, paper: str, by: User | None, start: bool = True) -> Build:
    """Asks for a paper to be built. Asked twice (a double click), the same open build answers.

    `by=None` is the calendar or the command line. With `start` a worker is told once the transaction is through.
    """
    if by is not None and not can_write_report(by, period):
        raise PermissionDenied
    if paper not in Paper.values:
        raise ValidationError(_("Unknown paper “%(paper)s”."), params={"paper": paper}, code="paper")
    summary, _created = Summary.objects.get_or_create(period=period, paper=paper)
    locked = Summary.objects.select_for_update().get(pk=summary.pk)
    if is_frozen(locked):
        last = locked.builds.first()
        if last is not None and last.purpose == Purpose.ISSUE and last.state != BuildState.DONE:
            return open_build(locked, Purpose.ISSUE, by=by, start=start)
        raise ValidationError(
            _("This report was published: it stays as it was said. Nothing is built anew."), code="published"
        )
    return open_build(locked, Purpose.RENEW, by=by, start=start)


def open_build(summary: Summary, purpose: Purpose, *, by: User | None, start: bool = True) -> Build:
    """The open build of a locked summary, or a new one."""
    found = summary.builds.open().first()
    if found is not None:
        return found
    build = Build(summary=summary, purpose=purpose, requested_by=by)
    build.save()
    if start:
        transaction.on_commit(lambda: announce(build.pk))
    return build


def announce(*build_ids: int) -> None:
    """Tells the workers. Where no broker answers the build stays queued and `resume_stalled` announces it again."""
    for build_id in build_ids:
        try:
            current_app.send_task("summaries.build", args=[build_id], retry=False)
        except Exception:
            log.exception("summaries.build %s could not be sent; it is announced again within a minute", build_id)


@dataclass(frozen=True)
class Claim:
    """A worker's hold on a build, checked with every step it reports."""

    build_id: int
    token: uuid.UUID

    def at(self, step: Step) -> None:
        """Says that the worker lives and what it is doing. Refused once somebody else holds the build."""
        held = Build.objects.filter(pk=self.build_id, state=BuildState.RUNNING, claim=self.token)
        if not held.update(step=step, done=STEPS.index(step), heartbeat_at=timezone.now()):
            raise ClaimLostError(self.build_id)


def claim(build_id: int) -> Claim | None:
    """Takes a queued build by a conditional UPDATE: of many workers exactly one gets it."""
    now, token = timezone.now(), uuid.uuid4()
    taken = Build.objects.filter(pk=build_id, state=BuildState.QUEUED).update(
        state=BuildState.RUNNING, claim=token, claimed_at=now, heartbeat_at=now, attempts=F("attempts") + 1, reason=""
    )
    return Claim(build_id, token) if taken else None


def run_build(*, build_id: int) -> bool:
    """Does a queued build; False where somebody else has it or had it. A failure is kept with its reason in words."""
    mine = claim(build_id)
    if mine is None:
        return False
    build = Build.objects.select_related("summary__period__cluster").get(pk=build_id)
    try:
        with translation.override(PAPER_LANGUAGE):
            content, at = _content(build, mine)
            papers = _papers(build, content, mine)
            mine.at(Step.KEEPING)
            finish(claim=mine, content=content, at=at, papers=papers)
    except ClaimLostError:
        log.warning("summaries.build %s: another worker has it now", build_id)
        return False
    except Exception as error:
        log.exception("summaries.build %s failed", build_id)
        with translation.override(PAPER_LANGUAGE):
            fail(claim=mine, reason=reason_of(error))
        return False
    return True


def _content(build: Build, mine: Claim) -> tuple[dict[str, Any], datetime]:
    """Reads figures and writes sentences; for the files of a published paper its content stays as it is."""
    summary = build.summary
    if build.purpose == Purpose.ISSUE and summary.built_at is not None:
        return summary.content, summary.built_at
    mine.at(Step.FIGURES)
    at = timezone.now()
    content = write(summary.period, summary.paper, at)
    mine.at(Step.SENTENCES)
    return content, at


@dataclass(frozen=True)
class Papers:
    word: bytes
    pdf: bytes
    annex: bytes


def _papers(build: Build, content: dict[str, Any], mine: Claim) -> Papers:
    summary = build.summary
    draft = summary.is_marked_draft and build.purpose == Purpose.RENEW
    context = paper_context(content, summary.wordings.all(), draft=draft)
    mine.at(Step.WORD)
    made = word.report(context)
    mine.at(Step.PDF)
    return Papers(made, pdf.report(context), pdf.annex(context))


def file_name(summary: Summary, what: str = "") -> str:
    return f"bao-cao-{summary.cluster.code}-{summary.period.code}-{summary.paper}{what}"


@action
def finish(*, claim: Claim, content: dict[str, Any], at: datetime, papers: Papers, by: User | None = None) -> Summary:
    """Puts content and files in place, together, and closes the build: the one writer of `Summary.content`."""
    build = (
        Build.objects.select_for_update().filter(pk=claim.build_id, state=BuildState.RUNNING, claim=claim.token).first()
    )
    if build is None:
        raise ClaimLostError(claim.build_id)
    summary = Summary.objects.select_for_update(of=("self",)).select_related("period__cluster").get(pk=build.summary_id)
    if is_frozen(summary) and build.purpose == Purpose.RENEW:
        raise ValidationError(_("This report was published while it was being built."), code="published")
    by = build.requested_by

    def kept(made: bytes, ending: str, content_type: str, what: str = "") -> StoredFile:
        return store(content=made, name=file_name(summary, what) + ending, content_type=content_type, by=by)

    summary.content, summary.built_at = content, at
    summary.word = kept(papers.word, ".docx", DOCX.content_type)
    summary.pdf = kept(papers.pdf, ".pdf", PDF.content_type)
    summary.annex = kept(papers.annex, ".pdf", PDF.content_type, "-phu-luc-1")
    summary.save(update_fields=["content", "built_at", "word", "pdf", "annex"])
    build.state, build.done, build.finished_at = BuildState.DONE, build.total, timezone.now()
    build.save(update_fields=["state", "done", "finished_at"])
    return summary


@action
def fail(*, claim: Claim, reason: str, by: User | None = None) -> None:
    """Closes a build that cannot be finished; what was built before stays in place."""
    Build.objects.filter(pk=claim.build_id, state=BuildState.RUNNING, claim=claim.token).update(
        state=BuildState.FAILED, reason=reason, finished_at=timezone.now()
    )


def reason_of(error: Exception) -> str:
    """Words for the secretariat: our own messages as they are, anything else by its kind, for the administrator."""
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    if isinstance(error, OSError):
        return _("A file could not be written: %(error)s") % {"error": error}
    return _(
        "The program met an error (%(kind)s: %(error)s). Try again; if it fails again, tell the administrator."
    ) % {
        "kind": type(error).__name__,
        "error": str(error)[:300],
    }


@action
def resume_stalled(*, now: datetime | None = None, by: User | None = None) -> list[int]:
    """Every minute: builds whose worker died are queued anew, after MAX_ATTEMPTS they fail; lost ones are announced.

    Safe to run twice: each row changes by a conditional UPDATE.
    """
    at = now or timezone.now()
    stalled = Build.objects.stalled(at)
    with translation.override(PAPER_LANGUAGE):
        stalled.filter(attempts__gte=MAX_ATTEMPTS).update(
            state=BuildState.FAILED,
            finished_at=at,
            reason=_("The worker stopped %(count)s times in the middle of this build. Try again.")
            % {"count": MAX_ATTEMPTS},
        )
    requeued = [
        pk
        for pk in Build.objects.stalled(at).values_list("pk", flat=True)
        if Build.objects.stalled(at)
        .filter(pk=pk)
        .update(state=BuildState.QUEUED, step=Step.WAITING, done=0, claim=None)
    ]
    found = sorted({*requeued, *Build.objects.unclaimed(at).values_list("pk", flat=True)})
    transaction.on_commit(lambda: announce(*found))
    return found


def build_due(*, on: date | None = None) -> list[int]:
    """Every day: asks for the paper of each period whose build day has come and which has none yet, late or not."""
    today = on or timezone.localdate()
    due = Period.objects.due_to_build(today).filter(summaries__builds=None, published_on=None)
    return [pk for period in due.select_related("cluster") if (pk := _build_first(period, today))]


def _build_first(period: Period, today: date) -> int | None:
    """The draft while the conference lies ahead, the report after it from then on."""
    held = Conference.objects.filter(period=period, held_on__lt=today).exclude(kind=ConferenceKind.PLEDGE).exists()
    paper = Paper.AFTER if held else Paper.DRAFT
    with transaction.atomic():
        Period.objects.select_for_update().get(pk=period.pk)  # twice at once is once: the second waits, then sees it
        if Build.objects.filter(summary__period=period).exists():
            return None
        return request_build(period=period, paper=paper, by=None).pk
