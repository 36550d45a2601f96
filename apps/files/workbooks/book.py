"""A workbook as cells with coordinates, whatever format it came in."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from apps.core.text import nfc

_READER = Path(__file__).with_name("reader.py")
_SECONDS = 120
_MEGABYTE = 1024 * 1024
_SHARED = 20_000  # different cells of a workbook that are kept once: towns, kinds, small numbers
_NO_LIMIT = 10**9
VIRTUAL = 100_000  # a column that is made of another one has that one's number, and this

# Files that are not read at all.
REFUSALS = {
    "too_large": _("The file has %(size)s MB; at most %(limit)s MB are read. Leave out pictures and other sheets."),
    "too_large_unpacked": _("Unpacked, the workbook is larger than %(limit)s MB, so it is not opened."),
    "too_wide": _("A sheet spreads over more than %(limit)s cells. Delete the empty rows and columns at its end."),
    "too_many_cells": _("The workbook has more than %(limit)s filled cells. Split it into several files."),
    "too_heavy": _("The workbook takes too much memory or time to read. Save it anew with only the lists in it."),
    "encrypted": _("The workbook is protected by a password. Save it without the password and choose it again."),
    "entities": _("The workbook contains declarations that no Excel file has, so it is not opened."),
    "not_a_workbook": _("This is not a workbook. Expected an Excel file (.xlsx, .xls) or .ods."),
    "no_sheet": _("The workbook has no sheet with cells."),
    "empty": _("The file is empty."),
}


class TooManyRowsError(Exception):
    """More rows than are read at once."""

    def __init__(self, rows: int) -> None:
        super().__init__(rows)
        self.rows = rows


@dataclass(frozen=True, slots=True)
class Cell:
    """`kind`: n number, s text, d date, b truth value, t other time, e error, f formula without a stored value."""

    kind: str
    value: Any

    @property
    def text(self) -> str:
        """As a person reads it."""
        match self.kind:
            case "d":
                return f"{self.value:%d/%m/%Y}"
            case "f":
                return "="
            case "e":
                return self.value or "#"
            case "b":
                return "TRUE" if self.value else "FALSE"
            case _:
                return str(self.value)


def letter(column: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True)
class Sheet:
    """`rows[i]` maps a column to its cell and is Excel's row i + 1; blank cells are left out.

    `merged` holds, for the lower cells of a merge, what is written in its top one: a name written once beside several
    rows stands for each of them; a number does not. `wide` holds the same for the cells to the right of a merge. A
    sheet laid on its side (`sideways`) has its columns as rows; `place` still names a cell as the file does.
    """

    name: str
    hidden: bool = False
    rows: list[dict[int, Cell]] = field(default_factory=list)
    merged: dict[tuple[int, int], Cell] = field(default_factory=dict)
    wide: dict[tuple[int, int], Cell] = field(default_factory=dict)
    sideways: bool = False
    decomposed: int = 0

    @property
    def is_empty(self) -> bool:
        return not any(self.rows)

    def texts(self, row: int) -> Iterator[tuple[int, str]]:
        if 0 <= row < len(self.rows):
            for column, cell in self.rows[row].items():
                yield column, cell.text

    def place(self, row: int, column: int) -> tuple[int, str]:
        """Excel's row (from 1, 0 for the whole) and the letter of the column."""
        column %= VIRTUAL
        return (column + 1, letter(row)) if self.sideways else (row + 1, letter(column))

    def turned(self) -> Sheet:
        """The sheet on its side."""
        width = max((max(row) for row in self.rows if row), default=-1) + 1
        rows: list[dict[int, Cell]] = [{} for _ in range(width)]
        for number, row in enumerate(self.rows):
            for column, cell in row.items():
                rows[column][number] = cell
        merged = {(column, row): cell for (row, column), cell in self.wide.items()}
        wide = {(column, row): cell for (row, column), cell in self.merged.items()}
        return replace(self, rows=rows, merged=merged, wide=wide, sideways=not self.sideways)


def refuse(code: str, **params: Any) -> ValidationError:
    """The message for a file that is not read at all; sizes are told in megabytes."""
    if code in {"too_large", "too_large_unpacked"}:
        params = {name: f"{value / _MEGABYTE:.0f}" for name, value in params.items()}
    return ValidationError(REFUSALS[code], code=code, params=params)


class _Cells:
    """Makes cells, the same one for the same content as far as that saves memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, Any], Cell | None] = {}
        self.decomposed = 0

    def __call__(self, kind: str, value: Any) -> Cell | None:
        key = (kind, value)
        try:
            return self.kept[key]
        except KeyError:
            cell = self._made(kind, value)
            if len(self.kept) < _SHARED and not isinstance(value, float):  # 1 and 1.0 are one key
                self.kept[key] = cell
            return cell

    def _made(self, kind: str, value: Any) -> Cell | None:
        if kind == "s":
            if not unicodedata.is_normalized("NFC", value):
                self.decomposed += 1
            value = nfc(value)
            return Cell("s", value) if value else None
        return Cell(kind, date.fromisoformat(value)) if kind == "d" else Cell(kind, value)


def _merges(rows: list[dict[int, Cell]], merged: list[list[int]]) -> tuple[dict[Any, Cell], dict[Any, Cell]]:
    """The cells below the top one of a merge of one column, and those to the right of it in its first row."""
    below: dict[tuple[int, int], Cell] = {}
    beside: dict[tuple[int, int], Cell] = {}
    for top, left, bottom, right in merged:
        if top < len(rows) and left in rows[top]:
            cell = rows[top][left]
            if left == right:
                below |= {(row, left): cell for row in range(top + 1, min(bottom + 1, len(rows)))}
            elif right - left < VIRTUAL // 100:
                beside |= {(top, column): cell for column in range(left + 1, right + 1)}
    return below, beside


def _sheets(lines: IO[bytes], tell: Callable[[int], object]) -> Iterator[Sheet]:
    """Builds the sheets line by line. Raises what the reader's last line says."""
    head: dict[str, Any] | None = None
    rows: list[dict[int, Cell]] = []
    make = _Cells()
    done = 0

    def finished() -> Iterator[Sheet]:
        if head is not None:
            below, beside = _merges(rows, head["merged"])
            yield Sheet(nfc(head["name"]), head["hidden"], rows, below, beside, decomposed=make.decomposed)

    for line in lines:
        said = json.loads(line)
        if isinstance(said, list):
            rows += [{column: cell for column, kind, value in row if (cell := make(kind, value))} for row in said]
            done += len(said)
            tell(done)
        elif "name" in said:
            yield from finished()
            head, rows, make.decomposed = said, [], 0
        elif "large" in said:
            raise TooManyRowsError(said["large"])
        elif "refused" in said:
            raise refuse(said["refused"], **said["params"])
        else:
            yield from finished()
            return
    raise refuse("not_a_workbook")


def read_book(
    content: bytes, *, most: int = _NO_LIMIT, tell: Callable[[int], object] = lambda done: None
) -> list[Sheet]:
    """The sheets of a workbook. Raises ValidationError, with a code of `REFUSALS`, for what is not opened.

    Raises TooManyRowsError where there are more than `most` rows; `tell` hears how many were read by now. The file is
    opened by a process of its own (`reader.py`): it may be hostile.
    """
    if not content:
        raise refuse("empty")
    if len(content) > settings.WORKBOOK_MAX_BYTES:
        raise refuse("too_large", size=len(content), limit=settings.WORKBOOK_MAX_BYTES)
    with tempfile.TemporaryFile() as out:
        try:
            done = subprocess.run(
                [sys.executable, "-I", str(_READER), str(settings.WORKBOOK_MAX_UNPACKED_BYTES), str(most)],
                input=content,
                stdout=out,
                stderr=subprocess.DEVNULL,
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise refuse("too_heavy") from None
        if done.returncode:
            raise refuse("too_heavy" if done.returncode < 0 else "not_a_workbook")
        out.seek(0)
        return list(_sheets(out, tell))
