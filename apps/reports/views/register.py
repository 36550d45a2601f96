"""The register of papers that came in: its lines by office, one short form, the same lines as a workbook."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.campaigns.scope import Scope, scope_of
from apps.core import words
from apps.core.forms import refuse
from apps.core.workbook import Sheet, workbook
from apps.files.formats import XLSX
from apps.offices.models import Office
from apps.reports import actions
from apps.reports.expected import expected_offices
from apps.reports.forms.requests import IncomingForm
from apps.reports.models import IncomingPaper, Request
from apps.reports.pages.places import address
from apps.reports.rules import can_read_register, can_record, can_request
from apps.reports.views.requesting import place

FIELDS = ("number", "dated_on", "came_in_on", "carrier", "note")


def _opened(request: HttpRequest, cluster: str, period: str) -> tuple[Scope, list[Office]]:
    """With the offices whose lines the reader has: all expected ones, or one's own. 404 for whoever has none."""
    scope = scope_of(request, cluster, period)
    offices = expected_offices(scope.period)
    if not can_read_register(scope.user, scope.period):
        offices = [office for office in offices if office.pk in scope.roles.office_ids]
        if not offices:
            raise Http404
    return scope, offices


def _lines(scope: Scope, offices: list[Office]) -> list[tuple[Office, list[IncomingPaper]]]:
    """The papers of each office, one query for all of them."""
    papers = IncomingPaper.objects.visible_to(scope.user).filter(report__period=scope.period)
    found: dict[int, list[IncomingPaper]] = {}
    for paper in papers.select_related("report", "scan"):
        found.setdefault(paper.report.office_id, []).append(paper)
    return [(office, found.get(office.pk, [])) for office in offices]


@require_safe
def register(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope, offices = _opened(request, cluster, period)
    records = can_record(scope.user, scope.period)
    lines = [
        {
            "office": office, "papers": [_shown(scope, paper) for paper in papers],
            "new_url": address(scope, "note_paper", office.code) if records else "",
        }
        for office, papers in _lines(scope, offices)
    ]  # fmt: skip
    place(request, scope, _("Register of papers that came in"))
    context = {
        "scope": scope, "lines": lines, "records": records, "excel_url": address(scope, "register_excel"),
        "request_url": address(scope, "request") if _request_is_open(scope) else "",
        "in": sum(1 for line in lines if line["papers"]),
    }  # fmt: skip
    return render(request, "reports/register.html", context)


def _request_is_open(scope: Scope) -> bool:
    """To the secretariat always, to all others once it was issued."""
    if can_request(scope.user, scope.period):
        return True
    return Request.objects.visible_to(scope.user).filter(period=scope.period).exists()


def _shown(scope: Scope, paper: IncomingPaper) -> dict[str, Any]:
    return {
        "paper": paper,
        "edit_url": address(scope, "change_paper", paper.pk), "remove_url": address(scope, "remove_paper", paper.pk),
        "scan_url": reverse("files:file", args=["incoming-paper", paper.pk]) if paper.scan_id else "",
    }  # fmt: skip


def _recording(request: HttpRequest, cluster: str, period: str) -> tuple[Scope, list[Office]]:
    scope, offices = _opened(request, cluster, period)
    if not can_record(scope.user, scope.period):
        raise PermissionDenied
    return scope, offices


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, cluster: str, period: str, office: str) -> HttpResponse:
    scope, offices = _recording(request, cluster, period)
    of = next((each for each in offices if each.code == office), None)
    if of is None:
        raise Http404
    form = IncomingForm(request.POST or None, request.FILES or None, initial={"came_in_on": timezone.localdate()})
    return _answer(request, scope, form, of, None)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope, paper = _paper(request, cluster, period, pk)
    initial = {name: getattr(paper, name) for name in FIELDS}
    form = IncomingForm(request.POST or None, request.FILES or None, initial=initial)
    return _answer(request, scope, form, paper.report.office, paper)


def _paper(request: HttpRequest, cluster: str, period: str, pk: int) -> tuple[Scope, IncomingPaper]:
    """The line through the right to see it; 403 for whoever may only read it."""
    scope, _offices = _opened(request, cluster, period)
    papers = IncomingPaper.objects.visible_to(scope.user).filter(report__period=scope.period)
    found = papers.select_related("report__office", "report__period", "scan").filter(pk=pk).first()
    if found is None:
        raise Http404
    if not can_record(scope.user, scope.period):
        raise PermissionDenied
    return scope, found


def _answer(
    request: HttpRequest, scope: Scope, form: IncomingForm, office: Office, paper: IncomingPaper | None
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        scan = values.pop("scan")
        try:
            if paper is None:
                line = actions.Line(**values)
                actions.note_paper(period=scope.period, office=office, line=line, scan=scan, by=scope.user)
            else:
                actions.change_paper(paper=paper, line=actions.Line(**values), scan=scan, by=scope.user)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The paper stands in the register."))
            return redirect(address(scope, "register"))
    name = getattr(office, "name_then", office.name)
    place(request, scope, _("Paper of %(office)s") % {"office": name}, below="register")
    kept = paper.scan.name if paper and paper.scan else ""
    return render(request, "offices/signed.html", {"form": form, "back": address(scope, "register"), "scan": kept})


@require_POST
def remove(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope, paper = _paper(request, cluster, period, pk)
    actions.remove_paper(paper=paper, by=scope.user)
    messages.success(request, _("“%(number)s” was taken out of the register.") % {"number": paper.number})
    return redirect(address(scope, "register"))


@require_safe
def excel(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    """A row for each paper; an office of which none came in has a row without."""
    scope, offices = _opened(request, cluster, period)
    rows: list[list[Any]] = []
    for number, (office, papers) in enumerate(_lines(scope, offices), start=1):
        name = str(office.name_then)  # type: ignore[attr-defined]
        rows += [
            [number, name, paper.number, paper.dated_on, paper.came_in_on, str(paper.get_carrier_display()), paper.note]
            for paper in papers
        ] or [[number, name, None, None, None, None, None]]
    made = workbook(
        Sheet(
            name=_("Register"), title=_("Register of papers that came in: %(period)s") % {"period": scope.period},
            headings=(
                _("No."), _("Office"), _("Number and symbol"), _("Dated"), _("Came in on"), _("Came in"), _("Note"),
            ),
            rows=rows, note=f"{scope.cluster.name} · {words.moment(timezone.now())}",
        )
    )  # fmt: skip
    answer = HttpResponse(made, content_type=XLSX.content_type)
    name = f"so-van-ban-den-{scope.cluster.code}-{scope.period.code}.xlsx"
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer
