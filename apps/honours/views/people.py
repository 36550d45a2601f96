"""All that the register has of one person."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from apps.core import words
from apps.honours import actions
from apps.honours.facts import known_since
from apps.honours.forms.ratings import KnownForm
from apps.honours.models import Authorship, Award, Discipline, Initiative, KnownSince, Rating, Recognition
from apps.honours.views.place import Place, frame, place_of
from apps.offices.models import Employment, Person


def _person(place: Place, pk: int) -> tuple[Person, list[Employment]]:
    """Somebody who belongs or belonged to where the reader sees the people; 404 otherwise."""
    rows = list(
        Employment.objects.visible_to(place.user).filter(person=pk).select_related("person", "office")
        .order_by("-valid_from")
    )  # fmt: skip
    if not rows:
        raise Http404
    return rows[0].person, rows


def _facts(rows: list[Employment]) -> list[tuple[str, object]]:
    today = timezone.localdate()
    now = next(
        (row for row in rows if row.valid_from <= today and (row.valid_to is None or row.valid_to >= today)), None
    )
    return [
        (_("Office"), now.office.name if now else ""),
        (_("Position"), now.position if now else ""),
        (_("Belongs to it since"), words.day(now.valid_from) if now else ""),
    ]


@require_safe
def person(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    return _page(request, place_of(request, cluster), pk)


def _page(request: HttpRequest, place: Place, pk: int, form: KnownForm | None = None) -> HttpResponse:
    someone, employments = _person(place, pk)
    own = Award.objects.visible_to(place.user).filter(person=someone).for_list().order_by("-year", "-pk")
    written = Initiative.objects.visible_to(place.user).filter(
        pk__in=Authorship.objects.filter(person=someone).values("initiative")
    )
    stated = KnownSince.objects.filter(person=someone).first()
    may = place.may_record and any(row.office_id in {office.pk for office in place.enters_for} for row in employments)
    since = known_since([someone.pk]).get(someone.pk)
    frame(request, place, someone.full_name)
    context: dict[str, Any] = {
        "place": place, "person": someone, "facts": _facts(employments),
        "awards": list(own),
        "initiatives": list(written.prefetch_related(
            Prefetch("recognitions", Recognition.objects.order_by("signed_on"))
        )),
        "ratings": list(Rating.objects.visible_to(place.user).filter(person=someone).select_related("office")),
        "disciplines": list(Discipline.objects.visible_to(place.user).filter(person=someone)),
        "known_since": since,
        "known_form": (form or KnownForm(initial={"year": stated.year if stated else None})) if may else None,
        "known_url": place.url("known_person", someone.pk),
        "new_url": place.url("new_decision") if may else "",
    }  # fmt: skip
    return render(request, "honours/person.html", context, status=422 if form else 200)


@require_POST
def known_person(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    place = place_of(request, cluster, recording=True)
    someone, _rows = _person(place, pk)
    form = KnownForm(request.POST)
    if form.is_valid():
        try:
            actions.state_known_since(
                cluster=place.cluster, person=someone, year=form.cleaned_data["year"], by=place.user
            )
        except ValidationError as error:
            form.add_error("year", " ".join(error.messages))
        else:
            messages.success(request, _("Saved."))
            return redirect("honours:person", place.cluster.code, pk)
    return _page(request, place, pk, form)
