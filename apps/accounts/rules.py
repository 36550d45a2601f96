"""Who may change an account. What a person may do elsewhere follows from roles, on the floor of the offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apps.accounts.models import User


def can_change_own(user: User, account: User) -> bool:
    """One's own name, telephone, language, password: nobody else's."""
    return user.is_authenticated and user.is_active and user.pk == account.pk
