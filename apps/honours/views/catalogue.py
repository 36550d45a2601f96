"""The two catalogues on a day: exact names, who decides, by which clause."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.core import words
from apps.honours.enums import HonourKind, Subject, occasions_on
from apps.honours.forms.filters import DayForm
from apps.honours.models import HonourName
from apps.honours.views.place import front, place_of
from apps.offices.models import valid_on


@dataclass(frozen=True)
class Part:
    title: str
    rows: list[HonourName]


@require_safe
def catalogue(request: HttpRequest, cluster: str) -> HttpResponse:
    place = place_of(request, cluster)
    form = DayForm(request.GET or None)
    day = form.day
    names = list(HonourName.objects.filter(valid_on(day)).select_related("honour").order_by("honour__rank"))
    parts = [
        Part(f"{capfirst(kind.label)} · {subject.label}", rows)
        for kind in HonourKind
        for subject in Subject
        if (rows := [each for each in names if (each.honour.kind, each.honour.subject) == (kind, subject)])
    ]
    front(request, _("Register of commendations"))
    return render(request, "honours/catalogue.html", {
        "tabs": place.tabs("catalogue"), "form": form, "day": words.day(day), "parts": parts,
        "occasions": [each.label for each in occasions_on(day)],
    })  # fmt: skip
