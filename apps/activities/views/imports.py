"""Import through the browser: choose a workbook, look at what it would do, confirm. Former imports stay to be read."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from apps.activities import imports as workbooks
from apps.activities.enums import ImportState
from apps.activities.forms.imports import ImportForm
from apps.activities.imports import shown
from apps.activities.imports.own import layouts_of
from apps.activities.models import Import
from apps.activities.rules import can_import
from apps.activities.stories import story_of_import
from apps.activities.views.frame import address, frame
from apps.campaigns.scope import Scope, scope_of
from apps.core.page import Crumb

LISTED = 50


def _scope(request: HttpRequest, cluster: str, period: str) -> Scope:
    scope = scope_of(request, cluster, period)
    if not can_import(scope.user, scope.cluster, scope.year):
        raise PermissionDenied
    return scope


def visible(scope: Scope, pk: int) -> Import:
    found = (
        Import.objects.visible_to(scope.user)
        .filter(pk=pk, cluster=scope.cluster, period=scope.period)
        .select_related("file", "created_by", "undone_by")
        .first()
    )
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope = _scope(request, cluster, period)
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = ImportForm(request.POST, request.FILES)
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                found = workbooks.preview(
                    content=file.read(), name=file.name, cluster=scope.cluster, period=scope.period, by=scope.user
                )
            except ValidationError as error:
                form.add_error("file", error)
            else:
                return redirect(address(scope, "import", found.pk))
    frame(request, scope, _("Import from Excel"), every_period="imports")
    former = Import.objects.visible_to(scope.user).filter(cluster=scope.cluster, period=scope.period)
    lines = [
        {
            "url": address(scope, "import", each.pk), "name": each.outcome.get("name") or each.file.name,
            "at": each.created_at, "who": each.created_by, "state": shown.state_of(each),
            "summary": shown.summary(each),
        }
        for each in former.select_related("file", "created_by")[:LISTED]
    ]  # fmt: skip
    context = {
        "form": form, "lines": lines, "here": address(scope, "imports"),
        "understood": shown.understood(layouts_of(scope.cluster, scope.year)),
        "limit": settings.WORKBOOK_MAX_BYTES // 1024 // 1024, "period_name": str(scope.period),
        "own": "" if scope.is_secretariat else "; ".join(office.name for office in scope.enters_for),
    }  # fmt: skip
    return render(request, "activities/imports/list.html", context)


@require_GET
def import_(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    """The preview until it is confirmed, then the result."""
    scope = scope_of(request, cluster, period)
    found = visible(scope, pk)
    outcome = found.outcome
    name = outcome.get("name") or found.file.name
    crumbs = [Crumb(label=_("Import from Excel"), url=address(scope, "imports"))]
    frame(request, scope, _("Import from Excel: %(file)s") % {"file": name}, crumbs=crumbs)
    lists = [
        {**vars(line), "url": address(scope, "records", query=f"list={line.slug}") if line.slug else ""}
        for line in shown.sheet_lines(outcome)
    ]
    figures = shown.figure_lines(outcome)
    context = {
        "found": found, "name": name, "state": shown.state_of(found), "summary": shown.summary(found),
        "is_preview": found.state == ImportState.PREVIEWED, "is_applied": found.state == ImportState.APPLIED,
        "is_undone": found.state == ImportState.UNDONE, "undo_url": address(scope, "undo", pk),
        "counts": outcome.get("counts", {}), "sheets": lists, "figures": figures,
        "figures_office": figures[0]["office"] if len({line["office"] for line in figures}) == 1 else "",
        "period_name": str(scope.period),
        "faults": shown.fault_lines(outcome.get("faults", [])), "fault_count": outcome.get("fault_count", 0),
        "warnings": shown.fault_lines(outcome.get("warnings", [])), "warning_count": outcome.get("warning_count", 0),
        "changes": shown.change_lines(outcome), "differences": shown.difference_lines(outcome),
        "skipped": shown.skipped_lines(outcome), "form": ImportForm(),
        "list_url": address(scope, "imports"), "apply_url": address(scope, "apply", pk),
        "story": story_of_import(found),
        "discard_url": address(scope, "discard", pk), "stated_url": address(scope, "stated"),
    }  # fmt: skip
    return render(request, "activities/imports/import.html", context)


@require_POST
def apply(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    found = visible(scope, pk)
    try:
        done = workbooks.apply(import_id=found.pk, by=scope.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Imported: %(summary)s.") % {"summary": shown.summary(done)})
    return redirect(address(scope, "import", pk))


@require_POST
def discard(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    found = visible(scope, pk)
    workbooks.discard(import_id=found.pk, by=scope.user)
    messages.info(request, _("The preview was discarded. Nothing was imported."))
    return redirect(address(scope, "imports"))
