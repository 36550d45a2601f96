"""What a paper of an office says: plain strings, the same for Word, PDF and page. Knows no domain. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from apps.core.papers import phrases


class Kind(StrEnum):
    """Forms of Decree 30/2020/NĐ-CP, annex III: 1.5 công văn, 1.7 giấy mời, 1.9 biên bản, 1.4 báo cáo; and the pledge,
    which the decree has no form for: it is laid out as they are, without a number.

    A letter has no title: “V/v …” stands under its number. Minutes are signed by the secretary on the left and the
    chair on the right, a pledge by the witness and the head, and their recipients stand below; all others have the
    recipients on the left.
    """

    LETTER = "letter"
    INVITATION = "invitation"
    MINUTES = "minutes"
    REPORT = "report"
    PLEDGE = "pledge"


BY_TWO = frozenset({Kind.MINUTES, Kind.PLEDGE})

# As the decree abbreviates them in symbols; a letter has none.
ABBREVIATIONS = {Kind.LETTER: "", Kind.INVITATION: "GM", Kind.MINUTES: "BB", Kind.REPORT: "BC", Kind.PLEDGE: ""}
TITLES = {Kind.LETTER: "", Kind.INVITATION: "GIẤY MỜI", Kind.MINUTES: "BIÊN BẢN", Kind.REPORT: "BÁO CÁO",
          Kind.PLEDGE: "BẢN GIAO ƯỚC THI ĐUA"}  # fmt: skip


class Form(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True)
class Head:
    """Of the issuing office: names in lines, as printed."""

    parent: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    number: str = ""
    place_date: str = ""


@dataclass(frozen=True)
class Signature:
    """`signed_as`: what stands above it, e.g. “KT. CHÁNH VĂN PHÒNG” and “PHÓ CHÁNH VĂN PHÒNG”, one a line."""

    signed_as: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True)
class Column:
    """`width` in millimetres (160 of them fill the page); `align` is left, center or right."""

    label: str
    width: float
    align: str = "left"


@dataclass(frozen=True)
class Block:
    """Of a paragraph `label` is its bold beginning (“Thời gian:”); a heading of level 1 is a chapter; of a list each
    item is a paragraph of its own, written with its own mark."""

    form: str
    text: str = ""
    label: str = ""
    level: int = 1
    items: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    keep: bool = False  # on one page with what follows


def paragraph(text: str, label: str = "") -> Block:
    return Block(Form.PARAGRAPH, text=text, label=label)


def heading(text: str, level: int = 1) -> Block:
    return Block(Form.HEADING, text=text, level=level, keep=True)


def listed(*items: str) -> Block:
    return Block(Form.LIST, items=items)


def table(columns: tuple[Column, ...], rows: tuple[tuple[str, ...], ...]) -> Block:
    if any(len(row) != len(columns) for row in rows):
        raise ValueError("each row of a table has a cell for each column")
    return Block(Form.TABLE, columns=columns, rows=rows)


@dataclass(frozen=True)
class Paper:
    """A paper ready to be drawn. `made_at` dates the file itself, so that the same content gives the same file.

    A `landscape` page has 247 mm for its tables.
    `to` is whom it is addressed to, after `to_label`; what two sign is addressed to nobody.
    """

    kind: str
    head: Head
    made_at: datetime
    abstract: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    to_label: str = phrases.TO
    blocks: tuple[Block, ...] = ()
    recipients: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    title: str = ""
    draft: bool = False
    landscape: bool = False

    def __post_init__(self) -> None:
        if len(self.signatures) != (2 if self.kind in BY_TWO else 1):
            raise ValueError("minutes and pledges are signed by two, every other paper by one")
        if self.kind in BY_TWO and self.to:
            raise ValueError("minutes and pledges are addressed to nobody")

    def drawn(self) -> dict[str, Any]:
        """Everything that is drawn, in strings, with the words that every paper has: what `word`, `decree.typ` and the
        page read. Signs that no document can hold are left out."""
        letter = self.kind == Kind.LETTER
        to = phrases.dashed(self.to) if len(self.to) > 1 else self.to
        said = {
            "parent": self.head.parent, "issuer": self.head.issuer, "number": self.head.number,
            "place_date": self.head.place_date, "nation": phrases.NATION, "motto": phrases.MOTTO,
            "under_number": self.abstract if letter else (),
            "title": self.title or TITLES[Kind(self.kind)], "abstract": () if letter else self.abstract,
            "subject": " ".join([self.title or TITLES[Kind(self.kind)], *self.abstract]).strip(),
            "to_label": self.to_label if self.to else "", "to": to,
            "blocks": [asdict(block) for block in _kept_together(self.blocks)],
            "recipients_heading": phrases.RECIPIENTS_HEADING if self.recipients else "",
            "recipients": self.recipients, "signatures": [asdict(each) for each in self.signatures],
            "below": self.kind in BY_TWO, "draft": phrases.DRAFT_MARK if self.draft else "",
            "landscape": self.landscape,
        }  # fmt: skip
        return {**_clean(said), "built": built(self.made_at)}


def built(at: datetime) -> list[int]:
    return [at.year, at.month, at.day, at.hour, at.minute, at.second]


def _kept_together(blocks: tuple[Block, ...]) -> list[Block]:
    """The last block stays with the signatures, what announces a list or table with what it announces."""
    return [
        replace(block, keep=block.keep or place == len(blocks) or block.text.endswith(":"))
        for place, block in enumerate(blocks, start=1)
    ]


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return "".join(sign for sign in value if sign >= " " and sign not in "\x7f\ufffe\uffff")
    if isinstance(value, Mapping):
        return {key: _clean(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(each) for each in value]
    return value
