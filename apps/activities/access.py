"""Who reads a stored file through activities: whoever may open the line on which it stands as evidence."""

from __future__ import annotations

from apps.accounts.models import User
from apps.activities.models import Evidence
from apps.files.access import Link, register_access


def _evidence(user: User, pk: int) -> Link | None:
    found = Evidence.objects.alive().visible_to(user).filter(pk=pk).select_related("file").first()
    return Link(found.file, found.name) if found else None


def register() -> None:
    """Called once, from `apps.py`."""
    register_access("evidence", _evidence)
