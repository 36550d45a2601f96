"""What a user may stand for today: their dated roles, loaded once for each request and kept on the user object."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.utils import timezone

from apps.offices.enums import ENTERING_ROLES, RoleKind

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from apps.accounts.models import User


@dataclass(frozen=True)
class Roles:
    """`secretariat` holds (cluster id, year): rights over that emulation year, until it is closed. `records` likewise:
    the clerk of records of the leading office numbers and dates what was signed, and notes what came in.

    `offices` maps an office id to the kinds held there, and in what that office came of (lineage): the successor's
    people finish what its predecessors began. `own_offices` are those that the person belongs to now. `member_clusters`
    are clusters that one of these offices belongs to or belonged to; `viewer_clusters` those that the person reads as a
    leader.
    """

    offices: dict[int, frozenset[str]] = field(default_factory=dict)
    own_offices: frozenset[int] = frozenset()
    viewer_clusters: frozenset[int] = frozenset()
    member_clusters: frozenset[int] = frozenset()
    secretariat: frozenset[tuple[int, int]] = frozenset()
    records: frozenset[tuple[int, int]] = frozenset()
    is_administrator: bool = False

    @property
    def cluster_ids(self) -> frozenset[int]:
        return self.viewer_clusters | self.member_clusters | self.secretariat_clusters

    @property
    def secretariat_clusters(self) -> frozenset[int]:
        return frozenset(cluster for cluster, _ in self.secretariat)

    @property
    def office_ids(self) -> frozenset[int]:
        return frozenset(self.offices)

    @property
    def entering_offices(self) -> frozenset[int]:
        """Offices for which the person enters activities: as clerk or as head."""
        return frozenset(office for office, kinds in self.offices.items() if kinds & ENTERING_ROLES)

    def is_secretariat(self, cluster_id: int, year: int) -> bool:
        return (cluster_id, year) in self.secretariat

    def keeps_records(self, cluster_id: int, year: int) -> bool:
        return (cluster_id, year) in self.records

    def reads_all(self, cluster_id: int, year: int) -> bool:
        """Sees every office of the cluster: its secretariat of that year, and its leaders (viewers)."""
        return cluster_id in self.viewer_clusters or self.is_secretariat(cluster_id, year)

    def may_open(self, cluster_id: int) -> bool:
        return self.is_administrator or cluster_id in self.cluster_ids


NOBODY = Roles()


def roles_of(user: User | AnonymousUser, on: date | None = None) -> Roles:
    """The roles that hold on a day (today in Vietnam). Three queries, once for each user object."""
    if not user.is_authenticated or not user.is_active:
        return NOBODY
    day = on or timezone.localdate()
    kept: dict[date, Roles] = user.__dict__.setdefault("_roles", {})
    if day not in kept:
        kept[day] = _load(user, day)
    return kept[day]


def _load(user: User, day: date) -> Roles:
    Role = apps.get_model("offices", "Role")
    Membership = apps.get_model("offices", "Membership")
    Leadership = apps.get_model("offices", "Leadership")
    Lineage = apps.get_model("offices", "Lineage")
    held: dict[int, set[str]] = {}
    own: set[int] = set()
    viewer: set[int] = set()
    in_force = Q(valid_from__lte=day) & (Q(valid_to=None) | Q(valid_to__gte=day))
    came_of = Lineage.objects.filter(successor=OuterRef("office"), on__lte=day).values("predecessor")
    for kind, office_id, cluster_id, predecessors in Role.objects.filter(in_force, user=user).values_list(
        "kind", "office_id", "cluster_id", ArraySubquery(came_of)
    ):
        if office_id:
            own.add(office_id)
            for office in (office_id, *predecessors):
                held.setdefault(office, set()).add(kind)
        else:
            viewer.add(cluster_id)
    members: set[int] = set()
    if held:
        members = set(
            Membership.objects.filter(office__in=held, valid_from__lte=day).values_list("cluster_id", flat=True)
        )
    led: dict[str, set[tuple[int, int]]] = {RoleKind.SECRETARIAT: set(), RoleKind.RECORDS: set()}
    desks = [office for office in own if held[office] & led.keys()]
    if desks:
        leading = Leadership.objects.desks().on(day).filter(office__in=desks, closed_on=None)
        for office_id, cluster_id, year in leading.values_list("office_id", "cluster_id", "year"):
            for kind in held[office_id] & led.keys():
                led[kind].add((cluster_id, year))
    return Roles(
        offices={office: frozenset(kinds) for office, kinds in held.items()},
        own_offices=frozenset(own),
        viewer_clusters=frozenset(viewer),
        member_clusters=frozenset(members),
        secretariat=frozenset(led[RoleKind.SECRETARIAT]),
        records=frozenset(led[RoleKind.RECORDS]),
        is_administrator=user.is_administrator,
    )
