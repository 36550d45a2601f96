"""III. Launching and registering, what came of it, commendations, and what the cluster did together."""

from __future__ import annotations

from collections.abc import Sequence

from apps.core.text import fold
from apps.summaries import sentences as say
from apps.summaries.content.facts import Facts, Meeting, Movement
from apps.summaries.content.outline import pledges
from apps.summaries.content.outline.blocks import (
    ITEM,
    PARAGRAPH,
    Block,
    day,
    listed,
    not_reported,
    part_words,
    sentence,
    typed,
)
from apps.summaries.enums import Paper


def launch(facts: Facts) -> list[Block]:
    found = [
        Block(PARAGRAPH, _launched(movement, _above(movement, facts.movements)), f"launch.movement.{place}")
        for place, movement in enumerate(facts.movements, start=1)
    ]
    return [*found, *_registration(facts), *pledges.short(facts)]


def _lower(name: str) -> str:
    """“Phong trào thi đua …” within a sentence begins small; a name of its own keeps its capital."""
    return name[:1].lower() + name[1:] if name.lower().startswith("phong trào") else f"phong trào “{name.strip('“”')}”"


def _above(movement: Movement, movements: Sequence[Movement]) -> Movement | None:
    """The movement that it carries out, where this report tells of it."""
    return next((each for each in movements if movement.carries_out and each.name == movement.carries_out), None)


def _launched(movement: Movement, above: Movement | None) -> str:
    """One that carries out another comes after it, and does not say the same theme again."""
    told_by_name = movement.launched_by.lower() in movement.name.lower()
    template = say.LAUNCHED if told_by_name or not movement.launched_by else say.TAKEN_UP
    said = template.format(
        partner=say.WITH_PARTNER.format(partner=movement.partner) if movement.partner else say.WITHOUT_PARTNER,
        name=_lower(movement.name),
        launched_by=movement.launched_by,
        theme=say.WITH_THEME.format(theme=movement.theme.strip('“”" '))
        if movement.theme and (above is None or above.theme != movement.theme)
        else "",
    )
    return say.CARRYING_OUT.format(said=f"{said[:1].lower()}{said[1:]}") if above else said


def _registration(facts: Facts) -> list[Block]:
    rate = facts.figures["registration_rate"]
    if rate.is_missing:
        return [Block(PARAGRAPH, say.REGISTERED_MISSING, "launch.registration")]
    text = sentence(say.REGISTERED_ALL, not_reported(facts, "registered", "đăng ký thi đua"))
    phrases, _ = part_words(facts, say.REGISTERED_TITLE_PARTS)
    if phrases:
        text = sentence(text, say.REGISTERED_TITLES.format(titles="; ".join(phrases)))
    return [Block(PARAGRAPH, text, "launch.registration")]


def models(facts: Facts) -> list[Block]:
    """Typed results and shared experiences. Talks held at the conference are known only after it."""
    shared = [each for each in facts.experiences if facts.paper == Paper.AFTER or not each.at_conference]
    return typed(facts, "models") + [
        Block(
            PARAGRAPH,
            (say.SHARED_AT_CONFERENCE if each.at_conference else say.SHARED).format(
                office=each.office or facts.cluster,
                title=each.title.strip('“”" '),
                summary=f": {each.summary[:1].lower()}{each.summary[1:].rstrip(' .')}" if each.summary else "",
            ),
            f"models.experience.{place}",
        )
        for place, each in enumerate(shared, start=1)
    ]


def awards(facts: Facts) -> list[Block]:
    return typed(facts, "awards")


def cluster(facts: Facts) -> list[Block]:
    if facts.meeting is None:
        return []
    return _held(facts, facts.meeting) if facts.paper == Paper.AFTER else _planned(facts, facts.meeting)


def _words(facts: Facts, meeting: Meeting) -> dict[str, str]:
    when = say.WHEN[meeting.part_of_day].format(day=day(meeting.held_on))
    return {
        "when": when, "when_lower": when[:1].lower() + when[1:], "place": meeting.place, "cluster": facts.cluster,
        "title": meeting.title, "host": say.HOSTED_BY.format(host=meeting.host) if meeting.host else "",
    }  # fmt: skip


def chairs_of(facts: Facts, meeting: Meeting) -> str:
    """“Đồng chí Nguyễn Văn A, Chánh Văn phòng Đoàn ĐBQH tỉnh …, Cụm trưởng”; without a person the office stands alone.

    What the post says already, the office or its place in the cluster, is not said twice.
    """
    posts = {member.name: post for member, post in ((facts.leader, "Cụm trưởng"), (facts.deputy, "Cụm phó")) if member}
    found = []
    for chair in meeting.chairs:
        parts = [f"đồng chí {chair.person}", chair.post] if chair.person else []
        parts += [part for part in (chair.office, posts.get(chair.office, "")) if fold(part) not in fold(chair.post)]
        found.append(", ".join(part for part in parts if part))
    return listed(found, between="; ")


def _held(facts: Facts, meeting: Meeting) -> list[Block]:
    chairs = chairs_of(facts, meeting)
    text = sentence(
        say.CONFERENCE_HELD.format(**_words(facts, meeting)),
        _capital(say.CHAIRED.format(chairs=chairs)) if chairs else "",
        say.SUPERIORS.format(superiors=listed(meeting.superiors, between="; ")) if meeting.superiors else "",
    )
    found = [Block(PARAGRAPH, text, "cluster.conference")]
    if meeting.resolutions:
        found.append(Block(PARAGRAPH, say.RESOLVED, "cluster.resolved"))
    return found + [
        Block(
            ITEM,
            f"- {line.strip('-–• .;')}{'.' if place == len(meeting.resolutions) else ';'}",
            f"cluster.resolution.{place}",
        )
        for place, line in enumerate(meeting.resolutions, start=1)
    ]


def _planned(facts: Facts, meeting: Meeting) -> list[Block]:
    chairs = chairs_of(facts, meeting)
    text = sentence(
        say.CONFERENCE_PLANNED.format(**_words(facts, meeting)),
        say.TO_BE_CHAIRED.format(chairs=chairs) if chairs else "",
        say.SUPERIORS_INVITED.format(superiors=listed(meeting.superiors, between="; ")) if meeting.superiors else "",
    )
    return [Block(PARAGRAPH, text, "cluster.conference")]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
