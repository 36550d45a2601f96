"""Draws `report.docx`, the Word template of the report: `python -m apps.summaries.papers.make_report`.

Layout of Decree 30/2020/NĐ-CP, annex I: A4, margins 20/20/30/20 mm, Times New Roman, page number in the top margin but
not on page 1; the report is form 1.4 (recipients left, signature right); Annex I is one landscape page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from apps.summaries.content.columns import heads

FONT = "Times New Roman"
WHERE = Path(__file__).with_name("report.docx")
CENTRE, JUSTIFY, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT


def element(name: str, **attributes: object) -> Any:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def style(document: Any, name: str, **changes: Any) -> None:
    made = document.styles.add_style(name, 1)
    made.base_style = document.styles["Normal"]
    made.font.bold = changes.get("bold")
    paragraph = made.paragraph_format
    paragraph.alignment = changes.get("alignment", JUSTIFY)
    paragraph.first_line_indent = changes.get("indent", Mm(12.7))
    paragraph.space_before, paragraph.space_after = changes.get("before", Pt(0)), changes.get("after", Pt(6))
    paragraph.line_spacing_rule, paragraph.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(18)
    paragraph.keep_with_next = changes.get("keep", False)
    paragraph.widow_control = True


def put(paragraph: Any, text: str, size: float, *, bold: bool = False, italic: bool = False, gap: float = 0) -> Any:
    """Text in a compact centred or left paragraph."""
    paragraph.paragraph_format.first_line_indent = Mm(0)
    paragraph.paragraph_format.space_after, paragraph.paragraph_format.space_before = Pt(0), Pt(gap)
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    return run


def rule(paragraph: Any, around: float) -> None:
    """A thin line, `around` millimetres away from both sides of its column."""
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm(around)
    form.first_line_indent, form.space_after, form.space_before = Mm(0), Pt(0), Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(3)
    borders = element("w:pBdr")
    borders.append(element("w:bottom", val="single", sz=6, space=0, color="000000"))
    paragraph._p.get_or_add_pPr().append(borders)


def field(run: Any, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        if kind:
            run._r.append(element("w:fldChar", fldCharType=kind))
        else:
            instruction = element("w:instrText")
            instruction.text = text
            run._r.append(instruction)


def grid(container: Any, widths: list[float], rows: int, *, border: bool) -> Any:
    """A table of fixed widths in millimetres, with cell margins of its own."""
    table = container.add_table(rows=rows, cols=len(widths))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    table.style = "Table Grid" if border else None
    properties = table._tbl.tblPr
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w=14, type="dxa"))
    properties.append(margins)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    return table


def page(section: Any, *, landscape: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    section.header_distance = section.footer_distance = Mm(9)
    section.different_first_page_header_footer = True


def marked(paragraph: Any, *, numbered: bool) -> None:
    """“DỰ THẢO” in a frame at the left; the page number in the middle of the text."""
    run = put(paragraph, "{{ draft }}", 12, bold=True)
    run._r.get_or_add_rPr().append(element("w:bdr", val="single", sz=6, space=2, color="000000"))
    if numbered:
        paragraph.paragraph_format.tab_stops.clear_all()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(80), WD_TAB_ALIGNMENT.CENTER)
        paragraph.add_run("\t")
        number = paragraph.add_run()
        number.font.size = Pt(13)
        field(number, "PAGE")


def letterhead(document: Any) -> None:
    table = grid(document, [66, 94], 2, border=False)
    left, right = table.rows[0].cells
    lines = (
        (left, "{%p for line in parent %}", 12, False), (left, "{{ line }}", 12, False),
        (left, "{%p endfor %}", 12, False),
        (left, "{%p for line in issuer %}", 12, True), (left, "{{ line }}", 12, True),
        (left, "{%p endfor %}", 12, True),
        (right, "{{ nation }}", 12, True), (right, "{{ motto }}", 13, True),
    )  # fmt: skip
    for cell, text, size, bold in lines:
        paragraph = cell.add_paragraph() if cell.text else cell.paragraphs[0]
        paragraph.alignment = CENTRE
        put(paragraph, text, size, bold=bold)
    rule(left.add_paragraph(), 21.0)
    rule(right.add_paragraph(), 18.5)
    for cell, text, italic in zip(
        table.rows[1].cells, ("{{ number }}", "{{ place_date }}"), (False, True), strict=True
    ):
        cell.paragraphs[0].alignment = CENTRE
        put(cell.paragraphs[0], text, 13, italic=italic, gap=8)


def title(document: Any) -> None:
    for text, gap in (("{{ title }}", 16), ("{%p for line in abstract %}", 0), ("{{ line }}", 0), ("{%p endfor %}", 0)):
        paragraph = document.add_paragraph()
        paragraph.alignment = CENTRE
        put(paragraph, text, 14, bold=True, gap=gap)
    rule(document.add_paragraph(), 54)
    gap = document.add_paragraph()
    put(gap, "", 6)


def body(document: Any) -> None:
    for text, name in (
        ("{%p for block in blocks %}", "Body"),
        ("{%p if block.kind == 'chapter' %}", "Body"), ("{{ block.text }}", "Chapter"),
        ("{%p elif block.kind == 'section' %}", "Body"), ("{{ block.text }}", "Section"),
        ("{%p elif block.keep %}", "Body"), ("{{ block.text }}", "Kept"),
        ("{%p else %}", "Body"), ("{{ block.text }}", "Body"),
        ("{%p endif %}", "Body"), ("{%p endfor %}", "Body"),
    ):  # fmt: skip
        document.add_paragraph(text, style=name)


def signatures(document: Any) -> None:
    table = grid(document, [80, 80], 1, border=False)
    table.rows[0]._tr.get_or_add_trPr().append(element("w:cantSplit"))
    left, right = table.rows[0].cells
    put(left.paragraphs[0], "{{ recipients_heading }}", 12, bold=True, italic=True, gap=6)
    for text in ("{%p for line in recipients %}", "{{ line }}", "{%p endfor %}"):
        paragraph = left.add_paragraph()
        paragraph.alignment = LEFT
        put(paragraph, text, 11)
    for place, text in enumerate(("{%p for line in signed_as %}", "{{ line }}", "{%p endfor %}")):
        paragraph = right.paragraphs[0] if place == 0 else right.add_paragraph()
        paragraph.alignment = CENTRE
        put(paragraph, text, 14, bold=True, gap=6 if place == 0 else 0)
    for _ in range(3):  # room for the signature
        put(right.add_paragraph(), "", 14)


def annex(document: Any) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    page(section, landscape=True)
    section._sectPr.append(element("w:pgNumType", start=1))
    for header in (section.header, section.first_page_header):
        header.is_linked_to_previous = False
        marked(header.paragraphs[0], numbered=False)
    for text, size, bold in (("number", 14, True), ("title", 14, True), ("attached", 13, False)):
        paragraph = document.add_paragraph()
        paragraph.alignment = CENTRE
        put(paragraph, f"{{{{ annex.{text} }}}}", size, bold=bold, italic=not bold)
    put(document.add_paragraph(), "", 6)
    table(document)
    note = document.add_paragraph()
    note.alignment = LEFT
    put(note, "{{ annex.note }}", 10, italic=True, gap=4)


def table(document: Any) -> None:
    """Two tiers of headings, then a row for each owner; loops and choices stand in rows of their own (docxtpl `tr`)."""
    head = heads()
    widths = head["widths"]
    made = grid(document, widths, 9, border=True)

    def cell(
        target: Any, text: str, size: float, *, bold: bool = False, italic: bool = False, align: Any = CENTRE
    ) -> None:
        target.vertical_alignment = 1
        target.paragraphs[0].alignment = align
        put(target.paragraphs[0], text, size, bold=bold, italic=italic)

    first, second = made.rows[0].cells, made.rows[1].cells
    for place, label in ((0, head["numbered"]), (1, head["office"])):
        cell(first[place].merge(second[place]), label, 8.5 if place else 7.2, bold=True)
    at = 2
    for group in head["groups"]:
        cell(first[at].merge(first[at + group["span"] - 1]), group["label"], 7.2, bold=True)
        at += group["span"]
    for place, column in enumerate(head["columns"], start=2):
        cell(second[place], column["label"], 7.2, bold=True)
    choices = (
        "{%tr for row in annex.rows %}", "{%tr if row.kind == 'total' %}", None, "{%tr else %}", None,
        "{%tr endif %}", "{%tr endfor %}",
    )  # fmt: skip
    for row, choice in zip(made.rows[2:], choices, strict=True):
        if choice:
            cell(row.cells[0], choice, 8.5)
            continue
        total = row._tr is made.rows[4]._tr
        row.height = Mm(8.5)
        cell(row.cells[0], "{{ row.number }}", 8.5, bold=total)
        cell(row.cells[1], "{{ row.name }}", 8.5, bold=total, align=LEFT)
        row.cells[1].paragraphs[0].paragraph_format.left_indent = Mm(0.8)
        for place in range(len(head["columns"])):
            cell(row.cells[place + 2], f"{{{{ row.cells[{place}] }}}}", 8.5, bold=total)


def make() -> Any:
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    language = element("w:lang", val="vi-VN")
    normal.element.get_or_add_rPr().append(language)
    normal.paragraph_format.space_after = Pt(0)
    style(document, "Body")
    style(document, "Chapter", bold=True, before=Pt(6), keep=True)
    style(document, "Section", bold=True, keep=True)
    style(document, "Kept", keep=True)
    section = document.sections[0]
    page(section, landscape=False)
    marked(section.header.paragraphs[0], numbered=True)
    marked(section.first_page_header.paragraphs[0], numbered=False)
    letterhead(document)
    title(document)
    body(document)
    signatures(document)
    annex(document)
    document.core_properties.title, document.core_properties.author = "Báo cáo", ""
    return document


if __name__ == "__main__":
    make().save(str(WHERE))
