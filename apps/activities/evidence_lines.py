"""What a page shows of the evidence on its line: the context of `activities/_evidence.html`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from apps.activities.actions.basics import year_of
from apps.activities.evidenced import Line
from apps.activities.forms.records import OWN
from apps.activities.models import Evidence, Record
from apps.activities.rules import can_enter
from apps.campaigns.scope import Scope
from apps.core import words
from apps.files.checking import size_in_words
from apps.files.formats import ACCEPT, ACCEPTED, BY_TYPE
from apps.indicators.models import Indicator
from apps.offices.models import Office

RECENT = 20


@dataclass(frozen=True)
class Item:
    """One file as the line shows it."""

    evidence: Evidence
    url: str
    format: str
    size: str
    is_image: bool
    opens: bool  # in the browser; otherwise it is saved
    span: str  # the days of a figure's part, where they are not the page's
    rename_url: str
    remove_url: str
    restore_url: str


def line(
    scope: Scope,
    *,
    record: Record | None = None,
    indicator: Indicator | None = None,
    office: Office | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Line:
    """The line of a page: its record; or an owner's indicator, over the page's period unless other days are given."""
    if record is not None:
        return Line(cluster=scope.cluster, record=record)
    return Line(
        cluster=scope.cluster, indicator=indicator, office=office, starts_on=starts_on or scope.period.starts_on,
        ends_on=ends_on or scope.period.ends_on,
    )  # fmt: skip


def address_of(scope: Scope, at: Line) -> str:
    """Where the evidence of a line is sent to."""
    here = [scope.cluster.code, scope.period.code]
    if at.record:
        return reverse("activities:record_evidence", args=[*here, at.record.pk])
    assert at.indicator is not None
    query = {"office": at.office.code if at.office else OWN}
    if (at.starts_on, at.ends_on) != (scope.period.starts_on, scope.period.ends_on):
        query |= {"from": str(at.starts_on), "to": str(at.ends_on)}
    return reverse("activities:stated_evidence", args=[*here, at.indicator.code]) + f"?{urlencode(query)}"


def page_of(scope: Scope, at: Line) -> str:
    """The page on which a reader sees the line."""
    if at.record:
        return reverse("activities:record", args=[scope.cluster.code, scope.period.code, at.record.pk]) + "#evidence"
    return address_of(scope, at)


def lines(scope: Scope, **which: Any) -> dict[str, Any]:
    """Two queries, and one more for those who enter: what is on the line, removed evidence too, and their own recent
    files. `which` as `line()` takes it."""
    at = line(scope, **which)
    enters = can_enter(scope.user, scope.cluster, at.owner, year_of(scope.cluster, at.day))
    found = [
        _item(scope, at, each)
        for each in Evidence.objects.filter(at.within).select_related("file", "created_by", "deleted_by")
    ]
    living = [each for each in found if each.evidence.deleted_at is None]
    here = [each for each in living if not each.span]
    open_for_change = enters and not (at.record and at.record.deleted_at)
    left = max(0, settings.EVIDENCE_MAX_FILES - len(here))
    return {
        "files": living,
        "removed": [each for each in found if each.evidence.deleted_at is not None] if open_for_change else [],
        "may_change": open_for_change,
        "upload_url": address_of(scope, at),
        "recent": _recent(scope, {each.evidence.file_id for each in here}) if open_for_change and left else [],
        "left": left, "limit": settings.EVIDENCE_MAX_FILES,
        "largest": settings.EVIDENCE_MAX_BYTES, "largest_text": size_in_words(settings.EVIDENCE_MAX_BYTES),
        "accept": ACCEPT, "accepted": ACCEPTED,
    }  # fmt: skip


def _item(scope: Scope, at: Line, evidence: Evidence) -> Item:
    known = BY_TYPE.get(evidence.file.content_type)
    here = [scope.cluster.code, scope.period.code, evidence.pk]
    elsewhere = evidence.starts_on is not None and (evidence.starts_on, evidence.ends_on) != (at.starts_on, at.ends_on)
    span = f"{words.day(evidence.starts_on)}–{words.day(evidence.ends_on)}" if elsewhere else ""  # type: ignore[arg-type]
    return Item(
        evidence=evidence, url=reverse("files:file", args=["evidence", evidence.pk]),
        format=str(known.label) if known else "", size=size_in_words(evidence.file.size),
        is_image=bool(known and known.is_image), opens=bool(known and known.shown), span=span,
        rename_url=reverse("activities:rename_evidence", args=here),
        remove_url=reverse("activities:remove_evidence", args=here),
        restore_url=reverse("activities:restore_evidence", args=here),
    )  # fmt: skip


def _recent(scope: Scope, there: set[int]) -> list[Evidence]:
    """Files that the reader attached elsewhere, each content once, newest first."""
    mine = Evidence.objects.alive().visible_to(scope.user).filter(created_by=scope.user).exclude(file__in=there)
    newest: dict[int, Evidence] = {}
    for each in mine.select_related("file").order_by("-created_at", "-pk")[: RECENT * 3]:
        newest.setdefault(each.file_id, each)
    return list(newest.values())[:RECENT]


def counted(scope: Scope, office: Office | None) -> dict[int, int]:
    """How many files stand on an owner's stated figures of the period, by indicator id. One query."""
    found: dict[int, int] = {}
    at = line(scope, office=office)
    owner = {"office": office} if office else {"cluster": scope.cluster}
    rows = Evidence.objects.alive().filter(
        record=None, starts_on__gte=at.starts_on, ends_on__lte=at.ends_on, **owner
    )  # fmt: skip
    for indicator in rows.values_list("indicator_id", flat=True):
        found[indicator] = found.get(indicator, 0) + 1
    return found
