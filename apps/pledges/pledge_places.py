"""What pledges put into the side bar, the inbox, a hand-over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from apps.accounts.models import User
from apps.campaigns.enums import ConferenceKind
from apps.campaigns.models import Conference
from apps.core.inbox import NEAR, Cost, InboxItem
from apps.core.inbox import register as register_inbox
from apps.core.navigation import NavigationItem, register
from apps.core.words import day, padded
from apps.offices.enums import RoleKind
from apps.offices.handover import Item, Part, register_pack
from apps.offices.models import Cluster, Membership, Office
from apps.offices.place import standing_cluster
from apps.offices.roles import Roles, roles_of
from apps.pledges.models import PledgeVersion
from apps.pledges.rules import can_read_pledges

AHEAD = timedelta(days=30)  # before the conference a pledge is to be prepared


def _pledges(request: HttpRequest) -> str | None:
    cluster = standing_cluster(request)
    if cluster is None or not isinstance(request.user, User) or not can_read_pledges(request.user, cluster):
        return None
    return reverse("pledges:pledges_latest", args=[cluster.code])


def _url(name: str, cluster: Cluster, year: int, *office: str) -> str:
    return reverse(f"pledges:{name}", args=[cluster.code, year, *office])


# The inbox ------------------------------------------------------------------------------------------------------------
@dataclass
class _Waiting:
    """What is known of the pledges that may wait for somebody: by cluster, year and office, whether it is signed and
    whether there is a draft; the members by cluster; the conferences at which they are signed."""

    conferences: list[Conference]
    members: dict[int, list[Membership]] = field(default_factory=lambda: defaultdict(list))
    signed: set[tuple[int, int, int]] = field(default_factory=set)
    drafts: dict[tuple[int, int, int], PledgeVersion] = field(default_factory=dict)

    def offices(self, cluster: int, on: date) -> list[Office]:
        """Members on a day, in the cluster's order."""
        return [
            row.office
            for row in self.members[cluster]
            if row.valid_from <= on and (row.valid_to is None or on <= row.valid_to)
        ]


def _read(clusters: frozenset[int], on: date) -> _Waiting:
    """Two queries; three where a conference is near or past. Years that are over are no longer asked for."""
    held = Conference.objects.filter(
        cluster__in=clusters, kind=ConferenceKind.PLEDGE, period__year__gte=on.year, held_on__lte=on + AHEAD
    )
    found = _Waiting(list(held.select_related("cluster", "period").order_by("held_on", "pk")))
    if found.conferences:
        for row in Membership.objects.filter(cluster__in=clusters).select_related("office").order_by("position", "pk"):
            found.members[row.cluster_id].append(row)
    versions = PledgeVersion.objects.filter(pledge__cluster__in=clusters, pledge__year__gte=on.year)
    for version in versions.select_related("pledge__cluster", "pledge__office").order_by("pk"):
        key = (version.pledge.cluster_id, version.pledge.year, version.pledge.office_id)
        if version.is_signed:
            found.signed.add(key)
        else:
            found.drafts[key] = version
    return found


def items(user: User, on: date) -> Iterator[InboxItem]:
    """An office prepares by the day of the pledge conference, its head signs; the secretariat sees who has not signed
    after it. Nothing of another office's drafts."""
    held = roles_of(user, on)
    own = held.entering_offices & held.own_offices
    clusters = held.secretariat_clusters | (held.member_clusters if own else frozenset())
    if not clusters:
        return
    found = _read(clusters, on)
    for met in found.conferences:
        offices = found.offices(met.cluster_id, met.held_on)
        year = met.period.year
        for office in offices:
            key = (met.cluster_id, year, office.pk)
            if office.pk in own and key not in found.signed and key not in found.drafts:
                yield _item("prepare", _("Prepare the pledge of %(year)s"), met.cluster, year, office, met.held_on, on)
        if held.is_secretariat(met.cluster_id, year) and met.held_on < on:
            yield from _unsigned(found, met, offices)
    for (cluster, year, office_id), draft in found.drafts.items():
        if office_id in own and RoleKind.HEAD in held.offices[office_id]:
            yield _to_sign(draft, _conference_day(found, cluster, year) if draft.number == 1 else None, held, on)


def _conference_day(found: _Waiting, cluster: int, year: int) -> date | None:
    days = (met.held_on for met in found.conferences if met.cluster_id == cluster and met.period.year == year)
    return next(days, None)


def _to_sign(draft: PledgeVersion, due: date | None, held: Roles, on: date) -> InboxItem:
    pledge = draft.pledge
    title = _("Sign the pledge of %(year)s") if draft.number == 1 else _("Sign the amended pledge of %(year)s")
    return _item("sign", title, pledge.cluster, pledge.year, pledge.office, due, on)


def _item(step: str, title: str, cluster: Cluster, year: int, office: Office, due: date | None, on: date) -> InboxItem:
    """`due`: the day of the conference; without one it waits until somebody does it."""
    state, word, cost = "neutral", _("draft"), Cost.HOLDS_UP
    if due is not None:
        word = _("conference on %(day)s") % {"day": day(due)}
        if due < on:
            state, cost = "bad", Cost.LATE
        elif due - on <= NEAR:
            state, cost = "warn", Cost.RUNS_OUT
        else:
            cost = Cost.LATER
    page = "sign_pledge" if step == "sign" else "pledge"
    return InboxItem(
        step=f"pledges.{step}", title=title % {"year": year}, about=str(office), state=state, word=word, cost=cost,
        url=_url(page, cluster, year, office.code), due_on=due,
    )  # fmt: skip


def _unsigned(found: _Waiting, met: Conference, offices: list[Office]) -> Iterator[InboxItem]:
    year = met.period.year
    late = [office for office in offices if (met.cluster_id, year, office.pk) not in found.signed]
    if late:
        word = ngettext("%(count)s office has not signed", "%(count)s offices have not signed", len(late))
        yield InboxItem(
            step="pledges.unsigned", title=_("Pledges of %(year)s that are not signed") % {"year": year},
            about=", ".join(str(office) for office in late), state="warn",
            word=word % {"count": padded(len(late))}, cost=Cost.UNSETTLED, due_on=met.held_on,
            url=_url("pledges", met.cluster, year),
        )  # fmt: skip


# A year that is handed over -------------------------------------------------------------------------------------------
def pack(cluster: Cluster, year: int) -> Iterator[Item]:
    """Drafts that wait for a signature, and what was signed last. One query."""
    versions = PledgeVersion.objects.of_year(cluster, year).select_related("pledge__office")
    last: dict[int, PledgeVersion] = {}
    for version in versions.order_by("pledge_id", "number"):
        office = version.pledge.office
        url = _url("pledge", cluster, year, office.code)
        if version.is_signed:
            last[office.pk] = version
        else:
            yield Item(part=Part.OPEN, about=_("Pledge to sign"), title=str(office), detail=_("draft"), url=url)
    for version in last.values():
        office = version.pledge.office
        detail = _("version %(number)s") % {"number": version.number}
        yield Item(
            part=Part.PAPERS, about=_("Pledge"), title=str(office), detail=detail, day=version.signed_on,
            url=_url("pledge", cluster, year, office.code),
        )  # fmt: skip


def register_places() -> None:
    register(NavigationItem(label=gettext_lazy("Pledges"), icon="pledge", url=_pledges, order=21))
    register_inbox(items)
    register_pack(pack)
