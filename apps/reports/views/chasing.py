"""The chase list of the secretariat, the contacts noted in it, and what is written to an office."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from apps.campaigns.scope import Scope, scope_of
from apps.core.page import Crumb, show
from apps.core.papers.paper import Paper
from apps.core.papers.pdf import pdf
from apps.core.papers.word import word
from apps.core.words import uncapitalised
from apps.offices.models import Office
from apps.reports import urging
from apps.reports.actions.contacts import log_contact
from apps.reports.addresses import chase_url, report_url
from apps.reports.chasing import Chased, chase
from apps.reports.enums import ReportState
from apps.reports.expected import expected_offices
from apps.reports.forms.contacts import ContactForm
from apps.reports.inbox import overdue_words
from apps.reports.letters import letter, request_of
from apps.reports.rules import can_chase
from apps.reports.urging import Urged

WORD, PDF = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/pdf"


@dataclass(frozen=True)
class Line:
    """One office on the page. `over` is in words; `text` is ready to be pasted into Zalo."""

    chased: Chased
    state: str
    word: str
    over: str
    url: str
    text: str
    form: ContactForm


def _scope(request: HttpRequest, cluster: str, period: str) -> Scope:
    scope = scope_of(request, cluster, period)
    if not can_chase(scope.user, scope.period):
        raise PermissionDenied
    return scope


def _office(scope: Scope, code: str) -> Office:
    found = next((office for office in expected_offices(scope.period) if office.code == code), None)
    if found is None:
        raise Http404
    return found


@require_safe
def chase_list(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope = _scope(request, cluster, period)
    on = timezone.localdate()
    found = chase(scope.period, on)
    lines = []
    for each in found.lines:
        over = "" if each.is_ours else overdue_words(each.at, on)
        state, name = _badge(each)
        url = report_url(scope.period, each.office.code)
        text = "" if each.is_ours else urging.message(urged(scope, each, request.build_absolute_uri(url)))
        form = ContactForm(prefix=each.office.code, auto_id=f"contact-{each.office.code}-%s")
        lines.append(Line(each, state, name, over, url, text, form))
    listed = reverse("reports:list", args=[scope.cluster.code, scope.period.code])
    crumbs = [Crumb(label=scope.cluster.short_name), Crumb(label=_("Offices' reports"), url=listed)]
    show(request, title=_("Chase list"), crumbs=crumbs)
    return render(request, "reports/chase.html", {"scope": scope, "found": found, "lines": lines})


def _badge(each: Chased) -> tuple[str, str]:
    if each.is_ours:
        return "info", _("sent, waits to be received")
    if each.at.state == ReportState.TO_COMPLETE:
        return "warn", str(each.at.state.label)
    return "neutral", _("not sent yet")


def urged(scope: Scope, each: Chased, link: str = "") -> Urged:
    """What is known of an office, for the letter and the message; the period is named in Vietnamese."""
    report = each.at.report
    current = report.current if report else None
    with translation.override("vi"):
        period = uncapitalised(str(scope.period))
    return Urged(
        office=each.at.full_name, cluster=scope.cluster.short_name, period=period, due_on=each.at.due_on,
        days_over=each.days_over, on=timezone.localdate(), missing=each.missing, questions=each.questions,
        sent_on=timezone.localdate(current.sent_at) if current else None, link=link,
    )  # fmt: skip


@require_safe
def letter_word(request: HttpRequest, cluster: str, period: str, office: str) -> HttpResponse:
    scope = _scope(request, cluster, period)
    return _download(scope, office, word(_letter(scope, office)), WORD, "docx")


@require_safe
def letter_pdf(request: HttpRequest, cluster: str, period: str, office: str) -> HttpResponse:
    scope = _scope(request, cluster, period)
    return _download(scope, office, pdf(_letter(scope, office)), PDF, "pdf")


def _letter(scope: Scope, code: str) -> Paper:
    """404 where the office has sent or its report is received: there is nothing to be chased."""
    at = _office(scope, code)
    found = chase(scope.period, timezone.localdate(), [at.pk])
    line = next((each for each in found.lines if not each.is_ours), None)
    if line is None:
        raise Http404
    said = replace(urged(scope, line), request=request_of(scope.period))
    return letter(scope.period, said, timezone.now())


def _download(scope: Scope, code: str, content: bytes, kind: str, ending: str) -> HttpResponse:
    name = f"don-doc-{code}-{scope.period.code}.{ending}"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@require_POST
def contact(request: HttpRequest, cluster: str, period: str, office: str) -> HttpResponse:
    scope = _scope(request, cluster, period)
    at = _office(scope, office)
    form = ContactForm(request.POST, prefix=at.code)
    if form.is_valid():
        try:
            log_contact(period=scope.period, office=at, by=scope.user, **form.cleaned_data)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("The contact with %(office)s has been noted.") % {"office": at.short_name})
    else:
        messages.error(request, " ".join(str(text) for texts in form.errors.values() for text in texts))
    return redirect(f"{chase_url(scope.period)}#{at.code}")
