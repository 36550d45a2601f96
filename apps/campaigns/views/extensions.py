"""More time for an office: it asks here, the secretariat decides here, with everything that was asked in the period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from apps.campaigns import actions
from apps.campaigns.closing import day_passed
from apps.campaigns.forms import AskExtensionForm, DecideExtensionForm, GiveExtensionForm
from apps.campaigns.models import Extension
from apps.campaigns.rules import can_ask_extension, can_decide_extension
from apps.campaigns.scope import Scope, scope_of
from apps.campaigns.stories import story_of_extensions
from apps.core import words
from apps.core.forms import refuse
from apps.core.page import Crumb, show
from apps.offices.models import Office


@dataclass
class Ask:
    """An extension as the page shows it; `form` where the reader decides."""

    row: Extension
    office: str
    form: DecideExtensionForm | None
    decide_url: str
    end_url: str
    in_force: bool


def page_url(scope: Scope) -> str:
    return reverse("campaigns:extensions", args=[scope.cluster.code, scope.period.code])


def _scope(request: HttpRequest, cluster: str, period: str) -> Scope:
    """For members, leaders and the secretariat; 403 for whoever only looks after accounts."""
    scope = scope_of(request, cluster, period)
    if not (scope.reads_all or scope.roles.office_ids & set(scope.member_ids)):
        raise PermissionDenied
    return scope


def _own(scope: Scope) -> list[Office]:
    """Offices for which the reader asks."""
    return [office for office in scope.members if can_ask_extension(scope.user, office)]


def _may_decide(scope: Scope) -> bool:
    return can_decide_extension(scope.user, scope.cluster, scope.year)


def _readable(scope: Scope) -> list[int]:
    return scope.member_ids if scope.reads_all else [pk for pk in scope.member_ids if pk in scope.roles.office_ids]


def _form_for(row: Extension, data: Any = None) -> DecideExtensionForm:
    today = timezone.localdate()
    return DecideExtensionForm(
        data, prefix=f"ask-{row.pk}", initial={"granted_until": row.wanted_until if row.wanted_until >= today else None}
    )


def _asks(scope: Scope, answered: tuple[int, DecideExtensionForm] | None) -> list[Ask]:
    """Of the offices that the reader may see, the undecided first. One query."""
    today, deciding = timezone.localdate(), _may_decide(scope)
    names = {office.pk: str(getattr(office, "name_then", office.name)) for office in scope.members}
    rows = Extension.objects.filter(period=scope.period, office__in=_readable(scope))
    found = []
    for row in rows.select_related("asked_by", "decided_by").order_by("-asked_at", "-pk"):
        bound = answered[1] if answered and answered[0] == row.pk else None
        at = [scope.cluster.code, scope.period.code, row.pk]
        found.append(Ask(
            row=row, office=names[row.office_id],
            form=(bound or _form_for(row)) if deciding and not row.is_decided else None,
            decide_url=reverse("campaigns:decide_extension", args=at),
            end_url=reverse("campaigns:end_extension", args=at) if deciding else "",
            in_force=row.granted_until is not None and row.granted_until >= today,
        ))  # fmt: skip
    return found


def _page(
    request: HttpRequest, scope: Scope, *, ask: AskExtensionForm | None = None, give: GiveExtensionForm | None = None,
    answered: tuple[int, DecideExtensionForm] | None = None,
) -> HttpResponse:  # fmt: skip
    asks = _asks(scope, answered)
    own, today, period = _own(scope), timezone.localdate(), scope.period
    waiting = [each for each in asks if not each.row.is_decided]
    asking = period.closes_on is not None and own and not {each.row.office_id for each in waiting} & {own[0].pk}
    deciding = _may_decide(scope) and period.closes_on is not None
    show(request, title=_("Extensions"), crumbs=[Crumb(label=scope.cluster.short_name)])
    status = 422 if ask or give or answered else 200
    return render(request, "campaigns/extensions.html", {
        "period": period,
        "name": words.uncapitalised(str(period)),
        "passed": day_passed(period, today),
        "waiting": waiting,
        "decided": [each for each in asks if each.row.is_decided],
        "ask": (ask or AskExtensionForm()) if asking else None,
        "own": own[0] if own else None,
        "give": (give or GiveExtensionForm(offices=_offices(scope))) if deciding else None,
        "give_url": reverse("campaigns:give_extension", args=[scope.cluster.code, period.code]),
        "here": page_url(scope),
        "story": story_of_extensions(period, _readable(scope)),
    }, status=status)  # fmt: skip


def _offices(scope: Scope) -> Any:
    return Office.objects.members_of(scope.cluster, scope.period.starts_on, scope.period.ends_on)


@require_http_methods(["GET", "HEAD", "POST"])
def extensions(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    """What was asked and decided in the period; an office's clerk or head asks."""
    scope = _scope(request, cluster, period)
    if request.method != "POST":
        return _page(request, scope)
    own = _own(scope)
    if not own:
        raise PermissionDenied
    form = AskExtensionForm(request.POST)
    if form.is_valid():
        try:
            actions.ask_extension(period=scope.period, office=own[0], by=scope.user, **form.cleaned_data)
        except ValidationError as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("Your request for an extension has been handed to the secretariat."))
            return redirect(page_url(scope))
    return _page(request, scope, ask=form)


def _deciding(request: HttpRequest, cluster: str, period: str) -> Scope:
    scope = _scope(request, cluster, period)
    if not _may_decide(scope):
        raise PermissionDenied
    return scope


def _row(scope: Scope, pk: int) -> Extension:
    row = Extension.objects.filter(period=scope.period, pk=pk).select_related("period__cluster", "office").first()
    if row is None:
        raise Http404
    return row


@require_POST
def decide(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope = _deciding(request, cluster, period)
    row = _row(scope, pk)
    form = _form_for(row, request.POST)
    if form.is_valid():
        values = form.cleaned_data
        try:
            if request.POST.get("answer") == "grant":
                made = actions.grant_extension(
                    extension=row, until=values["granted_until"], decision=values["decision"], by=scope.user
                )
            else:
                made = actions.refuse_extension(extension=row, decision=values["decision"], by=scope.user)
        except ValidationError as refusal:
            if refusal_code(refusal) == "decided":
                messages.error(request, " ".join(refusal.messages))
                return redirect(page_url(scope))
            refuse(form, refusal)
        else:
            _say(request, row.office, made)
            return redirect(page_url(scope))
    return _page(request, scope, answered=(row.pk, form))


def refusal_code(refusal: ValidationError) -> str:
    return str(getattr(refusal, "code", "") or "")


def _say(request: HttpRequest, office: Office, made: Extension) -> None:
    if made.granted_until:
        said = _("%(office)s: extended until the end of %(day)s.") % {
            "office": office.short_name, "day": words.day(made.granted_until),
        }  # fmt: skip
    else:
        said = _("%(office)s: the extension was refused.") % {"office": office.short_name}
    messages.success(request, said)


@require_POST
def give(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope = _deciding(request, cluster, period)
    form = GiveExtensionForm(request.POST, offices=_offices(scope))
    if form.is_valid():
        values = form.cleaned_data
        try:
            made = actions.give_extension(
                period=scope.period, office=values["office"], until=values["granted_until"], reason=values["reason"],
                by=scope.user,
            )  # fmt: skip
        except ValidationError as refusal:
            refuse(form, refusal)
        else:
            _say(request, values["office"], made)
            return redirect(page_url(scope))
    return _page(request, scope, give=form)


@require_POST
def end(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope = _deciding(request, cluster, period)
    row = _row(scope, pk)
    _say(request, row.office, actions.end_extension(extension=row, by=scope.user))
    return redirect(page_url(scope))
