"""Who reads a stored file through a pledge: the scan of what was signed, whoever may read what was signed."""

from __future__ import annotations

from apps.accounts.models import User
from apps.files.access import Link, register_access
from apps.pledges.models import PledgeVersion


def _scan(user: User, pk: int) -> Link | None:
    rows = PledgeVersion.objects.visible_to(user).filter(scan__isnull=False).select_related("scan")
    found = rows.filter(pk=pk).first()
    return Link(found.scan, found.scan.name) if found and found.scan else None


def register() -> None:
    """Called once, from `apps.py`."""
    register_access("pledge", _scan)
