"""Handing an emulation year over: by the secretariat that runs it, to the next leading office, on a day."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.core.audit import action
from apps.core.papers.pdf import pdf
from apps.core.papers.word import word
from apps.core.words import day
from apps.files.actions import store
from apps.files.formats import DOCX, PDF, XLSX, Format
from apps.files.models import StoredFile
from apps.offices.enums import LeadershipKind
from apps.offices.handover import pack
from apps.offices.models import Cluster, HandOver, Leadership, Office
from apps.offices.pack import excel, minutes
from apps.offices.rules import can_hand_over


@action
def hand_over(*, cluster: Cluster, year: int, to: Office, on: date, by: User) -> Leadership:
    """From that day on the secretariat of another office runs the year: what is open passes to it, with its rights.

    The leading office of the year stays what it was; its papers of earlier days keep its letterhead. Repeating it with
    the same office and day changes nothing; another day corrects the day as long as it has not come. The pack is kept
    as it is at this moment.
    """
    Cluster.objects.select_for_update().get(pk=cluster.pk)
    rows = list(Leadership.objects.desks().of_year(cluster, year).order_by("begins_on", "pk"))
    same = next((row for row in rows if row.kind == LeadershipKind.STEWARD and row.ends_on is None), None)
    if same is not None and (same.office_id, same.begins_on) == (to.pk, on):
        return same
    # Read anew behind the lock: whoever was first may just have passed these rights on.
    if not can_hand_over(User.objects.get(pk=by.pk), cluster, year):
        raise PermissionDenied
    if any(row.closed_on for row in rows):
        raise ValidationError({"year": _("The year %(year)s is closed.") % {"year": year}}, code="closed")
    rows = _without_planned(rows)
    present = next((row for row in rows if row.ends_on is None and (row.begins_on is None or row.begins_on < on)), None)
    if present is None:
        raise ValidationError(
            {"on": _("Nobody runs the year on the eve of %(day)s.") % {"day": day(on)}}, code="nobody"
        )
    if present.office_id == to.pk:
        message = _("%(office)s runs the year %(year)s already.")
        raise ValidationError({"to": message % {"office": to, "year": year}}, code="same")
    _keep_pack(cluster, year, giver=present.office, taker=to, on=on, by=by)
    present.ends_on = on - timedelta(days=1)
    present.save(update_fields=["ends_on"])
    return Leadership.objects.create(cluster=cluster, year=year, kind=LeadershipKind.STEWARD, office=to, begins_on=on)


def _keep_pack(cluster: Cluster, year: int, *, giver: Office, taker: Office, on: date, by: User) -> HandOver:
    def kept(content: bytes, kept_as: Format) -> StoredFile:
        name = f"ban-giao-{cluster.code}-{year}.{kept_as.extensions[0]}"
        return store(content=content, name=name, content_type=kept_as.content_type, by=by)

    with translation.override("vi"):
        items = pack(cluster, year)
        paper = minutes(cluster, year, items, giver=giver, taker=taker, on=on)
        return HandOver.objects.create(
            cluster=cluster, year=year, giver=giver, taker=taker, on=on, lines=[item.keep() for item in items],
            word=kept(word(paper), DOCX), pdf=kept(pdf(paper), PDF), excel=kept(excel(cluster, year, items), XLSX),
            handed_over_by=by,
        )  # fmt: skip


def _without_planned(rows: list[Leadership]) -> list[Leadership]:
    """Takes back a hand-over whose day has not come: whoever runs the year until then goes on."""
    planned = {row.begins_on for row in rows if row.kind == LeadershipKind.STEWARD and row.begins_on}
    planned = {begins_on for begins_on in planned if begins_on > timezone.localdate()}
    kept = []
    for row in rows:
        if row.begins_on in planned and row.kind == LeadershipKind.STEWARD:
            row.delete()
            continue
        if row.ends_on is not None and row.ends_on + timedelta(days=1) in planned:
            row.ends_on = None
            row.save(update_fields=["ends_on"])
        kept.append(row)
    return kept
