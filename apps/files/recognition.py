"""What a file is, told from its content. Nothing is unpacked: of an archive only its directory and one small part of
known size are read, so that a bomb costs nothing."""

from __future__ import annotations

import re
import zipfile
from typing import IO, TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from apps.files import formats
from apps.files.formats import Format

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = 4096
MOST_UNPACKED = 200 * 1024 * 1024
MOST_PARTS = 5000
LARGEST_PART_READ = 256 * 1024
HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
OOXML_PARTS = {
    "word/": (b"wordprocessingml.document.main+xml", formats.DOCX),
    "xl/": (b"spreadsheetml.sheet.main+xml", formats.XLSX),
    "ppt/": (b"presentationml.presentation.main+xml", formats.PPTX),
}
ODF_FORMATS = {each.content_type.encode(): each for each in (formats.ODT, formats.ODS, formats.ODP)}
OLE_NAMES = (("WordDocument", formats.DOC), ("Workbook", formats.XLS), ("Book", formats.XLS),
             ("PowerPoint Document", formats.PPT))  # fmt: skip
MARKUP = re.compile(rb"<\s*(!doctype|html|head|body|script|svg|iframe|\?xml|\?php|object|embed|meta|link)\b|<!--", re.I)
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f]")


class NotAcceptedError(ValidationError):
    """`what` says what the file is, in words for its owner."""

    def __init__(self, what: str) -> None:
        super().__init__(what, code="format")


def recognise(file: IO[bytes], extension: str) -> Format:
    """The format of a seekable file; refuses with what it is. Only text, which has no mark of its own, is also asked
    for its `extension`: a script is text as well."""
    file.seek(0)
    head = file.read(HEAD)
    if not head:
        raise NotAcceptedError(_("an empty file (0 bytes)"))
    found = _by_mark(head)
    if found is not None:
        return found
    look_inside = _container(head)
    if look_inside is not None:
        return look_inside(file)
    return _text(file, head, extension)


def _by_mark(head: bytes) -> Format | None:
    if head.startswith(b"%PDF-"):
        return formats.PDF
    if head.startswith(b"\xff\xd8\xff"):
        return formats.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return formats.PNG
    if head.startswith((b"GIF87a", b"GIF89a")):
        return formats.GIF
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return formats.WEBP
    if head[4:8] == b"ftyp" and head[8:12] in HEIF_BRANDS:
        return formats.HEIC
    if head.startswith((b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe")):
        raise NotAcceptedError(_("a program"))
    if head.startswith((b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b", b"BZh")):
        raise NotAcceptedError(_("an archive: attach the files that are in it one by one"))
    return None


def _container(head: bytes) -> Callable[[IO[bytes]], Format] | None:
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip
    return _ole if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") else None


def _zip(file: IO[bytes]) -> Format:
    try:
        with zipfile.ZipFile(file) as archive:
            return _office(archive)
    except (
        zipfile.BadZipFile,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
        UnicodeError,
    ) as error:
        raise NotAcceptedError(_("a damaged file: its parts cannot be read")) from error


def _office(archive: zipfile.ZipFile) -> Format:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise NotAcceptedError(_("an archive that would unpack to far more than a document has"))
    if any(name.lower().endswith("vbaproject.bin") or name.startswith(("Basic/", "Scripts/")) for name in names):
        raise NotAcceptedError(_("a document with macros: save it without macros"))
    mimetype = _part(archive, "mimetype")
    if mimetype in ODF_FORMATS and "content.xml" in names:
        return ODF_FORMATS[mimetype]
    content_types = _part(archive, "[Content_Types].xml")
    if b"macroEnabled" in content_types:
        raise NotAcceptedError(_("a document with macros: save it without macros"))
    for folder, (mark, found) in OOXML_PARTS.items():
        if mark in content_types and any(name.startswith(folder) for name in names):
            return found
    raise NotAcceptedError(_("an archive: attach the files that are in it one by one"))


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The beginning of a part; nothing where there is none. However much it claims or holds, no more is unpacked."""
    try:
        with archive.open(name) as part:
            return part.read(LARGEST_PART_READ)
    except KeyError:
        return b""


def _ole(file: IO[bytes]) -> Format:
    """Word, Excel and PowerPoint up to 2003: streams are named in UTF-16 in the file's own directory."""
    file.seek(0)
    content = file.read()

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") + b"\0\0" in content

    if holds("EncryptedPackage"):
        raise NotAcceptedError(_("a document locked with a password: save it without one"))
    if holds("_VBA_PROJECT") or holds("_VBA_PROJECT_CUR"):
        raise NotAcceptedError(_("a document with macros: save it without macros"))
    for name, found in OLE_NAMES:
        if holds(name):
            return found
    raise NotAcceptedError(_("a file of an unknown kind"))


def _text(file: IO[bytes], head: bytes, extension: str) -> Format:
    file.seek(0)
    content = file.read()
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):  # Notepad's “Unicode”
        content = content.decode("utf-16", errors="replace").encode()
    if CONTROL.search(content):
        raise NotAcceptedError(_("a file of an unknown kind"))
    if MARKUP.search(content, 0, HEAD):
        raise NotAcceptedError(_("a web page or drawing that can hold scripts (HTML, SVG, XML)"))
    if content.startswith((b"#!", b"{\\rtf")):
        raise NotAcceptedError(_("a program") if content.startswith(b"#!") else _("a file of an unknown kind"))
    for found in (formats.TXT, formats.CSV):
        if extension in found.extensions:
            return found
    raise NotAcceptedError(_("plain text under a name that does not end in .txt or .csv"))
