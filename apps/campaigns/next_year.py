"""Next year from last year: what would be taken over, line by line, and what differs from what stands there already.

A line is looked at before it is written: its token holds what was shown, so that what changed meanwhile is not written
unseen. Upper floors add lines of their own (`register_source` in `apps.py: ready()`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from apps.accounts.models import User
    from apps.offices.models import Cluster


class Part(StrEnum):
    PERIODS = "periods"
    CONFERENCES = "conferences"
    MOVEMENTS = "movements"
    PLEDGES = "pledges"


class State(StrEnum):
    NEW = "new"  # nothing of it stands in the new year
    DIFFERS = "differs"  # something else does
    SAME = "same"  # it stands there already
    GONE = "gone"  # it cannot be taken over: an office that left
    LOCKED = "locked"  # what stands there was launched or published


WORDS: dict[State, tuple[str, str | Promise]] = {
    State.NEW: ("info", _("new")),
    State.DIFFERS: ("warn", _("stands there otherwise")),
    State.SAME: ("ok", _("stands there already")),
    State.GONE: ("neutral", _("is not taken over")),
    State.LOCKED: ("neutral", _("no longer changed here")),
}
OPEN = frozenset({State.NEW, State.DIFFERS})


@dataclass(frozen=True, kw_only=True)
class Line:
    """`group`: the movement or period that it belongs to; `before`: last year's; `after`: what accepting it writes;
    `now`: what stands in the new year. `wanted`: whether it is proposed with its tick. `write` carries it out. `shown`:
    what else was before the reader's eyes when it was accepted, such as the lines that it writes together."""

    key: str
    part: Part
    title: str
    before: str
    after: str = ""
    now: str = ""
    note: str = ""
    group: str = ""
    state: State = State.NEW
    wanted: bool = True
    shown: str = ""
    write: Callable[[User], object] | None = None

    @property
    def is_open(self) -> bool:
        return self.state in OPEN and self.write is not None

    @property
    def token(self) -> str:
        shown = repr((self.after, self.now, self.state.value, self.shown))
        return f"{self.key}:{hashlib.sha256(shown.encode()).hexdigest()[:12]}"

    @property
    def badge(self) -> str:
        return WORDS[self.state][0]

    @property
    def word(self) -> str:
        return str(WORDS[self.state][1])


def key_of(token: str) -> str:
    return token.rpartition(":")[0]


Source = Callable[["Cluster", int, "User"], Iterable[Line]]
_sources: list[Source] = []


def register_source(source: Source) -> None:
    """`source(cluster, year, user)`: the lines of `year`, taken from the year before, in the order of writing."""
    if source not in _sources:
        _sources.append(source)


def lines(cluster: Cluster, year: int, user: User) -> list[Line]:
    return [line for source in _sources for line in source(cluster, year, user)]


# A year later ---------------------------------------------------------------------------------------------------------
def later(day: date | None) -> date | None:
    """The same day of the next year; 29 February becomes the 28th."""
    if day is None:
        return None
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def renamed(text: str, year: int) -> str:
    """ "Phong trào thi đua năm 2019" as the next year calls it: the year and the one after move on by one."""
    return re.sub(rf"\b({year}|{year + 1})\b", lambda found: str(int(found[0]) + 1), text)
