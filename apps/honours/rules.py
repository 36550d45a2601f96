"""Who enters and reads the register. No queries beyond the roles, loaded once.

An office enters for its own people and itself, the secretariat of any open year for all members of its cluster.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.accounts.models import User
    from apps.honours.models import Decision
    from apps.offices.models import Cluster


def can_read_register(user: User, cluster: Cluster) -> bool:
    """Members, leaders, secretariat: each sees what `visible_to` gives. Administrators look after accounts alone."""
    return cluster.pk in roles_of(user).cluster_ids


def can_record_for_all(user: User, cluster: Cluster) -> bool:
    return cluster.pk in roles_of(user).secretariat_clusters


def can_record(user: User, cluster: Cluster) -> bool:
    """Somebody at least: for all members, or for one's own office."""
    roles = roles_of(user)
    return cluster.pk in roles.secretariat_clusters or (cluster.pk in roles.member_clusters and bool(entering(user)))


def entering(user: User) -> frozenset[int]:
    """Offices for which the user enters as their clerk or head."""
    return roles_of(user).entering_offices


def entering_now(user: User) -> frozenset[int]:
    """Of these, the offices to which the user belongs today, without what they came of."""
    roles = roles_of(user)
    return roles.entering_offices & roles.own_offices


def can_record_for(user: User, cluster: Cluster, office_id: int) -> bool:
    """What an office and its people hold. That the office is a member is for the action to check."""
    return can_record_for_all(user, cluster) or office_id in entering(user)


def can_correct(user: User, decision: Decision, offices: Collection[int] = ()) -> bool:
    """Number, day, body, signer, scan: whoever entered the decision, the cluster's secretariat or the office; and for
    an office the secretariat. `offices`: those for which the user enters (`enterable_offices`)."""
    if decision.cluster_id is not None:
        return decision.cluster_id in roles_of(user).secretariat_clusters
    return decision.office_id in entering(user) or decision.office_id in offices


def reads_all(user: User, cluster: Cluster) -> bool:
    """Sees what the people of every member hold: leaders, and the secretariat of an open year."""
    roles = roles_of(user)
    return cluster.pk in roles.viewer_clusters | roles.secretariat_clusters
