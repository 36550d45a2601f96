"""Who may do what with clusters, offices and people. No queries beyond the roles, loaded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.accounts.models import User
    from apps.offices.models import Cluster, Office


def can_create_cluster(user: User) -> bool:
    return user.is_administrator


def can_open_cluster(user: User, cluster: Cluster) -> bool:
    return roles_of(user).may_open(cluster.pk)


def can_manage_cluster(user: User, cluster: Cluster) -> bool:
    """Set up members, leadership, people: an administrator, or a secretariat of one of the cluster's open years."""
    return user.is_administrator or cluster.pk in roles_of(user).secretariat_clusters


def can_run_year(user: User, cluster: Cluster, year: int) -> bool:
    """Everything that the secretariat does in an emulation year."""
    return roles_of(user).is_secretariat(cluster.pk, year)


def can_read_all(user: User, cluster: Cluster, year: int) -> bool:
    return roles_of(user).reads_all(cluster.pk, year)


def can_enter_for(user: User, office: Office) -> bool:
    return office.pk in roles_of(user).entering_offices
