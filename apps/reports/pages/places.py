"""Where the pages of an office's report stand, and where its lines open."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from apps.campaigns.scope import Scope
from apps.offices.models import Office


def address(scope: Scope, name: str, *more: object) -> str:
    return reverse(f"reports:{name}", args=[scope.cluster.code, scope.period.code, *more])


def _below(scope: Scope, name: str, *more: object, **query: str) -> str:
    found = reverse(name, args=[scope.cluster.code, scope.period.code, *more])
    return f"{found}?{urlencode(query)}" if query else found


def figure_url(scope: Scope, code: str, office: Office) -> str:
    """The records that the office's figure counts."""
    return _below(scope, "indicators:figure", code, office=office.code)


def stated_url(scope: Scope, code: str, office: Office) -> str:
    """Where the office states the figure, at its line."""
    return f"{_below(scope, 'activities:stated', office=office.code)}#id_value_{code}"


def evidence_url(scope: Scope, code: str, office: Office) -> str:
    return _below(scope, "activities:stated_evidence", code, office=office.code)


def grid_url(scope: Scope) -> str:
    """The entry grid with the lines for which the reader enters."""
    return _below(scope, "activities:grid")


def record_url(scope: Scope, pk: int) -> str:
    return _below(scope, "activities:record", pk)


def records_url(scope: Scope, listed: str, office: Office) -> str:
    """The list of one kind (by the code that stands in addresses), of the office alone."""
    return _below(scope, "activities:records", list=listed, office=office.code)
