"""Receipt opens an office's figures to the other members: told to the floor below, which decides who sees what."""

from __future__ import annotations

from apps.campaigns.models import Period
from apps.campaigns.scope import register_received
from apps.reports.enums import ReportState
from apps.reports.models import Report


def received_offices(period: Period) -> frozenset[int]:
    """Offices whose report stands as received: one that was sent back or sent again waits for its next receipt, one
    that merely changed since stays open. One query."""
    rows = Report.objects.filter(period=period, state=ReportState.RECEIVED).order_by()
    return frozenset(rows.values_list("office_id", flat=True))


def register() -> None:
    """Called once, from `apps.py`."""
    register_received(received_offices)
