"""The frame that pages of activities share: where the reader is, and the same page for another period."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.campaigns.models import Period
from apps.campaigns.scope import Scope
from apps.core.page import Crumb, PeriodChoice, show


def address(scope: Scope, name: str, *args: object, query: str = "") -> str:
    found = reverse(f"activities:{name}", args=[scope.cluster.code, scope.period.code, *args])
    return f"{found}?{query}" if query else found


def frame(
    request: HttpRequest,
    scope: Scope,
    title: str,
    *,
    crumbs: Sequence[Crumb] = (),
    every_period: str = "",
    query: str = "",
) -> None:
    """`every_period` names the page that the period switch keeps; a page of one record has none."""

    def of(period: Period) -> str:
        found = reverse(f"activities:{every_period}", args=[scope.cluster.code, period.code])
        return f"{found}?{query}" if query else found

    periods = [
        PeriodChoice(label=str(period), url=of(period), current=period.pk == scope.period.pk)
        for period in scope.periods
        if every_period and (period.year == scope.year or period == scope.previous)
    ]
    show(request, title=title, crumbs=[Crumb(label=scope.cluster.short_name), *crumbs], periods=periods)


def list_crumb(scope: Scope, query: str = "") -> Crumb:
    return Crumb(label=_("Activities"), url=address(scope, "records", query=query))
