"""How far a target is reached on a day. Pure: values in, a standing out.

“On course” is judged against the share of the window that has passed: by the end of March a count of a year should be a
quarter of what is to be reached.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from apps.pledges.enums import Comparison, Standing

NOTHING, ALL = Fraction(0), Fraction(1)


@dataclass(frozen=True)
class Goal:
    """`level`: what is to be reached; of a percentage the rate itself (97,5% is 39/40).

    `grows`: the figure adds up from day to day, as counts and sums do. Stocks (headcount) and rates do not: their level
    is compared as it is, whatever share of the window has passed.
    """

    comparison: str
    level: Fraction
    grows: bool = True

    @property
    def is_paced(self) -> bool:
        return self.grows and self.comparison != Comparison.PERCENTAGE


def elapsed(starts_on: date, ends_on: date, on: date) -> Fraction:
    """The share of a window that has passed at the end of a day: from 0, before it begins, to 1."""
    if ends_on < starts_on:
        raise ValueError("a window ends on its first day at the earliest")
    passed = (min(on, ends_on) - starts_on).days + 1
    return Fraction(max(passed, 0), (ends_on - starts_on).days + 1)


def standing(goal: Goal, figure: Fraction | None, share: Fraction, *, is_whole: bool = True) -> Standing:
    """`figure`: what was counted from the window's first day on, None where there is none; `share`: see `elapsed`.
    `is_whole`: every part of the window that is over has a figure. Where one has none, more may have been done than is
    known: only what no further count could change is said, all else has no data.

    At least: reached as soon as the level is; else on course while the figure is not below the level's share.
    At most: on course while it is not above the share, reached at the end.
    Exactly: known at the end; until then on course, unless a growing figure is above it already.
    Percentage: reached or behind, as the rate is now.
    """
    if figure is None:
        return Standing.NO_DATA
    found = _standing(goal, figure, share)
    return found if is_whole or _is_certain(goal, figure, found) else Standing.NO_DATA


def _is_certain(goal: Goal, figure: Fraction, found: Standing) -> bool:
    """Whether a larger figure would stand no worse for “at least”, and no better for the others."""
    if goal.comparison == Comparison.AT_LEAST:
        return found != Standing.BEHIND
    return found == Standing.BEHIND and (goal.comparison == Comparison.AT_MOST or figure > goal.level)


def _standing(goal: Goal, figure: Fraction, share: Fraction) -> Standing:
    level, over = goal.level, share >= ALL
    match goal.comparison:
        case Comparison.AT_LEAST:
            if figure >= level:
                return Standing.REACHED
            on_course = goal.is_paced and not over and figure >= level * share
            return Standing.ON_COURSE if on_course else Standing.BEHIND
        case Comparison.AT_MOST:
            if over:
                return Standing.REACHED if figure <= level else Standing.BEHIND
            allowed = level * share if goal.is_paced else level
            return Standing.ON_COURSE if figure <= allowed else Standing.BEHIND
        case Comparison.EXACTLY:
            if over:
                return Standing.REACHED if figure == level else Standing.BEHIND
            return Standing.BEHIND if goal.is_paced and figure > level else Standing.ON_COURSE
        case Comparison.PERCENTAGE:
            return Standing.REACHED if figure >= level else Standing.BEHIND
    raise ValueError(f"unknown comparison {goal.comparison!r}")


def expected(goal: Goal, share: Fraction) -> Fraction | None:
    """What a growing figure should be by now to be on course; None where the passing of time says nothing."""
    if not goal.is_paced or goal.comparison == Comparison.EXACTLY or share >= ALL:
        return None
    return goal.level * share
