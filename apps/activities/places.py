"""The places of activities in the side bar."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from apps.activities.rules import can_import
from apps.campaigns.links import YearLink
from apps.campaigns.links import register as register_link
from apps.campaigns.scope import standing_scope
from apps.core.navigation import NavigationItem
from apps.core.navigation import register as register_item


def _url(name: str) -> Callable[[HttpRequest], str | None]:
    def of(request: HttpRequest) -> str | None:
        scope = standing_scope(request)
        if scope is None:
            return None
        return reverse(f"activities:{name}", args=[scope.cluster.code, scope.period.code])

    return of


def _grid_url(request: HttpRequest) -> str | None:
    """For those who enter: by line and by column, in the period where one is."""
    scope = standing_scope(request)
    if scope is None or not can_import(scope.user, scope.cluster, scope.year):
        return None
    return _url("grid")(request)


def _stated_url(request: HttpRequest) -> str | None:
    """For those who state figures; others meet them on the page of each figure."""
    scope = standing_scope(request)
    if scope is None or not (scope.is_secretariat or scope.roles.entering_offices):
        return None
    return _url("stated")(request)


def _imports_url(request: HttpRequest) -> str | None:
    """Only for those who may import into the period."""
    scope = standing_scope(request)
    if scope is None or not can_import(scope.user, scope.cluster, scope.year):
        return None
    return reverse("activities:imports", args=[scope.cluster.code, scope.period.code])


def register() -> None:
    """Called once, from `apps.py`."""
    register_item(NavigationItem(label=_("Activities"), icon="records", url=_url("records"), order=30, phone=True))
    register_item(NavigationItem(label=_("Voters' opinions"), icon="comment", url=_url("opinions"), order=31))
    register_item(NavigationItem(label=_("Entry grid"), icon="grid", url=_grid_url, order=32))
    register_item(NavigationItem(label=_("Stated figures"), icon="edit", url=_stated_url, order=33))
    register_item(NavigationItem(label=_("Good experience"), icon="idea", url=_url("experiences"), order=40))
    register_item(NavigationItem(label=_("Import from Excel"), icon="upload", url=_imports_url, order=35))
    register_link(
        YearLink(
            label=_("The cluster's own indicators and kinds"),
            note=_("What this cluster counts beyond the common catalogue, defined by its secretariat."),
            url=lambda cluster, year: reverse("activities:own", args=[cluster.code, year]),
        )
    )
    # Looked up and kept, not filled in: with the other settings, below the daily work.
    register_item(
        NavigationItem(label=_("Limits of law"), icon="history", url=_url("limits"), order=79, section=_("Set up"))
    )
