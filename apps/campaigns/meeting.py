"""A conference with everything that belongs to it, read at once: for its page and for its papers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from apps.campaigns.models import Chair, Conference, Contribution, Delegate, Invitation, Minutes, ProgrammeItem
from apps.offices.models import Office


@dataclass(frozen=True)
class Attendance:
    """Of one member office, or of the guests (`office` None). `people` are sorted by given name; a reader who may not
    know them gets their number alone."""

    office: Office | None
    people: tuple[Delegate, ...]
    number: int


@dataclass(frozen=True)
class Meeting:
    conference: Conference
    members: tuple[Office, ...]  # in the cluster's order, named as on the day of the conference
    chairs: tuple[Chair, ...]
    programme: tuple[ProgrammeItem, ...]
    delegates: tuple[Delegate, ...]
    talks: tuple[Contribution, ...]
    invitation: Invitation | None
    minutes: Minutes | None

    def name(self, office_id: int | None) -> str:
        """An office as it was called then; one that is no member any more, as it is called today, is not asked for."""
        return next((str(office.name_then) for office in self.members if office.pk == office_id), "")  # type: ignore[attr-defined]

    def attendance(self, named: Collection[int] | None = None) -> list[Attendance]:
        """By office, then the guests. `named`: offices whose people are named; None for everybody."""
        found = []
        for office in (*self.members, None):
            key = office.pk if office else None
            people = tuple(each for each in self.delegates if each.office_id == key)
            if people or office:
                seen = named is None or key in named
                found.append(Attendance(office, people if seen else (), len(people)))
        return found


def meeting_of(conference: Conference) -> Meeting:
    """Seven queries, whatever the length of the lists; `conference.period` is loaded."""
    period = conference.period
    members = Office.objects.members_of(conference.cluster, period.starts_on, period.ends_on)
    return Meeting(
        conference,
        tuple(members.named_on(conference.held_on)),
        tuple(Chair.objects.filter(conference=conference).select_related("office").order_by("position")),
        tuple(ProgrammeItem.objects.filter(conference=conference).order_by("position", "pk")),
        tuple(Delegate.objects.filter(conference=conference).order_by("sort_key", "pk")),
        tuple(Contribution.objects.filter(conference=conference).select_related("office").order_by("position", "pk")),
        Invitation.objects.filter(conference=conference).select_related("scan", "issued__word", "issued__pdf").first(),
        Minutes.objects.filter(conference=conference).select_related("scan", "issued__word", "issued__pdf").first(),
    )
