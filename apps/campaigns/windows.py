"""Whoever keeps something derived from a period's window is told when the window moves (`register` in `ready()`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apps.campaigns.models import Conference, Period

Follower = Callable[["Period", "Conference | None"], None]
_followers: list[Follower] = []


def register(follower: Follower) -> None:
    """Called within the transaction, with the period whose window moved; or with the conference that changed periods
    beside its new period."""
    if follower not in _followers:
        _followers.append(follower)


def tell(period: Period, conference: Conference | None = None) -> None:
    for follower in _followers:
        follower(period, conference)
