"""Writes errors into an untrusted .xlsx, in a process of its own: see `marking.py`, which runs it as a file.

On the standard input one line of JSON, {"title", "headings": […], "lines": [{"sheet", "row", "column", "values": […],
"message"}, …]}, then the workbook; on the standard output the same workbook with a first sheet that lists the lines,
and at each cell a red frame and a comment. `row` counts from 1, 0 for none; `column` is a letter, "" for none. A sheet
of that title, and the comments that an earlier run left, are replaced. Everything else stays as it came in.
"""

import contextlib
import io
import json
import resource
import sys
import unicodedata
from typing import Any

MEMORY = 1536 * 1024 * 1024
SECONDS = 30
AUTHOR = "Lỗi cần sửa"
RED = "FFC0392B"
LONGEST = 2000  # characters of a comment


def plain(cell: Any, text: str) -> None:
    """A text is never a formula, whatever it begins with."""
    cell.value = "".join(char for char in text if char >= " " or char in "\n\t")
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))


def clean(book: Any, title: str) -> None:
    """Takes back what an earlier run wrote."""
    from openpyxl.styles import Border, Side

    if title in book.sheetnames:
        del book[title]
    thin = Side(style="thin", color="FFB9B4A8")
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment is not None and cell.comment.author == AUTHOR:
                    cell.comment = None
                    cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)


def names(book: Any) -> dict[str, str]:
    """The sheets by their names as the reader gives them: composed, without blanks around."""
    return {unicodedata.normalize("NFC", name).strip(): name for name in book.sheetnames}


def mark(book: Any, line: dict[str, Any]) -> str:
    """The address of the cell in error, "" where there is none."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Border, Side

    name = names(book).get(line["sheet"])
    if name is None or not line["row"]:
        return ""
    address = f"{line['column'] or 'A'}{line['row']}"
    cell = book[name][address]
    if type(cell).__name__ == "MergedCell":
        return address
    side = Side(style="medium", color=RED)
    cell.border = Border(left=side, right=side, top=side, bottom=side)
    said = f"{cell.comment.text}\n" if cell.comment is not None else ""
    cell.comment = Comment((said + line["message"])[:LONGEST], AUTHOR, height=120, width=320)
    return address


def write_list(book: Any, told: dict[str, Any], addresses: list[str]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.worksheet.hyperlink import Hyperlink

    page = book.create_sheet(told["title"], 0)
    plain(page["A1"], told["title"])
    page["A1"].font = Font(name="Times New Roman", size=15, bold=True, color=RED)
    for place, heading in enumerate(told["headings"], start=1):
        cell = page.cell(3, place)
        plain(cell, heading)
        cell.font = Font(name="Times New Roman", size=12, bold=True)
        cell.fill = PatternFill("solid", fgColor="FFEDEAE3")
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    for row, (line, address) in enumerate(zip(told["lines"], addresses, strict=True), start=4):
        for place, value in enumerate(line["values"], start=1):
            cell = page.cell(row, place)
            plain(cell, value)
            cell.font = Font(name="Times New Roman", size=12)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        if address:
            quoted = names(book)[line["sheet"]].replace("'", "''")
            page.cell(row, 2).hyperlink = Hyperlink(ref=f"B{row}", location=f"'{quoted}'!{address}")
            page.cell(row, 2).font = Font(name="Times New Roman", size=12, underline="single", color="FF1F4D3F")
    for letter, width in zip("ABCDEF", (24, 10, 30, 26, 70, 40), strict=True):
        page.column_dimensions[letter].width = width
    page.freeze_panes = "A4"
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet is page
    book.active = 0


def main() -> None:
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    told = json.loads(sys.stdin.buffer.readline())
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()), rich_text=True)
    clean(book, told["title"])
    write_list(book, told, [mark(book, line) for line in told["lines"]])
    book.save(sys.stdout.buffer)


if __name__ == "__main__":
    main()
