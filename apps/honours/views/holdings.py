"""What people and offices hold on a day: two lists, and the same rows as workbooks."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.core import words
from apps.core.functions import Folded
from apps.core.text import fold
from apps.core.workbook import Sheet
from apps.honours.enums import Subject
from apps.honours.forms.filters import HoldingsFilter
from apps.honours.lineage import families
from apps.honours.models import Award, AwardQuerySet
from apps.honours.naming import Names
from apps.honours.sheets.columns import HEADINGS, row_of
from apps.honours.views.place import PER_PAGE, Place, excel, front, place_of


def _form(request: HttpRequest, place: Place, subject: str) -> HoldingsFilter:
    return HoldingsFilter(request.GET or None, offices=place.members, subject=subject)


def _narrowed(rows: AwardQuerySet, form: HoldingsFilter, *, name: str) -> AwardQuerySet:
    """`name`: the column that the words are looked for in. An office stands for what went into it as well."""
    rows = rows.held_on(form.day)
    if words_given := form.value("q"):
        rows = rows.alias(folded=Folded(name)).filter(folded__contains=fold(words_given))
    if office := form.value("office"):
        rows = rows.filter(office__in=families([int(office)])[int(office)])
    if honour := form.value("honour"):
        rows = rows.filter(honour=honour)
    if year := form.value("year"):
        rows = rows.filter(year=year)
    return rows.for_list()


def _of_people(place: Place, form: HoldingsFilter) -> AwardQuerySet:
    rows = Award.objects.visible_to(place.user).of_people()
    return _narrowed(rows, form, name="person__full_name").by_name()


def _of_offices(place: Place, form: HoldingsFilter) -> AwardQuerySet:
    """In the cluster's own order, the newest first within an office."""
    rows = _narrowed(Award.objects.visible_to(place.user).of_collectives(), form, name="unit_name")
    rows = rows.filter(office__in=[office.pk for office in place.members])
    places = [When(office=office.pk, then=Value(index)) for index, office in enumerate(place.members)]
    order: Any = Case(*places, default=Value(len(places)), output_field=IntegerField()) if places else Value(0)
    return rows.order_by(order, "-year", "honour__rank", "pk")


def _page(request: HttpRequest, place: Place, form: HoldingsFilter, rows: AwardQuerySet, name: str) -> HttpResponse:
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "honours/holdings.html", {
        "place": place, "tabs": place.tabs(name), "form": form, "list_page": page, "rows": list(page),
        "of_people": name == "register", "day": words.day(form.day), "here": place.url(name),
        "excel_url": f"{place.url(f'{name}_excel')}?{request.GET.urlencode()}",
        "new_url": place.url("new_decision") if place.may_record else "",
        "import_url": place.url("imports") if place.may_record else "",
    })  # fmt: skip


@require_safe
def register(request: HttpRequest, cluster: str) -> HttpResponse:
    place = place_of(request, cluster)
    form = _form(request, place, Subject.PERSON)
    front(request, _("Register of commendations"))
    return _page(request, place, form, _of_people(place, form), "register")


@require_safe
def by_office(request: HttpRequest, cluster: str) -> HttpResponse:
    place = place_of(request, cluster)
    form = _form(request, place, Subject.COLLECTIVE)
    front(request, _("Register of commendations"))
    return _page(request, place, form, _of_offices(place, form), "by_office")


def _excel(name: str, place: Place, form: HoldingsFilter, rows: AwardQuerySet, title: str) -> HttpResponse:
    """Dated by the newest of its rows: the same rows give the same file, byte for byte."""
    awards = list(rows)
    names = Names.of([award.honour for award in awards], [])
    note = _("%(cluster)s · held on %(day)s") % {"cluster": place.cluster.short_name, "day": words.day(form.day)}
    sheet = Sheet(
        name=title, title=title, note=note, headings=[_("No."), *(capfirst(str(each)) for each in HEADINGS.values())],
        rows=([number, *row_of(award, names)] for number, award in enumerate(awards, start=1)),
    )  # fmt: skip
    newest = max((award.entered_at for award in awards), default=None)
    return excel(f"{name}-{place.cluster.code}", sheet, made_at=newest)


@require_safe
def register_excel(request: HttpRequest, cluster: str) -> HttpResponse:
    place = place_of(request, cluster)
    form = _form(request, place, Subject.PERSON)
    return _excel("so-khen-thuong-ca-nhan", place, form, _of_people(place, form), _("Commendations of individuals"))


@require_safe
def by_office_excel(request: HttpRequest, cluster: str) -> HttpResponse:
    place = place_of(request, cluster)
    form = _form(request, place, Subject.COLLECTIVE)
    return _excel("so-khen-thuong-tap-the", place, form, _of_offices(place, form), _("Commendations of collectives"))
