"""Import through the browser: choose a workbook, look at what it would do, confirm. Former imports stay to be read.

A large workbook is read and imported by a worker: its page asks every second how far it is, and may be left.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from apps.activities import imports as workbooks
from apps.activities.enums import AT_WORK, ImportState, PartKind
from apps.activities.imports import shown
from apps.activities.imports.own import layouts_of
from apps.activities.imports.parts import page_of
from apps.activities.models import Import
from apps.activities.rules import can_import
from apps.activities.stories import story_of_import
from apps.activities.views.frame import address, frame
from apps.campaigns.scope import Scope, scope_of
from apps.core.page import Crumb
from apps.files.forms import WorkbookForm

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
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = WorkbookForm(request.POST, request.FILES)
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
        "mappings_url": address(scope, "mappings"),
        "understood": shown.understood(layouts_of(scope.cluster, scope.year)),
        "limit": settings.WORKBOOK_MAX_BYTES // 1024 // 1024, "period_name": str(scope.period),
        "workbook_url": address(scope, "workbook"), "offices": _workbooks(scope),
        "own": "" if scope.is_secretariat else "; ".join(office.name for office in scope.enters_for),
    }  # fmt: skip
    return render(request, "activities/imports/list.html", context)


def _workbooks(scope: Scope) -> list[dict[str, str]]:
    """Our workbook of each office, where there is more than one to choose from."""
    if len(scope.enters_for) < 2:
        return []
    return [
        {"label": str(office.short_name_then), "url": address(scope, "workbook", query=f"office={office.code}")}  # type: ignore[attr-defined]
        for office in scope.enters_for
    ]


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
    pages = {
        what: shown.part_page(found, what, request.GET.get("page", "")) for what in (PartKind.FAULT, PartKind.WARNING)
    }
    context = {
        "found": found, "name": name, "progress": _progress(scope, found),
        "is_failed": found.state == ImportState.FAILED, "is_at_work": found.state in AT_WORK,
        "waits_for_mapping": shown.waits_for_mapping(found),
        "again_url": address(scope, "read_again", pk),
        "asked": [
            {**each, "url": address(scope, "map_sheet", pk, position)}
            for position, each in enumerate(outcome.get("asked", ()), start=1)
        ],
        "converted": shown.converted_lines(outcome), "as_is": bool(found.options.get("as_is")),
        "fault_page": pages[PartKind.FAULT], "warning_page": pages[PartKind.WARNING],
        "state": shown.state_of(found), "summary": shown.summary(found),
        "is_preview": found.state == ImportState.PREVIEWED, "is_applied": found.state == ImportState.APPLIED,
        "is_undone": found.state == ImportState.UNDONE, "undo_url": address(scope, "undo", pk),
        "counts": outcome.get("counts", {}), "sheets": lists, "figures": figures,
        "figures_office": figures[0]["office"] if len({line["office"] for line in figures}) == 1 else "",
        "period_name": str(scope.period),
        "faults": shown.fault_lines(page_of(found, PartKind.FAULT, pages[PartKind.FAULT].number)),
        "warnings": shown.fault_lines(page_of(found, PartKind.WARNING, pages[PartKind.WARNING].number)),
        "closed": outcome.get("closed", 0),
        "fault_count": outcome.get("fault_count", 0), "warning_count": outcome.get("warning_count", 0),
        "changes": shown.change_lines(outcome), "differences": shown.difference_lines(outcome),
        "skipped": shown.skipped_lines(outcome), "form": WorkbookForm(),
        "updates": shown.update_lines(outcome), "conflicts": shown.conflict_lines(outcome),
        "take_url": address(scope, "take", pk), "marked_url": address(scope, "marked", pk),
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
        if done.state == ImportState.APPLIED:
            messages.success(request, _("Imported: %(summary)s.") % {"summary": shown.summary(done)})
    return redirect(address(scope, "import", pk))


def _progress(scope: Scope, found: Import) -> dict[str, object]:
    """What the part of the page shows that asks again while a worker is at it."""
    return {
        "url": address(scope, "import_progress", found.pk), "is_open": found.state in AT_WORK,
        "value": min(found.done, found.total), "total": max(found.total, 1),
        "words": shown.share(found), "label": shown.doing(found),
    }  # fmt: skip


@require_safe
def import_progress(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    """The part of the page that moves. When the work is over the page is fetched anew."""
    scope = scope_of(request, cluster, period)
    found = visible(scope, pk)
    response = render(request, "activities/imports/_progress.html", {"progress": _progress(scope, found)})
    if found.state not in AT_WORK:
        response["HX-Refresh"] = "true"
    return response


@require_POST
def read_again(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    """The same file once more; `as_is` leaves old encodings as they stand, or turns them again."""
    scope = scope_of(request, cluster, period)
    found = visible(scope, pk)
    options = dict(found.options)
    if "as_is" in request.POST:
        options["as_is"] = request.POST["as_is"] == "1"
    try:
        workbooks.read_again(import_id=found.pk, by=scope.user, options=options)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(address(scope, "import", pk))


@require_POST
def take(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    """Which rows of our workbook are written although somebody else was quicker."""
    scope = scope_of(request, cluster, period)
    found = visible(scope, pk)
    if found.state == ImportState.PREVIEWED:
        options = {**found.options, "taken": request.POST.getlist("take")}
        workbooks.read_again(import_id=found.pk, by=scope.user, options=options)
    return redirect(address(scope, "import", pk) + "#conflicts")


@require_POST
def discard(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    found = visible(scope, pk)
    workbooks.discard(import_id=found.pk, by=scope.user)
    messages.info(request, _("The preview was discarded. Nothing was imported."))
    return redirect(address(scope, "imports"))
