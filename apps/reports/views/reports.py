"""Reading: the reports of a period, and the report of one office."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.activities.evidence_lines import counted
from apps.campaigns.progress import progress_of
from apps.campaigns.scope import Scope, scope_of
from apps.core.page import Crumb, show
from apps.reports.checks.justified import checked, settled
from apps.reports.checks.reading import past
from apps.reports.completeness import completeness
from apps.reports.expected import expected_offices
from apps.reports.models import Version
from apps.reports.pages import (
    differences,
    figures,
    listed,
    objections,
    parts,
    places,
    questions,
    received,
    steps,
    words,
)
from apps.reports.rules import can_request
from apps.reports.standing import standings
from apps.reports.stories import story_of_report
from apps.reports.timeliness import timeliness
from apps.reports.views.opening import Opened, opened, place, reads_received

PLACES_OF_A_REPORT = ("send", "behalf", "confirm", "ask", "receive", "versions", "export", "word", "pdf")


@require_safe
def index(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    """Secretariat and leaders see all; whoever is at an office's desk is led to their own, and once the period is
    published sees what was received of every office; others are refused."""
    scope = scope_of(request, cluster, period)
    if not scope.reads_all:
        return _received(request, scope) if reads_received(scope) else _led(scope)
    found = standings(scope.period)
    offices = [each.office for each in found]
    in_time, told = timeliness(scope.period, offices), completeness(scope.period, offices).answers
    crumbs = [Crumb(label=scope.cluster.short_name)]
    show(request, title=_("Offices' reports"), crumbs=crumbs)
    return render(request, "reports/list.html", {
        "scope": scope, "period": scope.period, "request_open": can_request(scope.user, scope.period),
        "rows": [listed.row_of(scope, each, in_time[each.office.pk], told.of_office(each.office.pk)) for each in found],
        "tallies": listed.tallies(found),
    })  # fmt: skip


def _received(request: HttpRequest, scope: Scope) -> HttpResponse:
    rows = received.rows_of(scope, expected_offices(scope.period))
    show(request, title=_("Offices' reports"), crumbs=[Crumb(label=scope.cluster.short_name)])
    return render(request, "reports/received.html", {
        "period": scope.period, "rows": rows, "own": [row for row in rows if row.own_url],
        "some_await": any(row.awaits for row in rows),
    })  # fmt: skip


def _led(scope: Scope) -> HttpResponse:
    own = [office for office in expected_offices(scope.period) if office.pk in scope.roles.office_ids]
    if own:
        return redirect(places.address(scope, "report", own[0].code))
    if scope.cluster.pk in scope.roles.member_clusters:
        raise Http404  # the office is no member in that period
    raise PermissionDenied


@require_safe
def report(request: HttpRequest, cluster: str, period: str, office: str) -> HttpResponse:
    at = opened(request, cluster, period, office)
    place(request, at, _("Report: %(office)s") % {"office": at.name}, inside=False)
    return render(request, "reports/report.html", _work(at))


def _work(at: Opened) -> dict[str, Any]:
    scope, standing, reader = at.scope, at.standing, at.reader
    before = standing.sent if standing.version else None
    known = figures.catalogue(scope)
    asked = questions.questions_of(scope, standing)
    objected = checked(scope.period, [at.office])[at.office.pk]
    around = figures.Around(
        scope, at.office, enters=reader.prepares and not reader.is_closed, before=before.figures if before else None,
        files=counted(scope, at.office), questions=asked.figures, past=past(scope.period, [at.office], known),
        objections=objections.by_figure(scope, at.office, objected),
    )  # fmt: skip
    prose = standing.report.prose.select_related("edited_by") if standing.report else []
    return {
        "at": at, "scope": scope, "period": scope.period, "standing": standing, "reader": reader,
        "step": steps.next_step(standing, reader),
        "state": words.state_words(standing.state), "colour": words.COLOURS[standing.state],
        "figures": figures.figures_of(known, standing.live, around),
        "sections": parts.sections_now(
            scope, at.office, prose, writes=reader.prepares and not reader.is_closed, before=before, asked=asked
        ),
        "tasks": parts.tasks_now(
            scope, at.office, progress_of(scope.period, [at.office])[at.office.pk],
            tells=reader.prepares and not reader.is_closed, on=timezone.localdate(),
        ),
        "records": parts.records_of(scope, at.office, standing.live, before=before, asked=asked.records),
        "justifications": parts.justifications_of(standing.live, known, settled(objected, standing.live)),
        "files": parts.files_count(standing.live),
        "changes": differences.told(before, standing.live, known, scope.period)
        if before is not None and standing.changed
        else None,
        "questions": asked,
        "versions": Version.objects.filter(report=standing.report).defer("content").order_by("-number").select_related(
            "sent_by"
        ) if standing.report else [],
        "story": story_of_report(standing.report) if standing.report else [],
        "urls": {name: at.url(name) for name in PLACES_OF_A_REPORT},
        "grid_url": places.grid_url(scope) if reader.prepares and not reader.is_closed else "",
        "difference_url": at.url("difference", standing.version.number) if standing.version else "",
    }  # fmt: skip
