"""Periods of a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.campaigns import windows
from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period
from apps.campaigns.rules import can_plan
from apps.core.audit import action
from apps.core.constraints import explained
from apps.offices.models import Cluster

PERIOD_MESSAGES = {
    "period_once": ("kind", gettext_lazy("The year has this period already.")),
    "period_days_in_order": ("ends_on", gettext_lazy("The last day comes before the first day.")),
    "period_halves_no_overlap": (
        "starts_on",
        gettext_lazy("These days belong to another half already: each day counts in one half only."),
    ),
}


def refuse_unless_planning(by: User, cluster: Cluster, year: int) -> None:
    if not can_plan(by, cluster, year):
        raise PermissionDenied


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A period as it is usually set: data of the calendar's halves, due on the last day, built the day after. Figures
    close two weeks later, because completion is asked for once reports are in."""

    kind: PeriodKind
    starts_on: date
    ends_on: date
    due_on: date
    closes_on: date | None
    build_on: date


def propose_year(year: int) -> list[Proposal]:
    """First half, second half, whole year."""
    spans = (
        (PeriodKind.FIRST_HALF, date(year, 1, 1), date(year, 6, 30)),
        (PeriodKind.SECOND_HALF, date(year, 7, 1), date(year, 12, 31)),
        (PeriodKind.YEAR, date(year, 1, 1), date(year, 12, 31)),
    )
    return [
        Proposal(
            kind=kind,
            starts_on=first,
            ends_on=last,
            due_on=last,
            closes_on=last + timedelta(days=14),
            build_on=last + timedelta(days=1),
        )
        for kind, first, last in spans
    ]


@action
def set_up_year(*, cluster: Cluster, year: int, by: User) -> list[Period]:
    """The proposed periods that the year does not have yet. Repeating it does no harm.

    A period whose closing day lies behind already is set up without one: a past year is set up to be entered.
    """
    refuse_unless_planning(by, cluster, year)
    Cluster.objects.select_for_update().get(pk=cluster.pk)
    present = set(Period.objects.filter(cluster=cluster, year=year).values_list("kind", flat=True))
    missing = [proposal for proposal in propose_year(year) if proposal.kind not in present]
    today = timezone.localdate()
    missing = [
        each if each.closes_on and each.closes_on >= today else replace(each, closes_on=None) for each in missing
    ]
    with explained(
        {**PERIOD_MESSAGES, "period_halves_no_overlap": ("", PERIOD_MESSAGES["period_halves_no_overlap"][1])}
    ):
        return [Period.objects.create(cluster=cluster, year=year, **asdict(proposal)) for proposal in missing]


@action
def save_period(*, period: Period, values: Mapping[str, Any], by: User) -> Period:
    """Window, due, closing and build day. A published period keeps its window: its figures stand in a paper."""
    refuse_unless_planning(by, period.cluster, period.year)
    locked = Period.objects.select_for_update().get(pk=period.pk)
    window = (locked.starts_on, locked.ends_on)
    for name in ("starts_on", "ends_on", "due_on", "closes_on", "build_on"):
        if name in values:
            setattr(locked, name, values[name])
    moved = window != (locked.starts_on, locked.ends_on)
    if moved and locked.published_on is not None:
        raise ValidationError(
            {"starts_on": _("The report of this period has been published; its days can no longer be moved.")},
            code="published",
        )
    if locked.due_on and locked.due_on < locked.starts_on:
        raise ValidationError({"due_on": _("Reports cannot be due before the period begins.")}, code="too_early")
    with explained(PERIOD_MESSAGES):
        locked.save(update_fields=["starts_on", "ends_on", "due_on", "closes_on", "build_on"])
    if moved:
        windows.tell(locked)
    return locked


@action
def publish_period(*, period: Period, on: date, by: User) -> Period:
    """The cluster's report went to the members: from now on they see each other's figures and records of the window.

    Called when the report after the conference is published. Repeating it keeps the first day.
    """
    refuse_unless_planning(by, period.cluster, period.year)
    locked = Period.objects.select_for_update().get(pk=period.pk)
    if on < locked.starts_on:
        raise ValidationError({"published_on": _("A report cannot be published before its period begins.")})
    if locked.published_on is None:
        locked.published_on = on
        locked.save(update_fields=["published_on"])
    return locked


@action
def withdraw_publication(*, period: Period, by: User) -> Period:
    """Published by mistake: members no longer see each other's. What was read meanwhile stays read."""
    refuse_unless_planning(by, period.cluster, period.year)
    Period.objects.filter(pk=period.pk).update(published_on=None)
    period.published_on = None
    return period
