"""Offices that become one: one action, one transaction, with what every floor does about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.core.audit import action
from apps.core.words import day
from apps.offices.actions.clusters import create_office
from apps.offices.enums import POSTS, LeadershipKind, LineageKind
from apps.offices.mergers import Merger, handlers
from apps.offices.models import Cluster, Employment, Leadership, Lineage, Membership, Office, OfficeName, Role
from apps.offices.rules import can_manage_cluster

DAY = timedelta(days=1)


@action
def merge_offices(
    *,
    cluster: Cluster,
    predecessors: Sequence[Office],
    on: date,
    values: Mapping[str, str],
    outsider: Mapping[str, str] | None = None,
    instrument: str = "",
    by: User,
) -> Office:
    """Member offices become one new office from a day on; `values` are its code and names (as `create_office`).

    `outsider`: an office that was no member and goes into the new one as well; its row is made for the lineage. What
    the predecessors did stays theirs, under their names of that time. Their memberships, posts, roles and people pass
    to the successor; what else is open is passed on by the floors above (`offices.mergers`).
    """
    if not can_manage_cluster(by, cluster):
        raise PermissionDenied
    Cluster.objects.select_for_update().get(pk=cluster.pk)
    locked = list(Office.objects.select_for_update().filter(pk__in=[each.pk for each in predecessors]).order_by("pk"))
    members = {
        row.office_id: row
        for row in Membership.objects.filter(cluster=cluster, office__in=locked).during(on - DAY, on - DAY)
    }
    _refuse(locked, members, on, outsider)
    successor = create_office(cluster=cluster, valid_from=on, by=by, **values)
    if outsider is not None:
        locked.append(create_office(cluster=cluster, valid_from=on - DAY, by=by, **outsider))
    _descend(locked, successor, on, instrument)
    _pass_membership(list(members.values()), successor, on)
    for office in locked:
        OfficeName.objects.filter(office=office, valid_to=None, valid_from__lt=on).update(valid_to=on - DAY)
        _pass_roles(office, successor, on)
        _pass_people(office, successor, on)
    _pass_posts(locked, successor, on)
    merger = Merger(cluster, locked, successor, on)
    for handler in handlers():
        handler(merger, by)
    return successor


def _refuse(
    predecessors: Sequence[Office], members: Mapping[int, Membership], on: date, outsider: Mapping[str, str] | None
) -> None:
    if len(predecessors) + (outsider is not None) < 2:
        message = _("A merger takes at least two offices. For another name of one, record a new name.")
        raise ValidationError({"predecessors": message}, code="too_few")
    for office in predecessors:
        if office.pk not in members:
            message = _("%(office)s is not a member of the cluster on the eve of %(day)s.")
            raise ValidationError({"predecessors": message % {"office": office, "day": day(on)}}, code="no_member")
    gone = Lineage.objects.direct().filter(predecessor__in=predecessors).select_related("predecessor").first()
    if gone is not None:
        message = _("%(office)s went into another office on %(day)s already.")
        raise ValidationError(
            {"predecessors": message % {"office": gone.predecessor, "day": day(gone.on)}}, code="merged"
        )


def _descend(predecessors: Sequence[Office], successor: Office, on: date, instrument: str) -> None:
    """The one writer of lineage: rows of the offices themselves, and of all that had gone into them."""
    older = Lineage.objects.predecessors([each.pk for each in predecessors])
    Lineage.objects.bulk_create(
        Lineage(
            predecessor=each, successor=successor, kind=LineageKind.MERGE, on=on, instrument=instrument,
            is_direct=True,
        )
        for each in predecessors
    )  # fmt: skip
    Lineage.objects.bulk_create(
        Lineage(
            predecessor_id=former, successor=successor, kind=LineageKind.MERGE, on=on, instrument=instrument,
            is_direct=False,
        )
        for former in {former for found in older.values() for former in found}
    )  # fmt: skip


def _pass_membership(memberships: Sequence[Membership], successor: Office, on: date) -> None:
    """The successor stands where the first of them stood."""
    for row in memberships:
        row.valid_to = on - DAY
        row.save(update_fields=["valid_to"])
    place = min(row.position for row in memberships)
    Membership.objects.create(cluster=memberships[0].cluster, office=successor, position=place, valid_from=on)


def _still(on: date) -> Q:
    """Begun before a day and not ended by its eve."""
    return Q(valid_from__lt=on) & (Q(valid_to=None) | Q(valid_to__gte=on))


def _pass_roles(office: Office, successor: Office, on: date) -> None:
    for role in Role.objects.filter(_still(on), office=office):
        until, role.valid_to = role.valid_to, on - DAY
        role.save(update_fields=["valid_to"])
        Role.objects.get_or_create(
            user=role.user, kind=role.kind, office=successor, defaults={"valid_from": on, "valid_to": until}
        )


def _pass_people(office: Office, successor: Office, on: date) -> None:
    for row in Employment.objects.filter(_still(on), office=office):
        until, row.valid_to = row.valid_to, on - DAY
        row.save(update_fields=["valid_to"])
        Employment.objects.create(
            person_id=row.person_id, office=successor, kind=row.kind, position=row.position, unit=row.unit,
            valid_from=on, valid_to=until, is_counted=row.is_counted, not_counted_because=row.not_counted_because,
        )  # fmt: skip


def _pass_posts(predecessors: Sequence[Office], successor: Office, on: date) -> None:
    """Posts of the running year and of those to come pass on; a year before it that is still open is taken over."""
    rows = Leadership.objects.filter(office__in=predecessors, closed_on=None).filter(
        Q(ends_on=None) | Q(ends_on__gte=on)
    )
    for row in rows.order_by("year", "-kind"):
        kind = LeadershipKind(row.kind)
        if row.year < on.year and kind in POSTS:
            if kind == LeadershipKind.DEPUTY:
                continue
            kind = LeadershipKind.STEWARD
        begins_on = max(on, row.begins_on) if row.begins_on else on
        if row.begins_on is not None and row.begins_on >= on:
            row.delete()
        else:
            row.ends_on = on - DAY
            row.save(update_fields=["ends_on"])
        taken = Leadership.objects.filter(cluster=row.cluster_id, year=row.year, office=successor)
        if not taken.exists():  # leader and deputy became one office: it leads
            Leadership.objects.create(
                cluster_id=row.cluster_id, year=row.year, kind=kind, office=successor, begins_on=begins_on
            )
