"""What a cluster counts beyond the common catalogue, under the settings of a year: its own indicators and kinds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.activities import actions
from apps.activities.actions.own_indicators import mark_of
from apps.activities.forms.own import OwnIndicatorForm
from apps.activities.models import DefinedKind
from apps.activities.rules import can_define
from apps.activities.stories import story_of_definitions
from apps.campaigns.views.calendar import Year, year_of
from apps.core.forms import refuse
from apps.core.page import Crumb, show
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator


@dataclass(frozen=True)
class Line:
    """A definition on the page; `used` says how much of it there is."""

    row: Any
    used: int


def own_url(at: Year, name: str = "own", *more: object) -> str:
    return reverse(f"activities:{name}", args=[at.cluster.code, at.year, *more])


def own_crumb(at: Year) -> Crumb:
    return Crumb(label=_("The cluster's own indicators and kinds"), url=own_url(at))


def refuse_unless_defining(at: Year) -> None:
    if not can_define(at.user, at.cluster, at.year):
        raise PermissionDenied


def in_use(year: int) -> Q:
    return Q(first_year__lte=year) & (Q(last_year=None) | Q(last_year__gte=year))


def kinds_of(at: Year) -> tuple[list[Line], list[DefinedKind]]:
    """Those in use in the year with how many records they have, and those of earlier years. Three queries."""
    rows = DefinedKind.objects.filter(cluster=at.cluster).prefetch_related("fields")
    now = rows.filter(in_use(at.year)).annotate(record_count=Count("records"))
    return [Line(row, row.record_count) for row in now], list(rows.filter(last_year__lt=at.year))  # type: ignore[attr-defined]


@require_safe
def own(request: HttpRequest, cluster: str, year: int) -> HttpResponse:
    at = year_of(request, cluster, year)
    stated = Indicator.objects.own(at.cluster).filter(aggregation=Aggregation.DIRECT)
    lines = [
        Line(row, row.figure_count)  # type: ignore[attr-defined]
        for row in stated.filter(in_use(year)).annotate(figure_count=Count("direct_figures"))
    ]
    kinds, former_kinds = kinds_of(at)
    may_define = can_define(at.user, at.cluster, year)
    reads_story = may_define or at.user.is_administrator
    show(request, title=_("The cluster's own indicators and kinds"), crumbs=[at.crumb])
    return render(request, "activities/own/own.html", {
        "at": at,
        "may_define": may_define,
        "indicators": lines,
        "kinds": kinds,
        "former_kinds": former_kinds,
        "new_kind_url": own_url(at, "new_own_kind"),
        "former": stated.filter(last_year__lt=year),
        "reads_story": reads_story,
        "story": story_of_definitions(at.cluster) if reads_story else [],
        "new_indicator_url": own_url(at, "new_own_indicator"),
    })  # fmt: skip


def _indicator(at: Year, code: str, condition: Q | None = None) -> Indicator:
    rows = Indicator.objects.own(at.cluster).filter(condition or Q(), aggregation=Aggregation.DIRECT)
    found: Indicator = get_object_or_404(rows, code=code)
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def indicator(request: HttpRequest, cluster: str, year: int, code: str = "") -> HttpResponse:
    """A new indicator (no `code`), or one that is in use in the year."""
    at = year_of(request, cluster, year)
    row = _indicator(at, code, in_use(year)) if code else None
    refuse_unless_defining(at)
    form = OwnIndicatorForm(
        request.POST or None, cluster=at.cluster, year=year, row=row, initial={"seen": mark_of(row)} if row else None
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_own_indicator(
                indicator=row, cluster=at.cluster, year=year, values=form.values, seen=form.cleaned_data["seen"],
                by=at.user,
            )  # fmt: skip
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The indicator has been saved."))
            return redirect(own_url(at))
    show(request, title=row.name if row else _("New indicator of the cluster"), crumbs=[at.crumb, own_crumb(at)])
    note = _("The offices state this figure. What can be counted from records is better defined as a kind of activity.")
    context = {"form": form, "back": own_url(at), "note": "" if row else note}
    return render(request, "core/form.html", context, status=422 if form.errors else 200)


def done(request: HttpRequest, at: Year, write: Callable[[], object], said: str) -> HttpResponse:
    try:
        write()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, said)
    return redirect(own_url(at))


@require_POST
def end_indicator(request: HttpRequest, cluster: str, year: int, code: str) -> HttpResponse:
    at = year_of(request, cluster, year)
    row = _indicator(at, code)
    refuse_unless_defining(at)
    said = _("“%(name)s” is in use up to %(year)s.") % {"name": row.name, "year": year}
    return done(
        request, at, lambda: actions.end_own_indicator(indicator=row, cluster=at.cluster, year=year, by=at.user), said
    )


@require_POST
def continue_indicator(request: HttpRequest, cluster: str, year: int, code: str) -> HttpResponse:
    at = year_of(request, cluster, year)
    row = _indicator(at, code)
    refuse_unless_defining(at)
    said = _("“%(name)s” is in use in %(year)s as well.") % {"name": row.name, "year": year}
    return done(
        request, at,
        lambda: actions.continue_own_indicator(indicator=row, cluster=at.cluster, year=year, by=at.user), said,
    )  # fmt: skip


@require_POST
def delete_indicator(request: HttpRequest, cluster: str, year: int, code: str) -> HttpResponse:
    at = year_of(request, cluster, year)
    row = _indicator(at, code)
    refuse_unless_defining(at)
    said = _("Deleted: %(title)s.") % {"title": row.name}
    return done(
        request,
        at,
        lambda: actions.delete_own_indicator(indicator=row, cluster=at.cluster, year=year, by=at.user),
        said,
    )
