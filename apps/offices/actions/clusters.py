"""Setting up clusters: names, members in their own order, who leads in which year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.words import day
from apps.offices.enums import POSTS, LeadershipKind
from apps.offices.models import Cluster, Leadership, Membership, Office, OfficeName
from apps.offices.rules import can_appoint, can_create_cluster, can_hand_over, can_manage_cluster, is_led

CLUSTER_MESSAGES = {
    "offices_cluster_code_key": ("code", gettext_lazy("Another cluster has this code. Choose another one.")),
}
OFFICE_MESSAGES = {
    "offices_office_code_key": ("code", gettext_lazy("Another office has this code. Choose another one.")),
}
NAME_MESSAGES = {
    "office_name_no_overlap": ("valid_from", gettext_lazy("The office has another name on these days already.")),
    "office_name_days_in_order": ("valid_from", gettext_lazy("The last day comes before the first day.")),
}
MEMBERSHIP_MESSAGES = {
    "membership_no_overlap": ("valid_from", gettext_lazy("The office is a member on these days already.")),
    "membership_days_in_order": ("valid_to", gettext_lazy("The last day comes before the first day.")),
}
LEADERSHIP_MESSAGES = {
    "leadership_year_plausible": ("year", gettext_lazy("Expected a year from 1948 to 2100.")),
}


def _refuse_unless_managing(by: User, cluster: Cluster) -> None:
    if not can_manage_cluster(by, cluster):
        raise PermissionDenied


@action
def create_cluster(
    *,
    code: str,
    name: str,
    short_name: str,
    mark: str = "",
    region: str = "",
    managing_body: str = "",
    founding_decision: str = "",
    by: User,
) -> Cluster:
    if not can_create_cluster(by):
        raise PermissionDenied
    cluster = Cluster(
        code=code, name=name, short_name=short_name, mark=mark, region=region,
        managing_body=managing_body, founding_decision=founding_decision,
    )  # fmt: skip
    cluster.clean_fields()
    with explained(CLUSTER_MESSAGES):
        cluster.save(force_insert=True)
    return cluster


@action
def update_cluster(*, cluster: Cluster, values: Mapping[str, Any], by: User) -> Cluster:
    """Names, mark, region, managing body, founding decision. The code stays: addresses are made of it."""
    _refuse_unless_managing(by, cluster)
    for name in ("name", "short_name", "mark", "region", "managing_body", "founding_decision"):
        if name in values:
            setattr(cluster, name, values[name])
    cluster.clean_fields()
    cluster.save(update_fields=[name for name in values if name != "code"])
    return cluster


@action
def create_office(
    *,
    cluster: Cluster,
    code: str,
    name: str,
    short_name: str,
    valid_from: date,
    province: str = "",
    parent_body: str = "",
    locality: str = "",
    managing_body: str = "",
    telephone: str = "",
    by: User,
) -> Office:
    """A new office with its first name, made for a cluster (`add_member` makes it a member of it)."""
    _refuse_unless_managing(by, cluster)
    office = Office(code=code, name=name, short_name=short_name, telephone=telephone)
    office.clean_fields()
    with explained(OFFICE_MESSAGES):
        office.save(force_insert=True)
    OfficeName.objects.create(
        office=office, name=name, short_name=short_name, province=province, parent_body=parent_body,
        locality=locality, managing_body=managing_body, valid_from=valid_from,
    )  # fmt: skip
    return office


@action
def create_member(*, cluster: Cluster, valid_from: date, by: User, **values: str) -> Membership:
    """A new office, named and a member from the same day: both or neither."""
    office = create_office(cluster=cluster, valid_from=valid_from, by=by, **values)
    return add_member(cluster=cluster, office=office, valid_from=valid_from, by=by)


def _keep_todays_names(office: Office) -> None:
    """The one writer of `Office.name` and `short_name` after the start: the names in force today."""
    names = list(OfficeName.objects.filter(office=office).order_by("valid_from"))
    current = [each for each in names if each.valid_from <= timezone.localdate()][-1:] or names[:1]
    office.name, office.short_name = current[0].name, current[0].short_name
    office.save(update_fields=["name", "short_name"])


@action
def rename_office(*, office: Office, cluster: Cluster, valid_from: date, values: Mapping[str, Any], by: User) -> Office:
    """A new name from a day on: the name before it ends on the eve. Papers of earlier days keep the former name."""
    _refuse_unless_managing(by, cluster)
    Office.objects.select_for_update().get(pk=office.pk)
    former = OfficeName.objects.filter(office=office, valid_to=None).first()
    if former is not None:
        if former.valid_from >= valid_from:
            message = _("The present name holds since %(day)s. A new one can begin after that day.")
            raise ValidationError({"valid_from": message % {"day": day(former.valid_from)}}, code="too_early")
        former.valid_to = valid_from - timedelta(days=1)
        former.save(update_fields=["valid_to"])
    with explained(NAME_MESSAGES):
        OfficeName.objects.create(office=office, valid_from=valid_from, **values)
    _keep_todays_names(office)
    return office


@action
def correct_name(*, name: OfficeName, cluster: Cluster, values: Mapping[str, Any], by: User) -> OfficeName:
    """Mends a mistake in a name as it was written down; a change of name is `rename_office`."""
    _refuse_unless_managing(by, cluster)
    for field, value in values.items():
        setattr(name, field, value)
    name.clean_fields()
    with explained(NAME_MESSAGES):
        name.save(update_fields=list(values))
    _keep_todays_names(name.office)
    return name


@action
def add_member(*, cluster: Cluster, office: Office, valid_from: date, by: User) -> Membership:
    """At the end of the cluster's order; `move_member` moves it."""
    _refuse_unless_managing(by, cluster)
    Cluster.objects.select_for_update().get(pk=cluster.pk)
    last = Membership.objects.filter(cluster=cluster).aggregate(last=Max("position"))["last"] or 0
    with explained(MEMBERSHIP_MESSAGES):
        return Membership.objects.create(cluster=cluster, office=office, position=last + 1, valid_from=valid_from)


@action
def move_member(*, membership: Membership, up: bool, by: User) -> None:
    """One place up or down among the cluster's members; the order is numbered anew. At an end it does nothing."""
    _refuse_unless_managing(by, membership.cluster)
    Cluster.objects.select_for_update().get(pk=membership.cluster_id)
    ordered = list(Membership.objects.filter(cluster=membership.cluster_id).order_by("position", "valid_from", "pk"))
    here = next(index for index, each in enumerate(ordered) if each.pk == membership.pk)
    there = here - 1 if up else here + 1
    if 0 <= there < len(ordered):
        ordered[here], ordered[there] = ordered[there], ordered[here]
    for position, each in enumerate(ordered, start=1):
        if each.position != position:
            each.position = position
            each.save(update_fields=["position"])


@action
def end_membership(*, membership: Membership, on: date, by: User) -> Membership:
    """The office's last day in the cluster. Repeating it with another day corrects the day."""
    _refuse_unless_managing(by, membership.cluster)
    membership.valid_to = on
    with explained(MEMBERSHIP_MESSAGES):
        membership.save(update_fields=["valid_to"])
    return membership


@action
def appoint(
    *, cluster: Cluster, year: int, leader: Office, deputy: Office | None, begins_on: date | None = None, by: User
) -> None:
    """Sets the leading office and its deputy for an emulation year; both are members in that year, and not the same.

    The secretariat's rights follow from it, from `begins_on` (none: at once), so it is refused for a year that another
    office's secretariat runs. An office that the post has passed on from (a merger) is left as it was.
    """
    Cluster.objects.select_for_update().get(pk=cluster.pk)
    rows = list(Leadership.objects.filter(cluster=cluster, year=year))
    former = {each.kind: each for each in rows if each.kind in POSTS and each.ends_on is None}
    if not can_appoint(by, cluster, year, led=is_led(rows, timezone.localdate())):
        raise PermissionDenied
    if any(each.closed_on for each in rows):
        raise ValidationError({"year": _("The year %(year)s is closed.") % {"year": year}}, code="closed")
    if deputy is not None and deputy.pk == leader.pk:
        raise ValidationError({"deputy": _("Leading and deputy office are two offices.")}, code="same")
    members = set(
        Office.objects.members_of(cluster, date(year, 1, 1), date(year, 12, 31)).values_list("pk", flat=True)
        if 1948 <= year <= 2100
        else ()
    )
    for field, office in (("leader", leader), ("deputy", deputy)):
        if office is not None and members and office.pk not in members:
            message = _("%(office)s is not a member of the cluster in %(year)s.")
            raise ValidationError({field: message % {"office": office, "year": year}}, code="no_member")
    wanted = {LeadershipKind.LEADER: leader, LeadershipKind.DEPUTY: deputy}
    # First those that go: two offices may change places.
    for kind, row in former.items():
        if wanted[LeadershipKind(kind)] != row.office:
            row.delete()
    with explained(LEADERSHIP_MESSAGES):
        for kind, office in wanted.items():
            if office is None:
                continue
            if kind not in former or former[kind].office != office:
                Leadership.objects.create(cluster=cluster, year=year, kind=kind, office=office, begins_on=begins_on)
            elif former[kind].begins_on != begins_on:
                former[kind].begins_on = begins_on
                former[kind].save(update_fields=["begins_on"])


def refuse_closed_year(cluster: Cluster, year: int) -> None:
    """Before something is begun in an emulation year: a pledge, registrations, a confirmation. One query. What was
    begun before may be finished."""
    closed_on = Leadership.objects.closed_on(cluster, year)
    if closed_on is not None:
        message = _("The year %(year)s was closed on %(day)s: nothing new is begun in it.")
        raise ValidationError(message % {"year": year, "day": day(closed_on)}, code="closed")


@action
def close_year(*, cluster: Cluster, year: int, on: date, by: User) -> None:
    """Ends the secretariat's rights over that year, and with `refuse_closed_year` what offices might still begin in it.
    Repeating it does no harm."""
    if not can_hand_over(by, cluster, year):
        raise PermissionDenied
    for row in Leadership.objects.select_for_update().filter(cluster=cluster, year=year, closed_on=None):
        row.closed_on = on
        row.save(update_fields=["closed_on"])
