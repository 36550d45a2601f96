"""A figure and what it was counted from; the list of all that can be counted."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.campaigns.scope import Scope, scope_of
from apps.core.page import Crumb, PeriodChoice, show
from apps.dashboards import catalogue, trail, workbooks
from apps.dashboards.addresses import OWN, dashboard_url, figure_url, index_url
from apps.dashboards.overview import comparison
from apps.files.answers import download
from apps.files.formats import XLSX
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.indicators.reading import OWN_LINE


def _owner(request: HttpRequest, scope: Scope) -> int | None:
    """The owner that `?office=` names; 404 for one whose figures the reader may not see, as for one there is not."""
    code = request.GET.get("office", "")
    if not code:
        return None
    if code == OWN:
        return OWN_LINE
    found = next((office.pk for office in scope.members if office.code == code), None)
    if found is None or found not in scope.readable_offices:
        raise Http404
    return found


def _trail(request: HttpRequest, scope: Scope, code: str) -> trail.Trail:
    indicator = get_object_or_404(Indicator.objects.for_cluster(scope.cluster, scope.year), code=code)
    return trail.trail(scope, indicator, _owner(request, scope))


@require_safe
def index(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    show(request, title=_("Indicators"), crumbs=[
        Crumb(label=scope.cluster.short_name, url=dashboard_url(scope)), Crumb(label=_("Indicators")),
    ])  # fmt: skip
    return render(request, "dashboards/indicators.html", {"scope": scope, "groups": catalogue.groups(scope)})


@require_safe
def figure(request: HttpRequest, cluster: str, period: str, code: str) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    found = _trail(request, scope, code)
    _frame(request, found)
    rows = trail.rows(found) if found.is_counted else None
    page = trail.page_of(rows, request.GET.get("page")) if rows else None
    change, direction = comparison(found.indicator, found.reading) if found.owner is None else ("", "none")
    return render(request, "dashboards/figure.html", {
        "scope": scope,
        "trail": found,
        "indicator": found.indicator,
        "figure": found.figure,
        "state": catalogue.state_badge(found.figure),
        "change": change,
        "direction": direction,
        "missing": catalogue.missing_words(found),
        "owners": trail.owner_lines(found) if found.owner is None else [],
        "is_rate": found.aggregation == Aggregation.RATIO,
        "sides": trail.side_lines(found),
        "parts": trail.part_lines(found),
        "statements": trail.statements(found),
        "rows": rows,
        "people": trail.people(found) if found.is_stock else None,
        "list_page": page,
        "lines": trail.row_lines(found, page) if page is not None else [],
        "values": trail.values(found, rows) if rows and found.aggregation == Aggregation.DISTINCT else [],
        "whole_url": figure_url(scope, code) if found.owner is not None else "",
        "export_url": figure_url(scope, code, found.owner, name="export"),
    })  # fmt: skip


def _frame(request: HttpRequest, found: trail.Trail) -> None:
    scope = found.scope
    crumbs = [
        Crumb(label=scope.cluster.short_name, url=dashboard_url(scope)),
        Crumb(label=_("Indicators"), url=index_url(scope)),
    ]
    title = found.indicator.name
    if found.owner is not None:
        crumbs.append(Crumb(label=title, url=figure_url(scope, found.indicator.code)))
        title = f"{title} · {found.owner_name}"
    office = request.GET.get("office")
    periods = [
        PeriodChoice(
            label=str(period),
            url=figure_url(Scope(scope.user, scope.roles, scope.cluster, period, scope.periods), found.indicator.code)
            + (f"?office={office}" if office else ""),
            current=period.pk == scope.period.pk,
        )
        for period in sorted(scope.periods, key=lambda each: (each.year, each.kind))
        if period.year == scope.year or period == scope.previous
    ]
    show(request, title=title, crumbs=crumbs, periods=periods)


@require_safe
def export(request: HttpRequest, cluster: str, period: str, code: str) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    found = _trail(request, scope, code)
    return download(workbooks.figure(found), f"{code}-{scope.cluster.code}-{scope.period.code}", XLSX)
