"""Building and publishing from the page."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from apps.summaries import actions
from apps.summaries.enums import BuildState
from apps.summaries.views.common import address, built, opened, refuse_unless_writing, words_of


@require_POST
def build(request: HttpRequest, cluster: str, period: str, paper: str) -> HttpResponse:
    scope, known, _summary = opened(request, cluster, period, paper)
    refuse_unless_writing(scope)
    try:
        actions.request_build(period=scope.period, paper=known, by=scope.user)
    except ValidationError as error:
        messages.error(request, words_of(error))
    return redirect(address(scope, "paper", known))


@require_safe
def progress(request: HttpRequest, cluster: str, period: str, paper: str) -> HttpResponse:
    """The part of the page that asks again while a build is open. When it is over the page is fetched anew."""
    scope, known, summary = opened(request, cluster, period, paper)
    latest = summary.builds.first() if summary else None
    context = {
        "build": latest if latest and latest.state != BuildState.DONE else None,
        "urls": {"progress": address(scope, "progress", known), "build": address(scope, "build", known)},
        "page_url": address(scope, "paper", known),
        "writes": scope.is_secretariat,
    }
    response = render(request, "summaries/_progress.html", context)
    if latest is None or not latest.is_open:
        response["HX-Refresh"] = "true"
    return response


@require_POST
def publish(request: HttpRequest, cluster: str, period: str, paper: str) -> HttpResponse:
    scope, summary = built(request, cluster, period, paper)
    refuse_unless_writing(scope)
    try:
        actions.publish(summary=summary, by=scope.user)
    except ValidationError as error:
        messages.error(request, words_of(error))
    else:
        messages.success(request, _("Published: the members of the cluster read it from now on."))
    return redirect(address(scope, "paper", summary.paper))
