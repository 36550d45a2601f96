"""II. What the cluster itself defined: a sentence for each indicator, with its sums and parts."""

from __future__ import annotations

from apps.core.words import uncapitalised
from apps.summaries import sentences as say
from apps.summaries.content.facts import Facts, OwnWork
from apps.summaries.content.outline.blocks import PARAGRAPH, Block, apart, compared, known, listed, sentence


def _text(facts: Facts, work: OwnWork) -> str:
    """Missing, none and zero are said differently; who has not reported is named where others have."""
    figure = facts.figures[work.code]
    if figure.is_missing:
        return say.OWN_MISSING.format(name=work.name)
    topic = say.OWN_TOPIC.format(name=uncapitalised(work.name))
    rest = apart(facts, work.code, none_at=say.OWN_NONE_AT, zero_at=say.OWN_ZERO_AT, topic=topic)
    if figure.is_none:
        return sentence(say.OWN_NONE.format(name=work.name), rest)
    if figure.number == 0:
        return sentence(say.OWN_ZERO.format(name=work.name), rest)
    text = say.OWN_VALUE.format(name=work.name, did=say.OWN_DID[str(figure.status)], code=work.code)
    sums = [say.OWN_SUM.format(name=uncapitalised(name), code=code) for code, name in work.sums if known(facts, code)]
    parts = [
        say.OWN_PART.format(name=uncapitalised(name), code=code) for code, name in work.parts if known(facts, code)
    ]
    text += say.OWN_SUMS.format(sums="; ".join(sums)) if sums else ""
    text += say.AMONG.format(parts=listed(parts)) if parts else ""
    return sentence(text + compared(facts, work.code) + ".", rest)


def own(facts: Facts) -> list[Block]:
    return [Block(PARAGRAPH, _text(facts, work), f"own.{work.code}") for work in facts.own]
