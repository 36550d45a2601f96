"""A file is what its content says. What could run, hide or burst is refused with a word of what it is."""

import io
import zipfile

import pytest

from apps.files import formats
from apps.files.names import LONGEST, clean_name, fitting_name
from apps.files.recognition import NotAcceptedError, recognise
from apps.files.tests.samples import GIF, HEIC, JPEG, OLE, PDF, PNG, WEBP, archive, docx, odf, ole, ooxml


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (PDF, formats.PDF),
        (PNG, formats.PNG),
        (JPEG, formats.JPEG),
        (GIF, formats.GIF),
        (WEBP, formats.WEBP),
        (HEIC, formats.HEIC),
        (docx(), formats.DOCX),
        (ooxml("xl", "spreadsheetml.sheet"), formats.XLSX),
        (ooxml("ppt", "presentationml.presentation"), formats.PPTX),
        (ole("Root Entry", "WordDocument"), formats.DOC),
        (ole("Root Entry", "Workbook"), formats.XLS),
        (ole("Root Entry", "Book"), formats.XLS),
        (ole("PowerPoint Document"), formats.PPT),
        (odf("text"), formats.ODT),
        (odf("spreadsheet"), formats.ODS),
        ("Biên bản\r\ntiếp xúc cử tri".encode(), formats.TXT),
        ("Unicode của Notepad".encode("utf-16"), formats.TXT),
    ],
)
def test_each_format_is_known_by_its_content(content: bytes, expected: formats.Format):
    extension = "txt" if expected is formats.TXT else "sai"
    assert recognise(io.BytesIO(content), extension) is expected


@pytest.mark.parametrize(
    ("content", "extension", "what"),
    [
        (b"", "pdf", "0 byte"),
        (b"MZ\x90\x00", "pdf", "chương trình"),
        (b"\x7fELF\x02", "png", "chương trình"),
        (b"#!/bin/sh\nrm -rf ~", "txt", "chương trình"),
        (b"<!DOCTYPE html><p>", "txt", "trang web"),
        (b'<?xml version="1.0"?><svg onload="x()">', "png", "trang web"),
        (b"GIF8 <script>alert(1)</script>", "txt", "trang web"),
        (b"<html>%PDF-1.4", "pdf", "trang web"),
        (b"del *.*", "bat", ".txt"),
        (b"{\\rtf1 abc}", "txt", "không rõ"),
        (b"\x01\x02\x03\x04", "txt", "không rõ"),
        (OLE, "doc", "không rõ"),
        (ole("WordDocument", "_VBA_PROJECT"), "doc", "macro"),
        (ole("EncryptedPackage"), "docx", "mật khẩu"),
        (docx(**{"word/vbaProject.bin": b"x"}), "docx", "macro"),
        (archive({"[Content_Types].xml": b"application/vnd.ms-word.document.macroEnabled.main+xml", "word/a": b""}),
         "docx", "macro"),
        (odf("text", **{"Basic/Standard/Module1.xml": b"x"}), "odt", "macro"),
        (archive({"a.exe": b"MZ"}), "docx", "nén"),
        (docx()[:-30], "docx", "hỏng"),
        (b"PK\x03\x04 nothing more", "docx", "hỏng"),
        (b"Rar!\x1a\x07", "rar", "nén"),
    ],
)  # fmt: skip
def test_what_is_refused_says_what_it_is(content: bytes, extension: str, what: str):
    with pytest.raises(NotAcceptedError) as refusal:
        recognise(io.BytesIO(content), extension)
    assert what in refusal.value.message


def test_a_bomb_is_refused_unopened(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("apps.files.recognition.MOST_UNPACKED", 1024)
    bomb = docx(**{"word/bomb.xml": b"\0" * 2_000_000})
    assert len(bomb) < 4000
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *args: pytest.fail("unpacked"))
    with pytest.raises(NotAcceptedError) as refusal:
        recognise(io.BytesIO(bomb), "docx")
    assert "bung" in refusal.value.message


def test_a_part_that_lies_about_its_size_is_read_no_further(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("apps.files.recognition.LARGEST_PART_READ", 10)
    with pytest.raises(NotAcceptedError):
        recognise(io.BytesIO(docx()), "docx")


def test_a_polyglot_is_what_it_begins_as():
    """JPEG before, archive or page behind: it is kept and only ever given out as a picture that is not sniffed."""
    assert recognise(io.BytesIO(JPEG + archive({"a.js": b"x"})), "jpg") is formats.JPEG
    assert recognise(io.BytesIO(GIF + b"<script>"), "html") is formats.GIF


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Máy\\báo cáo.pdf", "báo cáo.pdf"),
        ('a"b\r\nSet-Cookie: x.pdf', 'a"b Set-Cookie: x.pdf'),
        ("anh\u202egpj.exe", "anh gpj.exe"),
        ("Bie\u0302n ba\u0309n.pdf", "Biên bản.pdf"),
        ("...", "tep"),
        ("", "tep"),
        ("\x00", "tep"),
        (".htaccess", "htaccess"),
    ],
)
def test_names_are_made_harmless(raw: str, clean: str):
    assert clean_name(raw) == clean


def test_a_long_name_keeps_its_ending():
    assert len(clean_name("á" * 500 + ".docx")) == LONGEST
    assert clean_name("á" * 500 + ".docx").endswith("á.docx")


@pytest.mark.parametrize(
    ("name", "fitting"),
    [("a.pdf", "a.pdf"), ("a.PDF", "a.PDF"), ("anh.png", "anh.pdf"), ("so 01.VP", "so 01.VP.pdf"), ("a", "a.pdf")],
)
def test_the_ending_fits_what_it_is(name: str, fitting: str):
    assert fitting_name(name, formats.PDF) == fitting
