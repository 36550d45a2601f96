"""Who may set up the year. No queries beyond the roles, loaded once."""

from apps.accounts.models import User
from apps.offices.models import Cluster
from apps.offices.roles import roles_of


def can_plan(user: User, cluster: Cluster, year: int) -> bool:
    """Movements, periods, conferences, tasks of an emulation year: that year's secretariat."""
    return roles_of(user).is_secretariat(cluster.pk, year)


def can_plan_assembly(user: User) -> bool:
    """Terms and sessions of the National Assembly are the same for all clusters: administrators, any secretariat."""
    held = roles_of(user)
    return held.is_administrator or bool(held.secretariat)


def can_tell_progress(user: User, cluster: Cluster, year: int, office_id: int) -> bool:
    """How far an office is with a task of that year: its clerk or head, or the year's secretariat on its behalf."""
    held = roles_of(user)
    return held.is_secretariat(cluster.pk, year) or office_id in held.entering_offices
