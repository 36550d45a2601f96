"""Registrations from a workbook: every row read, every fault named, what is right kept. Pure: sheets in, wishes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from apps.core.text import fold
from apps.files.workbooks.book import Sheet, letter
from apps.pledges.registered import Line, digest_of

CODE, NAME, POSITION, HONOURS, INITIATIVE = (
    "Mã",
    "Họ và tên",
    "Chức vụ",
    "Danh hiệu, hình thức đăng ký",
    "Sáng kiến dự kiến",
)
HEADINGS = (CODE, NAME, POSITION, HONOURS, INITIATIVE)
REFUSED = "Không phê duyệt"  # stands in our workbook to be read; what an import says of it changes nothing
LONGEST = 300  # of an initiative


@dataclass(frozen=True)
class Fault:
    """Row as Excel numbers it, the letter of the column, what stands there, and what was expected."""

    row: int
    column: str
    value: str
    expected: str


@dataclass(frozen=True)
class Entry:
    """One row that is right. `before`: what the person registers now; `seen`: its digest."""

    row: int
    person: int
    name: str
    honours: tuple[str, ...]
    initiative: str
    before: tuple[str, ...]
    seen: str


@dataclass
class Read:
    """`entries` in the order of the rows; `skipped` are those that say what is registered already; `blank` counts rows
    that leave somebody unregistered who is."""

    entries: list[Entry] = field(default_factory=list)
    skipped: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    blank: int = 0


def _headings(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """The row of the headings, and where each stands. Name and titles must be there."""
    wanted = {fold(heading): heading for heading in HEADINGS}
    for number in range(min(len(sheet.rows), 20)):
        found = {wanted[fold(text)]: column for column, text in sheet.texts(number) if fold(text) in wanted}
        if NAME in found and HONOURS in found:
            return number, found
    return None


def read(sheets: Iterable[Sheet], people: Iterable[Line], names: Mapping[str, Iterable[str]]) -> Read:
    """`people`: those counted; `names`: by code of an honour, what it may be called (name, short name, code)."""
    by_pk = {line.person: line for line in people}
    by_name: dict[str, list[Line]] = {}
    for line in by_pk.values():
        by_name.setdefault(fold(line.name), []).append(line)
    honours = {fold(each): code for code, called in names.items() for each in called}
    answer = Read()
    for sheet in sheets:
        place = _headings(sheet)
        if place is None:
            continue
        first, columns = place
        seen: dict[int, int] = {}
        for number in range(first + 1, len(sheet.rows)):
            texts = dict.fromkeys(HEADINGS, "")
            texts |= {
                heading: sheet.rows[number][column].text.strip()
                for heading, column in columns.items() if column in sheet.rows[number]
            }  # fmt: skip
            if texts[NAME] or texts[HONOURS]:
                _row(answer, number + 1, texts, columns, by_pk, by_name, honours, seen)
        return answer
    missing = _("a row of headings with “%(name)s” and “%(honours)s”") % {"name": NAME, "honours": HONOURS}
    answer.faults.append(Fault(1, "A", "", missing))
    return answer


def _row(
    answer: Read, row: int, texts: Mapping[str, str], columns: Mapping[str, int], by_pk: Mapping[int, Line],
    by_name: Mapping[str, list[Line]], honours: Mapping[str, str], seen: dict[int, int],
) -> None:  # fmt: skip
    def fault(heading: str, expected: str) -> None:
        answer.faults.append(Fault(row, letter(columns.get(heading, columns[NAME])), texts[heading], expected))

    line = _who(texts, by_pk, by_name)
    if line is None:
        if texts[CODE].isdecimal():
            fault(CODE, _("the code of a person counted in this office on the cut-off day"))
            return
        same = len(by_name.get(fold(texts[NAME]), ()))
        fault(NAME, _("the code of one of the %(count)s people of this name") % {"count": same} if same > 1
              else _("a person counted in this office on the cut-off day"))  # fmt: skip
        return
    if texts[NAME] and fold(texts[NAME]) != fold(line.name):
        fault(NAME, _("“%(name)s”, whose code stands in this row") % {"name": line.name})
        return
    if line.person in seen:
        fault(NAME, _("each person once; row %(row)s has this one already") % {"row": seen[line.person]})
        return
    seen[line.person] = row
    if not texts[HONOURS] and not texts[INITIATIVE] and not line.aims:
        answer.blank += 1
        return
    wanted = [part.strip(" “”\"'.") for part in texts[HONOURS].replace("\n", ";").split(";")]
    wanted = [part for part in wanted if part]
    unknown = [part for part in wanted if fold(part) not in honours]
    if unknown or not wanted:
        fault(HONOURS, _("titles or forms of the year, for example “LĐTT”, with “;” between several"))
        return
    if len(texts[INITIATIVE]) > LONGEST:
        fault(INITIATIVE, _("at most %(count)s characters") % {"count": LONGEST})
        return
    codes = tuple(dict.fromkeys(honours[fold(part)] for part in wanted))
    before = tuple(aim.honour for aim in line.aims)
    planned = next((aim.initiative for aim in line.aims if aim.initiative), "")
    entry = Entry(row, line.person, line.name, codes, texts[INITIATIVE], before, digest_of(line.aims))
    same = set(codes) == set(before) and texts[INITIATIVE] == planned
    (answer.skipped if same else answer.entries).append(entry)


def _who(texts: Mapping[str, str], by_pk: Mapping[int, Line], by_name: Mapping[str, list[Line]]) -> Line | None:
    """By the code of our own workbook, else by a name that only one has."""
    if texts[CODE].isdecimal():
        return by_pk.get(int(texts[CODE]))
    found = by_name.get(fold(texts[NAME]), [])
    return found[0] if len(found) == 1 else None
