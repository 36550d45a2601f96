"""How our own workbook is known again: the hidden sheet "_", and hidden columns beside the rows. Pure.

The mark names the make, the cluster, the period and the office for which it was made. Each row of a record carries its
id, its version and a digest of every cell as it went out, so that what a person changed is told from what others have
changed meanwhile. None of it is believed: rights are asked anew of every row.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from zlib import crc32

from apps.activities.imports.layouts import Layout, Reads
from apps.files.workbooks.book import Cell, Sheet

SHEET = "_"
MAKE = "bieu-mau-cum-thi-dua/1"
ALL = "*"
ID, VERSION, BASE = "_id", "_version", "_base"
STATED = "stated"
HIDDEN = (ID, VERSION, BASE)
_DIGEST = 6
# Known columns that carry nothing of a record.
UNWRITTEN = frozenset({Reads.NUMBERING, Reads.COMPUTED, Reads.SUM})


@dataclass(frozen=True)
class Mark:
    """`office` is a code, or `ALL` for all members and the cluster itself."""

    make: str
    cluster: str
    period: str
    office: str
    made_at: str = ""
    made_by: str = ""

    @property
    def lines(self) -> list[tuple[str, str]]:
        return [
            ("make", self.make), ("cluster", self.cluster), ("period", self.period), ("office", self.office),
            ("made_at", self.made_at), ("made_by", self.made_by),
        ]  # fmt: skip


def mark_of(sheets: Iterable[Sheet]) -> Mark | None:
    """The mark of a workbook that this program made; None for any other."""
    sheet = next((sheet for sheet in sheets if sheet.name == SHEET), None)
    if sheet is None:
        return None
    lines = {row[0].text: row[1].text for row in sheet.rows if 0 in row and 1 in row}
    if "make" not in lines:
        return None
    names = ("make", "cluster", "period", "office", "made_at", "made_by")
    return Mark(**{name: lines.get(name, "") for name in names})


def id_heading(layout: Layout) -> str:
    """Names the kind of the rows and the columns that went out: a sheet of other columns has another heading."""
    fields = ",".join(column.field for column in layout.columns if column.reads not in UNWRITTEN)
    return f"{ID}:{layout.slug}:{crc32(fields.encode()):08x}"


def heading_row(sheet: Sheet) -> tuple[int, str] | None:
    """The row of a sheet of ours that holds its headings, and the heading of its ids."""
    for number, row in enumerate(sheet.rows[:40]):
        for cell in row.values():
            if cell.kind == "s" and cell.value.startswith(f"{ID}:"):
                return number, cell.value
    return None


def key(kind: str, value: Any) -> tuple[str, str]:
    """What a cell says, so that it can be compared with what went out. An absent cell is an empty text."""
    if value is None or value == "":
        return "s", ""
    if kind == "n" and isinstance(value, float) and value.is_integer():
        value = int(value)
    return kind, value.isoformat() if isinstance(value, date) else str(value)


def key_of(cell: Cell | None) -> tuple[str, str]:
    return ("s", "") if cell is None else key(cell.kind, cell.value)


def digest(said: tuple[str, str]) -> str:
    return hashlib.blake2b("\0".join(said).encode(), digest_size=_DIGEST // 2).hexdigest()


def base_of(said: Iterable[tuple[str, str]]) -> str:
    return "".join(map(digest, said))


def former(base: str, fields: Iterable[str]) -> Mapping[str, str]:
    """Field → digest as it went out; empty where the hidden cell was tampered with."""
    names = list(fields)
    if len(base) != _DIGEST * len(names):
        return {}
    return {name: base[place * _DIGEST : (place + 1) * _DIGEST] for place, name in enumerate(names)}
