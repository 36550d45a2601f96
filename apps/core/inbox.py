"""What waits for a person: apps register providers in `apps.py: ready()`; the inbox page and the daily mail ask them.

Nothing is stored: an item is there as long as what it tells of is so, and gone once somebody has done it. A provider
answers only with what this person may know, in the language that is active, in a number of queries that does not grow
with the number of items.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apps.accounts.models import User


NEAR = timedelta(days=7)  # before its day an item runs out


class Cost(IntEnum):
    """What it costs to leave an item, dearest first: the order of the inbox. Within one: the earlier due day first."""

    LATE = 1  # its day has passed: it counts against the office, and what is built meanwhile goes without it
    HOLDS_UP = 2  # somebody else cannot go on before it is done
    RUNS_OUT = 3  # nothing is lost yet, but its day is near
    UNSETTLED = 4  # something already handed in stands on another footing than it should
    LATER = 5  # to be begun in good time


@dataclass(frozen=True, kw_only=True)
class InboxItem:
    """`title` says what is to be done, `about` whose or which it is; `state` is a badge's, with its `word`.

    `step` names the kind of work (`reports.send`), the same for everyone who has it; `url` is where it is done.
    """

    step: str
    title: str
    about: str
    state: str
    word: str
    cost: Cost
    url: str
    due_on: date | None = None


Provider = Callable[["User", date], Iterable[InboxItem]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    if provider not in _providers:
        _providers.append(provider)


def items(user: User, on: date) -> list[InboxItem]:
    """All that waits for a person on a day, by cost; for an account that is closed nothing."""
    if not user.is_active:
        return []
    found = [item for provider in _providers for item in provider(user, on)]
    return sorted(found, key=lambda item: (item.cost, item.due_on or date.max, item.about, item.title))
