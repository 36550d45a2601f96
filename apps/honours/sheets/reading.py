"""A workbook of awards as rows of texts, under whatever heading words it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _

from apps.core import words
from apps.core.text import fold
from apps.files.workbooks.book import Cell, Sheet, TooManyRowsError, letter
from apps.files.workbooks.opened import open_book
from apps.honours.sheets.columns import HEADINGS

MOST_ROWS = 5000
SEARCHED = 30  # rows at the top among which the headings stand
ENOUGH = 4  # heading words that make a row one of headings
ALIASES: Mapping[str, tuple[str, ...]] = {
    "person": ("ho va ten", "ho ten", "ca nhan", "ten ca nhan", "ho va ten nguoi duoc khen"),
    "office": ("van phong", "don vi", "co quan", "co quan, don vi", "ten don vi"),
    "unit": ("phong", "phong, don vi", "tap the", "ten tap the", "don vi cong tac"),
    "honour": ("danh hieu", "danh hieu, hinh thuc", "hinh thuc", "danh hieu thi dua", "hinh thuc khen thuong"),
    "honour_name": ("ten ghi tren quyet dinh",),
    "year": ("nam", "nam thanh tich", "nam khen thuong", "year"),
    "year_from": ("tu nam",),
    "occasion": ("loai hinh", "loai hinh khen thuong"),
    "number": ("so", "so quyet dinh", "quyet dinh so"),
    "symbol": ("ky hieu", "so, ky hieu"),
    "signed_on": ("ngay ky", "ngay", "ngay quyet dinh"),
    "body": ("co quan quyet dinh", "co quan ban hanh", "cap quyet dinh"),
    "signer": ("nguoi ky",),
    "signer_post": ("chuc vu", "chuc vu nguoi ky"),
}


@dataclass(frozen=True)
class Row:
    """`number`: Excel's row. `cells`: column → (letter, as it is written)."""

    number: int
    cells: Mapping[str, tuple[str, str]]

    def text(self, column: str) -> str:
        return self.cells.get(column, ("", ""))[1]


@dataclass
class Table:
    """`letters`: column → its letter in the file, also where a row has nothing there."""

    sheet: str = ""
    letters: dict[str, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)


def _names() -> dict[str, str]:
    """Folded heading → column, in both languages."""
    found = {alias: column for column, aliases in ALIASES.items() for alias in aliases}
    for language in ("vi", "en"):
        with translation.override(language):
            found |= {fold(str(heading)): column for column, heading in HEADINGS.items()}
    return found


def _text(cell: Cell) -> str:
    if cell.kind == "d" and isinstance(cell.value, date):
        return words.day(cell.value)
    return " ".join(cell.text.removesuffix(".0").split()) if cell.kind == "n" else " ".join(cell.text.split())


def _headings(sheet: Sheet, names: Mapping[str, str]) -> tuple[int, dict[int, str]]:
    """The row of headings and what its columns mean; (-1, {}) where there is none."""
    for number, row in enumerate(sheet.rows[:SEARCHED]):
        found: dict[int, str] = {}
        for column, cell in sorted(row.items()):
            meaning = names.get(fold(_text(cell).rstrip("*: ")))
            if meaning and meaning not in found.values():
                found[column] = meaning
        if len(found) >= ENOUGH and "honour" in found.values():
            return number, found
    return -1, {}


def read(content: bytes) -> Table:
    """The first sheet with headings that are understood. Raises ValidationError where there is none."""
    try:
        opened = open_book(content, {}, most=MOST_ROWS + SEARCHED)
    except TooManyRowsError as error:
        message = _("The workbook has %(rows)s rows; at most %(most)s are read at once. Split it.")
        raise ValidationError(
            message % {"rows": words.number(error.rows), "most": words.number(MOST_ROWS)}, code="too_many"
        ) from error
    names = _names()
    for sheet in opened.sheets:
        at, columns = _headings(sheet, names)
        if at >= 0:
            return _table(sheet, at, columns)
    expected = ", ".join(f"“{heading}”" for heading in HEADINGS.values())
    raise ValidationError(_("No row of headings was found. Expected columns called %(expected)s.") % {
        "expected": expected,
    }, code="headings")  # fmt: skip


def _table(sheet: Sheet, at: int, columns: Mapping[int, str]) -> Table:
    table = Table(sheet.name, {meaning: letter(column) for column, meaning in columns.items()})
    for number in range(at + 1, len(sheet.rows)):
        cells = {}
        for column, meaning in columns.items():
            cell = sheet.rows[number].get(column) or sheet.merged.get((number, column))
            if cell and (text := _text(cell)):
                cells[meaning] = (letter(column), text)
        if any(name in cells for name in ("person", "office", "honour", "unit")):
            table.rows.append(Row(number + 1, cells))
    return table
