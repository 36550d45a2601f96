"""The programme of a conference: one form for all of its points."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from apps.campaigns import actions
from apps.campaigns.forms import PointForm
from apps.campaigns.views.meeting import place_of
from apps.campaigns.views.rows import Rows
from apps.core.page import show

ROWS = Rows("points", PointForm, spare=3)


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
            form = ROWS.shown(ROWS.rearranged(ROWS.typed(request.POST), wish))
        else:
            form = ROWS.bound(request.POST)
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
        form = ROWS.with_spare(typed)
    show(request, title=_("Programme"), crumbs=place.crumbs)
    context = {"place": place, "form": form, "read": read, "refusal": refusal, "back": place.url}
    return render(request, "campaigns/programme.html", context)
