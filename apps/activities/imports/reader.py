"""Reads an untrusted workbook in a process of its own: bytes on the standard input, JSON on the standard output.

Run as a file (`book.py` does), so that nothing of the product is loaded: a hostile file can at worst end this process,
whose memory and time are limited. Writes {"sheets": [{"name", "hidden", "rows": [[[column, type, value], …], …],
"merged": [[row, column, row, column], …]}]}, all counted from 0, or {"refused": code, "params": {…}}.
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
SECONDS = 30
MAX_ENTRIES = 2000
MAX_RATIO = 300  # of one part above a megabyte; what offices make stays below 60
MAX_AREA = 3_000_000  # cells between the first and the last one of a sheet, because they are laid out densely
MAX_CELLS = 400_000
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


def check_package(content: bytes, limit: int) -> zipfile.ZipFile:
    """Refuses what unpacks to more than `limit` bytes, by its own account or in truth, and what declares entities."""
    package = zipfile.ZipFile(io.BytesIO(content))
    entries = package.infolist()
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > limit:
        raise Refused("too_large_unpacked", limit=limit)
    total = 0
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
            tail = window[-32:]
        total += size
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


def marks_of_xlsx_sheet(xml: bytes) -> Marks:
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


def sheet_of(sheet: Any, hidden: bool, marks: Marks | None) -> tuple[dict[str, Any], int]:
    rows: list[list[list[Any]]] = []
    count = 0
    found = marks.found if marks else {}
    by_row: dict[int, dict[int, tuple[str, str]]] = {}
    for (row, column), mark in found.items():
        by_row.setdefault(row, {})[column] = mark
    values = sheet.to_python(skip_empty_area=False)
    for number in range(max(len(values), max(by_row, default=-1) + 1)):
        cells = {
            column: cell
            for column, value in enumerate(values[number] if number < len(values) else ())
            if (cell := cell_of(value))
        } | by_row.get(number, {})
        rows.append([[column, *cell] for column, cell in sorted(cells.items())])
        count += len(cells)
        if count > MAX_CELLS:
            raise Refused("too_many_cells", limit=MAX_CELLS)
    merged = [[*start, *end] for start, end in sheet.merged_cell_ranges or ()]
    return {"name": sheet.name, "hidden": hidden, "rows": rows, "merged": merged}, count


def read(content: bytes, limit: int) -> list[dict[str, Any]]:
    import python_calamine

    marks: dict[str, Marks] = {}
    if content.startswith(b"PK"):
        try:
            package = check_package(content, limit)
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
        sheets = []
        for meta in book.sheets_metadata:
            if meta.typ == python_calamine.SheetTypeEnum.WorkSheet:
                hidden = meta.visible != python_calamine.SheetVisibleEnum.Visible
                sheet, _count = sheet_of(book.get_sheet_by_name(meta.name), hidden, marks.get(meta.name))
                sheets.append(sheet)
    except python_calamine.PasswordError as error:
        raise Refused("encrypted") from error
    except python_calamine.CalamineError as error:
        raise Refused("encrypted" if "password" in str(error).lower() else "not_a_workbook") from error
    if not sheets:
        raise Refused("no_sheet")
    return sheets


def main() -> None:
    with contextlib.suppress(ValueError, OSError):  # where the system does not allow limits, the parent's clock remains
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        answer: dict[str, Any] = {"sheets": read(sys.stdin.buffer.read(), int(sys.argv[1]))}
    except Refused as refused:
        answer = {"refused": refused.code, "params": refused.params}
    except MemoryError:
        answer = {"refused": "too_heavy", "params": {}}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
