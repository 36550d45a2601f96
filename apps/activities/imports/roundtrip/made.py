"""Our workbook: a how-to, a sheet for each kind of record, one of stated figures, and the hidden mark."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import xlsxwriter

from apps.activities.imports.layouts import Column as Field
from apps.activities.imports.layouts import Layout, Reads
from apps.activities.imports.owners import OWN
from apps.activities.imports.roundtrip import guide, marks, sheets, statements
from apps.activities.imports.roundtrip.exported import (
    OUTSIDE_SESSIONS,
    columns_out,
    keys_of,
    owner_name,
    session_name,
    value_of,
)
from apps.activities.imports.roundtrip.gathered import Line, lines, lists, records
from apps.activities.imports.roundtrip.marks import MAKE, SHEET, Mark
from apps.activities.imports.roundtrip.sheets import Column, Formats, Lists, Row, Table, write_table
from apps.activities.imports.roundtrip.statements import COLUMNS, HEADING, STATUSES, TITLE, cells_of
from apps.activities.imports.setting import Setting, in_vietnamese
from apps.activities.imports.words import CHOICES

OWNERS, OFFICES, PHASES, CONFERENCES, YES, STATUS = "owners", "offices", "phases", "conferences", "yes", "status"
_SHAPES = {
    Reads.NUMBER: sheets.NUMBER, Reads.MONEY: sheets.MONEY, Reads.DAY: sheets.DAY, Reads.CHOICE: sheets.WORD,
    Reads.PHASE: sheets.WORD, Reads.OWNER: sheets.WORD, Reads.HOST: sheets.WORD, Reads.YES: sheets.WORD,
}  # fmt: skip
_LISTS = {Reads.OWNER: OWNERS, Reads.HOST: OFFICES, Reads.PHASE: PHASES, Reads.CONFERENCE: CONFERENCES, Reads.YES: YES}
_STRICT = frozenset({Reads.OWNER, Reads.HOST, Reads.CHOICE, Reads.YES})
_NOT_SUMMED = frozenset({"social_work.unit_value"})
_HINT = "Sửa ngay trong ô; dòng mới ghi ở dưới cùng. Xóa trắng ô là xóa nội dung ô đó; dòng bị bỏ không xóa bản ghi."


def make(setting: Setting, owners: list[int], *, at: datetime) -> bytes:
    """The workbook of these owners, in the order given, as it stands now. A constant number of queries."""
    whole = len(owners) > 1
    mark = Mark(
        make=MAKE, cluster=setting.cluster.code, period=setting.period.code,
        office=marks.ALL if whole else _code(setting, owners[0]), made_at=at.isoformat(timespec="seconds"),
        made_by=setting.by.full_name,
    )  # fmt: skip
    whose = "tất cả các văn phòng và hoạt động chung" if whole else setting.owners.name(owners[0])
    note = f"{setting.cluster.short_name} · {in_vietnamese(setting.period)} · {whose}"
    tables: list[Table] = []
    for layout in lists(setting):
        name = sheets.sheet_name(layout.title, [statements.TITLE, guide.NAME, *(table.name for table in tables)])
        tables.append(_list(setting, layout, owners, note, name))
    tables.append(_stated(setting, lines(setting, owners), note))
    out = io.BytesIO()
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False,
    }  # fmt: skip
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": note, "created": at.replace(tzinfo=None)})
        formats = Formats(book)
        guide.write_guide(book, formats, note, at, tables)
        hidden = book.add_worksheet(SHEET)
        found = _hide(hidden, mark, setting, owners)
        for table in tables:
            write_table(book, formats, found, table)
        hidden.very_hidden()
    return out.getvalue()


def _code(setting: Setting, owner: int) -> str:
    return "own" if owner == OWN else setting.offices[owner].code


def _hide(page: Any, mark: Mark, setting: Setting, owners: list[int]) -> Lists:
    """The mark in the first two columns, the words of the lists in those beside them."""
    for row, (name, value) in enumerate(mark.lines):
        page.write_string(row, 0, name)
        page.write_string(row, 1, value)
    found = Lists(page, 3)
    found.add(OWNERS, (owner_name(setting, owner) for owner in owners))
    found.add(OFFICES, (owner_name(setting, owner) for owner in setting.offices))
    names = session_names(setting)
    found.add(PHASES, [
        *(f"{when} {name}" for name in names for when in ("Trước", "Sau")), OUTSIDE_SESSIONS,
    ])  # fmt: skip
    found.add(CONFERENCES, (conference.title for conference in setting.conferences.values()))
    found.add(YES, ["Có", "Không"])
    found.add(STATUS, STATUSES.values())
    choices = {
        _list_name(field): _words(field)
        for layout in lists(setting)
        for field in layout.columns
        if field.reads is Reads.CHOICE
    }
    for name, words in choices.items():
        found.add(name, words)
    return found


def session_names(setting: Setting) -> list[str]:
    """Of the term in force when the period ends, as the files write them: the regular sessions first."""
    day = setting.period.ends_on
    terms = {term.pk for term in setting.terms if term.starts_on <= day <= term.ends_on}
    found = [session for (term, _kind, _number), session in setting.sessions.items() if term in terms]
    return [session_name(each) for each in sorted(found, key=lambda each: (each.is_extraordinary, each.number))]


def _words(field: Field) -> list[str]:
    """What a choice may be: words of ours, or those that the cluster gave a field of its own."""
    return list(field.choices) or [spellings[0] for spellings in CHOICES[field.words].values()]


def _list_name(field: Field) -> str:
    return "choice:" + (field.words or "|".join(field.choices))


def _column(field: Field) -> Column:
    shape = _SHAPES.get(field.reads, sheets.TEXT)
    width = {"title": 44, "note": 30, "owner": 18, "place": 26}.get(field.field, 22 if field.rare else 0)
    if field.reads is Reads.CHOICE:
        width = min(40, max(map(len, _words(field))) + 3)
    elif shape in {sheets.NUMBER, sheets.MONEY, sheets.DAY}:
        width = 0
    return Column(
        heading=field.heading, shape=shape, width=width,
        choices=_list_name(field) if field.reads is Reads.CHOICE else _LISTS.get(field.reads, ""),
        strict=field.reads in _STRICT,
        summed=shape in {sheets.NUMBER, sheets.MONEY} and field.field not in _NOT_SUMMED,
    )  # fmt: skip


def _list(setting: Setting, layout: Layout, owners: list[int], note: str, name: str) -> Table:
    fields = columns_out(layout)
    rows = []
    for record in records(setting, layout, owners):
        base = marks.base_of(keys_of(record, layout, setting))
        values = [value_of(record, field, setting) for field in fields]
        rows.append(Row(values, [record.pk, record.version, base]))
    return Table(
        name=name, title=layout.title, note=note, hint=_HINT,
        columns=[_column(field) for field in fields],
        hidden=sheets.hidden_headings(marks.id_heading(layout)), rows=rows,
    )  # fmt: skip


def _stated(setting: Setting, found: list[Line], note: str) -> Table:
    rows = []
    for line in found:
        said = cells_of(line.figure)
        base = marks.base_of(marks.key("n" if isinstance(cell, int) else "s", cell) for cell in said)
        owner, indicator = owner_name(setting, line.owner), line.indicator
        seen = line.figure.pk if line.figure else 0
        hidden: list[str | int] = [f"{_code(setting, line.owner)}:{indicator.code}", seen, base]
        rows.append(Row([owner, indicator.name, indicator.unit, line.counted, *said], hidden))
    columns = [
        Column(COLUMNS[0], sheets.WORD, locked=True, width=18), Column(COLUMNS[1], sheets.TEXT, locked=True, width=46),
        Column(COLUMNS[2], sheets.WORD, locked=True, width=12),
        Column(COLUMNS[3], sheets.NUMBER, locked=True, width=13),
        Column(COLUMNS[4], sheets.NUMBER, width=14), Column(COLUMNS[5], sheets.WORD, choices=STATUS, width=17),
        Column(COLUMNS[6], sheets.TEXT, width=40),
    ]  # fmt: skip
    return Table(
        name=TITLE, title=TITLE, note=note,
        hint="Chỉ ghi chỉ tiêu không có bản ghi. “-” là không phát sinh; ô trống là giữ nguyên như đang có.",
        columns=columns, hidden=sheets.hidden_headings(HEADING), rows=rows, blank_rows=0,
    )  # fmt: skip
