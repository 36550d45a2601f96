"""Foreign sheets are mapped: what the rows are, which column is what. Remembered layouts: listed, renamed, deleted."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from apps.activities import imports as workbooks
from apps.activities.forms import mapping as forms
from apps.activities.imports import guessing, mappings, samples
from apps.activities.imports.owners import plain
from apps.activities.imports.recognition import heading_key
from apps.activities.imports.setting import load
from apps.activities.imports.understanding import columns_of, keyed
from apps.activities.models import Import, Mapping
from apps.activities.rules import can_import
from apps.activities.views.frame import address, frame
from apps.activities.views.imports import visible
from apps.campaigns.scope import Scope, scope_of
from apps.core.page import Crumb
from apps.files.workbooks.book import letter


def _crumbs(scope: Scope, found: Import | None = None) -> list[Crumb]:
    crumbs = [Crumb(label=_("Import from Excel"), url=address(scope, "imports"))]
    if found is not None:
        name = found.outcome.get("name") or found.file.name
        crumbs.append(Crumb(label=name, url=address(scope, "import", found.pk)))
    return crumbs


@require_http_methods(["GET", "HEAD", "POST"])
def map_sheet(request: HttpRequest, cluster: str, period: str, pk: int, position: int) -> HttpResponse:
    """One sheet of an import that is not written yet. GET proposes, and proposes anew for other rows of headings."""
    scope = scope_of(request, cluster, period)
    found = visible(scope, pk)
    sample = samples.sample(found, position)
    if sample is None or found.applied_at is not None:
        raise Http404
    sheet = samples.sheet_of(sample)
    setting = load(cluster=scope.cluster, period=scope.period, by=scope.user)
    asked = request.POST if request.method == "POST" else request.GET
    draft = forms.draft_of(sample, sheet, setting, asked)
    said: list[str] = []
    if request.method == "POST":
        draft = forms.sent(draft, request.POST, sample["words"])
        said = list(forms.problems(draft, request.POST, sample["words"]))
        if not said:
            try:
                _save(request, scope, found, draft, sheet.name)
            except ValidationError as error:
                said = error.messages
            else:
                return redirect(address(scope, "import", pk))
    frame(request, scope, _("Map the columns: %(sheet)s") % {"sheet": sheet.name}, crumbs=_crumbs(scope, found))
    return render(request, "activities/imports/map.html", _context(scope, draft, sample, asked, said))


def _save(request: HttpRequest, scope: Scope, found: Import, draft: forms.Draft, sheet: str) -> None:
    """Remembers the layout, and reads the file again by it."""
    chosen = request.POST.get("office", "")
    office = draft.setting.offices.get(int(chosen)) if chosen.isdecimal() else None
    if chosen and office is None:
        raise ValidationError(_("Choose for whom the layout is remembered."), code="office")
    kept = mappings.save_mapping(
        understanding=draft.understanding, name=request.POST.get("name", "")[:200], cluster=scope.cluster,
        period=scope.period, office=office, by=scope.user,
    )  # fmt: skip
    options = dict(found.options)
    options["mapped"] = {**options.get("mapped", {}), sheet: draft.understanding.data()}
    workbooks.read_again(import_id=found.pk, by=scope.user, options=options)
    messages.success(request, _("The layout is remembered as “%(name)s”.") % {"name": kept.name})


def _context(
    scope: Scope, draft: forms.Draft, sample: dict[str, Any], asked: Any, said: list[str]
) -> dict[str, Any]:  # fmt: skip
    understanding = draft.understanding
    is_side = understanding.sideways
    names = dict(draft.sheet.texts(draft.place.row))
    lines = [
        {
            "name": f"c{number}", "place": forms.place_name(draft, number), "heading": heading,
            "examples": _examples(draft, number), "chosen": understanding.columns.get(key, ""),
            "is_new": key in draft.new,
        }
        for number, key in keyed(draft.headings).items()
        for heading in [draft.headings[number]]
    ]  # fmt: skip
    known = columns_of(draft.layout)
    given = [
        {
            "name": f"g-{name}", "label": known[name].heading, "choices": choices,
            "chosen": understanding.given.get(name, ""),
        }
        for name, choices in forms.given_choices(draft)
    ]  # fmt: skip
    unknown = [
        {
            "label": column.heading, "choices": forms.word_choices(column, draft.setting),
            "words": [
                {
                    "word": word, "name": forms.word_field(column.field, word),
                    "chosen": understanding.words.get(column.field, {}).get(plain(word), "")
                    or forms.guessed_word(column, word),
                }
                for word in words
            ],
        }
        for column, words in forms.unknown_words(draft, sample["words"])
    ]  # fmt: skip
    layouts = [(layout.slug, layout.title) for layout in draft.setting.figures_and_lists if not layout.states_figures]
    form = next(layout.slug for layout in draft.setting.figures_and_lists if layout.states_figures)
    offices = [
        (str(key), office.short_name)
        for key, office in draft.setting.offices.items()
        if draft.setting.may_enter(key, scope.period.ends_on)
    ]
    return {
        "sample": sample, "lines": [line for line in lines if not draft.new or line["is_new"]],
        "known_lines": [line for line in lines if draft.new and not line["is_new"]], "is_side": is_side,
        "given": given, "unknown": unknown, "problems": said, "field_choices": forms.field_choices(draft),
        "layouts": [
            *layouts, (form, _("figures, one office a row")), (f"{form}:side", _("figures, one indicator a row"))
        ],
        "layout": f"{draft.layout.slug}:side" if is_side else draft.layout.slug, "row": draft.place.row + 1,
        "tiers": understanding.tiers, "column": draft.place.column + 1,
        "columns": [(number + 1, letter(number)) for number in range(12)],
        "takes": [
            {"key": key, "label": text, "letter": letter(column), "is_taken": key in understanding.takes}
            for column, text in sorted(names.items())
            for key in [heading_key(text)]
            if column > draft.place.column
        ],
        "offices": offices, "for_all": scope.is_secretariat, "office": asked.get("office", ""),
        "name": asked.get("name", "") or sample["as"] or sample["name"],
    }  # fmt: skip


def _examples(draft: forms.Draft, number: int) -> list[str]:
    if draft.understanding.sideways:
        taken = [
            column
            for column, text in draft.sheet.texts(draft.place.row)
            if heading_key(text) in draft.understanding.takes
        ]
        cells = [draft.sheet.rows[number][column] for column in taken if column in draft.sheet.rows[number]]
    else:
        cells = guessing.column_cells(draft.sheet, draft.first, number, forms.EXAMPLES)
    return [cell.text[:60] for cell in cells[: forms.EXAMPLES]]


# Remembered layouts --------------------------------------------------------------------------------------------------
def _remembered(request: HttpRequest, cluster: str, period: str) -> Scope:
    scope = scope_of(request, cluster, period)
    if not can_import(scope.user, scope.cluster, scope.year):
        raise PermissionDenied
    return scope


@require_GET
def remembered(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope = _remembered(request, cluster, period)
    frame(request, scope, _("Remembered layouts"), crumbs=_crumbs(scope), every_period="mappings")
    mine = set(Mapping.objects.changeable_by(scope.user, scope.cluster, scope.year).values_list("pk", flat=True))
    titles = dict(forms.titles())
    rows = Mapping.objects.readable_by(scope.user, scope.cluster, scope.year).select_related("office", "updated_by")
    lines = [
        {
            "mapping": row, "title": titles.get(row.layout, row.layout), "is_mine": row.pk in mine,
            "used": sum(bool(use) for use in row.columns.values()), "all": len(row.columns),
            "rename_url": address(scope, "rename_mapping", row.pk),
            "delete_url": address(scope, "delete_mapping", row.pk),
        }
        for row in rows
    ]  # fmt: skip
    return render(request, "activities/imports/mappings.html", {"lines": lines, "list_url": address(scope, "imports")})


def _changeable(scope: Scope, pk: int) -> Mapping:
    seen = get_object_or_404(Mapping.objects.readable_by(scope.user, scope.cluster, scope.year), pk=pk)
    if not Mapping.objects.changeable_by(scope.user, scope.cluster, scope.year).filter(pk=pk).exists():
        raise PermissionDenied
    return seen


@require_POST
def rename(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope = _remembered(request, cluster, period)
    found = _changeable(scope, pk)
    name = request.POST.get("name", "")
    try:
        mappings.rename_mapping(mapping_id=found.pk, name=name, cluster=scope.cluster, year=scope.year, by=scope.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(address(scope, "mappings"))


@require_POST
def delete(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope = _remembered(request, cluster, period)
    found = _changeable(scope, pk)
    mappings.forget_mapping(mapping_id=found.pk, cluster=scope.cluster, year=scope.year, by=scope.user)
    messages.info(request, _("Forgotten: the next file of that layout is asked about again."))
    return redirect(address(scope, "mappings"))
