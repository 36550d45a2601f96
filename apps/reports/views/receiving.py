"""The secretariat's part: asking for completion, receiving, entering on behalf."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from apps.activities.models import Record
from apps.core import words
from apps.reports import actions
from apps.reports.content import digest
from apps.reports.forms.cycle import AskForm, BehalfForm
from apps.reports.pages import figures, parts
from apps.reports.rules import can_ask, can_receive, can_send_on_behalf
from apps.reports.views.opening import Opened, opened, place, question_of, refuse_unless, words_of

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
def ask(request: HttpRequest, cluster: str, period: str, office: str) -> HttpResponse:
    """All lines of what was sent, a box at each; whatever was written in them goes out with one POST."""
    at = opened(request, cluster, period, office)
    refuse_unless(can_ask(at.scope.user, at.scope.period))
    report, version = at.standing.report, at.standing.version
    if report is None or version is None:
        messages.info(request, _("This report has not been sent yet, so there is nothing to ask about."))
        return redirect(at.url("report"))
    sent, known = at.standing.sent, figures.catalogue(at.scope)
    records = Record.objects.alive().filter(pk__in=sent.records, office=at.office).in_bulk()
    form = AskForm(request.POST or None, indicators=known, records=records)
    if request.method == "POST" and form.is_valid():
        try:
            put = actions.ask(report=report, questions=form.asked, by=at.scope.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            number = words.number(len(put))
            said = ngettext("%(number)s question was sent.", "%(number)s questions were sent.", len(put))
            messages.success(request, said % {"number": number})
            return redirect(at.url("report"))
    place(request, at, _("Ask for completion"))
    context: dict[str, Any] = {
        "at": at, "version": version, "form": form, "whole": form["whole"],
        "groups": [
            (group, [(line, form[f"figure-{line.code}"]) for line in group.lines])
            for group in figures.figures_of(known, sent).groups
        ],
        "sections": [(each, form[f"section-{each.section}"]) for each in parts.sections_as_sent(sent)],
        "records": [
            (kind, [(each, form[f"record-{each.pk}"]) for each in kind.records if each.pk in records])
            for kind in parts.records_of(at.scope, at.office, sent)
        ],
        "back_url": at.url("report"),
    }  # fmt: skip
    return render(request, "reports/ask.html", context, status=422 if form.errors else 200)


@require_POST
def withdraw(request: HttpRequest, cluster: str, period: str, office: str, pk: int) -> HttpResponse:
    at = opened(request, cluster, period, office)
    question = question_of(at, pk)
    refuse_unless(can_ask(at.scope.user, at.scope.period))
    try:
        actions.withdraw(question=question, by=at.scope.user)
    except ValidationError as error:
        messages.error(request, words_of(error))
    else:
        messages.success(request, _("The question was withdrawn."))
    return redirect(at.url("report"))


@require_POST
def receive(request: HttpRequest, cluster: str, period: str, office: str) -> HttpResponse:
    """Exactly the version that the secretariat had before its eyes, which the form names."""
    at = opened(request, cluster, period, office)
    refuse_unless(can_receive(at.scope.user, at.scope.period))
    version = at.standing.version
    if version is None or str(version.number) != request.POST.get("number", ""):
        messages.error(request, _("Another version has been sent since. Look at that one."))
        return redirect(at.url("report"))
    try:
        actions.receive(version=version, by=at.scope.user)
    except ValidationError as error:
        messages.error(request, words_of(error))
    else:
        messages.success(request, _("Received: version %(number)s.") % {"number": version.number})
    return redirect(at.url("report"))


@require_http_methods(METHODS)
def behalf(request: HttpRequest, cluster: str, period: str, office: str) -> HttpResponse:
    """What came by telephone or on paper: the figures stand on the usual pages; here they become a version."""
    at = opened(request, cluster, period, office)
    refuse_unless(can_send_on_behalf(at.scope.user, at.scope.period))
    form = BehalfForm(request.POST or None, initial={"seen": digest(at.standing.live)})
    if request.method == "POST" and form.is_valid():
        try:
            version = actions.send_on_behalf(
                period=at.scope.period, office=at.office, way=form.cleaned_data["way"],
                note=form.cleaned_data["note"], seen=form.cleaned_data["seen"], by=at.scope.user,
            )  # fmt: skip
        except ValidationError as error:
            form.add_error(None, error)
        else:
            said = _("Entered as version %(number)s. The office is asked to confirm it.")
            messages.success(request, said % {"number": version.number})
            return redirect(at.url("report"))
    place(request, at, _("Enter on behalf of the office"))
    return render(request, "reports/behalf.html", _summed(at, form), status=422 if form.errors else 200)


def _summed(at: Opened, form: BehalfForm) -> dict[str, Any]:
    live = at.standing.live
    return {
        "form": form, "at": at, "figures": figures.figures_of(figures.catalogue(at.scope), live),
        "written": len(live.prose), "records": len(live.records), "back_url": at.url("report"),
    }  # fmt: skip
