"""Noting what the deciding body answered to an office's registrations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.core.audit import action
from apps.core.words import day
from apps.files.actions import keep
from apps.honours.models import Honour
from apps.pledges.actions.registrations import handed_in
from apps.pledges.enums import SheetState
from apps.pledges.models import RegistrationAnswer, RegistrationRefusal, RegistrationSheet
from apps.pledges.registered import Single, from_json


@dataclass(frozen=True, kw_only=True)
class Answer:
    """By which paper, of whom, of which day; what it does not approve, each with the reason. All else is approved."""

    decision: str
    on: date
    body: str = ""
    refused: Mapping[Single, str] = field(default_factory=dict)


@action
def note_answer(
    *,
    sheet: RegistrationSheet,
    number: int,
    seen: int,
    answer: Answer,
    file: File[bytes] | None = None,
    reason: str = "",
    by: User,
) -> RegistrationAnswer:
    """The secretariat notes the answer to version `number`, which it received. `seen`: how many answers to it the form
    showed; a further one corrects them and says why. The file of the one before stays unless another is given.
    Repeating it changes nothing."""
    sheet = handed_in(sheet, by)
    version = sheet.current
    if sheet.state != SheetState.RECEIVED or version is None:
        raise ValidationError(_("Only registrations that were received are answered."), code="state")
    if version.number != number:
        raise ValidationError(_("The office has sent another version meanwhile. Look at it first."), code="version")
    refused = {single: because.strip() for single, because in answer.refused.items()}
    last = RegistrationAnswer.objects.filter(version=version).order_by("-number").first()
    if last is not None and file is None and _says(last, answer, refused):
        return last
    if (last.number if last else 0) != seen:
        raise ValidationError(_("Another answer was noted meanwhile. Look at it, then correct it."), code="meanwhile")
    _check(answer, refused, set(from_json(version.content).singles), reason if last else "-")
    kept = keep(file, field="upload", by=by) if file is not None else last.file if last else None
    row = RegistrationAnswer.objects.create(
        version=version, number=seen + 1, decision=answer.decision, body=answer.body, answered_on=answer.on,
        file=kept, reason=reason if last else "", noted_by=by,
    )  # fmt: skip
    honours = {each.code: each for each in Honour.objects.filter(code__in={single.honour for single in refused})}
    RegistrationRefusal.objects.bulk_create(
        RegistrationRefusal(
            answer=row, person_id=single.person, unit=single.unit, honour=honours[single.honour], reason=because
        )
        for single, because in refused.items()
    )
    return row


def _check(answer: Answer, refused: Mapping[Single, str], sent: set[Single], reason: str) -> None:
    if not answer.decision.strip():
        raise ValidationError({"decision": _("Say by which paper.")}, code="required")
    if answer.on > timezone.localdate():
        raise ValidationError({"on": _("%(day)s has not come yet.") % {"day": day(answer.on)}}, code="future")
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the answer is corrected.")}, code="required")
    if not set(refused) <= sent:
        raise ValidationError(_("Only a registration that was sent can be left unapproved."), code="not_sent")
    if not all(refused.values()):
        raise ValidationError(_("Say of each registration that is not approved why it is not."), code="required")


def _says(last: RegistrationAnswer, answer: Answer, refused: Mapping[Single, str]) -> bool:
    """Whether it says the same already."""
    rows = last.refusals.select_related("honour")
    held = {Single(row.person_id, row.unit, row.honour.code): row.reason for row in rows}
    return (last.decision, last.body, last.answered_on) == (answer.decision, answer.body, answer.on) and held == refused
