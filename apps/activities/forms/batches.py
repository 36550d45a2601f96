"""Petitions and voters' opinions as batches: numbers and papers, never persons (domain.md, section 5.2 and 5.5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.activities.compared import line_of, sessions_whole
from apps.activities.enums import Kind, Level, MeetingPhase
from apps.activities.forms.records import OWN, RecordForm
from apps.activities.forms.sessions import SessionForm
from apps.activities.forms.sums import Sum
from apps.activities.models import Record
from apps.activities.models.petitions import ANSWER, ANSWERS, CLASSES, ELIGIBLE, FORWARDED, LEAVES
from apps.campaigns.models import AssemblySession
from apps.campaigns.scope import Scope

WHERE_IT_COUNTS = (gettext_lazy("Where it counts, and notes"), ("conference", "note"))
NUMBERS_ONLY = gettext_lazy("Never names or addresses of citizens: the cluster needs numbers only.")


class PetitionsForm(RecordForm):
    """Only leaves are typed: a blank one is 0. No class exceeds all petitions."""

    kind = Kind.PETITIONS
    record_fields = ("starts_on", "ends_on", "note")
    detail_fields = ("source", *LEAVES, *CLASSES)
    labels = {
        "starts_on": gettext_lazy("Day, or the first of several"),
        "ends_on": gettext_lazy("Last day, for the counts of a month"),
    }
    helps = {
        "note": NUMBERS_ONLY,
        "source": gettext_lazy("Petitions from several sources are entered as one line for each."),
        "complaints": gettext_lazy("One petition may be of several classes; each class holds at most all of them."),
    }
    sums = {
        "forwarded": Sum(gettext_lazy("Forwarded in all"), FORWARDED),
        "eligible": Sum(gettext_lazy("Eligible in all"), ELIGIBLE),
        "received": Sum(gettext_lazy("Received in all"), LEAVES),
    }
    groups = (
        (gettext_lazy("When, and where from"), ("owner", "source", "starts_on", "ends_on")),
        (gettext_lazy("Forwarded to the competent bodies"), (*FORWARDED, "forwarded")),
        (gettext_lazy("Handled in other ways, and not eligible"),
         (*(name for name in ELIGIBLE if name not in FORWARDED), "eligible", "ineligible", "received")),
        (gettext_lazy("Classes of petitions"), CLASSES),
        WHERE_IT_COUNTS,
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in LEAVES:
            self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if any(name in self.errors for name in LEAVES):
            return cleaned
        if all(cleaned.get(name) is None for name in LEAVES):
            self.refuse(LEAVES[0], _("No number is filled in. Enter at least one; 0 where there were none."))
        received = 0
        for name in LEAVES:
            cleaned[name] = cleaned.get(name) or 0
            received += cleaned[name]
        for name in CLASSES:
            if (cleaned.get(name) or 0) > received:
                message = _("%(part)s of this class are more than the %(whole)s petitions received in all.")
                self.refuse(name, message, part=cleaned[name], whole=received)
        return cleaned


class OpinionsForm(SessionForm):
    """Opinions of one level, sent by one synthesis report; or answered at the meeting."""

    kind = Kind.OPINIONS
    record_fields = ("title", "starts_on", "note")
    detail_fields = (
        "session", "phase", "level", "addressee", "opinions", "merged", "report_number", "due_on", "answer_number",
        "answered_on", "resolved", "in_progress", "explained",
    )  # fmt: skip
    labels = {
        "starts_on": gettext_lazy("Day of the report"),
        "title": gettext_lazy("Field or subject, where the batch has one"),
    }
    helps = {
        "starts_on": gettext_lazy("For opinions answered at the meeting: the day of the meeting."),
        "opinions": gettext_lazy("Of this level, from the minutes of the meetings."),
        "merged": gettext_lazy("Those that say the same as others; they are not sent twice."),
        "note": gettext_lazy("Never names or addresses of voters: the cluster needs numbers only."),
    }
    sums = {
        "sent": Sum(gettext_lazy("Sent"), ("opinions",), ("merged",)),
        "waiting": Sum(
            gettext_lazy("Not yet answered"), ("opinions",), ("merged", "resolved", "in_progress", "explained")
        ),
    }
    groups = (
        (gettext_lazy("Which opinions"), ("owner", "phase", "session", "level", "title")),
        (gettext_lazy("Gathered and sent"),
         ("opinions", "merged", "sent", "addressee", "report_number", "starts_on", "due_on")),
        (gettext_lazy("The answer"),
         ("answer_number", "answered_on", "resolved", "in_progress", "explained", "waiting")),
        WHERE_IT_COUNTS,
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["merged"].required = False

        if (found := self.initial.get("gathered")) and self.record is None:
            self.fields["opinions"].help_text = found

    @classmethod
    def prefilled(cls, scope: Scope, kept: Mapping[str, Any], asked: Mapping[str, str]) -> dict[str, Any]:
        """Session, phase and level as asked, with what the owner's meetings gathered and no batch holds yet: nobody
        types it a second time."""
        session, phase, level = asked.get("session", ""), asked.get("phase", ""), asked.get("level", "")
        if phase not in MeetingPhase.values or level not in Level.values:
            return {}
        found: dict[str, Any] = {"phase": phase, "level": level}
        if phase != MeetingPhase.OTHER:
            known = AssemblySession.objects.filter(pk=session).first() if session.isdecimal() else None
            if known is None:
                return found
            found["session"] = known.pk
        offices = {office.code: office for office in scope.enters_for}
        owner = scope.cluster if kept["owner"] == OWN else offices.get(kept["owner"])
        if owner is None:
            return found
        rows = Record.objects.visible_to(scope.user, scope.cluster).alive()
        line = line_of(sessions_whole(rows, scope.period), owner, (found.get("session"), phase), Level(level))
        if line.gathered is None:
            return found
        return {**found, "opinions": max(line.rest, 0), "gathered": capfirst(line.difference) + "."}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "merged" not in self.errors:
            cleaned["merged"] = cleaned.get("merged") or 0
        self.within(
            "merged", "opinions", _("%(part)s duplicates are more than the %(whole)s opinions gathered.")
        )  # fmt: skip
        self._check_answers(cleaned)
        if cleaned.get("level") == Level.PETITIONS:
            message = _("Complaints and denunciations passed on as petitions are answered there. Leave this empty.")
            for name in (*ANSWER, *ANSWERS):
                if cleaned.get(name) not in {None, ""}:
                    self.refuse(name, message)
        for name, message in (
            ("due_on", _("The answer is due on %(last)s, before the report of %(first)s.")),
            ("answered_on", _("Answered on %(last)s, before the report of %(first)s.")),
        ):
            last, first = cleaned.get(name), cleaned.get("starts_on")
            if last and first and last < first:
                self.refuse(name, message, last=last, first=first)
        return cleaned

    def _check_answers(self, cleaned: dict[str, Any]) -> None:
        if cleaned.get("opinions") is None or self.errors.keys() & {"merged"}:
            return
        sent = cleaned["opinions"] - cleaned["merged"]
        answers = [cleaned.get(name) or 0 for name in ("resolved", "in_progress", "explained")]
        if sum(answers) > sent:
            message = _(
                "%(resolved)s + %(progress)s + %(explained)s = %(sum)s is more than the %(sent)s opinions sent."
            )
            resolved, progress, explained = answers
            self.refuse(
                "resolved", message, resolved=resolved, progress=progress, explained=explained, sum=sum(answers),
                sent=sent,
            )  # fmt: skip
