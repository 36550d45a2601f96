"""The year on one page; its movements and periods."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.accounts.models import User
from apps.campaigns import actions, rules
from apps.campaigns.forms import PeriodForm
from apps.campaigns.links import year_links
from apps.campaigns.models import AssemblySession, Campaign, Chair, Conference, Period, Task
from apps.campaigns.stories import story_of_year
from apps.core.forms import refuse
from apps.core.page import Crumb, show
from apps.offices.models import Cluster, Leadership
from apps.offices.place import cluster_of
from apps.offices.roles import roles_of


@dataclass(frozen=True)
class Year:
    """Where a page of the calendar stands, and whether its reader may set the year up."""

    cluster: Cluster
    year: int
    user: User

    @property
    def may_plan(self) -> bool:
        return rules.can_plan(self.user, self.cluster, self.year)

    @property
    def url(self) -> str:
        return reverse("campaigns:year", args=[self.cluster.code, self.year])

    @property
    def crumb(self) -> Crumb:
        return Crumb(label=_("Calendar of %(year)s") % {"year": self.year}, url=self.url)


def year_of(request: HttpRequest, cluster: str, year: int, *, planning: bool = False) -> Year:
    assert isinstance(request.user, User)
    found = Year(cluster_of(request, cluster), year, request.user)
    if planning and not found.may_plan:
        raise PermissionDenied
    return found


def years_of(cluster: Cluster, user: User, shown: int) -> list[int]:
    """Years that have something, are led, or are the reader's to set up."""
    known = set(Period.objects.filter(cluster=cluster).values_list("year", flat=True))
    known |= set(Leadership.objects.filter(cluster=cluster).values_list("year", flat=True))
    return sorted(known | {shown} | {year for at, year in roles_of(user).secretariat if at == cluster.pk})


def at_hand(cluster: Cluster, user: object) -> int:
    """The latest year that is led, up to this one."""
    this = timezone.localdate().year
    years = years_of(cluster, user, this) if isinstance(user, User) else [this]
    led = set(Leadership.objects.filter(cluster=cluster).values_list("year", flat=True))
    return max((year for year in years if year in led and year <= this), default=max(led, default=this))


@require_safe
def calendar(request: HttpRequest, cluster: str) -> HttpResponse:
    """The year at hand: the latest that has periods or is led, up to this one."""
    found = cluster_of(request, cluster)
    return redirect("campaigns:year", found.code, at_hand(found, request.user))


@require_safe
def year(request: HttpRequest, cluster: str, year: int) -> HttpResponse:
    at = year_of(request, cluster, year)
    chairs = Prefetch("chairs", Chair.objects.select_related("office"))
    periods = list(
        Period.objects.filter(cluster=at.cluster, year=year).prefetch_related(
            Prefetch("tasks", Task.objects.select_related("owner").order_by("position", "pk"))
        )
    )
    sessions = AssemblySession.objects.filter(opens_on__year__lte=year, closes_on__year__gte=year)
    reads_story = at.may_plan or at.user.is_administrator
    context = {
        "at": at,
        "years": years_of(at.cluster, at.user, year),
        "campaigns": Campaign.objects.visible_to(at.user).of_year(at.cluster, year),
        "periods": periods,
        "missing": len(periods) < len(actions.propose_year(2000)),
        "halves": [period for period in periods if period.kind != "Y"],
        "conferences": Conference.objects.filter(period__in=periods)
        .select_related("period", "host")
        .prefetch_related(chairs)
        .order_by("held_on"),
        "sessions": sessions.select_related("term").order_by("opens_on"),
        "led": Leadership.objects.filter(cluster=at.cluster, year=year).exists(),
        "reads_story": reads_story,
        "story": story_of_year(at.cluster, year, drafts=at.may_plan) if reads_story else [],
        "links": year_links(at.cluster, year),
        "may_plan_assembly": rules.can_plan_assembly(at.user),
    }
    show(request, title=_("Calendar of %(year)s") % {"year": year})
    return render(request, "campaigns/year.html", context)


@require_POST
def set_up_year(request: HttpRequest, cluster: str, year: int) -> HttpResponse:
    at = year_of(request, cluster, year)
    try:
        made = actions.set_up_year(cluster=at.cluster, year=year, by=at.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        if made:
            messages.success(
                request, _("The periods of %(year)s have been set. Adjust their days where needed.") % {"year": year}
            )
    return redirect(at.url)


def period_of(at: Year, pk: int) -> Period:
    return get_object_or_404(Period.objects.select_related("cluster"), cluster=at.cluster, year=at.year, pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def period(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    at = year_of(request, cluster, year)
    row = period_of(at, pk)
    if not at.may_plan:
        raise PermissionDenied
    names = ("starts_on", "ends_on", "due_on", "closes_on", "build_on")
    form = PeriodForm(request.POST or None, initial={name: getattr(row, name) for name in names})
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_period(period=row, values=form.cleaned_data, by=at.user)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The days of the period have been saved."))
            return redirect(at.url)
    show(request, title=str(row), crumbs=[at.crumb])
    return render(request, "core/form.html", {"form": form, "back": at.url})
