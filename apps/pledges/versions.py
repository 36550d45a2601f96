"""The pledges of a year as they stand: which offices pledge, what each said in which version, within which days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from apps.accounts.models import User
from apps.campaigns.enums import HALVES, ConferenceKind, PeriodKind
from apps.campaigns.models import Conference, Period
from apps.indicators.reading import Window
from apps.offices.models import Cluster, Membership, Office
from apps.pledges.enums import PledgeState
from apps.pledges.models import PledgeTarget, PledgeVersion, PledgeVersionQuerySet
from apps.pledges.promised import Promise, Said


def promise_of(target: PledgeTarget) -> Promise:
    return Promise(target.text, target.indicator, target.comparison, target.value, target.numerator, target.denominator)


def said(version: PledgeVersion) -> Said:
    """Asks nothing of a version that came `with_lines`."""
    contents = tuple(line.text for line in version.contents.all())
    return Said(version.opening, contents, tuple(promise_of(line) for line in version.targets.all()))


@dataclass(frozen=True)
class OfficePledge:
    """An office of the year with the versions that the reader may see. `belongs` are the days of the year on which it
    is a member; `office` carries `name_then` and `short_name_then`."""

    office: Office
    belongs: Window
    signed: tuple[PledgeVersion, ...] = ()
    draft: PledgeVersion | None = None

    @property
    def state(self) -> PledgeState:
        if self.signed:
            return PledgeState.SIGNED if self.draft is None else PledgeState.AMENDING
        return PledgeState.NONE if self.draft is None else PledgeState.DRAFT

    @property
    def current(self) -> PledgeVersion | None:
        """The version signed last."""
        return self.signed[-1] if self.signed else None

    def in_force(self, on: date) -> PledgeVersion | None:
        """What held on a day; before the first was signed, nothing."""
        held = [each for each in self.signed if each.signed_on is not None and each.signed_on <= on]
        return held[-1] if held else None

    def before(self, version: PledgeVersion) -> PledgeVersion | None:
        """The version that this one amends."""
        return next((each for each in reversed(self.signed) if each.number < version.number), None)


def year_window(periods: Iterable[Period], year: int) -> Window:
    """The days that an emulation year counts: its own period, else its halves together, else the calendar's year."""
    of_year = [each for each in periods if each.year == year]
    whole = [each for each in of_year if each.kind == PeriodKind.YEAR] or of_year
    if not whole:
        return Window(date(year, 1, 1), date(year, 12, 31))
    return Window(min(each.starts_on for each in whole), max(each.ends_on for each in whole))


def halves_of(periods: Iterable[Period], year: int) -> tuple[Window, ...]:
    """The days of its halves, in their order: what offices report on one after the other."""
    of_year = (each for each in periods if each.year == year and each.kind in HALVES)
    return tuple(sorted(Window(each.starts_on, each.ends_on) for each in of_year))


def members(cluster: Cluster, window: Window) -> list[tuple[Office, Window]]:
    """Offices that belong to the cluster on some day of the year, in its order, with those days. Two queries."""
    offices = Office.objects.members_of(cluster, window.starts_on, window.ends_on).named_on(window.ends_on)
    days: dict[int, list[Membership]] = defaultdict(list)
    for row in Membership.objects.filter(cluster=cluster).during(window.starts_on, window.ends_on):
        days[row.office_id].append(row)
    return [(office, belongs_of(days[office.pk], window)) for office in offices]


def belongs_of(rows: Sequence[Membership], window: Window) -> Window:
    first = min(row.valid_from for row in rows)
    ends = [row.valid_to for row in rows]
    last = window.ends_on if None in ends else min(window.ends_on, max(day for day in ends if day is not None))
    return Window(max(window.starts_on, first), last)


def pledges_of(
    versions: PledgeVersionQuerySet, cluster: Cluster, year: int, offices: Sequence[tuple[Office, Window]]
) -> list[OfficePledge]:
    """One of each office, in their order. `versions`: those that may be seen. Three queries."""
    kept: dict[int, list[PledgeVersion]] = defaultdict(list)
    wanted = versions.of_year(cluster, year).filter(pledge__office__in=[office.pk for office, _days in offices])
    for version in wanted.with_lines().order_by("pledge_id", "number"):
        kept[version.pledge.office_id].append(version)
    return [
        OfficePledge(
            office, belongs, tuple(each for each in kept[office.pk] if each.is_signed),
            next((each for each in kept[office.pk] if not each.is_signed), None),
        )
        for office, belongs in offices
    ]  # fmt: skip


def visible_pledges(user: User, cluster: Cluster, year: int, window: Window) -> list[OfficePledge]:
    """Of all offices of a year, what a reader may see: signed pledges, and drafts of one's own. Five queries."""
    return pledges_of(PledgeVersion.objects.visible_to(user), cluster, year, members(cluster, window))


def conference_of(cluster: Cluster, year: int) -> Conference | None:
    """The conference at which the offices sign."""
    found = Conference.objects.filter(cluster=cluster, period__year=year, kind=ConferenceKind.PLEDGE)
    return found.order_by("held_on", "pk").first()
