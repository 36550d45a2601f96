"""The programme of a conference: one form for all of its points."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import BaseFormSet, formset_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from apps.campaigns import actions
from apps.campaigns.forms import PointForm
from apps.campaigns.views.meeting import place_of
from apps.core.page import show

PREFIX = "points"
FIELDS = ("starts_at", "title", "presenter")
MOST = 60
EMPTY_ROWS = 3


def _rows(request: HttpRequest) -> list[dict[str, str]]:
    """What was typed, row by row, as it was typed."""
    total = request.POST.get(f"{PREFIX}-TOTAL_FORMS", "")
    count = min(int(total), MOST) if total.isdecimal() else 0
    return [{name: request.POST.get(f"{PREFIX}-{row}-{name}", "") for name in FIELDS} for row in range(count)]


def _rearranged(rows: list[dict[str, str]], wish: str) -> list[dict[str, str]]:
    """“add”, “up-2”, “down-0”, “remove-1”: the same rows in another order; a wish that makes no sense changes none."""
    verb, _dash, number = wish.partition("-")
    here = int(number) if number.isdecimal() else -1
    if verb == "add" and len(rows) < MOST:
        return [*rows, dict.fromkeys(FIELDS, "")]
    if not 0 <= here < len(rows):
        return rows
    if verb == "remove":
        return rows[:here] + rows[here + 1 :]
    there = here + {"up": -1, "down": 1}.get(verb, 0)
    if 0 <= there < len(rows):
        rows[here], rows[there] = rows[there], rows[here]
    return rows


def _form(initial: list[Any], data: Any = None) -> BaseFormSet[PointForm]:
    made = formset_factory(PointForm, extra=0, max_num=MOST, absolute_max=MOST)
    return made(data, initial=initial, prefix=PREFIX)


@require_http_methods(["GET", "HEAD", "POST"])
def programme(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    """Buttons beside a row rearrange what is typed and save nothing; only “save” writes."""
    place = place_of(request, cluster, year, pk)
    place.refuse_unless_planning()
    points = actions.points_of(place.conference)
    read = actions.seen(points)
    refusal = ""
    if request.method == "POST":
        read = request.POST.get("read", "")
        wish = request.POST.get("do", "save")
        if wish != "save":
            form = _form(_rearranged(_rows(request), wish))
        else:
            form = _form([], request.POST)
            if form.is_valid():
                wanted = [actions.Point(**values) for values in form.cleaned_data if values.get("title")]
                try:
                    actions.save_programme(conference=place.conference, points=wanted, read=read, by=place.user)
                except ValidationError as error:
                    refusal, read = " ".join(error.messages), actions.seen(points)
                else:
                    messages.success(request, _("The programme has been saved."))
                    return redirect(f"{place.url}#programme")
    else:
        typed = [{"starts_at": each.starts_at, "title": each.title, "presenter": each.presenter} for each in points]
        form = _form([*typed, *({} for _row in range(EMPTY_ROWS))])
    show(request, title=_("Programme"), crumbs=place.crumbs)
    context = {"place": place, "form": form, "read": read, "refusal": refusal, "back": place.url}
    return render(request, "campaigns/programme.html", context)
