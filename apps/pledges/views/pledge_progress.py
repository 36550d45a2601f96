"""How far an office is with what it pledged: today, or as it stood at a period's end."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.core import words
from apps.core.page import Crumb, show
from apps.pledges.moments import Moment
from apps.pledges.promised import level_words
from apps.pledges.proposals import figure_words
from apps.pledges.results import Result, results_of
from apps.pledges.standings import STANDINGS, counted_words, standing_words
from apps.pledges.views.pledges import Place, office_name, place_of, pledge_of, tabs_of


def _figure_url(place: Place, moment: Moment, office: str, code: str) -> str:
    """The page of the figure with the records behind it; it stands on an upper floor."""
    if moment.period is None:
        return ""
    address = reverse("indicators:figure", args=[place.at.cluster.code, moment.period.code, code])
    return f"{address}?office={office}"


def _row(place: Place, moment: Moment, office: str, each: Result) -> dict[str, Any]:
    indicator = each.promise.indicator
    unit = indicator.unit if indicator else ""
    by_now = None if each.by_now is None else words.number(round(float(each.by_now), 1))
    return {
        "text": each.promise.text, "level": level_words(each.promise),
        "figure": figure_words(each.figure, unit), "by_now": (by_now or "").removesuffix(",0").removesuffix(".0"),
        "url": _figure_url(place, moment, office, indicator.code) if indicator else "",
        "standing": standing_words(each.standing, over=moment.is_over) if each.standing else "",
        "colour": STANDINGS[each.standing] if each.standing else "",
        "lacks": [
            _("not reported: %(from)s – %(to)s") % {"from": words.day(part.starts_on), "to": words.day(part.ends_on)}
            for part in each.lacks
        ],
    }  # fmt: skip


@require_safe
def progress(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    place = place_of(request, cluster, year)
    pledge = pledge_of(place, office)
    moment = place.moment(request.GET.get("at", ""))
    (found,) = results_of([pledge], place.at.cluster, place.window, moment.halves, moment.on, place.readable(moment))
    address = place.url("pledge_progress", office)
    name = office_name(pledge)
    crumbs = [place.crumb, Crumb(label=name, url=place.url("pledge", office))]
    show(request, title=_("Progress of the pledge: %(office)s") % {"office": name}, crumbs=crumbs)
    context = {
        "place": place, "found": found, "moment": moment, "tabs": tabs_of(place, moment, address),
        "rows": [_row(place, moment, office, each) for each in found.results or ()], "hidden": found.results is None,
        "summary": counted_words(found.counts, over=moment.is_over), "pledge_url": place.url("pledge", office),
    }  # fmt: skip
    return render(request, "pledges/pledge_progress.html", context)
