"""Shared experience, to be browsed, searched and read: over all periods of the cluster that the reader may see."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.activities import evidence_lines
from apps.activities import experiences as library
from apps.activities.enums import Kind
from apps.activities.forms.experiences import SearchForm
from apps.activities.views.frame import address, frame
from apps.campaigns.scope import scope_of
from apps.core import words
from apps.core.page import Crumb


@require_safe
def experiences(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    form = SearchForm(request.GET, scope=scope)
    found = library.page_of(scope, form.search, request.GET.get("page", ""))
    frame(request, scope, _("Good experience"))
    return render(request, "activities/experiences.html", {
        "form": form, "search": form.search, "cards": list(found), "list_page": found, "all_url": library.here(scope),
        "found": words.number(found.paginator.count),
        "new_url": address(scope, "new", Kind.EXPERIENCE) if scope.enters_for else "",
    })  # fmt: skip


@require_safe
def experience(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    """One experience as a page to be read, sent on and printed; 404 for whoever may not open the record."""
    scope = scope_of(request, cluster, period)
    rows = library.readable(scope).select_related("office", "experience", "conference__period")
    record = get_object_or_404(rows, pk=pk)
    names = {office.pk: office.name_then for office in scope.members}  # type: ignore[attr-defined]
    shown = library.card(scope, record, names)
    evidence = evidence_lines.lines(scope, record=record)
    frame(request, scope, record.title or _("Good experience"), crumbs=[
        Crumb(label=_("Good experience"), url=library.here(scope)), Crumb(label=shown.owner),
    ])  # fmt: skip
    return render(request, "activities/experience.html", {
        "card": shown, "record": record, "evidence": evidence | {"may_change": False, "removed": []},
        "may_change": evidence["may_change"], "record_url": address(scope, "record", pk),
        "link": request.build_absolute_uri(request.path),
    })  # fmt: skip
