"""The places of activities in the side bar."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from apps.campaigns.scope import Scope
from apps.core.navigation import NavigationItem
from apps.core.navigation import register as register_item


def _url(name: str) -> Callable[[HttpRequest], str | None]:
    def of(request: HttpRequest) -> str | None:
        scope = getattr(request, "scope", None)
        if not isinstance(scope, Scope):
            return None
        return reverse(f"activities:{name}", args=[scope.cluster.code, scope.period.code])

    return of


def register() -> None:
    """Called once, from `apps.py`."""
    register_item(NavigationItem(label=_("Activities"), icon="records", url=_url("records"), order=30, phone=True))
    register_item(NavigationItem(label=_("Good experience"), icon="idea", url=_url("experiences"), order=40))
