"""Who reads a stored file through a conference: the scan of its invitation and of its minutes."""

from __future__ import annotations

from apps.accounts.models import User
from apps.campaigns.models import Invitation, Minutes
from apps.campaigns.rules import can_read_minutes
from apps.files.access import Link, register_access
from apps.offices.roles import roles_of


def _invitation(user: User, pk: int) -> Link | None:
    rows = Invitation.objects.filter(conference__cluster__in=roles_of(user).cluster_ids, scan__isnull=False)
    found = rows.select_related("scan").filter(pk=pk).first()
    return Link(found.scan, found.scan.name) if found and found.scan else None


def _minutes(user: User, pk: int) -> Link | None:
    rows = Minutes.objects.filter(scan__isnull=False).select_related("scan", "conference__period")
    found = rows.filter(pk=pk).first()
    if found is None or found.scan is None:
        return None
    may = can_read_minutes(user, found.conference, numbered=found.is_numbered)
    return Link(found.scan, found.scan.name) if may else None


def register() -> None:
    """Called once, from `apps.py`."""
    register_access("invitation", _invitation)
    register_access("minutes", _minutes)
