"""Numbers, days and words as Vietnamese offices type them. Pure: a cell in, a value out, or a `Problem`."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum

from apps.activities.imports.faults import Problem
from apps.core.text import nfc
from apps.files.workbooks.book import Cell

DASHES = "-–—−‐‑‒"
_GROUPED = re.compile(r"[0-9]{1,3}(?:([. ,])[0-9]{3})(?:\1[0-9]{3})*")
_PLAIN = re.compile(r"[0-9]+")
_DECIMAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})*,[0-9]+|[0-9]+[.,][0-9]+")
_MONEY = re.compile(r"\s*(?:đồng|đ|vnđ|vnd)\.?$", re.IGNORECASE)
_DAY = re.compile(r"(?:ngày\s+)?([0-9]{1,2})\s*[/.\-]\s*([0-9]{1,2})\s*[/.\-]\s*([0-9]{4})", re.IGNORECASE)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]00:00(?::00)?)?")


class Dash(Enum):
    """“-”: the office says that there was none. Not the same as a blank cell."""

    NONE = "-"


def _refuse_unreadable(cell: Cell, expected: str) -> None:
    if cell.kind == "f":
        raise Problem("formula")
    if cell.kind == "e":
        raise Problem("error_cell", expected=expected)


def whole_number(cell: Cell | None, *, limit: int = 2_147_483_647, money: bool = False) -> int | Dash | None:
    """A count: 0 or more, `Dash.NONE` for “-”, None for blank. A dot groups thousands, a comma is the decimal sign."""
    if cell is None:
        return None
    _refuse_unreadable(cell, "1.200")
    if cell.kind == "n":
        number = cell.value
    elif cell.kind == "s":
        text = nfc(cell.value).replace("\u202f", " ").replace("\u2009", " ")
        if text.strip(DASHES + " ") == "" and text:
            return Dash.NONE
        number = _number(_MONEY.sub("", text) if money else text)
    else:
        raise Problem("not_a_number")
    if number < 0:
        raise Problem("negative")
    if isinstance(number, float) and not number.is_integer():
        raise Problem("fraction")
    if number > limit:
        raise Problem("too_big", limit=f"{limit:,}".replace(",", "."))
    return int(number)


def _number(text: str) -> int | float:
    sign = 1
    if text[:1] in DASHES:
        sign, text = -1, text[1:].lstrip()
    if _PLAIN.fullmatch(text):
        return sign * int(text)
    grouped = _GROUPED.fullmatch(text)
    # One comma before three digits is a decimal comma as likely as an English thousand: ask. Two of them are plain.
    if grouped and not (grouped[1] == "," and text.count(",") == 1):
        return sign * int(re.sub(r"[. ,]", "", text))
    if _DECIMAL.fullmatch(text):
        number = float(text.replace(".", "").replace(",", ".")) if "," in text else float(text)
        if sign > 0:
            raise Problem("fraction")
        return sign * number
    raise Problem("not_a_number")


def day(cell: Cell | None) -> date | None:
    """A date cell, dd/MM/yyyy or yyyy-MM-dd; None for blank. A day that does not exist is refused."""
    if cell is None:
        return None
    _refuse_unreadable(cell, "30/06/2019")
    found: date | None = None
    if cell.kind == "d":
        found = cell.value
    elif cell.kind == "s":
        text = nfc(cell.value)
        try:
            if match := _DAY.fullmatch(text):
                found = date(int(match[3]), int(match[2]), int(match[1]))
            elif match := _ISO.fullmatch(text):
                found = date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            found = None
    if found is None or not 1946 <= found.year <= 2100:
        raise Problem("not_a_day")
    return found


def words(cell: Cell | None, *, limit: int = 10_000) -> str:
    """Text as typed, NFC. Numbers are taken as text; a lone dash is no text."""
    if cell is None:
        return ""
    _refuse_unreadable(cell, "…")
    if cell.kind in {"b", "t"}:
        raise Problem("not_a_text")
    text = nfc(cell.text)
    if text.strip(DASHES + " ") == "":
        return ""
    if len(text) > limit:
        raise Problem("too_long", limit=limit)
    return text
