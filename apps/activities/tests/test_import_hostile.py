"""Files that are not what they say: refused before they are opened, with the reason, and nothing kept."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import openpyxl
import pytest
from django.core.exceptions import ValidationError

from apps.activities.tests.workbooks import LISTS, saved, spoilt
from apps.files.workbooks.book import Cell, read_book

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def code_of(content: bytes) -> str:
    with pytest.raises(ValidationError) as caught:
        read_book(content)
    return str(caught.value.code)


def repacked(change: dict[str, bytes]) -> bytes:
    """The lists as a package in which some parts are other bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(LISTS) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change.get(name, source.read(name)))
        for name in change.keys() - set(source.namelist()):
            target.writestr(name, change[name])
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"Kinh gui", b"PK\x03\x04" + b"x" * 200, b"%PDF-1.7", COMPOUND + b"\0" * 600, b"<html><table></table></html>"],
    ids=["text", "torn package", "pdf", "torn compound", "html"],
)
def test_what_is_no_workbook(content: bytes) -> None:
    assert code_of(content) == "not_a_workbook"


def test_a_package_that_is_no_workbook() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("thư.txt", "Kính gửi")
    assert code_of(out.getvalue()) == "not_a_workbook"


def test_an_empty_file() -> None:
    assert code_of(b"") == "empty"


def test_a_file_of_50_megabytes() -> None:
    assert code_of(b"PK" + bytes(50 * 1024 * 1024)) == "too_large"


def test_a_bomb_that_says_how_large_it_is() -> None:
    assert code_of(repacked({"xl/media/image1.bin": bytes(30 * 1024 * 1024)})) == "too_large_unpacked"


def test_a_bomb_that_lies_about_its_size() -> None:
    """The central directory says ten bytes; the stream unpacks to thirty megabytes."""
    content = repacked({"xl/media/image1.bin": bytes(30 * 1024 * 1024)})
    size = struct.pack("<I", 30 * 1024 * 1024)
    assert content.count(size) >= 2
    assert code_of(content.replace(size, struct.pack("<I", 10))) == "too_large_unpacked"


def test_a_bomb_of_many_small_parts(settings) -> None:
    settings.WORKBOOK_MAX_UNPACKED_BYTES = 1024 * 1024
    parts = {f"xl/media/{number}.bin": zlib.compress(bytes(range(256)) * 40, 0) for number in range(120)}
    assert code_of(repacked(parts)) == "too_large_unpacked"


def test_more_parts_than_a_workbook_has() -> None:
    assert code_of(repacked({f"xl/media/{number}": b"" for number in range(2100)})) == "too_large_unpacked"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_entities_are_not_expanded(encoding: str) -> None:
    laughs = (
        '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
    )
    assert code_of(repacked({"xl/worksheets/sheet1.xml": laughs.encode(encoding)})) == "entities"


def test_a_file_outside_is_not_read() -> None:
    outside = (
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst '
        b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&x;</t></si></sst>'
    )
    assert code_of(repacked({"xl/sharedStrings.xml": outside})) == "entities"


def test_two_cells_at_the_ends_of_the_world() -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Xa")
    sheet["A1"] = sheet["XFD1048576"] = 1
    assert code_of(saved(book)) == "too_wide"


def test_a_workbook_with_a_password() -> None:
    name = "EncryptedPackage".encode("utf-16-le")
    assert code_of(COMPOUND + b"\0" * 504 + name + b"\0" * 600) == "encrypted"


def test_a_package_with_a_password() -> None:
    content = bytearray(repacked({}))
    start = 0
    while (start := content.find(b"PK\x01\x02", start)) >= 0:
        content[start + 8] |= 1  # general purpose bit 0 of the central directory
        start += 4
    assert code_of(bytes(content)) == "encrypted"


def test_a_formula_gives_its_stored_value_or_is_named() -> None:
    def formulas(book) -> None:
        book.active["F5"] = "=2+4"

    sheet = read_book(spoilt(LISTS, formulas))[0]
    assert sheet.rows[4][5] == Cell("f", "")
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(LISTS) as package:
        xml = package.read(part).decode()
    before = '<c r="F5"'
    at = xml.index(before)
    cell = xml[at : xml.index("</c>", at)]
    stored = repacked({part: xml.replace(cell, cell.replace("<v>", "<f>2+4</f><v>")).encode()})
    assert read_book(stored)[0].rows[4][5] == Cell("n", 6)


def test_the_reader_s_process_ends_with_the_clock(monkeypatch) -> None:
    monkeypatch.setattr("apps.files.workbooks.book._SECONDS", 0.001)
    assert code_of(LISTS.read_bytes()) == "too_heavy"
