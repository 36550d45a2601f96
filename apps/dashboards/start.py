"""Which period a reader meets first."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q

from apps.activities.models import DirectFigure, Record
from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period
from apps.offices.models import Cluster, Membership


def period_to_show(cluster: Cluster, today: date) -> Period | None:
    """Of the halves with a record or a statement the one whose reports were due last; without any, the one that runs
    today, or else the last that began, or else the first. A year stands in where a cluster has no halves."""
    offices = Membership.objects.filter(cluster=cluster).values("office")
    ours = Q(cluster=cluster) | Q(office__in=offices)
    records = Record.objects.alive().filter(
        ours, counted_on__gte=OuterRef("starts_on"), counted_on__lte=OuterRef("ends_on")
    )
    statements = DirectFigure.objects.alive().filter(
        ours, starts_on__gte=OuterRef("starts_on"), ends_on__lte=OuterRef("ends_on")
    )
    known = Period.objects.filter(cluster=cluster).order_by("starts_on", "ends_on")
    periods = list(known.exclude(kind=PeriodKind.YEAR)) or list(known)
    filled = list(known.filter(Exists(records) | Exists(statements), pk__in=[each.pk for each in periods]))
    if filled:
        return max(filled, key=lambda each: (each.due_on or each.ends_on, each.ends_on))
    begun = [each for each in periods if each.starts_on <= today]
    running = [each for each in begun if today <= each.ends_on]
    return next(iter([*running, *reversed(begun), *periods]), None)
