"""Who prepares, signs and reads pledges and registrations. No queries beyond the roles, loaded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apps.offices.enums import RoleKind
from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.accounts.models import User
    from apps.offices.models import Cluster, Office


def can_run_registrations(user: User, cluster: Cluster, year: int) -> bool:
    """Set the days, ask for completion, receive, note the approval: the secretariat of the year."""
    return roles_of(user).is_secretariat(cluster.pk, year)


def can_register_for(user: User, cluster: Cluster, year: int, office: Office) -> bool:
    """Prepare an office's registrations: its clerk and head, the secretariat for one that cannot."""
    roles = roles_of(user)
    return office.pk in roles.entering_offices or roles.is_secretariat(cluster.pk, year)


def can_send_registrations(user: User, cluster: Cluster, year: int, office: Office) -> bool:
    """The head; on behalf of an office that cannot, the secretariat."""
    roles = roles_of(user)
    return RoleKind.HEAD in roles.offices.get(office.pk, ()) or roles.is_secretariat(cluster.pk, year)


def can_read_registrations(user: User, cluster: Cluster, year: int, office: Office) -> bool:
    """With the names of people: the office itself, the secretariat, and the leaders, who decide."""
    roles = roles_of(user)
    return office.pk in roles.office_ids or roles.reads_all(cluster.pk, year)


def can_read_totals(user: User, cluster: Cluster) -> bool:
    """The cluster's list and annex II: its members see each other's once they are received."""
    return cluster.pk in roles_of(user).cluster_ids
