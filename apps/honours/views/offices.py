"""All that the register has of one office, and of those that it came of."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from apps.honours import actions
from apps.honours.forms.ratings import KnownForm
from apps.honours.lineage import predecessors
from apps.honours.models import Award, KnownSince, Rating
from apps.honours.views.place import Place, frame, place_of
from apps.offices.models import Office


def _office(place: Place, pk: int) -> Office:
    found = next((office for office in place.members if office.pk == pk), None)
    if found is None:
        raise Http404
    return found


@require_safe
def office(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    place = place_of(request, cluster)
    return _page(request, place, _office(place, pk))


def _of_people(place: Place, family: list[int]) -> list[Any]:
    """How many of its people were awarded what in which year, where the reader sees them."""
    rows = Award.objects.visible_to(place.user).standing().of_people().filter(office__in=family).order_by()
    return list(
        rows.values("year", "honour_name", "honour__rank").annotate(people=Count("person", distinct=True))
        .order_by("-year", "honour__rank", "honour_name")
    )  # fmt: skip


def _page(request: HttpRequest, place: Place, at: Office, form: KnownForm | None = None) -> HttpResponse:
    family = predecessors(at)
    awards = Award.objects.visible_to(place.user).of_collectives().filter(office__in=family).for_list()
    may = any(each.pk == at.pk for each in place.enters_for)
    stated = KnownSince.objects.filter(office=at).first()
    frame(request, place, at.name)
    return render(request, "honours/office.html", {
        "place": place, "office": at,
        "former": list(Office.objects.filter(pk__in=family[1:]).order_by("code")),
        "awards": list(awards.order_by("-year", "honour__rank", "pk")),
        "of_people": _of_people(place, family),
        "ratings": list(
            Rating.objects.visible_to(place.user).of_collectives().filter(office__in=family).select_related("office")
        ),
        "stated": stated,
        "known_form": (form or KnownForm(initial={"year": stated.year if stated else None})) if may else None,
        "known_url": place.url("known_office", at.pk),
    }, status=422 if form else 200)  # fmt: skip


@require_POST
def known_office(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    place = place_of(request, cluster, recording=True)
    at = _office(place, pk)
    if all(each.pk != at.pk for each in place.enters_for):
        raise PermissionDenied
    form = KnownForm(request.POST)
    if form.is_valid():
        try:
            actions.state_known_since(cluster=place.cluster, office=at, year=form.cleaned_data["year"], by=place.user)
        except ValidationError as error:
            form.add_error("year", " ".join(error.messages))
        else:
            messages.success(request, _("Saved."))
            return redirect("honours:office", place.cluster.code, pk)
    return _page(request, place, at, form)
