"""The offices whose past is an office's own, and what a merger means for the register."""

from __future__ import annotations

from collections.abc import Iterable

from apps.accounts.models import User
from apps.honours.models import KnownSince
from apps.offices.mergers import Merger
from apps.offices.models import Lineage, Office


def families(offices: Iterable[int]) -> dict[int, list[int]]:
    """By office, itself first, then all that went into it, however far back. One query."""
    return {office: [office, *came_of] for office, came_of in Lineage.objects.predecessors(offices).items()}


def predecessors(office: Office) -> list[int]:
    return families([office.pk])[office.pk]


def pass_on(merger: Merger, by: User) -> None:
    """Handler of a merger. What was awarded stays with the office as it was. Whose people's register was complete goes
    on being so in the new office, from the merger's year on."""
    stated = KnownSince.objects.filter(office__in=[each.pk for each in merger.predecessors])
    if stated.exists():
        KnownSince.objects.create(office=merger.successor, year=merger.on.year, edited_by=by)
