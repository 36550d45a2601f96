"""What pages that offer entry say beforehand: that figures are closed, and for whom they are open still."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from apps.campaigns.closing import day_passed
from apps.campaigns.models import Extension, Period
from apps.campaigns.scope import Scope
from apps.core import words


@dataclass(frozen=True)
class Open:
    """An office that may still enter, until the end of that day."""

    office: str
    until: date


@dataclass(frozen=True)
class Notice:
    """`shut`: offices for which the reader enters and whose figures are closed; `still`: those with an extension."""

    period: Period
    name: str
    shut: tuple[str, ...]
    still: tuple[Open, ...]
    for_all: bool
    url: str


def notices(scope: Scope) -> list[Notice]:
    """One for each period whose closing day has passed: the page's own and, on a page of the year, its halves. For
    whoever enters. No query while nothing is closed, otherwise one beside the members."""
    today, window = timezone.localdate(), scope.window
    inside = [each for each in scope.periods if window.starts_on <= each.starts_on and each.ends_on <= window.ends_on]
    passed = [each for each in inside if each.year == scope.year and day_passed(each, today)]
    offices = scope.enters_for if passed and scope.cluster.pk in scope.roles.cluster_ids else []
    if not offices:
        return []
    until: dict[tuple[int, int], date] = {}
    rows = Extension.objects.in_force(today).filter(period__in=passed, office__in=offices).order_by("granted_until")
    for period, office, day in rows.values_list("period_id", "office_id", "granted_until"):
        assert day is not None
        until[period, office] = day
    names = {office.pk: str(getattr(office, "short_name_then", office.short_name)) for office in offices}
    return [
        Notice(
            period=each, name=words.uncapitalised(str(each)), for_all=scope.is_secretariat,
            shut=tuple(name for pk, name in names.items() if (each.pk, pk) not in until),
            still=tuple(Open(name, until[each.pk, pk]) for pk, name in names.items() if (each.pk, pk) in until),
            url=reverse("campaigns:extensions", args=[scope.cluster.code, each.code]),
        )
        for each in passed
    ]  # fmt: skip
