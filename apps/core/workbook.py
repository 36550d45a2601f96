"""Excel out of any list: a sheet for each, title rows, a frozen heading, numbers as numbers, days as days."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import xlsxwriter
from django.utils import timezone

FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
HEADING_ROW = 3
FURTHER_ROWS = 1000  # below the last one, where choices are offered too
CALCULATED = ("=", "+", "-", "@", "\t", "\r")  # a text that begins so would be calculated where it is opened or pasted


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """`rows` hold str, int, date, bool or None; a text is never a formula, whatever it begins with.

    By column: `hidden` ones, `plain` numbers (years) without dots, and `choices` that Excel offers to whoever fills in.
    """

    name: str
    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Any]]
    note: str = ""
    hidden: frozenset[int] = frozenset()
    plain: frozenset[int] = frozenset()
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)


def workbook(*sheets: Sheet, made_at: datetime | None = None) -> bytes:
    """`made_at` dates the file itself (now, where it is not given), so that the same content gives the same file."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"created": made_at or timezone.now()})
        for sheet in sheets:
            _write(book, sheet)
    return out.getvalue()


def _write(book: Any, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.name.translate(FORBIDDEN_IN_NAMES)[:31])
    text = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
    plain, wrapped = book.add_format(text), book.add_format({**text, "text_wrap": True})
    quoted = book.add_format({**text, "text_wrap": True, "quote_prefix": True})
    number, day = (
        book.add_format({**text, "num_format": "#,##0"}),
        book.add_format({**text, "num_format": "dd/mm/yyyy"}),
    )
    heading = book.add_format(
        {
            **text,
            "bold": True,
            "text_wrap": True,
            "align": "center",
            "valign": "vcenter",
            "border": 1,
            "bg_color": "#EDEAE3",
        }
    )
    page.write_string(0, 0, sheet.title, book.add_format({**text, "bold": True, "font_size": 14}))
    page.write_string(1, 0, sheet.note, plain)
    widths = [max(6, min(len(words), 14)) for words in sheet.headings]
    for column, words in enumerate(sheet.headings):
        page.write_string(HEADING_ROW, column, words, heading)
    last = HEADING_ROW
    for last, row in enumerate(sheet.rows, start=HEADING_ROW + 1):
        for column, value in enumerate(row):
            if isinstance(value, bool):
                page.write_boolean(last, column, value, plain)
            elif isinstance(value, int):
                page.write_number(last, column, value, plain if column in sheet.plain else number)
            elif isinstance(value, date):
                page.write_datetime(last, column, value, day)
            elif value:
                written = str(value)
                page.write_string(last, column, written, quoted if written.startswith(CALCULATED) else wrapped)
                widths[column] = max(widths[column], min(len(written) + 2, 44))
            if isinstance(value, int | date):
                widths[column] = max(widths[column], 12 if column else 6)
    for column, width in enumerate(widths):
        page.set_column(column, column, width, None, {"hidden": column in sheet.hidden})
    page.freeze_panes(HEADING_ROW + 1, 2)
    page.autofilter(HEADING_ROW, 0, max(last, HEADING_ROW + 1), len(sheet.headings) - 1)
    for column, choices in sheet.choices.items():
        offered = {"validate": "list", "source": list(choices), "error_type": "warning"}
        page.data_validation(HEADING_ROW + 1, column, last + FURTHER_ROWS, column, offered)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEADING_ROW)
