"""Who signs in."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from apps.accounts.enums import InvitationState
from apps.core.audit import audited
from apps.core.fields import NFCCharField
from apps.core.text import sort_key


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username__iexact=username)


@audited(exclude=("password", "last_login"))
class User(AbstractBaseUser):
    """A person who signs in with a user name; no mail address is needed.

    `sort_key` is derived from `full_name` by `save()` alone. What a person may do follows from dated roles
    (`offices.Role`); `is_administrator` looks after accounts and catalogues and sees no office's drafts by that.
    """

    username = models.CharField(_("user name"), max_length=60, unique=True)
    full_name = NFCCharField(_("full name"), max_length=120)
    sort_key = models.CharField(max_length=600, editable=False, db_collation="C")
    position = NFCCharField(_("position"), max_length=160, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=[("vi", _("Vietnamese")), ("en", _("English"))], default="vi"
    )
    is_administrator = models.BooleanField(_("administrator"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ("sort_key", "pk")
        constraints = (
            models.UniqueConstraint(Lower("username"), name="user_username_unique"),
            models.CheckConstraint(condition=~models.Q(full_name=""), name="user_full_name_given"),
        )

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = sort_key(self.full_name)
        if kwargs.get("update_fields") and "full_name" in kwargs["update_fields"]:
            kwargs["update_fields"] = {*kwargs["update_fields"], "sort_key"}
        super().save(*args, **kwargs)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> "InvitationQuerySet":
        return self.filter(accepted_at=None, revoked_at=None, expires_at__gt=timezone.now())

    def with_token_hash(self, digest: str) -> "Invitation | None":
        """Found by the hash of a token, compared once more in constant time."""
        found = self.select_related("user").filter(token_hash=digest).first()
        return found if found is not None and constant_time_compare(found.token_hash, digest) else None


@audited(exclude=("token_hash",))
class Invitation(models.Model):
    """A link with which an invited person sets a first password, or a new one. Only the hash of its token is kept.

    At most one is open for a user; it is accepted or revoked, never both.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    expires_at = models.DateTimeField(_("can be used until"))
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        constraints = (
            models.UniqueConstraint(
                fields=("user",), condition=models.Q(accepted_at=None, revoked_at=None), name="invitation_one_open"
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_at=None) | models.Q(revoked_at=None), name="invitation_accepted_or_revoked"
            ),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")), name="invitation_expires_later"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} · {self.created_at:%d/%m/%Y}"

    def state(self) -> InvitationState:
        if self.accepted_at is not None:
            return InvitationState.ACCEPTED
        if self.revoked_at is not None:
            return InvitationState.REVOKED
        return InvitationState.OPEN if self.expires_at > timezone.now() else InvitationState.EXPIRED
