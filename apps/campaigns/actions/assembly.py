"""Terms and sessions of the National Assembly: one table for all clusters."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.campaigns.enums import SessionKind
from apps.campaigns.models import AssemblySession, AssemblyTerm
from apps.campaigns.rules import can_plan_assembly
from apps.core.audit import action
from apps.core.constraints import explained

MESSAGES = {
    "campaigns_assemblyterm_number_key": ("number", gettext_lazy("This term is recorded already.")),
    "assembly_term_days_in_order": ("ends_on", gettext_lazy("The last day comes before the first day.")),
    "assembly_term_no_overlap": ("starts_on", gettext_lazy("Another term is recorded for these days.")),
    "assembly_session_number_once": ("number", gettext_lazy("This session of the term is recorded already.")),
    "assembly_session_days_in_order": (
        "closes_on",
        gettext_lazy("Give both days, the closing not before the opening, or neither."),
    ),
}


@action
def save_term(
    *, term: AssemblyTerm | None = None, number: int, starts_on: date, ends_on: date, by: User
) -> AssemblyTerm:
    if not can_plan_assembly(by):
        raise PermissionDenied
    row = term or AssemblyTerm()
    row.number, row.starts_on, row.ends_on = number, starts_on, ends_on
    row.clean_fields()
    with explained(MESSAGES):
        row.save()
    return row


@action
def save_session(
    *,
    session: AssemblySession | None = None,
    term: AssemblyTerm,
    kind: str = SessionKind.REGULAR,
    number: int,
    opens_on: date | None = None,
    closes_on: date | None = None,
    by: User,
) -> AssemblySession:
    if not can_plan_assembly(by):
        raise PermissionDenied
    row = session or AssemblySession()
    row.term, row.kind, row.number, row.opens_on, row.closes_on = term, kind, number, opens_on, closes_on
    row.clean_fields()
    with explained(MESSAGES):
        row.save()
    return row
