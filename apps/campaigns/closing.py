"""Closing of figures (chốt số liệu): what an office's period says is closed after the closing day, unless an extension
is in force. The closing day itself is still open; days are those of Vietnam. Decision record 0011."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils import timezone

from apps.campaigns.enums import HALVES
from apps.campaigns.models import Extension, Period
from apps.offices.models import Cluster, Office


def day_passed(period: Period, on: date) -> bool:
    """Whether the closing day lies behind. A period without a closing day stays open."""
    return period.closes_on is not None and on > period.closes_on


def is_closed(period: Period, office: Office, on: date) -> bool:
    """One query, and none as long as the closing day has not passed."""
    return bool(closed_offices(period, [office], on))


def closed_offices(period: Period, offices: Iterable[Office], on: date) -> frozenset[int]:
    """The keys of those for whom the period is closed; one query for all of them."""
    if not day_passed(period, on):
        return frozenset()
    keys = frozenset(office.pk for office in offices)
    return keys - frozenset(
        Extension.objects.in_force(on).filter(period=period, office__in=keys).values_list("office_id", flat=True)
    )


def closed_pairs(pairs: Collection[tuple[Period, Office]], on: date) -> frozenset[tuple[int, int]]:
    """(period, office) keys of the pairs that are closed; one query whatever their number."""
    asked = {(period.pk, office.pk) for period, office in pairs if day_passed(period, on)}
    if not asked:
        return frozenset()
    periods = {period for period, _office in asked}
    extended = Extension.objects.in_force(on).filter(period__in=periods).values_list("period_id", "office_id")
    return frozenset(asked - set(extended))


@dataclass
class Closings:
    """The periods of a cluster on a day: loaded once, asked for every row. Extensions are read when the first closed
    period is asked about, so that open periods cost nothing."""

    on: date
    periods: tuple[Period, ...]
    _belongs: dict[tuple[date, date], Period | None] = field(default_factory=dict)

    @cached_property
    def _extended(self) -> frozenset[tuple[int, int]]:
        passed = [each.pk for each in self.periods if day_passed(each, self.on)]
        rows = Extension.objects.in_force(self.on).filter(period__in=passed)
        return frozenset(rows.values_list("period_id", "office_id"))

    def half_of(self, day: date) -> Period | None:
        return next((each for each in self.periods if each.kind in HALVES and _holds(each, day, day)), None)

    def of(self, office: int | None, starts_on: date, ends_on: date | None = None) -> Period | None:
        """The closed period to which a day, or a span of days, of this office belongs; None while it is open.

        It belongs to the shortest period that holds it whole: a record to its half, a figure stated for the whole year
        to the year. What no period holds is not closed, nor is the cluster's own line (office None).
        """
        if office is None:
            return None
        span = (starts_on, ends_on or starts_on)
        if span not in self._belongs:
            holding = [each for each in self.periods if _holds(each, *span)]
            shortest = min(
                holding, key=lambda each: (each.kind not in HALVES, each.ends_on - each.starts_on), default=None
            )
            self._belongs[span] = shortest
        period = self._belongs[span]
        if period is None or not day_passed(period, self.on) or (period.pk, office) in self._extended:
            return None
        return period


def _holds(period: Period, starts_on: date, ends_on: date) -> bool:
    return period.starts_on <= starts_on and ends_on <= period.ends_on


def closings(cluster: Cluster, on: date | None = None, periods: Iterable[Period] | None = None) -> Closings:
    """One query for the periods, where they are not given, and one for the extensions once they are needed.

    `on` is today, in Vietnam, where it is not given.
    """
    found = Period.objects.filter(cluster=cluster) if periods is None else periods
    return Closings(on=on or timezone.localdate(), periods=tuple(found))
