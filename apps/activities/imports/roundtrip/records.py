"""Rows of our workbook against the records: what each of them changes, and where somebody else was quicker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from apps.activities.enums import Kind
from apps.activities.imports.faults import Fault
from apps.activities.imports.layouts import Layout, Reads
from apps.activities.imports.owners import OWN
from apps.activities.imports.recognition import Table, matched
from apps.activities.imports.roundtrip.exported import cell_of, columns_out, owner_name, value_of
from apps.activities.imports.roundtrip.marks import (
    BASE,
    ID,
    UNWRITTEN,
    VERSION,
    digest,
    former,
    id_heading,
    key_of,
)
from apps.activities.imports.rows import Entry, Reader, Reading, fault
from apps.activities.imports.setting import Setting
from apps.activities.models import Record
from apps.files.workbooks.book import Cell, Sheet


@dataclass
class Line:
    """A row that names a record: the columns whose cells differ from it now, and those that the person changed."""

    row: int
    record: Record
    differing: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    overtaken: bool = False


@dataclass
class Update:
    """A record to be changed: only `fields` of it, named as in the layout."""

    entry: Entry
    record: Record
    fields: dict[str, Any]
    shown: list[tuple[str, str, str]]


@dataclass
class Conflict:
    """Somebody else changed the record since the workbook was made; the row is written only where `taken`.

    `shown`: heading, what stands there now, what the file says.
    """

    table: Table
    row: int
    key: str
    title: str
    shown: list[tuple[str, str, str]]
    taken: bool = False


def table_of(sheet: Sheet, headings: int, layout: Layout) -> Table:
    found = {number: cell.text for number, cell in sheet.rows[headings].items()}
    known = matched(layout, found)
    lines = tuple(cell.text for row in sheet.rows[:headings] for cell in row.values())
    return Table(sheet, layout, found, known, headings + 1, lines)


def _is_of(record: Record, layout: Layout) -> bool:
    if layout.defined and record.kind == Kind.DEFINED:
        return record.defined.defined_kind_id == layout.defined
    return record.kind == layout.kind


def is_known(heading: str, layout: Layout) -> bool:
    """Whether the sheet went out with the columns that the layout has now."""
    return heading == id_heading(layout)


class Rows:
    """The rows of one sheet: `ids` as they stand there, `filled` rows that say anything."""

    def __init__(self, table: Table) -> None:
        self.table = table
        places = {heading.partition(":")[0]: number for number, heading in table.headings.items()}
        self.places = {name: places.get(name, -1) for name in (ID, VERSION, BASE)}
        self.fields = [number for number, column in table.columns.items() if column.reads not in UNWRITTEN]
        self.filled: list[int] = []
        self.emptied: list[int] = []
        for number in range(table.first_row, len(table.sheet.rows)):
            row = table.sheet.rows[number]
            if any(place in row for place in self.fields):
                self.filled.append(number)
            elif self.places[ID] in row:
                self.emptied.append(number)

    def hidden(self, row: int, name: str) -> Any:
        cell = self.table.sheet.rows[row].get(self.places[name])
        return cell.value if cell else None

    def id(self, row: int) -> int | None:
        """None for a new row; 0 for what is no id at all."""
        said = self.hidden(row, ID)
        if said is None:
            return None
        return said if isinstance(said, int) and 0 < said < 2**62 else 0

    @property
    def ids(self) -> set[int]:
        return {found for row in self.filled if (found := self.id(row))}

    def lines(self, records: dict[int, Record], setting: Setting) -> Iterator[Line | Fault]:
        """One for each row that names a record; faults for ids that are copied, unknown or another's."""
        seen: dict[int, int] = {}
        for row in self.filled:
            found = self.id(row)
            if found is None:
                continue
            record = records.get(found)
            if record is None or not _is_of(record, self.table.layout):
                yield fault(self.table, row, None, "unknown_record")
            elif found in seen:
                yield fault(self.table, row, None, "copied_id", other=seen[found] + 1)
            else:
                seen[found] = row
                yield self._line(row, record, setting)

    def _line(self, row: int, record: Record, setting: Setting) -> Line:
        cells: dict[int, Cell] = self.table.sheet.rows[row]
        went_out = former(str(self.hidden(row, BASE) or ""), (each.field for each in columns_out(self.table.layout)))
        line = Line(row, record, overtaken=self.hidden(row, VERSION) != record.version)
        for number in self.fields:
            column = self.table.columns[number]
            said = key_of(cells.get(number))
            if said != key_of(cell_of(value_of(record, column, setting))):
                line.differing.append(column.field)
                if went_out.get(column.field) != digest(said):
                    line.own.append(column.field)
        return line


class OurReader(Reader):
    """Reads only the rows that are new or changed. There are neither totals nor footers below the headings, and in a
    workbook of one office a blank office is that office."""

    def __init__(self, table: Table, setting: Setting, wanted: set[int], only: int | None) -> None:
        super().__init__(table, setting)
        self.wanted, self.only = wanted, only

    def read(self, *_args: Any) -> Reading:
        sheet = self.table.sheet
        for number in sorted(self.wanted):
            row = {column: cell for column, cell in sheet.rows[number].items() if column in self.table.columns}
            self._row(number, row)
        return self.out

    def _cell(self, row: int, number: int, column: Any) -> Cell | None:
        cell = self.table.sheet.rows[row].get(number)
        if cell is None and column.reads is Reads.OWNER and self.only is not None:
            return Cell("s", owner_name(self.setting, self.only))
        return cell


def names_of(column_field: str, fields: dict[str, Any]) -> list[str]:
    """The fields that one column fills: a phase also says the session."""
    beside = column_field.removesuffix("phase") + "session" if column_field.endswith(".phase") else ""
    return [name for name in (column_field, beside) if name in fields]


def shown(table: Table, line: Line, setting: Setting, only: list[str]) -> list[tuple[str, str, str]]:
    """Heading, the record's value now, and the file's; of some columns."""
    found = []
    for number, column in table.columns.items():
        if column.field in only and column.reads not in UNWRITTEN:
            now, said = cell_of(value_of(line.record, column, setting)), table.sheet.rows[line.row].get(number)
            found.append((table.headings[number], now.text if now else "", said.text if said else ""))
    return found


def moved(table: Table, line: Line, entry: Entry) -> Fault | None:
    """A record stays with its owner: moving it would let it count for another without a trace."""
    if entry.owner == (line.record.office_id or OWN):
        return None
    number = next(number for number, column in table.columns.items() if column.reads is Reads.OWNER)
    return fault(table, line.row, number, "owner_moved")
