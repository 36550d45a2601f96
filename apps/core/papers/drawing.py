"""The strokes of a Word paper in the layout of Decree 30/2020/NĐ-CP, annex I: A4, margins 20/20/30/20 mm, Times New
Roman, page number in the top margin but not on page 1. Used by `word` and by the scripts that draw templates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FONT = "Times New Roman"
CENTRE, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
LEFT, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT


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


def new() -> Any:
    """An empty document with the styles Body, Chapter, Section and Kept (with what follows)."""
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    normal.element.get_or_add_rPr().append(element("w:lang", val="vi-VN"))
    normal.paragraph_format.space_after = Pt(0)
    style(document, "Body")
    style(document, "Chapter", bold=True, before=Pt(6), keep=True)
    style(document, "Section", bold=True, keep=True)
    style(document, "Kept", keep=True)
    return document


def put(paragraph: Any, text: str, size: float, *, bold: bool = False, italic: bool = False, gap: float = 0) -> Any:
    """Text in a compact centred or left paragraph."""
    paragraph.paragraph_format.first_line_indent = Mm(0)
    paragraph.paragraph_format.space_after, paragraph.paragraph_format.space_before = Pt(0), Pt(gap)
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    return run


def stack(cell: Any, lines: Iterable[str], size: float, *, align: Any = CENTRE, gap: float = 0, **font: bool) -> None:
    """Lines below what the cell holds, each a paragraph; `gap` stands above the first of them."""
    for place, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if len(cell.paragraphs) == 1 and not cell.text else cell.add_paragraph()
        paragraph.alignment = align
        put(paragraph, line, size, gap=0 if place else gap, **font)


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


def marked(paragraph: Any, mark: str, *, numbered: bool) -> None:
    """“DỰ THẢO” in a frame at the left; the page number in the middle of the text."""
    if mark:
        run = put(paragraph, mark, 12, bold=True)
        run._r.get_or_add_rPr().append(element("w:bdr", val="single", sz=6, space=2, color="000000"))
    if numbered:
        paragraph.paragraph_format.tab_stops.clear_all()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(80), WD_TAB_ALIGNMENT.CENTER)
        paragraph.add_run("\t")
        number = paragraph.add_run()
        number.font.size = Pt(13)
        field(number, "PAGE")


def portrait(document: Any, mark: str, *, landscape: bool = False, another: bool = False) -> None:
    """The first section: upright, if it is not said otherwise, with its headers. `another`: a further paper in the same
    file, numbered anew."""
    section = document.add_section() if another else document.sections[0]
    page(section, landscape=landscape)
    if another:
        section.header.is_linked_to_previous = section.first_page_header.is_linked_to_previous = False
        for copied in section._sectPr.findall(qn("w:pgNumType")):  # from the section before
            section._sectPr.remove(copied)
        section._sectPr.find(qn("w:pgMar")).addnext(element("w:pgNumType", start=1))
    marked(section.header.paragraphs[0], mark, numbered=True)
    marked(section.first_page_header.paragraphs[0], mark, numbered=False)


def letterhead(
    document: Any, *, parent: Iterable[str], issuer: Iterable[str], nation: str, motto: str, number: str,
    place_date: str, under_number: Iterable[str] = (), landscape: bool = False,
) -> None:  # fmt: skip
    table = grid(document, [100, 147] if landscape else [66, 94], 2, border=False)
    left, right = table.rows[0].cells
    stack(left, parent, 12)
    stack(left, issuer, 12, bold=True)
    stack(right, [nation], 12, bold=True)
    stack(right, [motto], 13, bold=True)
    rule(left.add_paragraph(), 21.0)
    rule(right.add_paragraph(), 18.5)
    left, right = table.rows[1].cells
    stack(left, [number], 13, gap=8)
    stack(left, under_number, 12, gap=6)
    stack(right, [place_date], 13, gap=8, italic=True)


def title(document: Any, name: str, abstract: Iterable[str]) -> None:
    for place, text in enumerate((name, *abstract)):
        paragraph = document.add_paragraph()
        paragraph.alignment = CENTRE
        put(paragraph, text, 14, bold=True, gap=0 if place else 16)
    rule(document.add_paragraph(), 54)
    put(document.add_paragraph(), "", 6)


def signatures(document: Any, *, landscape: bool = False) -> tuple[Any, Any]:
    """The two cells under the text, never torn apart."""
    table = grid(document, [123, 123] if landscape else [80, 80], 1, border=False)
    table.rows[0]._tr.get_or_add_trPr().append(element("w:cantSplit"))
    left, right = table.rows[0].cells
    return left, right


def recipients(place: Any, label: str, lines: Iterable[str]) -> None:
    """In a cell, or in the document itself."""
    if label:
        first = place.paragraphs[0] if hasattr(place, "_tc") else place.add_paragraph()
        put(first, label, 12, bold=True, italic=True, gap=6)
    for text in lines:
        paragraph = place.add_paragraph()
        paragraph.alignment = LEFT
        put(paragraph, text, 11)


def signature(cell: Any, signed_as: Iterable[str], name: str = "") -> None:
    stack(cell, signed_as, 14, bold=True, gap=6)
    for _ in range(3):  # room for the signature
        put(cell.add_paragraph(), "", 14)
    if name:
        stack(cell, [name], 14, bold=True)
