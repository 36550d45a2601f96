"""Voters' opinions of a period: by session and phase, the meetings beside the batches, and what waits for an answer."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.activities import columns
from apps.activities.compared import Line, Section, compared, sessions_whole
from apps.activities.enums import SENT_LEVELS, Kind
from apps.activities.forms.records import OWN
from apps.activities.models import Record
from apps.activities.models.records import RecordQuerySet
from apps.activities.rules import can_enter
from apps.activities.views.frame import address, frame, list_crumb
from apps.activities.views.lists import owner_names
from apps.campaigns.scope import Scope, scope_of
from apps.core import words
from apps.core.page import Tab

LISTED = 30


@dataclass(frozen=True)
class Waiting:
    """A batch without its whole answer."""

    url: str
    day: str
    owner: str
    report: str
    addressee: str
    level: str
    waiting: str
    due: str
    state: str
    is_overdue: bool


def _readable(scope: Scope) -> list[tuple[str, str]]:
    """Whose opinions the reader may open one by one: (code, name). The cluster's own line for those who read all."""
    mine = [(each.code, each.short_name_then) for each in scope.members if each.pk in scope.opened_offices]  # type: ignore[attr-defined]
    reads_own = scope.opened_offices.issuperset(scope.member_ids)
    return [*mine, *([(OWN, str(columns.OWN_LINE_NAME))] if reads_own else [])]


def _rows(scope: Scope, chosen: str, readable: list[tuple[str, str]]) -> RecordQuerySet:
    """Of one owner, or of all that the reader may see; each session whole."""
    codes = [chosen] if chosen else [code for code, _name in readable]
    owners = Q(office__in=[each.pk for each in scope.members if each.code in codes])
    if OWN in codes:
        owners |= Q(cluster=scope.cluster)
    rows = Record.objects.visible_to(scope.user, scope.cluster).alive()
    return sessions_whole(rows.filter(owners), scope.period)


def _enters(scope: Scope, chosen: str) -> bool:
    office = next((each for each in scope.members if each.code == chosen), None)
    return bool(chosen) and can_enter(scope.user, scope.cluster, office, scope.year)


def _new_url(scope: Scope, chosen: str, section: Section, line: Line) -> str:
    if line.rest <= 0 or not _enters(scope, chosen):
        return ""
    asked = {"owner": chosen, "phase": section.phase, "level": line.level}
    if section.session:
        asked["session"] = str(section.session.pk)
    return address(scope, "new", Kind.OPINIONS, query=urlencode(asked))


def _waiting(scope: Scope, rows: RecordQuerySet) -> list[Waiting]:
    names = owner_names(scope, short=True)
    open_ones = rows.filter(kind=Kind.OPINIONS, opinions__answered_on=None, opinions__level__in=SENT_LEVELS)
    found = open_ones.for_list(Kind.OPINIONS).order_by("opinions__due_on", "starts_on", "pk")[:LISTED]
    return [
        Waiting(
            url=address(scope, "record", row.pk), day=words.day(row.starts_on),
            owner=names.get(row.office_id) or str(row.office), report=row.opinions.report_number or "–",
            addressee=row.opinions.addressee, level=str(row.opinions.get_level_display()),
            waiting=words.number(row.opinions.waiting),
            due=words.day(row.opinions.due_on) if row.opinions.due_on else "", state=columns.answer_state(row),
            is_overdue=row.opinions.overdue > 0,
        )
        for row in found if row.opinions.waiting
    ]  # fmt: skip


def say_twins(request: HttpRequest, scope: Scope, saved: Record) -> None:
    """A batch entered twice is told, not refused: a report may well be sent in two batches."""
    if saved.kind != Kind.OPINIONS:
        return
    alike = ("session", "phase", "level", "report_number")
    same = {f"opinions__{name}": getattr(saved.opinions, name) for name in alike}
    others = Record.objects.visible_to(scope.user, scope.cluster).alive().exclude(pk=saved.pk)
    other = others.filter(kind=Kind.OPINIONS, office=saved.office, cluster=saved.cluster, **same).first()
    if other is not None:
        text = _(
            "Another batch of this office, session, phase, level and report number is there already, of %(day)s with "
            "%(count)s opinions. Delete one of them if it was entered twice."
        )
        count = words.number(other.opinions.opinions)
        messages.warning(request, text % {"day": words.day(other.starts_on), "count": count})


@require_safe
def opinions(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    """An office reads its own; secretariat and leaders all; every member the others' once the period was published."""
    scope = scope_of(request, cluster, period)
    readable = _readable(scope)
    asked = request.GET.get("office", "")
    chosen = asked if asked in dict(readable) else readable[0][0] if len(readable) == 1 else ""
    frame(
        request, scope, _("Voters' opinions"), crumbs=[list_crumb(scope)], every_period="opinions",
        query=urlencode({"office": chosen}) if chosen else "",
    )  # fmt: skip
    rows = _rows(scope, chosen, readable)
    sections = [
        (section, [(line, _new_url(scope, chosen, section, line)) for line in section.lines])
        for section in compared(rows)
    ]
    offered = [("", _("All")), *readable] if len(readable) > 1 else []
    return render(request, "activities/opinions.html", {
        "scope": scope,
        "sections": sections,
        "waiting": _waiting(scope, rows),
        "tabs": [
            Tab(
                label=name, url=address(scope, "opinions", query=urlencode({"office": code} if code else {})), count="",
                current=code == chosen,
            )
            for code, name in offered
        ],
        "choose_office": bool(offered) and not chosen and bool(scope.enters_for),
        "new_url": address(scope, "new", Kind.OPINIONS) if scope.enters_for else "",
        "batches_url": address(scope, "records", query=urlencode({"list": Kind.OPINIONS})),
        "meetings_url": address(scope, "records", query=urlencode({"list": Kind.VOTER_MEETING})),
    })  # fmt: skip
