"""Draws `report.docx`, the Word template of the report: `python -m apps.summaries.papers.make_report`.

Layout of Decree 30/2020/NĐ-CP, annex I: A4, margins 20/20/30/20 mm, Times New Roman, page number in the top margin but
not on page 1; the report is form 1.4 (recipients left, signature right); Annex I is one landscape page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx.enum.section import WD_SECTION
from docx.shared import Mm

from apps.core.papers.drawing import (
    CENTRE,
    LEFT,
    element,
    grid,
    letterhead,
    marked,
    new,
    page,
    portrait,
    put,
    recipients,
    signature,
    signatures,
    title,
)
from apps.summaries.content.columns import heads

WHERE = Path(__file__).with_name("report.docx")
DRAFT = "{{ draft }}"


def each(name: str) -> tuple[str, str, str]:
    """A paragraph for each line of a list."""
    return f"{{%p for line in {name} %}}", "{{ line }}", "{%p endfor %}"


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


def annex(document: Any) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    page(section, landscape=True)
    section._sectPr.append(element("w:pgNumType", start=1))
    for header in (section.header, section.first_page_header):
        header.is_linked_to_previous = False
        marked(header.paragraphs[0], DRAFT, numbered=False)
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
    document = new()
    portrait(document, DRAFT)
    fields: dict[str, Any] = {name: f"{{{{ {name} }}}}" for name in ("nation", "motto", "number", "place_date")}
    letterhead(document, parent=each("parent"), issuer=each("issuer"), **fields)
    title(document, "{{ title }}", each("abstract"))
    body(document)
    left, right = signatures(document)
    recipients(left, "{{ recipients_heading }}", each("recipients"))
    signature(right, each("signed_as"))
    annex(document)
    document.core_properties.title, document.core_properties.author = "Báo cáo", ""
    return document


if __name__ == "__main__":
    make().save(str(WHERE))
