"""The list of an office's people out of a workbook: every row with its values, and all that is wrong with all rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.core.forms import day_of
from apps.core.text import fold, nfc
from apps.files.workbooks.book import Cell, Sheet, TooManyRowsError, letter
from apps.files.workbooks.opened import open_book
from apps.offices.staffbook.columns import (
    ALSO_KINDS,
    ASKED,
    BORN,
    COUNTED,
    FROM,
    GENDER,
    GENDERS,
    HEADINGS,
    ID,
    KIND,
    KINDS,
    NAME,
    NO,
    NUMBER,
    POSITION,
    UNIT,
    WHY,
    YES,
)

MOST_ROWS = 3000
HEAD_WITHIN = 30  # rows above the headings
OPTIONAL = {
    BORN: "birth_year", GENDER: "gender", UNIT: "unit", POSITION: "position", COUNTED: "is_counted",
    WHY: "not_counted_because",
}  # fmt: skip
LENGTHS = {NAME: 120, UNIT: 160, POSITION: 160, WHY: 300}


@dataclass(frozen=True)
class Fault:
    """Row as Excel counts, the column's letter and heading, what stands there, and what was expected."""

    row: int
    column: str
    heading: str
    value: str
    text: str


@dataclass
class ReadRow:
    """`id`: the employment that the hidden column names. `values`: those of the person and of the employment; those
    that the sheet has no column for are `absent`. `letters`: of the columns, by heading."""

    row: int
    id: int | None = None
    values: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    letters: Mapping[str, str] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return str(self.values.get("full_name", ""))


class _WrongError(Exception):
    """A cell that cannot be read; its text says what was expected."""


def read_staff(content: bytes) -> list[ReadRow]:
    """Raises ValidationError where the file is not read at all, or holds no such list."""
    try:
        opened = open_book(content, {}, most=MOST_ROWS)
    except TooManyRowsError as error:
        message = ngettext(
            "The workbook has %(rows)s row; at most %(limit)s are read. Split the list.",
            "The workbook has %(rows)s rows; at most %(limit)s are read. Split the list.",
            error.rows,
        )
        raise ValidationError(message % {"rows": error.rows, "limit": MOST_ROWS}, code="too_many") from None
    best: tuple[Sheet, int, dict[str, int]] | None = None
    for sheet in opened.sheets:
        found = None if sheet.hidden else _headings(sheet)
        if found and (best is None or len(found[1]) > len(best[2])):
            best = (sheet, *found)
    if best is None:
        raise ValidationError(
            _("No list of people was found. Expected a row with the headings %(headings)s, as in the template.")
            % {"headings": ", ".join(f"“{name}”" for name in ASKED)},
            code="no_list",
        )
    sheet, head, columns = best
    missing = [name for name in ASKED if name not in columns]
    if missing:
        message = _("The column %(missing)s is missing. Headings found in row %(row)s: %(found)s.")
        params = {
            "missing": ", ".join(f"“{name}”" for name in missing), "row": head + 1,
            "found": ", ".join(text for _column, text in sheet.texts(head)),
        }  # fmt: skip
        raise ValidationError(message % params, code="missing_column")
    rows = [_row(number, cells, columns) for number, cells in enumerate(sheet.rows[head + 1 :], start=head + 2)]
    return [row for row in rows if row is not None]


def _headings(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """The row of the headings, and where each stands; the name's must be among them and one more."""
    known = {fold(name): name for name in HEADINGS}
    for number in range(min(HEAD_WITHIN, len(sheet.rows))):
        found: dict[str, int] = {}
        for column, text in sheet.texts(number):
            name = known.get(fold(text.replace("\n", " ")))
            if name:
                found.setdefault(name, column)
        if NAME in found and len(found.keys() - {NUMBER}) > 1:
            return number, found
    return None


def _row(number: int, cells: Mapping[int, Cell], columns: Mapping[str, int]) -> ReadRow | None:
    """None for a row in which nothing but a running number or what is offered beforehand stands."""
    given = {name: cells[column] for name, column in columns.items() if column in cells}
    if not given.keys() - {NUMBER, COUNTED}:
        return None
    read = ReadRow(number, letters={name: letter(column) for name, column in columns.items()})
    read.absent = frozenset(key for name, key in OPTIONAL.items() if name not in columns)

    def take(name: str, key: str, make: Callable[[Cell | None], Any]) -> None:
        cell = given.get(name)
        try:
            if cell is not None and cell.kind == "f":
                raise _WrongError(_("The formula has no stored value. Write the value itself."))
            if cell is not None and cell.kind == "e":
                raise _WrongError(_("The cell shows an error. Write the value itself."))
            read.values[key] = make(cell)
        except _WrongError as error:
            read.faults.append(
                Fault(number, read.letters.get(name, ""), name, cell.text[:80] if cell else "", str(error))
            )

    take(NAME, "full_name", _name)
    take(BORN, "birth_year", _year)
    take(GENDER, "gender", _gender)
    take(UNIT, "unit", lambda cell: _text(cell, UNIT))
    take(POSITION, "position", lambda cell: _text(cell, POSITION))
    take(KIND, "kind", _kind)
    take(FROM, "valid_from", _day)
    take(WHY, "not_counted_because", lambda cell: _text(cell, WHY))
    because = read.values.get("not_counted_because", "")
    take(COUNTED, "is_counted", lambda cell: _counted(cell, because))
    if "is_counted" in read.values and "not_counted_because" in read.values:
        take(WHY, "not_counted_because", lambda cell: _because(cell, read.values["is_counted"]))
    take(ID, "id", _id)
    read.id = read.values.pop("id", None)
    return read


def _text(cell: Cell | None, name: str) -> str:
    text = " ".join(nfc(cell.text).split()) if cell else ""
    if len(text) > LENGTHS[name]:
        raise _WrongError(_("Expected at most %(limit)s characters.") % {"limit": LENGTHS[name]})
    return text


def _name(cell: Cell | None) -> str:
    text = _text(cell, NAME)
    if not text:
        raise _WrongError(_("Not filled in. Expected family, middle and given name."))
    if (cell is not None and cell.kind != "s") or not any(char.isalpha() for char in text):
        raise _WrongError(_("Expected a name in words."))
    return text


def _year(cell: Cell | None) -> int | None:
    """A year, or a day of birth of which the year is kept."""
    if cell is None:
        return None
    born = cell.value if cell.kind == "d" else day_of(cell.text)
    text = str(born.year) if isinstance(born, date) else cell.text.strip()
    if not re.fullmatch(r"\d{4}", text) or not 1900 <= int(text) <= 2100:
        raise _WrongError(_("Expected a year from 1900 to 2100, for example 1985."))
    return int(text)


def _one_of(cell: Cell | None, known: Mapping[str, str], offered: tuple[str, ...]) -> str:
    found = known.get(fold(cell.text)) if cell else None
    if found is None:
        raise _WrongError(_("Expected one of: %(allowed)s.") % {"allowed": "; ".join(offered)})
    return found


def _gender(cell: Cell | None) -> str:
    known = {fold(word): str(value) for value, word in GENDERS.items()}
    return _one_of(cell, known, tuple(GENDERS.values())) if cell else ""


def _kind(cell: Cell | None) -> str:
    known = {**{word: str(value) for word, value in ALSO_KINDS.items()}, **{fold(w): str(v) for v, w in KINDS.items()}}
    return _one_of(cell, known, tuple(KINDS.values()))


def _day(cell: Cell | None) -> date:
    found = cell and (cell.value if cell.kind == "d" else day_of(cell.text))
    if not isinstance(found, date):
        raise _WrongError(_("Expected a real day as dd/MM/yyyy, for example 30/06/2019."))
    return found


def _counted(cell: Cell | None, because: str) -> bool:
    """Left empty: counted, unless a reason stands beside it."""
    if cell is None:
        return not because
    return _one_of(cell, {fold(YES): "yes", "x": "yes", fold(NO): "no"}, (YES, NO)) == "yes"


def _because(cell: Cell | None, is_counted: bool) -> str:
    text = _text(cell, WHY)
    if is_counted and text:
        raise _WrongError(
            _("The person is counted, so there is no reason. Write “Không” beside it, or clear this cell.")
        )
    if not is_counted and not text:
        raise _WrongError(_("Not filled in. Expected why the person is not counted, for example Nghỉ không lương."))
    return text


def _id(cell: Cell | None) -> int | None:
    if cell is None:
        return None
    if not re.fullmatch(r"\d{1,18}", cell.text.strip()):
        raise _WrongError(_("The hidden number of the row was changed. Clear it to enter the person as new."))
    return int(cell.text)
