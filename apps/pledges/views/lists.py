"""Registrations out to Excel and back, and those of the year before: shown first, then written."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from apps.core import words
from apps.core.forms import Helper, refuse
from apps.core.page import show
from apps.core.workbook import Sheet, workbook
from apps.files.formats import XLSX
from apps.files.workbooks.opened import open_book
from apps.honours.enums import Subject
from apps.pledges import actions
from apps.pledges.listed import HEADINGS, Read, read
from apps.pledges.pages import Catalogue, catalogue
from apps.pledges.sheets import standing
from apps.pledges.views.registering import Opened, opened

SALT = "pledges.registrations"
AGE = 24 * 3600  # seconds for which what was shown can be written


class FileForm(forms.Form):
    file = forms.FileField(label=gettext_lazy("Workbook"), help_text=gettext_lazy("Excel (.xlsx, .xls) or .ods."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()


@require_safe
def export(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    """Everybody counted, with what they register: to read, or to fill in and bring back."""
    one = opened(request, cluster, year, office)
    rows = [
        (
            line.person, line.name, line.position, "; ".join(aim.name for aim in line.aims),
            next((aim.initiative for aim in line.aims if aim.initiative), ""),
        )
        for line in one.now.people
    ]  # fmt: skip
    made = Sheet(
        name="Đăng ký thi đua", title=f"Đăng ký thi đua năm {year}: {one.crumbs[1].label}",
        note=f"Ngày chốt danh sách: {words.day(one.cut_off)}. Nhiều danh hiệu ghi cách nhau bằng dấu “;”.",
        headings=HEADINGS, rows=rows,
    )  # fmt: skip
    headers = {
        "Content-Disposition": f'attachment; filename="dang-ky-thi-dua-{one.office.code}-{year}.xlsx"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(workbook(made), content_type=XLSX.content_type, headers=headers)


def _called(known: Catalogue) -> dict[str, list[str]]:
    names, short = known.names, known.short_names
    return {each.code: [names[each.code], short[each.code], each.code] for each in known.of(Subject.PERSON)}


def _signed(wishes: dict[int, tuple[tuple[str, ...], str]]) -> str:
    return signing.dumps({str(pk): wish for pk, wish in wishes.items()}, salt=SALT, compress=True)


def _write(request: HttpRequest, one: Opened, *, replace: bool) -> HttpResponse | None:
    """Writes what was shown; None where what comes back is not what was shown."""
    try:
        rows = signing.loads(request.POST.get("shown", ""), salt=SALT, max_age=AGE)
    except signing.BadSignature:
        messages.error(request, _("What was shown can no longer be written. Please look again."))
        return None
    wishes = {int(pk): actions.Wish(tuple(honours), initiative) for pk, (honours, initiative) in rows.items()}
    try:
        taken = actions.take_over(**one.target, people=wishes, replace=replace)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return None
    said = ngettext("%(count)s person has been registered.", "%(count)s people have been registered.", taken)
    messages.success(request, said % {"count": words.number(taken)})
    return redirect(one.url("registration_sheet"))


@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    """A workbook: read and shown, with every fault of every row; then what is right is written, and only that."""
    one = opened(request, cluster, year, office, preparing=True)
    if "shown" in request.POST:
        answer = _write(request, one, replace=True)
        if answer is not None:
            return answer
    found, known = Read(), catalogue(year)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and request.FILES and form.is_valid():
        try:
            sheets = open_book(form.cleaned_data["file"].read(), {}, most=5000).sheets
        except ValidationError as error:
            refuse(form, error)
        else:
            found = read(sheets, one.now.people, _called(known))
    show(request, title=_("Registrations from Excel"), crumbs=one.crumbs)
    context = {
        "one": one, "form": form, "found": found, "names": known.names,
        "shown": _signed({each.person: (each.honours, each.initiative) for each in found.entries}),
        "excel_url": one.url("registration_excel"), "back": one.url("registration_sheet"),
        "entries": [(each, _written(known, each.honours), _written(known, each.before)) for each in found.entries],
    }  # fmt: skip
    return render(request, "pledges/registration_import.html", context)


def _written(known: Catalogue, codes: tuple[str, ...]) -> str:
    names = known.short_names
    return "; ".join(names.get(code, code) for code in codes)


@require_http_methods(["GET", "HEAD", "POST"])
def last_year(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    """What this year's people registered the year before, with who left, who joined, and what no longer exists."""
    one = opened(request, cluster, year, office, preparing=True)
    if request.method == "POST":
        answer = _write(request, one, replace=False)
        if answer is not None:
            return answer
    known = catalogue(year)
    codes = {each.code for each in known.of(Subject.PERSON)}
    before = standing(one.at.cluster, year - 1, [one.office], one.cut_off.replace(year=year - 1, day=28))
    former = {line.person: line for line in before[one.office.pk].people if line.aims}
    here = {line.person: line for line in one.now.people}
    kept, gone = [], []
    for pk, line in former.items():
        if pk not in here:
            gone.append(line)
        elif not here[pk].aims:
            kept.append((line, tuple(aim.honour for aim in line.aims if aim.honour in codes),
                         [aim.name for aim in line.aims if aim.honour not in codes]))  # fmt: skip
    show(request, title=_("As in %(year)s") % {"year": year - 1}, crumbs=one.crumbs)
    context = {
        "one": one, "before": year - 1,
        "kept": [(line, _written(known, honours), lost) for line, honours, lost in kept],
        "gone": gone, "joined": [line for pk, line in here.items() if pk not in former and not line.aims],
        "shown": _signed({line.person: (honours, "") for line, honours, _lost in kept if honours}),
        "back": one.url("registration_sheet"), "here": one.url("registrations_of_last_year"),
    }  # fmt: skip
    return render(request, "pledges/registrations_of_last_year.html", context)
