"""Undoing an import: what it would do, or what stands in the way; then once."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from apps.activities import columns
from apps.activities.enums import ImportState
from apps.activities.forms.records import OWN
from apps.activities.imports.obstacles import Obstacle, obstacles
from apps.activities.imports.undo import closed_by_now, extent, may_undo, undo_import
from apps.activities.views.frame import address, frame
from apps.activities.views.imports import visible
from apps.campaigns.scope import Scope, scope_of
from apps.core import words
from apps.core.page import Crumb


@dataclass(frozen=True)
class Line:
    """What was built on the import, where it is, and how."""

    title: str
    note: str
    url: str
    why: str


def _line(scope: Scope, obstacle: Obstacle) -> Line:
    why = str(obstacle.why)
    if obstacle.paper:
        return Line(obstacle.paper.name, words.moment(obstacle.paper.at), obstacle.paper.url, why)
    if obstacle.record:
        record = obstacle.record
        owner = record.office.short_name if record.office else str(columns.OWN_LINE_NAME)
        note = f"{capfirst(record.kind_label)} · {owner} · {words.day(record.starts_on)}"
        return Line(columns.title_of(record), note, address(scope, "record", record.pk), why)
    figure = obstacle.figure
    assert figure is not None
    owner = figure.office.short_name if figure.office else str(columns.OWN_LINE_NAME)
    place = urlencode({"office": figure.office.code if figure.office else OWN})
    note = f"{owner} · {words.day(figure.starts_on)}–{words.day(figure.ends_on)}"
    return Line(figure.indicator.name, note, address(scope, "stated", query=place), why)


@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    found = visible(scope, pk)
    back = address(scope, "import", pk)
    if request.method == "POST":
        try:
            undo_import(import_id=found.pk, by=scope.user)
        except ValidationError as error:
            if error.code != "built_on":
                messages.error(request, " ".join(error.messages))
                return redirect(back)
        else:
            messages.success(request, _("The import was undone; everything stands as it did before it."))
            return redirect(back)
    elif found.state != ImportState.APPLIED:
        return redirect(back)
    if not may_undo(found, scope.user):
        raise PermissionDenied
    name = found.outcome.get("name") or found.file.name
    crumbs = [
        Crumb(label=_("Import from Excel"), url=address(scope, "imports")),
        Crumb(label=name, url=back),
    ]  # fmt: skip
    frame(request, scope, _("Undo the import: %(file)s") % {"file": name}, crumbs=crumbs)
    built = obstacles(found)
    context = {
        "found": found, "lines": [_line(scope, each) for each in built.shown], "count": built.count,
        "further": built.further, "extent": extent(found), "back_url": back, "here": address(scope, "undo", pk),
        "closed": [message for refusal in closed_by_now(found) for message in refusal.messages],
    }  # fmt: skip
    return render(request, "activities/imports/undo.html", context, status=409 if request.method == "POST" else 200)
