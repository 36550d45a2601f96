"""Who may read the files of a hand-over: whoever sees its page."""

from __future__ import annotations

from apps.accounts.models import User
from apps.files.access import Link, register_access
from apps.files.models import StoredFile
from apps.offices.models import HandOver, Leadership
from apps.offices.rules import can_hand_over, can_read_handover


def _kept(user: User, pk: int) -> HandOver | None:
    rows = HandOver.objects.defer("lines").select_related("cluster", "word", "pdf", "excel")
    found = rows.filter(pk=pk).first()
    if found is None:
        return None
    if can_hand_over(user, found.cluster, found.year):
        return found
    return found if can_read_handover(user, Leadership.objects.ran(found.cluster, found.year)) else None


def _link(file: StoredFile) -> Link:
    return Link(file, file.name)


def _word(user: User, pk: int) -> Link | None:
    found = _kept(user, pk)
    return _link(found.word) if found else None


def _pdf(user: User, pk: int) -> Link | None:
    found = _kept(user, pk)
    return _link(found.pdf) if found else None


def _excel(user: User, pk: int) -> Link | None:
    found = _kept(user, pk)
    return _link(found.excel) if found else None


def register() -> None:
    """Called once, from `apps.py`."""
    register_access("handover-word", _word)
    register_access("handover-pdf", _pdf)
    register_access("handover-excel", _excel)
