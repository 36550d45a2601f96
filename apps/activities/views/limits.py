"""The limits of law: those in force on the period's last day, and all others, with their days and clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from apps.activities import actions
from apps.activities.forms.limits import EndForm, LimitForm
from apps.activities.limits import checks, limit_of
from apps.activities.limits.codes import PEOPLE, Code
from apps.activities.models import LegalLimit
from apps.activities.rules import can_keep_limits
from apps.activities.stories import story_of_limits
from apps.activities.views.frame import address, frame
from apps.campaigns.scope import Scope, scope_of
from apps.core import words
from apps.core.forms import refuse
from apps.core.page import Crumb


@dataclass(frozen=True)
class Line:
    row: LegalLimit
    label: str
    amount: str
    is_checked: bool
    end_url: str


def _line(scope: Scope, row: LegalLimit) -> Line:
    people = row.code in PEOPLE
    return Line(
        row=row,
        label=str(Code(row.code).label) if row.code in Code else row.code,
        amount=_("%(count)s people") % {"count": words.number(row.amount)} if people else checks.term(limit_of(row)),
        is_checked=row.code in Code,
        end_url=address(scope, "end_limit", row.pk) if can_keep_limits(scope.user) and row.valid_to is None else "",
    )


@require_safe
def limits(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    """Two queries beside the scope's: the rows, and their story."""
    scope = scope_of(request, cluster, period)
    frame(request, scope, _("Limits of law"), every_period="limits")
    place = {str(code): number for number, code in enumerate(Code)}
    rows = sorted(LegalLimit.objects.all(), key=lambda row: place.get(row.code, len(place)))
    on = scope.period.ends_on
    return render(request, "activities/limits.html", {
        "scope": scope,
        "on": on,
        "lines": [_line(scope, row) for row in rows if limit_of(row).holds_on(on)],
        "others": [_line(scope, row) for row in rows if not limit_of(row).holds_on(on)],
        "story": story_of_limits(),
        "new_url": address(scope, "new_limit") if can_keep_limits(scope.user) else "",
    })  # fmt: skip


def _edit(request: HttpRequest, scope: Scope, form: Any, title: str, note: str, save: Any) -> HttpResponse:
    back = address(scope, "limits")
    if request.method == "POST" and form.is_valid():
        try:
            save(**form.cleaned_data, by=scope.user)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect(back)
    frame(request, scope, title, crumbs=[Crumb(label=_("Limits of law"), url=back)])
    return render(request, "core/form.html", {"form": form, "back": back, "note": note})


def _kept(request: HttpRequest, cluster: str, period: str) -> Scope:
    scope = scope_of(request, cluster, period)
    if not can_keep_limits(scope.user):
        raise PermissionDenied
    return scope


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope = _kept(request, cluster, period)
    note = _("A limit holds for all clusters. Enter only what you have read in the text itself, with its clause.")
    return _edit(request, scope, LimitForm(request.POST or None), _("New limit of law"), note, actions.add_limit)


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope = _kept(request, cluster, period)
    row = get_object_or_404(LegalLimit, pk=pk)
    line = _line(scope, row)
    note = f"{line.label}: {line.amount}. {row.clause}"

    def save(**values: Any) -> None:
        actions.end_limit(limit=row, **values)

    return _edit(request, scope, EndForm(request.POST or None), _("End a limit of law"), note, save)
