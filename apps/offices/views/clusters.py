"""The clusters that one may open; one cluster's names, members and leadership."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.models import User
from apps.core.forms import refuse
from apps.core.page import Crumb, show
from apps.offices import actions, rules
from apps.offices.enums import DESKS, POSTS, LeadershipKind
from apps.offices.forms.setting_up import ClusterForm, LeadershipForm, NewClusterForm
from apps.offices.models import Cluster, Leadership, Membership, Office
from apps.offices.place import cluster_of, clusters_of
from apps.offices.stories import story_of_cluster


def reader(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def settings_crumb(cluster: Cluster) -> Crumb:
    return Crumb(label=_("Cluster and offices"), url=reverse("offices:settings", args=[cluster.code]))


@require_safe
def clusters(request: HttpRequest) -> HttpResponse:
    found = clusters_of(request)
    show(request, title=_("Clusters"))
    return render(
        request, "offices/clusters.html", {"clusters": found, "may_create": rules.can_create_cluster(reader(request))}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new_cluster(request: HttpRequest) -> HttpResponse:
    user = reader(request)
    if not rules.can_create_cluster(user):
        raise PermissionDenied
    form = NewClusterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            cluster = actions.create_cluster(**form.cleaned_data, by=user)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The cluster has been created. Now add its member offices."))
            return redirect("offices:settings", cluster.code)
    show(request, title=_("New cluster"), crumbs=[Crumb(label=_("Clusters"), url=reverse("offices:clusters"))])
    return render(request, "core/form.html", {"form": form, "back": reverse("offices:clusters")})


@require_safe
def settings(request: HttpRequest, cluster: str) -> HttpResponse:
    """Open to everybody who may open the cluster; the buttons to those who manage it."""
    found = cluster_of(request, cluster)
    user = reader(request)
    today = timezone.localdate()
    memberships = Membership.objects.filter(cluster=found).select_related("office")
    current = [each for each in memberships if each.valid_to is None or each.valid_to >= today]
    former = [each for each in memberships if each not in current]
    led = groupby(
        Leadership.objects.filter(cluster=found).select_related("office").order_by("-year"), lambda each: each.year
    )
    years = [_year_row(user, found, year, list(rows)) for year, rows in led]
    taken = {row["year"] for row in years}
    proposed = next(year for year in range(today.year, 2200) if year not in taken)
    show(request, title=_("Cluster and offices"))
    manages = rules.can_manage_cluster(user, found)
    context = {
        "cluster": found,
        "facts": [
            (_("Name in full"), found.name),
            (_("Region"), found.region),
            (_("Managing body"), found.managing_body),
            (_("Founding decision"), found.founding_decision),
        ],
        "current": current,
        "former": former,
        "years": years,
        "proposed": proposed,
        "manages": manages,
        "story": story_of_cluster(found) if manages else [],
    }
    return render(request, "offices/settings.html", context)


@require_safe
def pick_year(request: HttpRequest, cluster: str) -> HttpResponse:
    """From the small form below the table to the page of that year."""
    found = managed(request, cluster)
    written = request.GET.get("year", "").strip()
    if not (written.isdecimal() and 1948 <= int(written) <= 2100):
        messages.error(
            request, _("“%(value)s” is not a year. Expected four digits, for example 2019.") % {"value": written[:20]}
        )
        return redirect("offices:settings", found.code)
    return redirect("offices:leadership", found.code, int(written))


def _year_row(user: User, cluster: Cluster, year: int, rows: list[Leadership]) -> dict[str, object]:
    posts = {row.kind: row.office for row in sorted(rows, key=lambda row: row.begins_on or date.min)}
    closed = next((row.closed_on for row in rows if row.closed_on), None)
    today = timezone.localdate()
    desks = {row.office_id for row in rows if row.kind in DESKS and (row.begins_on or date.min) <= today}
    begins_on = min((row.begins_on or date.min for row in rows if row.kind in DESKS), default=date.min)
    return {
        "year": year,
        "leader": posts.get(LeadershipKind.LEADER),
        "deputy": posts.get(LeadershipKind.DEPUTY),
        "closed_on": closed,
        "steward": posts.get(LeadershipKind.STEWARD),
        "hands_over": closed is None and rules.can_hand_over(user, cluster, year),
        "reads_pack": rules.can_read_handover(user, desks),
        "begins_on": begins_on if begins_on > today else None,
        "may_appoint": closed is None and rules.can_appoint(user, cluster, year, led=rules.is_led(rows, today)),
    }


def managed(request: HttpRequest, cluster: str) -> Cluster:
    """The cluster, for those who manage it: others who may open it are refused."""
    found = cluster_of(request, cluster)
    if not rules.can_manage_cluster(reader(request), found):
        raise PermissionDenied
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def edit_cluster(request: HttpRequest, cluster: str) -> HttpResponse:
    found = managed(request, cluster)
    form = ClusterForm(request.POST or None, instance=Cluster.objects.get(pk=found.pk))
    if request.method == "POST" and form.is_valid():
        actions.update_cluster(cluster=found, values=form.cleaned_data, by=reader(request))
        messages.success(request, _("Saved."))
        return redirect("offices:settings", found.code)
    show(request, title=_("Names of the cluster"), crumbs=[settings_crumb(found)])
    return render(request, "core/form.html", {"form": form, "back": reverse("offices:settings", args=[found.code])})


@require_http_methods(["GET", "HEAD", "POST"])
def leadership(request: HttpRequest, cluster: str, year: int) -> HttpResponse:
    """Leading and deputy office of one year."""
    found = cluster_of(request, cluster)
    if not 1948 <= year <= 2100:
        raise Http404
    user = reader(request)
    rows = list(Leadership.objects.of_year(found, year))
    present = {row.kind: row for row in rows if row.kind in POSTS and row.ends_on is None}
    if not rules.can_appoint(user, found, year, led=rules.is_led(rows, timezone.localdate())):
        raise PermissionDenied
    first = date(year, 1, 1)
    initial = {kind: row.office for kind, row in present.items()} | {
        "begins_on": next((row.begins_on for row in present.values()), first if first > timezone.localdate() else None)
    }
    form = LeadershipForm(request.POST or None, cluster=found, year=year, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.appoint(cluster=found, year=year, **form.cleaned_data, by=user)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Leading and deputy office of %(year)s have been set.") % {"year": year})
            return redirect("offices:settings", found.code)
    members = Office.objects.members_of(found, date(year, 1, 1), date(year, 12, 31)).exists()
    show(request, title=_("Leadership of %(year)s") % {"year": year}, crumbs=[settings_crumb(found)])
    context = {
        "form": form,
        "back": reverse("offices:settings", args=[found.code]),
        "note": _("The secretariat of the year are those who hold the secretariat's role in its leading office.")
        if members
        else _("The cluster has no members in this year yet: add them first."),
    }
    return render(request, "core/form.html", context)
