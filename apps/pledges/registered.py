"""What an office registers, as values: who, for what, who is not counted and why, and the rate. Pure.

Source: domain reference 3.6 and 4.3 (annex II): the rate is registered divided by counted headcount.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any


@dataclass(frozen=True)
class Aim:
    """`honour`: its code; `name`: as the year's law calls it; `initiative`: planned, where there is one."""

    honour: str
    name: str
    initiative: str = ""


@dataclass(frozen=True)
class Line:
    """A counted person, with everything that they aim for; nothing where they have not registered."""

    person: int
    name: str
    position: str = ""
    unit: str = ""
    aims: tuple[Aim, ...] = ()


@dataclass(frozen=True)
class Collective:
    """The office itself where `unit` is empty, else a division of it."""

    unit: str
    aims: tuple[Aim, ...] = ()


@dataclass(frozen=True)
class LeftOut:
    name: str
    because: str


@dataclass(frozen=True)
class Single:
    """One subject's aim for one honour: what a deciding body approves or not. `unit` as in `Collective`; `who` and
    `title` are its words, and say nothing of which it is."""

    person: int | None
    unit: str
    honour: str
    who: str = field(default="", compare=False)
    title: str = field(default="", compare=False)


@dataclass(frozen=True)
class Registered:
    """An office's registrations of a year. Invariant: `registered` never exceeds `headcount`: only counted people have
    lines."""

    cut_off_on: date
    people: tuple[Line, ...] = ()
    collectives: tuple[Collective, ...] = ()
    not_counted: tuple[LeftOut, ...] = ()

    @property
    def headcount(self) -> int:
        return len(self.people)

    @property
    def registered(self) -> int:
        return sum(1 for line in self.people if line.aims)

    @property
    def waiting(self) -> tuple[Line, ...]:
        """Counted and not registered yet."""
        return tuple(line for line in self.people if not line.aims)

    @property
    def rate(self) -> Fraction | None:
        return Fraction(self.registered, self.headcount) if self.headcount else None

    @property
    def counts(self) -> dict[str, int]:
        """By code of an honour, how many people or collectives registered for it."""
        found = Counter(aim.honour for line in self.people for aim in line.aims)
        found.update(aim.honour for each in self.collectives for aim in each.aims)
        return dict(sorted(found.items()))

    @property
    def initiatives(self) -> int:
        return sum(1 for line in self.people for aim in line.aims if aim.initiative)

    @property
    def singles(self) -> tuple[Single, ...]:
        """Of people, then of collectives; `who` is empty where it is the office itself."""
        people = (Single(each.person, "", aim.honour, each.name, aim.name) for each in self.people for aim in each.aims)
        units = (
            Single(None, each.unit, aim.honour, each.unit, aim.name) for each in self.collectives for aim in each.aims
        )
        return (*people, *units)

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "cut_off_on": self.cut_off_on.isoformat()}

    @property
    def digest(self) -> str:
        """Of all that is handed in: what the head had before their eyes is what is sent."""
        return _digest(self.to_json())


def digest_of(aims: Iterable[Aim]) -> str:
    """Of what one subject registers: a form that was opened before somebody else wrote is told apart by it."""
    return _digest(sorted((aim.honour, aim.initiative) for aim in aims))


def _digest(content: Any) -> str:
    written = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:32]


def from_json(content: Mapping[str, Any]) -> Registered:
    def aims(rows: Any) -> tuple[Aim, ...]:
        return tuple(Aim(**row) for row in rows)

    return Registered(
        cut_off_on=date.fromisoformat(content["cut_off_on"]),
        people=tuple(Line(**{**row, "aims": aims(row["aims"])}) for row in content["people"]),
        collectives=tuple(Collective(row["unit"], aims(row["aims"])) for row in content["collectives"]),
        not_counted=tuple(LeftOut(**row) for row in content["not_counted"]),
    )
