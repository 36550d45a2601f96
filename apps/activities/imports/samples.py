"""What is kept of a sheet that is to be mapped: its first rows, and the words of its columns. The file stays closed."""

from __future__ import annotations

from datetime import date
from typing import Any

from apps.activities.enums import PartKind
from apps.activities.imports.finding import Found
from apps.activities.imports.understanding import is_group
from apps.activities.models import Import, ImportPart
from apps.files.workbooks.book import Cell, Sheet

ROWS, WHOLE, WIDTH, LENGTH, WORDS = 60, 300, 80, 120, 60


def _cell(cell: Cell) -> list[Any]:
    value = cell.value.isoformat() if isinstance(cell.value, date) else cell.value
    return [cell.kind, value[:LENGTH] if isinstance(value, str) else value]


def sample_of(sheet: Sheet, found: Found) -> dict[str, Any]:
    """All rows of a short sheet, which may be a form on its side; of a long one the first."""
    kept = len(sheet.rows) if len(sheet.rows) <= WHOLE else ROWS
    words: dict[int, dict[str, None]] = {}
    for row in sheet.rows:
        if is_group(row):  # the heading of some rows, or a signature: it is left out when it is read
            continue
        for column, cell in row.items():
            seen = words.setdefault(column, {})
            if cell.kind == "s" and len(seen) <= WORDS:
                seen[cell.text[:LENGTH]] = None
    return {
        "name": sheet.name, "why": found.why, "as": found.name, "understanding": found.data,
        "rows": [[[at, *_cell(cell)] for at, cell in row.items() if at < WIDTH] for row in sheet.rows[:kept]],
        "words": {str(column): list(seen) for column, seen in words.items() if len(seen) <= WORDS},
    }  # fmt: skip


def sheet_of(sample: dict[str, Any]) -> Sheet:
    """The sheet again, as far as it was kept."""
    rows = [
        {at: Cell(kind, date.fromisoformat(value) if kind == "d" else value) for at, kind, value in row}
        for row in sample["rows"]
    ]
    return Sheet(sample["name"], rows=rows)


def keep(found: Import, asked: list[tuple[Sheet, Found]]) -> None:
    found.parts.filter(what=PartKind.SAMPLE).delete()
    ImportPart.objects.bulk_create(
        ImportPart(origin=found, what=PartKind.SAMPLE, position=position, lines=sample_of(sheet, of))
        for position, (sheet, of) in enumerate(asked, start=1)
    )


def sample(found: Import, position: int) -> dict[str, Any] | None:
    part = found.parts.filter(what=PartKind.SAMPLE, position=position).first()
    return part.lines if part else None
