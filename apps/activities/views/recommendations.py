"""A supervision's recommendations, one by one, and what the law says about a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from apps.activities import actions, limits
from apps.activities.conflicts import Difference, differences, opened_with, resolved
from apps.activities.enums import Kind, PaperState
from apps.activities.forms.supervisions import RecommendationForm
from apps.activities.limits import checks
from apps.activities.models import Recommendation, Record
from apps.activities.rules import can_enter
from apps.activities.views.frame import address, frame, list_crumb
from apps.campaigns.scope import Scope, scope_of
from apps.core import words
from apps.core.forms import refuse
from apps.core.history import entries
from apps.core.page import Crumb


# On the record's page -------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Line:
    """One recommendation as the record's page shows it."""

    row: Recommendation
    to: str
    due: str
    state: str
    word: str
    url: str
    delete_url: str
    restore_url: str


def _line(scope: Scope, row: Recommendation, record: Record, known: limits.Table) -> Line:
    due, today = checks.answer_due(row, record.supervision, known), timezone.localdate()
    if row.answered_on:
        late = due is not None and row.answered_on > due.on
        state, word = ("warn", _("answered late")) if late else ("ok", _("answered"))
    elif row.sent_on is None and due is None:
        state, word = "neutral", _("not sent yet")
    else:
        late = due is not None and today > due.on
        state, word = ("bad", _("answer overdue")) if late else ("info", _("answer awaited"))
    level = str(row.get_level_display())
    return Line(
        row=row, to=f"{row.addressee} ({level})" if level else row.addressee, due=due.words if due else "", state=state,
        word=capfirst(word), url=address(scope, "recommendation", record.pk, row.pk),
        delete_url=address(scope, "delete_recommendation", record.pk, row.pk),
        restore_url=address(scope, "restore_recommendation", record.pk, row.pk),
    )  # fmt: skip


def lawful(scope: Scope, record: Record, *, may_change: bool) -> dict[str, Any]:
    """What the record's page says of the law, and a supervision's recommendations. Two queries: limits, rows."""
    known, is_supervision = limits.table(), record.kind == Kind.SUPERVISION
    rows = list(record.recommendation_rows.all()) if is_supervision else []
    living = [row for row in rows if row.deleted_at is None]
    may_add = may_change and record.deleted_at is None
    return {
        "warnings": limits.warnings_of(record, limits=known, asked=living),
        "limits_url": address(scope, "limits"),
        "dues": _dues(record, known) if record.deleted_at is None else [],
        "lists_recommendations": is_supervision,
        "asked": [_line(scope, row, record, known) for row in living],
        "removed": [_line(scope, row, record, known) for row in rows if row.deleted_at] if may_add else [],
        "new_recommendation_url": address(scope, "new_recommendation", record.pk) if may_add else "",
    }


def _dues(record: Record, known: limits.Table) -> list[tuple[str, str]]:
    """Days that nobody entered and that the law gives, while what is due is not there."""
    if record.kind == Kind.SUPERVISION:
        row = record.supervision
        due = checks.report_due(row, known)
        waits = row.report_state != PaperState.ISSUED and row.reported_on is None
        return [(_("Report due"), due.words)] if due and waits else []
    if record.kind == Kind.OPINIONS:
        batch = record.opinions
        due = checks.opinions_due(batch, known)
        return [(_("Answer due by the law"), due.words)] if due and due.is_computed and not batch.answered_on else []
    return []


def say_warnings(request: HttpRequest, record: Record) -> None:
    """For those who go on to the next form and do not see the record's page."""
    for each in limits.warnings_of(record):
        messages.warning(request, f"{each.text} {each.clause}".strip())


# Their own forms ------------------------------------------------------------------------------------------------------
def _supervision(request: HttpRequest, cluster: str, period: str, pk: int) -> tuple[Scope, Record]:
    """A living supervision that the reader sees (404) and for which they enter (403)."""
    scope = scope_of(request, cluster, period)
    rows = Record.objects.open_to(scope.user, scope.cluster).with_details().filter(kind=Kind.SUPERVISION)
    found = get_object_or_404(rows, pk=pk)
    if not can_enter(scope.user, scope.cluster, found.office, actions.year_of(scope.cluster, found.counted_on)):
        raise PermissionDenied
    if found.deleted_at is not None:
        raise Http404
    return scope, found


def _row(record: Record, pk: int) -> Recommendation:
    found: Recommendation = get_object_or_404(record.recommendation_rows.all(), pk=pk)
    found.record = record
    return found


def _back(scope: Scope, record: Record) -> str:
    return address(scope, "record", record.pk) + "#recommendations"


def _page(request: HttpRequest, scope: Scope, record: Record, title: str, context: dict[str, Any]) -> HttpResponse:
    frame(request, scope, title, crumbs=[
        list_crumb(scope, "list=supervision"),
        Crumb(label=words.day(record.starts_on), url=address(scope, "record", record.pk)), Crumb(label=title),
    ])  # fmt: skip
    form = context["form"]
    conflict = context.setdefault("conflict", [])
    common = {"owner": "", "back_url": _back(scope, record), "draft_names": []}
    status = 409 if conflict else 422 if form.is_bound and form.errors else 200
    return render(request, "activities/form.html", {**common, **context}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope, record = _supervision(request, cluster, period, pk)
    form = RecommendationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_recommendation(
                record=record, cluster=scope.cluster, values=form.values, by=scope.user,
                submission=form.cleaned_data["submission"],
            )  # fmt: skip
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The recommendation is saved."))
            again = "another" in request.POST
            return redirect(address(scope, "new_recommendation", record.pk) if again else _back(scope, record))
    return _page(request, scope, record, _("New recommendation"), {"form": form, "is_new": True})


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, cluster: str, period: str, pk: int, row: int) -> HttpResponse:
    scope, record = _supervision(request, cluster, period, pk)
    found = _row(record, row)
    if found.deleted_at is not None:
        raise Http404
    conflict: list[Difference] = []
    if request.method == "POST":
        form = RecommendationForm(resolved(request.POST, RecommendationForm(record=found)), record=found)
        if form.is_valid():
            saved, conflict = _save(request, scope, form, found)
            if saved:
                messages.success(request, _("The recommendation is saved."))
                return redirect(_back(scope, record))
            if conflict:
                data = request.POST.copy()
                data["version"] = str(_row(record, row).version)
                form = RecommendationForm(data, record=found)
    else:
        form = RecommendationForm(record=found)
    last = next(iter(entries(found, limit=1)), None) if conflict else None
    return _page(request, scope, record, _("Recommendation"), {
        "form": form, "is_new": False, "conflict": conflict,
        "opened_with": request.POST.get("opened_with") if conflict else opened_with(form),
        "changed_by": f"{last.who}, {words.moment(last.at)}" if last else "",
    })  # fmt: skip


def _save(
    request: HttpRequest, scope: Scope, form: RecommendationForm, found: Recommendation
) -> tuple[bool, list[Difference]]:
    """Whether it is saved; if not, what differs where somebody else was quicker. What both saved alike is saved."""
    try:
        actions.change_recommendation(
            row=found, cluster=scope.cluster, version=form.cleaned_data["version"] or 0, values=form.values,
            by=scope.user,
        )  # fmt: skip
    except ValidationError as error:
        if getattr(error, "code", "") != "version":
            refuse(form, error)
            return False, []
        current = RecommendationForm(record=_row(found.record, found.pk))
        differing = differences(form, current, request.POST.get("opened_with", ""))
        return not differing, differing
    return True, []


@require_POST
def delete(request: HttpRequest, cluster: str, period: str, pk: int, row: int) -> HttpResponse:
    scope, record = _supervision(request, cluster, period, pk)
    undo = address(scope, "restore_recommendation", record.pk, row)
    try:
        actions.delete_recommendation(row=_row(record, row), cluster=scope.cluster, by=scope.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("The recommendation is deleted."), extra_tags=f"undo={undo}")
    return redirect(_back(scope, record))


@require_POST
def restore(request: HttpRequest, cluster: str, period: str, pk: int, row: int) -> HttpResponse:
    scope, record = _supervision(request, cluster, period, pk)
    try:
        actions.restore_recommendation(row=_row(record, row), cluster=scope.cluster, by=scope.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("The recommendation is restored."))
    return redirect(_back(scope, record))
