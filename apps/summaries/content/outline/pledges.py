"""What came of the pledges: of a year a chapter of its own, of a half one sentence beside the registrations."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from apps.campaigns.enums import PeriodKind
from apps.core.words import uncapitalised
from apps.pledges.enums import Standing
from apps.summaries import sentences as say
from apps.summaries.content.facts import Facts, PledgeFacts, TargetFact
from apps.summaries.content.outline.blocks import ITEM, PARAGRAPH, Block, is_estimated, known, listed, sentence


def chapter(facts: Facts) -> list[Block]:
    """Of the year; nothing where nobody had signed by its end."""
    found = facts.pledges
    if found is None or facts.kind != PeriodKind.YEAR:
        return []
    lead = say.PLEDGED.format(
        period=_capital(say.HALF[facts.kind].format(year=facts.year)),
        targets=listed([words for code, words in say.PLEDGED_TARGETS.items() if known(facts, code)]),
    )
    unsigned = say.PLEDGED_NOT.format(names=listed(_names(facts, found.unsigned))) if found.unsigned else ""
    return [
        Block(PARAGRAPH, sentence(lead, unsigned), "pledges.lead"),
        *_standing(facts, found),
        *_offices(facts, found, Standing.BEHIND, say.PLEDGED_BEHIND_LEAD.format(behind=_behind(found)), _missed),
        *_offices(facts, found, Standing.NO_DATA, say.PLEDGED_NO_DATA_LEAD, _untold),
    ]


def short(facts: Facts) -> list[Block]:
    """Of a half."""
    found = facts.pledges
    if found is None or facts.kind == PeriodKind.YEAR:
        return []
    period = say.HALF[facts.kind].format(year=facts.year)
    parts = listed(_parts(facts, found))
    standing = say.PLEDGED_HALF_STANDING.format(period=period, parts=parts) if parts else ""
    return [Block(PARAGRAPH, say.PLEDGED_HALF.format(standing=standing), "launch.pledges")]


def _standing(facts: Facts, found: PledgeFacts) -> list[Block]:
    measured = [each for each in found.targets if each.standing]
    if not measured:
        return []
    estimated = any(each.figure and not each.figure.is_missing and is_estimated(each.figure) for each in measured)
    note = say.ESTIMATED_NOTE if estimated else ""
    if all(each.standing == Standing.REACHED for each in measured):
        return [Block(PARAGRAPH, say.PLEDGED_ALL.format(estimated=note), "pledges.standing")]
    text = say.PLEDGED_STANDING.format(parts=listed(_parts(facts, found)), estimated=note)
    whole = [
        office
        for office, targets in groupby(measured, key=lambda each: each.office)
        if all(each.standing == Standing.REACHED for each in targets)
    ]
    form = {0: say.PLEDGED_WHOLE_NONE, 1: say.PLEDGED_WHOLE_ONE}.get(len(whole), say.PLEDGED_WHOLE)
    said = form.format(names=listed(_names(facts, tuple(whole))))
    return [Block(PARAGRAPH, sentence(text, said), "pledges.standing")]


def _parts(facts: Facts, found: PledgeFacts) -> list[str]:
    return [words.format(behind=_behind(found)) for code, words in say.PLEDGED_PARTS.items() if known(facts, code)]


def _behind(found: PledgeFacts) -> str:
    return say.PLEDGED_BEHIND[found.is_over]


def _offices(
    facts: Facts, found: PledgeFacts, standing: Standing, lead: str, words: Callable[[TargetFact], str]
) -> list[Block]:
    """A line for each office that has targets which stand so."""
    of = [each for each in found.targets if each.standing == standing]
    lines = [
        (office, say.PLEDGED_OFFICE.format(
            office=listed(_names(facts, (office,))), targets="; ".join(words(each) for each in targets)
        ))
        for office, targets in groupby(of, key=lambda each: each.office)
    ]  # fmt: skip
    if not lines:
        return []
    code = f"pledges.{standing.value}"
    return [Block(PARAGRAPH, lead, code)] + [
        Block(ITEM, f"- {line}{'.' if place == len(lines) else ';'}", f"{code}.{office}")
        for place, (office, line) in enumerate(lines, start=1)
    ]


def _missed(target: TargetFact) -> str:
    code = target.figure.code if target.figure else ""
    return say.PLEDGED_TARGET.format(text=_inside(target.text), code=code, level=target.level)


def _untold(target: TargetFact) -> str:
    return say.PLEDGED_TARGET_NO_DATA.format(text=_inside(target.text), level=target.level)


def _inside(text: str) -> str:
    """Within a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else uncapitalised(text)


def _names(facts: Facts, codes: tuple[str, ...]) -> list[str]:
    names = {member.code: member.short_name for member in facts.members}
    return [names.get(code, code) for code in codes]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
