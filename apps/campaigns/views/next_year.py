"""Next year from last year: each line with its difference, written where it is ticked."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from apps.campaigns import actions
from apps.campaigns.next_year import Line, Part, State, lines
from apps.campaigns.views.calendar import year_of
from apps.campaigns.views.movements import list_crumb, list_url
from apps.core.page import show
from apps.core.words import number

TITLES = {
    Part.PERIODS: gettext_lazy("Reporting periods"),
    Part.CONFERENCES: gettext_lazy("Conferences"),
    Part.PLEDGES: gettext_lazy("Pledges"),
}
WAYS = {State.NEW: "new", State.DIFFERS: "differs", State.SAME: "same"}


def _groups(found: list[Line], ticked: frozenset[str] | None) -> list[dict[str, Any]]:
    """One sheet for each part, and one for each movement; `ticked`: what the reader had ticked, None at first."""
    groups: list[dict[str, Any]] = []
    for (part, name), rows in groupby(found, key=lambda each: (each.part, each.group)):
        held = [(row, row.wanted if ticked is None else row.token in ticked) for row in rows]
        groups.append({"title": name or str(TITLES[part]), "id": f"part-{len(groups)}", "rows": held})
    return groups


def _said(written: int) -> str:
    if not written:
        return _("Nothing was new: what you ticked stands there already.")
    said = ngettext("%(number)s line has been taken over.", "%(number)s lines have been taken over.", written)
    return said % {"number": number(written)}


@require_http_methods(["GET", "HEAD", "POST"])
def next_year(request: HttpRequest, cluster: str, year: int) -> HttpResponse:
    """`year` is the new one; it is taken from the year before."""
    at = year_of(request, cluster, year, planning=True)
    here, refusal, ticked = request.path, "", None
    if request.method == "POST":
        ticked = frozenset(request.POST.getlist("accept"))
        try:
            made = actions.take_over_year(cluster=at.cluster, year=year, accepted=ticked, by=at.user)
        except ValidationError as error:
            refusal = " ".join(error.messages)
        else:
            messages.success(request, _said(made.written))
            if made.stale:
                said = _("Changed meanwhile, and therefore left alone: %(what)s. Look at them again.")
                messages.warning(request, said % {"what": ", ".join(made.stale)})
            return redirect(here)
    found = lines(at.cluster, year, at.user)
    show(request, title=_("%(year)s from last year") % {"year": year}, crumbs=[list_crumb(at)])
    context = {
        "at": at,
        "last": year - 1,
        "groups": _groups(found, ticked),
        "counts": {way: sum(line.state == state for line in found) for state, way in WAYS.items()},
        "is_open": any(line.is_open for line in found),
        "refusal": refusal,
        "back": list_url(at),
    }
    return render(request, "campaigns/next_year.html", context, status=422 if refusal else 200)
