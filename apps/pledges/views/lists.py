"""Registrations out to Excel and back, and those of the year before: shown first, then written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from apps.core import words
from apps.core.page import show
from apps.core.workbook import Sheet, workbook
from apps.files.answers import download
from apps.files.formats import XLSX
from apps.files.forms import WorkbookForm
from apps.files.workbooks.book import TooManyRowsError
from apps.files.workbooks.opened import open_book
from apps.honours.enums import Subject
from apps.pledges import actions
from apps.pledges.listed import HEADINGS, REFUSED, Read, read
from apps.pledges.pages import Catalogue, catalogue
from apps.pledges.registered import Aim, digest_of
from apps.pledges.sheets import cut_off, standing
from apps.pledges.views.registering import Opened, opened

SALT = "pledges.registrations"
MOST_ROWS = 5000
AGE = 24 * 3600  # seconds for which what was shown can be written
Shown = tuple[int, tuple[str, ...], str, str]  # person, codes, initiative, digest of what is registered now


@require_safe
def export(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    """Everybody counted, with what they register: to read, or to fill in and bring back."""
    one = opened(request, cluster, year, office)
    refused = one.answers[0].refused if one.answers else ()
    unapproved: dict[int | None, list[str]] = defaultdict(list)
    for each in refused:
        unapproved[each.single.person].append(f"{each.single.title}: {each.because}")
    rows = [
        (
            line.person, line.name, line.position, "; ".join(aim.name for aim in line.aims),
            next((aim.initiative for aim in line.aims if aim.initiative), ""),
            *(["; ".join(unapproved[line.person])] if refused else []),
        )
        for line in one.now.people
    ]  # fmt: skip
    made = Sheet(
        name="Đăng ký thi đua", title=f"Đăng ký thi đua năm {year}: {one.crumbs[1].label}",
        note=f"Ngày chốt danh sách: {words.day(one.cut_off)}. Nhiều danh hiệu ghi cách nhau bằng dấu “;”.",
        headings=(*HEADINGS, REFUSED) if refused else HEADINGS, rows=rows,
    )  # fmt: skip
    return download(workbook(made), f"dang-ky-thi-dua-{one.office.code}-{year}", XLSX)


def _called(known: Catalogue) -> dict[str, list[str]]:
    names, short = known.names, known.short_names
    return {each.code: [names[each.code], short[each.code], each.code] for each in known.of(Subject.PERSON)}


def _salt(one: Opened) -> str:
    """What was shown of one office and year is written there and nowhere else."""
    return f"{SALT}:{one.url('registration_sheet')}"


def _signed(one: Opened, people: list[Shown], units: dict[str, tuple[str, ...]] | None = None) -> str:
    return signing.dumps([people, units or {}], salt=_salt(one), compress=True)


def _write(request: HttpRequest, one: Opened) -> HttpResponse | None:
    """Writes what was shown; None where what comes back is not what was shown."""
    try:
        rows, units = signing.loads(request.POST.get("shown", ""), salt=_salt(one), max_age=AGE)
    except signing.BadSignature:
        messages.error(request, _("What was shown can no longer be written. Please look again."))
        return None
    wishes = {pk: actions.Wish(tuple(honours), initiative) for pk, honours, initiative, _seen in rows}
    seen = {pk: before for pk, _honours, _initiative, before in rows}
    others = {unit: actions.Wish(tuple(honours)) for unit, honours in units.items()}
    try:
        taken = actions.take_over(**one.target, people=wishes, seen=seen, units=others)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return None
    said = ngettext("%(count)s registration has been written.", "%(count)s registrations have been written.", taken)
    messages.success(request, said % {"count": words.number(taken)})
    if left := len(wishes) + len(others) - taken:
        said = ngettext(
            "%(count)s was changed by somebody else meanwhile and has been left as it is.",
            "%(count)s were changed by somebody else meanwhile and have been left as they are.", left,
        )  # fmt: skip
        messages.warning(request, said % {"count": words.number(left)})
    return redirect(one.url("registration_sheet"))


@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    """A workbook: read and shown, with every fault of every row; then what is right is written, and only that."""
    one = opened(request, cluster, year, office, preparing=True)
    if "shown" in request.POST:
        answer = _write(request, one)
        if answer is not None:
            return answer
    found, known = Read(), catalogue(year)
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and request.FILES and form.is_valid():
        try:
            sheets = open_book(form.cleaned_data["file"].read(), {}, most=MOST_ROWS).sheets
        except TooManyRowsError as error:
            message = _("The workbook has %(rows)s rows; at most %(most)s are read at once. Split it.")
            form.add_error("file", message % {"rows": words.number(error.rows), "most": words.number(MOST_ROWS)})
        except ValidationError as error:
            form.add_error("file", error)
        else:
            found = read(sheets, one.now.people, _called(known))
    show(request, title=_("Registrations from Excel"), crumbs=one.crumbs)
    context = {
        "one": one, "form": form, "found": found, "names": known.names,
        "shown": _signed(one, [(each.person, each.honours, each.initiative, each.seen) for each in found.entries]),
        "excel_url": one.url("registration_excel"), "back": one.url("registration_sheet"),
        "entries": [(each, _written(known, each.honours), _written(known, each.before)) for each in found.entries],
    }  # fmt: skip
    return render(request, "pledges/registration_import.html", context)


def _written(known: Catalogue, codes: tuple[str, ...]) -> str:
    names = known.short_names
    return "; ".join(names.get(code, code) for code in codes)


def _still(aims: Iterable[Aim], codes: Container[str]) -> tuple[tuple[str, ...], list[str]]:
    """Of last year's, what exists under this year's law (codes), and what does not (names)."""
    held = list(aims)
    return tuple(aim.honour for aim in held if aim.honour in codes), [a.name for a in held if a.honour not in codes]


@require_http_methods(["GET", "HEAD", "POST"])
def last_year(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    """What this year's people registered the year before, with who left, who joined, and what no longer exists."""
    one = opened(request, cluster, year, office, preparing=True)
    if request.method == "POST":
        answer = _write(request, one)
        if answer is not None:
            return answer
    known = catalogue(year)
    codes = {each.code for each in known.honours}
    on = cut_off(one.at.cluster, year - 1)
    before = standing(one.at.cluster, year - 1, [one.office], on)[one.office.pk]
    former = {line.person: line for line in before.people if line.aims}
    here = {line.person: line for line in one.now.people}
    kept = [(line, *_still(line.aims, codes)) for pk, line in former.items() if pk in here and not here[pk].aims]
    held = {each.unit for each in one.now.collectives}
    units = [(each, *_still(each.aims, codes)) for each in before.collectives if each.unit not in held]
    show(request, title=_("As in %(year)s") % {"year": year - 1}, crumbs=one.crumbs)
    context = {
        "one": one, "before": year - 1, "nobody": not former and not before.collectives,
        "kept": [
            *((line.name, _written(known, honours), lost) for line, honours, lost in kept),
            *((each.unit or str(one.office), _written(known, honours), lost) for each, honours, lost in units),
        ],
        "gone": [line for pk, line in former.items() if pk not in here],
        "joined": [line for pk, line in here.items() if pk not in former and not line.aims],
        "shown": _signed(
            one, [(line.person, honours, "", digest_of(())) for line, honours, _lost in kept if honours],
            {each.unit: honours for each, honours, _lost in units if honours},
        ),
        "back": one.url("registration_sheet"), "here": one.url("registrations_of_last_year"),
    }  # fmt: skip
    return render(request, "pledges/registrations_of_last_year.html", context)
