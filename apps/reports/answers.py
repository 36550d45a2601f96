"""Whether offices answered what they are asked: value, zero, none or missing. Pure: figures in, shares out.

Expected of an office are all indicators of the catalogue that it can state: headings and parts, not rates and not
numbers of different things, which are derived. The cluster's own line is expected of nobody. A part of a whole that is
none or zero is answered with its whole: there is nothing to divide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from apps.indicators.enums import FigureState
from apps.indicators.reading import Figure
from apps.reports.enums import Answer

NOTHING = frozenset({Answer.NONE, Answer.ZERO})


@dataclass(frozen=True)
class Asked:
    """An indicator by its code, and the code of what it is a part of."""

    code: str
    whole: str = ""


@dataclass(frozen=True)
class Cell:
    """`with_whole`: not answered itself, but its whole is none or zero."""

    answer: Answer
    figure: Figure
    with_whole: bool = False

    @property
    def is_answered(self) -> bool:
        return self.answer != Answer.MISSING


@dataclass(frozen=True)
class Share:
    """So many answered of so many expected; the first is never more than the second."""

    answered: int
    expected: int

    @property
    def missing(self) -> int:
        return self.expected - self.answered

    @property
    def fraction(self) -> Fraction | None:
        """Between 0 and 1; of nothing expected there is no share."""
        return Fraction(self.answered, self.expected) if self.expected else None

    @property
    def is_complete(self) -> bool:
        return self.answered == self.expected


def answer_of(figure: Figure) -> Answer:
    if figure.state == FigureState.VALUE:
        return Answer.VALUE if figure.number else Answer.ZERO
    return Answer.NONE if figure.state == FigureState.NONE else Answer.MISSING


def share(cells: Iterable[Cell]) -> Share:
    kept = list(cells)
    return Share(sum(cell.is_answered for cell in kept), len(kept))


@dataclass(frozen=True)
class Answers:
    """By (office id, code)."""

    offices: tuple[int, ...]
    asked: tuple[Asked, ...]
    cells: Mapping[tuple[int, str], Cell]

    def cell(self, office: int, code: str) -> Cell:
        return self.cells[office, code]

    def of_office(self, office: int, codes: Iterable[str] | None = None) -> Share:
        """Over all that is asked, or over some of it."""
        wanted = [each.code for each in self.asked] if codes is None else list(codes)
        return share(self.cells[office, code] for code in wanted)

    def of_indicator(self, code: str) -> Share:
        return share(self.cells[office, code] for office in self.offices)

    @property
    def whole(self) -> Share:
        return share(self.cells.values())


def answers(offices: Sequence[int], asked: Sequence[Asked], figure: Callable[[str, int], Figure]) -> Answers:
    """`figure(code, office)` is what was read."""
    wholes = {each.code: each.whole for each in asked}
    cells: dict[tuple[int, str], Cell] = {}
    for office in offices:
        for each in asked:
            cells[office, each.code] = _cell(each.code, office, wholes, figure)
    return Answers(tuple(offices), tuple(asked), cells)


def _cell(code: str, office: int, wholes: Mapping[str, str], figure: Callable[[str, int], Figure]) -> Cell:
    """A missing part takes the answer of the nearest whole that has one, where that is none or zero."""
    found = figure(code, office)
    own = answer_of(found)
    seen, above = {code}, wholes.get(code, "")
    while own == Answer.MISSING and above in wholes and above not in seen:
        seen.add(above)
        told = answer_of(figure(above, office))
        if told in NOTHING:
            return Cell(told, found, with_whole=True)
        if told == Answer.VALUE:
            break
        above = wholes[above]
    return Cell(own, found)
