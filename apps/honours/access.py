"""Who reads the scan of a decision: it names everybody. Whoever entered it, and those who see every line of it."""

from __future__ import annotations

from apps.accounts.models import User
from apps.files.access import Link, register_access
from apps.honours.models import Award, Decision
from apps.honours.rules import can_correct


def _scan(user: User, pk: int) -> Link | None:
    rows = Decision.objects.visible_to(user).filter(pk=pk, scan__isnull=False).select_related("scan")
    found = rows.first()
    if found is None or found.scan is None:
        return None
    return Link(found.scan, found.scan.name) if reads_scan(user, found) else None


def reads_scan(user: User, decision: Decision) -> bool:
    if can_correct(user, decision):
        return True
    seen = Award.objects.visible_to(user).filter(decision=decision).count()
    return 0 < seen == Award.objects.filter(decision=decision).count()


def register() -> None:
    """Called once, from `apps.py`."""
    register_access("award-decision", _scan)
