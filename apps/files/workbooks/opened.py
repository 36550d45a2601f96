"""A workbook as it is read for an import: its sheets, with old encodings turned into Unicode and what was turned."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from apps.core.encodings import CODES, decode, recognise_all
from apps.core.text import nfc
from apps.files.workbooks.book import Cell, Sheet, read_book

DECOMPOSED = "NFD"
_EXAMPLES = 5


@dataclass
class Opened:
    """`converted`: [{"sheet", "code", "count", "examples": [[place, before, after], …]}, …]."""

    sheets: list[Sheet]
    converted: list[dict[str, Any]] = field(default_factory=list)

    @property
    def rows(self) -> int:
        return sum(sum(map(bool, sheet.rows)) for sheet in self.sheets)


def open_book(
    content: bytes, options: Mapping[str, Any], *, most: int | None = None, tell: Callable[[int], object] | None = None
) -> Opened:
    """Raises as `read_book`. With the option "as_is" the text stays as it stands, but for the one form of Unicode."""
    more: dict[str, Any] = {} if most is None else {"most": most}
    if tell is not None:
        more["tell"] = tell
    opened = Opened(read_book(content, **more))
    for sheet in opened.sheets:
        if sheet.decomposed:
            opened.converted.append(
                {"sheet": sheet.name, "code": DECOMPOSED, "count": sheet.decomposed, "examples": []}
            )
    if not options.get("as_is"):
        opened.sheets = [_recoded(sheet, opened) for sheet in opened.sheets]
    return opened


def _recoded(sheet: Sheet, opened: Opened) -> Sheet:
    """The sheet's name stays as the file has it: by it errors are written back."""
    texts = {
        cell.value: 0 for row in sheet.rows for cell in row.values() if cell.kind == "s" and not cell.value.isascii()
    }
    told = {text: code for text, code in zip(texts, recognise_all(texts), strict=True) if code}
    if not told:
        return sheet
    made = {text: Cell("s", nfc(decode(text, code))) for text, code in told.items()}
    lines = {code: {"sheet": sheet.name, "code": code, "count": 0, "examples": []} for code in CODES}
    for number, row in enumerate(sheet.rows):
        for column, cell in row.items():
            if cell.kind != "s" or cell.value not in made:
                continue
            row[column] = made[cell.value]
            line: dict[str, Any] = lines[told[cell.value]]
            line["count"] += 1
            if len(line["examples"]) < _EXAMPLES:
                place, letters = sheet.place(number, column)
                line["examples"].append([f"{letters}{place}", cell.value[:80], row[column].value[:80]])
    opened.converted += [line for line in lines.values() if line["count"]]
    merged, wide = (
        {at: made.get(cell.value, cell) if cell.kind == "s" else cell for at, cell in cells.items()}
        for cells in (sheet.merged, sheet.wide)
    )
    return replace(sheet, merged=merged, wide=wide)
