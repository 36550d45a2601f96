"""Tasks of a period: added, changed, moved, removed."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from apps.campaigns import actions
from apps.campaigns.forms import TaskForm
from apps.campaigns.models import Task
from apps.campaigns.views.calendar import Year, period_of, year_of
from apps.core.page import show
from apps.offices.models import Office


def _task(at: Year, pk: int) -> Task:
    return get_object_or_404(
        Task.objects.select_related("period__cluster"), period__cluster=at.cluster, period__year=at.year, pk=pk
    )


@require_POST
def add_task(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    """`pk` is the period in which it is to be done."""
    at = year_of(request, cluster, year)
    try:
        actions.add_task(period=period_of(at, pk), text=request.POST.get("text", ""), by=at.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(f"{at.url}#tasks-{pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def task(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    at = year_of(request, cluster, year)
    row = _task(at, pk)
    if not at.may_plan:
        raise PermissionDenied
    period = row.period
    offices = Office.objects.members_of(at.cluster, period.starts_on, period.ends_on)
    form = TaskForm(request.POST or None, instance=row, offices=offices)
    if request.method == "POST" and form.is_valid():
        actions.update_task(task=row, **form.cleaned_data, by=at.user)
        messages.success(request, _("The task has been saved."))
        return redirect(f"{at.url}#tasks-{row.period_id}")
    show(request, title=_("Task %(number)s") % {"number": row.position}, crumbs=[at.crumb])
    return render(request, "core/form.html", {"form": form, "back": at.url})


@require_POST
def move_task(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    at = year_of(request, cluster, year)
    row = _task(at, pk)
    if at.may_plan and request.POST.get("direction") not in {"up", "down"}:
        raise Http404
    actions.move_task(task=row, up=request.POST.get("direction") == "up", by=at.user)
    return redirect(f"{at.url}#tasks-{row.period_id}")


@require_POST
def remove_task(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    at = year_of(request, cluster, year)
    row = _task(at, pk)
    actions.remove_task(task=row, by=at.user)
    messages.success(request, _("The task has been removed."))
    return redirect(f"{at.url}#tasks-{row.period_id}")
