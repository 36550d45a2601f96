"""What the frame of a page says about where it stands: cluster, year, period, the reader's role and office."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from apps.campaigns.scope import Scope
from apps.core.page import Page, PeriodChoice
from apps.offices.enums import RoleKind

# What a reader with several roles is shown as: the one that decides most.
ORDER = (RoleKind.SECRETARIAT, RoleKind.HEAD, RoleKind.RECORDS, RoleKind.CLERK)


def describe(request: HttpRequest, page: Page) -> Page:
    """A describer (see apps.core.page): completes what the view left open, once the view knows its scope."""
    scope = getattr(request, "scope", None)
    if not isinstance(scope, Scope):
        return page
    role, office = standing(scope)
    return replace(
        page,
        cluster=page.cluster or scope.cluster.short_name,
        cluster_note=page.cluster_note or _note(scope),
        mark=page.mark or scope.cluster.mark,
        periods=page.periods or same_page_in_other_periods(request, scope),
        role=page.role or role,
        office=page.office or office,
    )


def _note(scope: Scope) -> str:
    year = _("year %(year)s") % {"year": scope.year}
    return f"{scope.cluster.region} · {year}" if scope.cluster.region else year


def standing(scope: Scope) -> tuple[str, str]:
    """The reader's role and office in this cluster and year, in words; both empty where there is none."""
    own = [office for office in scope.members if office.pk in scope.roles.office_ids]
    office = own[0] if own else None
    kinds = scope.roles.offices.get(office.pk, frozenset()) if office else frozenset()
    for kind in ORDER:
        if kind in kinds and (kind != RoleKind.SECRETARIAT or scope.is_secretariat):
            return str(kind.label).capitalize(), str(getattr(office, "name_then", office))
    if scope.cluster.pk in scope.roles.viewer_clusters:
        return str(RoleKind.VIEWER.label).capitalize(), ""
    return (_("Administrator"), "") if scope.roles.is_administrator else ("", "")


def same_page_in_other_periods(request: HttpRequest, scope: Scope) -> list[PeriodChoice]:
    """The switch keeps the page where its address is cluster and period alone: this year, and the same before."""
    match = request.resolver_match
    if match is None or set(match.kwargs) != {"cluster", "period"}:
        return []
    shown = [period for period in scope.periods if period.year == scope.year or period == scope.previous]
    try:
        return [
            PeriodChoice(
                label=str(period),
                url=reverse(match.view_name, kwargs={"cluster": scope.cluster.code, "period": period.code}),
                current=period.pk == scope.period.pk,
            )
            for period in shown
        ]
    except NoReverseMatch:
        return []
