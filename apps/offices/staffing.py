"""Where a page about an office's people stands: the office, who reads, on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils import timezone

from apps.accounts.models import User
from apps.offices.models import Cluster, Employment, Lineage, Membership, Office
from apps.offices.models.people import EmploymentQuerySet
from apps.offices.place import cluster_of
from apps.offices.roles import roles_of
from apps.offices.rules import can_keep_people, can_see_all_people, can_see_people


@dataclass(frozen=True)
class Staff:
    """An office's people as one reader sees them. `last` is the office's last day: of its membership, or before it
    became another one; nobody belongs to it after that, and the cluster sees nobody who does."""

    user: User
    cluster: Cluster
    office: Office
    keeps: bool
    own: bool
    last: date | None
    became: Office | None

    @property
    def today(self) -> date:
        today = timezone.localdate()
        return min(today, self.last) if self.last else today

    def shown(self, on: date) -> date:
        """The day itself; for readers of the cluster not after the office's last one."""
        return on if self.own or self.last is None else min(on, self.last)

    @property
    def rows(self) -> EmploymentQuerySet:
        return Employment.objects.filter(office=self.office).visible_to(self.user)

    @property
    def members(self) -> list[Office]:
        """Offices of the cluster to which somebody may go from here."""
        today = timezone.localdate()
        return list(Office.objects.members_of(self.cluster, today, today).exclude(pk=self.office.pk))


def staff_of(request: HttpRequest, cluster: str, office: str, *, keeping: bool = False) -> Staff:
    """404 where the reader may not know the office's people; with `keeping`, 403 for those who only read."""
    found = cluster_of(request, cluster)
    user = request.user
    assert isinstance(user, User)
    rows = list(
        Membership.objects.filter(cluster=found, office__code=office).select_related("office").order_by("valid_from")
    )
    if not rows or not can_see_people(user, found, rows[-1].office):
        raise Http404
    keeps = can_keep_people(user, found, rows[-1].office)
    if keeping and not keeps:
        raise PermissionDenied
    gone = Lineage.objects.direct().filter(predecessor=rows[-1].office).select_related("successor").first()
    last = gone.on - timedelta(days=1) if gone else rows[-1].valid_to
    return Staff(
        user=user, cluster=found, office=rows[-1].office, keeps=keeps,
        own=rows[-1].office_id in roles_of(user).entering_offices, last=last, became=gone.successor if gone else None,
    )  # fmt: skip


def offices_seen(user: User, cluster: Cluster) -> list[tuple[Office, date | None]]:
    """The offices whose people the reader sees here, in the cluster's order, each with its last day as a member; those
    that are no members any more come last."""
    members = Membership.objects.filter(cluster=cluster).select_related("office").order_by("position", "valid_from")
    if not can_see_all_people(user, cluster):
        members = members.filter(office__in=roles_of(user).entering_offices)
    today = timezone.localdate()
    found = {row.office_id: (row.office, row.valid_to) for row in members}
    return sorted(found.values(), key=lambda each: each[1] is not None and each[1] < today)
