"""Who may open the pages of the house."""

from typing import Any


def can_open_gallery(user: Any, *, demonstration: bool, debug: bool) -> bool:
    """Administrators always; whoever is signed in where nothing is real."""
    if not user.is_authenticated:
        return False
    return demonstration or debug or bool(getattr(user, "is_administrator", False))


def can_read_outbox(user: Any) -> bool:
    """Mails hold links and what waits for people: administrators alone."""
    return user.is_authenticated and bool(getattr(user, "is_administrator", False))
