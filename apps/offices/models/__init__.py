"""Clusters, their member offices, who leads when, the people of the offices, and who does what where. All dated."""

from apps.offices.models.days import days_in_order, valid_on
from apps.offices.models.handovers import HandOver
from apps.offices.models.lineage import Lineage
from apps.offices.models.people import Employment, Person
from apps.offices.models.removals import Removal
from apps.offices.models.roles import Role
from apps.offices.models.units import Cluster, ClusterQuerySet, Leadership, Membership, Office, OfficeName

__all__ = [
    "Cluster",
    "ClusterQuerySet",
    "Employment",
    "HandOver",
    "Leadership",
    "Lineage",
    "Membership",
    "Office",
    "OfficeName",
    "Person",
    "Removal",
    "Role",
    "days_in_order",
    "valid_on",
]
