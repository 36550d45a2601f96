"""Terms and sessions of the National Assembly: the same for all clusters, reached from the calendar of each."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.models import User
from apps.campaigns import actions, rules
from apps.campaigns.forms import SessionForm, TermForm
from apps.campaigns.models import AssemblySession, AssemblyTerm
from apps.core.forms import refuse
from apps.core.page import Crumb, show
from apps.offices.models import Cluster
from apps.offices.place import cluster_of


def _crumbs(cluster: Cluster) -> list[Crumb]:
    return [Crumb(label=_("Calendar"), url=reverse("campaigns:calendar", args=[cluster.code]))]


@require_safe
def assembly(request: HttpRequest, cluster: str) -> HttpResponse:
    found = cluster_of(request, cluster)
    assert isinstance(request.user, User)
    terms = AssemblyTerm.objects.order_by("-number").prefetch_related(
        Prefetch("sessions", AssemblySession.objects.order_by("-kind", "number"))
    )
    show(request, title=_("Terms and sessions of the National Assembly"), crumbs=_crumbs(found))
    context = {"cluster": found, "terms": terms, "may_plan": rules.can_plan_assembly(request.user)}
    return render(request, "campaigns/assembly.html", context)


def _edit(request: HttpRequest, cluster: Cluster, form: Any, title: str, save: Any) -> HttpResponse:
    back = reverse("campaigns:assembly", args=[cluster.code])
    if request.method == "POST" and form.is_valid():
        try:
            save(**form.cleaned_data, by=request.user)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect(back)
    crumbs = [*_crumbs(cluster), Crumb(label=_("Terms and sessions"), url=back)]
    show(request, title=title, crumbs=crumbs)
    return render(request, "core/form.html", {"form": form, "back": back})


def _planned(request: HttpRequest, cluster: str) -> Cluster:
    found = cluster_of(request, cluster)
    assert isinstance(request.user, User)
    if not rules.can_plan_assembly(request.user):
        raise PermissionDenied
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def term(request: HttpRequest, cluster: str, number: int | None = None) -> HttpResponse:
    found = _planned(request, cluster)
    row = get_object_or_404(AssemblyTerm, number=number) if number else None
    form = TermForm(request.POST or None, instance=row)
    title = _("Term of the National Assembly") if row else _("New term of the National Assembly")
    return _edit(request, found, form, title, lambda **values: actions.save_term(term=row, **values))


@require_http_methods(["GET", "HEAD", "POST"])
def session(
    request: HttpRequest, cluster: str, term: int | None = None, kind: str = "", number: int | None = None
) -> HttpResponse:
    found = _planned(request, cluster)
    row = get_object_or_404(AssemblySession, term__number=term, kind=kind, number=number) if number else None
    latest = AssemblyTerm.objects.first()
    form = SessionForm(request.POST or None, instance=row, initial={} if row else {"term": latest})
    title = _("Session of the National Assembly") if row else _("New session of the National Assembly")
    return _edit(request, found, form, title, lambda **values: actions.save_session(session=row, **values))
