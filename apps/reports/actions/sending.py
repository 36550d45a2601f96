"""Sending: by the head of the office, or by the secretariat on its behalf. What says something new is a version."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.accounts.models import User
from apps.campaigns.models import Period
from apps.core import words
from apps.core.audit import action
from apps.core.text import nfc
from apps.offices.models import Office
from apps.reports.actions.basics import begun, refuse_closed, refuse_unless_expected
from apps.reports.checks.justified import Checked, checked, settled, still_open, without_settled
from apps.reports.content import Content, digest, live, to_json
from apps.reports.enums import ON_BEHALF, TO_JUSTIFY, ReportState, Severity, Way
from apps.reports.models import Report, Version
from apps.reports.rules import can_send, can_send_on_behalf

READINGS = 5  # how often the content is read until two readings agree
SHOWN = 3  # open questions that a refusal names


@action
def send(*, period: Period, office: Office, by: User, note: str = "", seen: str = "") -> Version:
    """The head sends the report as it stands now, as version n + 1. Refused while questions are open, while what the
    checks object to is not justified, and after the closing day unless an extension is in force.

    The same content again makes no version: the one sent last is returned. It then only hands back a report that was to
    be completed (the answers were enough), and confirms what the secretariat had entered. A justification whose
    objection is gone is not sent and leaves the report; its history keeps it. `seen`, where given, is the
    digest of what the head had before their eyes (`Standing.seen`): anything else is not sent.
    """
    if not can_send(by, period, office):
        raise PermissionDenied
    refuse_unless_expected(period, office)
    refuse_closed(period, office)
    return _sent(period, office, by, way=Way.PROGRAM, note=note, seen=seen)


@action
def send_on_behalf(*, period: Period, office: Office, way: str, note: str = "", by: User, seen: str = "") -> Version:
    """The secretariat sends what an office said by telephone or on paper (`way` in ON_BEHALF). The version carries that
    mark until the office confirms. What is refused to the head is refused here too; but of what the checks object to
    only contradictions, since the office itself explains the rest when it confirms or sends."""
    if not can_send_on_behalf(by, period):
        raise PermissionDenied
    if way not in ON_BEHALF:
        raise ValidationError(_("Say how the report came in: by telephone or on paper."), code="way")
    refuse_unless_expected(period, office)
    refuse_closed(period, office)
    return _sent(period, office, by, way=Way(way), note=note, seen=seen)


def _sent(period: Period, office: Office, by: User, *, way: Way, note: str, seen: str) -> Version:
    report = begun(period, office)
    _refuse_open_questions(report)
    objections = checked(period, [office])[office.pk]
    _refuse_unjustified(objections, way)
    content = _settled(period, office)
    if seen and seen != digest(content):
        raise ValidationError(
            _("The report has changed since you opened it, so it was not sent. Look at the changes and send again."),
            code="seen",
        )
    content = _without_settled(report, content, objections)
    found = digest(content)
    if report.current is not None and report.current.digest == found:
        return _handed_back(report, report.current, by, way)
    last = report.versions.aggregate(last=Max("number"))["last"] or 0
    version = Version.objects.create(
        report=report, number=last + 1, content=to_json(content), digest=found, way=way, note=nfc(note), sent_by=by
    )
    report.current, report.state = version, ReportState.SENT
    report.save(update_fields=["current", "state"])
    return version


def _handed_back(report: Report, version: Version, by: User, way: Way) -> Version:
    """Nothing new was said. Repeating it changes nothing."""
    if report.state == ReportState.TO_COMPLETE:
        report.state = ReportState.SENT
        report.save(update_fields=["state"])
    if way == Way.PROGRAM and version.awaits_confirmation:
        version.confirmed_at, version.confirmed_by = timezone.now(), by
        version.save(update_fields=["confirmed_at", "confirmed_by"])
    return version


def _settled(period: Period, office: Office) -> Content:
    """The content when nobody was changing it: the several queries of one reading may fall before and after a write of
    somebody else, so it is read until two readings agree."""
    former = live(period, [office])[office.pk]
    for _again in range(READINGS):
        found = live(period, [office])[office.pk]
        if found == former:
            return found
        former = found
    raise ValidationError(_("The report is being changed at this very moment. Send it again."), code="unsettled")


def _without_settled(report: Report, content: Content, objections: list[Checked]) -> Content:
    gone = settled(objections, content)
    for row in report.justifications.all():
        if (row.rule, row.subject) in gone:
            row.delete()
    return without_settled(objections, content)


def _refuse_open_questions(report: Report) -> None:
    left = list(report.questions.open().select_related("indicator", "record"))
    if not left:
        return
    named = [f"{each.subject}: {each}" if each.subject else str(each) for each in left[:SHOWN]]
    further = len(left) - len(named)
    if further:
        named.append(
            ngettext("%(count)s more question", "%(count)s more questions", further) % {"count": words.number(further)}
        )
    raise ValidationError(
        _("Answer the questions of the secretariat first: %(questions)s"),
        params={"questions": "; ".join(named)},
        code="open_questions",
    )


def _refuse_unjustified(objections: list[Checked], way: Way) -> None:
    """What cannot be right stops everybody; what is unlikely stops the office, which knows why it is so."""
    severities = {Severity.BLOCK} if way in ON_BEHALF else TO_JUSTIFY
    left = still_open(objections, severities)
    if not left:
        return
    named = [each.text for each in left[:SHOWN]]
    further = len(left) - len(named)
    if further:
        named.append(
            ngettext("%(count)s more line", "%(count)s more lines", further) % {"count": words.number(further)}
        )
    raise ValidationError(
        _("Correct or justify first what the checks object to: %(findings)s"),
        params={"findings": " ".join(named)},
        code="unjustified",
    )
