"""Where a page of the register stands: a cluster, its reader, and the tabs between the parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.core.page import Crumb, Tab, show
from apps.core.workbook import Sheet, workbook
from apps.files.answers import download
from apps.files.formats import XLSX
from apps.honours import rules
from apps.honours.actions import enterable_offices
from apps.offices.models import Cluster, Membership, Office
from apps.offices.place import cluster_of

PER_PAGE = 50
TABS = (
    ("register", gettext_lazy("By person")),
    ("by_office", gettext_lazy("By office")),
    ("decisions", gettext_lazy("Decisions on awards")),
    ("initiatives", gettext_lazy("Initiatives")),
    ("ratings", gettext_lazy("Ratings of the year")),
    ("disciplines", gettext_lazy("Disciplines")),
    ("catalogue", gettext_lazy("Titles and forms")),
)


@dataclass(frozen=True)
class Place:
    cluster: Cluster
    user: User

    @property
    def may_record(self) -> bool:
        return rules.can_record(self.user, self.cluster)

    @property
    def for_all(self) -> bool:
        return rules.can_record_for_all(self.user, self.cluster)

    @property
    def reads_all(self) -> bool:
        return rules.reads_all(self.user, self.cluster)

    @cached_property
    def members(self) -> list[Office]:
        """Offices that are or were members, in the cluster's order. One query."""
        seen: dict[int, Office] = {}
        rows = Membership.objects.filter(cluster=self.cluster).select_related("office")
        for row in rows.order_by("position", "valid_from", "pk"):
            seen.setdefault(row.office_id, row.office)
        return list(seen.values())

    @cached_property
    def enters_for(self) -> list[Office]:
        allowed = enterable_offices(self.user, self.cluster)
        return [office for office in self.members if office.pk in allowed]

    @property
    def own_office(self) -> Office | None:
        """For whom a decision is entered: the office of a clerk or head; nobody's own for the secretariat."""
        if self.for_all:
            return None
        current = rules.entering_now(self.user)
        return next((office for office in self.enters_for if office.pk in current), None)

    def url(self, name: str, *args: Any) -> str:
        return reverse(f"honours:{name}", args=[self.cluster.code, *args])

    def tabs(self, current: str) -> list[Tab]:
        return [Tab(label=str(label), url=self.url(name), current=name == current) for name, label in TABS]

    @property
    def crumb(self) -> Crumb:
        return Crumb(label=_("Register of commendations"), url=self.url("register"))


def place_of(request: HttpRequest, cluster: str, *, recording: bool = False) -> Place:
    """404 without a place in the cluster, 403 for whoever only looks after accounts. `recording`: for who enters."""
    assert isinstance(request.user, User)
    place = Place(cluster_of(request, cluster), request.user)
    if not rules.can_read_register(place.user, place.cluster) or (recording and not place.may_record):
        raise PermissionDenied
    return place


def frame(request: HttpRequest, place: Place, title: str, *crumbs: Crumb) -> None:
    show(request, title=title, crumbs=[place.crumb, *crumbs])


def front(request: HttpRequest, title: str) -> None:
    """One of the tabs: it stands at the head itself."""
    show(request, title=title)


def today() -> date:
    return timezone.localdate()


def excel(name: str, *sheets: Sheet, made_at: datetime | None = None) -> HttpResponse:
    return download(workbook(*sheets, made_at=made_at), name, XLSX)


def names_of(offices: Sequence[Office]) -> dict[int, str]:
    return {office.pk: office.short_name for office in offices}
