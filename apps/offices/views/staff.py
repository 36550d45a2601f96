"""The people of an office on a day: the list, its workbook, and the choice of an office."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.core.page import Crumb, show
from apps.files.answers import download
from apps.files.formats import XLSX
from apps.offices.forms.staff import StaffFilterForm
from apps.offices.headcount import Headcount
from apps.offices.models import Employment, Office, Removal
from apps.offices.models.people import EmploymentQuerySet
from apps.offices.place import cluster_of
from apps.offices.rules import can_see_all_people
from apps.offices.staffbook.writing import staff_workbook
from apps.offices.staffing import Staff, offices_seen, staff_of
from apps.offices.views.clusters import reader

PER_PAGE = 50


def address(staff: Staff, name: str, *more: object, query: str = "") -> str:
    url = reverse(f"offices:{name}", args=[staff.cluster.code, staff.office.code, *more])
    return f"{url}?{query}" if query else url


def crumbs_of(staff: Staff, *, inside: bool = True) -> list[Crumb]:
    """The chooser for those who see several offices; `inside`: the office's list too."""
    crumbs = []
    if can_see_all_people(staff.user, staff.cluster):
        crumbs.append(Crumb(label=_("Staff"), url=reverse("offices:staff_offices", args=[staff.cluster.code])))
    if inside:
        name = _("Staff of %(office)s") % {"office": staff.office.short_name}
        crumbs.append(Crumb(label=name, url=address(staff, "staff")))
    return crumbs


@require_safe
def offices(request: HttpRequest, cluster: str) -> HttpResponse:
    """Whose people one sees: a choice where there are several offices, else on to the list of the one."""
    found = cluster_of(request, cluster)
    seen = offices_seen(reader(request), found)
    if not seen:
        raise Http404
    if len(seen) == 1:
        return redirect("offices:staff", found.code, seen[0][0].code)
    today = timezone.localdate()
    counts = Employment.objects.headcounts([office.pk for office, _last in seen], today)
    lines = [_line(office, last, today, counts.get(office.pk)) for office, last in seen]
    show(request, title=_("Staff"))
    all_of = Headcount(
        sum(each.counted for each in counts.values()),
        tuple(pair for each in counts.values() for pair in each.not_counted),
    )
    whole = can_see_all_people(reader(request), found)
    return render(
        request,
        "offices/staff_offices.html",
        {"cluster": found, "lines": lines, "day": today, "all": all_of, "whole": whole},
    )


def _line(office: Office, last: date | None, today: date, count: Headcount | None) -> dict[str, Any]:
    former = last is not None and last < today
    return {"office": office, "last": last if former else None, "count": count}


def _rows(staff: Staff, form: StaffFilterForm) -> tuple[date, EmploymentQuerySet, EmploymentQuerySet]:
    """The day shown, all rows of that day, and those that the filters leave, by given name."""
    on = staff.shown(form.chosen.get("on") or staff.today)
    of_day = staff.rows.on(on)
    narrowed = of_day.not_counted() if form.chosen.get("not_counted") else of_day
    if words := form.chosen.get("q"):
        narrowed = narrowed.named(words)
    return on, of_day, narrowed.select_related("person")


@require_safe
def staff(request: HttpRequest, cluster: str, office: str) -> HttpResponse:
    here = staff_of(request, cluster, office)
    form = StaffFilterForm(request.GET)
    on, of_day, rows = _rows(here, form)
    head = of_day.headcount()
    paginator = Paginator(rows, PER_PAGE)
    paginator.count = rows.count() if form.narrows else head.total
    page = paginator.get_page(request.GET.get("page"))
    show(
        request,
        title=_("Staff of %(office)s") % {"office": here.office.short_name},
        crumbs=crumbs_of(here, inside=False),
    )
    kept = urlencode(form.query)
    context = {
        "here": here,
        "form": form,
        "on": on,
        "clamped": "on" in form.chosen and form.chosen["on"] != on,
        "page_of_list": page,
        "lines": list(page),
        "head": head,
        "known": head.total > 0 or here.rows.exists(),
        "removals": _removals(here) if here.keeps else [],
        "list_url": address(here, "staff"),
        "export_url": address(here, "staff_export", query=kept),
        "import_url": address(here, "staff_import") if here.keeps else "",
        "new_url": address(here, "add_person") if here.keeps else "",
        "became_url": reverse("offices:staff", args=[here.cluster.code, here.became.code]) if here.became else "",
    }
    return render(request, "offices/staff.html", context)


def _removals(here: Staff) -> list[tuple[Removal, list[Employment], str]]:
    """What was removed as a mistake and can be put back: the entries, and where. Two queries."""
    entries = Employment.entered.filter(office=here.office).order_by("valid_from")
    rows = Removal.objects.standing().of_office(here.office).select_related("person", "removed_by")
    rows = rows.prefetch_related(Prefetch("entries", entries))
    return [(row, list(row.entries.all()), address(here, "undo_removal", row.pk)) for row in rows]


@require_safe
def export(request: HttpRequest, cluster: str, office: str) -> HttpResponse:
    """What the list shows, all pages of it; corrected in Excel it can be imported again."""
    here = staff_of(request, cluster, office)
    on, of_day, rows = _rows(here, StaffFilterForm(request.GET))
    content = staff_workbook(here.office, on, rows.iterator(chunk_size=2000), of_day.headcount(), ids=here.keeps)
    return download(content, f"nhan-su-{here.office.code}-{on:%Y%m%d}", XLSX)


@require_safe
def template(request: HttpRequest, cluster: str, office: str) -> HttpResponse:
    """The same workbook without people: to be filled in."""
    here = staff_of(request, cluster, office, keeping=True)
    content = staff_workbook(here.office, here.today, (), None, ids=True)
    return download(content, f"mau-nhan-su-{here.office.code}", XLSX)
