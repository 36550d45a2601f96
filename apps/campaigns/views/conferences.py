"""Conferences of a year, with their chairs."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import formset_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from apps.campaigns import actions
from apps.campaigns.forms import CHAIRS, ChairForm, ConferenceForm
from apps.campaigns.models import Conference, Period
from apps.campaigns.stories import story_of_conference
from apps.campaigns.views.calendar import year_of
from apps.campaigns.views.meeting import conference_crumb
from apps.core.forms import refuse
from apps.core.page import show
from apps.offices.enums import LeadershipKind
from apps.offices.models import Leadership, Office


@require_http_methods(["GET", "HEAD", "POST"])
def edit_conference(request: HttpRequest, cluster: str, year: int, pk: int | None = None) -> HttpResponse:
    """The form of a new conference (no `pk`), or of one of the year."""
    at = year_of(request, cluster, year)
    rows = Conference.objects.filter(cluster=at.cluster, period__year=year).select_related("period")
    row = get_object_or_404(rows, pk=pk) if pk else None
    if not at.may_plan:
        raise PermissionDenied
    offices = Office.objects.members_of(at.cluster, date(year, 1, 1), date(year, 12, 31))
    form = ConferenceForm(
        request.POST or None,
        instance=row,
        periods=Period.objects.filter(cluster=at.cluster, year=year).select_related("cluster"),
        offices=offices,
    )
    if row is not None:
        initial = [{"office": each.office, "person": each.person, "post": each.post} for each in row.chairs.all()]
    else:
        led = Leadership.objects.posts_on(at.cluster, year, timezone.localdate())
        initial = [
            {"office": led[kind].office} for kind in (LeadershipKind.LEADER, LeadershipKind.DEPUTY) if kind in led
        ]
    lines = formset_factory(ChairForm, extra=max(0, CHAIRS - len(initial)), max_num=max(CHAIRS, len(initial)))
    chairs = lines(request.POST or None, initial=initial, prefix="chairs", form_kwargs={"offices": offices})
    if request.method == "POST" and form.is_valid() and chairs.is_valid():
        values = {name: value for name, value in form.cleaned_data.items() if name != "period"}
        named = [
            actions.ChairLine(office=line["office"], person=line.get("person", ""), post=line.get("post", ""))
            for line in chairs.cleaned_data
            if line.get("office")
        ]
        try:
            saved = actions.save_conference(
                conference=row, period=form.cleaned_data["period"], values=values, chairs=named, by=at.user
            )
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The conference has been saved."))
            return redirect("campaigns:conference", cluster, saved.period.year, saved.pk)
    crumbs = [at.crumb, *([conference_crumb(at, row)] if row else [])]
    back = crumbs[-1].url
    show(request, title=_("Change the conference") if row else _("New conference"), crumbs=crumbs)
    remove = reverse("campaigns:remove_conference", args=[cluster, year, row.pk]) if row else ""
    story = story_of_conference(row) if row else []
    context = {"form": form, "chairs": chairs, "back": back, "remove": remove, "story": story}
    return render(request, "campaigns/conference.html", context)


@require_POST
def remove_conference(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    at = year_of(request, cluster, year)
    row = get_object_or_404(Conference.objects.select_related("period"), cluster=at.cluster, period__year=year, pk=pk)
    try:
        actions.remove_conference(conference=row, by=at.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("campaigns:edit_conference", at.cluster.code, year, pk)
    messages.success(request, _("The conference has been removed."))
    return redirect(at.url)
