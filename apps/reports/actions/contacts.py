"""Noting that the secretariat spoke with an office."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.campaigns.models import Period
from apps.core.audit import action
from apps.core.text import nfc
from apps.offices.models import Office
from apps.reports.actions.basics import refuse_unless_expected
from apps.reports.enums import ContactWay
from apps.reports.models import Contact
from apps.reports.rules import can_chase


@action
def log_contact(*, period: Period, office: Office, way: str, person: str = "", note: str = "", by: User) -> Contact:
    """How is asked; with whom and what are welcome. Refused in words for an office of which no report is expected."""
    if not can_chase(by, period):
        raise PermissionDenied
    if way not in ContactWay.values:
        raise ValidationError({"way": _("Say how the office was reached.")}, code="unknown_way")
    refuse_unless_expected(period, office)
    return Contact.objects.create(period=period, office=office, way=way, person=nfc(person), note=nfc(note), by=by)
