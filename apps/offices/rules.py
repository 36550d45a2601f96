"""Who may do what with clusters, offices and people. No queries beyond the roles, loaded once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from apps.offices.enums import LeadershipKind, RoleKind
from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.accounts.models import User
    from apps.offices.models import Cluster, Leadership, Office


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


def is_led(rows: Iterable[Leadership], on: date) -> bool:
    """Whether, of the posts of one year, a leading office's has begun, whatever became of it since."""
    return any(row.kind == LeadershipKind.LEADER and (row.begins_on is None or row.begins_on <= on) for row in rows)


def can_appoint(user: User, cluster: Cluster, year: int, *, led: bool) -> bool:
    """Say who leads in a year: an administrator; the year's own secretariat; and, until somebody leads that year
    (`led`), the secretariat of another open year, which prepares the hand-over and corrects what it prepared."""
    if user.is_administrator or can_run_year(user, cluster, year):
        return True
    return not led and can_manage_cluster(user, cluster)


def can_hand_over(user: User, cluster: Cluster, year: int) -> bool:
    """Pass a year on to another office, or close it: who runs it, or an administrator."""
    return user.is_administrator or can_run_year(user, cluster, year)


def can_read_handover(user: User, desks: Iterable[int]) -> bool:
    """See what was handed over with a year: the secretariats of the offices that ran it or run it (`desks`)."""
    held = roles_of(user).offices
    return any(RoleKind.SECRETARIAT in held.get(office, ()) for office in desks)


def can_renew_link(user: User, cluster: Cluster, person: User) -> bool:
    """Give a person a link for a new password. Whoever holds the link is that person, so a secretariat may do so only
    for those who stand for nothing beyond this cluster, and never for an administrator."""
    if not person.is_active or not can_manage_cluster(user, cluster):
        return False
    if user.is_administrator:
        return True
    return not person.is_administrator and roles_of(person).cluster_ids == {cluster.pk}


def can_see_all_people(user: User, cluster: Cluster) -> bool:
    """Of every member: the secretariat of an open year, and the leaders, who decide."""
    roles = roles_of(user)
    return cluster.pk in roles.viewer_clusters | roles.secretariat_clusters


def can_see_people(user: User, cluster: Cluster, office: Office) -> bool:
    """Names of an office's people: its clerk and head; for a member, the cluster's secretariat of an open year and the
    leaders, who decide. Other offices and administrators never. That the office is or was a member of the cluster is
    for the caller to see to (`Employment.visible_to`, `staffing`)."""
    return office.pk in roles_of(user).entering_offices or can_see_all_people(user, cluster)


def can_keep_people(user: User, cluster: Cluster, office: Office) -> bool:
    """Enter, move and end them: the office's clerk and head, and the secretariat for an office that cannot."""
    roles = roles_of(user)
    return office.pk in roles.entering_offices or cluster.pk in roles.secretariat_clusters
