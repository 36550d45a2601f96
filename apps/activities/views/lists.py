"""The lists: one page, a tab for each kind, and the same rows as a workbook."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Case, Count, IntegerField, Sum, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.activities import columns
from apps.activities.columns import Column
from apps.activities.defined.offered import Offered, offered
from apps.activities.definitions import definitions
from apps.activities.enums import Kind
from apps.activities.forms.filters import COMMON, FilterForm
from apps.activities.models import Record
from apps.activities.models.records import RecordQuerySet
from apps.activities.views.frame import address, frame
from apps.campaigns.scope import Scope, scope_of
from apps.core import words
from apps.core.page import Tab
from apps.core.workbook import Sheet, workbook

PER_PAGE = 50


@dataclass(frozen=True)
class Cell:
    text: str
    numeric: bool = False


@dataclass(frozen=True)
class Line:
    """One record as the list shows it."""

    record: Record
    url: str
    day: str
    owner: str
    is_own_line: bool
    elsewhere: bool  # it happened on another day than the one on which it counts
    title: str
    evidence: int
    cells: list[Cell] = field(default_factory=list)


def owner_names(scope: Scope, *, short: bool) -> dict[int | None, str]:
    """By office id; the cluster's own line under None."""
    attribute = "short_name_then" if short else "name_then"
    return {None: str(columns.OWN_LINE_NAME), **{office.pk: getattr(office, attribute) for office in scope.members}}


def _kinds(request: HttpRequest, scope: Scope) -> tuple[list[Offered], Offered]:
    """All kinds of the cluster in the year, and the one that is asked for; the first where there is none of the name.

    A kind that was in use in another year only is read there.
    """
    kinds = offered(scope.cluster, scope.year)
    code = request.GET.get("list", "")
    return kinds, next((each for each in kinds if each.code == code), kinds[0])


def sorted_rows(rows: RecordQuerySet, kind: Offered, scope: Scope, sort: str) -> RecordQuerySet:
    """By a column's name, "-" before it for descending; the office stands at its place in the cluster. Newest first
    where nothing, or something unknown, is asked for."""
    name, descending = sort.removeprefix("-"), sort.startswith("-")
    if name == "owner":
        places = [When(office=office.pk, then=Value(place)) for place, office in enumerate(scope.members)]
        place = Case(*places, default=Value(len(places)), output_field=IntegerField())
        return rows.order_by(place.desc() if descending else place.asc(), "starts_on", "pk")
    column = next((each for each in kind.listed if each.name == name), None)
    if column is None:
        return rows.order_by("-starts_on", "-pk")
    return rows.order_by(column.order(descending), "starts_on", "pk")


def _lines(rows: list[Record], scope: Scope, shown: list[Column]) -> list[Line]:
    names = owner_names(scope, short=True)
    return [
        Line(
            record=record,
            url=address(scope, "record", record.pk),
            day=words.day(record.starts_on),
            owner=names.get(record.office_id) or str(record.office),
            is_own_line=record.office_id is None,
            elsewhere=record.counted_on != record.starts_on,
            title=columns.title_of(record),
            evidence=getattr(record, "evidence_count", 0),
            cells=[Cell(column.text(record), column.numeric) for column in shown],
        )
        for record in rows
    ]


def _filled(shown: list[Column], rows: list[Record]) -> list[Column]:
    """Columns that nobody on this page has filled in would only push the others together."""
    return [column for column in shown if not rows or any(column.text(row) for row in rows)]


def _counted(form: FilterForm, kinds: list[Offered]) -> tuple[dict[str, int], dict[str, Any]]:
    """In one query: how many of each kind the common filters leave; and of this kind, all filters applied, how many
    rows there are and what their numbers add up to."""
    # An alias must not be the name of a kind: paths of other columns begin with it.
    sums = {f"sum_{column.name}": Sum(column.expression, filter=form.only) for column in form.kind.summed}
    rows = form.common.order_by().values("kind", "defined__defined_kind")
    counts: dict[str, Any] = {"all": Count("pk"), "rows": Count("pk", filter=form.only), **sums}
    found: list[dict[str, Any]] = [dict(row) for row in rows.annotate(**counts)]
    all_of = {kind.code: sum(row["all"] for row in found if kind.owns(row)) for kind in kinds}
    return all_of, next((row for row in found if form.kind.owns(row)), {"rows": 0})


def _tabs(scope: Scope, form: FilterForm, kinds: list[Offered], counted: dict[str, int]) -> list[Tab]:
    kept = form.query(*COMMON)
    return [
        Tab(
            label=kind.label,
            url=address(scope, "records", query=urlencode({"list": kind.code, **kept})),
            count=words.number(counted[kind.code]),
            current=kind == form.kind,
        )
        for kind in kinds
    ]


@require_safe
def records(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    return _list(request, scope_of(request, cluster, period))


def _list(request: HttpRequest, scope: Scope) -> HttpResponse:
    kinds, kind = _kinds(request, scope)
    form = FilterForm(request.GET, scope=scope, kind=kind)
    frame(request, scope, _("Activities"), every_period="records", query=urlencode({"list": kind.code}))
    counted, totals = _counted(form, kinds)
    rows = sorted_rows(form.narrowed, kind, scope, request.GET.get("sort", "")).for_list(kind.kind).counting_evidence()
    paginator = Paginator(rows, PER_PAGE)
    paginator.count = totals["rows"]
    page = paginator.get_page(request.GET.get("page"))
    shown = _filled([column for column in kind.listed if column.name != "day"], list(page))
    export = {"list": kind.code, **form.query(*form.fields), "sort": request.GET.get("sort", "")}
    return render(request, "activities/list.html", {
        "scope": scope,
        "kind": kind.code,
        "kind_label": kind.label,
        "form": form,
        "tabs": _tabs(scope, form, kinds, counted),
        "columns": shown,
        "owner_label": columns.SOCIAL_OWNER_LABEL if kind.kind == Kind.SOCIAL_WORK else columns.OWNER_LABEL,
        "lines": _lines(list(page), scope, shown),
        "list_page": page,
        "totals": [_total(column, totals) for column in shown] if totals["rows"] and kind.summed else [],
        "count": totals["rows"],
        "definitions": definitions(scope, kind.slug),
        "new_url": address(scope, "new", kind.code) if scope.enters_for else "",
        "stated_url": address(scope, "stated") if scope.enters_for else "",
        "list_path": address(scope, "records"),
        "import_url": address(scope, "imports") if scope.enters_for else "",
        "workbook_url": address(scope, "workbook") if scope.enters_for else "",
        "list_url": address(scope, "records", query=urlencode({"list": kind.code})),
        "export_url": address(scope, "export", query=urlencode({k: v for k, v in export.items() if v})),
    })  # fmt: skip


def _total(column: Column, totals: dict[str, Any]) -> Cell:
    found = totals.get(f"sum_{column.name}") if column.numeric else None
    return Cell("" if found is None else words.number(found), column.numeric)


@require_safe
def export(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    """What the list shows, all pages of it, with every column."""
    scope = scope_of(request, cluster, period)
    _all, kind = _kinds(request, scope)
    form = FilterForm(request.GET, scope=scope, kind=kind)
    rows = sorted_rows(form.narrowed, kind, scope, request.GET.get("sort", "")).for_list(kind.kind)
    names = owner_names(scope, short=False)
    owner = columns.SOCIAL_OWNER_LABEL if kind.kind == Kind.SOCIAL_WORK else columns.OWNER_LABEL
    sheet = Sheet(
        name=kind.label,
        title=kind.label,
        note=f"{scope.cluster.short_name} · {scope.period}",
        headings=[_("No."), str(owner), *(str(column.label) for column in kind.columns)],
        rows=(
            [number, names.get(row.office_id) or str(row.office), *(column.value(row) for column in kind.columns)]
            for number, row in enumerate(rows.iterator(chunk_size=2000), start=1)
        ),
    )
    name = f"{kind.code.replace('_', '-')}-{scope.cluster.code}-{scope.period.code}.xlsx"
    return HttpResponse(
        workbook(sheet),
        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )
