"""Limits as plain values: which is in force on a day, and the last day it leaves. No database here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from apps.core import workdays


@dataclass(frozen=True)
class Limit:
    """So many days or people. Without `valid_from` it is in force on any day up to `valid_to`; without that, still."""

    code: str
    amount: int
    working_days: bool
    clause: str
    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def latest_before(self, event: date) -> date:
        """The last day on which something that must go before `event` is in time."""
        return workdays.before(event, self.amount) if self.working_days else event - timedelta(days=self.amount)

    def latest_after(self, event: date) -> date:
        """The last day on which something that follows `event` is in time."""
        return workdays.after(event, self.amount) if self.working_days else event + timedelta(days=self.amount)

    def latest_event(self, today: date) -> date:
        """The last day of an event whose term after it was over before `today`."""
        day = today - timedelta(days=1 if self.working_days else self.amount + 1)
        while self.latest_after(day) >= today:
            day -= timedelta(days=1)
        return day


class Table:
    """The limits of law by code; at most one of a code is in force on a day."""

    def __init__(self, limits: Iterable[Limit]) -> None:
        self.by_code: dict[str, list[Limit]] = {}
        for limit in limits:
            self.by_code.setdefault(limit.code, []).append(limit)

    def of(self, code: str) -> list[Limit]:
        return self.by_code.get(code, [])

    def on(self, code: str, day: date | None) -> Limit | None:
        """None where no verified rule is in force on the day, or no day is known: then nothing is said."""
        return next((limit for limit in self.of(code) if day is not None and limit.holds_on(day)), None)
