"""People of a cluster: invited by a link, with dated roles that end and are never rewritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts import actions as accounts
from apps.accounts.models import User
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.words import day
from apps.offices.enums import CLUSTER_ROLES, RoleKind
from apps.offices.models import Cluster, Membership, Office, Role
from apps.offices.rules import can_manage_cluster, can_renew_link

ROLE_MESSAGES = {
    "role_office_no_overlap": ("kind", gettext_lazy("This person has that role in that office already.")),
    "role_cluster_no_overlap": ("kind", gettext_lazy("This person has that role in the cluster already.")),
    "role_days_in_order": ("valid_to", gettext_lazy("The last day comes before the first day.")),
}


@dataclass(frozen=True)
class Invited:
    """`token` is shown once and kept nowhere."""

    user: User
    role: Role
    token: str


def _refuse_unless_managing(by: User, cluster: Cluster) -> None:
    if not can_manage_cluster(by, cluster):
        raise PermissionDenied


def _forget_roles(user: User) -> None:
    user.__dict__.pop("_roles", None)


@action
def invite_person(
    *,
    cluster: Cluster,
    username: str,
    full_name: str,
    kind: RoleKind,
    office: Office | None,
    valid_from: date,
    position: str = "",
    phone: str = "",
    by: User,
) -> Invited:
    """A new account with its first role, and the link that opens it."""
    _refuse_unless_managing(by, cluster)
    user = accounts.create_user(username=username, full_name=full_name, position=position, phone=phone, by=by)
    role = give_role(cluster=cluster, user=user, kind=kind, office=office, valid_from=valid_from, by=by)
    return Invited(user=user, role=role, token=accounts.invite(user=user, by=by))


@action
def give_role(
    *, cluster: Cluster, user: User, kind: RoleKind, office: Office | None, valid_from: date, by: User
) -> Role:
    """A role in a member office, or, for leaders, in the cluster itself (`office` is then left out)."""
    _refuse_unless_managing(by, cluster)
    if kind in CLUSTER_ROLES:
        office = None
    elif office is None:
        raise ValidationError({"office": _("This role is held in an office. Choose one.")}, code="required")
    elif not Membership.objects.filter(cluster=cluster, office=office).exists():
        raise ValidationError({"office": _("%(office)s is not a member.") % {"office": office}}, code="no_member")
    with explained(ROLE_MESSAGES):
        role = Role.objects.create(
            user=user, kind=kind, office=office, cluster=None if office else cluster, valid_from=valid_from
        )
    _forget_roles(user)
    return role


@action
def end_role(*, role: Role, cluster: Cluster, on: date, by: User) -> Role:
    """`on` is the last day on which it holds. An ended role can be corrected to another day, never reopened."""
    _refuse_unless_managing(by, cluster)
    if on < role.valid_from:
        message = _("The role began on %(day)s; it cannot end before that.") % {"day": day(role.valid_from)}
        raise ValidationError({"on": message}, code="too_early")
    role.valid_to = on
    with explained(ROLE_MESSAGES):
        role.save(update_fields=["valid_to"])
    _forget_roles(role.user)
    return role


@action
def new_link(*, cluster: Cluster, user: User, by: User) -> str:
    """A link for a new password; the former link ends, the present password holds until the link is used."""
    if not can_renew_link(by, cluster, user):
        raise PermissionDenied
    return accounts.invite(user=user, by=by)
