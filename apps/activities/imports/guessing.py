"""What a foreign sheet probably says: guesses that a person looks at before anything is read by them. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from apps.activities.imports import values
from apps.activities.imports.faults import Problem
from apps.activities.imports.layouts import Column, Layout, Reads
from apps.activities.imports.owners import Owners, plain
from apps.activities.imports.recognition import heading_key
from apps.activities.imports.understanding import (
    MONTH,
    YEAR,
    Place,
    Understanding,
    columns_of,
    heading_text,
    headings_of,
    joined_headings,
    keyed,
    span,
)
from apps.activities.imports.words import CHOICES
from apps.files.workbooks.book import Cell, Sheet

ENOUGH = 0.5
_SHORT = (
    (r"\btxct\b", "tiep xuc cu tri"), (r"\btw\b", "trung uong"), (r"\bdp\b", "dia phuong"),
    (r"\bkntc\b", "khieu nai to cao"), (r"\btcd\b", "tiep cong dan"), (r"\bgs\b", "giam sat"),
    (r"\bks\b", "khao sat"), (r"\bqh\b", "quoc hoi"), (r"\bkh\b", "ky hop"),
    (r"\bsl\b", "so luong"), (r"\bct\b", "cu tri"), (r"\bcbcc\b", "can bo cong chuc"), (r"\bnld\b", "nguoi lao dong"),
)  # fmt: skip
_EMPTY = {"so", "cuoc", "cac", "tong", "cua", "va", "duoc", "da", "tai", "theo", "ve", "o", "i", "ii", "iii"}
_OTHER_WORDS = {  # too loose to recognise a layout by, and good enough to propose
    "place": ("Nơi tiếp xúc", "Nơi giám sát", "Nơi tiếp", "Nơi làm việc", "Địa bàn", "Xã, phường"),
    "owner": ("Đoàn", "Tên đoàn", "Tỉnh, thành phố", "Tỉnh", "Đơn vị thực hiện"),
    "voter_meeting.voters": ("Cử tri dự", "Số người dự", "Cử tri tham gia"),
    "voter_meeting.phase": ("Đợt", "Đợt tiếp xúc"),
    "social_work.gifts": ("Số lượng quà", "Số suất"),
    "reception_visits": ("Lượt tiếp công dân",),
}
_CORNERS = (
    "chi tieu", "noi dung", "ten chi tieu", "noi dung chi tieu", "cac chi tieu", "hoat dong", "tieu chi",
    "noi dung cong viec", "chi tieu bao cao", "noi dung hoat dong",
)  # fmt: skip
_NO_VALUES = ("don vi tinh", "dvt", "ghi chu", "stt", "tt", "ke hoach", "cung ky", "so sanh", "ty le", "nam truoc")


@lru_cache(maxsize=20_000)
def _tokens(text: str) -> frozenset[str]:
    words = plain(text)
    for short, full in _SHORT:
        words = re.sub(short, full, words)
    found = {word for word in words.split() if not word.isdigit()}
    return frozenset(found - _EMPTY) or frozenset(found)


@lru_cache(maxsize=50_000)
def similarity(one: str, other: str) -> float:
    """0 … 1: how many words two headings share, short forms written out."""
    if heading_key(one) == heading_key(other):
        return 1.0
    a, b = _tokens(one), _tokens(other)
    return 0.98 * 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _likeness(heading: str, column: Column) -> float:
    last = heading.rpartition(" / ")[2]
    spellings = (*column.headings, *_OTHER_WORDS.get(column.field, ()))
    whole = max(similarity(heading.replace(" / ", " "), spelling.replace(" / ", " ")) for spelling in spellings)
    alone = max(similarity(last, spelling) for spelling in spellings) if last != heading else 0.0
    return max(whole, 0.95 * alone)


def guess_fields(
    headings: Mapping[int, str], layout: Layout, *, cells: Mapping[int, Sequence[Cell]], owners: Owners
) -> dict[int, str]:
    """A field for each column, "" where none comes near; each field once, the likeliest pairs first."""
    scored: list[tuple[float, int, int, str]] = []
    for number, heading in headings.items():
        for order, (name, column) in enumerate(columns_of(layout).items()):
            score = _likeness(heading, column) + _content(column, cells.get(number, ()), owners)
            if score >= ENOUGH:
                scored.append((score, -number, -order, name))
        words = plain(heading.rpartition(" / ")[2])
        if not layout.states_figures and words in {"thang", "nam"}:
            scored.append((1.5, -number, 0, MONTH if words == "thang" else YEAR))
    found: dict[int, str] = dict.fromkeys(headings, "")
    taken: set[str] = set()
    for _score, number, _order, name in sorted(scored, reverse=True):
        if not found[-number] and name not in taken:
            found[-number] = name
            taken.add(name)
    return found


def _content(column: Column, cells: Sequence[Cell], owners: Owners) -> float:
    """What the cells add to the heading, or take from it."""
    if not cells:
        return 0.0
    met = sum(_fits(column, cell, owners) for cell in cells) / len(cells)
    if column.reads in {Reads.DAY, Reads.OWNER, Reads.CHOICE, Reads.PHASE}:
        return 0.55 * met if met > 0.5 else -0.15
    if column.reads in {Reads.NUMBER, Reads.MONEY, Reads.FIGURE}:
        return 0.0 if met > 0.5 else -0.6
    return 0.0


def _fits(column: Column, cell: Cell, owners: Owners) -> bool:
    try:
        match column.reads:
            case Reads.DAY:
                return cell.kind == "d" or span(heading_text(cell.text), 2000) is not None
            case Reads.OWNER:
                return cell.kind == "s" and owners.find(cell.text) is not None
            case Reads.CHOICE:
                return cell.kind == "s" and bool(near_words(column.words, cell.text))
            case Reads.PHASE:
                return plain(cell.text).startswith(("truoc", "sau"))
            case Reads.NUMBER | Reads.MONEY | Reads.FIGURE:
                values.whole_number(cell, money=True)
    except Problem:
        return False
    return True


def near_words(name: str, text: str) -> str:
    """Which of our words for a choice a foreign one probably means, "" if none comes near."""
    said = _tokens(text)

    def near(spelling: str) -> float:
        ours = _tokens(spelling)
        return max(similarity(text, spelling), 0.8 * len(said & ours) / len(ours) if len(ours) > 1 else 0.0)

    scores = [(max(map(near, spellings)), value) for value, spellings in CHOICES[name].items()]
    best = max(scores, default=(0.0, ""))
    return str(best[1]) if best[0] >= ENOUGH else ""


# Where the headings are, and of what -------------------------------------------------------------------------------
def _text_columns(sheet: Sheet, row: int) -> int:
    return sum(cell.kind == "s" and len(cell.text) <= 120 for cell in sheet.rows[row].values())


def column_cells(sheet: Sheet, first: int, number: int, most: int = 12) -> list[Cell]:
    found = [row[number] for row in sheet.rows[first:] if number in row]
    return found[:most]


def _weight(headings: Mapping[int, str], layout: Layout) -> float:
    columns = columns_of(layout).values()
    best = [max((_likeness(heading, column) for column in columns), default=0.0) for heading in headings.values()]
    return sum(score for score in best if score >= 0.6)


def guess(sheet: Sheet, layouts: Sequence[Layout], owners: Owners) -> tuple[Understanding, Place]:
    """The likeliest reading of a sheet."""
    best: tuple[float, Layout, Place, int] = (0.0, layouts[-1], Place(_first_row(sheet)), 1)
    for row in range(min(len(sheet.rows), 25)):
        if _text_columns(sheet, row) < 2:
            continue
        for tiers in (1, 2):
            headings = joined_headings(sheet, row, tiers)
            numbers = sum(cell.kind == "n" for cell in sheet.rows[row].values())
            for layout in layouts:
                weight = _weight(headings, layout) - numbers - 0.1 * tiers
                if weight > best[0]:
                    best = (weight, layout, Place(row), tiers)
    form = next(layout for layout in layouts if layout.states_figures)
    side = _side(sheet, form)
    if side is not None and side[0] > best[0]:
        return side_understanding(sheet, side[1], form, owners), side[1]
    _weight_of_it, layout, place, tiers = best
    return flat_understanding(sheet, place, tiers, layout, owners), place


def _first_row(sheet: Sheet) -> int:
    return next((row for row in range(len(sheet.rows)) if _text_columns(sheet, row) >= 2), 0)


def _side(sheet: Sheet, form: Layout) -> tuple[float, Place] | None:
    found = []
    for row in range(min(len(sheet.rows), 25)):
        for column, text in sheet.texts(row):
            if heading_key(text) in _CORNERS and len(sheet.rows) <= 600:
                place = Place(row, column)
                headings = headings_of(sheet, Understanding("form", {}, sideways=True), place)
                found.append((_weight(headings, form) + 0.5, place))
    return max(found, key=lambda line: line[0], default=None)


def flat_understanding(sheet: Sheet, place: Place, tiers: int, layout: Layout, owners: Owners) -> Understanding:
    headings = joined_headings(sheet, place.row, tiers)
    cells = {number: column_cells(sheet, place.row + tiers, number) for number in headings}
    fields = guess_fields(headings, layout, cells=cells, owners=owners)
    columns = {key: fields[number] for number, key in keyed(headings).items()}
    return Understanding(layout.slug, columns, tiers=tiers)


def side_understanding(sheet: Sheet, place: Place, layout: Layout, owners: Owners) -> Understanding:
    """The values stand below those headings of the same row that name offices, or below the one that says results."""
    plan = Understanding(layout.slug, {}, sideways=True)
    headings = headings_of(sheet, plan, place)
    takes = guess_takes(sheet, place, owners)
    names = {column: heading_key(text) for column, text in sheet.texts(place.row)}
    beside = next((column for column, key in names.items() if key in takes), place.column + 1)
    cells = {row: [sheet.rows[row][beside]] if beside in sheet.rows[row] else [] for row in headings}
    fields = guess_fields(headings, layout, cells=cells, owners=owners)
    columns = {key: fields[number] for number, key in keyed(headings).items()}
    corner = heading_key(sheet.rows[place.row][place.column].text) if place.column in sheet.rows[place.row] else ""
    return Understanding(layout.slug, columns, sideways=True, corner=corner, takes=tuple(takes))


def guess_takes(sheet: Sheet, place: Place, owners: Owners) -> list[str]:
    offices, numeric = [], []
    for column, text in sorted(sheet.texts(place.row)):
        key = heading_key(text)
        cells = [cell for cell in column_cells(sheet, place.row + 1, column, 40) if cell.text.strip()]
        if column <= place.column or not cells or any(word in key for word in _NO_VALUES):
            continue
        try:
            owners.find(text, cluster=False)
            offices.append(key)
        except Problem:
            if sum(_fits(Column("", Reads.NUMBER, ("",)), cell, owners) for cell in cells) > len(cells) / 2:
                numeric.append(key)
    return offices or numeric[:1]
