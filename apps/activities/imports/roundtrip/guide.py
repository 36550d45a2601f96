"""The first sheet of our workbook: how it is filled in, in eight lines, and what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from apps.activities.imports.roundtrip.sheets import Formats, Table

NAME = "Hướng dẫn"
RULED = {"border": 1, "border_color": "#B9B4A8"}
STEPS = (
    "Mỗi loại việc một trang tính. Dòng đã có là bản ghi đang có trong chương trình; sửa ngay trong ô rồi lưu tệp.",
    "Việc mới: ghi vào các dòng trống ở dưới cùng. Cột có mũi tên thì chọn trong danh sách; ngày ghi dd/MM/yyyy.",
    "Xóa trắng một ô là xóa nội dung của ô đó. Dòng trống được bỏ qua.",
    "Bỏ một dòng khỏi tệp KHÔNG xóa bản ghi. Muốn xóa thì mở bản ghi trong chương trình.",
    "Không sao chép cả dòng: mỗi dòng mang một mã ẩn. Hãy chép các ô cần dùng sang một dòng trống.",
    "Trang “Số liệu báo cáo”: “-” là không phát sinh; ô trống là giữ nguyên như đang có.",
    "Nhập lại: vào “Nhập từ Excel”, chọn tệp này, xem trước rồi mới xác nhận. Nhập nhầm thì hoàn tác được cả lần nhập.",
    "Nếu người khác đã sửa cùng một bản ghi sau khi tải tệp này, chương trình nêu cả hai và hỏi lại, không tự ghi đè.",
    "Trang tính được khóa không mật khẩu để giữ tiêu đề và mã ẩn. Muốn sắp xếp thì bỏ khóa ở thẻ Xem lại (Review).",
)


def write_guide(book: Any, formats: Formats, note: str, at: datetime, tables: Sequence[Table]) -> None:
    page = book.add_worksheet(NAME)
    page.hide_gridlines(2)
    page.set_column(0, 0, 5)
    page.set_column(1, 1, 62)
    page.set_column(2, 2, 16)
    page.set_column(3, 3, 40)
    page.set_row(0, 28)
    page.write_string(0, 0, "BIỂU MẪU NHẬP SỐ LIỆU", formats(bold=True, font_size=18, font_color="#1F4D3F"))
    page.write_string(1, 0, note, formats(font_size=13))
    made = timezone.localtime(at)
    page.write_string(2, 0, f"Lập lúc {made:%H:%M} ngày {made:%d/%m/%Y}", formats(italic=True, font_color="#6B665C"))
    row = 4
    for place, words in enumerate(STEPS, start=1):
        page.write_number(row, 0, place, formats(bold=True, align="center", font_color="#1F4D3F"))
        page.merge_range(row, 1, row, 3, words, formats(text_wrap=True))
        page.set_row(row, 36 if len(words) > 118 else 20)
        row += 1
    row += 1
    for column, words in ((1, "Trang tính"), (2, "Số dòng đã có")):
        page.write_string(row, column, words, formats.heading())
    for table in tables:
        row += 1
        link = f"internal:'{table.name}'!A1"
        page.write_url(
            row, 1, link, formats(border=1, border_color="#B9B4A8", font_color="#1F4D3F", underline=1), table.title
        )
        page.write_number(row, 2, len(table.rows), formats(border=1, border_color="#B9B4A8", num_format="#,##0"))
    page.protect("")
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 1)
