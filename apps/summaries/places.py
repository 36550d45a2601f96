"""What this floor puts into the side bar."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from apps.campaigns.scope import standing_scope
from apps.core.navigation import NavigationItem, register


def _reports(request: HttpRequest) -> str | None:
    scope = standing_scope(request)
    if scope is None:
        return None
    return reverse("summaries:list", args=[scope.cluster.code, scope.period.code])


def register_places() -> None:
    register(NavigationItem(label=_("Cluster reports"), icon="report", url=_reports, order=50, phone=True))
