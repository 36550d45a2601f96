"""The movements of a year, one movement, and what is done with it: launched, confirmed, closed, removed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Case, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.models import User
from apps.campaigns import actions, rules
from apps.campaigns.confirming import Standing, counts, standings
from apps.campaigns.forms import CloseForm, ConfirmForm, LaunchForm
from apps.campaigns.models import Campaign, CampaignVersion
from apps.campaigns.movement import LABELS, content_of, criteria_of, differences, lacking, phases_of, prizes_of, said
from apps.campaigns.stories import story_of_campaign
from apps.campaigns.views.calendar import Year, at_hand, year_of, years_of
from apps.core.forms import refuse
from apps.core.page import Crumb, show
from apps.offices.models import Office
from apps.offices.place import cluster_of
from apps.offices.roles import roles_of


def url_of(campaign: Campaign, name: str, *more: object) -> str:
    return reverse(f"campaigns:{name}", args=[campaign.cluster.code, campaign.year, campaign.pk, *more])


@dataclass(frozen=True)
class Place:
    """A movement that its reader may know of."""

    at: Year
    campaign: Campaign

    @property
    def user(self) -> User:
        return self.at.user

    @property
    def may_plan(self) -> bool:
        return self.at.may_plan

    @property
    def url(self) -> str:
        return url_of(self.campaign, "campaign")

    @property
    def crumbs(self) -> list[Crumb]:
        return [list_crumb(self.at), Crumb(label=self.campaign.name, url=self.url)]

    def refuse_unless_planning(self) -> None:
        if not self.may_plan:
            raise PermissionDenied


def list_url(at: Year) -> str:
    return reverse("campaigns:movements", args=[at.cluster.code, at.year])


def list_crumb(at: Year) -> Crumb:
    return Crumb(label=_("Movements of %(year)s") % {"year": at.year}, url=list_url(at))


def place_of(request: HttpRequest, cluster: str, year: int, pk: int) -> Place:
    at = year_of(request, cluster, year)
    rows = Campaign.objects.visible_to(at.user).filter(cluster=at.cluster, year=year)
    found = get_object_or_404(rows.select_related("parent", "launcher", "closer"), pk=pk)
    found.cluster = at.cluster
    return Place(at, found)


@require_safe
def movements_at_hand(request: HttpRequest, cluster: str) -> HttpResponse:
    found = cluster_of(request, cluster)
    return redirect("campaigns:movements", found.code, at_hand(found, request.user))


@require_safe
def movements(request: HttpRequest, cluster: str, year: int) -> HttpResponse:
    at = year_of(request, cluster, year)
    rows = list(Campaign.objects.visible_to(at.user).of_year(at.cluster, year).select_related("parent"))
    counted = counts(rows)
    years = years_of(at.cluster, at.user, year)
    context = {
        "at": at,
        "years": [(each, reverse("campaigns:movements", args=[at.cluster.code, each])) for each in years],
        "movements": [(row, url_of_row(at, row), counted[row.pk]) for row in rows],
        "copies": at.may_plan and year - 1 in years,
        "next": year + 1,
        "copies_on": rules.can_plan(at.user, at.cluster, year + 1),
    }
    show(request, title=_("Movements of %(year)s") % {"year": year})
    return render(request, "campaigns/movements.html", context)


def url_of_row(at: Year, row: Campaign) -> str:
    return reverse("campaigns:campaign", args=[at.cluster.code, row.year, row.pk])


@require_safe
def campaign(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    return _page(request, place_of(request, cluster, year, pk))


def confirms_for(place: Place, rows: list[Standing]) -> list[int]:
    """Offices that have not confirmed, and for which the reader may: a head for the own, the secretariat for all."""
    if not place.campaign.is_launched:
        return []
    waiting = [each.office.pk for each in rows if each.confirmation is None]
    own = [pk for pk in waiting if rules.is_head_of(place.user, pk)]
    return own or [pk for pk in waiting if rules.can_confirm(place.user, place.campaign, pk)]


def _confirm_form(place: Place, rows: list[Standing], data: Any = None) -> ConfirmForm | None:
    """Every office of the reader may stand in what is posted; only those that still wait are offered."""
    offered = confirms_for(place, rows)
    if not offered and data is None:
        return None
    known = [each.office.pk for each in rows if rules.can_confirm(place.user, place.campaign, each.office.pk)]
    behalf = not any(rules.is_head_of(place.user, pk) for pk in offered)
    order = Case(*(When(pk=each.office.pk, then=number) for number, each in enumerate(rows)), default=len(rows))
    offices = Office.objects.filter(pk__in=known if data is not None else offered).order_by(order, "pk")
    return ConfirmForm(data, offices=offices, behalf=behalf, initial={"version": place.campaign.version})


def _page(request: HttpRequest, place: Place, **bound: Any) -> HttpResponse:
    """`bound`: a form that was refused (launch, close, confirm), shown again with its messages."""
    row, user = place.campaign, place.user
    rows = standings(row)
    reads_all = roles_of(user).reads_all(place.at.cluster.pk, place.at.year)
    mine = rows if reads_all else [each for each in rows if each.office.pk in roles_of(user).office_ids]
    versions = list(row.versions.select_related("made_by").order_by("number"))
    amended = [(now, differences(before.content, now.content)) for before, now in pairwise(versions)]
    lacks = lacking(content_of(row)) if row.is_draft and place.may_plan else []
    first = row.parent if row.parent and row.parent.is_draft and row.is_draft and place.may_plan else None
    close = row.is_launched and place.may_plan
    context = {
        "place": place,
        "row": row,
        "phases": phases_of(row),
        "criteria": criteria_of(row),
        "prizes": prizes_of(row),
        "children": Campaign.objects.visible_to(user).filter(parent=row).order_by("pk"),
        "parent_url": _url_above(row.parent, user),
        "standings": mine,
        "reads_all": reads_all,
        "confirmed": sum(each.confirmation is not None for each in rows),
        "expected": len(rows),
        "papers": row.papers.select_related("scan").order_by("signed_on", "pk"),
        "lacks": lacks,
        "launch_first": first,
        "launch": bound.get("launch") or (LaunchForm() if row.is_draft and place.may_plan else None),
        "close": bound.get("close") or (CloseForm() if close else None),
        "confirm": bound.get("confirm") or _confirm_form(place, rows),
        "amended": list(reversed(amended)),
        "first": versions[0] if versions else None,
        "story": story_of_campaign(row) if place.may_plan else [],
    }
    show(request, title=row.name, crumbs=[list_crumb(place.at)])
    return render(request, "campaigns/movement.html", context, status=422 if bound else 200)


def _url_above(parent: Campaign | None, user: User) -> str:
    """Where the movement that it carries out stands, unless that is a draft of another secretariat."""
    if parent is None or (parent.is_draft and not rules.can_plan(user, parent.cluster, parent.year)):
        return ""
    return url_of(parent, "campaign")


@require_safe
def version(request: HttpRequest, cluster: str, year: int, pk: int, number: int) -> HttpResponse:
    """What was launched, or an amendment made of it, as it stood then."""
    place = place_of(request, cluster, year, pk)
    row = get_object_or_404(CampaignVersion.objects.select_related("made_by"), campaign=place.campaign, number=number)
    facts = [(str(LABELS[name]), lines) for name, lines in said(row.content).items() if lines]
    show(request, title=_("Version %(number)s") % {"number": number}, crumbs=place.crumbs)
    return render(request, "campaigns/movement_version.html", {"place": place, "version": row, "facts": facts})


@require_POST
def launch(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    place = place_of(request, cluster, year, pk)
    place.refuse_unless_planning()
    form = LaunchForm(request.POST)
    if form.is_valid():
        try:
            actions.launch_campaign(campaign=place.campaign, on=form.cleaned_data["on"], by=place.user)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The movement has been launched. The offices are asked to confirm."))
            return redirect(place.url)
    return _page(request, place, launch=form)


@require_POST
def close(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    place = place_of(request, cluster, year, pk)
    place.refuse_unless_planning()
    form = CloseForm(request.POST)
    if form.is_valid():
        try:
            actions.close_campaign(campaign=place.campaign, by=place.user, **form.cleaned_data)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The movement has been closed."))
            return redirect(place.url)
    return _page(request, place, close=form)


@require_POST
def confirm(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    place = place_of(request, cluster, year, pk)
    rows = standings(place.campaign)
    if not any(rules.can_confirm(place.user, place.campaign, each.office.pk) for each in rows):
        raise PermissionDenied
    form = _confirm_form(place, rows, request.POST)
    assert form is not None
    if form.is_valid():
        try:
            made = actions.confirm_campaign(campaign=place.campaign, by=place.user, **form.cleaned_data)
        except ValidationError as error:
            refuse(form, error)
        else:
            said = _("%(office)s has confirmed the movement.") % {"office": made.office}
            messages.success(request, said)
            return redirect(f"{place.url}#confirmations")
    return _page(request, place, confirm=form)


@require_POST
def remove(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    place = place_of(request, cluster, year, pk)
    try:
        actions.remove_campaign(campaign=place.campaign, by=place.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(place.url)
    messages.success(request, _("The draft has been removed."))
    return redirect(list_url(place.at))
