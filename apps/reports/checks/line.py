"""What is checked: figures of one office in one period, and how the catalogue says that they hang together. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from apps.indicators.reading import Figure

WITHIN_QUOTES = str.maketrans("“”", "‘’")


@dataclass(frozen=True)
class Named:
    """An indicator in words. `is_count`: a number of things that happened, not people on a day and not money."""

    name: str
    is_count: bool = True


@dataclass(frozen=True)
class Relations:
    """By code. `parts`: (whole, parts) that may not exceed it together, each single part of a parent included;
    `complete`: (whole, parts) that together make it up; `in_levels`: that should, but for duplicates; `without`:
    (figure, what it is a figure of)."""

    named: Mapping[str, Named]
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    complete: tuple[tuple[str, tuple[str, ...]], ...] = ()
    in_levels: tuple[tuple[str, tuple[str, ...]], ...] = ()
    without: tuple[tuple[str, str], ...] = ()

    def name(self, code: str) -> str:
        """As it stands within quotation marks: its own become single ones."""
        return self.named[code].name.translate(WITHIN_QUOTES)

    def wholes_of(self, part: str) -> set[str]:
        return {whole for whole, parts in self.parts if part in parts}


@dataclass(frozen=True)
class Line:
    """Figures by code. `past`: the last periods of the same kind, oldest first; `before`: the half that ended before
    this period; `first_half`: of a year, its first half. Missing figures may be left out."""

    figures: Mapping[str, Figure]
    past: Sequence[Mapping[str, Figure]] = ()
    before: Mapping[str, Figure] = field(default_factory=dict)
    first_half: Mapping[str, Figure] = field(default_factory=dict)

    def number(self, code: str) -> int | None:
        """What was none counts as 0; None where it is missing."""
        return number(self.figures, code)

    def history(self, code: str) -> tuple[int, ...]:
        """The known numbers of the past periods, oldest first."""
        numbers = (number(each, code) for each in self.past)
        return tuple(each for each in numbers if each is not None)


def number(figures: Mapping[str, Figure], code: str) -> int | None:
    found = figures.get(code)
    return None if found is None or found.is_missing else found.number
