"""Evidence: sent to a line, with or without the page's script; renamed, removed, brought back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from apps.activities import actions, evidence_lines
from apps.activities.actions import Outcome
from apps.activities.evidenced import Line, line_of
from apps.activities.models import DirectFigure, Evidence, Record
from apps.activities.rules import can_enter
from apps.activities.stories import story_of_evidence
from apps.activities.views.frame import address, frame, list_crumb
from apps.activities.views.stated import chosen_owner, owner_name
from apps.campaigns.scope import Scope, scope_of
from apps.core import words
from apps.core.page import Crumb
from apps.indicators.models import Indicator

SAID = 8  # refusals that are told one by one on a page without script


def _refuse_unless_entering(scope: Scope, line: Line) -> None:
    if not can_enter(scope.user, scope.cluster, line.owner, actions.year_of(scope.cluster, line.day)):
        raise PermissionDenied


@require_POST
def record_evidence(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    record = get_object_or_404(Record.objects.open_to(scope.user, scope.cluster).select_related("office"), pk=pk)
    return _receive(request, scope, {"record": record})


@require_http_methods(["GET", "HEAD", "POST"])
def stated_evidence(request: HttpRequest, cluster: str, period: str, code: str) -> HttpResponse:
    """The files behind what an owner states of an indicator; `from` and `to` name a part of the period."""
    scope = scope_of(request, cluster, period)
    office = chosen_owner(request, scope)
    indicator = get_object_or_404(Indicator.objects.for_cluster(scope.cluster, scope.year), code=code)
    starts_on, ends_on = _span(request, scope)
    which: dict[str, Any] = {"indicator": indicator, "office": office, "starts_on": starts_on, "ends_on": ends_on}
    if request.method == "POST":
        return _receive(request, scope, which)
    line = evidence_lines.line(scope, **which)
    back = address(scope, "stated", query=f"office={office.code if office else 'own'}")
    frame(request, scope, _("Evidence: %(indicator)s") % {"indicator": indicator.name}, crumbs=[
        list_crumb(scope), Crumb(label=_("Stated figures"), url=back), Crumb(label=owner_name(office)),
    ])  # fmt: skip
    owner = {"office": office} if office else {"cluster": scope.cluster}
    stated = DirectFigure.objects.alive().filter(indicator=indicator, starts_on=starts_on, ends_on=ends_on, **owner)
    return render(request, "activities/stated_evidence.html", {
        "indicator": indicator, "owner": owner_name(office), "span": f"{words.day(starts_on)}–{words.day(ends_on)}",
        "stated": _stated(stated.first(), indicator), "back_url": back, "story": story_of_evidence(line),
        "evidence": evidence_lines.lines(scope, **which),
    })  # fmt: skip


def _stated(figure: DirectFigure | None, indicator: Indicator) -> str:
    if figure is None:
        return ""
    return _("none") if figure.value is None else f"{words.number(figure.value)} {indicator.unit}"


def _span(request: HttpRequest, scope: Scope) -> tuple[date, date]:
    """Days within the period, both or neither; 404 for all else."""
    asked = request.GET.get("from", ""), request.GET.get("to", "")
    if not any(asked):
        return scope.period.starts_on, scope.period.ends_on
    try:
        starts_on, ends_on = (date.fromisoformat(each) for each in asked)
    except ValueError as error:
        raise Http404 from error
    if not scope.period.starts_on <= starts_on <= ends_on <= scope.period.ends_on:
        raise Http404
    return starts_on, ends_on


def _receive(request: HttpRequest, scope: Scope, which: dict[str, Any]) -> HttpResponse:
    """Files, links to one's own files, or both. The script gets what became of each file, and the list anew."""
    line = evidence_lines.line(scope, **which)
    _refuse_unless_entering(scope, line)
    outcomes: list[Outcome] = []
    try:
        outcomes += actions.attach_evidence(line=line, files=request.FILES.getlist("files"), by=scope.user)
        if wanted := request.POST.getlist("link"):
            outcomes += actions.link_evidence(line=line, sources=_own(scope, wanted), by=scope.user)
    except ValidationError as refusal:
        outcomes.append(Outcome("", refusal=" ".join(refusal.messages)))
    if not request.accepts("text/html"):
        html = render_to_string(
            "activities/_evidence_list.html", {"evidence": evidence_lines.lines(scope, **which)}, request
        )
        return JsonResponse({"results": [_result(each) for each in outcomes], "html": html})
    _say(request, outcomes)
    return redirect(evidence_lines.page_of(scope, line))


def _own(scope: Scope, wanted: list[str]) -> list[Evidence]:
    """The reader's own living evidence; 404 for a number that is anything else."""
    numbers = {int(each) for each in wanted if each.isdecimal() and len(each) < 19}
    mine = Evidence.objects.alive().visible_to(scope.user).filter(created_by=scope.user, pk__in=numbers)
    found = list(mine.select_related("file"))
    if len(found) != len(wanted):
        raise Http404
    return found


def _result(outcome: Outcome) -> dict[str, str]:
    state = "refused" if outcome.refusal else "already" if outcome.already else "kept"
    said = {"refused": outcome.refusal, "already": _("It was there already."), "kept": _("Kept.")}
    return {"name": outcome.name, "state": state, "text": said[state]}


def _say(request: HttpRequest, outcomes: list[Outcome]) -> None:
    refused = [each.refusal for each in outcomes if each.refusal]
    kept = sum(1 for each in outcomes if each.evidence and not each.already)
    if kept:
        messages.success(request, _("Files attached: %(number)s.") % {"number": words.number(kept)})
    for text in refused[:SAID]:
        messages.error(request, text)
    if len(refused) > SAID:
        more = words.number(len(refused) - SAID)
        messages.error(request, _("Further files that were not attached: %(number)s.") % {"number": more})
    if any(each.already for each in outcomes):
        messages.info(request, _("What stood here already is here once."))
    if not outcomes:
        messages.info(request, _("No file was chosen."))


def _evidence(scope: Scope, pk: int, *, removed: bool = False) -> tuple[Evidence, Line]:
    """A row of this cluster that the reader sees; a removed one only for those who may bring it back."""
    rows = Evidence.objects.visible_to(scope.user).select_related("file", "record__office", "indicator", "office")
    found = get_object_or_404(rows, pk=pk)
    line = line_of(found, scope.cluster)
    if found.deleted_at is not None and not removed:
        raise Http404
    try:
        _refuse_unless_entering(scope, line)
    except PermissionDenied:
        if found.deleted_at is not None:
            raise Http404 from None
        raise
    return found, line


def _write(request: HttpRequest, write: Callable[[], None], said: str, undo: str = "") -> None:
    try:
        write()
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, said, extra_tags=f"undo={undo}" if undo else "")


@require_POST
def rename(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    found, line = _evidence(scope, pk)
    name, seen = request.POST.get("name", ""), request.POST.get("seen", "")
    _write(request, lambda: actions.rename_evidence(
        evidence=found, cluster=scope.cluster, name=name, seen=seen, by=scope.user,
    ), _("Renamed."))  # fmt: skip
    return redirect(evidence_lines.page_of(scope, line))


@require_POST
def remove(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    found, line = _evidence(scope, pk, removed=True)
    said = _("Removed from this line: %(name)s.") % {"name": found.name}
    undo = address(scope, "restore_evidence", pk)
    _write(request, lambda: actions.remove_evidence(evidence=found, cluster=scope.cluster, by=scope.user), said, undo)
    return redirect(evidence_lines.page_of(scope, line))


@require_POST
def restore(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    found, line = _evidence(scope, pk, removed=True)
    said = _("Brought back: %(name)s.") % {"name": found.name}
    _write(request, lambda: actions.restore_evidence(evidence=found, cluster=scope.cluster, by=scope.user), said)
    return redirect(evidence_lines.page_of(scope, line))
