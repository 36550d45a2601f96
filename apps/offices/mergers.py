"""What a merger means on the floors above, registered by them (in their `apps.py: ready()`).

A handler gets the merger within its transaction, after this floor's own part: offices, memberships, leadership, people
and roles. It may pass on what is still open; it never rewrites the office of what was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apps.accounts.models import User
    from apps.offices.models import Cluster, Office


@dataclass(frozen=True)
class Merger:
    """`predecessors` went into `successor` on the day `on`; the eve is the last day of theirs."""

    cluster: Cluster
    predecessors: Sequence[Office]
    successor: Office
    on: date


Handler = Callable[[Merger, "User"], None]
_handlers: list[Handler] = []


def register_merger(handler: Handler) -> None:
    if handler not in _handlers:
        _handlers.append(handler)


def handlers() -> tuple[Handler, ...]:
    return tuple(_handlers)
