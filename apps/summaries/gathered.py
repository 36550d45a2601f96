"""The offices' prose side by side, by the section of the cluster's report into which it is merged. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from django.utils import timezone

from apps.campaigns.scope import Scope
from apps.core.text import nfc
from apps.reports.enums import ReportState, Section
from apps.reports.models import Version
from apps.reports.standing import Standing, standings
from apps.summaries.enums import ProseSection
from apps.summaries.models import Prose

# Into which of the cluster's sections an office's are merged; the others the secretariat writes by itself.
MERGED: dict[ProseSection, tuple[Section, ...]] = {
    ProseSection.SITUATION: (Section.ADVANTAGES, Section.DIFFICULTIES),
    ProseSection.ASSESSMENT: (Section.ASSESSMENT,),
    ProseSection.LESSONS: (Section.EXPERIENCE,),
    ProseSection.SOLUTIONS: (Section.PLAN,),
    ProseSection.PROPOSALS: (Section.PROPOSALS,),
}
STATES = {
    ReportState.DRAFT: "neutral",
    ReportState.SENT: "info",
    ReportState.TO_COMPLETE: "warn",
    ReportState.RECEIVED: "ok",
    ReportState.STALE: "warn",
}


@dataclass(frozen=True)
class Paragraph:
    """`number` counts within its section of its office; `taken`: it stands in the cluster's text already."""

    number: int
    text: str
    taken: bool


@dataclass(frozen=True)
class Part:
    section: Section
    label: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Card:
    """What one office says for a section of the cluster; nothing of a report that was never sent."""

    code: str
    name: str
    state: ReportState
    badge: str
    version: Version | None
    sent_on: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Gathered:
    """A section of the cluster's report. `seen` names the text that the page showed: see `append_prose`."""

    section: ProseSection
    label: str
    own: str
    seen: str
    cards: tuple[Card, ...]


def seen(text: str) -> str:
    return sha256(nfc(text).encode()).hexdigest()


def paragraphs(text: str) -> list[str]:
    """A line is a paragraph."""
    return [line.strip() for line in nfc(text).splitlines() if line.strip()]


def may_read_gathered(scope: Scope) -> bool:
    """The secretariat and leaders at any time; other members once the cluster's report was published."""
    member = scope.cluster.pk in scope.roles.member_clusters
    return scope.reads_all or (member and scope.period.published_on is not None)


def gathered(scope: Scope) -> list[Gathered]:
    """All sections that are merged. A constant number of queries.

    To whoever reads all, the version sent last of each office. To other members, once the period was published, what
    was received, and what their own office sent.
    """
    own = {row.section: row.text for row in Prose.objects.filter(period=scope.period)}
    standing = standings(scope.period)
    return [
        Gathered(
            section=section, label=_capital(str(section.label)), own=own.get(section, ""),
            seen=seen(own.get(section, "")),
            cards=tuple(_card(scope, each, sections, own.get(section, "")) for each in standing),
        )
        for section, sections in MERGED.items()
    ]  # fmt: skip


def _card(scope: Scope, standing: Standing, sections: tuple[Section, ...], own: str) -> Card:
    version = standing.version if _readable(scope, standing) else None
    return Card(
        code=standing.office.code, name=str(getattr(standing.office, "short_name_then", standing.office.short_name)),
        state=standing.state, badge=STATES[standing.state], version=version,
        sent_on=timezone.localtime(version.sent_at).strftime("%d/%m/%Y") if version else "",
        parts=tuple(_parts(standing, sections, set(paragraphs(own)))) if version else (),
    )  # fmt: skip


def _readable(scope: Scope, standing: Standing) -> bool:
    version = standing.version
    if version is None:
        return False
    return scope.reads_all or standing.office.pk in scope.roles.office_ids or version.received_at is not None


def _parts(standing: Standing, sections: tuple[Section, ...], own: set[str]) -> Iterator[Part]:
    for section in sections:
        if text := standing.sent.prose.get(section):
            found = enumerate(paragraphs(text))
            yield Part(
                section, _capital(str(section.label)), tuple(Paragraph(n, line, line in own) for n, line in found)
            )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
