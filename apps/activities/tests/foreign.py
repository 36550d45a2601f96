"""Workbooks of another cluster, in layouts that nobody here ever printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import openpyxl

from apps.activities.tests.workbooks import saved

# (numbering, indicator, unit, value), as a province's department of general affairs draws it up.
INDICATORS: tuple[tuple[str, str, str, int | str | None], ...] = (
    ("I", "CÔNG TÁC GIÁM SÁT, KHẢO SÁT", "", None),
    ("1", "Tổng số cuộc giám sát, khảo sát", "cuộc", "05"),
    ("", "- Giám sát chuyên đề", "cuộc", 3),
    ("", "- Giám sát việc giải quyết KNTC", "cuộc", "-"),
    ("II", "TIẾP XÚC CỬ TRI", "", None),
    ("1", "Số cuộc TXCT", "cuộc", 21),
    ("", "Trong đó: - Trước kỳ họp", "cuộc", 12),
    ("", "- Sau kỳ họp", "cuộc", 9),
    ("2", "Lượt cử tri tham dự các cuộc tiếp xúc", "lượt", "3.450"),
    ("3", "Ý kiến, kiến nghị của cử tri", "ý kiến", "1.215 "),
    ("III", "TIẾP CÔNG DÂN", "", None),
    ("1", "Số lượt tiếp công dân", "lượt", None),
    ("2", "Số phóng sự phát trên đài", "tin", 4),
)


def sideways(
    values: Sequence[int | str | None] = (), *, title: str = "VĂN PHÒNG ĐOÀN ĐBQH VÀ HĐND", more: str = ""
) -> bytes:
    """One office's form: a title block, merged cells, indicators below each other, numbers typed as text."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Bieu so 3"
    sheet["A1"], sheet["D1"] = title, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    sheet["D2"] = "Độc lập - Tự do - Hạnh phúc"
    sheet["A4"] = "BIỂU SỐ LIỆU PHỤC VỤ SƠ KẾT CÔNG TÁC"
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A4:E4")
    for column, heading in enumerate(("TT", "Nội dung", "Đơn vị tính", "Kế hoạch", "Thực hiện"), start=1):
        sheet.cell(row=6, column=column, value=heading)
    lines = [*INDICATORS, *([("4", more, "cuộc", 2)] if more else [])]
    for number, (mark, name, unit, value) in enumerate(lines):
        row = 7 + number
        given = values[number] if number < len(values) else value
        for column, cell in enumerate((mark, name, unit, 99 if unit else None, given), start=1):
            sheet.cell(row=row, column=column, value=cell)
        if not unit:
            sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=5)
    sheet.cell(row=9 + len(lines), column=4, value="NGƯỜI LẬP BIỂU")
    return saved(book)


MEETINGS: tuple[tuple[int | str | None, ...], ...] = (
    # day, month, where, what kind, voters, opinions
    ("I", "Đợt trước kỳ họp thứ 7"),
    (1, "12", "4", "Xã Mẫu Một", "TXCT định kỳ tại địa bàn ứng cử", "trước KH thứ 7", "120", 14),
    (2, "từ ngày 15/4 đến ngày 16/4", "", "Xã Mẫu Hai", "TXCT chuyên đề", "trước KH thứ 7", 85, "-"),
    ("", "Cộng đợt trước", "", "", "", "", 205, 14),
    ("II", "Đợt sau kỳ họp thứ 7"),
    (3, "20", "6", "Xã Mẫu Ba", "TXCT chuyên đề", "sau KH thứ 7", "1.050", 31),
    (4, 21, 6, "Xã Mẫu Bốn", "TXCT với doanh nghiệp", "sau KH thứ 7", 60, None),
    ("", "Tổng cộng", "", "", "", "", "1.315", 45),
)
MEETING_HEADINGS = (
    ("TT", "Thời gian tổ chức", "", "Nơi tiếp xúc", "Kiểu tiếp xúc", "Đợt", "Kết quả", ""),
    ("", "Ngày", "Tháng", "", "", "", "Cử tri dự", "Số ý kiến, kiến nghị"),
)


def meetings(*, new_column: str = "", headings: Sequence[Sequence[str]] = MEETING_HEADINGS) -> bytes:
    """A list with other words for kinds, day and month apart, groups of rows, and a total for each group."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "TXCT 2019"
    sheet["A1"] = "LỊCH VÀ KẾT QUẢ TIẾP XÚC CỬ TRI"
    for number, line in enumerate(headings):
        for column, heading in enumerate(line, start=1):
            sheet.cell(row=3 + number, column=column, value=heading or None)
    sheet.merge_cells("B3:C3")
    sheet.merge_cells("G3:H3")
    if new_column:
        sheet.cell(row=3, column=9, value=new_column)
    for number, meeting in enumerate(MEETINGS):
        for column, cell in enumerate(meeting, start=1):
            sheet.cell(row=5 + number, column=column, value=None if cell == "" else cell)
        if new_column and len(meeting) > 2 and meeting[0]:
            sheet.cell(row=5 + number, column=9, value="Nguyễn Văn Mẫu")
    sheet.cell(row=15, column=6, value="Người lập bảng")
    return saved(book)


DAYS = (date(2019, 4, 12), date(2019, 4, 15), date(2019, 6, 20), date(2019, 6, 21))
