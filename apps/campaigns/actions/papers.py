"""The papers of a conference: written, numbered once they were signed, corrected by a new version with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.campaigns.actions.calendar import refuse_unless_planning
from apps.campaigns.enums import PaperKind
from apps.campaigns.issued import Said
from apps.campaigns.meeting import Meeting, meeting_of
from apps.campaigns.models import Conference, Invitation, IssuedPaper, Minutes
from apps.campaigns.papers import WHAT, drawn_now, file_name
from apps.campaigns.rules import can_record
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.papers.pdf import pdf
from apps.core.papers.word import word
from apps.core.text import nfc
from apps.files.actions import keep, store
from apps.files.formats import DOCX, PDF
from apps.offices.actions.issuing import Noted

MESSAGES = {"minutes_hours_in_order": ("ended_at", gettext_lazy("The conference cannot end before it begins."))}
Paper = TypeVar("Paper", Invitation, Minutes)


@action
def save_invitation(
    *, conference: Conference, values: Mapping[str, Any], version: int, reason: str = "", by: User
) -> Invitation:
    """`version` is the one that the writer has read; 0 where there was none. Of a numbered invitation `reason` says why
    it is corrected: the correction is a new version, drawn from what is known now."""
    meeting = _held(conference, by)
    return _write(
        meeting, meeting.invitation or Invitation(conference=conference, version=0), values, version, reason, by
    )


@action
def save_minutes(
    *, conference: Conference, values: Mapping[str, Any], version: int, reason: str = "", by: User
) -> Minutes:
    """As `save_invitation`."""
    meeting = _held(conference, by)
    return _write(meeting, meeting.minutes or Minutes(conference=conference, version=0), values, version, reason, by)


def _held(conference: Conference, by: User) -> Meeting:
    refuse_unless_planning(by, conference.period.cluster, conference.period.year)
    Conference.objects.select_for_update().get(pk=conference.pk)  # one writer at a time, the first row too
    return meeting_of(conference)


def _write(meeting: Meeting, row: Paper, values: Mapping[str, Any], version: int, reason: str, by: User) -> Paper:
    """Saying the same again writes nothing. What was numbered stays: the next version needs its reason."""
    changed = {name for name, value in values.items() if getattr(row, name) != value}
    why = nfc(reason).strip()
    if row.pk is not None and not changed and not (row.issued and why):
        return row
    if row.issued and not changed and drawn_now(meeting, row).words == Said.read(row.issued.content).words:
        return row  # a second click, or nothing to correct
    if version != row.version:
        raise ValidationError(
            _("Somebody else has saved this paper meanwhile. Your text is still here; saving again replaces theirs."),
            code="meanwhile",
        )
    for name, value in values.items():
        setattr(row, name, value)
    row.clean_fields()
    if row.issued is not None:
        _refuse_unreasoned(why)
        _issue(meeting, row, drawn_now(meeting, row), why, by)
    row.version += 1
    with explained(MESSAGES):
        row.save()
    return row


def _refuse_unreasoned(reason: str) -> None:
    if not reason:
        raise ValidationError(
            {"reason": _("This paper has its number: say why it is corrected. The earlier version stays.")},
            code="numbered",
        )


@action
def record_paper(
    *, conference: Conference, kind: PaperKind, number: int | None, symbol: str, signed_on: date | None, signer: str,
    signed_as: str, scan: File[bytes] | None, reason: str = "", by: User,
) -> Invitation | Minutes:  # fmt: skip
    """What was noted when the paper was signed. With its number it is kept as it stands now, words and files; noted
    again it is corrected by a new version with its reason, in which the words stay. A scan may follow later. Saying the
    same again writes nothing; without a new scan the one that is there stays."""
    if not can_record(by, conference):
        raise PermissionDenied
    noted = Noted(number=number, symbol=symbol, signed_on=signed_on, signer=signer, signed_as=signed_as)
    Conference.objects.select_for_update().get(pk=conference.pk)
    meeting = meeting_of(conference)
    row = meeting.invitation if kind == PaperKind.INVITATION else meeting.minutes
    if row is None:
        raise ValidationError(_("Write the paper before its number is noted."), code="unwritten")
    before = row.issued
    if before is not None and number is None:
        raise ValidationError({"number": _("A number that was given is not taken back: correct it.")}, code="given")
    changed = noted.put_on(row)
    if scan is not None:
        row.scan = keep(scan, field="scan", by=by)
    elif not changed:
        return row
    if before is not None and changed:
        why = nfc(reason).strip()
        _refuse_unreasoned(why)
        _issue(meeting, row, Said.read(before.content).signed(row), why, by)
    elif before is None and row.is_numbered:
        _issue(meeting, row, drawn_now(meeting, row), "", by)
    row.version += 1
    row.save()
    return row


def _issue(meeting: Meeting, row: Invitation | Minutes, said: Said, reason: str, by: User) -> None:
    """Keeps what the paper says with its files. `row` is saved by the caller, in the same transaction."""
    kind = PaperKind.INVITATION if isinstance(row, Invitation) else PaperKind.MINUTES
    before = IssuedPaper.objects.filter(conference=meeting.conference, kind=kind)
    name = file_name(WHAT[kind], meeting)
    row.symbol = row.symbol or said.symbol
    assert row.number is not None  # with its day: invitation_number_with_day, minutes_number_with_day
    assert row.signed_on is not None
    row.issued = IssuedPaper.objects.create(
        conference=meeting.conference, kind=kind, position=before.count() + 1, number=row.number, symbol=row.symbol,
        signed_on=row.signed_on, content=said.keep(), reason=reason, issued_by=by,
        word=store(content=word(said.paper), name=f"{name}.docx", content_type=DOCX.content_type, by=by),
        pdf=store(content=pdf(said.paper), name=f"{name}.pdf", content_type=PDF.content_type, by=by),
    )  # fmt: skip
