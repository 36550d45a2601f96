"""What was sent, as it was sent, and what differs between two sendings, or between one and now."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.campaigns.scope import scope_of
from apps.reports.content import from_json
from apps.reports.models import Version
from apps.reports.pages import differences, figures, parts, received
from apps.reports.views.opening import Opened, named, opened, place, version_of

NOW = "now"


def known(request: HttpRequest, cluster: str, period: str, office: str) -> Opened:
    """An office of the period. What may be read of it is asked of each version: other members read those received, once
    the cluster's report was published."""
    scope = scope_of(request, cluster, period)
    if not (scope.reads_all or scope.cluster.pk in scope.roles.member_clusters):
        raise Http404
    return Opened(scope, named(scope, office))


@require_safe
def versions(request: HttpRequest, cluster: str, period: str, office: str) -> HttpResponse:
    at = known(request, cluster, period, office)
    rows = Version.objects.visible_to(at.scope.user).filter(report__period=at.scope.period, report__office=at.office)
    rows = rows.defer("content").select_related("sent_by", "received_by", "confirmed_by").order_by("-number")
    found = list(rows)
    if not found and not at.reads_now:
        raise Http404
    place(request, at, _("Versions"))
    return render(request, "reports/versions.html", {
        "at": at, "reads_now": at.reads_now,
        "rows": [
            (each, at.url("version", each.number), at.url("difference", each.number), each.number - 1)
            for each in found
        ],
    })  # fmt: skip


@require_safe
def version(request: HttpRequest, cluster: str, period: str, office: str, number: int) -> HttpResponse:
    """Readable as it was sent, whatever has become of its records since."""
    at = known(request, cluster, period, office)
    row = version_of(at, number)
    content = from_json(row.content)
    indicators = figures.catalogue(at.scope)
    place(request, at, _("Version %(number)s") % {"number": row.number})
    context: dict[str, Any] = {
        "at": at, "row": row, "received": None if at.reads_now else received.sheet_of(at.scope, at.office, row),
        "figures": figures.figures_of(indicators, content),
        "sections": [each for each in parts.sections_as_sent(content) if each.text],
        "tasks": parts.tasks_as_sent(at.scope, content),
        "records": parts.records_of(at.scope, at.office, content, opens=at.reads_now),
        "justifications": parts.justifications_of(content, indicators),
        "files": parts.files_count(content),
        "questions": row.questions.standing().select_related("indicator", "record", "asked_by", "answered_by")
        if at.reads_now else [],
        "export_url": at.url("version_export", row.number), "word_url": at.url("version_word", row.number),
        "pdf_url": at.url("version_pdf", row.number),
        "difference_url": at.url("difference", row.number) if at.reads_now else "",
        "versions_url": at.url("versions"),
    }  # fmt: skip
    return render(request, "reports/version.html", context)


@require_safe
def difference(request: HttpRequest, cluster: str, period: str, office: str, number: int) -> HttpResponse:
    """From one version to another (`?to=2`), or to what the report holds now."""
    at = opened(request, cluster, period, office)
    row = version_of(at, number)
    others = list(at.standing.report.versions.values_list("number", flat=True)) if at.standing.report else []
    to = request.GET.get("to", NOW)
    if to == NOW:
        after, name = at.standing.live, _("now")
    elif to.isdigit() and int(to) in others:
        after, name = from_json(version_of(at, int(to)).content), _("version %(number)s") % {"number": to}
    else:
        raise Http404
    told = differences.told(from_json(row.content), after, figures.catalogue(at.scope), at.scope.period)
    place(request, at, _("Difference: version %(number)s to %(to)s") % {"number": row.number, "to": name})
    return render(request, "reports/difference.html", {
        "at": at, "row": row, "told": told, "to": to,
        "choices": [
            *((_("Version %(number)s") % {"number": each}, f"?to={each}", to == str(each))
              for each in others if each != row.number),
            (_("Now"), f"?to={NOW}", to == NOW),
        ],
        "versions_url": at.url("versions"),
    })  # fmt: skip
