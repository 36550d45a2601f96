"""Reads an untrusted workbook in a process of its own: bytes on the standard input, lines of JSON on the output.

Run as a file (`book.py` does), so that nothing of the product is loaded: a hostile file can at worst end this process,
whose memory and time are limited. Its arguments are the limit of unpacked bytes and the most rows to read (more are
only counted). Each sheet begins with a line {"name", "hidden", "merged": [[row, column, row, column], …]}; lines of
rows [[[column, type, value], …], …] follow, all counted from 0. The last line is {"end": true}, or {"large": rows}
where there are too many for now, or {"refused": code, "params": {…}}.
Types: "n" number, "s" text, "d" date (ISO), "b" true or false, "t" other time, "e" error (its name),
"f" formula without a stored value.
"""

import contextlib
import io
import json
import re
import resource
import sys
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any
from xml.etree import ElementTree
from xml.parsers import expat

MEMORY = 1536 * 1024 * 1024
SECONDS = 90
MAX_ENTRIES = 2000
MAX_RATIO = 300  # of one part above a megabyte; what offices make stays below 60
ROW_TAGS = re.compile(rb"<(?:row|table:table-row)[ >]")
MAX_AREA = 3_000_000  # cells between the first and the last one of a sheet, because they are laid out densely
MAX_CELLS = 1_000_000
CHUNK = 200  # rows in a line
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DECLARATIONS = [
    text.encode(encoding) for text in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be")
]


class Refused(Exception):  # noqa: N818
    """The file is not read at all; `code` names why."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def letters_to_column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


# The package: never trusted to say how large it is -------------------------------------------------------------------
def unpacked(content: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The parts of an entry as they really are, whatever its header declares."""
    start = entry.header_offset
    names = int.from_bytes(content[start + 26 : start + 28], "little")
    extra = int.from_bytes(content[start + 28 : start + 30], "little")
    packed = content[start + 30 + names + extra :][: entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        yield packed
        return
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise Refused("not_a_workbook")
    engine = zlib.decompressobj(-15)
    rest = packed
    while rest and not engine.eof:
        yield engine.decompress(rest, 1 << 20)
        rest = engine.unconsumed_tail
    yield engine.flush()


class LargeError(Exception):
    """There are more rows than were asked for: read behind the request."""

    def __init__(self, rows: int) -> None:
        super().__init__(rows)
        self.rows = rows


def check_package(content: bytes, limit: int, most: int) -> zipfile.ZipFile:
    """Refuses what unpacks to more than `limit` bytes, by its own account or in truth, and what declares entities.

    Counts the rows on the way: more than `most` are not read now.
    """
    package = zipfile.ZipFile(io.BytesIO(content))
    entries = package.infolist()
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > limit:
        raise Refused("too_large_unpacked", limit=limit)
    total = rows = 0
    for entry in entries:
        if entry.flag_bits & 1:
            raise Refused("encrypted")
        size, tail = 0, b""
        for part in unpacked(content, entry):
            size += len(part)
            if total + size > limit or (size > 1 << 20 and size > entry.compress_size * MAX_RATIO):
                raise Refused("too_large_unpacked", limit=limit)
            window = tail + part
            if any(word in window for word in DECLARATIONS):
                raise Refused("entities")
            if entry.filename == "META-INF/manifest.xml" and b"encryption-data" in window:
                raise Refused("encrypted")
            rows += len(ROW_TAGS.findall(part))
            tail = window[-32:]
        total += size
    if rows > most:
        raise LargeError(rows)
    return package


# What the fast reader does not tell: errors and formulas without a value ---------------------------------------------
class Marks:
    """Cells of one sheet that hold an error or a formula without a stored value, and the sheet's last cell."""

    def __init__(self) -> None:
        self.found: dict[tuple[int, int], tuple[str, str]] = {}
        self.rows = self.columns = 0

    def reach(self, row: int, column: int) -> None:
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)
        if self.rows * self.columns > MAX_AREA:
            raise Refused("too_wide", limit=MAX_AREA)


def parse(xml: bytes, start: Any, end: Any, text: Any) -> None:
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: start(
        name.rpartition(":")[2], {key.rpartition(":")[2]: value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.CharacterDataHandler = text
    parser.buffer_text = True
    parser.Parse(xml, True)


_PLAIN_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="[0-9]+")?(?: t="([a-zA-Z]+)")?(?:/>|>(.*?)</c>)', re.DOTALL
)
_STORED = re.compile(rb"<v>([^<]+)</v>")


def quick_marks(xml: bytes) -> Marks | None:
    """The same without a parser, ten times as fast, where every cell is written as the usual programs write it."""
    marks = Marks()
    count = 0
    columns: dict[bytes, int] = {}
    for match in _PLAIN_CELL.finditer(xml):
        count += 1
        letters, digits, kind, inside = match.groups()
        column = columns.get(letters)
        if column is None:
            column = columns[letters] = letters_to_column(letters.decode())
        row = int(digits) - 1
        if row >= marks.rows or column >= marks.columns:
            marks.reach(row, column)
        if kind == b"e" and inside:
            stored = _STORED.search(inside)
            marks.found[row, column] = ("e", stored[1].decode(errors="replace") if stored else "")
        elif inside and b"<f" in inside and kind != b"str" and not _STORED.search(inside):
            marks.found[row, column] = ("f", "")
    return marks if count == xml.count(b"<c ") + xml.count(b"<c>") and b":c " not in xml else None


def marks_of_xlsx_sheet(xml: bytes) -> Marks:
    if (quick := quick_marks(xml)) is not None:
        return quick
    marks = Marks()
    cell: dict[str, Any] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            cell.update(at=attributes.get("r", ""), type=attributes.get("t", ""), formula=False, text="", inside=False)
            at = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", cell["at"])
            cell["place"] = (int(at[2]) - 1, letters_to_column(at[1])) if at else None
            if cell["place"]:
                marks.reach(*cell["place"])
        elif name == "f" and cell:
            cell["formula"] = True
        elif name == "v" and cell:
            cell["inside"] = True

    def end(name: str) -> None:
        if name == "v" and cell:
            cell["inside"] = False
        elif name == "c" and cell.get("place"):
            if cell["type"] == "e":
                marks.found[cell["place"]] = ("e", cell["text"])
            elif cell["formula"] and not cell["text"] and cell["type"] != "str":
                marks.found[cell["place"]] = ("f", "")

    def text(words: str) -> None:
        if cell.get("inside"):
            cell["text"] += words

    parse(xml, start, end, text)
    return marks


def marks_of_xlsx(package: zipfile.ZipFile) -> dict[str, Marks]:
    found = {}
    relations = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for element in ElementTree.fromstring(package.read("xl/workbook.xml")).iter():
        if not element.tag.endswith("}sheet"):
            continue
        link = next((value for key, value in element.attrib.items() if key.endswith("}id")), None)
        target = targets.get(link, "")
        path = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
        if "worksheets" in path:
            found[element.get("name", "")] = marks_of_xlsx_sheet(package.read(path))
    return found


def marks_of_ods(package: zipfile.ZipFile) -> dict[str, Marks]:
    found: dict[str, Marks] = {}
    at = {"row": 0, "rows": 1, "column": 0}
    names: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "table":
            names.append(attributes.get("name", ""))
            found[names[-1]] = Marks()
            at.update(row=0)
        elif name == "table-row" and names:
            at.update(rows=int(attributes.get("number-rows-repeated", "1")), column=0)
        elif name in {"table-cell", "covered-table-cell"} and names:
            marks = found[names[-1]]
            place = (at["row"], at["column"])
            repeated = int(attributes.get("number-columns-repeated", "1"))
            at["column"] = place[1] + repeated
            if "value-type" in attributes:
                marks.reach(place[0] + at["rows"] - 1, place[1] + repeated - 1)
            # value-type stands twice, as office: and as calcext:, where the second one says "error"
            if attributes.get("value-type") == "error":
                marks.found[place] = ("e", "")
            elif "formula" in attributes and "value-type" not in attributes:
                marks.found[place] = ("f", "")

    def end(name: str) -> None:
        if name == "table" and names:
            names.pop()
        elif name == "table-row":
            at["row"] = at["row"] + at["rows"]

    parse(package.read("content.xml"), start, end, lambda words: None)
    return found


# Cells ---------------------------------------------------------------------------------------------------------------
def cell_of(value: Any) -> tuple[str, Any] | None:
    match value:
        case "" | None:
            return None
        case bool():
            return "b", value
        case int():
            return "n", value
        case float():
            return "n", int(value) if value.is_integer() and abs(value) < 1e15 else value
        case str():
            return "s", value
        case datetime():
            return "d", value.date().isoformat()
        case date():
            return "d", value.isoformat()
        case _:
            return "t", str(value)


def write(line: Any) -> None:
    sys.stdout.write(json.dumps(line, separators=(",", ":")) + "\n")


def write_sheet(sheet: Any, hidden: bool, marks: Marks | None, count: int) -> int:
    """Writes one sheet and returns how many cells there are by now."""
    write({"name": sheet.name, "hidden": hidden, "merged": [[*a, *b] for a, b in sheet.merged_cell_ranges or ()]})
    by_row: dict[int, dict[int, tuple[str, str]]] = {}
    for (row, column), mark in (marks.found if marks else {}).items():
        by_row.setdefault(row, {})[column] = mark
    left = sheet.start[1] if sheet.start else 0
    rows: list[list[list[Any]]] = []
    number = -1
    for number, values in enumerate(sheet.iter_rows() if sheet.start else ()):
        rows.append(row_of(values, left, by_row.pop(number, None)))
        count += len(rows[-1])
        if count > MAX_CELLS:
            raise Refused("too_many_cells", limit=MAX_CELLS)
        if len(rows) == CHUNK:
            write(rows)
            rows = []
    for further in range(number + 1, max(by_row, default=-1) + 1):
        rows.append(row_of((), 0, by_row.get(further)))
    if rows:
        write(rows)
    return count


def row_of(values: Any, left: int, marks: dict[int, tuple[str, str]] | None) -> list[list[Any]]:
    if marks is None:
        return [[column, *cell] for column, value in enumerate(values, left) if (cell := cell_of(value))]
    cells = {column: cell for column, value in enumerate(values, left) if (cell := cell_of(value))} | marks
    return [[column, *cell] for column, cell in sorted(cells.items())]


def read(content: bytes, limit: int, most: int) -> None:
    import python_calamine

    marks: dict[str, Marks] = {}
    if content.startswith(b"PK"):
        try:
            package = check_package(content, limit, most)
            if "xl/workbook.xml" in package.namelist():
                marks = marks_of_xlsx(package)
            elif "content.xml" in package.namelist():
                marks = marks_of_ods(package)
        except (
            zipfile.BadZipFile,
            zlib.error,
            KeyError,
            ValueError,
            ElementTree.ParseError,
            expat.ExpatError,
        ) as error:
            raise Refused("not_a_workbook") from error
    elif not content.startswith(COMPOUND):
        raise Refused("not_a_workbook")
    elif "EncryptedPackage".encode("utf-16-le") in content:
        raise Refused("encrypted")
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        metas = [meta for meta in book.sheets_metadata if meta.typ == python_calamine.SheetTypeEnum.WorkSheet]
        if not metas:
            raise Refused("no_sheet")
        count = height = 0
        for meta in metas:
            hidden = meta.visible != python_calamine.SheetVisibleEnum.Visible
            sheet = book.get_sheet_by_name(meta.name)
            height += sheet.height
            if height > most:  # an .xls does not tell before it is opened
                raise LargeError(height)
            count = write_sheet(sheet, hidden, marks.pop(meta.name, None), count)
    except python_calamine.PasswordError as error:
        raise Refused("encrypted") from error
    except python_calamine.CalamineError as error:
        raise Refused("encrypted" if "password" in str(error).lower() else "not_a_workbook") from error


def main() -> None:
    with contextlib.suppress(ValueError, OSError):  # where the system does not allow limits, the parent's clock remains
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        read(sys.stdin.buffer.read(), int(sys.argv[1]), int(sys.argv[2]))
        write({"end": True})
    except LargeError as large:
        write({"large": large.rows})
    except Refused as refused:
        write({"refused": refused.code, "params": refused.params})
    except MemoryError:
        write({"refused": "too_heavy", "params": {}})


if __name__ == "__main__":
    main()
