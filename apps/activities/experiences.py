"""What worked, told to the others: all experiences of a cluster that a reader may see, over all its years."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, Window
from django.urls import reverse

from apps.activities.columns import OWN_LINE_NAME
from apps.activities.enums import Kind
from apps.activities.forms.records import OWN
from apps.activities.models import Record
from apps.activities.models.records import RecordQuerySet
from apps.campaigns.scope import Scope
from apps.core import words

PER_PAGE = 12


@dataclass(frozen=True)
class Card:
    """One experience as it stands among others."""

    record: Record
    url: str
    owner: str
    day: str
    is_published: bool
    evidence: int


@dataclass(frozen=True)
class Search:
    """What is looked for; what is not offered filters nothing."""

    words: str = ""
    office: str = ""
    year: int | None = None

    @property
    def is_active(self) -> bool:
        return bool(self.words or self.office or self.year)


def years(scope: Scope) -> list[int]:
    """Years of the cluster's calendar, newest first."""
    return sorted({period.year for period in scope.periods}, reverse=True)


def readable(scope: Scope) -> RecordQuerySet:
    """Living experiences that the reader may open: published ones, one's own, all for leaders and secretariat."""
    return Record.objects.visible_to(scope.user, scope.cluster).alive().filter(kind=Kind.EXPERIENCE)


def found(scope: Scope, search: Search) -> RecordQuerySet:
    """Newest first."""
    rows = readable(scope).experience_matching(search.words)
    if search.office == OWN:
        rows = rows.filter(cluster=scope.cluster)
    elif search.office:
        rows = rows.filter(office__code=search.office)
    if search.year is not None:
        windows = [(each.starts_on, each.ends_on) for each in scope.periods if each.year == search.year]
        rows = rows.filter(reduce(or_, (Q(counted_on__range=window) for window in windows)))
    return rows.order_by("-counted_on", "-starts_on", "-pk")


def page_of(scope: Scope, search: Search, number: str) -> Page[Card]:
    """One query: the cards of a page with the count of all that was found; a second one only for a page that is not
    there, which shows the first."""
    rows = found(scope, search).select_related("office", "experience", "conference").counting_evidence()
    rows = rows.annotate(all_found=Window(Count("pk")))
    place = max(1, int(number)) if number.isdecimal() and len(number) < 6 else 1
    shown = list(rows[(place - 1) * PER_PAGE : place * PER_PAGE])
    if not shown and place > 1:
        place, shown = 1, list(rows[:PER_PAGE])
    paginator: Paginator[Card] = Paginator([], PER_PAGE)
    paginator.count = shown[0].all_found if shown else 0  # type: ignore[attr-defined]
    names = {office.pk: office.name_then for office in scope.members}  # type: ignore[attr-defined]
    return Page([card(scope, record, names) for record in shown], place, paginator)


def card(scope: Scope, record: Record, names: dict[int, str]) -> Card:
    return Card(
        record=record,
        url=reverse("activities:experience", args=[scope.cluster.code, scope.period.code, record.pk]),
        owner=owner_of(record, names),
        day=words.day(record.starts_on),
        is_published=any(
            each.published_on and each.starts_on <= record.counted_on <= each.ends_on for each in scope.periods
        ),
        evidence=getattr(record, "evidence_count", 0),
    )


def owner_of(record: Record, names: dict[int, str]) -> str:
    if record.office is None:
        return str(OWN_LINE_NAME)
    return names.get(record.office.pk, record.office.name)


def here(scope: Scope) -> str:
    return reverse("activities:experiences", args=[scope.cluster.code, scope.period.code])
