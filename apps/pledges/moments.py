"""When progress is looked at: today, or the end of a period. Each reads the pledge that held then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period
from apps.campaigns.scope import Scope
from apps.core.words import day, uncapitalised
from apps.indicators.reading import Window
from apps.offices.models import Cluster
from apps.offices.roles import roles_of
from apps.pledges.versions import halves_of, year_window

if TYPE_CHECKING:
    from apps.accounts.models import User

NOW = "now"


@dataclass(frozen=True)
class Moment:
    """`window`: the days of the emulation year, `halves`: of its halves; `on`: up to which of them figures are read.
    `period` is the one whose figures those are, where there is one: it says who may read them, and where they open."""

    code: str
    label: str
    window: Window
    on: date
    period: Period | None = None
    halves: tuple[Window, ...] = ()

    @property
    def is_over(self) -> bool:
        """Nothing more counts for the year."""
        return self.on >= self.window.ends_on


def moments(periods: Sequence[Period], year: int, today: date) -> list[Moment]:
    """Those that may be chosen, in their order: the ends of the periods that have begun, and today while the year runs.

    The year's own period stands for the last half, which ends on the same day.
    """
    window, halves = year_window(periods, year), halves_of(periods, year)
    of_year = sorted((each for each in periods if each.year == year), key=lambda each: (each.ends_on, each.kind))
    ends = {each.ends_on: each for each in of_year}  # the whole year comes after the half that ends with it
    whole = next((each for each in of_year if each.kind == PeriodKind.YEAR), None)
    ended = [period for period in ends.values() if period.ends_on <= today]
    found = [Moment(period.code, _label(period), window, period.ends_on, period, halves) for period in ended]
    if not found or found[-1].on < window.ends_on:
        on = min(today, window.ends_on)
        found.append(Moment(NOW, _("today, %(day)s") % {"day": day(today)}, window, on, whole, halves))
    return found


def _label(period: Period) -> str:
    return _("end of %(period)s") % {"period": uncapitalised(str(period))}


def chosen(offered: Sequence[Moment], code: str) -> Moment | None:
    """Without a wish the last one: today, or how the year ended."""
    if not code:
        return offered[-1]
    return next((each for each in offered if each.code == code), None)


def moment_of(period: Period, periods: Sequence[Period], today: date) -> Moment:
    """How far a page of a period looks: to the period's end; to today while it runs or has not begun."""
    offered = moments(periods, period.year, today)
    return next((each for each in offered if each.on == period.ends_on), offered[-1])


def readable(
    moment: Moment, user: User, cluster: Cluster, year: int, periods: Sequence[Period], members: Iterable[int]
) -> frozenset[int]:
    """Offices whose figures the reader may see up to then: one's own; all for secretariat and leaders; others' once
    their report of the period was received."""
    held = roles_of(user)
    if moment.period is None:
        reads_all = held.reads_all(cluster.pk, year)
        return frozenset(office for office in members if reads_all or office in held.office_ids)
    return Scope(user, held, cluster, moment.period, tuple(periods)).readable_offices
