"""What a record says, held against the limits in force. Nothing here reads the database: rows and table are given.

Each rule is asked for the day on which its duty arises: a team, a notice and a plan for the first day, a report for the
last one, an answer for the day on which it was asked for, a group's synthesis for the day of the meeting, a synthesis
report for the opening or closing of the session. A fact that was not recorded says nothing, but for what must follow
and is not there when its term is over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.activities.enums import (
    SENT_LEVELS,
    Initiator,
    Level,
    MeetingForm,
    MeetingKind,
    MeetingPhase,
    PaperState,
    ReceptionKind,
    SupervisionKind,
)
from apps.activities.limits.codes import Code
from apps.activities.limits.table import Limit, Table
from apps.core.words import day, number

if TYPE_CHECKING:
    from apps.activities.models import CitizenReception, Opinions, Recommendation, Supervision, VoterMeeting

# The limits of Law 87/2015 that were read are those of the delegation's own team, in the kinds that article 48 names.
WITH_A_TEAM = frozenset({SupervisionKind.THEMATIC, SupervisionKind.COMPLAINTS})
OF_THE_DELEGATION = frozenset({Initiator.DELEGATION, Initiator.JOINT})


@dataclass(frozen=True)
class Warning:
    """One sentence: the value found, the limit, the day or number expected. `clause` names the instrument; a due day
    that the office itself entered has none."""

    text: str
    clause: str


@dataclass(frozen=True)
class Due:
    """The last day for something. `clause` is empty where the office entered the day itself."""

    on: date
    clause: str
    term: str = ""

    @property
    def is_computed(self) -> bool:
        return bool(self.clause)

    @property
    def words(self) -> str:
        """ "16/07/2025, tính theo Luật số 87/2015/QH13", or the day alone where it was entered."""
        if not self.is_computed:
            return day(self.on)
        return _("%(day)s, computed by %(clause)s") % {"day": day(self.on), "clause": self.clause}


def term(limit: Limit) -> str:
    """ "10 days", "7 working days"."""
    words = (
        ngettext("%(count)s working day", "%(count)s working days", limit.amount)
        if limit.working_days
        else ngettext("%(count)s day", "%(count)s days", limit.amount)
    )
    return words % {"count": number(limit.amount)}


def _say(limit: Limit, text: str, **values: date | int) -> Warning:
    said = {name: day(value) if isinstance(value, date) else number(value) for name, value in values.items()}
    return Warning(text % {"limit": term(limit), **said}, limit.clause)


def _before(limit: Limit | None, event: date, done: date | None, text: str) -> list[Warning]:
    if limit is None or done is None or done <= limit.latest_before(event):
        return []
    return [_say(limit, text, day=done, latest=limit.latest_before(event))]


def _after(limit: Limit | None, event: date | None, done: date | None, text: str) -> list[Warning]:
    if limit is None or event is None or done is None or done <= limit.latest_after(event):
        return []
    return [_say(limit, text, day=done, latest=limit.latest_after(event))]


# Supervision ----------------------------------------------------------------------------------------------------------
def is_limited(row: Supervision) -> bool:
    return row.initiator in OF_THE_DELEGATION and row.kind in WITH_A_TEAM


def of_supervision(row: Supervision, asked: Iterable[Recommendation], table: Table, today: date) -> list[Warning]:
    record, found = row.record, []
    if is_limited(row):
        team = table.on(Code.TEAM, record.starts_on)
        if team and row.deputies is not None and row.deputies < team.amount:
            text = _("Deputies in the team: %(found)s; at least %(least)s are required.")
            found.append(_say(team, text, found=row.deputies, least=team.amount))
        text = _("Notice was sent on %(day)s; it was due on %(latest)s at the latest, %(limit)s before the first day.")
        found += _before(table.on(Code.NOTICE, record.starts_on), record.starts_on, row.notified_on, text)
        found += _information(row, table, today)
        found += _report(row, table, today)
    return found + of_recommendations(row, asked, table, today)


def _information(row: Supervision, table: Table, today: date) -> list[Warning]:
    asked, given = row.information_asked_on, row.information_answered_on
    if given is None:
        text = _("The information asked for has not been given; it was due on %(latest)s, %(limit)s after the request.")
    else:
        text = _("The information was given on %(day)s; it was due on %(latest)s, %(limit)s after the request.")
    return _after(table.on(Code.INFORMATION, asked), asked, given or today, text)


def report_due(row: Supervision, table: Table) -> Due | None:
    """Until when the team reports; None where no rule is in force on the last day."""
    last = row.record.ends_on or row.record.starts_on
    limit = table.on(Code.REPORT, last) if is_limited(row) else None
    return Due(limit.latest_after(last), limit.clause, term(limit)) if limit else None


def _report(row: Supervision, table: Table, today: date) -> list[Warning]:
    last = row.record.ends_on or row.record.starts_on
    limit = table.on(Code.REPORT, last)
    if row.reported_on is None and row.report_state == PaperState.ISSUED:
        return []  # it is there, and nobody wrote down since when
    if row.reported_on is None:
        text = _("There is no report yet; it was due on %(latest)s, %(limit)s after the last day.")
        return _after(limit, last, today, text)
    text = _("The report is of %(day)s; it was due on %(latest)s, %(limit)s after the last day.")
    return _after(limit, last, row.reported_on, text)


def answer_due(asked: Recommendation, supervision: Supervision, table: Table) -> Due | None:
    """Until when a recommendation is answered: the day that the office entered, or else the law's."""
    if asked.due_on is not None:
        return Due(asked.due_on, "")
    limit = table.on(Code.ANSWER, asked.sent_on) if is_limited(supervision) else None
    if limit is None or asked.sent_on is None:
        return None
    return Due(limit.latest_after(asked.sent_on), limit.clause, term(limit))


def of_recommendations(row: Supervision, asked: Iterable[Recommendation], table: Table, today: date) -> list[Warning]:
    """One sentence for all that wait too long, one for all that were answered late; by clause."""
    waiting: dict[str, list[Due]] = {}
    late: dict[str, list[Due]] = {}
    for each in asked:
        due = answer_due(each, row, table)
        if due and (each.answered_on or today) > due.on:
            (late if each.answered_on else waiting).setdefault(due.clause, []).append(due)
    return [
        *(_waiting(dues) for dues in waiting.values()),
        *(_late(dues) for dues in late.values()),
    ]


def _waiting(dues: list[Due]) -> Warning:
    return _of_several(
        dues,
        _("Recommendations still unanswered: %(count)s; the first was due on %(day)s, %(limit)s after it was sent."),
        _("Recommendations still unanswered: %(count)s; the first was due on %(day)s, as entered."),
    )


def _late(dues: list[Due]) -> Warning:
    return _of_several(
        dues,
        _("Recommendations answered late: %(count)s; the first was due on %(day)s, %(limit)s after it was sent."),
        _("Recommendations answered late: %(count)s; the first was due on %(day)s, as entered."),
    )


def _of_several(dues: list[Due], by_law: str, as_entered: str) -> Warning:
    first = min(dues, key=lambda due: due.on)
    values = {"count": number(len(dues)), "day": day(first.on), "limit": first.term}
    return Warning((by_law if first.is_computed else as_entered) % values, first.clause)


# Voter meetings, opinions, receptions ---------------------------------------------------------------------------------
def of_voter_meeting(row: VoterMeeting, table: Table, today: date) -> list[Warning]:
    held, found = row.record.starts_on, []
    if row.kind == MeetingKind.OUTSIDE:
        text = _("Notice to the place was sent on %(day)s; it was due on %(latest)s, %(limit)s before the meeting.")
        found += _before(table.on(Code.OUTSIDE, held), held, row.notified_on, text)
    if row.form == MeetingForm.INDIVIDUAL:
        text = _("Notice was given on %(day)s; it was due on %(latest)s at the latest, %(limit)s before the meeting.")
        found += _before(table.on(Code.GROUP_NOTICE, held), held, row.announced_on, text)
        found += _of_a_group(row, table, today)
    elif row.kind != MeetingKind.OUTSIDE:  # there the notice to the place is what counts, not the plan
        text = _(
            "The plan was announced on %(day)s; it was due on %(latest)s at the latest, %(limit)s before the meeting."
        )
        found += _before(table.on(Code.PLAN, held), held, row.announced_on, text)
    return found


def _of_a_group(row: VoterMeeting, table: Table, today: date) -> list[Warning]:
    """The reply to who asked for the meeting, and the synthesis of what was said at it."""
    asked, held = row.requested_on, row.record.starts_on
    if row.replied_on is None:
        text = _("The request has not been replied to; this was due on %(latest)s, %(limit)s after it was made.")
    else:
        text = _("The request was replied to on %(day)s; this was due on %(latest)s, %(limit)s after it was made.")
    found = _after(table.on(Code.GROUP_REPLY, asked), asked, row.replied_on or today, text)
    if row.synthesised_on is None:
        text = _("The opinions are not synthesised yet; this was due on %(latest)s, %(limit)s after the meeting.")
    else:
        text = _("The opinions were synthesised on %(day)s; this was due on %(latest)s, %(limit)s after the meeting.")
    return found + _after(table.on(Code.GROUP_SYNTHESIS, held), held, row.synthesised_on or today, text)


def of_opinions(row: Opinions, table: Table, today: date) -> list[Warning]:
    if row.level not in SENT_LEVELS:
        return []
    return _synthesis(row, table) + _opinions_answer(row, table, today)


def _synthesis(row: Opinions, table: Table) -> list[Warning]:
    """The report to the centre, around a session; an extraordinary one has terms of its own."""
    if row.level != Level.CENTRE or row.session is None:
        return []
    written, opens, closes = row.record.starts_on, row.session.opens_on, row.session.closes_on
    before, after = (
        (Code.EXTRAORDINARY_BEFORE, Code.EXTRAORDINARY_AFTER)
        if row.session.is_extraordinary
        else (Code.SYNTHESIS_BEFORE, Code.SYNTHESIS_AFTER)
    )
    if row.phase == MeetingPhase.BEFORE and opens is not None:
        text = _("The synthesis report is of %(day)s; it was due by %(latest)s, %(limit)s before the session opens.")
        return _before(table.on(before, opens), opens, written, text)
    if row.phase == MeetingPhase.AFTER:
        text = _("The synthesis report is of %(day)s; it was due by %(latest)s, %(limit)s after the session closed.")
        return _after(table.on(after, closes), closes, written, text)
    return []


def opinions_due(row: Opinions, table: Table) -> Due | None:
    """Until when a batch is answered: the day that the office entered, or else the law's, which is also what a day
    that stands on it is taken for."""
    by_law = opinions_due_by_law(row, table)
    if row.due_on is not None and (by_law is None or by_law.on != row.due_on):
        return Due(row.due_on, "")
    return by_law


def opinions_due_by_law(row: Opinions, table: Table) -> Due | None:
    """The law's term after the day of the report; None where no rule is in force on it, and for what is not sent."""
    sent = row.record.starts_on
    limit = table.on(Code.OPINIONS_ANSWER, sent) if row.level in SENT_LEVELS else None
    return Due(limit.latest_after(sent), limit.clause, term(limit)) if limit else None


def _opinions_answer(row: Opinions, table: Table, today: date) -> list[Warning]:
    due = opinions_due(row, table)
    if due is None or (row.answered_on or today) <= due.on:
        return []
    if row.answered_on is None and row.waiting == 0:
        return []  # all of it is answered, and nobody wrote down since when
    values = {"latest": day(due.on), "day": day(row.answered_on or today), "limit": due.term}
    if row.answered_on:
        by_law = _("The answer is of %(day)s; it was due on %(latest)s, %(limit)s after the report was sent.")
        as_entered = _("The answer is of %(day)s; it was due on %(latest)s, as entered.")
    else:
        by_law = _("There is no answer yet; it was due on %(latest)s, %(limit)s after the report was sent.")
        as_entered = _("There is no answer yet; it was due on %(latest)s, as entered.")
    return [Warning((by_law if due.is_computed else as_entered) % values, due.clause)]


def of_citizen_reception(row: CitizenReception, table: Table) -> list[Warning]:
    if row.kind != ReceptionKind.PERIODIC:
        return []
    held = row.record.starts_on
    text = _(
        "The deputy was told on %(day)s; this was due on %(latest)s at the latest, %(limit)s before the reception."
    )
    return _before(table.on(Code.SCHEDULE, held), held, row.scheduled_on, text)
