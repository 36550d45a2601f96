"""How complete the offices' figures are, and where what is missing is entered."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.activities.grid.groups import MAIN
from apps.campaigns.scope import Scope, scope_of
from apps.core import words
from apps.core.page import Crumb, Tab, show
from apps.core.workbook import workbook
from apps.files.answers import download
from apps.files.formats import XLSX
from apps.reports import matrix
from apps.reports.views.checks import readable


def _address(scope: Scope, name: str, **query: str) -> str:
    found = reverse(f"reports:{name}", args=[scope.cluster.code, scope.period.code])
    return f"{found}?{urlencode(query)}" if query else found


def _matrix(request: HttpRequest, scope: Scope) -> matrix.Matrix:
    found = matrix.matrix(scope, request.GET.get("group", ""))
    if found is None:
        raise Http404
    return found


def _tabs(scope: Scope, found: matrix.Matrix) -> list[Tab]:
    """With the number of missing answers in each, so that none hides behind a tab."""
    return [
        Tab(
            label=choice.group.label, current=choice.group == found.group,
            url=_address(scope, "completeness", **({"group": choice.group.slug} if choice.group.slug != MAIN else {})),
            count=words.number(choice.missing) if choice.missing else "",
        )
        for choice in found.choices
    ]  # fmt: skip


@require_safe
def completeness(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    found = _matrix(request, scope)
    show(request, title=_("Completeness"), crumbs=[
        Crumb(label=scope.cluster.short_name), Crumb(label=_("Completeness")),
    ])  # fmt: skip
    return render(request, "reports/completeness.html", {
        "scope": scope,
        "matrix": found,
        "groups": _tabs(scope, found),
        "lines": [
            {"line": line, "share": matrix.in_numbers(line.share), "percent": matrix.percent(line.share),
             "prose": matrix.in_numbers(line.prose)}
            for line in found.lines
        ],
        "whole": matrix.in_numbers(found.whole),
        "done": f"{words.number(found.complete_offices)}/{words.number(len(found.offices))}",
        "whole_percent": matrix.percent(found.whole),
        "checks_url": _address(scope, "checks") if readable(scope) else "",
        "export_url": _address(scope, "completeness_export"),
    })  # fmt: skip


@require_safe
def completeness_export(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    made = workbook(matrix.sheet(_matrix(request, scope)))
    return download(made, f"day-du-{scope.cluster.code}-{scope.period.code}", XLSX)
