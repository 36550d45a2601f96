"""What an import would do: rows against what is there. Reads only; `actions.py` writes what stands here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import models
from django.db.models import Q

from apps.activities.imports.closed import leave_out_closed
from apps.activities.imports.faults import LIST_OF_ERRORS, Fault
from apps.activities.imports.finding import Found, find
from apps.activities.imports.layouts import FORM
from apps.activities.imports.own import OWN_FIGURES
from apps.activities.imports.owners import OWN
from apps.activities.imports.recognition import Table, heading_faults, period_named
from apps.activities.imports.roundtrip.marks import STATED, mark_of
from apps.activities.imports.roundtrip.reading import Ours, read_ours
from apps.activities.imports.roundtrip.records import Conflict, Update
from apps.activities.imports.rows import Entry, Reader, Statement, fault
from apps.activities.imports.setting import Setting, in_vietnamese
from apps.activities.models import DirectFigure, Record
from apps.core.text import fold, nfc
from apps.files.workbooks.book import Sheet
from apps.indicators.models import Indicator


@dataclass(frozen=True)
class Skip:
    """A row that is already there: as `record`, or as row `like` of the same file."""

    entry: Entry
    record: int = 0
    like: int = 0


@dataclass
class Change:
    """A statement beside what is stated now: new, replaced, same."""

    statement: Statement
    former: DirectFigure | None = None

    @property
    def what(self) -> str:
        if self.former is None:
            return "new"
        said = (self.former.value, self.former.status)
        same = said == (self.statement.value, self.statement.status)
        if same and self.statement.table.layout.slug == STATED:  # where each figure has a note of its own
            same = self.former.note == self.statement.note
        return "same" if same else "replaced"


@dataclass
class Plan:
    setting: Setting
    tables: list[Table] = field(default_factory=list)
    new: list[Entry] = field(default_factory=list)
    skipped: list[Skip] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    withdrawn: list[tuple[Table, DirectFigure]] = field(default_factory=list)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    asked: list[tuple[Sheet, Found]] = field(default_factory=list)
    mapped: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    # Of our own workbook: records to be changed, rows that somebody else was quicker with, rows that nobody changed.
    updates: list[Update] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    untouched: Counter[str] = field(default_factory=Counter)


def _normal(name: str, value: Any) -> Any:
    """The form in which a file's value and a stored one are compared."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, str):
        return fold(value) if name == "law_consultation.draft" else nfc(value)
    return "" if value is None else value


def _stored(record: Record, name: str) -> Any:
    part, dot, rest = name.partition(".")
    if not dot:
        return record.host_id if name == "host" else getattr(record, name)
    if part == "defined":
        return record.defined.values.get(rest)
    value = getattr(getattr(record, part), rest)
    return value.name if name == "law_consultation.draft" else value


class _There:
    """A record that is there, whose values are brought into their normal form once for many rows."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.values: dict[str, Any] = {}

    def value(self, name: str) -> Any:
        if name not in self.values:
            self.values[name] = _normal(name, _stored(self.record, name))
        return self.values[name]

    def differing(self, said: Mapping[str, Any]) -> list[str]:
        """Which of the normal values of a row are others here."""
        return [name for name, value in said.items() if value != self.value(name)]


def make_plan(sheets: Iterable[Sheet], setting: Setting, tell: Callable[[int], object] = lambda done: None) -> Plan:
    """`tell` hears how many rows were read by now, of all sheets."""
    plan = Plan(setting)
    sheets = [sheet for sheet in sheets if sheet.name != LIST_OF_ERRORS]
    mark = mark_of(sheets)
    if mark is not None:
        plan = _plan_ours(plan, read_ours(sheets, mark, setting))
        leave_out_closed(plan)
        return plan
    expected = "; ".join(f"“{layout.title}”" for layout in setting.layouts)
    seen = passed = 0
    readings = []
    for sheet in sheets:
        if sheet.is_empty or sheet.hidden:
            plan.warnings.append(Fault("empty_sheet" if sheet.is_empty else "hidden_sheet", sheet.name))
            continue
        found = find(sheet, setting)
        table = found.table
        plan.faults += found.faults
        plan.warnings += found.warnings
        if found.understanding is not None and table is not None:
            plan.mapped[sheet.name] = found.data
        if found.why or found.understanding is not None:
            plan.asked.append((sheet, found))
        if table is None:
            if not found.faults:
                plan.warnings.append(Fault("unknown_sheet", sheet.name, params={"expected": expected}))
        else:
            seen += 1
            plan.tables.append(table)
            _headings(plan, table)
            readings.append(Reader(table, setting).read(tell, before=passed))
        passed += len(sheet.rows)
    if not seen and not plan.faults:
        plan.faults.append(Fault("nothing_known", params={"expected": expected}))
    for reading in readings:
        plan.faults += reading.faults
        plan.warnings += reading.warnings
    _compare_entries(plan, [entry for reading in readings for entry in reading.entries])
    blank = {pair: table for table, reading in zip(plan.tables, readings, strict=True) for pair in reading.blank}
    _compare_statements(plan, [statement for reading in readings for statement in reading.statements], blank)
    leave_out_closed(plan)
    return plan


def _plan_ours(plan: Plan, ours: Ours) -> Plan:
    plan.tables, plan.untouched, plan.conflicts = ours.tables, ours.untouched, ours.conflicts
    plan.faults += ours.faults
    plan.warnings += ours.warnings
    for update in ours.updates:
        # A number typed as text, or another spelling of an office, says the same.
        fields = {
            name: value for name, value in update.fields.items()
            if _normal(name, value) != _normal(name, _stored(update.record, name))
        }  # fmt: skip
        if fields:
            plan.updates.append(replace(update, fields=fields))
        else:
            plan.untouched[update.entry.table.sheet.name] += 1
    _compare_entries(plan, ours.entries)
    _compare_statements(plan, ours.statements, {})
    return plan


def _headings(plan: Plan, table: Table) -> None:
    for problem in heading_faults(table):
        (plan.faults if problem.code.startswith("missing_column") else plan.warnings).append(problem)
    named = period_named(table.lines)
    if named and named[0] != plan.setting.period.code:
        params = {"found": named[1], "period": in_vietnamese(plan.setting.period)}
        if table.layout.slug in {FORM.slug, OWN_FIGURES}:
            plan.faults.append(Fault("wrong_period", table.sheet.name, params=params))
        else:
            plan.warnings.append(Fault("other_period", table.sheet.name, params=params))


# Records -------------------------------------------------------------------------------------------------------------
def _compare_entries(plan: Plan, entries: list[Entry]) -> None:
    """A row is skipped where all columns but the running number equal a record's, or those of a row before it."""
    there = _records_there(plan.setting, entries)
    first: dict[tuple[Any, ...], Entry] = {}
    for entry in entries:
        said = {name: _normal(name, value) for name, value in sorted(entry.fields.items())}
        candidates = there.get((entry.owner, entry.source, entry.fields["starts_on"]), ())
        compared = [(each.record, each.differing(said)) for each in candidates]
        signature = (entry.owner, entry.source, *said.items())
        equal = next((record for record, differing in compared if not differing), None)
        if equal:
            plan.skipped.append(Skip(entry, record=equal.pk))
        elif signature in first:
            plan.skipped.append(Skip(entry, like=first[signature].row + 1))
        else:
            first[signature] = entry
            plan.new.append(entry)
            plan.warnings += _near(entry, compared)


def _near(entry: Entry, compared: list[tuple[Record, list[str]]]) -> Iterator[Fault]:
    """A record that was probably entered before and corrected since: the row would count a second time."""
    for record, differing in compared:
        if len(differing) <= 2 and len(entry.fields) >= 2 * len(differing) + 2:
            headings = {column.field: entry.table.headings[number] for number, column in entry.table.columns.items()}
            columns = ", ".join(f"“{headings[name]}”" for name in differing if name in headings)
            if columns:
                yield fault(entry.table, entry.row, None, "nearly_there", record=record.pk, columns=columns)
                return


def _records_there(setting: Setting, entries: list[Entry]) -> defaultdict[tuple[int, str, Any], list[_There]]:
    found: defaultdict[tuple[int, str, Any], list[_There]] = defaultdict(list)
    if not entries:
        return found
    owner = Q(office__in=[entry.owner for entry in entries if entry.owner != OWN])
    if any(entry.owner == OWN for entry in entries):
        owner |= Q(cluster=setting.cluster)
    days = [entry.fields["starts_on"] for entry in entries]
    rows = Record.objects.alive().filter(
        owner, kind__in={entry.kind for entry in entries}, starts_on__range=(min(days), max(days))
    )
    for record in rows.with_details():
        found[record.office_id or OWN, record.source, record.starts_on].append(_There(record))
    return found


# Direct figures ------------------------------------------------------------------------------------------------------
def _compare_statements(plan: Plan, statements: list[Statement], blank: dict[tuple[int, str], Table]) -> None:
    """What is stated now gives way to the file; a newer form withdraws what an older one stated and it leaves blank."""
    setting = plan.setting
    offices = {statement.owner for statement in statements} | {owner for owner, _ in blank}
    indicators = Indicator.objects.for_cluster(setting.cluster, setting.period.year)
    plan.indicators = {indicator.code: indicator for indicator in indicators}
    there: defaultdict[tuple[int, str], list[DirectFigure]] = defaultdict(list)
    if offices:
        period = setting.period
        former = DirectFigure.objects.alive().filter(
            office__in=offices, starts_on__lte=period.ends_on, ends_on__gte=period.starts_on
        )
        for figure in former.select_related("indicator", "imported_by"):
            there[figure.office_id or OWN, figure.indicator.code].append(figure)
    said: dict[tuple[int, str], Statement] = {}
    for statement in statements:
        key = (statement.owner, statement.code)
        if key in said:
            plan.faults += _twice(statement, said[key])
            continue
        said[key] = statement
        plan.faults += _overlaps(setting, statement, there[key])
        plan.changes.append(Change(statement, next(iter(there[key]), None)))
    for key, table in blank.items():
        if key not in said:
            plan.withdrawn += [(table, figure) for figure in there[key] if _came_by(figure, table.layout.slug)]


def _twice(statement: Statement, other: Statement) -> Iterator[Fault]:
    if statement.value != other.value:
        yield fault(statement.table, statement.row, statement.column, "stated_twice", other=other.row + 1)


def _overlaps(setting: Setting, statement: Statement, figures: list[DirectFigure]) -> Iterator[Fault]:
    for figure in figures:
        if (figure.starts_on, figure.ends_on) != (setting.period.starts_on, setting.period.ends_on):
            span = f"{figure.starts_on:%d/%m/%Y}–{figure.ends_on:%d/%m/%Y}"
            yield fault(statement.table, statement.row, statement.column, "overlap", span=span)


def _came_by(figure: DirectFigure, layout: str) -> bool:
    """Whether an import of this layout stated it: what was typed by hand, or came otherwise, stays."""
    origin = figure.imported_by
    return origin is not None and any(sheet.get("layout") == layout for sheet in origin.outcome.get("sheets", ()))
