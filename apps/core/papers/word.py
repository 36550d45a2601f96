"""Word: a paper drawn stroke by stroke, or a template filled by docxtpl. What goes into a template is not to be
trusted: its environment is sandboxed and escapes."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from apps.core.papers import drawing
from apps.core.papers.paper import Form, Paper

ALIGN = {"left": drawing.LEFT, "center": drawing.CENTRE, "right": drawing.RIGHT}


def filled(template: Path | io.BytesIO, context: Mapping[str, Any]) -> bytes:
    document = DocxTemplate(template)
    document.render(dict(context), jinja_env=SandboxedEnvironment(autoescape=True, undefined=StrictUndefined))
    return _saved(document)


def word(paper: Paper) -> bytes:
    return bound([paper])


def bound(papers: Sequence[Paper]) -> bytes:
    """Several in one file, each on pages of its own that are numbered anew."""
    document = drawing.new()
    for place, paper in enumerate(papers):
        _drawn(document, paper.drawn(), another=place > 0)
    _properties(document, papers[0], papers[0].drawn()["subject"])
    return _saved(document)


def _drawn(document: Any, said: Mapping[str, Any], *, another: bool) -> None:
    landscape = said["landscape"]
    drawing.portrait(document, said["draft"], landscape=landscape, another=another)
    head = ("parent", "issuer", "nation", "motto", "number", "place_date", "under_number")
    drawing.letterhead(document, landscape=landscape, **{part: said[part] for part in head})
    if said["title"]:
        drawing.title(document, said["title"], said["abstract"])
    else:
        drawing.put(document.add_paragraph(), "", 12)
    _addressed(document, said["to_label"], said["to"])
    for block in said["blocks"]:
        _block(document, block)
    _signed(document, said)


def _saved(document: Any) -> bytes:
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def _properties(document: Any, paper: Paper, subject: str) -> None:
    about, made_at = document.core_properties, paper.made_at.replace(tzinfo=None)
    about.title, about.author, about.language, about.comments = subject, "", "vi-VN", ""
    about.created, about.modified, about.last_modified_by = made_at, made_at, ""


def _addressed(document: Any, label: str, to: list[str]) -> None:
    """One addressee beside the label in the middle of the page, several below each other at its right."""
    if not to:
        return
    if len(to) == 1:
        paragraph = document.add_paragraph()
        paragraph.alignment = drawing.CENTRE
        drawing.put(paragraph, f"{label} {to[0]}", 14)
    else:
        left, right = drawing.grid(document, [46, 114], 1, border=False).rows[0].cells
        drawing.stack(left, [label], 14, align=drawing.RIGHT)
        drawing.stack(right, to, 14, align=drawing.LEFT)
        for paragraph in right.paragraphs:
            paragraph.paragraph_format.left_indent = Mm(3)
    drawing.put(document.add_paragraph(), "", 8)


def _block(document: Any, block: Mapping[str, Any]) -> None:
    if block["form"] == Form.HEADING:
        document.add_paragraph(block["text"], style="Chapter" if block["level"] == 1 else "Section")
    elif block["form"] == Form.LIST:
        for place, item in enumerate(block["items"], start=1):
            last = place == len(block["items"])
            document.add_paragraph(item, style="Kept" if last and block["keep"] else "Body")
    elif block["form"] == Form.TABLE:
        _table(document, block)
    else:
        paragraph = document.add_paragraph(style="Kept" if block["keep"] else "Body")
        if block["label"]:
            paragraph.add_run(f"{block['label']} ").bold = True
        paragraph.add_run(block["text"])


def _table(document: Any, block: Mapping[str, Any]) -> None:
    """The heading stands on every page that the table reaches; no row is torn apart."""
    columns = block["columns"]
    table = drawing.grid(document, [column["width"] for column in columns], 1 + len(block["rows"]), border=True)
    table.rows[0]._tr.get_or_add_trPr().append(drawing.element("w:tblHeader"))
    for row, texts in zip(table.rows, [[column["label"] for column in columns], *block["rows"]], strict=True):
        row._tr.get_or_add_trPr().append(drawing.element("w:cantSplit"))
        head = row._tr is table.rows[0]._tr
        for cell, text, column in zip(row.cells, texts, columns, strict=True):
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            drawing.stack(cell, [text], 12, align=drawing.CENTRE if head else ALIGN[column["align"]], bold=head)
            form = cell.paragraphs[0].paragraph_format
            form.space_before = form.space_after = Pt(2)
            form.left_indent = form.right_indent = Mm(1)
    drawing.put(document.add_paragraph(), "", 6)


def _signed(document: Any, said: Mapping[str, Any]) -> None:
    left, right = drawing.signatures(document, landscape=said["landscape"])
    first, last = said["signatures"][0], said["signatures"][-1]
    drawing.signature(right, last["signed_as"], last["name"])
    if said["below"]:
        drawing.signature(left, first["signed_as"], first["name"])
        drawing.recipients(document, said["recipients_heading"], said["recipients"])
    else:
        drawing.recipients(left, said["recipients_heading"], said["recipients"])
