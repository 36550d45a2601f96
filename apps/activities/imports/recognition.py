"""Where the table of a sheet is and of what kind, by its headings: never by the sheet's name. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from apps.activities.imports.faults import Fault
from apps.activities.imports.layouts import Column, Layout, Reads
from apps.activities.imports.owners import plain
from apps.core.text import fold
from apps.files.workbooks.book import Cell, Sheet, letter

_SEARCHED_ROWS = 40
_TOTALS = {"tong cong", "cong", "tong", "tong so", "toan cum", "cong toan cum", "tong toan cum", "cong chung"}
_PERIOD = re.compile(r"(?:6|06|sau) thang (dau|cuoi) nam (?:nam )?([0-9]{4})")


def heading_key(text: str) -> str:
    """Tiers stay apart by " / "; everything else is folded words."""
    return " / ".join(plain(tier) for tier in text.split(" / "))


@lru_cache(maxsize=32)
def _by_heading(layout: Layout) -> dict[str, Column]:
    return {heading_key(heading): column for column in layout.columns for heading in column.headings}


@dataclass(frozen=True)
class Table:
    """`headings` as printed (tiers joined by " / ") and `columns` as understood, both by column number. Data rows begin
    at `first_row` (from 0); `lines` are the title rows above the headings."""

    sheet: Sheet
    layout: Layout
    headings: dict[int, str]
    columns: dict[int, Column]
    first_row: int
    lines: tuple[str, ...]
    mapped: bool = False  # by hand: `given` holds for all rows, `words` are the file's own for the choices of a field
    given: dict[str, Any] = field(default_factory=dict)
    words: dict[str, dict[str, str]] = field(default_factory=dict)

    def has(self, field: str) -> bool:
        return field in self.given or any(column.field == field for column in self.columns.values())

    @property
    def required(self) -> Iterator[Column]:
        """Without these nothing is entered; a file of another layout need not say what may stay blank."""
        return (column for column in self.layout.columns if (column.filled if self.mapped else column.needed))

    def number_of(self, *reads: Reads) -> int | None:
        return next((number for number, column in self.columns.items() if column.reads in reads), None)


def _one_tier(sheet: Sheet, row: int) -> dict[int, str]:
    return {column: " ".join(text.split()) for column, text in sheet.texts(row)}


def _two_tiers(sheet: Sheet, row: int) -> dict[int, str]:
    """The upper heading stands over the columns to its right until the next one."""
    upper, lower = _one_tier(sheet, row), _one_tier(sheet, row + 1)
    joined: dict[int, str] = {}
    last = ""
    for column in range(max([*upper, *lower], default=-1) + 1):
        if column in upper:
            last = upper[column]
        if column in lower:
            joined[column] = f"{last} / {lower[column]}" if last and last != lower[column] else lower[column]
        elif column in upper:
            joined[column] = upper[column]
    return joined


def matched(layout: Layout, headings: dict[int, str]) -> dict[int, Column]:
    known = _by_heading(layout)
    found: dict[int, Column] = {}
    taken: set[str] = set()
    for number, heading in headings.items():
        whole = heading_key(heading)
        column = known.get(whole) or known.get(whole.rpartition(" / ")[2])
        if column and column.field and column.field in taken:
            column = None
        if column:
            found[number] = column
            taken.add(column.field)
    return found


def _is_titled(sheet: Sheet, lines: tuple[str, ...], layout: Layout) -> bool:
    """Whether a title line, or the sheet's name, is that of a kind which the cluster defined."""
    if not layout.defined:
        return False
    names = {plain(line) for line in lines} | {plain(sheet.name)}
    return bool(names & {plain(layout.title), plain(layout.title[:31])})


def _weight(layout: Layout, columns: dict[int, Column], *, titled: bool) -> int | None:
    """How many columns speak for the layout; None where they are too few. The kinds that a cluster defined may have
    the same columns: their content tells none from another, their title does."""

    def telling(all_columns: Iterable[Column]) -> int:
        return sum(not (column.is_common or (layout.defined and column.field == "title")) for column in all_columns)

    own, needed = telling(columns.values()), min(3, telling(layout.columns) // 2) or 1
    if titled:
        return own if {"owner", "starts_on"} <= {column.field for column in columns.values()} else None
    return own if own >= needed else None


def find_table(sheet: Sheet, layouts: Sequence[Layout]) -> Table | None:
    """The best reading of the sheet's first rows as headings, or None where no known kind shows, or several defined
    kinds show alike."""
    best: tuple[tuple[bool, int], Table] | None = None
    is_tied = False
    for row in range(min(len(sheet.rows), _SEARCHED_ROWS)):
        lines = tuple(text for above in range(row) for _, text in sheet.texts(above))
        for tiers, headings in ((1, _one_tier(sheet, row)), (2, _two_tiers(sheet, row))):
            if len(headings) < 2:
                continue
            for layout in layouts:
                columns = matched(layout, headings)
                titled = _is_titled(sheet, lines, layout)
                own = _weight(layout, columns, titled=titled)
                if own is None:
                    continue
                score = (titled, own * 100 + len(columns) * 10 - tiers)
                if best is None or score > best[0]:
                    best = (score, Table(sheet, layout, headings, columns, row + tiers, lines))
                    is_tied = False
                elif score == best[0] and layout.defined and best[1].layout.defined not in {0, layout.defined}:
                    is_tied = True
    return None if best is None or is_tied else best[1]


def heading_faults(table: Table) -> Iterator[Fault]:
    """Columns that are missing (error where needed) and columns that nobody knows."""
    if table.mapped:
        found = "; ".join(f"“{heading}”" for heading in table.headings.values() if heading)
        for column in table.required:
            if not table.has(column.field):
                yield Fault("missing_column", table.sheet.name, params={"column": column.heading, "found": found})
        return
    unknown = {
        heading_key(heading): heading for number, heading in table.headings.items() if number not in table.columns
    }
    for column in table.layout.columns:
        if column.reads is Reads.NUMBERING or table.has(column.field):
            continue
        if column.rare or (not column.needed and column.reads is Reads.TEXT):
            continue
        near = get_close_matches(heading_key(column.heading), list(unknown), n=1, cutoff=0.7)
        found = "; ".join(f"“{heading}”" for heading in table.headings.values())
        if not column.needed:
            yield Fault("missing_optional", table.sheet.name, params={"column": column.heading})
        elif near:
            params = {"column": column.heading, "near": unknown[near[0]]}
            yield Fault("missing_column_near", table.sheet.name, table.first_row, params=params)
        else:
            params = {"column": column.heading, "found": found}
            yield Fault("missing_column", table.sheet.name, table.first_row, params=params)
    for number, heading in table.headings.items():
        filled = any(number in row for row in table.sheet.rows[table.first_row :])
        if number not in table.columns and filled:
            yield Fault("unknown_column", table.sheet.name, table.first_row, letter(number), heading)


# Rows that are not data ----------------------------------------------------------------------------------------------
def _label(row: dict[int, Cell]) -> str:
    return next((plain(cell.text) for _, cell in sorted(row.items()) if cell.kind == "s"), "")


def is_total(row: dict[int, Cell]) -> bool:
    return _label(row) in _TOTALS


def is_subtotal(row: dict[int, Cell]) -> bool:
    label = _label(row)
    return label not in _TOTALS and label.startswith(("tong cong ", "cong ", "tong "))


def is_numbering(row: dict[int, Cell]) -> bool:
    """The line (1) (2) (3) … that some forms print below their headings."""
    marks = [cell.text.strip("() ") for _, cell in sorted(row.items())]
    numbers = [int(mark) for mark in marks if mark.isdigit() and mark.isascii()]
    others = [mark for mark in marks if not mark.isdigit()]
    return (
        len(numbers) >= 2
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and numbers[0] <= 2
        and all(len(mark) == 1 and mark.isalpha() for mark in others)
    )


def is_footer(table: Table, row: dict[int, Cell]) -> bool:
    """After the end of the table: a note or a signature, with neither a number nor a day in any column that has one."""
    for number, cell in row.items():
        reads = table.columns[number].reads
        if reads is Reads.NUMBERING:
            if cell.kind == "n" or cell.text.isdigit():
                return False
        elif reads in {Reads.DAY, Reads.NUMBER, Reads.MONEY, Reads.FIGURE, Reads.CHOICE}:
            return False
    return True


def period_named(lines: tuple[str, ...]) -> tuple[str, str] | None:
    """The half that a title names, as ("2019H1", the words)."""
    for line in lines:
        match = _PERIOD.search(fold(line))
        if match:
            half = "H1" if match[1] == "dau" else "H2"
            return f"{match[2]}{half}", f"6 tháng {'đầu' if half == 'H1' else 'cuối'} năm {match[2]}"
    return None


def says_estimated(lines: tuple[str, ...]) -> str:
    """What a title or a note calls estimated: the meetings "after" the session, "all" figures, or "" (nothing)."""
    for line in lines:
        words = plain(line)
        if "uoc thuc hien" in words:
            return "after" if "sau ky hop" in words else "all"
    return ""
