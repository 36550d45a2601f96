"""What every write of activities needs: the day a record counts, and the right to enter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.activities.rules import can_enter
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


def refuse_unless_entering(by: User, cluster: Cluster, office: Office | None, day: date) -> None:
    if not can_enter(by, cluster, office, year_of(cluster, day)):
        raise PermissionDenied
    if office is None:
        return
    memberships = Membership.objects.filter(cluster=cluster, office=office)
    if not memberships.during(day, day).exists():
        if not memberships.exists():
            raise PermissionDenied
        raise ValidationError(
            _("%(office)s is not a member of the cluster on %(day)s, the day on which this counts."),
            params={"office": str(office), "day": words.day(day)},
            code="membership",
        )
