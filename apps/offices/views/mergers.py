"""Member offices become one: asked, shown what it means, done."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from apps.core.forms import refuse
from apps.core.page import show
from apps.core.words import day
from apps.offices import actions
from apps.offices.forms.setting_up import MergeForm
from apps.offices.models import Cluster, Employment, Leadership, Role
from apps.offices.views.clusters import managed, reader, settings_crumb


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, cluster: str) -> HttpResponse:
    """First the form, then what would change, then the one action."""
    found = managed(request, cluster)
    form = MergeForm(request.POST or None, cluster=found, initial={"managing_body": found.managing_body})
    meaning: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        if "confirmed" in request.POST:
            try:
                office = actions.merge_offices(cluster=found, **form.merger, by=reader(request))
            except ValidationError as error:
                refuse(form, error)
            else:
                on = form.merger["on"]
                said = _("%(office)s is one office now.")
                if on > timezone.localdate():
                    said = _("%(office)s will be one office from %(day)s on.")
                messages.success(request, said % {"office": office, "day": day(on)})
                return redirect("offices:settings", found.code)
        else:
            meaning = _meaning(found, form.merger)
    show(request, title=_("Merge offices"), crumbs=[settings_crumb(found)])
    context = {"form": form, "meaning": meaning, "back": reverse("offices:settings", args=[found.code])}
    return render(request, "offices/merge.html", context)


def _meaning(cluster: Cluster, merger: dict[str, Any]) -> list[tuple[str, str]]:
    """What passes on, counted. Three queries."""
    offices, on = merger["predecessors"], merger["on"]
    people = Employment.objects.filter(office__in=offices).on(on).count()
    roles = Role.objects.filter(office__in=offices).on(on).count()
    posts = Leadership.objects.filter(cluster=cluster, office__in=offices, closed_on=None, ends_on=None)
    names = [str(each) for each in offices]
    if merger["outsider"]:
        names.append(merger["outsider"]["short_name"])
    years = sorted({row.year for row in posts})
    return [
        (_("Become one"), ", ".join(names)),
        (_("People who pass on"), str(people)),
        (_("Roles that pass on"), str(roles)),
        (_("Years whose post passes on"), ", ".join(map(str, years)) or "–"),
        (_("What stays"), _("Records, reports, figures and papers of the offices, under their names of that time.")),
    ]
