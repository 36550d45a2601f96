"""What every page of a paper begins with, and where it stands."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.campaigns.enums import PeriodKind
from apps.campaigns.scope import Scope, scope_of
from apps.core.page import Crumb, show
from apps.summaries.enums import Paper
from apps.summaries.models import Summary


def paper_of(paper: str) -> Paper:
    try:
        return Paper(paper)
    except ValueError:
        raise Http404 from None


def opened(request: HttpRequest, cluster: str, period: str, paper: str) -> tuple[Scope, Paper, Summary | None]:
    """The paper through the right to see it. The secretariat sees it before it exists; for all others 404."""
    scope = scope_of(request, cluster, period)
    known = paper_of(paper)
    summary = (
        Summary.objects.visible_to(scope.user)
        .filter(period=scope.period, paper=known)
        .select_related("word", "pdf", "annex", "published_by")
        .first()
    )
    if summary is None and not scope.is_secretariat:
        raise Http404
    if summary is not None:
        summary.period = scope.period
    return scope, known, summary


def built(request: HttpRequest, cluster: str, period: str, paper: str) -> tuple[Scope, Summary]:
    scope, _known, summary = opened(request, cluster, period, paper)
    if summary is None or summary.built_at is None:
        raise Http404
    return scope, summary


def refuse_unless_writing(scope: Scope) -> None:
    if not scope.is_secretariat:
        raise PermissionDenied


def address(scope: Scope, name: str, *more: object) -> str:
    return reverse(f"summaries:{name}", args=[scope.cluster.code, scope.period.code, *more])


def records_address(scope: Scope, code: str, office: str = "") -> str:
    """Where a figure opens to exactly what it counts."""
    found = reverse("indicators:figure", args=[scope.cluster.code, scope.period.code, code])
    return f"{found}?office={office}" if office else found


def tasks_address(scope: Scope) -> str:
    """The tasks of the period in the calendar of its year."""
    anchor = "" if scope.period.kind == PeriodKind.YEAR else f"#tasks-{scope.period.pk}"
    return reverse("campaigns:year", args=[scope.cluster.code, scope.year]) + anchor


def tasks_of_report(scope: Scope, period: str, office: str) -> str:
    """Where an office says how far it is with its tasks of a period (its code)."""
    return reverse("reports:report", args=[scope.cluster.code, period, office]) + "#tasks"


def place(request: HttpRequest, scope: Scope, title: str, paper: Paper | None = None) -> None:
    crumbs = [Crumb(label=scope.cluster.short_name), Crumb(label=_("Cluster reports"), url=address(scope, "list"))]
    if paper is not None:
        crumbs.append(Crumb(label=_capital(str(paper.label)), url=address(scope, "paper", paper)))
    show(request, title=title, crumbs=crumbs)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def heading(paper: Paper) -> str:
    return _capital(str(paper.label))


def words_of(error: ValidationError) -> str:
    return " ".join(error.messages)
