"""The first page, and the dashboard of a period."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.activities.rules import can_import
from apps.campaigns.scope import scope_of
from apps.core import inbox, words
from apps.core.page import Crumb, show
from apps.dashboards import workbooks
from apps.dashboards.overview import overview
from apps.dashboards.start import period_to_show
from apps.files.answers import download
from apps.files.formats import XLSX
from apps.offices.models import Cluster
from apps.offices.roles import roles_of


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """On to the dashboard of the only cluster; several are offered; without one the page says whom to ask."""
    clusters = list(Cluster.objects.visible_to(request.user))  # type: ignore[arg-type]
    if len(clusters) == 1:
        return redirect("dashboards:cluster", clusters[0].code)
    show(request, title=_("Choose a cluster") if clusters else _("No cluster yet"))
    return render(request, "dashboards/home.html", {"clusters": clusters})


@require_safe
def cluster(request: HttpRequest, cluster: str) -> HttpResponse:
    """On to the period that a reader most likely means; a cluster without periods says what to set up."""
    found = Cluster.objects.visible_to(request.user).filter(code=cluster).first()  # type: ignore[arg-type]
    if found is None:
        raise Http404
    period = period_to_show(found, timezone.localdate())
    if period is not None:
        return redirect("dashboards:dashboard", found.code, period.code)
    show(request, title=_("No period yet"), cluster=found.short_name, mark=found.mark)
    context = {"cluster": found, "plans": found.pk in roles_of(request.user).secretariat_clusters}
    return render(request, "dashboards/no_period.html", context)


@require_safe
def dashboard(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    show(request, title=str(scope.period), crumbs=[Crumb(label=scope.cluster.short_name), Crumb(label=_("Overview"))])
    tasks = inbox.items(scope.user, timezone.localdate())
    return render(
        request,
        "dashboards/dashboard.html",
        {
            "scope": scope,
            "overview": overview(scope),
            "tasks": tasks,
            "tasks_note": _("All %(count)s") % {"count": words.padded(len(tasks))} if tasks else "",
            "inbox_url": reverse("dashboards:inbox") if tasks else "",
            "is_member": scope.cluster.pk in scope.roles.cluster_ids,
            "enters": bool(scope.enters_for),
            "imports": can_import(scope.user, scope.cluster, scope.year),
        },
    )


@require_safe
def export(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    return download(workbooks.offices(scope), f"so-lieu-{scope.cluster.code}-{scope.period.code}", XLSX)
