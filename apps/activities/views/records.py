"""One record: its page, entering it, changing it, deleting it and bringing it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.activities import actions, columns, evidence_lines
from apps.activities.conflicts import Difference, differences, opened_with, resolved
from apps.activities.defined.offered import Offered, code_of, offered, offered_of
from apps.activities.definitions import definitions
from apps.activities.enums import Kind
from apps.activities.forms.defined import form_for
from apps.activities.forms.records import OWN, RecordForm
from apps.activities.models import Record
from apps.activities.rules import can_enter
from apps.activities.sources import amount_in
from apps.activities.stories import story_of
from apps.activities.views.frame import address, frame, list_crumb
from apps.activities.views.lists import owner_names
from apps.activities.views.opinions import say_twins
from apps.activities.views.recommendations import lawful, say_warnings
from apps.campaigns.models import Period
from apps.campaigns.scope import Scope, scope_of
from apps.core import words
from apps.core.forms import day_of
from apps.core.page import Crumb
from apps.indicators.models import Indicator


def _record(scope: Scope, pk: int) -> Record:
    rows = Record.objects.open_to(scope.user, scope.cluster).with_details()
    found: Record = get_object_or_404(rows, pk=pk)
    return found


def _changeable(scope: Scope, record: Record) -> bool:
    return can_enter(scope.user, scope.cluster, record.office, actions.year_of(scope.cluster, record.counted_on))


def _refuse_unless_changeable(scope: Scope, record: Record) -> None:
    if not _changeable(scope, record):
        raise PermissionDenied


def period_of(scope: Scope, record: Record) -> Period | None:
    """The half in which a record counts; the period itself where the cluster has no halves."""
    holding = [each for each in scope.periods if each.starts_on <= record.counted_on <= each.ends_on]
    return min(holding, key=lambda each: each.ends_on - each.starts_on, default=None)


@dataclass(frozen=True)
class Feeding:
    """A figure in which the record counts, and with how much."""

    label: str
    amount: str
    url: str


def figures_fed(scope: Scope, record: Record) -> list[Feeding]:
    """One query: the catalogue. What the record says is compared with each indicator's filters."""
    period = period_of(scope, record)
    if period is None or record.deleted_at is not None:
        return []
    owner = record.office.code if record.office else OWN
    return [
        Feeding(
            label=indicator.name,
            amount=f"{words.number(amount)} {indicator.unit}",
            url=reverse("indicators:figure", args=[scope.cluster.code, period.code, indicator.code])
            + f"?{urlencode({'office': owner})}",
        )
        for indicator in Indicator.objects.for_cluster(scope.cluster, scope.year).filter(source=record.source)
        if (amount := amount_in(indicator, record)) is not None
    ]


def where_it_counts(scope: Scope, record: Record) -> str:
    period = period_of(scope, record)
    if period is None:
        return _("Counts on %(day)s, in no period of the cluster yet.") % {"day": words.day(record.counted_on)}
    name = words.uncapitalised(str(period))
    if record.conference and record.counted_on != record.starts_on:
        return _("Counts in %(period)s, because it belongs to “%(conference)s”.") % {
            "period": name, "conference": record.conference.title,
        }  # fmt: skip
    return _("Counts in %(period)s.") % {"period": name}


@require_safe
def record(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    found = _record(scope, pk)
    title = columns.title_of(found)
    kind = offered_of(found)
    kind_query = urlencode({"list": kind.code})
    frame(request, scope, title, crumbs=[
        list_crumb(scope), Crumb(label=kind.label, url=address(scope, "records", query=kind_query)),
        Crumb(label=words.day(found.starts_on)),
    ])  # fmt: skip
    said = {"note", "summary", "draft"} | ({"title"} if found.title else set())  # stand elsewhere on the page
    told = [column for column in kind.columns if column.name not in said]
    names = owner_names(scope, short=False)
    return render(request, "activities/record.html", {
        "scope": scope,
        "record": found,
        "owner": names.get(found.office_id) or str(found.office and found.office.name),
        "owner_label": columns.SOCIAL_OWNER_LABEL if found.kind == Kind.SOCIAL_WORK else columns.OWNER_LABEL,
        "facts": [(str(column.label), column.text(found)) for column in told],
        "note_label": columns.NOTE.label,
        "summary": found.experience.summary if found.kind == Kind.EXPERIENCE else "",
        "counts": where_it_counts(scope, found),
        "fed": figures_fed(scope, found),
        "story": story_of(found),
        "evidence": evidence_lines.lines(scope, record=found),
        "may_change": _changeable(scope, found),
        **lawful(scope, found, may_change=_changeable(scope, found)),
        "edit_url": address(scope, "edit", found.pk),
        "delete_url": address(scope, "delete", found.pk),
        "restore_url": address(scope, "restore", found.pk),
        "list_url": address(scope, "records", query=kind_query),
    })  # fmt: skip


def _kind(scope: Scope, name: str) -> Offered:
    found = next((each for each in offered(scope.cluster, scope.year) if each.code == name), None)
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, cluster: str, period: str, kind: str) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    chosen = _kind(scope, kind)
    if not scope.enters_for:
        raise PermissionDenied
    if request.method == "POST":
        form = form_for(chosen)(request.POST, scope=scope)
        if form.is_valid():
            made = _write(form, lambda: actions.create_record(
                kind=chosen.kind, cluster=scope.cluster, office=form.office, values=form.values, detail=form.detail,
                submission=form.cleaned_data["submission"], by=scope.user,
            ))  # fmt: skip
            if made is not None:
                _say_saved(request, scope, made)
                if "another" in request.POST:
                    say_warnings(request, made)
                    kept = {
                        "owner": form.cleaned_data["owner"],
                        "starts_on": form.cleaned_data["starts_on"].isoformat(),
                    }
                    return redirect(address(scope, "new", chosen.code, query=urlencode(kept)))
                return redirect(address(scope, "record", made.pk))
    else:
        kept = _kept(request, scope)
        made_for = form_for(chosen)
        form = made_for(scope=scope, initial={**made_for.prefilled(scope, kept, request.GET), **kept})
    frame(request, scope, _("New: %(kind)s") % {"kind": chosen.label}, crumbs=[
        list_crumb(scope, urlencode({"list": chosen.code})), Crumb(label=_("New")),
    ])  # fmt: skip
    back = address(scope, "records", query=urlencode({"list": chosen.code}))
    context = {"form": form, "is_new": True, "back_url": back, "conflict": [], "draft_names": _draft_names(form),
               "definitions": definitions(scope, chosen.slug)}  # fmt: skip
    return render(request, "activities/form.html", context, status=422 if form.errors else 200)


def _kept(request: HttpRequest, scope: Scope) -> dict[str, Any]:
    """Office and day of the one before; otherwise one's own office where there is only one."""
    offered = [office.code for office in scope.enters_for] + ([OWN] if scope.is_secretariat else [])
    owner = request.GET.get("owner", "")
    found: dict[str, Any] = {"owner": owner if owner in offered else offered[0] if len(offered) == 1 else ""}
    if day := request.GET.get("starts_on"):
        found["starts_on"] = day_of(day) or ""
    return found


def _draft_names(form: RecordForm) -> list[str]:
    return list(getattr(form, "draft_names", []))


def _write(form: RecordForm, write: Any) -> Record | None:
    """Carries out an action; what it refuses is said on the form."""
    try:
        made: Record = write()
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return None
    return made


def _say_saved(request: HttpRequest, scope: Scope, saved: Record) -> None:
    """Where it counts is said at once: it may be another period than the one on the screen."""
    messages.success(request, _("Saved. %(counts)s") % {"counts": where_it_counts(scope, saved)})
    say_twins(request, scope, saved)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    found = _record(scope, pk)
    _refuse_unless_changeable(scope, found)
    if found.deleted_at is not None:
        raise Http404
    of = offered_of(found)
    kind = form_for(of)
    conflict: list[Difference] = []
    if request.method == "POST":
        blank = kind(scope=scope, record=found)
        form = kind(resolved(request.POST, blank), scope=scope, record=found)
        if form.is_valid():
            saved, conflict = _save(scope, form, found, request)
            if saved is not None:
                _say_saved(request, scope, saved)
                return redirect(address(scope, "record", saved.pk))
            if conflict:
                form = kind(_renewed(request, found), scope=scope, record=found)
    else:
        form = kind(scope=scope, record=found)
    frame(request, scope, _("Edit: %(title)s") % {"title": columns.title_of(found)}, crumbs=[
        list_crumb(scope, urlencode({"list": code_of(found)})),
        Crumb(label=words.day(found.starts_on), url=address(scope, "record", found.pk)), Crumb(label=_("Edit")),
    ])  # fmt: skip
    context = {
        "form": form,
        "is_new": False,
        "back_url": address(scope, "record", found.pk),
        "conflict": conflict,
        "opened_with": request.POST.get("opened_with") if conflict else opened_with(form),
        "changed_by": _last_hand(found) if conflict else "",
        "draft_names": _draft_names(form),
        "definitions": definitions(scope, of.slug),
        "owner": owner_names(scope, short=False).get(found.office_id) or str(found.office),
    }
    status = 409 if conflict else 422 if form.is_bound and form.errors else 200
    return render(request, "activities/form.html", context, status=status)


def _save(
    scope: Scope, form: RecordForm, found: Record, request: HttpRequest
) -> tuple[Record | None, list[Difference]]:
    """The saved record; or None and what differs, where somebody else was quicker. What they saved alike is saved."""
    try:
        saved = actions.update_record(
            record=found, cluster=scope.cluster, version=form.cleaned_data["version"] or 0, values=form.values,
            detail=form.detail, by=scope.user,
        )  # fmt: skip
    except ValidationError as refusal:
        if refusal.code != "version":
            form.add_error(None, refusal)
            return None, []
        current = _record(scope, found.pk)
        differing = differences(form, type(form)(scope=scope, record=current), request.POST.get("opened_with", ""))
        return (None, differing) if differing else (current, [])
    return saved, []


def _renewed(request: HttpRequest, found: Record) -> Any:
    """What was sent, now against the version that is there."""
    data = request.POST.copy()
    data["version"] = str(Record.objects.values_list("version", flat=True).get(pk=found.pk))
    return data


def _last_hand(found: Record) -> str:
    entry = next(iter(story_of(found)), None)
    return f"{entry.who}, {words.moment(entry.at)}" if entry else ""


@require_POST
def delete(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    found = _record(scope, pk)
    _refuse_unless_changeable(scope, found)
    try:
        actions.delete_record(record=found, cluster=scope.cluster, by=scope.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect(address(scope, "record", found.pk))
    text = _("Deleted: %(title)s.") % {"title": columns.title_of(found)}
    messages.success(request, text, extra_tags=f"undo={address(scope, 'restore', found.pk)}")
    return redirect(address(scope, "records", query=urlencode({"list": code_of(found)})))


@require_POST
def restore(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    found = _record(scope, pk)
    _refuse_unless_changeable(scope, found)
    try:
        actions.restore_record(record=found, cluster=scope.cluster, by=scope.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("Restored: %(title)s.") % {"title": columns.title_of(found)})
    return redirect(address(scope, "record", found.pk))
