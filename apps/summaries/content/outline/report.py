"""The whole report: chapters numbered in Roman, sections in Arabic, only those that have something to say."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from apps.summaries import sentences as say
from apps.summaries.content.facts import Facts
from apps.summaries.content.outline import emulation, own, pledges, progress, results
from apps.summaries.content.outline.blocks import CHAPTER, ITEM, PARAGRAPH, SECTION, Block, known, sentence, typed

Writer = Callable[[Facts], list[Block]]
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")


def period_name(facts: Facts) -> str:
    return say.HALF[facts.kind].format(year=facts.year)


def next_name(facts: Facts) -> str:
    return say.NEXT[facts.kind].format(year=facts.year, next_year=facts.year + 1)


def abstract(facts: Facts) -> list[str]:
    fill = {
        "review": say.REVIEW[facts.kind],
        "period": period_name(facts),
        "next": next_name(facts),
        "cluster": facts.cluster,
    }
    return [line.format(**fill) for line in say.ABSTRACT]


def _intro(facts: Facts) -> list[Block]:
    text = say.INTRO[facts.paper].format(cluster=facts.cluster, period=period_name(facts), next=next_name(facts))
    return [Block(PARAGRAPH, text, "intro")]


def _kind_of_offices(facts: Facts) -> tuple[str, list[str]]:
    """“Văn phòng Đoàn ĐBQH các tỉnh, thành phố” and the short names, where all names begin alike; else full names."""
    split = [member.name.split() for member in facts.members]
    alike = []
    for words in zip(*split, strict=False):
        if len(set(words)) > 1 or words[0] in {"tỉnh", "thành"}:
            break
        alike.append(words[0])
    if len(facts.members) > 1 and len(alike) >= 3:
        return " ".join(alike) + " các tỉnh, thành phố", [member.short_name for member in facts.members]
    return "Văn phòng", [member.name for member in facts.members]


def situation(facts: Facts) -> list[Block]:
    kind, names = _kind_of_offices(facts)
    members = say.MEMBERS.format(
        cluster_name=facts.cluster_name, count=f"{len(facts.members):02d}", kind=kind, names=", ".join(names)
    )
    posts = ""
    if facts.leader and facts.deputy:
        posts = say.POSTS.format(year=facts.year, leader=facts.leader.name, deputy=facts.deputy.name)
    elif facts.leader:
        posts = say.LEADER_ONLY.format(year=facts.year, leader=facts.leader.name)
    headcount = say.HEADCOUNT if known(facts, "headcount") else ""
    return [Block(PARAGRAPH, sentence(members, posts, headcount), "situation.members"), *typed(facts, "situation")]


def tasks(facts: Facts) -> list[Block]:
    found = []
    if facts.tasks:
        found.append(Block(PARAGRAPH, say.TASKS.format(next=next_name(facts), cluster=facts.cluster), "tasks.lead"))
        found += [Block(ITEM, f"{place}. {text}", f"tasks.{place}") for place, text in enumerate(facts.tasks, start=1)]
    return found + typed(facts, "solutions")


def _sections(facts: Facts, writers: Sequence[tuple[str, Writer]]) -> list[Block]:
    """Sections with something in them, numbered; a single one needs no heading."""
    written = [(name, body) for name, write in writers if (body := write(facts))]
    if len(written) == 1:
        return written[0][1]
    return [
        block
        for place, (name, body) in enumerate(written, start=1)
        for block in (Block(SECTION, f"{place}. {_heading(facts, name)}"), *body)
    ]


def _heading(facts: Facts, section: str) -> str:
    return progress.heading(facts) if section == "progress" else say.SECTIONS[section]


def _typed(section: str) -> Writer:
    return lambda facts: typed(facts, section)


RESULTS: tuple[tuple[str, Writer], ...] = (
    ("law", results.law), ("supervision", results.supervision), ("voters", results.voters),
    ("reception", results.reception), ("session-service", results.session_service),
    ("party-union", results.party_union), ("own", own.own), ("progress", progress.progress),
)  # fmt: skip
EMULATION: tuple[tuple[str, Writer], ...] = (
    ("launch", emulation.launch), ("models", emulation.models), ("awards", emulation.awards),
    ("cluster", emulation.cluster),
)  # fmt: skip
ASSESSMENT: tuple[tuple[str, Writer], ...] = (
    ("strengths", _typed("assessment")), ("limits", _typed("limits")), ("causes", _typed("causes")),
    ("lessons", _typed("lessons")),
)  # fmt: skip


def blocks(facts: Facts) -> list[Block]:
    chapters: tuple[tuple[str, list[Block]], ...] = (
        ("situation", situation(facts)),
        ("results", _sections(facts, RESULTS)),
        ("pledges", pledges.chapter(facts)),
        ("emulation", _sections(facts, EMULATION)),
        ("assessment", _sections(facts, ASSESSMENT)),
        ("next", tasks(facts)),
        ("proposals", typed(facts, "proposals")),
    )
    found = _intro(facts)
    present = [(name, body) for name, body in chapters if body]
    for roman, (name, body) in zip(ROMAN, present, strict=False):
        title = say.CHAPTERS[name].format(next=next_name(facts).upper())
        found += [Block(CHAPTER, f"{roman}. {title}"), *body]
    return found
