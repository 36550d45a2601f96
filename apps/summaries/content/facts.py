"""Everything a report is written from, as plain values: what outline and sentences see. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from apps.offices.letterhead import Letterhead
from apps.summaries.content.tokens import KeptFigure


@dataclass(frozen=True)
class Member:
    code: str
    name: str
    short_name: str


@dataclass(frozen=True)
class Chairing:
    office: str
    person: str = ""
    post: str = ""


@dataclass(frozen=True)
class Meeting:
    """The conference that the papers are written for."""

    title: str
    held_on: date
    part_of_day: str
    place: str
    host: str = ""
    chairs: tuple[Chairing, ...] = ()
    superiors: tuple[str, ...] = ()
    resolutions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Session:
    """A session of the National Assembly around which voters were met."""

    number: int
    term: str
    before: bool
    after: bool
    extraordinary: bool = False


@dataclass(frozen=True)
class Movement:
    name: str
    theme: str = ""
    launched_by: str = ""
    partner: str = ""
    carries_out: str = ""


@dataclass(frozen=True)
class Gift:
    """One piece of social work. `owner` is empty where the cluster itself gave."""

    day: date
    place: str
    gifts: int | None
    unit_value: int | None
    beneficiaries: str = ""
    programme: str = ""
    owner: str = ""
    host: str = ""


@dataclass(frozen=True)
class OwnWork:
    """Something that the cluster itself defined: its indicator, and (code, name) of its sums and of its parts."""

    code: str
    name: str
    sums: tuple[tuple[str, str], ...] = ()
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Shared:
    """A shared experience; `at_conference` ones are talks that a draft cannot know."""

    office: str
    title: str
    summary: str
    at_conference: bool


@dataclass(frozen=True)
class TaskFact:
    """A task of the period. `states`: by office code what each that carries it out says, empty where it said nothing.
    `state` counts it once: done when all of them are, begun when one of them began, not begun when all say so; what
    nobody could say stays empty. `owner` is empty where every member carries it out. `period` is its code."""

    pk: int
    text: str
    period: str
    owner: str = ""
    due_on: date | None = None
    conference: str = ""
    states: Mapping[str, str] = field(default_factory=dict)
    state: str = ""
    is_overdue: bool = False

    def keep(self) -> dict[str, Any]:
        return {**asdict(self), "due_on": self.due_on.isoformat() if self.due_on else ""}

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> TaskFact:
        return cls(**{**kept, "due_on": date.fromisoformat(kept["due_on"]) if kept["due_on"] else None})


@dataclass(frozen=True)
class TargetFact:
    """A target that an office (its code) pledged: its level as on paper, its standing and figure; in words alone it has
    neither."""

    office: str
    text: str
    level: str = ""
    indicator: str = ""
    standing: str = ""
    figure: KeptFigure | None = None

    def keep(self) -> dict[str, Any]:
        return {**asdict(self), "figure": self.figure.keep() if self.figure else None}

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> TargetFact:
        return cls(**{**kept, "figure": KeptFigure.read(kept["figure"]) if kept["figure"] else None})


@dataclass(frozen=True)
class PledgeFacts:
    """Offices (their codes) that had signed by the period's end, those that had not, and every target that held then.
    `is_over`: nothing more counts for the year, so that what is behind was not reached."""

    signed: tuple[str, ...]
    unsigned: tuple[str, ...]
    targets: tuple[TargetFact, ...]
    is_over: bool

    def keep(self) -> dict[str, Any]:
        return {
            "signed": list(self.signed), "unsigned": list(self.unsigned), "is_over": self.is_over,
            "targets": [each.keep() for each in self.targets],
        }  # fmt: skip

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> PledgeFacts:
        targets = tuple(TargetFact.read(each) for each in kept["targets"])
        return cls(tuple(kept["signed"]), tuple(kept["unsigned"]), targets, kept["is_over"])


@dataclass(frozen=True)
class Facts:
    paper: str
    kind: str
    year: int
    starts_on: date
    ends_on: date
    cluster: str
    cluster_name: str
    managing_body: str
    letterhead: Letterhead
    figures: Mapping[str, KeptFigure]
    members: tuple[Member, ...] = ()
    leader: Member | None = None
    deputy: Member | None = None
    meeting: Meeting | None = None
    sessions: tuple[Session, ...] = ()
    drafts: tuple[str, ...] = ()
    movements: tuple[Movement, ...] = ()
    gifts: tuple[Gift, ...] = ()
    experiences: tuple[Shared, ...] = ()
    tasks: tuple[str, ...] = ()
    progress: tuple[TaskFact, ...] = ()
    pledges: PledgeFacts | None = None
    own: tuple[OwnWork, ...] = ()
    prose: Mapping[str, str] = field(default_factory=dict)

    def named(self, codes: tuple[str, ...]) -> list[str]:
        names = {member.code: member.name for member in self.members}
        return [names[code] for code in codes if code in names]
