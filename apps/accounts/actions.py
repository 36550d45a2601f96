"""Accounts: who is let in, and how a password is first set."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.enums import InvitationState
from apps.accounts.models import Invitation, User
from apps.accounts.rules import can_change_own
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.text import nfc

INVITATION_DAYS = 14
TAKEN = {
    "user_username_unique": ("username", gettext_lazy("This user name is taken. Choose another one.")),
    "accounts_user_username_key": ("username", gettext_lazy("This user name is taken. Choose another one.")),
}


def token_hash(token: str) -> str:
    """Tokens are 256 random bits, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


@action
def create_user(
    *,
    username: str,
    full_name: str,
    position: str = "",
    phone: str = "",
    is_administrator: bool = False,
    by: User | None,
) -> User:
    """An account without a password: an invitation opens it. Callers above decide who may create one for whom."""
    user = User(
        username=nfc(username).lower(),
        full_name=full_name,
        position=position,
        phone=phone,
        is_administrator=is_administrator,
    )
    user.set_unusable_password()
    user.clean_fields(exclude=["password"])
    with explained(TAKEN):
        user.save(force_insert=True)
    return user


@action
def invite(*, user: User, by: User | None, days: int = INVITATION_DAYS) -> str:
    """Opens a link for setting a (new) password and returns its token, which is kept nowhere. A former link ends."""
    User.objects.select_for_update().get(pk=user.pk)
    now = timezone.now()
    Invitation.objects.filter(user=user, accepted_at=None, revoked_at=None).update(revoked_at=now)
    token = secrets.token_urlsafe(32)
    Invitation.objects.create(
        user=user, token_hash=token_hash(token), created_at=now, created_by=by, expires_at=now + timedelta(days=days)
    )
    return token


@action
def revoke_invitations(*, user: User, by: User) -> None:
    Invitation.objects.filter(user=user, accepted_at=None, revoked_at=None).update(revoked_at=timezone.now())


@action
def accept_invitation(*, invitation: Invitation, password: str, by: User | None = None) -> User:
    """Sets the password; the link is used up. Refused unless the link is still open."""
    locked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if locked.state() != InvitationState.OPEN:
        raise ValidationError(_("This link can no longer be used."), code=locked.state())
    user = locked.user
    if not user.is_active:
        raise PermissionDenied
    validate_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    locked.accepted_at = timezone.now()
    locked.save(update_fields=["accepted_at"])
    return user


@action
def update_account(*, user: User, values: Mapping[str, Any], by: User) -> User:
    """A person's own full name, position, telephone, e-mail, language."""
    if not can_change_own(by, user):
        raise PermissionDenied
    for name, value in values.items():
        setattr(user, name, value)
    user.save(update_fields=list(values))
    return user


@action
def change_password(*, user: User, password: str, by: User) -> User:
    if not can_change_own(by, user):
        raise PermissionDenied
    user.set_password(password)
    user.save(update_fields=["password"])
    return user
