"""The register: when each office's paper came in, under which number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.campaigns.models import Period
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.text import nfc
from apps.files.actions import keep
from apps.offices.models import Office
from apps.reports.actions.basics import refuse_unless_expected
from apps.reports.enums import Carrier
from apps.reports.models import IncomingPaper, Report
from apps.reports.rules import can_record

MESSAGES = {
    "incoming_paper_days_in_order": ("came_in_on", gettext_lazy("It cannot come in before the day on it.")),
    "incoming_paper_once": ("number", gettext_lazy("This paper stands in the register already.")),
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """What the register says of a paper."""

    number: str
    dated_on: date
    came_in_on: date
    carrier: str
    note: str = ""


@action
def note_paper(*, period: Period, office: Office, line: Line, scan: File[bytes] | None, by: User) -> IncomingPaper:
    """Enters an office's paper in the register of the period. The state of its report in the program stays."""
    if not can_record(by, period):
        raise PermissionDenied
    refuse_unless_expected(period, office)
    report, _made = Report.objects.get_or_create(period=period, office=office)
    paper = IncomingPaper(report=report, created_by=by)
    return _kept(paper, line, scan, by)


@action
def change_paper(*, paper: IncomingPaper, line: Line, scan: File[bytes] | None, by: User) -> IncomingPaper:
    """Corrects a line; without a new scan the one that is there stays."""
    if not can_record(by, paper.report.period):
        raise PermissionDenied
    locked = IncomingPaper.objects.select_for_update(of=("self",)).select_related("report__period").get(pk=paper.pk)
    return _kept(locked, line, scan, by)


@action
def remove_paper(*, paper: IncomingPaper, by: User) -> None:
    """Entered by mistake. The audit keeps what it said."""
    if not can_record(by, paper.report.period):
        raise PermissionDenied
    IncomingPaper.objects.filter(pk=paper.pk).delete()


def _kept(paper: IncomingPaper, line: Line, scan: File[bytes] | None, by: User) -> IncomingPaper:
    faults: dict[str, str] = {}
    if not line.number.strip():
        faults["number"] = _("Write the number and symbol that stand on the paper.")
    if line.carrier not in Carrier.values:
        faults["carrier"] = _("Say how it came in.")
    if line.came_in_on > timezone.localdate():
        faults["came_in_on"] = _("This day lies ahead.")
    if faults:
        raise ValidationError(faults)
    paper.number, paper.note = nfc(line.number).strip(), nfc(line.note).strip()
    paper.dated_on, paper.came_in_on, paper.carrier = line.dated_on, line.came_in_on, line.carrier
    if scan is not None:
        paper.scan = keep(scan, field="scan", by=by)
    with explained(MESSAGES):
        paper.save()
    return paper
