"""Preparing a report: what an office writes in words."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.campaigns.models import Period
from apps.core.audit import action
from apps.core.text import nfc
from apps.offices.models import Office
from apps.reports.actions.basics import begun, refuse_closed, refuse_unless_expected
from apps.reports.enums import Section
from apps.reports.models import Prose
from apps.reports.rules import can_prepare


@action
def write_prose(*, period: Period, office: Office, section: str, text: str, version: int, by: User) -> Prose:
    """What the office writes for one section; an empty text empties it. The same text again changes nothing.

    `version` is that of the text the author saw (0: there was none); a newer one refuses, so that nobody overwrites
    what they have not seen.
    """
    if not can_prepare(by, period, office):
        raise PermissionDenied
    if section not in Section.values:
        raise ValidationError(_("Unknown section “%(section)s”."), params={"section": section}, code="section")
    refuse_unless_expected(period, office)
    refuse_closed(period, office)
    report = begun(period, office)
    prose = report.prose.filter(section=section).select_related("edited_by").first()
    if prose is not None and prose.text == nfc(text):
        return prose
    if (prose.version if prose else 0) != version:
        raise ValidationError(
            _("%(who)s has changed this section since you opened it."),
            params={"who": str(prose.edited_by or "") if prose else ""},
            code="version",
        )
    if prose is None:
        prose = Prose(report=report, section=section, version=0)
    prose.text, prose.version = nfc(text), prose.version + 1
    prose.edited_by, prose.edited_at = by, timezone.now()
    prose.save()
    return prose
