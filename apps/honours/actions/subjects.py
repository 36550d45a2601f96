"""For whom one may enter: persons and offices that a line names, looked up once for all lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from apps.accounts.models import User
from apps.honours import rules
from apps.offices.models import Cluster, Employment, Membership, Office, Person


def enterable_offices(user: User, cluster: Cluster) -> frozenset[int]:
    """Members, former ones too, for which the user enters: all for the secretariat, one's own for clerks and heads."""
    members = Membership.objects.filter(cluster=cluster)
    if not rules.can_record_for_all(user, cluster):
        members = members.filter(office__in=rules.entering(user))
    return frozenset(members.values_list("office_id", flat=True))


@dataclass(frozen=True)
class Enterable:
    """`people`: those asked for who belong or belonged to one of `offices`."""

    offices: frozenset[int]
    people: frozenset[int]

    @classmethod
    def of(cls, user: User, cluster: Cluster, people: Iterable[int]) -> Enterable:
        """Two queries. 403 for whoever enters nothing at all."""
        if not rules.can_record(user, cluster):
            raise PermissionDenied
        offices = enterable_offices(user, cluster)
        belonged = Employment.objects.filter(office__in=offices, person__in=set(people))
        return cls(offices, frozenset(belonged.values_list("person_id", flat=True)))

    def allows(self, person: Person | None, office: Office | None) -> bool:
        """A person's line may say that the award came from elsewhere: then it has no office."""
        if person is None:
            return office is not None and office.pk in self.offices
        return person.pk in self.people and (office is None or office.pk in self.offices)


def where_in_year(people: Iterable[int], year: int) -> dict[int, int]:
    """Person id → id of the office where they were at the year's end, else last within it. One query."""
    rows = Employment.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=date(year, 1, 1)), person__in=set(people), valid_from__lte=date(year, 12, 31)
    )
    return dict(rows.order_by("valid_from").values_list("person_id", "office_id"))
