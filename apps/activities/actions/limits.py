"""Limits of law as an administrator keeps them: added and ended with their days and clause, never rewritten."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.activities.models import LegalLimit
from apps.activities.rules import can_keep_limits
from apps.core.audit import action
from apps.core.constraints import explained

MESSAGES = {
    "legal_limit_days_in_order": ("valid_to", gettext_lazy("The last day comes before the first day.")),
    "legal_limit_no_overlap": (
        "valid_from",
        gettext_lazy("Another limit of this kind is in force on some of these days. End it first."),
    ),
}


@action
def add_limit(
    *,
    code: str,
    amount: int,
    working_days: bool,
    clause: str,
    valid_from: date,
    valid_to: date | None = None,
    note: str = "",
    by: User,
) -> LegalLimit:
    if not can_keep_limits(by):
        raise PermissionDenied
    row = LegalLimit(
        code=code, amount=amount, working_days=working_days, clause=clause, valid_from=valid_from, valid_to=valid_to,
        note=note,
    )  # fmt: skip
    row.clean_fields()
    with explained(MESSAGES):
        row.save()
    return row


@action
def end_limit(*, limit: LegalLimit, valid_to: date, note: str = "", by: User) -> LegalLimit:
    """The last day on which the limit is in force. A limit that has ended stays ended; its successor is a new row."""
    if not can_keep_limits(by):
        raise PermissionDenied
    row = LegalLimit.objects.select_for_update().get(pk=limit.pk)
    if row.valid_to is not None:
        raise ValidationError(_("This limit has ended already."), code="ended")
    row.valid_to, row.note = valid_to, note or row.note
    with explained(MESSAGES):
        row.save(update_fields=["valid_to", "note"])
    return row
