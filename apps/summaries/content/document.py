"""One document for page, Word and PDF: kept content, edited wordings, figures written into sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from apps.campaigns.models import Period
from apps.core import words
from apps.core.papers import phrases
from apps.core.papers.paper import built
from apps.summaries import sentences as say
from apps.summaries.content import annex, columns
from apps.summaries.content.facts import Facts
from apps.summaries.content.figures import Reading
from apps.summaries.content.gather import gather
from apps.summaries.content.outline import Block, abstract, blocks
from apps.summaries.content.outline.blocks import CHAPTER, SECTION
from apps.summaries.content.tokens import KeptFigure, Piece, pieces
from apps.summaries.models import Wording


def compose(facts: Facts, reading: Reading, at: datetime) -> dict[str, Any]:
    """The content of a summary, as it is kept: plain JSON, complete enough to draw the paper without the database."""
    recipients = [line.strip() for line in facts.prose.get("recipients", "").splitlines() if line.strip()]
    return {
        "as_of": at.isoformat(),
        "head": {
            "parent": list(facts.letterhead.parent_body),
            "issuer": list(facts.letterhead.issuer),
            "number": phrases.number_line(None, say.SYMBOL),
            "place_date": phrases.place_and_day(facts.letterhead.locality, None, facts.year),
            "title": say.TITLE,
            "abstract": abstract(facts),
        },
        "blocks": [block.keep() for block in blocks(facts)],
        "signed_as": list(say.SIGNED_AS),
        "recipients": _recipients(facts, recipients),
        "annex": annex.build(facts, words.moment(timezone.localtime(at))),
        "figures": {code: figure.keep() for code, figure in reading.figures.items()},
        "members": [{"code": m.code, "name": m.name, "short_name": m.short_name} for m in facts.members],
        "tasks": [task.keep() for task in facts.progress],
        "pledges": facts.pledges.keep() if facts.pledges else None,
        "differences": [list(difference) for difference in reading.differences],
        "untyped": [section for section in EXPECTED if section not in facts.prose],
    }


EXPECTED = ("assessment", "limits", "proposals")  # what a report should judge (TT 01/2024/TT-BNV, article 3.3)


def write(period: Period, paper: str, at: datetime) -> dict[str, Any]:
    """Figures, then sentences, in one go."""
    return compose(*gather(period, paper, timezone.localdate(at)), at)


def _recipients(facts: Facts, typed: list[str]) -> list[str]:
    """As typed; where nothing was, whom a report of the cluster goes to."""
    if typed:
        return [line if line.startswith("-") else f"- {line}" for line in typed]
    superior = [say.RECIPIENT_SUPERIOR.format(body=facts.managing_body)] if facts.managing_body else []
    return list(phrases.recipients([*superior, say.RECIPIENT_MEMBERS.format(cluster=facts.cluster)]))


@dataclass(frozen=True)
class Line:
    """A block ready to be drawn. `edited` was reworded by hand; `outdated`: the program meanwhile proposes another
    sentence than the one that was edited."""

    kind: str
    code: str
    section: str
    pieces: tuple[Piece, ...]
    source: str
    generated: str
    edited: bool = False
    outdated: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def figures_of(content: Mapping[str, Any]) -> dict[str, KeptFigure]:
    return {code: KeptFigure.read(kept) for code, kept in content.get("figures", {}).items()}


def document_lines(content: Mapping[str, Any], wordings: Iterable[Wording]) -> list[Line]:
    """The blocks with edited wordings in place of the generated ones, and the end mark after the last."""
    figures = figures_of(content)
    edited = {wording.paragraph: wording for wording in wordings}
    found = []
    kept = [Block.read(each) for each in content.get("blocks", ())]
    for place, block in enumerate(kept):
        wording = edited.get(block.code) if block.code else None
        source = wording.text if wording else block.text
        end = phrases.END_MARK if place == len(kept) - 1 else ""
        shown = source.rstrip(" .;") + end if end else source
        literal = bool(block.section) or block.kind in {CHAPTER, SECTION}
        found.append(
            Line(
                block.kind, block.code, block.section,
                (Piece(shown),) if literal else tuple(pieces(shown, figures)), source, block.text,
                edited=wording is not None, outdated=wording is not None and wording.generated != block.text,
            )
        )  # fmt: skip
    return found


def paper_context(content: Mapping[str, Any], wordings: Iterable[Wording], *, draft: bool) -> dict[str, Any]:
    """Everything that a Word template or the typst layout draws: strings only, the same for both. `built` dates the
    file itself, so that the same content gives the same file. `keep`: on one page with the list or the signatures that
    follow."""
    lines = document_lines(content, wordings)
    return {
        **content["head"],
        "nation": phrases.NATION,
        "motto": phrases.MOTTO,
        "under_number": [],
        "built": built(datetime.fromisoformat(content["as_of"])),
        "draft": phrases.DRAFT_MARK if draft else "",
        "blocks": [
            {"kind": line.kind, "text": line.text, "keep": place == len(lines) - 1 or line.text.endswith(":")}
            for place, line in enumerate(lines)
        ],
        "signed_as": list(content["signed_as"]),
        "recipients_heading": phrases.RECIPIENTS_HEADING,
        "recipients": list(content["recipients"]),
        "annex": {**content["annex"], **columns.heads()},
    }
