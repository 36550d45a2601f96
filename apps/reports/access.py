"""Who reads files through requests and the register: whoever may open the letter, or the line."""

from __future__ import annotations

from apps.accounts.models import User
from apps.files.access import Access, Link, register_access
from apps.reports.models import IncomingPaper, Request


def _of_request(part: str) -> Access:
    def find(user: User, pk: int) -> Link | None:
        found = Request.objects.visible_to(user).filter(pk=pk).select_related(part).first()
        file = getattr(found, part) if found else None
        return Link(file, file.name) if file else None

    return find


def _incoming(user: User, pk: int) -> Link | None:
    found = IncomingPaper.objects.visible_to(user).filter(pk=pk).select_related("scan").first()
    return Link(found.scan, found.scan.name) if found and found.scan else None


def register() -> None:
    """Called once, from `apps.py`."""
    for part in ("word", "pdf", "scan"):
        register_access(f"request-{part}", _of_request(part))
    register_access("incoming-paper", _incoming)
