"""What waits for a person about a year (a provider of apps.core.inbox): its secretariat sets it up and chases those who
have not confirmed a movement, a head confirms for the own office, the clerk of records numbers what was written. One
query for each, two for the papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.accounts.models import User
from apps.campaigns.enums import CampaignState
from apps.campaigns.models import Campaign, CampaignOffice, Conference, Confirmation, Invitation, Minutes, Period
from apps.core.inbox import NEAR, Cost, InboxItem
from apps.core.words import day, padded
from apps.offices.enums import RoleKind
from apps.offices.models import Leadership
from apps.offices.roles import Roles, roles_of

PATIENCE = timedelta(days=14)  # after the launching, where no day was set until which the offices confirm


def items(user: User, on: date) -> Iterator[InboxItem]:
    held = roles_of(user, on)
    yield from _of_heads(held, on)
    yield from _of_secretariat(held, on)
    yield from _to_set_up(held, on)
    yield from _to_number(held, on)


def _waiting(condition: Q) -> list[CampaignOffice]:
    """Offices that have not confirmed the text in force of a launched movement."""
    confirmed = Confirmation.objects.filter(
        version__campaign=OuterRef("campaign"), version__number=OuterRef("campaign__version"), office=OuterRef("office")
    )
    rows = CampaignOffice.objects.filter(condition, ~Exists(confirmed), campaign__state=CampaignState.LAUNCHED)
    return list(rows.select_related("campaign__cluster", "office").order_by("campaign_id", "office_id"))


def _url(campaign: Campaign, anchor: str) -> str:
    return reverse("campaigns:campaign", args=[campaign.cluster.code, campaign.year, campaign.pk]) + anchor


def _of_heads(held: Roles, on: date) -> Iterator[InboxItem]:
    own = [office for office, kinds in held.offices.items() if RoleKind.HEAD in kinds]
    for row in _waiting(Q(office__in=own)) if own else []:
        movement = row.campaign
        due = movement.confirm_by
        late = due is not None and due < on
        assert movement.launched_on is not None  # by campaign_launched_whole
        word = (
            _("due on %(day)s") % {"day": day(due)}
            if due
            else _("launched %(day)s") % {"day": day(movement.launched_on)}
        )
        yield InboxItem(
            step="campaigns.confirm", title=_("Confirm the movement: %(name)s") % {"name": movement.name},
            about=str(row.office), state="bad" if late else "warn" if due else "neutral", word=word,
            cost=Cost.LATE if late else Cost.RUNS_OUT if due and due - on <= NEAR else Cost.LATER,
            url=_url(movement, "#to-confirm"), due_on=due,
        )  # fmt: skip


def _of_secretariat(held: Roles, on: date) -> Iterator[InboxItem]:
    years = Q()
    for cluster, year in held.secretariat:
        years |= Q(campaign__cluster=cluster, campaign__year=year)
    by_movement: dict[int, list[CampaignOffice]] = {}
    for row in _waiting(years) if years else []:
        by_movement.setdefault(row.campaign_id, []).append(row)
    for rows in by_movement.values():
        movement = rows[0].campaign
        assert movement.launched_on is not None
        if on <= (movement.confirm_by or movement.launched_on + PATIENCE):
            continue
        word = ngettext("%(count)s office has not confirmed", "%(count)s offices have not confirmed", len(rows))
        yield InboxItem(
            step="campaigns.chase", title=_("Chase the confirmations: %(name)s") % {"name": movement.name},
            about=", ".join(str(row.office.short_name) for row in rows), state="warn",
            word=word % {"count": padded(len(rows))}, cost=Cost.UNSETTLED, url=_url(movement, "#confirmations"),
            due_on=movement.confirm_by,
        )  # fmt: skip


def _to_set_up(held: Roles, on: date) -> Iterator[InboxItem]:
    """A year at hand or ahead that has no reporting period or no movement yet: no office can begin before."""
    years = Q()
    for cluster, year in held.secretariat:
        years |= Q(cluster=cluster, year=year)
    ahead = Leadership.objects.desks().filter(years, year__gte=on.year) if years else Leadership.objects.none()
    same = {"cluster": OuterRef("cluster"), "year": OuterRef("year")}
    each = ("year", "cluster_id")  # led by one office after another or not
    rows = ahead.annotate(
        has_periods=Exists(Period.objects.filter(**same)),
        has_movements=Exists(Campaign.objects.filter(**same)),
        follows=Exists(Period.objects.filter(cluster=OuterRef("cluster"), year=OuterRef("year") - 1)),
    )
    waiting = rows.exclude(has_periods=True, has_movements=True).distinct(*each).order_by(*each)
    for year, code, name, has_periods, follows in waiting.values_list(
        "year", "cluster__code", "cluster__short_name", "has_periods", "follows"
    ):
        page = "next_year" if follows else "movements" if has_periods else "year"
        yield InboxItem(
            step="campaigns.set_up", title=_("Set up the year %(year)s") % {"year": year}, about=name, state="warn",
            word=_("no movement yet") if has_periods else _("no reporting period yet"), cost=Cost.HOLDS_UP,
            url=reverse(f"campaigns:{page}", args=[code, year]),
        )  # fmt: skip


def _to_number(held: Roles, on: date) -> Iterator[InboxItem]:
    """Papers of conferences that are written and have no number yet: invitations at once, minutes from the day of the
    conference on."""
    years = Q()
    for cluster, year in held.records:
        years |= Q(conference__cluster=cluster, conference__period__year=year)
    if not years:
        return
    with_all = ("conference__cluster", "conference__period")
    for invitation in Invitation.objects.filter(years, number=None).select_related(*with_all):
        title, late = _("Number and date the invitation"), invitation.conference.held_on < on
        yield _unnumbered(invitation.conference, title, "record_invitation", late=late)
    for minutes in Minutes.objects.filter(years, number=None, conference__held_on__lte=on).select_related(*with_all):
        yield _unnumbered(minutes.conference, _("Number and date the minutes"), "record_minutes", late=False)


def _unnumbered(conference: Conference, title: str, page: str, *, late: bool) -> InboxItem:
    at = [conference.cluster.code, conference.period.year, conference.pk]
    return InboxItem(
        step="campaigns.number", title=title, about=f"{conference.title}, {day(conference.held_on)}",
        state="bad" if late else "warn", word=_("not numbered yet"), cost=Cost.LATE if late else Cost.HOLDS_UP,
        url=reverse(f"campaigns:{page}", args=at),
    )  # fmt: skip
