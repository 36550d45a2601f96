"""What every write of activities needs: the day a record counts, and the right to enter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.activities.rules import can_enter
from apps.campaigns.closing import Closings, closings
from apps.campaigns.models import Conference, Period
from apps.core import words
from apps.offices.models import Cluster, Membership, Office


def counted_on(starts_on: date, conference: Conference | None) -> date:
    """The day a record counts: its own, or, attached to a conference, that day brought into the conference's period.

    The one writer of `Record.counted_on`. So the gifts of 04/7/2019 count on 30/6/2019, the last day of the first half.
    """
    if conference is None:
        return starts_on
    period = conference.period
    return min(max(starts_on, period.starts_on), period.ends_on)


def year_of(cluster: Cluster, day: date) -> int:
    """The emulation year in which a day counts: of the half that holds it, or else the calendar's."""
    half = Period.objects.halves().filter(cluster=cluster, starts_on__lte=day, ends_on__gte=day).first()
    return half.year if half else day.year


def named_bodies(lines: str) -> int:
    """How many bodies are named, one a line."""
    return sum(bool(line.strip()) for line in lines.splitlines())


def following(detail: Mapping[str, Any], former: object = None) -> dict[str, Any]:
    """The columns of a detail row with what follows from others: bodies that are named are counted, whatever number
    stood beside them. `former` is the row that is being changed."""
    columns = dict(detail)
    if named := named_bodies(columns.get("bodies_named", getattr(former, "bodies_named", ""))):
        columns["bodies"] = named
    return columns


@dataclass
class Entering:
    """Who enters, in which cluster, today: asked for every row, with the calendar loaded once."""

    by: User
    cluster: Cluster
    closings: Closings

    @classmethod
    def of(cls, by: User, cluster: Cluster) -> Entering:
        return cls(by, cluster, closings(cluster))

    def year_of(self, day: date) -> int:
        half = self.closings.half_of(day)
        return half.year if half else day.year

    def refuse(self, office: Office | None, day: date, starts_on: date | None = None) -> None:
        """Without the right to enter what counts on a day, or is stated for the span that begins on `starts_on` and
        ends on it; and once the figures of the period that holds it are closed, whoever enters."""
        if not can_enter(self.by, self.cluster, office, self.year_of(day)):
            raise PermissionDenied
        self.refuse_closed(office, day, starts_on)

    def refuse_closed(self, office: Office | None, day: date, starts_on: date | None = None) -> None:
        period = self.closings.of(office.pk if office else None, starts_on or day, day)
        if period is not None:
            raise closed(period, office)


def closed(period: Period, office: Office | None) -> ValidationError:
    assert period.closes_on is not None
    return ValidationError(
        _("The figures of %(office)s for %(period)s have been closed since %(day)s; ask for an extension."),
        params={"office": office.short_name if office else "", "period": words.uncapitalised(str(period)),
                "day": words.day(period.closes_on)},
        code="closed",
    )  # fmt: skip


def refuse_unless_entering(
    by: User, cluster: Cluster, office: Office | None, day: date, starts_on: date | None = None
) -> None:
    """`Entering.refuse` of a single write, and where the office is no member of the cluster on the day."""
    refuse_entry(Entering.of(by, cluster), office, day, starts_on)


def refuse_entry(entering: Entering, office: Office | None, day: date, starts_on: date | None = None) -> None:
    if not can_enter(entering.by, entering.cluster, office, entering.year_of(day)):
        raise PermissionDenied
    if office is None:
        return
    memberships = Membership.objects.filter(cluster=entering.cluster, office=office)
    if not memberships.during(day, day).exists():
        if not memberships.exists():
            raise PermissionDenied
        raise ValidationError(
            _("%(office)s is not a member of the cluster on %(day)s, the day on which this counts."),
            params={"office": str(office), "day": words.day(day)},
            code="membership",
        )
    entering.refuse_closed(office, day, starts_on)
