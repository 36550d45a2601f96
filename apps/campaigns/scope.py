"""Where a page stands: one cluster, one period, its member offices, the reader's roles. Loaded once for a request."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property

from apps.campaigns.models import Period
from apps.indicators.reading import Window
from apps.offices.models import Cluster, Office
from apps.offices.place import standing_cluster
from apps.offices.roles import Roles, roles_of

if TYPE_CHECKING:
    from apps.accounts.models import User


@dataclass(frozen=True)
class Scope:
    """`members` are in the cluster's own order and carry `name_then` and `short_name_then`, the names of the period."""

    user: User
    roles: Roles
    cluster: Cluster
    period: Period
    periods: tuple[Period, ...]

    @property
    def window(self) -> Window:
        return Window(self.period.starts_on, self.period.ends_on)

    @property
    def year(self) -> int:
        return self.period.year

    @cached_property
    def members(self) -> list[Office]:
        offices = Office.objects.members_of(self.cluster, self.period.starts_on, self.period.ends_on)
        return list(offices.named_on(self.period.ends_on))

    @property
    def member_ids(self) -> list[int]:
        return [office.pk for office in self.members]

    @property
    def is_secretariat(self) -> bool:
        return self.roles.is_secretariat(self.cluster.pk, self.year)

    @property
    def reads_all(self) -> bool:
        return self.roles.reads_all(self.cluster.pk, self.year)

    @property
    def enters_for(self) -> list[Office]:
        """Members for which the reader enters: all of them for the secretariat, one's own for clerks and heads."""
        if self.is_secretariat:
            return self.members
        return [office for office in self.members if office.pk in self.roles.entering_offices]

    @property
    def opened_offices(self) -> frozenset[int]:
        """Offices whose records, statements with their notes, and evidence the reader may open: all for secretariat and
        leaders, one's own, and every member's once the cluster's report of the period was published."""
        if self.reads_all or self.period.published_on is not None:
            return frozenset(self.member_ids)
        return frozenset(self.member_ids) & self.roles.office_ids

    @cached_property
    def readable_offices(self) -> frozenset[int]:
        """Offices whose figures the reader may see one by one: those opened, and to members of the cluster also those
        whose report of the period was received (one query). Cluster totals are open to all members."""
        opened = self.opened_offices
        if self.cluster.pk not in self.roles.member_clusters or opened.issuperset(self.member_ids):
            return opened
        received = {office for offices in _received for office in offices(self.period)}
        return opened | (received & frozenset(self.member_ids))

    @property
    def previous(self) -> Period | None:
        """The same period of the year before."""
        same = (p for p in self.periods if p.kind == self.period.kind and p.year == self.period.year - 1)
        return next(same, None)


def scope_of(request: HttpRequest, cluster: str, period: str) -> Scope:
    """The scope that an address names (`2019H1`); 404 where there is none, or none that the reader may know of.

    Two queries (cluster, periods) beside the roles; kept as `request.scope` for the frame of the page.
    """
    user: User = request.user  # type: ignore[assignment]
    found = Cluster.objects.visible_to(user).filter(code=cluster).first()
    if found is None:
        raise Http404
    periods = tuple(Period.objects.filter(cluster=found))
    current = next((each for each in periods if each.code == period), None)
    if current is None:
        raise Http404
    current.cluster = found
    scope = Scope(user=user, roles=roles_of(user), cluster=found, period=current, periods=periods)
    request.scope = scope  # type: ignore[attr-defined]
    return scope


ReceivedOffices = Callable[[Period], Iterable[int]]
_received: list[ReceivedOffices] = []


def register_received(offices: ReceivedOffices) -> None:
    """Of which offices (ids) the report of a period was received, asked of an upper floor that knows reports."""
    if offices not in _received:
        _received.append(offices)


FirstPeriod = Callable[[Cluster, date], Period | None]
_first_period: list[FirstPeriod] = []


def register_first_period(choose: FirstPeriod) -> None:
    """Which period a reader meets first, asked of an upper floor that knows where figures are."""
    _first_period[:] = [choose]


def standing_scope(request: HttpRequest) -> Scope | None:
    """The scope of this page. A page of the cluster without a period (its calendar, its offices) lends the period that
    a reader meets first, so that the side bar keeps its places; it does not become the page's own scope."""
    scope = getattr(request, "scope", None)
    if isinstance(scope, Scope):
        return scope
    if not hasattr(request, "lent_scope"):
        cluster = standing_cluster(request)
        period = _first_period[0](cluster, timezone.localdate()) if cluster and _first_period else None
        lent = None
        if cluster and period:
            user: User = request.user  # type: ignore[assignment]
            lent = Scope(user=user, roles=roles_of(user), cluster=cluster, period=period, periods=(period,))
        request.lent_scope = lent  # type: ignore[attr-defined]
    return request.lent_scope  # type: ignore[attr-defined, no-any-return]
