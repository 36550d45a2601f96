"""Completion: the secretariat asks, the office answers, a question stays at its line until then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.activities.models import Record
from apps.core.audit import action
from apps.core.text import nfc
from apps.indicators.models import Indicator
from apps.reports.actions.basics import locked
from apps.reports.enums import ReportState, Section
from apps.reports.models import Question, Report
from apps.reports.rules import can_answer, can_ask


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question on a figure, a record or a section; on the report as a whole where none is named."""

    text: str
    indicator: Indicator | None = None
    record: Record | None = None
    section: str = ""


@action
def ask(*, report: Report, questions: Sequence[Asked], by: User) -> list[Question]:
    """Asks for completion of the version sent last; the report goes back to the office. All questions or none.

    A question that is open at the same line in the same words is not asked twice.
    """
    if not can_ask(by, report.period):
        raise PermissionDenied
    if not questions:
        raise ValidationError(_("Write down at least one question."), code="required")
    held = locked(report)
    if held.current is None:
        raise ValidationError(_("This report has not been sent yet, so there is nothing to ask about."), code="draft")
    for asked in questions:
        _refuse_unfit(held, asked)
    known = {_key(each): each for each in held.questions.open()}
    put = []
    for asked in questions:
        question = Question(
            report=held, version=held.current, indicator=asked.indicator, record=asked.record, section=asked.section,
            text=nfc(asked.text), asked_by=by,
        )  # fmt: skip
        if _key(question) not in known:
            question.save()
            known[_key(question)] = question
        put.append(known[_key(question)])
    if held.state != ReportState.TO_COMPLETE:
        held.state = ReportState.TO_COMPLETE
        held.save(update_fields=["state"])
    return put


def _key(question: Question) -> tuple[int | None, int | None, str, str]:
    return question.indicator_id, question.record_id, question.section, question.text


def _refuse_unfit(report: Report, asked: Asked) -> None:
    if not nfc(asked.text):
        raise ValidationError(_("Write down what is asked."), code="required")
    if asked.section and asked.section not in Section.values:
        raise ValidationError(_("Unknown section “%(section)s”."), params={"section": asked.section}, code="section")
    if sum(bool(each) for each in (asked.indicator, asked.record, asked.section)) > 1:
        raise ValidationError(_("A question is about one figure, one record or one section."), code="one_thing")
    foreign = asked.indicator is not None and asked.indicator.cluster_id not in {None, report.period.cluster_id}
    if foreign or (asked.record is not None and asked.record.office_id != report.office_id):
        raise PermissionDenied


def _locked(question: Question) -> tuple[Report, Question]:
    """The report is the lock of its questions."""
    held = locked(question.report)
    return held, held.questions.select_related("answered_by").get(pk=question.pk)


@action
def answer(*, question: Question, text: str, by: User, seen: str = "") -> Question:
    """The office's answer, which closes the question. The same answer again changes nothing; another one needs the one
    that the author saw (`seen`), and is refused once the report was sent again."""
    if not can_answer(by, question.report.period, question.report.office):
        raise PermissionDenied
    if not nfc(text):
        raise ValidationError(_("Write down the answer."), code="required")
    held, current = _locked(question)
    if current.answer == nfc(text):
        return current
    if current.withdrawn_at is not None:
        raise ValidationError(_("The secretariat has withdrawn this question meanwhile."), code="withdrawn")
    if held.state != ReportState.TO_COMPLETE:
        raise ValidationError(_("The report was sent again with the answer that is there already."), code="sent")
    if current.answer != nfc(seen):
        raise ValidationError(
            _("%(who)s has answered meanwhile: “%(answer)s”."),
            params={"who": str(current.answered_by), "answer": current.answer},
            code="answered",
        )
    current.answer, current.answered_by, current.answered_at = nfc(text), by, timezone.now()
    current.save(update_fields=["answer", "answered_by", "answered_at"])
    return current


@action
def withdraw(*, question: Question, by: User) -> Question:
    """The secretariat no longer asks. Where that leaves no question open, the report counts as sent again; as received
    where the version asked about had been received. Repeating it does no harm."""
    if not can_ask(by, question.report.period):
        raise PermissionDenied
    held, current = _locked(question)
    if current.withdrawn_at is not None:
        return current
    if current.answered_at is not None:
        raise ValidationError(
            _("The office has answered this question; there is nothing to withdraw."), code="answered"
        )
    current.withdrawn_at, current.withdrawn_by = timezone.now(), by
    current.save(update_fields=["withdrawn_at", "withdrawn_by"])
    if held.state == ReportState.TO_COMPLETE and not held.questions.open().exists():
        was_received = held.current is not None and held.current.received_at is not None
        held.state = ReportState.RECEIVED if was_received else ReportState.SENT
        held.save(update_fields=["state"])
    return current
