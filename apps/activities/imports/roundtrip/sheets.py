"""How our workbook looks: formats, one table a sheet, drop-down lists. Vietnamese, whatever language the reader has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_range_abs, xl_rowcol_to_cell

from apps.activities.imports.roundtrip.marks import HIDDEN, SHEET
from apps.core.workbook import CALCULATED, FORBIDDEN_IN_NAMES

TOTAL_ROW, HEADING_ROW = 3, 4
FIRST_ROW = HEADING_ROW + 1
BLANK_ROWS = 30  # ruled, to be filled in
LONGEST_NAME = 31
CHECKED_ROWS = 2000  # beyond the rows that are there: drop-down lists and checks reach so far
TOTAL = "Tổng cộng"
NUMBERING = "STT"
NUMBER, MONEY, DAY, TEXT, WORD = "number", "money", "day", "text", "word"
WIDTHS = {NUMBER: 11, MONEY: 15, DAY: 12.5, TEXT: 30, WORD: 20}
_LINE = "#B9B4A8"
_FORMATS: dict[str, dict[str, Any]] = {
    NUMBER: {"num_format": "#,##0", "align": "right"},
    MONEY: {"num_format": "#,##0", "align": "right"},
    DAY: {"num_format": "dd/mm/yyyy", "align": "center"},
    TEXT: {"text_wrap": True, "indent": 1},
    WORD: {"text_wrap": True, "indent": 1},
}


@dataclass(frozen=True)
class Column:
    """`choices` is a name of `Lists`; `strict` lists refuse other words. A locked column is the program's."""

    heading: str
    shape: str
    choices: str = ""
    strict: bool = True
    summed: bool = False
    locked: bool = False
    width: float = 0

    @property
    def wide(self) -> float:
        return self.width or WIDTHS[self.shape]


@dataclass(frozen=True)
class Row:
    """`values` stand in the columns; `hidden` in the hidden ones beside them."""

    values: Sequence[str | int | date | None]
    hidden: Sequence[str | int]


@dataclass(frozen=True)
class Table:
    name: str
    title: str
    note: str
    hint: str
    columns: Sequence[Column]
    hidden: Sequence[str]
    rows: Sequence[Row]
    blank_rows: int = BLANK_ROWS


class Formats:
    def __init__(self, book: Any) -> None:
        self.book = book
        self.kept: dict[tuple[tuple[str, Any], ...], Any] = {}

    def __call__(self, **more: Any) -> Any:
        wanted = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", **more}
        key = tuple(sorted(wanted.items()))
        if key not in self.kept:
            self.kept[key] = self.book.add_format(wanted)
        return self.kept[key]

    def of(self, column: Column, *, ruled: bool = True, quoted: bool = False) -> Any:
        more: dict[str, Any] = {"locked": column.locked, **_FORMATS[column.shape]}
        if ruled:
            more |= {"border": 1, "border_color": _LINE}
        if column.locked:
            more |= {"font_color": "#6B665C", "bg_color": "#F6F4EF"}
        return self(**more, quote_prefix=True) if quoted else self(**more)

    def heading(self, *, locked: bool = False) -> Any:
        return self(
            bold=True, text_wrap=True, align="center", valign="vcenter", border=1, border_color=_LINE,
            bg_color="#EDEAE3" if locked else "#DDE7E2",
        )  # fmt: skip


class Lists:
    """Words for drop-down lists, kept on the hidden sheet beside the mark."""

    def __init__(self, page: Any, column: int) -> None:
        self.page, self.column = page, column
        self.ranges: dict[str, str] = {}

    def add(self, name: str, words: Iterable[str]) -> None:
        given = list(dict.fromkeys(words))
        if not given:
            return
        for row, word in enumerate(given):
            self.page.write_string(row, self.column, word)
        self.ranges[name] = f"='{SHEET}'!{xl_range_abs(0, self.column, len(given) - 1, self.column)}"
        self.column += 1


def write_table(book: Any, formats: Formats, lists: Lists, table: Table) -> None:
    page = book.add_worksheet(table.name)
    columns = [Column(NUMBERING, NUMBER, locked=True, width=6), *table.columns]
    last = FIRST_ROW + len(table.rows) + table.blank_rows - 1
    page.set_row(0, 22)
    page.write_string(0, 0, table.title, formats(bold=True, font_size=15, text_wrap=False))
    page.write_string(1, 0, table.note, formats(font_color="#4A463E"))
    page.write_string(2, 0, table.hint, formats(italic=True, font_color="#6B665C"))
    _head(page, formats, columns, table)
    for place, row in enumerate(table.rows):
        _row(page, formats, columns, FIRST_ROW + place, [place + 1, *row.values], row.hidden)
    for number in range(FIRST_ROW + len(table.rows), last + 1):
        for place, column in enumerate(columns):
            page.write_blank(number, place, None, formats.of(column))
    for place, column in enumerate(columns):
        page.set_column(place, place, column.wide, formats.of(column, ruled=False))
        _check(page, lists, column, place, last + CHECKED_ROWS)
    page.set_column(len(columns), len(columns) + len(table.hidden) - 1, None, None, {"hidden": True})
    page.autofilter(HEADING_ROW, 0, max(last, FIRST_ROW), len(columns) + len(table.hidden) - 1)
    page.freeze_panes(FIRST_ROW, 2)
    _protect_and_print(page)


def _head(page: Any, formats: Formats, columns: Sequence[Column], table: Table) -> None:
    page.set_row(HEADING_ROW, 50)
    summed = any(column.summed for column in columns)
    bold = {"bold": True, "bg_color": "#F6F4EF", "border": 1, "border_color": _LINE}
    for place, column in enumerate(columns):
        page.write_string(HEADING_ROW, place, column.heading, formats.heading(locked=column.locked))
        if not summed:
            continue
        if column.summed:
            letter = xl_col_to_name(place)
            end = FIRST_ROW + len(table.rows) + table.blank_rows + CHECKED_ROWS
            known = sum(value for row in table.rows if isinstance(value := row.values[place - 1], int))
            formula = f"=SUBTOTAL(109,{letter}{FIRST_ROW + 1}:{letter}{end})"
            page.write_formula(TOTAL_ROW, place, formula, formats(**bold, **_FORMATS[NUMBER]), known)
        else:
            page.write_string(TOTAL_ROW, place, TOTAL if place == 1 else "", formats(**bold))
    for place, words in enumerate(table.hidden, start=len(columns)):
        page.write_string(HEADING_ROW, place, words, formats.heading(locked=True))


def _row(
    page: Any, formats: Formats, columns: Sequence[Column], number: int, values: Sequence[Any], hidden: Sequence[Any]
) -> None:
    for place, (column, value) in enumerate(zip(columns, values, strict=True)):
        if value is None or value == "":
            page.write_blank(number, place, None, formats.of(column))
        elif isinstance(value, int):
            page.write_number(number, place, value, formats.of(column))
        elif isinstance(value, date):
            page.write_datetime(number, place, value, formats.of(column))
        else:
            page.write_string(number, place, value, formats.of(column, quoted=value.startswith(CALCULATED)))
    tallest = max(_lines(column, value) for column, value in zip(columns, values, strict=True))
    if tallest > 1:
        page.set_row(number, 16 * tallest)
    for place, value in enumerate(hidden, start=len(columns)):
        if isinstance(value, int):
            page.write_number(number, place, value)
        else:
            page.write_string(number, place, value)


def _lines(column: Column, value: Any) -> int:
    """About how many lines a text takes; not every program fits the height of a row by itself."""
    if not isinstance(value, str):
        return 1
    return min(12, sum(1 + int(len(line) * 1.05 // column.wide) for line in value.splitlines()) or 1)


def _check(page: Any, lists: Lists, column: Column, place: int, last: int) -> None:
    """What Excel itself refuses while it is typed; the import asks everything anew."""
    if column.locked:
        return
    reach = (FIRST_ROW, place, last, place)
    title = column.heading[:32]
    if column.choices in lists.ranges:
        page.data_validation(*reach, {
            "validate": "list", "source": lists.ranges[column.choices], "show_error": column.strict,
            "error_title": title, "error_message": "Hãy chọn một giá trị trong danh sách.",
        })  # fmt: skip
    elif column.shape == DAY:
        page.data_validation(*reach, {
            "validate": "date", "criteria": "between", "minimum": date(1946, 1, 1), "maximum": date(2100, 12, 31),
            "error_title": title, "error_message": "Hãy ghi ngày có thật, dạng dd/MM/yyyy, ví dụ 30/06/2019.",
        })  # fmt: skip
    elif column.shape in {NUMBER, MONEY}:
        cell = xl_rowcol_to_cell(FIRST_ROW, place)
        page.data_validation(*reach, {
            "validate": "custom", "value": f'=OR({cell}="-",AND(ISNUMBER({cell}),{cell}>=0,{cell}=INT({cell})))',
            "error_title": title, "error_message": "Hãy ghi số nguyên từ 0 trở lên, hoặc “-” nếu không phát sinh.",
        })  # fmt: skip


def _protect_and_print(page: Any) -> None:
    """Without a password: it keeps fingers off headings and ids, no more."""
    page.protect("", {
        "insert_rows": True, "delete_rows": True, "sort": True, "autofilter": True,
        "format_cells": True, "format_columns": True, "format_rows": True,
    })  # fmt: skip
    page.set_landscape()
    page.set_paper(9)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEADING_ROW)
    page.set_footer("&L&A&RTrang &P/&N")


def sheet_name(title: str, taken: Collection[str] = ()) -> str:
    """At most 31 characters, cut between words, and no other's in the workbook (Excel compares without case)."""
    words = title.translate(FORBIDDEN_IN_NAMES).strip(" '")
    name = words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 3].rpartition(" ")[0] or words[:28]
    used = {each.lower() for each in taken}
    if name.lower() not in used:
        return name
    return next(each for n in range(2, 100) if (each := f"{name[:28]} {n}").lower() not in used)


def hidden_headings(id_heading: str) -> list[str]:
    return [id_heading, *HIDDEN[1:]]
