"""What a reader of each kind of record needs to see: one list of columns for the page, the workbook and the trail.

The words are those that heads of offices' own lists have, so that a workbook written here is read again by the import.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from django.db.models import F
from django.db.models.expressions import Combinable, OrderBy
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from apps.activities.enums import SENT_LEVELS, Kind, MeetingPhase
from apps.activities.models import Record
from apps.core import words
from apps.core.functions import Folded


class Shape(Enum):
    TEXT = "text"
    DAY = "day"
    NUMBER = "number"
    WORD = "word"  # one of the words of an enumeration


@dataclass(frozen=True)
class Column:
    """`path` leads from a record to the value, in Python and in SQL; `read` stands in for it where words are put
    together, and `sql` for the path. Numbers are summed where that `adds` up. `listed` columns are on the list page;
    the others only in the workbook and on the record's page."""

    name: str
    label: str | Promise
    path: str
    shape: Shape = Shape.TEXT
    listed: bool = True
    read: Callable[[Record], Any] | None = None
    sql: Combinable | None = None
    adds: bool = True

    @property
    def numeric(self) -> bool:
        return self.shape == Shape.NUMBER

    def value(self, record: Record) -> Any:
        """As stored: a number, a day, words; None or "" where nothing was recorded."""
        if self.read is not None:
            return self.read(record)
        *steps, last = self.path.split("__")
        row: Any = record
        for step in steps:
            row = getattr(row, step)
            if row is None:
                return None
        if self.shape == Shape.WORD:
            return capfirst(str(getattr(row, f"get_{last}_display")()))
        found = getattr(row, last)
        return found if found is None or isinstance(found, int | date) else str(found)

    def text(self, record: Record) -> str:
        """As written on a page; nothing where nothing was recorded."""
        found = self.value(record)
        if found is None or found == "":
            return ""
        if isinstance(found, bool):
            return _("yes") if found else _("no")
        if isinstance(found, date):
            return words.day(found)
        return words.number(found) if isinstance(found, int) else str(found)

    @property
    def expression(self) -> Any:
        return F(self.path) if self.sql is None else self.sql

    def order(self, descending: bool) -> OrderBy:
        found = self.expression
        by = Folded(found) if self.shape == Shape.TEXT else found
        return OrderBy(by, descending=descending, nulls_last=True)


def occasion(record: Record) -> str:
    """ "Trước Kỳ họp thứ 7", "Sau Kỳ họp bất thường lần thứ 9", as the lists write it."""
    meeting: Any = record.detail
    if meeting.session is None or meeting.phase == MeetingPhase.OTHER:
        return capfirst(str(meeting.get_phase_display()))
    said = _("Before %(session)s") if meeting.phase == MeetingPhase.BEFORE else _("After %(session)s")
    return said % {"session": meeting.session.name}


def _yes(path: str) -> Callable[[Record], str]:
    def read(record: Record) -> str:
        row: Any = record
        for step in path.split("__"):
            row = getattr(row, step)
        return _("yes") if row else ""

    return read


def _said(path: str) -> Callable[[Record], str]:
    """Yes, no, or nothing where nobody said."""

    def read(record: Record) -> str:
        row: Any = record
        for step in path.split("__"):
            row = getattr(row, step)
        return "" if row is None else _("yes") if row else _("no")

    return read


def answer_state(record: Record) -> str:
    """How far a batch of opinions is answered, as of today."""
    batch = record.opinions
    if batch.level not in SENT_LEVELS:
        return ""
    if batch.waiting == 0 or batch.answered_on:
        return _("answered")
    if batch.overdue and batch.due_on:
        days = (timezone.localdate() - batch.due_on).days
        return ngettext("overdue by %(days)s day", "overdue by %(days)s days", days) % {"days": words.number(days)}
    return _("waiting for the answer")


T, D, N, W = Shape.TEXT, Shape.DAY, Shape.NUMBER, Shape.WORD
DAY = Column("day", pgettext_lazy("column", "Day"), "starts_on", D)
LAST_DAY = Column("last_day", pgettext_lazy("column", "Last day"), "ends_on", D, listed=False)
PLACE = Column("place", pgettext_lazy("column", "Place"), "place")
NOTE = Column("note", pgettext_lazy("column", "Note"), "note", listed=False)
CONFERENCE = Column(
    "conference", pgettext_lazy("column", "Belongs to the conference"), "conference__title", listed=False
)
OWNER_LABEL = pgettext_lazy("column", "Office")
SOCIAL_OWNER_LABEL = pgettext_lazy("column", "Carried out by")
OWN_LINE_NAME = gettext_lazy("The cluster's own activities")

COLUMNS: dict[str, tuple[Column, ...]] = {
    Kind.SUPERVISION: (
        DAY,
        LAST_DAY,
        Column("title", pgettext_lazy("column", "Topic"), "title"),
        Column("kind", pgettext_lazy("column", "Kind"), "supervision__kind", W),
        Column("initiator", pgettext_lazy("column", "Lead"), "supervision__initiator", W, listed=False),
        Column("bodies", pgettext_lazy("column", "Bodies supervised"), "supervision__bodies", N),
        Column("place", pgettext_lazy("column", "Place"), "place", listed=False),
        Column("decision", pgettext_lazy("column", "Decision number"), "supervision__decision_number", listed=False),
        Column("decided_on", pgettext_lazy("column", "Decided on"), "supervision__decided_on", D, listed=False),
        Column("notified_on", pgettext_lazy("column", "Notice sent on"), "supervision__notified_on", D, listed=False),
        Column("team_head", pgettext_lazy("column", "Head of the team"), "supervision__team_head", listed=False),
        Column("deputies", pgettext_lazy("column", "Deputies in the team"), "supervision__deputies", N, listed=False),
        Column("invited", pgettext_lazy("column", "Invited to the team"), "supervision__invited", listed=False),
        Column("legal_field", pgettext_lazy("column", "Field of law"), "supervision__legal_field", listed=False),
        Column("examined_from", pgettext_lazy("column", "Period examined from"), "supervision__examined_from", D, False),
        Column("examined_to", pgettext_lazy("column", "Period examined to"), "supervision__examined_to", D, False),
        Column("bodies_named", pgettext_lazy("column", "Bodies named"), "supervision__bodies_named", listed=False),
        Column("information_from", pgettext_lazy("column", "Body asked for information"), "supervision__information_from", listed=False),
        Column("information_asked_on", pgettext_lazy("column", "Information asked for on"), "supervision__information_asked_on", D, False),
        Column("information_answered_on", pgettext_lazy("column", "Information given on"), "supervision__information_answered_on", D, False),
        Column("report", pgettext_lazy("column", "Report of results"), "supervision__report_state", W),
        Column("reported_on", pgettext_lazy("column", "Reported on"), "supervision__reported_on", D, listed=False),
        Column("recommendations", pgettext_lazy("column", "Recommendations"), "supervision__recommendations", N),
        Column("answered", pgettext_lazy("column", "Recommendations answered"), "supervision__recommendations_answered", N, False),
        CONFERENCE,
        NOTE,
    ),
    Kind.VOTER_MEETING: (
        DAY,
        PLACE,
        Column("occasion", pgettext_lazy("column", "Time"), "voter_meeting__phase", W, read=occasion),
        Column("kind", pgettext_lazy("column", "Kind of meeting"), "voter_meeting__kind", W),
        Column("title", pgettext_lazy("column", "Subject"), "title", listed=False),
        Column("form", pgettext_lazy("column", "Form"), "voter_meeting__form", W, listed=False),
        Column("mode", pgettext_lazy("column", "Mode"), "voter_meeting__mode", W, listed=False),
        Column("joint", pgettext_lazy("column", "With the People's Council"), "voter_meeting__joint", T, False, _yes("voter_meeting__joint")),
        Column("deputies", pgettext_lazy("column", "Deputies attending"), "voter_meeting__deputies", listed=False),
        Column("voters", pgettext_lazy("column", "Voters"), "voter_meeting__voters", N),
        Column("speakers", pgettext_lazy("column", "Turns of speech"), "voter_meeting__speakers", N, listed=False),
        Column("opinions", pgettext_lazy("column", "Opinions"), "voter_meeting__opinions", N),
        Column("to_centre", pgettext_lazy("column", "To the centre"), "voter_meeting__to_centre", N),
        Column("to_province", pgettext_lazy("column", "To the province"), "voter_meeting__to_province", N),
        Column("on_spot", pgettext_lazy("column", "Answered on the spot"), "voter_meeting__answered_on_spot", N),
        Column("in_writing", pgettext_lazy("column", "Answered in writing"), "voter_meeting__answered_in_writing", N),
        Column("bodies_present", pgettext_lazy("column", "Bodies and press present"), "voter_meeting__bodies_present", listed=False),
        Column("minutes", pgettext_lazy("column", "Minutes"), "voter_meeting__minutes", T, False, _said("voter_meeting__minutes")),
        Column("announced_on", pgettext_lazy("column", "Plan announced on"), "voter_meeting__announced_on", D, False),
        Column("notified_on", pgettext_lazy("column", "Notice to the place outside the province"), "voter_meeting__notified_on", D, False),
        Column("requested_on", pgettext_lazy("column", "Meeting requested on"), "voter_meeting__requested_on", D, False),
        Column("replied_on", pgettext_lazy("column", "Request replied to on"), "voter_meeting__replied_on", D, False),
        Column("synthesised_on", pgettext_lazy("column", "Opinions synthesised on"), "voter_meeting__synthesised_on", D, False),
        CONFERENCE,
        NOTE,
    ),
    Kind.OPINIONS: (
        DAY,
        Column("occasion", pgettext_lazy("column", "Time"), "opinions__phase", W, read=occasion),
        Column("level", pgettext_lazy("column", "Level"), "opinions__level", W),
        Column("title", pgettext_lazy("column", "Field or subject"), "title", listed=False),
        Column("report", pgettext_lazy("column", "Synthesis report"), "opinions__report_number"),
        Column("addressee", pgettext_lazy("column", "Addressee"), "opinions__addressee"),
        Column("opinions", pgettext_lazy("column", "Gathered"), "opinions__opinions", N),
        Column("merged", pgettext_lazy("column", "Merged"), "opinions__merged", N),
        Column("sent", pgettext_lazy("column", "Sent"), "opinions__sent", N),
        Column("due_on", pgettext_lazy("column", "Answer due on"), "opinions__due_on", D),
        Column("answer", pgettext_lazy("column", "Number of the answer"), "opinions__answer_number", listed=False),
        Column("answered_on", pgettext_lazy("column", "Answered on"), "opinions__answered_on", D, listed=False),
        Column("resolved", pgettext_lazy("column", "Settled"), "opinions__resolved", N),
        Column("in_progress", pgettext_lazy("column", "Being settled"), "opinions__in_progress", N),
        Column("explained", pgettext_lazy("column", "Explained"), "opinions__explained", N),
        Column("state", pgettext_lazy("column", "State of the answer"), "opinions__due_on", D, read=answer_state),
        CONFERENCE,
        NOTE,
    ),
    Kind.LAW_CONSULTATION: (
        DAY,
        Column("draft", pgettext_lazy("column", "Draft law"), "law_consultation__draft__name"),
        Column("method", pgettext_lazy("column", "Method"), "law_consultation__method", W),
        Column("people", pgettext_lazy("column", "People attending"), "people_present", N),
        Column("opinions", pgettext_lazy("column", "Opinions contributed"), "law_consultation__opinions", N),
        Column("place", pgettext_lazy("column", "Place"), "place", listed=False),
        Column("requester", pgettext_lazy("column", "Requested by"), "law_consultation__requester", listed=False),
        Column("synthesis", pgettext_lazy("column", "Synthesis report"), "law_consultation__synthesis_number", listed=False),
        Column("synthesised_on", pgettext_lazy("column", "Synthesis report of"), "law_consultation__synthesised_on", D, False),
        Column("articles", pgettext_lazy("column", "Articles commented on"), "law_consultation__articles", N, False),
        Column("invited", pgettext_lazy("column", "Bodies and experts invited"), "law_consultation__invited", listed=False),
        Column("due_on", pgettext_lazy("column", "Comments due on"), "law_consultation__due_on", D, listed=False),
        CONFERENCE,
        NOTE,
    ),
    Kind.CITIZEN_RECEPTION: (
        DAY,
        PLACE,
        Column("kind", pgettext_lazy("column", "Kind of reception"), "citizen_reception__kind", W),
        Column("received_by", pgettext_lazy("column", "Received by"), "citizen_reception__received_by"),
        Column("visits", pgettext_lazy("column", "Visits"), "citizen_reception__visits", N),
        Column("persons", pgettext_lazy("column", "Persons"), "citizen_reception__persons", N),
        Column("groups", pgettext_lazy("column", "Large groups"), "citizen_reception__large_groups", N),
        Column("petitions", pgettext_lazy("column", "Petitions taken"), "citizen_reception__petitions", N),
        Column("content", pgettext_lazy("column", "Class of content"), "citizen_reception__content", listed=False),
        Column("guided", pgettext_lazy("column", "Guided on the spot"), "citizen_reception__guided", N, False),
        Column("scheduled_on", pgettext_lazy("column", "Deputy told on"), "citizen_reception__scheduled_on", D, False),
        CONFERENCE,
        NOTE,
    ),
    Kind.PETITIONS: (
        DAY,
        LAST_DAY,
        Column("source", pgettext_lazy("column", "Source of petitions"), "petitions__source", W),
        Column("received", pgettext_lazy("column", "Received in all"), "petitions__received", N),
        Column("eligible", pgettext_lazy("column", "Eligible in all"), "petitions__eligible", N),
        Column("ineligible", pgettext_lazy("column", "Not eligible"), "petitions__ineligible", N),
        Column("forwarded", pgettext_lazy("column", "Forwarded in all"), "petitions__forwarded", N),
        Column("answered", pgettext_lazy("column", "Forwarded, answered"), "petitions__answered", N),
        Column("in_time", pgettext_lazy("column", "Forwarded, not yet due"), "petitions__in_time", N),
        Column("overdue", pgettext_lazy("column", "Forwarded, overdue"), "petitions__overdue", N),
        Column("guided", pgettext_lazy("column", "Guided in writing"), "petitions__guided", N),
        Column("kept", pgettext_lazy("column", "Kept on file"), "petitions__kept", N, listed=False),
        Column("studied", pgettext_lazy("column", "Under study"), "petitions__studied", N, listed=False),
        Column("supervised", pgettext_lazy("column", "Under supervision"), "petitions__supervised", N, listed=False),
        Column("complaints", pgettext_lazy("column", "Complaints"), "petitions__complaints", N, listed=False),
        Column("denunciations", pgettext_lazy("column", "Denunciations"), "petitions__denunciations", N, listed=False),
        Column("proposals", pgettext_lazy("column", "Proposals"), "petitions__proposals", N, listed=False),
        Column("reflections", pgettext_lazy("column", "Reflections"), "petitions__reflections", N, listed=False),
        CONFERENCE,
        NOTE,
    ),
    Kind.SOCIAL_WORK: (
        DAY,
        Column("host", pgettext_lazy("column", "Host"), "host__short_name"),
        PLACE,
        Column("title", pgettext_lazy("column", "Subject"), "title", listed=False),
        Column("beneficiaries", pgettext_lazy("column", "Beneficiaries"), "social_work__beneficiaries"),
        Column("gifts", pgettext_lazy("column", "Gifts"), "social_work__gifts", N),
        Column("unit_value", pgettext_lazy("column", "Value of each (dong)"), "social_work__unit_value", N),
        Column("total", pgettext_lazy("column", "Total (dong)"), "social_work__total", N),
        Column("funding", pgettext_lazy("column", "Source of funds"), "social_work__funding", listed=False),
        CONFERENCE,
        Column("programme", pgettext_lazy("column", "In response to the programme"), "social_work__programme", listed=False),
        NOTE,
    ),
    Kind.EXPERIENCE: (
        DAY,
        Column("title", pgettext_lazy("column", "Name of the experience"), "title"),
        Column("summary", pgettext_lazy("column", "Main content"), "experience__summary"),
        Column("presenter", pgettext_lazy("column", "Presented by"), "experience__presenter"),
        Column("place", pgettext_lazy("column", "Place"), "place", listed=False),
        CONFERENCE,
        NOTE,
    ),
}  # fmt: skip

# Sums that mean something; the value of one gift does not.
NOT_SUMMED = frozenset({"unit_value"})


def title_of(record: Record) -> str:
    """What the record is called: its own title, the draft law, or kind, place and day."""
    if record.kind == Kind.LAW_CONSULTATION:
        return str(record.law_consultation.draft)
    if record.title:
        return record.title
    kind = record.kind_label
    return f"{capfirst(kind)} · {record.place or words.day(record.starts_on)}"
