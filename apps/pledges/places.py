"""What this floor puts into the side bar, the inbox, a hand-over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.core.inbox import Cost, InboxItem
from apps.core.inbox import register as register_inbox
from apps.core.navigation import NavigationItem, register
from apps.core.words import day
from apps.offices.enums import RoleKind
from apps.offices.handover import Item, Part, register_pack
from apps.offices.models import Cluster, Office
from apps.offices.place import standing_cluster
from apps.offices.roles import roles_of
from apps.pledges.enums import WITH_THE_OFFICE, SheetState
from apps.pledges.models import RegistrationRound, RegistrationSheet
from apps.pledges.rules import can_read_totals

AHEAD = timedelta(days=30)  # before its day a sheet is to be prepared
ASKED = timedelta(days=90)  # after it nobody is asked for it any more


def _registrations(request: HttpRequest) -> str | None:
    cluster = standing_cluster(request)
    if cluster is None or not isinstance(request.user, User) or not can_read_totals(request.user, cluster):
        return None
    return reverse("pledges:registrations_latest", args=[cluster.code])


def sheet_url(cluster: Cluster, year: int, office: Office) -> str:
    return reverse("pledges:registration_sheet", args=[cluster.code, year, office.code])


def items(user: User, on: date) -> Iterator[InboxItem]:
    """Of an office: to prepare or to send by the round's day, to complete; of the secretariat: to receive. Three
    queries."""
    held = roles_of(user, on)
    clusters = held.secretariat_clusters | (held.member_clusters if held.entering_offices else frozenset())
    if not clusters:
        return
    rounds = list(
        RegistrationRound.objects.filter(cluster__in=clusters, due_on__gte=on - ASKED, due_on__lte=on + AHEAD)
        .filter(Q(opens_on=None) | Q(opens_on__lte=on))
        .select_related("cluster")
    )  # fmt: skip
    sheets = RegistrationSheet.objects.filter(cluster__in=clusters).select_related("cluster", "office", "current")
    waiting = Q(state__in=[SheetState.SENT, SheetState.TO_COMPLETE])
    known = list(sheets.filter(waiting | Q(year__in={each.year for each in rounds})))
    for sheet in known:
        yield from _of_sheet(sheet, user, on)
    sent = {(each.cluster_id, each.year, each.office_id) for each in known if each.state != SheetState.DRAFT}
    own = Office.objects.filter(pk__in=held.entering_offices & held.own_offices) if rounds else Office.objects.none()
    for office in own:
        kinds = held.offices[office.pk]
        for each in rounds:
            if (each.cluster_id, each.year, office.pk) not in sent and each.due_on is not None:
                heads = RoleKind.HEAD in kinds
                title = _("Send the registrations of %(year)s") if heads else _("Prepare the registrations of %(year)s")
                late = each.due_on < on
                yield InboxItem(
                    step="pledges.register", title=title % {"year": each.year}, about=str(office),
                    state="bad" if late else "info", due_on=each.due_on,
                    word=_("due on %(day)s") % {"day": day(each.due_on)}, cost=Cost.LATE if late else Cost.LATER,
                    url=sheet_url(each.cluster, each.year, office),
                )  # fmt: skip


def _of_sheet(sheet: RegistrationSheet, user: User, on: date) -> Iterator[InboxItem]:
    held = roles_of(user, on)
    url = sheet_url(sheet.cluster, sheet.year, sheet.office)
    if sheet.state == SheetState.TO_COMPLETE and sheet.office_id in held.entering_offices:
        yield InboxItem(
            step="pledges.complete", title=_("Complete the registrations of %(year)s") % {"year": sheet.year},
            about=str(sheet.office), state="warn", word=_("completion asked for"), cost=Cost.HOLDS_UP, url=url,
        )  # fmt: skip
    if sheet.state == SheetState.SENT and held.is_secretariat(sheet.cluster_id, sheet.year):
        yield InboxItem(
            step="pledges.receive", title=_("Receive the registrations of %(year)s") % {"year": sheet.year},
            about=str(sheet.office), state="info", word=_("sent"), cost=Cost.HOLDS_UP, url=url,
        )  # fmt: skip


def open_work(cluster: Cluster, year: int) -> Iterator[Item]:
    """Registrations that are not received. One query."""
    for sheet in RegistrationSheet.objects.of_year(cluster, year):
        if sheet.state in WITH_THE_OFFICE or sheet.state == SheetState.SENT:
            yield Item(
                part=Part.OPEN, about=_("Registrations"), title=str(sheet.office),
                detail=str(sheet.get_state_display()), url=sheet_url(cluster, year, sheet.office),
            )  # fmt: skip


def register_places() -> None:
    register(NavigationItem(label=gettext_lazy("Registrations"), icon="people", url=_registrations, order=22))
    register_inbox(items)
    register_pack(open_work)
