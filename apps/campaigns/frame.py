"""What the frame of a page says about where it stands: cluster, year, period, the reader's role and office."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.campaigns.scope import Scope
from apps.core.page import Page, PeriodChoice
from apps.offices.enums import RoleKind
from apps.offices.models import Office
from apps.offices.place import standing_cluster
from apps.offices.roles import roles_of

# What a reader with several roles is shown as: the one that decides most.
ORDER = (RoleKind.SECRETARIAT, RoleKind.HEAD, RoleKind.RECORDS, RoleKind.CLERK)

ONE_OF_MANY = {"pk", "number", "import_id", "subject"}


def describe(request: HttpRequest, page: Page) -> Page:
    """A describer (see apps.core.page): completes what the view left open, once the view knows its scope."""
    scope = getattr(request, "scope", None)
    if not isinstance(scope, Scope):
        return _describe_cluster(request, page)
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


def _describe_cluster(request: HttpRequest, page: Page) -> Page:
    """Pages of a cluster without a period, and one's own pages where one has a single cluster."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return page
    cluster = standing_cluster(request)
    if cluster is None:
        return replace(page, role=page.role or (_("Administrator") if user.is_administrator else ""))
    roles = roles_of(user)
    kinds = {kind: office for office, held in roles.offices.items() for kind in held}
    known = [kind for kind in ORDER if kind in kinds]
    if RoleKind.SECRETARIAT in known and cluster.pk not in roles.secretariat_clusters:
        known.remove(RoleKind.SECRETARIAT)
    role, office = "", ""
    if known:
        role = capfirst(str(known[0].label))
        office = Office.objects.values_list("name", flat=True).get(pk=kinds[known[0]])
    elif cluster.pk in roles.viewer_clusters:
        role = capfirst(str(RoleKind.VIEWER.label))
    elif roles.is_administrator:
        role = _("Administrator")
    return replace(
        page,
        cluster=page.cluster or cluster.short_name,
        cluster_note=page.cluster_note or cluster.region,
        mark=page.mark or cluster.mark,
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
            return capfirst(str(kind.label)), str(getattr(office, "name_then", office))
    if scope.cluster.pk in scope.roles.viewer_clusters:
        return capfirst(str(RoleKind.VIEWER.label)), ""
    return (_("Administrator"), "") if scope.roles.is_administrator else ("", "")


def same_page_in_other_periods(request: HttpRequest, scope: Scope) -> list[PeriodChoice]:
    """The switch keeps the page, with what else stands in its address: this year's periods, and the same before.

    None where the page shows one thing of a period (a record, an import): it is in no other.
    """
    match = request.resolver_match
    if match is None or not {"cluster", "period"} <= set(match.kwargs) or set(match.kwargs) & ONE_OF_MANY:
        return []
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    shown = [period for period in scope.periods if period.year == scope.year or period == scope.previous]
    try:
        return [
            PeriodChoice(
                label=str(period),
                url=reverse(match.view_name, kwargs={**match.kwargs, "period": period.code}) + query,
                current=period.pk == scope.period.pk,
            )
            for period in shown
        ]
    except NoReverseMatch:
        return []
