"""Delegates of a conference and the talks registered for it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from apps.campaigns import actions
from apps.campaigns.forms import DelegateForm, TalkForm
from apps.campaigns.meeting import meeting_of
from apps.campaigns.models import Contribution, Delegate
from apps.campaigns.views.meeting import Place, place_of, url_of
from apps.core.forms import refuse
from apps.core.page import Crumb, show


def _delegate(place: Place, pk: int) -> Delegate:
    """One whom the reader may know by name; whoever may not does not learn that there is one."""
    rows = Delegate.objects.filter(conference=place.conference)
    if place.named is not None:
        rows = rows.filter(office__in=place.named)
    row = get_object_or_404(rows.select_related("office"), pk=pk)
    row.conference = place.conference
    return row


def _talk(place: Place, pk: int) -> Contribution:
    row = get_object_or_404(Contribution.objects.filter(conference=place.conference), pk=pk)
    row.conference = place.conference
    return row


def _refuse_unless_registering(place: Place) -> None:
    if not place.may_plan and not place.registers_for.exists():
        raise PermissionDenied


@require_http_methods(["GET", "HEAD", "POST"])
def delegates(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    """The list by office, and the form for one more."""
    place = place_of(request, cluster, year, pk)
    _refuse_unless_registering(place)
    offices = place.registers_for
    only = None if place.may_plan else offices.first()
    form = DelegateForm(request.POST or None, offices=offices, guests=place.may_plan, initial={"office": only})
    if request.method == "POST" and form.is_valid():
        try:
            row, new = actions.register_delegate(conference=place.conference, by=place.user, **form.cleaned_data)
        except ValidationError as error:
            refuse(form, error)
        else:
            said = _("%(name)s has been registered.") if new else _("%(name)s is on the list already.")
            messages.success(request, said % {"name": row.name})
            return redirect(url_of(place.conference, "delegates"))
    meeting = meeting_of(place.conference)
    lists = [
        {"of": each, "may": place.may_register(each.office.pk if each.office else None)}
        for each in meeting.attendance(place.named)
    ]
    show(request, title=_("Delegates"), crumbs=place.crumbs)
    return render(request, "campaigns/delegates.html", {"place": place, "form": form, "lists": lists})


@require_http_methods(["GET", "HEAD", "POST"])
def delegate(request: HttpRequest, cluster: str, year: int, pk: int, row: int) -> HttpResponse:
    place = place_of(request, cluster, year, pk)
    found = _delegate(place, row)
    if not place.may_register(found.office_id):
        raise PermissionDenied
    form = DelegateForm(request.POST or None, instance=found, offices=place.registers_for, guests=place.may_plan)
    back = url_of(place.conference, "delegates")
    if request.method == "POST" and form.is_valid():
        try:
            actions.update_delegate(delegate=found, values=form.cleaned_data, by=place.user)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The delegate has been saved."))
            return redirect(back)
    show(request, title=_("Delegate"), crumbs=[*place.crumbs, Crumb(label=_("Delegates"), url=back)])
    return render(request, "core/form.html", {"form": form, "back": back})


@require_POST
def remove_delegate(request: HttpRequest, cluster: str, year: int, pk: int, row: int) -> HttpResponse:
    place = place_of(request, cluster, year, pk)
    found = _delegate(place, row)
    actions.remove_delegate(delegate=found, by=place.user)
    messages.success(request, _("%(name)s has been taken off the list.") % {"name": found.name})
    return redirect(url_of(place.conference, "delegates"))


@require_http_methods(["GET", "HEAD", "POST"])
def talks(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    """The talks in order, and the form for one more."""
    place = place_of(request, cluster, year, pk)
    _refuse_unless_registering(place)
    offices = place.registers_for
    only = None if place.may_plan else offices.first()
    form = TalkForm(request.POST or None, offices=offices, initial={"office": only})
    if request.method == "POST" and form.is_valid():
        try:
            row, new = actions.register_contribution(conference=place.conference, by=place.user, **form.cleaned_data)
        except ValidationError as error:
            refuse(form, error)
        else:
            said = _("“%(title)s” has been registered.") if new else _("“%(title)s” is there already.")
            messages.success(request, said % {"title": row.title})
            return redirect(url_of(place.conference, "talks"))
    rows = [{"talk": each, "may": place.may_register(each.office_id)} for each in meeting_of(place.conference).talks]
    show(request, title=_("Contributions"), crumbs=place.crumbs)
    return render(request, "campaigns/talks.html", {"place": place, "form": form, "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def talk(request: HttpRequest, cluster: str, year: int, pk: int, row: int) -> HttpResponse:
    place = place_of(request, cluster, year, pk)
    found = _talk(place, row)
    if not place.may_register(found.office_id):
        raise PermissionDenied
    form = TalkForm(request.POST or None, instance=found, offices=place.registers_for)
    back = url_of(place.conference, "talks")
    if request.method == "POST" and form.is_valid():
        try:
            actions.update_contribution(talk=found, by=place.user, **form.cleaned_data)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The talk has been saved."))
            return redirect(back)
    show(request, title=_("Talk"), crumbs=[*place.crumbs, Crumb(label=_("Contributions"), url=back)])
    return render(request, "core/form.html", {"form": form, "back": back})


@require_POST
def move_talk(request: HttpRequest, cluster: str, year: int, pk: int, row: int) -> HttpResponse:
    place = place_of(request, cluster, year, pk)
    found = _talk(place, row)
    if place.may_plan and request.POST.get("direction") not in {"up", "down"}:
        raise Http404
    actions.move_contribution(talk=found, up=request.POST.get("direction") == "up", by=place.user)
    return redirect(url_of(place.conference, "talks"))


@require_POST
def remove_talk(request: HttpRequest, cluster: str, year: int, pk: int, row: int) -> HttpResponse:
    place = place_of(request, cluster, year, pk)
    found = _talk(place, row)
    actions.remove_contribution(talk=found, by=place.user)
    messages.success(request, _("The talk has been taken off the list."))
    return redirect(url_of(place.conference, "talks"))
