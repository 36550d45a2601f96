"""Voters' opinions twice told: what the meetings gathered, beside what the batches forwarded. Compared, never added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Q, Sum
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.activities.enums import SENT_LEVELS, Kind, Level, MeetingPhase
from apps.activities.models.petitions import ANSWERS
from apps.activities.models.records import RecordQuerySet
from apps.campaigns.models import AssemblySession, Period
from apps.core import words
from apps.offices.models import Cluster, Office

# What the meetings call "to the province" is all that the locality answers for, communes included.
BESIDE = (
    ("to_centre", gettext_lazy("To the centre"), (Level.CENTRE,)),
    ("to_province", gettext_lazy("To the locality"), (Level.PROVINCE, Level.COMMUNE)),
    ("answered_on_spot", gettext_lazy("Answered at the meeting"), (Level.ON_SPOT,)),
)
BATCHED = ("opinions", "merged", "sent", *ANSWERS, "overdue")
Occasion = tuple[int | None, str]  # session, phase


@dataclass(frozen=True)
class Line:
    """One level. `gathered` is None where no meeting states the level, `batch` empty where there is no batch."""

    label: str
    level: Level
    gathered: int | None
    batch: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_sent(self) -> bool:
        return self.level in SENT_LEVELS

    @property
    def rest(self) -> int:
        """Gathered at meetings and in no batch yet; below 0 where the batches hold more."""
        return (self.gathered or 0) - self.batch.get("opinions", 0)

    @property
    def waiting(self) -> int:
        return self.batch.get("sent", 0) - sum(self.batch.get(name, 0) for name in ANSWERS)

    @property
    def difference(self) -> str:
        """In words: 183 opinions from the meetings, 180 in batches: 03 left."""
        if self.gathered is None:
            return _("No meeting states this level.") if self.batch and self.level != Level.PETITIONS else ""
        values = {
            "gathered": words.number(self.gathered), "batched": words.number(self.batch.get("opinions", 0)),
            "rest": words.padded(abs(self.rest)),
        }  # fmt: skip
        if self.rest > 0:
            return _("%(gathered)s opinions from the meetings, %(batched)s in batches: %(rest)s left") % values
        if self.rest < 0:
            return _("%(gathered)s opinions from the meetings, %(batched)s in batches: %(rest)s more") % values
        return _("%(gathered)s opinions from the meetings, all of them in batches") % values


@dataclass(frozen=True)
class Section:
    """Before or after one session, or neither."""

    session: AssemblySession | None
    phase: MeetingPhase
    lines: tuple[Line, ...]

    @property
    def title(self) -> str:
        if self.session is None or self.phase == MeetingPhase.OTHER:
            return capfirst(str(MeetingPhase.OTHER.label))
        said = _("Before %(session)s") if self.phase == MeetingPhase.BEFORE else _("After %(session)s")
        return said % {"session": self.session.name}


def _by_occasion(rows: RecordQuerySet) -> dict[Occasion, dict[str, int | None]]:
    at = ("voter_meeting__session", "voter_meeting__phase")
    sums = {name: Sum(f"voter_meeting__{name}") for name, _label, _levels in BESIDE}
    found = rows.filter(kind=Kind.VOTER_MEETING).order_by().values_list(*at).annotate(**sums)
    return {
        (session, phase): dict(zip(sums, amounts, strict=True)) for session, phase, *amounts in found
    }  # fmt: skip


def _batches(rows: RecordQuerySet) -> dict[Occasion, dict[str, dict[str, int]]]:
    at = ("opinions__session", "opinions__phase", "opinions__level")
    sums = {f"all_{name}": Sum(f"opinions__{name}") for name in BATCHED}
    found: dict[Occasion, dict[str, dict[str, int]]] = defaultdict(dict)
    for session, phase, level, *amounts in (
        rows.with_overdue().filter(kind=Kind.OPINIONS).order_by().values_list(*at).annotate(**sums)
    ):
        numbers = zip(BATCHED, amounts, strict=True)
        found[session, phase][level] = {name: amount or 0 for name, amount in numbers}
    return found


def _together(batches: Iterable[Mapping[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for batch in batches:
        for name, amount in batch.items():
            found[name] = found.get(name, 0) + amount
    return found


def _passed_on(batch: Mapping[str, int]) -> Line:
    """No meeting counts complaints and denunciations apart."""
    return Line(capfirst(str(Level.PETITIONS.label)), Level.PETITIONS, None, batch)


def _lines(gathered: Mapping[str, int | None], batches: Mapping[str, Mapping[str, int]]) -> tuple[Line, ...]:
    lines = [
        Line(str(label), levels[0], gathered.get(name), _together(batches[each] for each in levels if each in batches))
        for name, label, levels in BESIDE
    ]
    passed_on = batches.get(Level.PETITIONS)
    return (
        (*lines, Line(capfirst(str(Level.PETITIONS.label)), Level.PETITIONS, None, passed_on))
        if passed_on
        else tuple(lines)
    )


def compared(rows: RecordQuerySet) -> list[Section]:
    """Of the given living records, newest session first. Three queries."""
    gathered, batches = _by_occasion(rows), _batches(rows)
    occasions = gathered.keys() | batches.keys()
    known = AssemblySession.objects.select_related("term").in_bulk(
        {session for session, _phase in occasions if session}
    )
    sections = [
        Section(
            known.get(session or 0), MeetingPhase(phase),
            _lines(gathered.get((session, phase), {}), batches.get((session, phase), {})),
        )
        for session, phase in occasions
    ]  # fmt: skip
    return sorted(sections, key=_newest_first)


def _newest_first(section: Section) -> tuple[int, bool, int, bool]:
    """Of each term the regular sessions, then the extraordinary ones: their numbers tell no order among both."""
    session = section.session
    term, apart, number = (session.term.number, session.is_extraordinary, session.number) if session else (0, False, 0)
    return -term, apart, -number, section.phase != MeetingPhase.AFTER


def sessions_whole(rows: RecordQuerySet, period: Period) -> RecordQuerySet:
    """What counts in the period, and all else, whenever it counts, of the sessions that this belongs to.

    So the page and a new batch say the same of what is left. What is tied to no session is of the period alone.
    """
    within = rows.counted_within(period.starts_on, period.ends_on).order_by()
    met = within.filter(voter_meeting__session__isnull=False).values("voter_meeting__session")
    sent = within.filter(opinions__session__isnull=False).values("opinions__session")
    return rows.filter(
        Q(counted_on__range=(period.starts_on, period.ends_on))
        | Q(voter_meeting__session__in=met) | Q(voter_meeting__session__in=sent)
        | Q(opinions__session__in=met) | Q(opinions__session__in=sent)
    )  # fmt: skip


def line_of(rows: RecordQuerySet, owner: Office | Cluster, occasion: Occasion, level: Level) -> Line:
    """What an owner's meetings gathered for a level, beside the batches that are there already."""
    if level == Level.PETITIONS:
        return _passed_on({})
    whose = Q(office=owner) if isinstance(owner, Office) else Q(cluster=owner)
    session, phase = occasion
    at = Q(voter_meeting__session=session, voter_meeting__phase=phase)
    at |= Q(opinions__session=session, opinions__phase=phase)
    rows = rows.filter(whose, at, kind__in=[Kind.VOTER_MEETING, Kind.OPINIONS])
    lines = _lines(_by_occasion(rows).get(occasion, {}), _batches(rows).get(occasion, {}))
    return next(line for line, (_name, _label, levels) in zip(lines, BESIDE, strict=False) if level in levels)
