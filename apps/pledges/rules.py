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


def can_read_pledges(user: User, cluster: Cluster) -> bool:
    """The list, and what was signed: members and leaders. Administrators look after accounts and read no papers."""
    return cluster.pk in roles_of(user).cluster_ids


def can_prepare_pledge(user: User, cluster: Cluster, year: int, office_id: int) -> bool:
    """The office's clerk and head; the year's secretariat, which enters for offices that cannot. They see drafts."""
    held = roles_of(user)
    if held.is_secretariat(cluster.pk, year):
        return True
    return office_id in held.entering_offices and cluster.pk in held.member_clusters


def can_sign_pledge(user: User, cluster: Cluster, year: int, office_id: int) -> bool:
    """The office's head signs; the year's secretariat notes what a head signed on paper."""
    held = roles_of(user)
    if held.is_secretariat(cluster.pk, year):
        return True
    return RoleKind.HEAD in held.offices.get(office_id, ()) and cluster.pk in held.member_clusters


def signs_oneself(user: User, office_id: int) -> bool:
    """Whether a signature is the reader's own, not one that is noted on behalf."""
    return RoleKind.HEAD in roles_of(user).offices.get(office_id, ())
