"""Shades of a column of figures, from the least to the most. Pure; the tokens and rules are in static/css."""

from __future__ import annotations

from collections.abc import Iterable

STEPS = 6


def shades(numbers: Iterable[int | None], steps: int = STEPS) -> list[str]:
    """A class for each number, nothing where there is none; and none at all where all are the same, so that a single
    visible figure says nothing about others."""
    kept = list(numbers)
    known = [number for number in kept if number is not None]
    least, most = min(known, default=0), max(known, default=0)
    if least == most:
        return [""] * len(kept)
    return [
        "" if number is None else f"heat-{min(steps - 1, (number - least) * steps // (most - least))}"
        for number in kept
    ]
