"""What happened to an office's report: read from the audit, said in an official's words."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.core.history import Entry, Trail, story
from apps.reports.models import Justification, Prose, Question, Report, Version

VERBS = {
    "reports.write_prose": _("Section written"),
    "reports.send:insert": _("Report sent"),
    "reports.send:update": _("Sent again without changes"),
    "reports.send_on_behalf:insert": _("Sent on the office's behalf"),
    "reports.send_on_behalf:update": _("Sent again without changes"),
    "reports.confirm": _("Confirmed by the office"),
    "reports.ask": _("Completion asked for"),
    "reports.answer": _("Question answered"),
    "reports.withdraw": _("Question withdrawn"),
    "reports.receive": _("Report received"),
    "reports.justify": _("Justification given"),
    "reports.withdraw_justification": _("Justification withdrawn"),
    "reports.send:delete": _("Justification dropped, the check no longer objects"),
    "reports.send_on_behalf:delete": _("Justification dropped, the check no longer objects"),
}
# The verb and its line say these already.
WHO = frozenset({
    *("confirmed_by", "received_by", "answered_at", "answered_by", "withdrawn_by"),
    *("report", "version", "current", "digest", "number"),
})  # fmt: skip


def story_of_report(report: Report, limit: int = 50) -> list[Entry]:
    """What was written, justified, sent, asked, answered, confirmed and received. The report's own row speaks only
    where nothing else tells of the same act: its state follows from the others."""
    here = Q(report=report.pk)
    asked = ("indicator", "record", "section")
    told = story(
        Trail(Version, here, name=("number",), told=("way", "note"), hidden=WHO),
        Trail(Question, here, name=asked, told=("text",), hidden=WHO | {*asked}),
        Trail(Prose, here, name=("section",), told=("text",), hidden=WHO | {"section"}),
        Trail(Justification, here, name=("subject",), told=("objection", "text"), hidden=WHO | {"rule", "subject"}),
        limit=limit, verbs=VERBS,
    )  # fmt: skip
    acts = {(entry.at, entry.action) for entry in told}
    own = story(Trail(Report, Q(pgh_obj_id=report.pk), hidden=WHO), limit=limit, verbs=VERBS)
    alone = [entry for entry in own if (entry.at, entry.action) not in acts]
    return sorted([*told, *alone], key=lambda entry: entry.at, reverse=True)[:limit]
