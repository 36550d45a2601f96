"""Who reads a stored file through what was promised: whoever may read the pledge that was signed, or the registrations
that were answered."""

from __future__ import annotations

from apps.accounts.models import User
from apps.files.access import Link, register_access
from apps.pledges.models import PledgeVersion, RegistrationAnswer, RegistrationSheet


def _scan(user: User, pk: int) -> Link | None:
    rows = PledgeVersion.objects.visible_to(user).filter(scan__isnull=False).select_related("scan")
    found = rows.filter(pk=pk).first()
    return Link(found.scan, found.scan.name) if found and found.scan else None


def _answer(user: User, pk: int) -> Link | None:
    seen = RegistrationSheet.objects.visible_to(user).values("pk")
    rows = RegistrationAnswer.objects.filter(version__sheet__in=seen, file__isnull=False).select_related("file")
    found = rows.filter(pk=pk).first()
    return Link(found.file, found.file.name) if found and found.file else None


def register() -> None:
    """Called once, from `apps.py`."""
    register_access("pledge", _scan)
    register_access("registration_answer", _answer)
