"""Justifying what a check objects to, and taking that back."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.campaigns.models import Period
from apps.core.audit import action
from apps.core.text import nfc
from apps.offices.models import Office
from apps.reports.actions.basics import begun, locked, refuse_closed, refuse_unless_expected
from apps.reports.checks.findings import Finding
from apps.reports.checks.reading import findings
from apps.reports.models import Justification
from apps.reports.rules import can_prepare


@action
def justify(
    *, period: Period, office: Office, rule: str, subject: str, text: str, by: User, objection: str = ""
) -> Justification:
    """Says why a figure stands although a check objects; kept with the objection's words. Repeating changes nothing.

    Refused where the check objects no more, and where it objects to something else than `objection`, which the author
    saw (`Finding.objection`; empty: whatever it says now).
    """
    if not can_prepare(by, period, office):
        raise PermissionDenied
    refuse_unless_expected(period, office)
    refuse_closed(period, office)
    words = nfc(text).strip()
    if not words:
        raise ValidationError({"text": ValidationError(_("Write why the figure stands."), code="required")})
    report = begun(period, office)
    finding = _finding(period, office, rule, subject)
    if objection and objection != finding.objection:
        raise ValidationError(
            _("The figures have changed since you opened this. The check says now: %(objection)s"),
            params={"objection": finding.text},
            code="objection",
        )
    row = report.justifications.filter(rule=rule, subject=subject).first()
    if row is None:
        row = Justification(report=report, rule=rule, subject=subject)
    elif (row.objection, row.text) == (finding.objection, words):
        return row
    row.objection, row.text = finding.objection, words
    row.edited_by, row.edited_at = by, timezone.now()
    row.save()
    return row


def _finding(period: Period, office: Office, rule: str, subject: str) -> Finding:
    for each in findings(period, [office])[office.pk]:
        if (each.rule, each.subject) == (rule, subject) and each.needs_justification:
            return each
    raise ValidationError(_("The check no longer objects to this figure: nothing is to be justified."), code="settled")


@action
def withdraw_justification(*, justification: Justification, by: User) -> None:
    """Takes it out of the report; the audit keeps what it said. Withdrawing what is withdrawn changes nothing."""
    report = justification.report
    if not can_prepare(by, report.period, report.office):
        raise PermissionDenied
    refuse_closed(report.period, report.office)
    locked(report)
    report.justifications.filter(pk=justification.pk).delete()
