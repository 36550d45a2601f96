"""How many people of an office are counted on a day, and why the others are not. Pure: rows in, sums out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Headcount:
    """`counted` is the denominator of every rate. `not_counted` holds (reason, people), the most frequent first."""

    counted: int = 0
    not_counted: tuple[tuple[str, int], ...] = ()

    @property
    def left_out(self) -> int:
        return sum(people for _reason, people in self.not_counted)

    @property
    def total(self) -> int:
        return self.counted + self.left_out


def headcount_of(rows: Iterable[tuple[bool, str, int]]) -> Headcount:
    """`rows`: whether they are counted, why not, how many people."""
    counted = 0
    reasons: Counter[str] = Counter()
    for is_counted, because, people in rows:
        if is_counted:
            counted += people
        else:
            reasons[because] += people
    return Headcount(counted, tuple(sorted(reasons.items(), key=lambda each: (-each[1], each[0]))))
