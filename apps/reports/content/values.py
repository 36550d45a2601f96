"""The content of a report as values. Pure: no database here.

Text is brought into one form when a value is made, so that equal content is equal whatever blanks it was typed with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from apps.core.text import nfc


def plain(text: str) -> str:
    """NFC, one kind of line end, no blanks at the ends of lines. Twice is once."""
    return "\n".join(line.rstrip() for line in nfc(text).splitlines())


@dataclass(frozen=True)
class FigureLine:
    """A figure as it was: a value (of a rate numerator and denominator) or none. Missing ones are no content."""

    state: str
    value: int | None = None
    status: str = "actual"
    numerator: int | None = None
    denominator: int | None = None


@dataclass(frozen=True)
class RecordLine:
    """A record at its version. `kind` is the slug of its source of figures, `parts` the versions of its further rows
    (the recommendations of a supervision) by id. Kind, title and day are kept for the reader of an old version."""

    version: int
    kind: str
    title: str
    day: date
    parts: Mapping[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", plain(self.title))


@dataclass(frozen=True)
class JustificationLine:
    """`objection` is what the check said, `text` why the figure stands."""

    objection: str
    text: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "objection", plain(self.objection))
        object.__setattr__(self, "text", plain(self.text))


@dataclass(frozen=True)
class TaskLine:
    """How far the office is with a task of the period. `text` is the wording of a task that is the office's alone: what
    it says is done is done of that. The wording of everybody's tasks is the cluster's, and in no office's report."""

    state: str
    note: str = ""
    text: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "note", plain(self.note))
        object.__setattr__(self, "text", plain(self.text))


Files = Mapping[str, str]  # SHA-256 → the name under which the line shows it


@dataclass(frozen=True)
class Content:
    """figures by code; records by id; prose by section; justifications by (check, figure); files by line
    (`record 12`, `figure voters 2019-01-01 2019-06-30`); tasks by id; notes of stated figures by line. What is empty is
    not there."""

    figures: Mapping[str, FigureLine] = field(default_factory=dict)
    records: Mapping[int, RecordLine] = field(default_factory=dict)
    prose: Mapping[str, str] = field(default_factory=dict)
    justifications: Mapping[tuple[str, str], JustificationLine] = field(default_factory=dict)
    files: Mapping[str, Files] = field(default_factory=dict)
    tasks: Mapping[int, TaskLine] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        prose = {section: plain(text) for section, text in self.prose.items()}
        named = {line: {sha: plain(name) for sha, name in files.items()} for line, files in self.files.items()}
        object.__setattr__(self, "prose", {section: text for section, text in prose.items() if text})
        object.__setattr__(self, "files", {line: files for line, files in named.items() if files})
        notes = {line: plain(text) for line, text in self.notes.items()}
        object.__setattr__(self, "notes", {line: text for line, text in notes.items() if text})

    @property
    def is_empty(self) -> bool:
        parts = (self.figures, self.records, self.prose, self.justifications, self.files, self.tasks, self.notes)
        return not any(parts)


def record_line(pk: int) -> str:
    """How `files` names the line of a record."""
    return f"record {pk}"


def figure_line(code: str, starts_on: date, ends_on: date) -> str:
    """How `files` names what an office states of an indicator over a span."""
    return f"figure {code} {starts_on.isoformat()} {ends_on.isoformat()}"
