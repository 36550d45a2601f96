"""What a paper is made of, and how sentences are put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from apps.core import words
from apps.indicators.enums import FigureState, FigureStatus
from apps.summaries import sentences as say
from apps.summaries.content.facts import Facts
from apps.summaries.content.tokens import KeptFigure

CHAPTER, SECTION, PARAGRAPH, ITEM = "chapter", "section", "paragraph", "item"


@dataclass(frozen=True)
class Block:
    """`code` names a paragraph for its edited wording. What was typed (`section` set) is literal: it has no tokens and
    is edited where it was typed."""

    kind: str
    text: str
    code: str = ""
    section: str = ""

    def keep(self) -> dict[str, str]:
        return {"kind": self.kind, "text": self.text, "code": self.code, "section": self.section}

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Block:
        return cls(**kept)


def typed(facts: Facts, section: str) -> list[Block]:
    """The lines that the secretariat typed for a section, one paragraph each."""
    found = [line.strip() for line in facts.prose.get(section, "").splitlines() if line.strip()]
    return [Block(PARAGRAPH, line, section=section) for line in found]


def listed(parts: Sequence[str], *, between: str = ", ") -> str:
    """a, b và c"""
    return parts[0] if len(parts) == 1 else f"{between.join(parts[:-1])} và {parts[-1]}" if parts else ""


def day(value: date) -> str:
    """Days below ten and January and February take a zero, other months none (Decree 30/2020, annex I)."""
    return (
        f"{value.day:02d}/{value.month:02d}/{value.year}"
        if value.month < 3
        else f"{value:%d}/{value.month}/{value.year}"
    )


def money(value: int) -> str:
    return words.number(value, language="vi")


def known(facts: Facts, code: str) -> KeptFigure | None:
    """The figure where it is a number above zero: only that is worth naming as a part."""
    figure = facts.figures.get(code)
    return figure if figure is not None and figure.is_value and figure.number > 0 else None


def part_words(facts: Facts, parts: Iterable[tuple[str, str]]) -> tuple[list[str], int]:
    """The phrases of the parts that are known, and what they add up to."""
    found = [(phrase, figure.number) for code, phrase in parts if (figure := known(facts, code))]
    return [phrase for phrase, _ in found], sum(number for _, number in found)


def parts_clause(facts: Facts, code: str, parts: Iterable[tuple[str, str]]) -> str:
    """“, gồm …” where the parts make the whole; “, trong đó có …” where they do not."""
    phrases, total = part_words(facts, parts)
    if not phrases:
        return ""
    whole = facts.figures[code].number
    return (say.CONSISTING if total == whole else say.AMONG).format(parts=listed(phrases))


def compared(facts: Facts, code: str) -> str:
    """Against the same period of the year before, only where there is a whole figure for it."""
    figure = facts.figures.get(code)
    if figure is None or figure.delta is None:
        return ""
    if figure.delta == 0:
        way = "same"
    elif figure.previous == 0:
        way = "from_nothing"
    else:
        way = "up" if figure.delta > 0 else "down"
    return say.COMPARED[way].format(code=code, year=facts.year - 1)


def did(figure: KeptFigure) -> str:
    return say.DID[str(figure.status)]


def apart(facts: Facts, code: str, *, none_at: str, zero_at: str, topic: str) -> str:
    """Names the offices that say something else than the whole: those that stated none where it is not none, those with
    0 where it is a number, those that reported nothing."""
    figure = facts.figures[code]
    none = "" if figure.is_none else _at_offices(facts, figure, FigureState.NONE, none_at)
    zero = _at_offices(facts, figure, FigureState.VALUE, zero_at) if figure.number else ""
    return sentence(none, zero, not_reported(facts, code, topic))


def _at_offices(facts: Facts, figure: KeptFigure, state: FigureState, what: str) -> str:
    codes = tuple(
        member.code
        for member in facts.members
        if (told := figure.owners.get(member.code)) and told["state"] == state and not told["value"]
    )
    return say.AT_OFFICES.format(names=listed(facts.named(codes)), what=what) if codes else ""


def not_reported(facts: Facts, code: str, topic: str) -> str:
    """Names the offices that reported nothing, where others did."""
    figure = facts.figures.get(code)
    names = facts.named(figure.missing) if figure else []
    return say.NOT_REPORTED.format(names=listed(names), topic=topic) if names else ""


def sentence(*parts: str) -> str:
    """Clauses joined to sentences, blanks single."""
    return " ".join(part.strip() for part in parts if part.strip())


def is_estimated(figure: KeptFigure) -> bool:
    return figure.status == FigureStatus.ESTIMATED
