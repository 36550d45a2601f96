"""The sheet of stated figures: what its cells say, and what changed in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apps.activities.imports import values
from apps.activities.imports.faults import Fault, Problem
from apps.activities.imports.layouts import Column, Layout, Reads
from apps.activities.imports.owners import OWN, plain
from apps.activities.imports.recognition import Table, heading_key
from apps.activities.imports.roundtrip import gathered
from apps.activities.imports.roundtrip.marks import BASE, ID, STATED, VERSION, digest, former, key_of
from apps.activities.imports.roundtrip.records import Conflict
from apps.activities.imports.rows import Statement, fault
from apps.activities.imports.setting import Setting
from apps.activities.models import DirectFigure
from apps.files.workbooks.book import Cell, Sheet
from apps.indicators.enums import FigureStatus
from apps.indicators.models import Indicator

if TYPE_CHECKING:
    from apps.activities.imports.roundtrip.reading import Ours

TITLE = "Số liệu báo cáo"
HEADING = f"{ID}:{STATED}"
COLUMNS = ("Văn phòng", "Chỉ tiêu", "Đơn vị tính", "Đếm từ bản ghi", "Số liệu", "Tình trạng", "Ghi chú")
VALUE, STATUS, NOTE = COLUMNS[4:]
NONE = "-"
STATUSES: dict[str, str] = {
    FigureStatus.ACTUAL: "Thực hiện", FigureStatus.ESTIMATED: "Ước thực hiện", FigureStatus.PLANNED: "Dự kiến",
}  # fmt: skip


def cells_of(figure: DirectFigure | None) -> tuple[int | str | None, str | None, str | None]:
    """Value, status and note as they stand in the row; all blank where nothing is stated."""
    if figure is None:
        return None, None, None
    return NONE if figure.value is None else figure.value, STATUSES[figure.status], figure.note or None


# In again ------------------------------------------------------------------------------------------------------------
LAYOUT = Layout(STATED, TITLE, columns=(
    Column("value", Reads.FIGURE, (VALUE,)),
    Column("status", Reads.TEXT, (STATUS,)),
    Column("note", Reads.TEXT, (NOTE,)),
))  # fmt: skip
_BY_WORD = {plain(word): status for status, word in STATUSES.items()}
_FIELDS = ("value", "status", "note")


def read(sheet: Sheet, headings: int, setting: Setting, out: Ours) -> None:
    """A blank value leaves what is stated as it is; “-” states none."""
    table = _table(sheet, headings)
    out.tables.append(table)
    missing = [column.heading for column in LAYOUT.columns if not table.has(column.field)]
    if missing:
        found = "; ".join(f"“{heading}”" for heading in table.headings.values() if not heading.startswith("_"))
        for heading in missing:
            params = {"column": heading, "found": found}
            out.faults.append(Fault("missing_column", sheet.name, headings + 1, params=params))
        return
    lines = _Lines(table, setting)
    for row in range(table.first_row, len(sheet.rows)):
        lines.line(row, out)


def _table(sheet: Sheet, headings: int) -> Table:
    known = {heading_key(column.heading): column for column in LAYOUT.columns}
    found = {number: cell.text for number, cell in sheet.rows[headings].items()}
    columns = {number: known[heading_key(text)] for number, text in found.items() if heading_key(text) in known}
    return Table(sheet, LAYOUT, found, columns, headings + 1, ())


class _Lines:
    def __init__(self, table: Table, setting: Setting) -> None:
        self.table, self.setting = table, setting
        self.places = {column.field: number for number, column in table.columns.items()}
        self.hidden = {heading.partition(":")[0]: number for number, heading in table.headings.items()}
        self.indicators: dict[str, Indicator] = {each.code: each for each in gathered.stated_indicators(setting)}
        self.stated = gathered.statements(setting, [*setting.offices, OWN])
        self.owners = {office.code: key for key, office in setting.offices.items()} | {"own": OWN}

    def line(self, row: int, out: Ours) -> None:
        cells = self.table.sheet.rows[row]
        mine = {name: cells.get(self.places[name]) for name in _FIELDS}
        if self.hidden[ID] not in cells:
            if any(mine.values()):
                out.faults.append(fault(self.table, row, None, "unknown_line"))
            return
        owner, _colon, code = cells[self.hidden[ID]].text.partition(":")
        key = self.owners.get(owner)
        if key is None or code not in self.indicators or not self.setting.may_enter(key, self.setting.period.ends_on):
            out.faults.append(fault(self.table, row, None, "unknown_line"))
            return
        now = self.stated.get((key, code))
        if mine["value"] is None or self._says(mine) == self._says(_cells(now)):
            out.untouched[self.table.sheet.name] += 1
            return
        seen, base = cells.get(self.hidden.get(VERSION, -1)), cells.get(self.hidden.get(BASE, -1))
        went_out = former(base.text if base else "", _FIELDS)
        own = [name for name in _FIELDS if went_out.get(name) != digest(key_of(mine[name]))]
        overtaken = (seen.value if seen else 0) != (now.pk if now else 0)
        if overtaken and not own:
            out.untouched[self.table.sheet.name] += 1
            return
        said = self._read(row, key, code, mine, now, out)
        if said is None:
            return
        if overtaken and not self._taken(row, key, code, mine, now, own, out):
            return
        out.statements.append(said)

    def _says(self, cells: dict[str, Cell | None]) -> list[tuple[str, str]]:
        return [key_of(cells[name]) for name in _FIELDS]

    def _taken(
        self, row: int, owner: int, code: str, mine: dict[str, Cell | None], now: DirectFigure | None,
        own: list[str], out: Ours,
    ) -> bool:  # fmt: skip
        theirs = _cells(now)
        pairs = [(self.table.headings[self.places[name]], _text(theirs[name]), _text(mine[name])) for name in own]
        name = self.setting.owners.name(owner)
        key = f"f{owner}:{code}"
        title = f"{self.indicators[code].name} · {name}"
        conflict = Conflict(self.table, row, key, title, pairs, taken=key in self.setting.taken)
        out.conflicts.append(conflict)
        return conflict.taken

    def _read(
        self, row: int, owner: int, code: str, mine: dict[str, Cell | None], now: DirectFigure | None, out: Ours
    ) -> Statement | None:
        found: dict[str, Any] = {}
        for name in _FIELDS:
            try:
                found[name] = _value(name, mine[name], now)
            except Problem as problem:
                out.faults.append(fault(self.table, row, self.places[name], problem.code, **problem.params))
        if len(found) < len(_FIELDS):
            return None
        value = None if found["value"] is values.Dash.NONE else found["value"]
        place = self.places["value"]
        return Statement(self.table, row, place, owner, code, value, found["status"], found["note"])


def _value(name: str, cell: Cell | None, now: DirectFigure | None) -> Any:
    """A blank status is the one that is stated, or actual."""
    if name == "value":
        return values.whole_number(cell, limit=9_000_000_000_000_000, money=True)
    text = values.words(cell)
    if name == "note":
        return text
    if not text:
        return now.status if now else FigureStatus.ACTUAL
    if plain(text) not in _BY_WORD:
        raise Problem("unknown_word", allowed="; ".join(f"“{word}”" for word in STATUSES.values()))
    return _BY_WORD[plain(text)]


def _text(cell: Cell | None) -> str:
    return cell.text if cell else ""


def _cells(figure: DirectFigure | None) -> dict[str, Cell | None]:
    said = cells_of(figure)
    return {
        name: None if cell is None else Cell("n" if isinstance(cell, int) else "s", cell)
        for name, cell in zip(_FIELDS, said, strict=True)
    }
