"""Names of files: what people called them, without what could deceive a reader or a program."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

from apps.core.text import nfc
from apps.files.formats import EXTENSIONS, Format

LONGEST = 150


def clean_name(raw: str) -> str:
    """The last part of a path, on one line, without invisible marks: a right-to-left mark would show “gpj.exe” as
    “exe.jpg”. Never empty, never longer than `LONGEST`; the ending is kept."""
    last = raw.replace("\\", "/").rsplit("/", 1)[-1]
    seen = "".join(char if unicodedata.category(char)[0] != "C" else " " for char in nfc(last))
    name = " ".join(seen.split()).lstrip(".").strip() or "tep"
    if len(name) <= LONGEST:
        return name
    ending = PurePosixPath(name).suffix[:16]
    return name[: LONGEST - len(ending)].rstrip() + ending


def extension_of(name: str) -> str:
    return PurePosixPath(name).suffix.removeprefix(".").lower()


def fitting_name(name: str, found: Format) -> str:
    """With the ending of what it is, so that it opens when it is saved: a PDF called `anh.png` becomes `anh.pdf`."""
    extension = extension_of(name)
    if extension in found.extensions:
        return name
    stem = name[: -len(extension) - 1] if extension in EXTENSIONS else name
    return clean_name(f"{stem}.{found.extensions[0]}")
