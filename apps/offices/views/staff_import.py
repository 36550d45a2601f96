"""A list of people out of Excel: chosen, looked at, confirmed. What was read stays in the page, signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from apps.core import words
from apps.core.page import Crumb, show
from apps.files.forms import WorkbookForm
from apps.offices import actions
from apps.offices.models import Employment, Person
from apps.offices.staffbook.columns import HEADINGS, ID, NUMBER
from apps.offices.staffbook.planning import PERSON, Brings, Line, Plan
from apps.offices.staffbook.reading import MOST_ROWS, ReadRow, read_staff
from apps.offices.staffing import Staff, staff_of
from apps.offices.views.staff import address, crumbs_of

SALT = "offices.staff_import"
KEPT = 24 * 3600  # seconds for which a list that was looked at may be confirmed


def _packed(here: Staff, rows: Sequence[ReadRow], digest: str) -> str:
    told = [[row.row, row.id, _plain(row.values), sorted(row.absent)] for row in rows if not row.faults]
    at = {"office": here.office.pk, "user": here.user.pk, "digest": digest, "rows": told}
    return signing.dumps(at, salt=SALT, compress=True)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {**values, "valid_from": values["valid_from"].isoformat()}


def _unpacked(here: Staff, kept: str) -> tuple[list[ReadRow], str] | None:
    """None where it is not what this reader looked at for this office, or too long ago."""
    try:
        at = signing.loads(kept, salt=SALT, max_age=KEPT)
    except signing.BadSignature:
        return None
    if (at["office"], at["user"]) != (here.office.pk, here.user.pk):
        return None
    rows = [
        ReadRow(row, pk, {**values, "valid_from": date.fromisoformat(values["valid_from"])}, absent=frozenset(absent))
        for row, pk, values, absent in at["rows"]
    ]
    return rows, at["digest"]


@require_http_methods(["GET", "HEAD", "POST"])
def staff_import(request: HttpRequest, cluster: str, office: str) -> HttpResponse:
    here = staff_of(request, cluster, office, keeping=True)
    form = WorkbookForm()
    if request.method == "POST":
        form = WorkbookForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                rows = read_staff(form.cleaned_data["file"].read())
            except ValidationError as error:
                form.add_error("file", error)
            else:
                return _preview(request, here, rows)
    show(request, title=_("Staff from Excel"), crumbs=crumbs_of(here))
    context = {
        "here": here,
        "form": form,
        "url": address(here, "staff_import"),
        "template_url": address(here, "staff_template"),
        "export_url": address(here, "staff_export"),
        "headings": [name for name in HEADINGS if name not in (NUMBER, ID)],
        "limit": settings.WORKBOOK_MAX_BYTES // 1024 // 1024,
        "most": MOST_ROWS,
    }
    return render(request, "offices/staff_import.html", context)


def _preview(request: HttpRequest, here: Staff, rows: Sequence[ReadRow], note: str = "") -> HttpResponse:
    plan = actions.plan_staff(here.office, rows)
    right = [line.row for line in plan.lines if line.brings != Brings.FAULT]
    work = Plan(tuple(line for line in plan.lines if line.brings != Brings.FAULT))
    show(
        request,
        title=_("What the list brings"),
        crumbs=[*crumbs_of(here), Crumb(label=_("Staff from Excel"), url=address(here, "staff_import"))],
    )
    writes = len(plan.of(Brings.NEW, Brings.CHANGE))
    context = {
        "here": here,
        "note": note,
        "faults": plan.faults,
        "faulty": len(plan.of(Brings.FAULT)),
        "new": plan.of(Brings.NEW),
        "changed": [(line, _changes(line)) for line in plan.of(Brings.CHANGE)],
        "skipped": plan.of(Brings.SKIP),
        "same": len(plan.of(Brings.SAME)),
        "writes": writes,
        "save": ngettext("Enter the %(count)s right row", "Enter the %(count)s right rows", writes) % {"count": writes},
        "kept": _packed(here, right, work.digest) if writes else "",
        "confirm_url": address(here, "confirm_staff_import"),
        "import_url": address(here, "staff_import"),
        "list_url": address(here, "staff"),
        "form": WorkbookForm(),
    }
    return render(request, "offices/staff_preview.html", context)


def _changes(line: Line) -> list[tuple[str, str, str]]:
    """(label, before, after) of each field; a change of counting says from when."""
    row = line.employment
    assert row is not None
    found = []
    for name in line.changes:
        holder: Person | Employment = row.person if name in PERSON else row
        field = holder._meta.get_field(name)
        label = capfirst(str(getattr(field, "verbose_name", name)))
        found.append((label, _said(field, getattr(holder, name)), _said(field, line.row.values[name])))
    if line.counted_from:
        found.append((_("From"), "", words.day(line.counted_from)))
    return found


def _said(field: Any, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return words.day(value)
    return str(dict(field.flatchoices).get(value, value) or "")


@require_POST
def confirm_staff_import(request: HttpRequest, cluster: str, office: str) -> HttpResponse:
    here = staff_of(request, cluster, office, keeping=True)
    kept = _unpacked(here, request.POST.get("kept", ""))
    if kept is None:
        messages.error(request, _("The list was looked at too long ago, or for another office. Choose the file again."))
        return redirect(address(here, "staff_import"))
    rows, digest = kept
    try:
        written = actions.import_staff(cluster=here.cluster, office=here.office, rows=rows, digest=digest, by=here.user)
    except ValidationError as error:
        return _preview(request, here, rows, note=" ".join(error.messages))
    said = _("Entered: %(new)s new, %(changed)s changed.") % {"new": written.new, "changed": written.changed}
    messages.success(request, said)
    for line in written.refused:
        text = _("Row %(row)s, %(name)s: %(why)s") % {"row": line.row.row, "name": line.row.name, "why": line.why}
        messages.error(request, text)
    return redirect(address(here, "staff"))
