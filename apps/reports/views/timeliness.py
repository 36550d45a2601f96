"""Timeliness of the reports of a period: of all offices for secretariat and leaders, of one's own for an office."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from apps.campaigns.scope import Scope, scope_of
from apps.core import words
from apps.core.page import Crumb, show
from apps.core.workbook import Sheet, workbook
from apps.offices.models import Office
from apps.reports.enums import Punctuality
from apps.reports.expected import expected_offices
from apps.reports.timeliness import Timeliness, timeliness

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
IN_TIME = {Punctuality.ON_TIME, Punctuality.ON_TIME_EXTENDED}
SENT = IN_TIME | {Punctuality.LATE}


@dataclass(frozen=True)
class Line:
    name: str
    found: Timeliness


def lines_of(scope: Scope, offices: list[Office] | None = None) -> list[Line]:
    """Of the offices given (expected ones, as the page has them), or of all that the reader may see; for
    `reports/_timeliness.html` as `timeliness_lines`."""
    asked = readable(scope) if offices is None else offices
    found = timeliness(scope.period, asked)
    return [Line(str(getattr(office, "name_then", office.name)), found[office.pk]) for office in asked]


def readable(scope: Scope) -> list[Office]:
    offices = expected_offices(scope.period)
    return offices if scope.reads_all else [each for each in offices if each.pk in scope.roles.office_ids]


def _opened(request: HttpRequest, cluster: str, period: str) -> tuple[Scope, list[Line]]:
    scope = scope_of(request, cluster, period)
    offices = readable(scope)
    if not offices:  # an administrator knows the cluster, not how its offices report
        raise PermissionDenied
    return scope, lines_of(scope, offices)


def _summary(scope: Scope, lines: list[Line]) -> str:
    """ "4/6 Văn phòng đã gửi, 3 đúng hạn; 2 quá hạn." For those who see all."""
    if not scope.reads_all:
        return ""
    counts = Counter(line.found.punctuality for line in lines)
    said = ngettext(
        "%(sent)s of %(all)s office has sent its report, %(in_time)s of them in time; overdue: %(overdue)s.",
        "%(sent)s of %(all)s offices have sent their reports, %(in_time)s of them in time; overdue: %(overdue)s.",
        len(lines),
    )
    return said % {
        "sent": words.number(sum(counts[each] for each in SENT)), "all": words.number(len(lines)),
        "in_time": words.number(sum(counts[each] for each in IN_TIME)),
        "overdue": words.number(counts[Punctuality.OVERDUE]),
    }  # fmt: skip


@require_safe
def page(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope, lines = _opened(request, cluster, period)
    show(request, title=_("Timeliness"), crumbs=[Crumb(label=scope.cluster.short_name)])
    at = [scope.cluster.code, scope.period.code]
    return render(request, "reports/timeliness.html", {
        "timeliness_lines": lines, "name": words.uncapitalised(str(scope.period)), "summary": _summary(scope, lines),
        "export_url": reverse("reports:timeliness_export", args=at),
        "extensions_url": reverse("campaigns:extensions", args=at),
    })  # fmt: skip


@require_safe
def export(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope, lines = _opened(request, cluster, period)
    content = workbook(Sheet(
        name=_("Timeliness"), title=_("Timeliness of reports, %(period)s") % {
            "period": words.uncapitalised(str(scope.period)),
        },
        headings=[_("No."), _("Office"), _("Due day"), _("Extended until"), _("First sent on"), _("Timeliness"),
                  _("Days late")],
        rows=[
            [number, line.name, line.found.due_on, line.found.extended_until, line.found.sent_on, line.found.text,
             line.found.days]
            for number, line in enumerate(lines, start=1)
        ],
    ))  # fmt: skip
    answer = HttpResponse(content, content_type=EXCEL)
    answer["Content-Disposition"] = f'attachment; filename="tien-do-gui-bao-cao-{scope.period.code}.xlsx"'
    return answer
