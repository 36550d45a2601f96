"""Receipt by the secretariat; the office's word for what was entered on its behalf. Each is bound to one version."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.accounts.models import User
from apps.core import words
from apps.core.audit import action
from apps.reports.actions.basics import locked
from apps.reports.content import difference, from_json, live
from apps.reports.enums import ReportState
from apps.reports.models import Report, Version
from apps.reports.rules import can_confirm, can_receive


def _locked(version: Version) -> tuple[Report, Version]:
    held = locked(version.report)
    return held, held.versions.get(pk=version.pk)


def _refuse_superseded(held: Report, version: Version) -> None:
    if held.current_id != version.pk:
        raise ValidationError(
            _("Version %(number)s is no longer the current one: version %(current)s was sent since. Look at that one."),
            params={"number": version.number, "current": held.current.number if held.current else ""},
            code="superseded",
        )


@action
def receive(*, version: Version, by: User) -> Version:
    """The secretariat receives exactly what was sent: the current version, while the report still holds it. Receiving
    twice changes nothing; who received first stays written down."""
    if not can_receive(by, version.report.period):
        raise PermissionDenied
    held, current = _locked(version)
    _refuse_superseded(held, current)
    if held.state == ReportState.TO_COMPLETE:
        raise ValidationError(
            _("Completion was asked for. Wait for the office to send again, or withdraw the questions."),
            code="to_complete",
        )
    changed = difference(from_json(current.content), live(held.period, [held.office])[held.office_id]).count
    if changed:
        raise ValidationError(
            ngettext(
                "The report was changed at %(count)s place after it was sent, so version %(number)s cannot be "
                "received. Look at the difference, and have the office send again.",
                "The report was changed at %(count)s places after it was sent, so version %(number)s cannot be "
                "received. Look at the difference, and have the office send again.",
                changed,
            ),
            params={"count": words.number(changed), "number": current.number},
            code="changed",
        )
    if current.received_at is None:
        current.received_at, current.received_by = timezone.now(), by
        current.save(update_fields=["received_at", "received_by"])
    if held.state != ReportState.RECEIVED:
        held.state = ReportState.RECEIVED
        held.save(update_fields=["state"])
    return current


@action
def confirm(*, version: Version, by: User) -> Version:
    """Head or clerk says that a version which the secretariat entered is what the office said. Bound to that version:
    one that was overtaken is not confirmed. Confirming twice changes nothing."""
    if not can_confirm(by, version.report.period, version.report.office):
        raise PermissionDenied
    held, current = _locked(version)
    if not current.is_on_behalf:
        raise ValidationError(_("The office sent this version itself; there is nothing to confirm."), code="own")
    if current.confirmed_at is not None:
        return current
    _refuse_superseded(held, current)
    current.confirmed_at, current.confirmed_by = timezone.now(), by
    current.save(update_fields=["confirmed_at", "confirmed_by"])
    return current
