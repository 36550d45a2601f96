"""Which reports are expected: one of every office that is a member on the period's last day."""

from __future__ import annotations

from apps.campaigns.models import Period
from apps.offices.models import Office


def expected_offices(period: Period) -> list[Office]:
    """In the cluster's own order, with `name_then` and `short_name_then` as of that day. One query."""
    offices = Office.objects.members_of(period.cluster, period.ends_on, period.ends_on)
    return list(offices.named_on(period.ends_on))
