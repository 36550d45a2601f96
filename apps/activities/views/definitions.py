"""The kinds of activity that a cluster defines, under the settings of a year."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from apps.activities import actions
from apps.activities.actions.definitions import mark_of_kind
from apps.activities.forms.definitions import KindForm, lines_for, wishes_of
from apps.activities.models import DefinedKind
from apps.activities.views.own import done, in_use, own_crumb, own_url, refuse_unless_defining
from apps.campaigns.views.calendar import Year, year_of
from apps.core.forms import refuse
from apps.core.page import show


def _kind(at: Year, code: str, condition: Q | None = None) -> DefinedKind:
    rows = DefinedKind.objects.filter(condition or Q(), cluster=at.cluster).prefetch_related("fields")
    return get_object_or_404(rows, code=code)


@require_http_methods(["GET", "HEAD", "POST"])
def kind(request: HttpRequest, cluster: str, year: int, code: str = "") -> HttpResponse:
    """A new kind (no `code`), or one that is in use in the year."""
    at = year_of(request, cluster, year)
    row = _kind(at, code, in_use(year)) if code else None
    refuse_unless_defining(at)
    data = request.POST or None
    initial = {"seen": mark_of_kind(row)} if row else None
    form = KindForm(data, cluster=at.cluster, year=year, row=row, initial=initial)
    lines = lines_for(row, data)
    if request.method == "POST" and form.is_valid() and lines.is_valid():
        try:
            actions.save_kind(
                kind=row, cluster=at.cluster, year=year, values=form.values, fields=wishes_of(lines),
                seen=form.cleaned_data["seen"], by=at.user,
            )  # fmt: skip
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The kind has been saved, with what is counted of it."))
            return redirect(own_url(at))
    show(request, title=row.name if row else _("New kind of activity"), crumbs=[at.crumb, own_crumb(at)])
    context = {"form": form, "lines": lines, "back": own_url(at), "used": row.records.count() if row else 0}
    return render(request, "activities/own/kind.html", context, status=422 if request.method == "POST" else 200)


@require_POST
def end(request: HttpRequest, cluster: str, year: int, code: str) -> HttpResponse:
    at = year_of(request, cluster, year)
    row = _kind(at, code)
    refuse_unless_defining(at)
    said = _("“%(name)s” is in use up to %(year)s.") % {"name": row.name, "year": year}
    return done(request, at, lambda: actions.end_kind(kind=row, cluster=at.cluster, year=year, by=at.user), said)


@require_POST
def continue_(request: HttpRequest, cluster: str, year: int, code: str) -> HttpResponse:
    at = year_of(request, cluster, year)
    row = _kind(at, code)
    refuse_unless_defining(at)
    said = _("“%(name)s” is in use in %(year)s as well.") % {"name": row.name, "year": year}
    return done(request, at, lambda: actions.continue_kind(kind=row, cluster=at.cluster, year=year, by=at.user), said)


@require_POST
def delete(request: HttpRequest, cluster: str, year: int, code: str) -> HttpResponse:
    at = year_of(request, cluster, year)
    row = _kind(at, code)
    refuse_unless_defining(at)
    said = _("Deleted: %(title)s.") % {"title": row.name}
    return done(request, at, lambda: actions.delete_kind(kind=row, cluster=at.cluster, year=year, by=at.user), said)
