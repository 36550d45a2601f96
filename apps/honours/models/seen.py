"""Who sees what a person holds: their office, the secretariat, leaders. What an office holds, the cluster sees."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from apps.offices.models import Employment, Membership
from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.accounts.models import User


def member_of(clusters: Iterable[int], since: str, office: str = "office") -> Exists:
    """The row's office is, or was on its day or after it, a member of one of these clusters: what was entered of an
    office after it left is no matter of the cluster that it left. `since`: the row's day, or its year (`…year`)."""
    lookup = "valid_to__year__gte" if since.endswith("year") else "valid_to__gte"
    members = Membership.objects.filter(cluster__in=list(clusters), office=OuterRef(office))
    return Exists(members.filter(Q(valid_to=None) | Q(**{lookup: OuterRef(since)})))


def people_seen(user: User) -> Q:
    """Persons (as `Q` over a row with `person`) who belong today to where the reader sees the people."""
    return Q(person__in=Employment.objects.visible_to(user).on(timezone.localdate()).values("person"))


def seen_by(user: User, since: str) -> Q:
    """Rows of people, and of collectives (`person` empty), that a reader may see; `since` as in `member_of`."""
    roles = roles_of(user)
    answered = roles.viewer_clusters | roles.secretariat_clusters
    persons = Q(office__in=roles.entering_offices) | Q(member_of(answered, since)) | people_seen(user)
    collectives = Q(office__in=roles.office_ids) | Q(member_of(roles.cluster_ids, since))
    return Q(person__isnull=False) & persons | Q(person=None) & collectives


BY_NAME = (F("person__sort_key").asc(nulls_first=True), "person_id")  # collectives first, people by given name
