"""What a conference agreed on becomes tasks of a later period, line by line."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import formset_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from apps.campaigns import actions, rules
from apps.campaigns.forms import TaskLineForm
from apps.campaigns.models import Conference, Period, Task
from apps.campaigns.papers import lines
from apps.campaigns.views.meeting import Place, place_of
from apps.core.page import show
from apps.core.words import number
from apps.offices.models import Office


def later_halves(place: Place) -> list[Period]:
    """Halves after the conference's period whose year the reader sets up; the next one first."""
    after = place.conference.period.starts_on
    rows = Period.objects.halves().filter(cluster=place.at.cluster, starts_on__gt=after).order_by("starts_on")
    return [each for each in rows if rules.can_plan(place.user, place.at.cluster, each.year)]


def _open_lines(conference: Conference) -> list[str]:
    """Resolutions that are no task yet."""
    known = set(Task.objects.filter(conference=conference).values_list("text", flat=True))
    found = [line.strip(" -–•") for line in lines(conference.resolutions)]
    return [line for line in found if line and line not in known]


@require_http_methods(["GET", "HEAD", "POST"])
def resolutions(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    place = place_of(request, cluster, year, pk)
    place.refuse_unless_planning()
    halves = later_halves(place)
    chosen = request.POST.get("period", "")
    period = next((each for each in halves if str(each.pk) == chosen), halves[0] if halves else None)
    offices = (
        Office.objects.members_of(place.at.cluster, period.starts_on, period.ends_on)
        if period
        else Office.objects.none()
    )
    texts = _open_lines(place.conference)
    made: Any = formset_factory(TaskLineForm, extra=0)
    form = made(
        request.POST or None,
        initial=[{"text": text, "chosen": True} for text in texts],
        prefix="lines",
        form_kwargs={"offices": offices},
    )
    refusal = ""
    if request.method == "POST" and period and form.is_valid():
        wanted = [
            actions.TaskLine(text=values["text"], owner=values.get("owner"), due_on=values.get("due_on"))
            for values in form.cleaned_data
            if values.get("chosen")
        ]
        try:
            new = actions.turn_into_tasks(conference=place.conference, period=period, lines=wanted, by=place.user)
        except ValidationError as error:
            refusal = " ".join(error.messages)
        else:
            said = ngettext("%(number)s task of %(period)s", "%(number)s tasks of %(period)s", len(new))
            count = said % {"number": number(len(new)), "period": period}
            messages.success(request, _("Entered: %(count)s.") % {"count": count})
            return redirect(f"{place.url}#tasks")
    show(request, title=_("Resolutions become tasks"), crumbs=place.crumbs)
    context = {
        "place": place, "form": form, "halves": halves, "period": period, "refusal": refusal, "back": place.url,
        "none_left": not texts,
    }  # fmt: skip
    return render(request, "campaigns/resolutions.html", context)
