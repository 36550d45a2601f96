"""Where the pages of this floor stand."""

from __future__ import annotations

from django.urls import reverse

from apps.campaigns.scope import Scope
from apps.indicators.reading import OWN_LINE
from apps.offices.models import Office

OWN = "own"  # how an address names the cluster's own line


def dashboard_url(scope: Scope) -> str:
    return reverse("dashboards:dashboard", args=[scope.cluster.code, scope.period.code])


def index_url(scope: Scope) -> str:
    return reverse("indicators:index", args=[scope.cluster.code, scope.period.code])


def stated_url(scope: Scope, code: str, office: Office) -> str:
    """Where an office's figure is stated, at its line."""
    address = reverse("activities:stated", args=[scope.cluster.code, scope.period.code])
    return f"{address}?office={office.code}#id_value_{code}"


def figure_url(scope: Scope, code: str, owner: int | None = None, name: str = "figure") -> str:
    """The page of a figure: of an office, of the cluster's own line, or (without owner) of the whole cluster."""
    address = reverse(f"indicators:{name}", args=[scope.cluster.code, scope.period.code, code])
    if owner is None:
        return address
    codes = {office.pk: office.code for office in scope.members}
    return f"{address}?office={OWN if owner == OWN_LINE else codes[owner]}"
