"""The letter that asks for reports: prepared, issued to all members, and its number noted once it was signed."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.campaigns.models import Period
from apps.core.audit import action
from apps.core.papers.pdf import pdf
from apps.core.papers.word import word
from apps.core.text import nfc
from apps.files.actions import keep, store
from apps.files.formats import DOCX, PDF
from apps.offices.actions.issuing import NOTED, Noted
from apps.reports.letter import Draft, composed, drafted, paper
from apps.reports.models import Request
from apps.reports.rules import can_record, can_request

DRAFTED = ("introduction", "outline", "form", "recipients", "due_on", "symbol")


@action
def save_request(*, period: Period, draft: Draft, by: User) -> Request:
    """Keeps what the letter will say. `draft.version` is that of the letter the author saw; a newer one refuses."""
    if not can_request(by, period):
        raise PermissionDenied
    if draft.due_on is None:
        raise ValidationError({"due_on": _("Say by which day the reports are due.")}, code="required")
    if draft.due_on < period.starts_on:
        raise ValidationError({"due_on": _("Reports cannot be due before the period begins.")}, code="too_early")
    Period.objects.select_for_update().get(pk=period.pk)  # two first savings at once: the second sees the first
    request = Request.objects.select_for_update(of=("self",)).filter(period=period).first()
    _refuse_issued(request)
    _refuse_older(request, draft.version)
    if request is None:
        request = Request(period=period, version=0)
    for name in DRAFTED:
        value = getattr(draft, name)
        setattr(request, name, nfc(value) if isinstance(value, str) else value)
    request.version += 1
    request.save()
    return request


def _refuse_issued(request: Request | None) -> None:
    if request is not None and request.is_issued:
        raise ValidationError(_("The letter was issued: it stays as the members have it."), code="issued")


def _refuse_older(request: Request | None, version: int) -> None:
    if (request.version if request else 0) != version:
        raise ValidationError(
            _("Somebody has changed the letter since you opened it. Open it again to see the newer text."),
            code="version",
        )


@action
def issue_request(*, period: Period, version: int, by: User) -> Request:
    """Opens the letter, as it was previewed at that version, to all members, with its files. Again changes nothing.

    What it says is frozen. A period without a due day takes that of the letter.
    """
    if not can_request(by, period):
        raise PermissionDenied
    held = Period.objects.select_for_update().get(pk=period.pk)
    request = Request.objects.select_for_update(of=("self",)).filter(period=period).first()
    if request is not None and request.is_issued:
        return request
    _refuse_older(request, version)
    if request is None:
        raise ValidationError(_("Save the letter before it is issued."), code="unsaved")
    now = timezone.now()
    request.period = period
    request.content = composed(period, drafted(period, request, timezone.localdate()), timezone.localdate(), now)
    request.issued_at, request.issued_by, request.version = now, by, request.version + 1
    _draw(request, by)
    request.save(update_fields=["content", "issued_at", "issued_by", "version", "word", "pdf"])
    if held.due_on is None:
        held.due_on = request.due_on
        held.save(update_fields=["due_on"])
    return request


def _draw(request: Request, by: User) -> None:
    made = paper(request.content, request, request.symbol)
    name = f"cong-van-{request.period.cluster.code}-{request.period.code}"
    request.word = store(content=word(made), name=f"{name}.docx", content_type=DOCX.content_type, by=by)
    request.pdf = store(content=pdf(made), name=f"{name}.pdf", content_type=PDF.content_type, by=by)


@action
def record_issuing(
    *, request: Request, number: int | None, symbol: str, signed_on: date | None, signer: str, signed_as: str,
    scan: File[bytes] | None, by: User,
) -> Request:  # fmt: skip
    """What was noted when the letter was signed on paper; its files are drawn again with it. Noted again it is
    corrected; without a new scan the one that is there stays."""
    if not can_record(by, request.period):
        raise PermissionDenied
    noted = Noted(number=number, symbol=symbol, signed_on=signed_on, signer=signer, signed_as=signed_as)
    locked = Request.objects.select_for_update(of=("self",)).select_related("period__cluster").get(pk=request.pk)
    if not locked.is_issued:
        raise ValidationError(_("Issue the letter before its number is noted."), code="draft")
    noted.put_on(locked)
    if scan is not None:
        locked.scan = keep(scan, field="scan", by=by)
    locked.version += 1
    _draw(locked, by)
    locked.save(update_fields=[*NOTED, "scan", "version", "word", "pdf"])
    return locked
