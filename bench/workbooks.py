"""A secretariat's lists with many rows, as they come: several sheets, offices by their names, days, words, numbers."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import xlsxwriter

OFFICES = tuple(
    f"Văn phòng Đoàn ĐBQH {where}"
    for where in (
        "tỉnh Cà Mau", "tỉnh Kiên Giang", "thành phố Cần Thơ", "tỉnh Bạc Liêu", "tỉnh Sóc Trăng", "tỉnh Hậu Giang",
    )
)  # fmt: skip
PERIOD = "Kỳ báo cáo: 6 tháng đầu năm 2019"
MEETING_KINDS = ("Nơi ứng cử", "Chuyên đề", "Nhóm đối tượng")
SUPERVISION_KINDS = ("Giám sát chuyên đề", "Khảo sát")
WRONG = "nhiều"  # in the last column of numbers of a broken row


def _day(number: int) -> date:
    return date(2019, 1, 1) + timedelta(days=number % 181)


def _meeting(number: int, wrong: bool) -> Sequence[Any]:
    opinions = number % 23
    centre, spot = opinions // 5, opinions // 4
    return (
        number + 1, OFFICES[number % 6], _day(number), f"Ấp Mẫu {number}, xã Thí Dụ {number % 97}",
        "Trước Kỳ họp thứ 7" if number % 2 else "Sau Kỳ họp thứ 7", MEETING_KINDS[number % 3], 40 + number % 300,
        opinions, centre, opinions - centre - spot, spot, WRONG if wrong else 0, "",
    )  # fmt: skip


def _supervision(number: int, wrong: bool) -> Sequence[Any]:
    return (
        number + 1, OFFICES[number % 6], _day(number),
        f"Việc thực hiện chính sách mẫu số {number} trên địa bàn huyện Thí Dụ {number % 61}",
        SUPERVISION_KINDS[number % 2], WRONG if wrong else number % 9, "Đã ban hành", "",
    )  # fmt: skip


def _reception(number: int, wrong: bool) -> Sequence[Any]:
    return (
        number + 1, OFFICES[number % 6], _day(number), f"Trụ sở tiếp công dân số {number}", "Định kỳ",
        WRONG if wrong else number % 30, number % 30, 0, number % 7,
    )  # fmt: skip


SHEETS = (
    ("Tiếp xúc cử tri", 6, _meeting, (
        "STT", "Văn phòng", "Ngày", "Địa điểm", "Thời điểm", "Loại hội nghị", "Số lượt cử tri", "Số ý kiến, kiến nghị",
        "Chuyển Trung ương", "Chuyển địa phương", "Giải đáp tại hội nghị", "Địa phương đã trả lời bằng văn bản",
        "Ghi chú",
    )),
    ("Giám sát, khảo sát", 3, _supervision, (
        "STT", "Văn phòng", "Ngày", "Chuyên đề", "Loại", "Số cơ quan, đơn vị chịu sự giám sát", "Báo cáo kết quả",
        "Ghi chú",
    )),
    ("Tiếp công dân", 1, _reception, (
        "STT", "Văn phòng", "Ngày", "Địa điểm", "Hình thức tiếp", "Số lượt công dân", "Số người được tiếp",
        "Số đoàn đông người", "Số đơn tiếp nhận",
    )),
)  # fmt: skip
REGISTRATIONS = (
    "STT", "Văn phòng", "Tổng số cán bộ, công chức, người lao động", "Số người đăng ký thi đua", "Lao động tiên tiến",
    "Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cấp bộ", "Tập thể lao động tiên tiến", "Tập thể lao động xuất sắc",
)  # fmt: skip


def large(rows: int, broken: int = 0) -> bytes:
    """`rows` records in three lists (six, three and one of ten) and 42 statements; `broken` rows in error, spread."""
    every = rows // broken if broken else 0
    left = broken
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        for name, share, make, headings in SHEETS:
            page = _page(book, name, headings)
            for number in range(rows * share // 10):
                wrong = bool(left and every and number % every == 0)
                left -= wrong
                page.write_row(4 + number, 0, make(number, wrong))
        page = _page(book, "Đăng ký thi đua", REGISTRATIONS)
        for number, line in enumerate(_registered()):
            page.write_row(4 + number, 0, line)
    if left:
        raise ValueError(f"{left} of {broken} rows were not spoilt.")
    return out.getvalue()


def _page(book: Any, name: str, headings: Sequence[str]) -> Any:
    page = book.add_worksheet(name)
    page.write_string(0, 0, f"DANH SÁCH: {name.upper()}")
    page.write_string(1, 0, PERIOD)
    page.write_row(3, 0, headings)
    return page


def _registered() -> Iterator[Sequence[Any]]:
    for number, office in enumerate(OFFICES):
        yield number + 1, office, 15 + number, 15 + number, 12 + number, 2, 1, 1, 1
