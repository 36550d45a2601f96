"""The letter that asks for reports: its page, preparing it, issuing it, noting its number."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.campaigns.scope import Scope, scope_of
from apps.core.forms import refuse
from apps.offices.forms.issuing import IssuingForm
from apps.reports import actions
from apps.reports.forms.requests import RequestForm
from apps.reports.letter import Draft, composed, drafted, paper
from apps.reports.models import Request
from apps.reports.pages.places import address
from apps.reports.rules import can_record, can_request
from apps.reports.views.requesting import place

LINKED = ("edit_request", "issue_request", "record_request", "register")


def _opened(request: HttpRequest, cluster: str, period: str) -> tuple[Scope, Request | None]:
    """The secretariat has the letter before it exists; for all others it begins when it is issued."""
    scope = scope_of(request, cluster, period)
    found = (
        Request.objects.visible_to(scope.user)
        .filter(period=scope.period)
        .select_related("word", "pdf", "scan", "issued_by")
        .first()
    )
    if found is None and not can_request(scope.user, scope.period):
        raise Http404
    if found is not None:
        found.period = scope.period
    return scope, found


def _prepared(request: HttpRequest, cluster: str, period: str) -> tuple[Scope, Request | None]:
    scope, found = _opened(request, cluster, period)
    if not can_request(scope.user, scope.period):
        raise PermissionDenied
    return scope, found


@require_safe
def letter(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    """As it was issued, or as it would be now. Beside it what waits, its files, and each office's own workbook."""
    scope, found = _opened(request, cluster, period)
    draft = drafted(scope.period, found, timezone.localdate())
    issued = found is not None and found.is_issued
    content = (
        found.content
        if found is not None and issued
        else composed(scope.period, draft, timezone.localdate(), timezone.now())
    )
    place(request, scope, _("Request for reports"))
    context: dict[str, Any] = {
        "scope": scope, "letter": found, "issued": issued, "version": draft.version,
        "drawn": paper(content, found, draft.symbol).drawn(),
        "due_on": found.due_on if found else draft.due_on,
        "prepares": can_request(scope.user, scope.period), "records": can_record(scope.user, scope.period),
        "files": _files(found), "workbooks": _workbooks(scope) if issued else [],
        "urls": {name: address(scope, name) for name in LINKED},
    }  # fmt: skip
    return render(request, "reports/request.html", context)


def _files(found: Request | None) -> list[dict[str, str]]:
    kept = (("Word", "word"), ("PDF", "pdf"), (_("Scan"), "scan")) if found else ()
    return [
        {"label": label, "url": reverse("files:file", args=[f"request-{part}", found.pk])}
        for label, part in kept
        if found and getattr(found, part)
    ]


def _workbooks(scope: Scope) -> list[dict[str, str]]:
    """The pre-filled workbook of each office that the reader enters for."""
    url = reverse("activities:workbook", args=[scope.cluster.code, scope.period.code])
    return [
        {"label": str(office.short_name_then), "url": f"{url}?office={office.code}"}  # type: ignore[attr-defined]
        for office in scope.enters_for
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope, found = _prepared(request, cluster, period)
    form = RequestForm(request.POST or None, initial=asdict(drafted(scope.period, found, timezone.localdate())))
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_request(period=scope.period, draft=Draft(**form.cleaned_data), by=scope.user)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Saved. Read it through, then issue it."))
            return redirect(address(scope, "request"))
    place(request, scope, _("Prepare the letter"), below="request")
    return render(request, "core/form.html", {"form": form, "back": address(scope, "request")})


@require_POST
def issue(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope, _found = _prepared(request, cluster, period)
    seen = request.POST.get("version", "")
    try:
        actions.issue_request(period=scope.period, version=int(seen) if seen.isdigit() else -1, by=scope.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Issued: every member of the cluster reads it from now on."))
    return redirect(address(scope, "request"))


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    """The short form of the clerk of records."""
    scope, found = _opened(request, cluster, period)
    if not can_record(scope.user, scope.period):
        raise PermissionDenied
    if found is None or not found.is_issued:
        raise Http404
    initial = {name: getattr(found, name) for name in ("number", "symbol", "signed_on", "signer")}
    initial["signed_as"] = found.signed_as or "\n".join(found.content["signed_as"])
    form = IssuingForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_issuing(request=found, by=scope.user, **form.cleaned_data)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Noted. The Word and PDF files carry it now."))
            return redirect(address(scope, "request"))
    place(request, scope, _("Number, day and signer"), below="request")
    context = {"form": form, "back": address(scope, "request"), "scan": found.scan.name if found.scan else ""}
    return render(request, "offices/signed.html", context)
