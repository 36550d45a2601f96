"""At which step a reminder stands. Pure: days in, a step out."""

from __future__ import annotations

from datetime import date, timedelta

from apps.reports.enums import Step

OFFSETS = {Step.WEEK_BEFORE: -7, Step.DAY_BEFORE: -1, Step.DAY_AFTER: 1, Step.WEEK_AFTER: 7}  # in the order of time
REMINDED_FOR = 60  # days after the due day; whoever has not sent by then is telephoned


def step_on(due_on: date, on: date) -> Step | None:
    """The latest step that has come by a day: whoever looks late, by three days say, catches up with that one alone."""
    if on > due_on + timedelta(days=REMINDED_FOR):
        return None
    come = [step for step, days in OFFSETS.items() if due_on + timedelta(days=days) <= on]
    return come[-1] if come else None
