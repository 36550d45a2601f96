"""Who may enter and change what. `year` is the emulation year of the period in which the record counts."""

from apps.accounts.models import User
from apps.offices.models import Cluster, Office
from apps.offices.roles import roles_of


def can_enter(user: User, cluster: Cluster, office: Office | None, year: int) -> bool:
    """For an office: its clerk or head, and the year's secretariat on its behalf. For the cluster: the secretariat."""
    held = roles_of(user)
    if held.is_secretariat(cluster.pk, year):
        return True
    return office is not None and office.pk in held.entering_offices


def can_import(user: User, cluster: Cluster, year: int) -> bool:
    """The secretariat imports for all; an office's clerk or head its own part."""
    held = roles_of(user)
    return held.is_secretariat(cluster.pk, year) or bool(held.entering_offices and cluster.pk in held.member_clusters)


def can_define(user: User, cluster: Cluster, year: int) -> bool:
    """The cluster's own indicators and kinds of a year: that year's secretariat."""
    return roles_of(user).is_secretariat(cluster.pk, year)


def enters_on_behalf(user: User, office: Office | None) -> bool:
    return office is not None and office.pk not in roles_of(user).entering_offices


def can_keep_limits(user: User) -> bool:
    """Limits of law hold for every cluster: only an administrator adds or ends one."""
    return user.is_administrator
