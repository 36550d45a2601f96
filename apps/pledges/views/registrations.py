"""A cluster's registrations of a year: who stands where, the days, annex II on a page, as Excel, Word and PDF."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from apps.campaigns.views.calendar import Year, year_of, years_of
from apps.core import words
from apps.core.forms import refuse
from apps.core.page import Crumb, show
from apps.core.papers import pdf, word
from apps.core.workbook import workbook
from apps.files.answers import download
from apps.files.formats import DOCX, PDF, XLSX
from apps.offices.models import Leadership
from apps.offices.place import cluster_of
from apps.offices.roles import roles_of
from apps.pledges import actions, rules
from apps.pledges.annex import Annex, annex
from apps.pledges.annex_paper import HEADINGS, annex_paper, annex_sheet, written
from apps.pledges.forms.registrations import RoundForm
from apps.pledges.merged import mergers_after
from apps.pledges.models import RegistrationRound
from apps.pledges.pages import COLOURS
from apps.pledges.sheets import cut_off, expected


@require_safe
def latest(request: HttpRequest, cluster: str) -> HttpResponse:
    """The year at hand: the latest that is led, up to this one."""
    found = cluster_of(request, cluster)
    this = timezone.localdate().year
    years = set(Leadership.objects.filter(cluster=found).values_list("year", flat=True))
    year = max((each for each in years if each <= this), default=this)
    return redirect("pledges:registrations", found.code, year)


def _opened(request: HttpRequest, cluster: str, year: int) -> Year:
    at = year_of(request, cluster, year)
    if not 1948 <= year <= 2100 or not rules.can_read_totals(at.user, at.cluster):
        raise Http404
    return at


def _annex(at: Year) -> Annex:
    roles, on = roles_of(at.user), cut_off(at.cluster, at.year)
    return annex(
        at.cluster, at.year, expected(at.cluster, at.year, on), own=roles.office_ids,
        reads_all=roles.reads_all(at.cluster.pk, at.year),
    )  # fmt: skip


def _days_said(on: date, days: RegistrationRound | None) -> str:
    said = [_("counted as of %(day)s") % {"day": words.day(on)}]
    if days is not None and days.opens_on is not None:
        said.append(_("open from %(day)s") % {"day": words.day(days.opens_on)})
    if days is not None and days.due_on is not None:
        said.append(_("to be sent by %(day)s") % {"day": words.day(days.due_on)})
    return capfirst("; ".join(said))


@require_safe
def registrations(request: HttpRequest, cluster: str, year: int) -> HttpResponse:
    at = _opened(request, cluster, year)
    found, on = _annex(at), cut_off(at.cluster, year)
    runs = rules.can_run_registrations(at.user, at.cluster, year)
    days = RegistrationRound.objects.filter(cluster=at.cluster, year=year).first()
    enters = roles_of(at.user).entering_offices
    rows = [
        {
            "name": line.name, "colour": COLOURS[line.state],
            "state": line.state.label if line.begun else _("not sent yet"),
            "stated": line.sent is None and line.stated is not None,
            "url": reverse("pledges:registration_sheet", args=[at.cluster.code, year, line.office.code])
            if rules.can_read_registrations(at.user, at.cluster, year, line.office) else "",
            "cells": written(line.cells)[:-1], "seen": line.cells is not None,
            "answer": line.answer, "refused": line.refused,  # beside its state: the table is wide
            "sent_at": line.version.sent_at if line.version else None,
            "received_at": line.sheet.received_at if line.sheet and line.awaits else None,
        }
        for line in found.lines
    ]  # fmt: skip
    show(request, title=_("Registrations of %(year)s") % {"year": year})
    context = {
        "at": at, "rows": rows, "headings": HEADINGS[1:-1], "total": written(found.total)[:-1],
        "note": _days_said(on, days), "runs": runs,
        "stated": found.stated,
        "missing": found.missing, "mergers": mergers_after(on, year, found.lines),
        "years": sorted({*years_of(at.cluster, at.user, year), year - 1, year + 1}),
        "own": [line for line in found.lines if line.office.pk in enters],
        "round_url": reverse("pledges:registration_round", args=[at.cluster.code, year]),
        "files": [
            (label, reverse(f"pledges:{name}", args=[at.cluster.code, year]))
            for label, name in (("Word", "annex_word"), ("PDF", "annex_pdf"), ("Excel", "annex_excel"))
        ],
    }  # fmt: skip
    return render(request, "pledges/registrations.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def days(request: HttpRequest, cluster: str, year: int) -> HttpResponse:
    at = _opened(request, cluster, year)
    if not rules.can_run_registrations(at.user, at.cluster, year):
        raise PermissionDenied
    row = RegistrationRound.objects.filter(cluster=at.cluster, year=year).first()
    initial = {
        "cut_off_on": row.cut_off_on if row else cut_off(at.cluster, year),
        "opens_on": row.opens_on if row else date(year, 1, 1),
        "due_on": row.due_on if row else None,
    }
    form = RoundForm(request.POST or None, initial=initial)
    back = reverse("pledges:registrations", args=[at.cluster.code, year])
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_round(cluster=at.cluster, year=year, **form.cleaned_data, by=at.user)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect(back)
    crumb = Crumb(label=_("Registrations of %(year)s") % {"year": year}, url=back)
    show(request, title=_("Days of the registrations"), crumbs=[crumb])
    return render(request, "core/form.html", {"form": form, "back": back})


@require_safe
def annex_file(request: HttpRequest, cluster: str, year: int, kind: str) -> HttpResponse:
    at = _opened(request, cluster, year)
    of = (at.cluster, year, cut_off(at.cluster, year), _annex(at))
    name = f"dang-ky-thi-dua-{at.cluster.code}-{year}"
    match kind:
        case "xlsx":
            return download(workbook(annex_sheet(*of)), name, XLSX)
        case "docx":
            return download(word.word(annex_paper(*of)), name, DOCX)
    return download(pdf.pdf(annex_paper(*of)), name, PDF)
