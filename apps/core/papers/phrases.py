"""The fixed lines of a paper. Its language is Vietnamese, whoever reads it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
DRAFT_MARK = "DỰ THẢO"
END_MARK = "./."
RECIPIENTS_HEADING = "Nơi nhận:"
ARCHIVE = "Lưu: VT."
TO = "Kính gửi:"
BLANK = " " * 6


def number_line(number: int | None, symbol: str) -> str:
    """ "Số: 05/BC-CTĐ"; a number below ten takes a zero. Until it is known there is room for it."""
    if number is None:
        return f"Số:{BLANK}  /{symbol}"
    return f"Số: {number:02d}/{symbol}" if symbol else f"Số: {number:02d}"


def place_and_day(locality: str, day: date | None, year: int) -> str:
    """ "Cà Mau, ngày 05 tháng 7 năm 2019": days below ten and the months 1 and 2 take a zero."""
    if day is None:
        return f"{locality or '…'}, ngày{BLANK}tháng{BLANK}năm {year}"
    return f"{locality or '…'}, {day_in_words(day)}"


def day_in_words(day: date) -> str:
    """ "ngày 05 tháng 7 năm 2019"."""
    return f"ngày {day.day:02d} tháng {f'{day.month:02d}' if day.month < 3 else day.month} năm {day.year}"


def dashed(lines: Iterable[str]) -> tuple[str, ...]:
    """Each on a line of its own: “- A;”, “- B;”, “- C.”; marks that were typed are not doubled."""
    bare = [line.strip().removeprefix("-").strip().rstrip(";.,").strip() for line in lines]
    kept = [line for line in bare if line]
    return tuple(f"- {line}{'.' if place == len(kept) else ';'}" for place, line in enumerate(kept, start=1))


def recipients(lines: Iterable[str]) -> tuple[str, ...]:
    """The list under “Nơi nhận:”, which ends with the copy that is kept, typed or not."""
    found = list(dashed(lines))
    if not any(line.startswith("- Lưu") for line in found):
        found.append(ARCHIVE)
    return dashed(found)


def ended(text: str) -> str:
    """The last paragraph closes with “./.”."""
    return text.rstrip(" .;/") + END_MARK
