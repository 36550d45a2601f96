"""Awards decided on paper, from Excel: brought, looked at, entered."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.core import words
from apps.core.page import Crumb
from apps.core.workbook import Sheet
from apps.files.forms import WorkbookForm
from apps.honours.enums import Occasion
from apps.honours.models import AwardSheet, HonourName
from apps.honours.sheets.actions import bring_sheet, planned, record_awards, undo_awards
from apps.honours.sheets.columns import HEADINGS, REQUIRED
from apps.honours.sheets.undoing import obstacles
from apps.honours.views.place import Place, excel, frame, place_of

SHOWN = 300


@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest, cluster: str) -> HttpResponse:
    place = place_of(request, cluster, recording=True)
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            sheet = bring_sheet(
                cluster=place.cluster, office=place.own_office, upload=form.cleaned_data["file"], by=place.user
            )
        except ValidationError as error:
            form.add_error("file", " ".join(error.messages))
        else:
            return redirect("honours:import_sheet", place.cluster.code, sheet.pk)
    frame(request, place, _("Awards from Excel"))
    return render(request, "honours/imports.html", {
        "form": form, "back": place.url("decisions"), "template_url": place.url("import_workbook"),
        "sheets": list(AwardSheet.objects.visible_to(place.user).filter(cluster=place.cluster)[:20]), "place": place,
    })  # fmt: skip


@require_safe
def import_workbook(request: HttpRequest, cluster: str) -> HttpResponse:
    """The columns that are read, and the words that they take."""
    place = place_of(request, cluster, recording=True)
    marked = [capfirst(f"{heading} *" if name in REQUIRED else str(heading)) for name, heading in HEADINGS.items()]
    names = HonourName.objects.select_related("honour").order_by("-honour__kind", "honour__subject", "honour__rank")
    words_of = [
        (each.honour.get_kind_display(), each.honour.get_subject_display(), each.name, each.short_name,
         words.day(each.valid_from), words.day(each.valid_to) if each.valid_to else "")
        for each in names
    ]  # fmt: skip
    offices = [(office.short_name, office.name) for office in place.enters_for]
    return excel(
        "mau-nhap-khen-thuong",
        Sheet(name=_("Awards"), title=_("Awards decided on paper"), headings=marked, rows=[],
              note=_("Columns with * are needed; for a collective leave the person's name empty.")),
        Sheet(name=_("Titles and forms"), title=_("Titles and forms"), rows=words_of,
              headings=[_("Kind"), _("Awarded to"), _("Name"), _("Short name"), _("From"), _("Until")]),
        Sheet(name=_("Other words"), title=_("Words that the columns take"), rows=offices,
              headings=[_("Office"), _("Full name of the office")],
              note="; ".join(str(each.label) for each in Occasion)),
    )  # fmt: skip


def _sheet(place: Place, pk: int) -> AwardSheet:
    rows = AwardSheet.objects.visible_to(place.user).filter(cluster=place.cluster)
    found = rows.select_related("file", "cluster", "office", "undone_by").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def import_sheet(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    """What would be created, skipped, and what is wrong; then, on a click, what is right is entered."""
    place = place_of(request, cluster, recording=True)
    sheet = _sheet(place, pk)
    if request.method == "POST":
        try:
            done = record_awards(sheet=sheet, by=place.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            said = _("Entered: %(made)s. Known already: %(known)s. Left out: %(wrong)s.")
            messages.success(request, said % {
                "made": words.number(done.made or 0), "known": words.number(done.known or 0),
                "wrong": words.number(done.wrong or 0),
            })  # fmt: skip
        return redirect("honours:import_sheet", place.cluster.code, pk)
    found = planned(sheet, place.user)
    labels = {name: capfirst(str(heading)) for name, heading in HEADINGS.items()}
    frame(request, place, sheet.name, Crumb(label=_("Awards from Excel"), url=place.url("imports")))
    return render(request, "honours/import.html", {
        "sheet": sheet, "place": place, "plan": found,
        "new": found.new[:SHOWN], "known": found.known[:SHOWN],
        "faults": [(fault, labels.get(fault.column, "")) for fault in found.faults[:SHOWN]],
        "more_new": max(0, len(found.new) - SHOWN), "more_faults": max(0, len(found.faults) - SHOWN),
        "counts": [(_("to be entered"), len(found.new)), (_("known already"), len(found.known)),
                   (_("to be mended"), len(found.wrong))],
        "back": place.url("imports"), **_undoing(place, sheet),
    })  # fmt: skip


def _undoing(place: Place, sheet: AwardSheet) -> dict[str, object]:
    """Whether all that it entered can be taken back, and what stands against it."""
    undoable = sheet.wrote is not None and sheet.undone_at is None
    built_on = obstacles(sheet) if undoable else []
    return {
        "undo_url": place.url("undo_sheet", sheet.pk) if undoable and not built_on else "",
        "built_on": [(each, place.url("decision", each.decision)) for each in built_on],
    }


@require_POST
def undo_sheet(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    place = place_of(request, cluster, recording=True)
    try:
        undo_awards(sheet=_sheet(place, pk), by=place.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Undone: what this workbook entered is out of the register."))
    return redirect("honours:import_sheet", place.cluster.code, pk)
