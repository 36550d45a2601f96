"""What is kept of a conference's paper when it is numbered: enough to draw it, and each single invitation, ever after.

Pure: nothing here reads the conference again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from apps.core.papers import kept, phrases
from apps.core.papers.paper import Block, Kind, Paper, Signature, listed, paragraph
from apps.offices.issuing import IssuingData


def invites(lead: str, invited: Sequence[str]) -> list[Block]:
    """One in a sentence, several in a list, nobody yet with room for a name."""
    if len(invited) == 1:
        return [paragraph(f"{lead}: {invited[0]}")]
    return [paragraph(f"{lead}:"), listed(*phrases.dashed(invited))] if invited else [paragraph(f"{lead}: ……")]


@dataclass(frozen=True)
class Said:
    """A paper with what it takes to number it: the symbol of its office, the place and the year of its day. Of an
    invitation also how it begins and whom it invites."""

    paper: Paper
    symbol: str
    locality: str
    year: int
    lead: str = ""
    invited: tuple[str, ...] = ()

    def keep(self) -> dict[str, Any]:
        return {
            "paper": kept.keep(self.paper), "symbol": self.symbol, "locality": self.locality, "year": self.year,
            "lead": self.lead, "invited": list(self.invited),
        }  # fmt: skip

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> Said:
        return cls(**{**content, "paper": kept.read(content["paper"]), "invited": tuple(content["invited"])})

    @property
    def words(self) -> dict[str, Any]:
        """What it says, without the moment at which it was drawn."""
        return {**self.keep(), "paper": {**kept.keep(self.paper), "made_at": ""}}

    def signed(self, row: IssuingData) -> Said:
        """With the number, day and signature of `row`; where it tells no signature, with the one that stood there."""
        head = replace(self.paper.head, number=phrases.number_line(row.number, row.symbol or self.symbol))
        if self.paper.kind != Kind.MINUTES:  # form 1.9 has its day in the text
            head = replace(head, place_date=phrases.place_and_day(self.locality, row.signed_on, self.year))
        *before, last = self.paper.signatures
        above = tuple(line.strip() for line in row.signed_as.splitlines() if line.strip())
        last = Signature(above or last.signed_as, row.signer or last.name)
        return replace(self, paper=replace(self.paper, head=head, signatures=(*before, last)))

    def to_one(self, place: int) -> Paper:
        """The invitation of that one alone, by place in the list from 0."""
        after = self.paper.blocks[len(invites(self.lead, self.invited)) :]
        return replace(self.paper, blocks=(*invites(self.lead, self.invited[place : place + 1]), *after))
