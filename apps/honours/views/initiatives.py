"""Initiatives and research topics: the list, one of them with its recognitions, entered and changed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.core.forms import refuse
from apps.core.functions import Folded
from apps.core.page import Crumb
from apps.core.text import fold
from apps.core.workbook import Sheet
from apps.honours import actions
from apps.honours.forms.initiatives import InitiativeFilter, InitiativeForm, RecognitionForm
from apps.honours.models import Authorship, Initiative, InitiativeUse, Recognition
from apps.honours.models.initiatives import InitiativeQuerySet
from apps.honours.people import Known
from apps.honours.stories import story_of_initiative
from apps.honours.views.place import PER_PAGE, Place, excel, frame, front, place_of


def _crumb(place: Place) -> Crumb:
    return Crumb(label=_("Initiatives"), url=place.url("initiatives"))


def _rows(place: Place, form: InitiativeFilter) -> InitiativeQuerySet:
    rows = Initiative.objects.visible_to(place.user)
    if wanted := form.value("q"):
        text = fold(wanted)
        written = Authorship.objects.alias(folded=Folded("person__full_name")).filter(folded__contains=text)
        rows = rows.alias(folded=Folded("title")).filter(
            Q(folded__contains=text) | Q(pk__in=written.values("initiative"))
        )
    if office := form.value("office"):
        rows = rows.filter(office=office)
    if year := form.value("year"):
        rows = rows.filter(year=year)
    return rows.select_related("office").prefetch_related(
        Prefetch("authorships", Authorship.objects.select_related("person").order_by("person__sort_key")),
        Prefetch("recognitions", Recognition.objects.order_by("signed_on", "pk")),
        Prefetch("uses", InitiativeUse.objects.with_names().select_related("person")),
    )  # fmt: skip


def _form(request: HttpRequest, place: Place) -> InitiativeFilter:
    return InitiativeFilter(request.GET or None, offices=place.members)


@require_safe
def initiatives(request: HttpRequest, cluster: str) -> HttpResponse:
    place = place_of(request, cluster)
    form = _form(request, place)
    page = Paginator(_rows(place, form), PER_PAGE).get_page(request.GET.get("page"))
    front(request, _("Register of commendations"))
    return render(request, "honours/initiatives.html", {
        "place": place, "tabs": place.tabs("initiatives"), "form": form, "list_page": page, "rows": list(page),
        "here": place.url("initiatives"), "excel_url": f"{place.url('initiatives_excel')}?{request.GET.urlencode()}",
        "new_url": place.url("new_initiative") if place.may_record else "",
    })  # fmt: skip


def _cells(number: int, row: Initiative) -> list[Any]:
    authors = [f"{each.person}{f' ({each.share}%)' if each.share else ''}" for each in row.authorships.all()]
    scopes = [f"{each.get_scope_display()}: {each.body}, {each.number}" for each in row.recognitions.all()]
    return [number, row.title, row.get_kind_display(), "; ".join(authors), row.office.short_name, row.year,
            "; ".join(scopes)]  # fmt: skip


@require_safe
def initiatives_excel(request: HttpRequest, cluster: str) -> HttpResponse:
    place = place_of(request, cluster)
    rows = _rows(place, _form(request, place))
    headings = [_("No."), _("Title"), _("Kind"), _("Authors"), _("Office"), _("Year applied"), _("Recognised")]
    title = _("Initiatives and topics")
    sheet = Sheet(name=title, title=title, headings=headings, note=place.cluster.short_name,
                  rows=(_cells(number, row) for number, row in enumerate(rows, start=1)))  # fmt: skip
    return excel(f"sang-kien-{place.cluster.code}", sheet)


def _initiative(place: Place, pk: int) -> Initiative:
    found = Initiative.objects.visible_to(place.user).filter(pk=pk).select_related("office").first()
    if found is None:
        raise Http404
    return found


def _may(place: Place, row: Initiative) -> bool:
    return place.may_record and any(office.pk == row.office_id for office in place.enters_for)


def _one(request: HttpRequest, place: Place, row: Initiative, form: RecognitionForm | None = None) -> HttpResponse:
    may = _may(place, row)
    frame(request, place, capfirst(row.get_kind_display()), _crumb(place))
    return render(request, "honours/initiative.html", {
        "place": place, "initiative": row,
        "authors": list(row.authorships.select_related("person").order_by("person__sort_key")),
        "recognitions": list(row.recognitions.order_by("signed_on", "pk")),
        "uses": list(InitiativeUse.objects.with_names().filter(initiative=row).select_related("person")),
        "form": (form or RecognitionForm()) if may else None,
        "edit_url": place.url("change_initiative", row.pk) if may else "",
        "story": story_of_initiative(row),
    }, status=422 if form else 200)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def initiative(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    """With its recognitions; a further one is entered here."""
    place = place_of(request, cluster)
    row = _initiative(place, pk)
    if request.method != "POST":
        return _one(request, place, row)
    if not _may(place, row):
        raise PermissionDenied
    form = RecognitionForm(request.POST)
    if form.is_valid():
        try:
            actions.recognise(initiative=row, cluster=place.cluster, **form.cleaned_data, by=place.user)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The recognition has been entered."))
            return redirect("honours:initiative", place.cluster.code, pk)
    return _one(request, place, row, form)


@require_POST
def withdraw(request: HttpRequest, cluster: str, pk: int, recognition: int) -> HttpResponse:
    place = place_of(request, cluster)
    row = _initiative(place, pk)
    if not _may(place, row):
        raise PermissionDenied
    found = get_object_or_404(Recognition.objects.select_related("initiative__office"), initiative=row, pk=recognition)
    actions.withdraw_recognition(recognition=found, cluster=place.cluster, by=place.user)
    messages.success(request, _("The recognition has been taken back."))
    return redirect("honours:initiative", place.cluster.code, pk)


def _edit(request: HttpRequest, place: Place, row: Initiative | None) -> HttpResponse:
    form = InitiativeForm(
        request.POST or None, offices=place.enters_for, known=Known.of(place.user, place.cluster), row=row
    )
    back = place.url("initiative", row.pk) if row else place.url("initiatives")
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("kind", "title", "office", "year")}
        try:
            saved = actions.record_initiative(
                initiative=row, cluster=place.cluster, authors=form.authors, **values, by=place.user
            )
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The initiative has been saved."))
            return redirect("honours:initiative", place.cluster.code, saved.pk)
    frame(request, place, _("Initiative") if row else _("New initiative"), _crumb(place))
    return render(request, "honours/initiative_form.html", {"form": form, "back": back, "known": form.known})


@require_http_methods(["GET", "HEAD", "POST"])
def new_initiative(request: HttpRequest, cluster: str) -> HttpResponse:
    return _edit(request, place_of(request, cluster, recording=True), None)


@require_http_methods(["GET", "HEAD", "POST"])
def change_initiative(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    place = place_of(request, cluster)
    row = _initiative(place, pk)
    if not _may(place, row):
        raise PermissionDenied
    return _edit(request, place, row)
