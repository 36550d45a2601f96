"""A cluster's registrations of a year: who stands where, the days, annex II on a page, as Excel, Word and PDF."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from apps.campaigns.views.calendar import Year, year_of
from apps.core import words
from apps.core.forms import refuse
from apps.core.page import Crumb, show
from apps.core.papers import pdf, phrases, word
from apps.core.papers.paper import Column, Head, Kind, Paper, Signature, paragraph, table
from apps.core.workbook import Sheet, workbook
from apps.files.formats import DOCX, PDF, XLSX
from apps.offices.letterhead import leading_letterhead
from apps.offices.models import Leadership
from apps.offices.place import cluster_of
from apps.offices.roles import roles_of
from apps.pledges import actions, rules
from apps.pledges.annex import COLUMNS, Annex, Cells, annex
from apps.pledges.forms.registrations import RoundForm
from apps.pledges.models import RegistrationRound
from apps.pledges.pages import COLOURS
from apps.pledges.sheets import cut_off, expected

HEADINGS = (
    "Văn phòng",
    "Số người được tính",
    "Số người đăng ký",
    "Tỷ lệ",
    *(label for _codes, label in COLUMNS),
    "Sáng kiến",
)


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


def _written(cells: Cells | None) -> list[str]:
    """As the table shows them: the rate after headcount and registered."""
    if cells is None:
        return [""] * (len(HEADINGS) - 1)
    headcount, registered, *others = cells
    rate = words.share(registered or 0, headcount) if headcount else "–"
    return [_number(headcount), _number(registered), rate, *(_number(each) for each in others)]


def _number(value: int | None) -> str:
    return "–" if value is None else words.number(value)


@require_safe
def registrations(request: HttpRequest, cluster: str, year: int) -> HttpResponse:
    at = _opened(request, cluster, year)
    found = _annex(at)
    runs = rules.can_run_registrations(at.user, at.cluster, year)
    days = RegistrationRound.objects.filter(cluster=at.cluster, year=year).first()
    rows = [
        {
            "name": line.name, "colour": COLOURS[line.state], "state": line.state.label,
            "url": reverse("pledges:registration_sheet", args=[at.cluster.code, year, line.office.code])
            if rules.can_read_registrations(at.user, at.cluster, year, line.office) else "",
            "cells": _written(line.cells), "seen": line.cells is not None,
            "sent_at": line.sheet.current.sent_at if line.sheet and line.sheet.current and line.sent else None,
        }
        for line in found.lines
    ]  # fmt: skip
    show(request, title=_("Registrations of %(year)s") % {"year": year})
    context = {
        "at": at, "rows": rows, "headings": HEADINGS[1:], "total": _written(found.total), "days": days, "runs": runs,
        "stated": found.stated,
        "cut_off": cut_off(at.cluster, year), "missing": found.missing,
        "years": [year - 1, year + 1],
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


def _paper(at: Year, found: Annex) -> Paper:
    """Annex II as a paper of the leading office: the table, and the offices that have sent nothing."""
    today = timezone.localdate()
    head = leading_letterhead(at.cluster, at.year, today)
    widths = (34, 19, 19, 17, 15, 20, 20, 21, 20, 20, 13, 15, 14)
    columns = tuple(
        Column(label, width, "left" if place == 0 else "center")
        for place, (label, width) in enumerate(zip(HEADINGS, widths, strict=True))
    )
    rows = [(line.name, *(text or "…" for text in _written(line.cells))) for line in found.lines]
    said = [words.day(cut_off(at.cluster, at.year))]
    if found.stated:
        said.append(f"Tổng số theo số liệu báo cáo trực tiếp: {', '.join(found.stated)}")
    if found.missing:
        said.append(f"Chưa có số liệu: {', '.join(found.missing)}")
    blocks = (
        paragraph(f"{'. '.join(said)}.", label="Ngày chốt danh sách:"),
        table(columns, (*rows, ("Cộng", *_written(found.total)))),
    )
    return Paper(
        Kind.REPORT,
        Head(head.parent_body, head.issuer, "", phrases.place_and_day(head.locality, None, at.year)),
        timezone.now(),
        title="PHỤ LỤC II",
        abstract=(f"Đăng ký danh hiệu thi đua, hình thức khen thưởng năm {at.year}", f"của {at.cluster.name}"),
        blocks=blocks,
        recipients=phrases.recipients(["Các Văn phòng thành viên", "Lưu: VT."]),
        signatures=(Signature(("CHÁNH VĂN PHÒNG",)),),
        landscape=True,
    )


@require_safe
def annex_file(request: HttpRequest, cluster: str, year: int, kind: str) -> HttpResponse:
    at = _opened(request, cluster, year)
    found = _annex(at)
    match kind:
        case "xlsx":
            rows = [(line.name, *_plain(line.cells)) for line in found.lines]
            title = f"Phụ lục II. Đăng ký danh hiệu thi đua năm {year}"
            note = f"{at.cluster.name}. Ngày chốt danh sách: {words.day(cut_off(at.cluster, year))}"
            made = Sheet(
                name="Phụ lục II", title=title, note=note, headings=HEADINGS,
                rows=[*rows, ("Cộng", *_plain(found.total))],
            )  # fmt: skip
            content, kept_as = workbook(made), XLSX
        case "docx":
            content, kept_as = word.word(_paper(at, found)), DOCX
        case _:
            content, kept_as = pdf.pdf(_paper(at, found)), PDF
    headers = {
        "Content-Disposition": f'attachment; filename="dang-ky-thi-dua-{at.cluster.code}-{year}.{kind}"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=kept_as.content_type, headers=headers)


def _plain(cells: Cells | None) -> list[int | str | None]:
    """Numbers as numbers; the rate as it is read."""
    if cells is None:
        return [None] * (len(HEADINGS) - 1)
    headcount, registered, *others = cells
    return [headcount, registered, words.share(registered or 0, headcount) if headcount else None, *others]
