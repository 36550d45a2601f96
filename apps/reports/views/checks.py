"""What the checks object to, office by office, and what was written to justify it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.campaigns.scope import Scope, scope_of
from apps.core.forms import refuse
from apps.core.page import Crumb, show
from apps.offices.models import Office
from apps.reports import actions
from apps.reports.checks.justified import checked
from apps.reports.checks.reading import findings, past
from apps.reports.completeness import asked_indicators
from apps.reports.expected import expected_offices
from apps.reports.forms.justifying import JustificationForm
from apps.reports.matrix import name_of
from apps.reports.models import Justification
from apps.reports.pages.objections import item_of, too_little
from apps.reports.rules import can_prepare


def readable(scope: Scope) -> list[Office]:
    """Expected offices whose drafts the reader sees: all for secretariat and leaders, one's own for the others.
    Findings are about drafts, so publication opens them to nobody else."""
    offices = expected_offices(scope.period)
    if scope.reads_all:
        return offices
    own = scope.roles.office_ids if scope.cluster.pk in scope.roles.member_clusters else frozenset()
    return [office for office in offices if office.pk in own]


def address(scope: Scope, name: str, *args: object) -> str:
    return reverse(f"reports:{name}", args=[scope.cluster.code, scope.period.code, *args])


@require_safe
def checks(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    offices = readable(scope)
    if not offices:
        raise PermissionDenied
    found = checked(scope.period, offices)
    _frame(request, scope, _("Checks of figures"))
    sheets = [(name_of(office), [item_of(scope, office, each) for each in found[office.pk]]) for office in offices]
    known = asked_indicators(scope.period)
    before = past(scope.period, offices, known)
    unjudged = [too_little(name_of(office), office, known, before) for office in offices]
    return render(request, "reports/checks.html", {
        "scope": scope, "unjudged": [each for each in unjudged if each.names],
        "sheets": [(name, items, sum(each.checked.is_open for each in items)) for name, items in sheets if items],
        "quiet": [name for name, items in sheets if not items],
    })  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def justify(request: HttpRequest, cluster: str, period: str, office: str, rule: str, subject: str) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    at = _office(scope, office)
    if not can_prepare(scope.user, scope.period, at):
        raise PermissionDenied
    back = address(scope, "checks")
    found = findings(scope.period, [at])[at.pk]
    finding = next((each for each in found if (each.rule, each.subject) == (rule, subject)), None)
    if finding is None or not finding.needs_justification:
        messages.info(request, _("The check no longer objects to this figure: nothing is to be justified."))
        return redirect(back)
    written = Justification.objects.filter(
        report__period=scope.period, report__office=at, rule=rule, subject=subject
    ).first()  # fmt: skip
    initial = {"text": written.text if written else "", "objection": finding.objection}
    form = JustificationForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.justify(
                period=scope.period, office=at, rule=rule, subject=subject, text=form.cleaned_data["text"],
                objection=form.cleaned_data["objection"], by=scope.user,
            )  # fmt: skip
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The justification has been saved. It goes into the notes of the report."))
            return redirect(back)
    _frame(request, scope, f"{finding.label} · {name_of(at)}", Crumb(label=_("Checks of figures"), url=back))
    return render(request, "core/form.html", {"form": form, "back": back, "note": finding.text})


@require_POST
def withdraw(request: HttpRequest, cluster: str, period: str, office: str, rule: str, subject: str) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    at = _office(scope, office)
    if not can_prepare(scope.user, scope.period, at):
        raise PermissionDenied
    rows = Justification.objects.select_related("report__period__cluster", "report__office")
    written = rows.filter(report__period=scope.period, report__office=at, rule=rule, subject=subject).first()
    if written is not None:
        try:
            actions.withdraw_justification(justification=written, by=scope.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("The justification has been withdrawn."))
    return redirect(address(scope, "checks"))


def _office(scope: Scope, code: str) -> Office:
    """404 for an office whose drafts the reader may not see, as for one there is not."""
    found = next((each for each in readable(scope) if each.code == code), None)
    if found is None:
        raise Http404
    return found


def _frame(request: HttpRequest, scope: Scope, title: str, *crumbs: Crumb) -> None:
    show(request, title=title, crumbs=[Crumb(label=scope.cluster.short_name), *crumbs, Crumb(label=title)])
