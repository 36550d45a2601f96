"""The offices' prose side by side, by the section of the cluster's report into which it is merged. Reads only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from django.utils import timezone
from django.utils.translation import gettext as _

from apps.campaigns.scope import Scope
from apps.core.text import nfc
from apps.offices.models import Office
from apps.reports.content import Content, from_json
from apps.reports.enums import ReportState, Section
from apps.reports.models import Version
from apps.reports.received import latest_received
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
    """What one office says for a section of the cluster; nothing of a report that was never sent. `word` is the state
    of its report; of other offices members see only whether something was received."""

    code: str
    name: str
    word: str
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
    was received last, and what their own office sent.
    """
    own = {row.section: row.text for row in Prose.objects.filter(period=scope.period)}
    standing = standings(scope.period)
    offices = [each.office for each in standing]
    received = {} if scope.reads_all else latest_received(scope.period, offices, scope.user)
    shown = [_shown(scope, each, received) for each in standing]
    return [
        Gathered(
            section=section, label=_capital(str(section.label)), own=own.get(section, ""),
            seen=seen(own.get(section, "")),
            cards=tuple(_card(each, sections, own.get(section, "")) for each in shown),
        )
        for section, sections in MERGED.items()
    ]  # fmt: skip


@dataclass(frozen=True)
class _Shown:
    """Which version of an office the reader sees, and what is said of it."""

    office: Office
    word: str
    badge: str
    version: Version | None


def _shown(scope: Scope, standing: Standing, received: Mapping[int, Version]) -> _Shown:
    if scope.reads_all or standing.office.pk in scope.roles.office_ids:
        return _Shown(standing.office, str(standing.state.label), STATES[standing.state], standing.version)
    version = received.get(standing.office.pk)
    if version is None:
        return _Shown(standing.office, _("nothing received"), "neutral", None)
    return _Shown(standing.office, str(ReportState.RECEIVED.label), STATES[ReportState.RECEIVED], version)


def _card(shown: _Shown, sections: tuple[Section, ...], own: str) -> Card:
    version, office = shown.version, shown.office
    return Card(
        code=office.code, name=str(getattr(office, "short_name_then", office.short_name)),
        word=shown.word, badge=shown.badge, version=version,
        sent_on=timezone.localtime(version.sent_at).strftime("%d/%m/%Y") if version else "",
        parts=tuple(_parts(from_json(version.content), sections, set(paragraphs(own)))) if version else (),
    )  # fmt: skip


def _parts(content: Content, sections: tuple[Section, ...], own: set[str]) -> Iterator[Part]:
    for section in sections:
        if text := content.prose.get(section):
            found = enumerate(paragraphs(text))
            yield Part(
                section, _capital(str(section.label)), tuple(Paragraph(n, line, line in own) for n, line in found)
            )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
