"""What is handed over with a year: what is open, which papers there are, how the year is set up.

The floors above register providers (in their `apps.py: ready()`); the hand-over page and the pack ask them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from apps.offices.models import Cluster


class Part(StrEnum):
    OPEN = "open"
    PAPERS = "papers"
    SETTINGS = "settings"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One line of the pack. `about`: of what kind, the same words for all of a kind; `url`: where its page is."""

    part: Part
    about: str
    title: str
    detail: str = ""
    day: date | None = None
    url: str = ""

    def keep(self) -> dict[str, Any]:
        """What is kept of it with the pack (`HandOver.items` reads it)."""
        return {
            "part": self.part.value, "about": str(self.about), "title": str(self.title), "detail": str(self.detail),
            "day": self.day.isoformat() if self.day else None,
        }  # fmt: skip


Provider = Callable[["Cluster", int], Iterable[Item]]
_providers: list[Provider] = []


def register_pack(provider: Provider) -> None:
    """`provider(cluster, year)`, in the active language, in a number of queries that does not grow with the items."""
    if provider not in _providers:
        _providers.append(provider)


def pack(cluster: Cluster, year: int) -> list[Item]:
    """In the order of the floors, open work with a day first within each kind."""
    return [item for provider in _providers for item in provider(cluster, year)]


def of_part(items: Iterable[Item], part: Part) -> list[Item]:
    return [item for item in items if item.part == part]
