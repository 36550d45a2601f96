"""Tokens: how a figure stands in a sentence. Pure.

A token names an indicator and, where it matters, a form: `[[voter_meetings]]` → “86 cuộc”,
`[[voter_meetings_theme|bare]]` → “16”, `[[registration_rate|ratio]]` → “88/88”. The paper's language is Vietnamese,
whoever reads it; counts below ten are written 05, 06.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from apps.core import words
from apps.indicators.enums import Aggregation, FigureState, FigureStatus

TOKEN = re.compile(r"\[\[\s*(?P<code>[\w-]+)\s*(?:\|\s*(?P<form>\w+)\s*)?\]\]")
FORMS = ("padded", "bare", "ratio", "percent", "delta", "delta_percent")
NOT_REPORTED = "(chưa có số liệu)"
NOTHING_OCCURRED = "không phát sinh"


@dataclass(frozen=True)
class KeptFigure:
    """A cluster figure as a build read it. `owners` holds the offices' own figures by code (“own”: the cluster's line);
    `previous` is the number of the same period of the year before, where there is a whole one."""

    code: str
    name: str
    unit: str
    aggregation: str
    state: str = FigureState.MISSING
    value: int | None = None
    numerator: int | None = None
    denominator: int | None = None
    status: str = FigureStatus.ACTUAL
    previous: int | None = None
    missing: tuple[str, ...] = ()
    owners: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> KeptFigure:
        return cls(**{**kept, "missing": tuple(kept.get("missing", ()))})

    def keep(self) -> dict[str, Any]:
        return {**asdict(self), "missing": list(self.missing)}

    @property
    def is_missing(self) -> bool:
        return self.state == FigureState.MISSING

    @property
    def is_none(self) -> bool:
        return self.state == FigureState.NONE

    @property
    def is_value(self) -> bool:
        return self.state == FigureState.VALUE

    @property
    def number(self) -> int:
        return self.value or 0

    @property
    def says(self) -> tuple[Any, ...]:
        """What a reader is told; two readings that say the same differ in nothing that matters."""
        return (self.state, self.value, self.numerator, self.denominator, self.status)

    @property
    def delta(self) -> int | None:
        return None if self.previous is None or self.value is None else self.value - self.previous


def _counted(figure: KeptFigure, number: int) -> str:
    written = words.padded(number, language="vi")
    return f"{written} {figure.unit}" if figure.unit and figure.unit != "%" else written


def written(figure: KeptFigure, form: str = "") -> str:
    """The figure as the paper says it. A form that the figure does not have falls back to the nearest that it has."""
    if figure.is_missing:
        return NOT_REPORTED
    if figure.is_none:
        return NOTHING_OCCURRED
    if figure.aggregation == Aggregation.RATIO:
        numerator, denominator = figure.numerator or 0, figure.denominator or 0
        if form == "ratio":
            return f"{words.number(numerator, language='vi')}/{words.number(denominator, language='vi')}"
        return words.share(numerator, denominator, language="vi")
    if form == "bare":
        return words.padded(figure.number, language="vi")
    if form in {"delta", "delta_percent"}:
        if figure.delta is None or figure.previous is None:
            return NOT_REPORTED
        change = abs(figure.delta)
        return _counted(figure, change) if form == "delta" else words.share(change, figure.previous, language="vi")
    return _counted(figure, figure.number)


@dataclass(frozen=True)
class Piece:
    """A stretch of a sentence: plain text, or a figure with the code that it opens."""

    text: str
    code: str = ""
    form: str = ""


def pieces(text: str, figures: Mapping[str, KeptFigure]) -> Iterator[Piece]:
    """The sentence in pieces, figures written out. An unknown token stays as it is written: nothing is hidden."""
    at = 0
    for match in TOKEN.finditer(text):
        figure = figures.get(match["code"])
        if figure is None:
            continue
        if match.start() > at:
            yield Piece(text[at : match.start()])
        yield Piece(written(figure, match["form"] or ""), match["code"], match["form"] or "")
        at = match.end()
    if at < len(text):
        yield Piece(text[at:])


def unknown(text: str, known: Mapping[str, Any]) -> list[str]:
    """Tokens, as typed, whose code or form does not exist; and brackets that were never closed."""
    bad = [
        match[0]
        for match in TOKEN.finditer(text)
        if match["code"] not in known or (match["form"] or "padded") not in FORMS
    ]
    rest = TOKEN.sub("", text)
    return bad + re.findall(r"\[\[[^\]\n]{0,40}\]{0,2}", rest)


def codes(text: str) -> list[str]:
    return [match["code"] for match in TOKEN.finditer(text)]


def plain(text: str) -> str:
    """Data that goes into a sentence can bring no token along."""
    return text.replace("[[", "[ [")
