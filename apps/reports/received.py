"""What other members read of the offices' reports once the period is published: the versions that were received.

Never what an office holds now, nor what it sent since: only whether something newer awaits receipt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from apps.accounts.models import User
from apps.campaigns.models import Period
from apps.offices.models import Office
from apps.reports.content import digest, live
from apps.reports.models import Version


@dataclass(frozen=True)
class Received:
    """The version of an office received last; `awaits`: its report holds something else by now."""

    version: Version
    awaits: bool


def received(period: Period, offices: Iterable[Office], user: User) -> dict[int, Received]:
    """By office id; offices of which nothing was received are left out. Thirteen queries, whatever their number."""
    asked = list(offices)
    latest = latest_received(period, asked, user)
    held = live(period, [office for office in asked if office.pk in latest])
    return {pk: Received(version, digest(held[pk]) != version.digest) for pk, version in latest.items()}


def latest_received(period: Period, offices: Iterable[Office], user: User) -> dict[int, Version]:
    """By office id, as far as the reader may see them. One query."""
    rows = Version.objects.visible_to(user).filter(report__period=period, report__office__in=list(offices))
    rows = rows.filter(received_at__isnull=False).select_related("report")
    return {row.report.office_id: row for row in rows.order_by("report_id", "number")}
