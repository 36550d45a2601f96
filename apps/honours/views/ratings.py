"""Ratings: how far each office's year is rated, and an office's year as a grid, saved at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from apps.core import words
from apps.core.workbook import Sheet
from apps.honours import actions
from apps.honours.enums import RatingLevel
from apps.honours.forms.filters import FilterForm
from apps.honours.forms.years import YearField
from apps.honours.models import Rating
from apps.honours.stories import story_of_ratings
from apps.honours.views.place import Place, excel, frame, front, place_of, today
from apps.offices.models import Employment, Membership, Office, Person

OWN = "office"


class YearForm(FilterForm):
    year = YearField(label=_("Year"), required=False)


@dataclass(frozen=True)
class Line:
    """An office's year: its own rating, and how its people were rated; None where the reader does not see them."""

    office: Office
    own: str
    counts: list[int] | None
    rated: int
    people: int
    url: str


def _offices(place: Place, year: int) -> list[Office]:
    """Members in that year, in the cluster's order."""
    during = Membership.objects.filter(cluster=place.cluster).during(date(year, 1, 1), date(year, 12, 31))
    there = set(during.values_list("office_id", flat=True))
    return [office for office in place.members if office.pk in there]


@require_safe
def ratings_excel(request: HttpRequest, cluster: str) -> HttpResponse:
    """A year's ratings that the reader sees, office by office: the collective first, then its people by given name."""
    place = place_of(request, cluster)
    year = YearForm(request.GET or None).value("year") or today().year - 1
    order = {office.pk: index for index, office in enumerate(_offices(place, year))}
    rows = Rating.objects.visible_to(place.user).filter(year=year, office__in=order).select_related("person", "office")
    found = sorted(rows.by_name(), key=lambda row: (order[row.office_id], row.person_id is not None))
    title = _("Ratings of %(year)s") % {"year": year}
    sheet = Sheet(
        name=title, title=title, note=place.cluster.short_name,
        headings=[_("No."), _("Office"), _("Full name"), _("Year of birth"), _("Rating")],
        rows=(
            [
                number, row.office.short_name, row.person.full_name if row.person else _("The collective"),
                row.person.birth_year if row.person else None, capfirst(row.get_level_display()),
            ]
            for number, row in enumerate(found, start=1)
        ),
        plain=frozenset({3}),
    )  # fmt: skip
    newest = max((row.edited_at for row in found), default=None)
    return excel(f"xep-loai-{year}-{place.cluster.code}", sheet, made_at=newest)


@require_safe
def ratings(request: HttpRequest, cluster: str) -> HttpResponse:
    place = place_of(request, cluster)
    form = YearForm(request.GET or None)
    year = form.value("year") or today().year - 1
    offices = _offices(place, year)
    rows = Rating.objects.visible_to(place.user).filter(year=year, office__in=[each.pk for each in offices])
    own = {row.office_id: row for row in rows if row.person_id is None}
    counts: dict[int, Counter[str]] = {}
    for row in rows:
        if row.person_id is not None:
            counts.setdefault(row.office_id, Counter())[row.level] += 1
    sees = set(Employment.objects.visible_to(place.user).values_list("office_id", flat=True).distinct())
    heads = Employment.objects.headcounts([each.pk for each in offices], _cut_off(year))
    lines = [
        Line(
            office=each,
            own=own[each.pk].get_level_display() if each.pk in own else "",
            counts=[counts.get(each.pk, Counter())[level] for level in RatingLevel.values] if each.pk in sees else None,
            rated=sum(counts.get(each.pk, Counter()).values()),
            people=heads[each.pk].counted if each.pk in heads else 0,
            url=place.url("rating_grid", each.pk, year) if each.pk in sees else "",
        )
        for each in offices
    ]
    front(request, _("Register of commendations"))
    return render(request, "honours/ratings.html", {
        "place": place, "tabs": place.tabs("ratings"), "form": form, "year": year, "lines": lines,
        "levels": RatingLevel.labels, "here": place.url("ratings"),
        "excel_url": f"{place.url('ratings_excel')}?year={year}",
    })  # fmt: skip


def _cut_off(year: int) -> date:
    return min(date(year, 12, 31), today()) if year <= today().year else date(year, 1, 1)


def _people(place: Place, office: Office, year: int) -> list[Employment]:
    """Those who belonged to the office in the year, once each, with what they did last. Whom the reader sees."""
    rows = Employment.objects.visible_to(place.user).filter(office=office, valid_from__lte=date(year, 12, 31))
    rows = rows.exclude(valid_to__lt=date(year, 1, 1)).select_related("person")
    last: dict[int, Employment] = {}
    for row in rows.order_by("person__sort_key", "person_id", "valid_from"):
        last[row.person_id] = row
    return list(last.values())


@require_http_methods(["GET", "HEAD", "POST"])
def rating_grid(request: HttpRequest, cluster: str, pk: int, year: int) -> HttpResponse:
    """An office's year: itself and its people, one choice each."""
    place = place_of(request, cluster)
    office = next((each for each in place.members if each.pk == pk), None)
    if not 1948 <= year <= 2100 or office is None:
        raise Http404
    if not Employment.objects.visible_to(place.user).filter(office=office).exists():
        raise Http404
    may = place.may_record and any(each.pk == pk for each in place.enters_for)
    if request.method == "POST" and not may:
        raise PermissionDenied
    people = _people(place, office, year)
    if request.method == "POST":
        levels: dict[Person | None, str] = {None: request.POST.get(OWN, "")}
        levels |= {row.person: request.POST.get(f"p{row.person_id}", "") for row in people}
        given = {who: level for who, level in levels.items() if (f"p{who.pk}" if who else OWN) in request.POST}
        try:
            changed = actions.rate(cluster=place.cluster, office=office, year=year, levels=given, by=place.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            said = ngettext("%(count)s rating has been saved.", "%(count)s ratings have been saved.", changed)
            messages.success(request, said % {"count": words.number(changed)} if changed else _("Nothing has changed."))
            return redirect("honours:rating_grid", place.cluster.code, pk, year)
    return _grid(request, place, office, year, people, may)


def _grid(
    request: HttpRequest, place: Place, office: Office, year: int, people: list[Employment], may: bool
) -> HttpResponse:
    rows = Rating.objects.visible_to(place.user).filter(year=year)
    rated = {row.person_id: row for row in rows.filter(person__in=[each.person_id for each in people])}
    own = rows.of_collectives().filter(office=office).first()
    frame(request, place, _("Ratings of %(year)s · %(office)s") % {"year": year, "office": office.short_name})
    return render(request, "honours/rating_grid.html", {
        "office": office, "year": year, "may": may, "levels": RatingLevel.choices,
        "own": request.POST.get(OWN, own.level if own else ""), "own_name": own.get_level_display() if own else "",
        "lines": [_line(request, row, rated.get(row.person_id), office) for row in people],
        "back": f"{place.url('ratings')}?year={year}", "story": story_of_ratings(office, year) if may else [],
    }, status=422 if request.method == "POST" else 200)  # fmt: skip


def _line(request: HttpRequest, row: Employment, rating: Rating | None, office: Office) -> dict[str, object]:
    """A person whom another office rated in the year is shown, not asked for."""
    name = f"p{row.person_id}"
    return {
        "row": row, "name": name, "elsewhere": rating is not None and rating.office_id != office.pk,
        "level": request.POST.get(name, rating.level if rating else ""),
        "said": rating.get_level_display() if rating else "",
    }  # fmt: skip
