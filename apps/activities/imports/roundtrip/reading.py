"""Our workbook comes in again: create, update, skip or conflict for each row, and every fault of every row at once.

Nothing is deleted by leaving a row out. What is not written is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Q

from apps.activities.columns import title_of
from apps.activities.imports.faults import Fault
from apps.activities.imports.owners import OWN
from apps.activities.imports.recognition import Table, find_table
from apps.activities.imports.roundtrip import guide, statements
from apps.activities.imports.roundtrip.gathered import lists
from apps.activities.imports.roundtrip.marks import ALL, MAKE, Mark, heading_row
from apps.activities.imports.roundtrip.records import (
    Conflict,
    Line,
    OurReader,
    Rows,
    Update,
    is_known,
    moved,
    names_of,
    shown,
    table_of,
)
from apps.activities.imports.rows import Entry, Statement, fault
from apps.activities.imports.setting import Setting, in_vietnamese
from apps.activities.models import Record
from apps.files.workbooks.book import Sheet

OWN_CODE = "own"


@dataclass
class Ours:
    """What our workbook would do. `untouched` counts the rows of each sheet that nobody changed."""

    tables: list[Table] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    untouched: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)


def read_ours(sheets: list[Sheet], mark: Mark, setting: Setting) -> Ours:
    out = Ours()
    refused = next(_refused(mark, setting), None)
    if refused:
        out.faults.append(refused)
        return out
    known = {layout.slug: layout for layout in lists(setting)}
    only = _owner(mark.office, setting) if mark.office != ALL else None
    found: list[Rows] = []
    for sheet in sheets:
        at = heading_row(sheet)
        if at is None:
            # A sheet of ours whose hidden columns are gone would be entered a second time.
            if not sheet.hidden and sheet.name != guide.NAME and find_table(sheet, setting.layouts):
                out.faults.append(Fault("no_ids", sheet.name))
            continue
        row, heading = at
        if heading == statements.HEADING:
            statements.read(sheet, row, setting, out)
            continue
        layout = known.get(heading.split(":")[1])
        if layout is None or not is_known(heading, layout):
            out.faults.append(Fault("other_columns", sheet.name))
            continue
        found.append(Rows(table_of(sheet, row, layout)))
    records = _records({pk for rows in found for pk in rows.ids}, setting)
    for rows in found:
        _sheet(rows, records, setting, only, out)
    return out


def _refused(mark: Mark, setting: Setting) -> Iterator[Fault]:
    """Of another make, cluster, period or office: nothing of it is looked at."""
    if mark.make != MAKE:
        yield Fault("other_make")
    if mark.cluster != setting.cluster.code:
        yield Fault("other_cluster", params={"cluster": setting.cluster.short_name})
    if mark.period != setting.period.code:
        period = next((each for each in setting.periods if each.code == mark.period), None)
        found = in_vietnamese(period) if period else mark.period
        yield Fault("other_book_period", params={"found": found, "period": in_vietnamese(setting.period)})
    if mark.office == ALL:
        if not setting.may_enter(OWN, setting.period.ends_on):
            yield Fault("all_offices", params={"own": setting.own_offices()})
        return
    owner = _owner(mark.office, setting)
    if owner is None or not setting.may_enter(owner, setting.period.ends_on):
        yield Fault("other_office", params={"own": setting.own_offices()})


def _owner(code: str, setting: Setting) -> int | None:
    if code == OWN_CODE:
        return OWN
    return next((key for key, office in setting.offices.items() if office.code == code), None)


def _records(ids: Iterable[int], setting: Setting) -> dict[int, Record]:
    """Those that the user may change, deleted ones too: of anything else nobody learns whether it is there."""
    owner = Q(office__in=list(setting.offices)) | Q(cluster=setting.cluster)
    rows = Record.objects.filter(owner, pk__in=ids).with_details()
    return {
        record.pk: record for record in rows if setting.may_enter(record.office_id or OWN, record.counted_on)
    }  # fmt: skip


def _sheet(rows: Rows, records: dict[int, Record], setting: Setting, only: int | None, out: Ours) -> None:
    table = rows.table
    out.tables.append(table)
    changed: dict[int, Line] = {}
    wanted = {row for row in rows.filled if rows.id(row) is None}
    for row in rows.emptied:
        out.warnings.append(fault(table, row, None, "emptied_row"))
    for line in rows.lines(records, setting):
        if isinstance(line, Fault):
            out.faults.append(line)
        elif line.record.deleted_at is not None:
            # Nobody is stopped by what another deleted, unless he changed it too.
            where, code = (out.faults, "deleted_record") if line.own else (out.warnings, "deleted_untouched")
            where.append(fault(table, line.row, None, code))
        elif not line.differing or (line.overtaken and not line.own):
            out.untouched[table.sheet.name] += 1
        else:
            changed[line.row] = line
    reading = OurReader(table, setting, wanted | set(changed), only).read()
    out.faults += reading.faults
    out.warnings += reading.warnings
    for entry in reading.entries:
        if entry.row in changed:
            _compare(table, changed[entry.row], entry, setting, out)
        else:
            out.entries.append(entry)


def _compare(table: Table, line: Line, entry: Entry, setting: Setting, out: Ours) -> None:
    wrong = moved(table, line, entry)
    if wrong:
        out.faults.append(wrong)
        return
    columns = line.own if line.overtaken else line.differing
    pairs = shown(table, line, setting, columns)
    if line.overtaken:
        key = f"r{line.record.pk}"
        conflict = Conflict(table, line.row, key, title_of(line.record), pairs, taken=key in setting.taken)
        out.conflicts.append(conflict)
        if not conflict.taken:
            return
    names = [name for column in columns for name in names_of(column, entry.fields)]
    out.updates.append(Update(entry, line.record, {name: entry.fields[name] for name in names}, pairs))
