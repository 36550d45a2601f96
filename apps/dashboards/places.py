"""What this floor puts into the side bar."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from apps.campaigns.scope import register_first_period, standing_scope
from apps.core.navigation import NavigationItem, register
from apps.dashboards.addresses import dashboard_url, index_url
from apps.dashboards.start import period_to_show
from apps.offices.place import standing_cluster


def _overview(request: HttpRequest) -> str | None:
    """In a cluster without a period its own overview, which says how to begin."""
    scope = standing_scope(request)
    if scope is not None:
        return dashboard_url(scope)
    cluster = standing_cluster(request)
    return reverse("dashboards:cluster", args=[cluster.code]) if cluster else None


def _indicators(request: HttpRequest) -> str | None:
    scope = standing_scope(request)
    return index_url(scope) if scope else None


def _inbox(request: HttpRequest) -> str | None:
    """For everyone who signed in; whoever has nothing to do reads so. How much waits is counted on the page itself and
    on the overview: the side bar stands on every page, and what waits is read from the reports."""
    return reverse("dashboards:inbox") if request.user.is_authenticated else None


def register_places() -> None:
    register_first_period(period_to_show)
    register(NavigationItem(label=_("Overview"), icon="home", url=_overview, order=10, phone=True))
    register(NavigationItem(label=_("Tasks to do"), icon="tasks", url=_inbox, order=15, phone=True))
    register(NavigationItem(label=_("Indicators"), icon="chart", url=_indicators, order=70, phone=True))
