"""What this floor puts into the side bar."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from apps.campaigns.scope import Scope
from apps.core.navigation import NavigationItem, register
from apps.dashboards.addresses import dashboard_url, index_url
from apps.offices.place import standing_cluster


def _scope(request: HttpRequest) -> Scope | None:
    scope = getattr(request, "scope", None)
    return scope if isinstance(scope, Scope) else None


def _overview(request: HttpRequest) -> str | None:
    """On a page without a period the cluster's own overview, which finds one: the way back from setting up."""
    scope = _scope(request)
    if scope is not None:
        return dashboard_url(scope)
    cluster = standing_cluster(request)
    return reverse("dashboards:cluster", args=[cluster.code]) if cluster else None


def _indicators(request: HttpRequest) -> str | None:
    scope = _scope(request)
    return index_url(scope) if scope else None


def register_places() -> None:
    register(NavigationItem(label=_("Overview"), icon="home", url=_overview, order=10, phone=True))
    register(NavigationItem(label=_("Indicators"), icon="chart", url=_indicators, order=70))
