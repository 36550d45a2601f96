"""How somebody's own layout is read: which rows are headings, which field each column is, what the file leaves unsaid.

Pure. An understanding turns a sheet into a `Table`, as the recognition of our own layouts does.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from apps.activities.imports.faults import Problem
from apps.activities.imports.layouts import Column, Layout, Reads
from apps.activities.imports.owners import OWN, Owners
from apps.activities.imports.recognition import Table, heading_key
from apps.activities.imports.words import Phase
from apps.core.text import fold
from apps.files.workbooks.book import VIRTUAL, Cell, Sheet

MONTH, YEAR = "@month", "@year"  # fields that only make up a day
PARTS_OF_A_DAY = (MONTH, YEAR)
BY_TITLE, BY_GROUP = "@title", "@group"  # where the office stands, if in no column
_SEARCHED_ROWS = 40
_LONGEST_SIDEWAYS = 600  # rows; longer tables are no forms with indicators below each other
_NUMBERING = re.compile(r"(?:[0-9.]{1,6}|[ivxlcdm]{1,5}|[a-z])\.?|[-+*•]", re.IGNORECASE)
_BULLET = re.compile(r"^(?:trong đó\s*:?\s*)?(?:[-+*•–]\s*)?", re.IGNORECASE)
_D = r"([0-9]{1,2})"
_DAY = rf"(?:ngay )?{_D}(?:\s*[/.\-]\s*{_D}| thang {_D})?(?:\s*[/.\-]\s*([0-9]{{4}})| nam ([0-9]{{4}}))?"
_SPAN = re.compile(rf"(?:tu )?{_DAY}\s*(?:den|toi|-)\s*(?:het )?{_DAY}")
_ONE = re.compile(_DAY)


@dataclass(frozen=True)
class Understanding:
    """`columns`: heading key → field, "" to leave out. `given`: field → what holds for all rows. `words`: field →
    {word, folded: value}. Lying on its side (`sideways`), the indicators stand below `corner` and the values below
    the headings `takes`."""

    layout: str
    columns: dict[str, str]
    tiers: int = 1
    sideways: bool = False
    given: dict[str, str] = field(default_factory=dict)
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    corner: str = ""
    takes: tuple[str, ...] = ()

    @property
    def signature(self) -> str:
        return signature(self.columns)

    def data(self) -> dict[str, Any]:
        return {
            "layout": self.layout, "columns": self.columns, "tiers": self.tiers, "sideways": self.sideways,
            "given": self.given, "words": self.words, "corner": self.corner, "takes": list(self.takes),
        }  # fmt: skip

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Understanding:
        """Whatever was stored, as far as it can be understood."""
        columns = data.get("columns")
        return cls(
            layout=str(data.get("layout", "")), columns=columns if isinstance(columns, dict) else {},
            tiers=min(max(int(data.get("tiers", 1)), 1), 3), sideways=bool(data.get("sideways")),
            given=dict(data.get("given") or {}), words=dict(data.get("words") or {}),
            corner=str(data.get("corner", "")), takes=tuple(data.get("takes") or ()),
        )  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where headings stand: of a table their first row; lying on its side the row and the column of the corner."""

    row: int
    column: int = 0


# Headings ------------------------------------------------------------------------------------------------------------
def signature(keys: Iterable[str]) -> str:
    """The same whatever the order of the columns."""
    return hashlib.sha256("\n".join(sorted(keys)).encode()).hexdigest()


def joined_headings(sheet: Sheet, row: int, tiers: int) -> dict[int, str]:
    """The printed headings by column; an upper one stands over those to its right until the next."""
    found: dict[int, str] = {}
    for tier in range(row, row + tiers):
        here = {column: " ".join(text.split()) for column, text in sheet.texts(tier)}
        carried: dict[int, str] = {}
        last = ""
        for column in range(max([*found, *here], default=-1) + 1):
            last = found.get(column, last)
            if column in here:
                carried[column] = f"{last} / {here[column]}" if last and last != here[column] else here[column]
            elif column in found:
                carried[column] = found[column]
        found = carried
    return found


def side_headings(sheet: Sheet, place: Place) -> dict[int, str]:
    """The names of the indicators by row (the columns of the sheet once turned); those with a bullet under theirs."""
    found: dict[int, str] = {}
    above = ""
    for number in range(place.row + 1, len(sheet.rows)):
        cell = sheet.rows[number].get(place.column)
        if cell is None or cell.kind != "s" or not any(column > place.column for column in sheet.rows[number]):
            continue
        text = " ".join(cell.text.split())
        bare = _BULLET.sub("", text)
        if bare != text and above:
            found[number] = f"{above} / {bare}"
        else:
            above = found[number] = text
    return found


def keyed(headings: Mapping[int, str]) -> dict[int, str]:
    """A key for each; of the same heading the second is "… #2"."""
    found: dict[int, str] = {}
    seen: dict[str, int] = {}
    for number, heading in sorted(headings.items()):
        key = heading_key(heading)
        seen[key] = seen.get(key, 0) + 1
        found[number] = key if seen[key] == 1 else f"{key} #{seen[key]}"
    return found


def headings_of(sheet: Sheet, understanding: Understanding, place: Place) -> dict[int, str]:
    if understanding.sideways:
        return side_headings(sheet, place)
    return joined_headings(sheet, place.row, understanding.tiers)


def places_of(sheet: Sheet, understanding: Understanding) -> Iterable[Place]:
    """Where the headings could be."""
    if not understanding.sideways:
        yield from (Place(row) for row in range(min(len(sheet.rows), _SEARCHED_ROWS)) if sheet.rows[row])
    elif len(sheet.rows) <= _LONGEST_SIDEWAYS:
        for row in range(min(len(sheet.rows), _SEARCHED_ROWS)):
            for column, text in sheet.texts(row):
                if heading_key(text) == understanding.corner:
                    yield Place(row, column)


def place_in(sheet: Sheet, understanding: Understanding, *, share: float = 1.0) -> Place | None:
    """Where at least that share of the known headings, and of the sheet's, stand; with 1.0 all headings are known."""
    best: tuple[float, Place] | None = None
    known = set(understanding.columns)
    for place in places_of(sheet, understanding):
        keys = set(keyed(headings_of(sheet, understanding, place)).values())
        common = len(keys & known)
        if common < 2:
            continue
        met = common / max(len(keys), 1) if share == 1.0 else common / max(len(keys), len(known))
        if met >= share and common >= 0.6 * len(known) and (best is None or common > best[0]):
            best = (common, place)
    return best[1] if best else None


# A table of it -------------------------------------------------------------------------------------------------------
def columns_of(layout: Layout) -> dict[str, Column]:
    return {column.field: column for column in layout.columns if column.field}


def table_of(
    sheet: Sheet, understanding: Understanding, place: Place, layout: Layout, owners: Owners, year: int
) -> Table:
    """What stands under fields that the layout does not have is left out."""
    headings = headings_of(sheet, understanding, place)
    keys = keyed(headings)
    known = columns_of(layout)
    fields = {number: understanding.columns.get(key, "") for number, key in keys.items()}
    lines = tuple(text for above in range(place.row) for _, text in sheet.texts(above))
    first = place.row + understanding.tiers
    if understanding.sideways:
        sheet, first = _taken(sheet, understanding, place), 0
        if not understanding.given.get("owner"):  # the headings of the values name the offices
            headings, fields = {**headings, place.row: ""}, {**fields, place.row: "owner"}
    sheet = _prepared(sheet, fields, first, year, owners if understanding.given.get("owner") == BY_GROUP else None)
    columns = {number: known[name] for number, name in fields.items() if name in known}
    if any(VIRTUAL in row for row in sheet.rows[first:]):
        columns[VIRTUAL] = known["owner"]
    days = {number for number, name in fields.items() if name == "starts_on"}
    for number in days:
        if any(number + VIRTUAL in row for row in sheet.rows[first:]):
            columns[number + VIRTUAL] = Column("ends_on", Reads.DAY, (headings[number],))
            headings[number + VIRTUAL] = headings[number]
    return Table(
        sheet, layout, headings, columns, first, lines, mapped=True,
        given=_given(understanding, known, owners, lines), words=understanding.words,
    )  # fmt: skip


def _taken(sheet: Sheet, understanding: Understanding, place: Place) -> Sheet:
    """The sheet on its side, with the chosen columns of values as rows and the others blank."""
    takes = set(understanding.takes)
    names = {column: heading_key(text) for column, text in sheet.texts(place.row)}
    turned = sheet.turned()
    rows = [
        row if column > place.column and names.get(column, "") in takes else {}
        for column, row in enumerate(turned.rows)
    ]
    return replace(turned, rows=rows)


def _given(
    understanding: Understanding, known: Mapping[str, Column], owners: Owners, lines: Sequence[str]
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in understanding.given.items():
        column = known.get(name)
        if column is None or not value:
            continue
        if column.reads is Reads.OWNER:
            owner = named_in(lines, owners) if value == BY_TITLE else _owner(value, owners)
            if owner is not None:
                found[name] = owner
        elif column.reads is Reads.PHASE:
            found[name] = Phase(value, None)
        elif column.reads is Reads.CHOICE:
            found[name] = value
    return found


def _owner(value: str, owners: Owners) -> int | None:
    return next((owner.key for owner in owners.owners if str(owner.key) == value), None)


def named_in(lines: Sequence[str], owners: Owners) -> int | None:
    """The one office that the title rows name, if they name one."""
    found = set()
    for line in lines:
        try:
            found.add(owners.find(line, cluster=False))
        except Problem:
            continue
    return found.pop() if len(found) == 1 else None


# Rows that say a day in pieces, or the office once for many ----------------------------------------------------------
def is_group(row: Mapping[int, Cell]) -> bool:
    """A row with one text and at most a number beside it: the heading of a group of rows."""
    texts = [cell for cell in row.values() if not _NUMBERING.fullmatch(cell.text.strip())]
    return len(texts) == 1 and texts[0].kind == "s" and len(row) <= 2


def _prepared(sheet: Sheet, fields: Mapping[int, str], first: int, year: int, groups: Owners | None) -> Sheet:
    at = {name: number for number, name in fields.items() if name}
    day, month, years = at.get("starts_on"), at.get(MONTH), at.get(YEAR)
    if day is None and groups is None:
        return sheet
    rows = list(sheet.rows)
    office: Cell | None = None
    for number in range(first, len(rows)):
        row = rows[number]
        if groups is not None and is_group(row):
            text = next(cell for cell in row.values() if not _NUMBERING.fullmatch(cell.text.strip()))
            try:
                groups.find(text.text)
            except Problem:
                continue
            office, rows[number] = text, {}
            continue
        made: dict[int, Cell] = {}
        if day is not None and (cell := row.get(day)) is not None:
            made = _days(day, cell, row.get(month) if month else None, row.get(years) if years else None, year)
        if office is not None and row:
            made[VIRTUAL] = office
        if made:
            rows[number] = row | made
    return replace(sheet, rows=rows)


def _days(number: int, cell: Cell, month: Cell | None, years: Cell | None, year: int) -> dict[int, Cell]:
    """The first day, and in a column of its own the last one; what is no day stays, and is refused where it is read."""
    if cell.kind == "d":
        return {}
    text = heading_text(cell.text)
    if month is not None:
        text = f"{text}/{heading_text(month.text)}"
    if years is not None:
        text = f"{text}/{heading_text(years.text)}"
    if (both := span(text, year)) is None:
        return {number: Cell("s", text)} if month is not None else {}
    first, last = both
    return {number: Cell("s", first)} | ({number + VIRTUAL: Cell("s", last)} if last else {})


def heading_text(text: str) -> str:
    """Folded, with the dash of every kind, and without the words that only adorn."""
    return re.sub(r"[–—−‐‑]", "-", fold(text)).removeprefix("thang ").strip(" .,;")


def span(text: str, year: int) -> tuple[str, str] | None:
    """ "tu ngay 12/3 den ngay 15/3/2019" → ("12/3/2019", "15/3/2019"); one day has no last one. None: no day at all."""
    if one := _ONE.fullmatch(text):
        d, m1, m2, y1, y2 = one.groups()
        return (f"{d}/{m1 or m2}/{y1 or y2 or year}", "") if m1 or m2 else None
    if both := _SPAN.fullmatch(text):
        d, m1, m2, y1, y2, e, n1, n2, z1, z2 = both.groups()
        month, last_year = n1 or n2, z1 or z2 or year
        if month:
            first = f"{d}/{m1 or m2 or month}/{y1 or y2 or last_year}"
            return first, f"{e}/{month}/{last_year}"
    return None


def owner_is_given(understanding: Understanding) -> bool:
    """Whether the file is silent about its office, so that somebody said it."""
    said = understanding.given.get("owner", "")
    return said not in {"", BY_TITLE, BY_GROUP} and said != str(OWN)
