"""What this floor puts into the side bar."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from apps.campaigns.scope import Scope, standing_scope
from apps.core.navigation import NavigationItem, register


def _list_url(scope: Scope) -> str:
    return reverse("reports:list", args=[scope.cluster.code, scope.period.code])


def _all(request: HttpRequest) -> str | None:
    """For those who see every office's report."""
    scope = standing_scope(request)
    return _list_url(scope) if scope is not None and scope.reads_all else None


def _member_scope(request: HttpRequest) -> Scope | None:
    """Of whoever is at an office's desk, and does not see every office's report."""
    scope = standing_scope(request)
    if scope is None or scope.reads_all or scope.cluster.pk not in scope.roles.member_clusters:
        return None
    return scope


def _own(request: HttpRequest) -> str | None:
    """The list leads them to their own report."""
    scope = _member_scope(request)
    return _list_url(scope) if scope is not None and scope.period.published_on is None else None


def _received(request: HttpRequest) -> str | None:
    """Once the period is published the list shows what was received of every office."""
    scope = _member_scope(request)
    return _list_url(scope) if scope is not None and scope.period.published_on is not None else None


def register_places() -> None:
    register(NavigationItem(label=_("Offices' reports"), icon="send", url=_all, order=45))
    register(NavigationItem(label=_("The office's report"), icon="send", url=_own, order=45, phone=True))
    register(NavigationItem(label=_("Offices' reports"), icon="send", url=_received, order=45, phone=True))
