"""An office's report to take along: as a workbook, and as a paper for the signature of its head."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.campaigns.models import Task
from apps.core.papers.paper import Paper
from apps.core.papers.pdf import pdf as drawn_pdf
from apps.core.papers.word import word as drawn_word
from apps.core.workbook import workbook
from apps.files.answers import download
from apps.files.formats import DOCX, PDF, XLSX
from apps.reports.checks.justified import checked, without_settled
from apps.reports.content import Content, from_json
from apps.reports.models import Version
from apps.reports.pages import figures, sheets, words
from apps.reports.pages.paper import paper_of
from apps.reports.views.opening import Opened, opened, version_of
from apps.reports.views.versions import known


def _tasks(at: Opened) -> list[Task]:
    return list(Task.objects.filter(period=at.scope.period).order_by("position", "pk"))


def _stem(at: Opened, row: Version | None = None) -> str:
    name = f"{at.scope.cluster.code}-{at.scope.period.code}-{at.office.code}"
    return f"{name}-{row.number}" if row else name


def _book(at: Opened, content: Content, note: str, sent_at: datetime | None = None) -> bytes:
    title = _("Report: %(office)s") % {"office": at.name}
    period = str(at.scope.period)
    found = sheets.sheets_of(
        content, figures.catalogue(at.scope), _tasks(at), title=title, note=f"{period} · {note}"
    )  # fmt: skip
    return workbook(*found, made_at=sent_at)


def _paper(at: Opened, content: Content, sent_at: datetime | None = None) -> Paper:
    """Laid out as of today, when it is printed and signed; a version as of the day on which it was sent."""
    now = timezone.localtime(sent_at)
    return paper_of(
        content, figures.catalogue(at.scope), _tasks(at), office=at.office, period=at.scope.period, on=now.date(),
        at=now,
    )  # fmt: skip


def _now(at: Opened) -> Content:
    """What would be sent now."""
    return without_settled(checked(at.scope.period, [at.office])[at.office.pk], at.standing.live)


@require_safe
def export(request: HttpRequest, cluster: str, period: str, office: str) -> HttpResponse:
    """The report as it stands now, as a workbook."""
    at = opened(request, cluster, period, office)
    return download(_book(at, _now(at), words.state_words(at.standing.state)), _stem(at), XLSX)


@require_safe
def word(request: HttpRequest, cluster: str, period: str, office: str) -> HttpResponse:
    at = opened(request, cluster, period, office)
    return download(drawn_word(_paper(at, _now(at))), _stem(at), DOCX)


@require_safe
def pdf(request: HttpRequest, cluster: str, period: str, office: str) -> HttpResponse:
    at = opened(request, cluster, period, office)
    return download(drawn_pdf(_paper(at, _now(at))), _stem(at), PDF)


@require_safe
def version_export(request: HttpRequest, cluster: str, period: str, office: str, number: int) -> HttpResponse:
    """A version as it was sent."""
    at = known(request, cluster, period, office)
    row = version_of(at, number)
    note = _("Version %(number)s") % {"number": row.number}
    return download(_book(at, from_json(row.content), note, row.sent_at), _stem(at, row), XLSX)


@require_safe
def version_word(request: HttpRequest, cluster: str, period: str, office: str, number: int) -> HttpResponse:
    at = known(request, cluster, period, office)
    row = version_of(at, number)
    return download(drawn_word(_paper(at, from_json(row.content), row.sent_at)), _stem(at, row), DOCX)


@require_safe
def version_pdf(request: HttpRequest, cluster: str, period: str, office: str, number: int) -> HttpResponse:
    at = known(request, cluster, period, office)
    row = version_of(at, number)
    return download(drawn_pdf(_paper(at, from_json(row.content), row.sent_at)), _stem(at, row), PDF)
