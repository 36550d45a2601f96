"""A workbook as cells with coordinates, whatever format it came in."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError

from apps.activities.imports.faults import REFUSALS
from apps.core.text import nfc

_READER = Path(__file__).with_name("reader.py")
_SECONDS = 45
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
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
    rows stands for each of them; a number does not.
    """

    name: str
    hidden: bool = False
    rows: list[dict[int, Cell]] = field(default_factory=list)
    merged: dict[tuple[int, int], Cell] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not any(self.rows)

    def texts(self, row: int) -> Iterator[tuple[int, str]]:
        if 0 <= row < len(self.rows):
            for column, cell in self.rows[row].items():
                yield column, cell.text


def refuse(code: str, **params: Any) -> ValidationError:
    """The message for a file that is not read at all; sizes are told in megabytes."""
    if code in {"too_large", "too_large_unpacked"}:
        params = {name: f"{value / _MEGABYTE:.0f}" for name, value in params.items()}
    return ValidationError(REFUSALS[code], code=code, params=params)


def _cell(kind: str, value: Any) -> Cell | None:
    if kind == "s":
        value = nfc(value)
        return Cell("s", value) if value else None
    return Cell(kind, date.fromisoformat(value)) if kind == "d" else Cell(kind, value)


def _sheet(data: dict[str, Any]) -> Sheet:
    rows = [
        {column: cell for column, kind, value in row if (cell := _cell(kind, value)) is not None}
        for row in data["rows"]
    ]
    merged = {
        (row, left): rows[top][left]
        for top, left, bottom, right in data["merged"]
        if left == right and top < len(rows) and left in rows[top]
        for row in range(top + 1, min(bottom + 1, len(rows)))
    }
    return Sheet(name=nfc(data["name"]), hidden=data["hidden"], rows=rows, merged=merged)


def read_book(content: bytes) -> list[Sheet]:
    """The sheets of a workbook. Raises ValidationError, with a code of `REFUSALS`, for what is not opened.

    The file is opened by a process of its own (`reader.py`): it may be hostile.
    """
    if not content:
        raise refuse("empty")
    if len(content) > settings.WORKBOOK_MAX_BYTES:
        raise refuse("too_large", size=len(content), limit=settings.WORKBOOK_MAX_BYTES)
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_READER), str(settings.WORKBOOK_MAX_UNPACKED_BYTES)],
            input=content,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise refuse("too_heavy") from None
    if done.returncode:
        raise refuse("too_heavy" if done.returncode < 0 else "not_a_workbook")
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise refuse(answer["refused"], **answer["params"])
    return [_sheet(sheet) for sheet in answer["sheets"]]
