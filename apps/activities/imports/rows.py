"""Rows of a recognised table → entries (records to be) and statements (figures to be), and every fault of every row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from apps.activities.actions import counted_on
from apps.activities.actions.basics import named_bodies
from apps.activities.defined.sources import slug_of
from apps.activities.defined.values import stored
from apps.activities.enums import Initiator, Kind, MeetingForm, MeetingMode, MeetingPhase, PaperState, ReceptionKind
from apps.activities.imports import batches, values, words
from apps.activities.imports.faults import Fault, Problem
from apps.activities.imports.layouts import NOTED, PARTS, Column, Reads
from apps.activities.imports.owners import OWN, plain
from apps.activities.imports.recognition import Table, is_footer, is_numbering, is_subtotal, is_total, says_estimated
from apps.activities.imports.setting import Setting
from apps.activities.imports.understanding import is_group
from apps.activities.models.petitions import LEAVES
from apps.files.workbooks.book import Cell
from apps.indicators.enums import FigureStatus

_DEFAULTS = {
    "supervision.report_state": str(PaperState.PLANNED),
    "supervision.initiator": str(Initiator.DELEGATION),
    "voter_meeting.form": str(MeetingForm.CONFERENCE),
    "voter_meeting.mode": str(MeetingMode.IN_PERSON),
    "voter_meeting.joint": False,
    "citizen_reception.kind": str(ReceptionKind.PERIODIC),
    "opinions.merged": 0,
    **{f"petitions.{leaf}": 0 for leaf in LEAVES},
}
_EXPECTED = {Reads.OWNER: "Văn phòng …", Reads.DAY: "dd/MM/yyyy", Reads.PHASE: "Trước Kỳ họp thứ …"}


@dataclass
class Entry:
    """A record to be. `fields` are named as in the layout: "title", "supervision.kind"; `day` is when it counts."""

    table: Table
    row: int
    owner: int
    kind: Kind
    fields: dict[str, Any]
    day: date

    @property
    def source(self) -> str:
        """As `Record.source`: what counts it."""
        layout = self.table.layout
        return slug_of(layout.defined) if layout.defined else str(self.kind)


@dataclass
class Statement:
    """A figure to be: a number, or None for “không phát sinh”."""

    table: Table
    row: int
    column: int
    owner: int
    code: str
    value: int | None
    status: str
    note: str = ""


@dataclass
class Reading:
    """What one table gives. `blank` are (owner, code) pairs whose cell says nothing."""

    entries: list[Entry] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    blank: set[tuple[int, str]] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)


def fault(table: Table, row: int, number: int | None, code: str, /, **params: Any) -> Fault:
    if number is None:
        return Fault(code, table.sheet.name, 0 if table.sheet.sideways else row + 1, params=params)
    line, column = table.sheet.place(row, number)
    cell = table.sheet.rows[row].get(number)
    return Fault(
        code, table.sheet.name, line, column, table.headings.get(number, ""), cell.text if cell else "", params
    )


def _about(note: str) -> tuple[str, ...]:
    """How the codes begin of the figures that a note speaks of."""
    folded = plain(note)
    named = [code for words, codes in NOTED for code in codes if any(word in folded for word in words)]
    return tuple(named) or ("",)


class Reader:
    """Reads the data rows of one table, one at a time; a faulty cell never hides the faults of the others."""

    def __init__(self, table: Table, setting: Setting) -> None:
        self.table, self.setting = table, setting
        self.out = Reading()
        # Without a column that it needs, a sheet gives faults only.
        self.whole = all(table.has(column.field) for column in table.required)
        self.sums: dict[int, int] = {}
        self.since: dict[int, int] = {}

    def read(self, tell: Callable[[int], object] = lambda done: None, before: int = 0) -> Reading:
        """`tell` hears how many rows were read by now, with those of the sheets `before` this one."""
        ended = False
        sheet = self.table.sheet
        for number in range(self.table.first_row, len(sheet.rows)):
            if not number % 500:
                tell(before + number)
            row = {column: cell for column, cell in sheet.rows[number].items() if column in self.table.columns}
            if not row:
                ended = ended or number > self.table.first_row
            elif is_numbering(row) and number == self.table.first_row:
                continue
            elif self.table.mapped and not self.table.sheet.sideways and is_group(row):
                self.out.warnings.append(fault(self.table, number, min(row), "group_row"))
            elif is_total(row):
                self.out.warnings += self._total(number, row)
                ended = True
            elif is_subtotal(row):
                self.out.warnings.append(fault(self.table, number, None, "total_unchecked"))
            elif ended and is_footer(self.table, row):
                self.out.warnings.append(fault(self.table, number, min(row), "footer"))
            else:
                self._row(number, row)
        if self.whole and not (self.out.entries or self.out.statements or self.out.faults):
            self.out.warnings.append(Fault("no_rows", sheet.name))
        return self.out

    # Cells -----------------------------------------------------------------------------------------------------------
    def _cell(self, row: int, number: int, column: Column) -> Cell | None:
        cell = self.table.sheet.rows[row].get(number)
        if cell is None and (column.reads is Reads.OWNER or column.field == "starts_on"):
            return self.table.sheet.merged.get((row, number))
        return cell

    def _value(self, column: Column, cell: Cell | None) -> Any:
        setting = self.setting
        match column.reads:
            case Reads.NUMBER | Reads.MONEY | Reads.FIGURE | Reads.SUM:
                return values.whole_number(cell, limit=column.limit, money=column.reads is Reads.MONEY)
            case Reads.DAY:
                return values.day(cell)
        text = values.words(cell, limit=column.limit if column.reads in {Reads.TEXT, Reads.DRAFT} else 500)
        if not text:
            return None if column.reads is not Reads.TEXT else ""
        said = self.table.words.get(column.field, {}).get(plain(text)) if self.table.words else None
        match column.reads:
            case Reads.OWNER | Reads.HOST if said is not None and said.isdigit():
                return setting.owners.known(int(said))
            case Reads.CHOICE if said in words.CHOICES.get(column.words, ()):
                return said
            case Reads.PHASE if said in MeetingPhase.values:
                return words.Phase(str(said), None)
            case Reads.OWNER:
                return setting.owners.find(text, cluster=not self.table.layout.states_figures)
            case Reads.HOST:
                return setting.owners.find(text, cluster=False)
            case Reads.CHOICE:
                return words.one_of(column.choices, text) if column.choices else words.choice(column.words, text)
            case Reads.PHASE:
                return words.phase(text)
            case Reads.YES:
                return words.yes(text)
            case Reads.CONFERENCE:
                return setting.conference(text)
        return text

    def _row(self, row: int, cells: dict[int, Cell]) -> None:
        found: dict[str, Any] = dict(self.table.given)
        places: dict[str, int] = {}
        before = len(self.out.faults)
        for number, column in self.table.columns.items():
            if not column.field:
                continue
            places[column.field] = number
            try:
                value = self._value(column, self._cell(row, number, column))
                if column.filled and value in (None, ""):
                    raise Problem("blank", expected=_EXPECTED.get(column.reads, f"“{column.heading}”"))
                found[column.field] = value
            except Problem as problem:
                self.out.faults.append(fault(self.table, row, number, problem.code, **problem.params))
        for number, column in self.table.columns.items():
            value = found.get(column.field)
            if isinstance(value, int) and column.reads in {Reads.NUMBER, Reads.FIGURE, Reads.MONEY, Reads.SUM}:
                self.sums[number] = self.sums.get(number, 0) + value
                self.since[number] = self.since.get(number, 0) + value
        self._rights(row, places, found)
        if self.table.layout.states_figures and self.whole:
            self._state(row, places, found)
        elif self.whole:
            self._enter(row, places, found, clean=len(self.out.faults) == before)

    def _rights(self, row: int, places: dict[str, int], found: dict[str, Any]) -> None:
        owner = found.get("owner")
        day = found.get("starts_on") or self.setting.period.ends_on
        if owner is None:
            return
        if found.get("conference"):
            day = counted_on(day, found["conference"])
        if self.setting.may_enter(owner, day):
            return
        if self.setting.may_enter(owner, self.setting.period.ends_on):
            year = self.setting.year_of(day)
            self.out.faults.append(fault(self.table, row, places.get("starts_on"), "foreign_year", year=str(year)))
        else:
            code = "foreign_cluster" if owner == OWN else "foreign_office"
            own = self.setting.own_offices()
            self.out.faults.append(fault(self.table, row, places.get("owner"), code, own=own))

    # Rows of lists ---------------------------------------------------------------------------------------------------
    def _enter(self, row: int, places: dict[str, int], found: dict[str, Any], *, clean: bool) -> None:
        kind = self.table.layout.kind
        fields: dict[str, Any] = {
            name: 0 if value is values.Dash.NONE else _DEFAULTS.get(name) if value is None else value
            for name, value in found.items()
            if name not in {"", "owner"}
        }
        fields |= {name: stored(value) for name, value in fields.items() if name.startswith("defined.")}
        clean = self._phase(row, places, fields) and clean
        if named := named_bodies(fields.get("supervision.bodies_named") or ""):
            fields["supervision.bodies"] = named  # as it is stored, so that it is known again
        checks = [*self._check_meeting(row, places, fields), *self._check_order(row, places, fields)]
        if clean:
            checks += [
                fault(self.table, row, places[name], code, **params) for name, code, params in batches.checked(fields)
            ]
        self.out.faults += checks
        if not clean or checks or found.get("owner") is None or kind is None:
            return
        day = counted_on(fields["starts_on"], fields.get("conference"))
        self.out.entries.append(Entry(self.table, row, found["owner"], kind, fields, day))
        self.out.warnings += self._outside(row, places, day)

    def _phase(self, row: int, places: dict[str, int], fields: dict[str, Any]) -> bool:
        """The words for before or after a session become the session and its phase; False where there is none."""
        name = next((name for name in ("voter_meeting.phase", "opinions.phase") if name in fields), None)
        if name is None or not fields.get("starts_on"):
            return True
        phase = fields.pop(name) or words.Phase(MeetingPhase.OTHER, None)
        try:
            fields[name.replace("phase", "session")] = self.setting.session(phase, fields["starts_on"])
        except Problem as problem:
            self.out.faults.append(fault(self.table, row, places.get(name), problem.code, **problem.params))
            return False
        fields[name] = phase.phase
        return True

    def _check_meeting(self, row: int, places: dict[str, int], fields: dict[str, Any]) -> Iterator[Fault]:
        def get(name: str) -> int | None:
            return fields.get(f"voter_meeting.{name}")

        parts = [get(name) for name in ("to_centre", "to_province", "answered_on_spot")]
        opinions, province, answered = get("opinions"), get("to_province"), get("answered_in_writing")
        total = sum(part or 0 for part in parts)
        if opinions is not None and total > opinions:
            number = places["voter_meeting.opinions"]
            yield fault(self.table, row, number, "levels_exceed", sum=total, total=opinions)
        if answered is not None and province is not None and answered > province:
            number = places["voter_meeting.answered_in_writing"]
            yield fault(self.table, row, number, "answered_exceed", total=province)

    def _check_order(self, row: int, places: dict[str, int], fields: dict[str, Any]) -> Iterator[Fault]:
        starts, ends = fields.get("starts_on"), fields.get("ends_on")
        if starts and ends and ends < starts:
            yield fault(self.table, row, places["ends_on"], "ends_before", day=f"{starts:%d/%m/%Y}")
        first, last = (fields.get(f"supervision.examined_{end}") for end in ("from", "to"))
        if first and last and last < first:
            yield fault(self.table, row, places["supervision.examined_to"], "ends_before", day=f"{first:%d/%m/%Y}")
        asked, given = (fields.get(f"supervision.information_{name}_on") for name in ("asked", "answered"))
        if asked and given and given < asked:
            where = places["supervision.information_answered_on"]
            yield fault(self.table, row, where, "ends_before", day=f"{asked:%d/%m/%Y}")
        asked, given = (fields.get(f"voter_meeting.{name}_on") for name in ("requested", "replied"))
        if asked and given and given < asked:
            where = places["voter_meeting.replied_on"]
            yield fault(self.table, row, where, "ends_before", day=f"{asked:%d/%m/%Y}")
        made, answered = (fields.get(f"supervision.{name}") for name in ("recommendations", "recommendations_answered"))
        if made is not None and answered is not None and answered > made:
            yield fault(self.table, row, places["supervision.recommendations_answered"], "more_answered", total=made)

    def _outside(self, row: int, places: dict[str, int], day: date) -> Iterator[Fault]:
        period = self.setting.period
        if period.starts_on <= day <= period.ends_on:
            return
        half = self.setting.half_of(day)
        number = places["starts_on"]
        if half:
            yield fault(self.table, row, number, "outside_period", period=str(period), other=str(half))
        else:
            yield fault(self.table, row, number, "outside_all", period=str(period))

    # Rows of figures -------------------------------------------------------------------------------------------------
    def _state(self, row: int, places: dict[str, int], found: dict[str, Any]) -> None:
        owner = found.get("owner")
        if owner is None:
            return
        note = found.get("note") or ""
        about = _about(note)
        estimated = says_estimated((*self.table.lines, note))
        numbers: dict[str, int] = {}
        for number, column in self.table.columns.items():
            if column.reads is not Reads.FIGURE or column.field not in found:
                continue
            value = found[column.field]
            if value is None:
                self.out.blank.add((owner, column.field))
                continue
            late = estimated == "all" or (estimated == "after" and column.field == "voter_meetings_after")
            status = FigureStatus.ESTIMATED if late else FigureStatus.ACTUAL
            stated = None if value is values.Dash.NONE else value
            numbers[column.field] = stated or 0
            beside = note if column.field.startswith(about) else ""
            self.out.statements.append(Statement(self.table, row, number, owner, column.field, stated, status, beside))
        self.out.warnings += self._parts(row, places, numbers)

    def _parts(self, row: int, places: dict[str, int], numbers: dict[str, int]) -> Iterator[Fault]:
        for total, parts in PARTS:
            known = sum(numbers.get(part, 0) for part in parts)
            if total in numbers and known > numbers[total]:
                yield fault(self.table, row, places[total], "parts_exceed", sum=known, total=numbers[total])
        if "headcount" in numbers and numbers.get("registered", 0) > numbers["headcount"]:
            yield fault(self.table, row, places["registered"], "registered_exceed", total=numbers["headcount"])

    # Total rows ------------------------------------------------------------------------------------------------------
    def _total(self, row: int, cells: dict[int, Cell]) -> Iterator[Fault]:
        """A total is never entered, but it is believed to say something: a difference is a warning.

        Where rows could not be read their sum says nothing.
        """
        if self.out.faults:
            return
        for number, column in self.table.columns.items():
            if column.reads not in {Reads.NUMBER, Reads.MONEY, Reads.FIGURE, Reads.SUM} or number not in cells:
                continue
            try:
                stated = values.whole_number(cells[number], limit=column.limit, money=True)
            except Problem:
                continue
            shown = 0 if not isinstance(stated, int) else stated
            if shown not in {self.sums.get(number, 0), self.since.get(number, 0)}:
                yield fault(self.table, row, number, "total_differs", stated=shown, sum=self.sums.get(number, 0))
        self.since.clear()
