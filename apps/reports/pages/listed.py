"""The reports of a period, one line an office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from apps.campaigns.scope import Scope
from apps.reports.answers import Share
from apps.reports.enums import ReportState
from apps.reports.matrix import in_numbers, percent
from apps.reports.models import Version
from apps.reports.pages import places
from apps.reports.pages.words import COLOURS, state_words
from apps.reports.standing import Standing
from apps.reports.timeliness import Timeliness


@dataclass(frozen=True)
class Row:
    """`changes`: places at which the report differs from what was sent last. `provisional`: entered on behalf, and not
    confirmed yet; in words how it came."""

    office: str
    url: str
    state: str
    colour: str
    version: Version | None
    provisional: str
    received_at: datetime | None
    questions: int
    changes: int
    changes_url: str
    timeliness: Timeliness
    complete: str
    complete_note: str


@dataclass(frozen=True)
class Tally:
    """How many reports are in a state; all states are named, so that a zero is seen."""

    state: str
    colour: str
    count: int


def row_of(scope: Scope, standing: Standing, in_time: Timeliness, told: Share) -> Row:
    version, code = standing.version, standing.office.code
    changes = standing.difference.count if standing.changed else 0
    return Row(
        office=standing.office.short_name_then,  # type: ignore[attr-defined]  # set by expected_offices
        url=places.address(scope, "report", code),
        state=state_words(standing.state), colour=COLOURS[standing.state], version=version,
        provisional=str(version.get_way_display()) if version and version.awaits_confirmation else "",
        received_at=version.received_at if version else None,
        questions=standing.open_questions, changes=changes,
        changes_url=places.address(scope, "difference", code, version.number) if version and changes else "",
        timeliness=in_time, complete=percent(told), complete_note=in_numbers(told),
    )  # fmt: skip


def tallies(standings: Iterable[Standing]) -> list[Tally]:
    counted = Counter(each.state for each in standings)
    return [Tally(state_words(state), COLOURS[state], counted[state]) for state in ReportState]
