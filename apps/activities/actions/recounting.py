"""Keeping `counted_on` true when a period's window moves, or a conference changes periods."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from apps.activities.actions.basics import counted_on
from apps.activities.models import Record
from apps.campaigns.models import Conference, Period


def records_count_where_they_should() -> list[tuple[Record, date]]:
    """The check of `Record.counted_on`: recomputes it for every record, deleted ones as well, by the same function that
    writes it. Returns those that stand wrong, each with the day on which it should count."""
    rows = Record.objects.select_related("conference__period").order_by("pk")
    found = ((row, counted_on(row.starts_on, row.conference)) for row in rows.iterator(chunk_size=2000))
    return [(row, day) for row, day in found if row.counted_on != day]


@transaction.atomic
def recount(*, conference: Conference) -> int:
    """Lets what is attached to a conference count in the conference's period as it is now; returns how many moved.

    Deleted records too: restored, they must count where they should. Their version stays: nobody edited them.
    """
    rows = Record.objects.select_for_update(of=("self",)).filter(conference=conference).order_by("pk")
    moved = []
    for row in rows:
        day = counted_on(row.starts_on, conference)
        if row.counted_on != day:
            row.counted_on, row.updated_at = day, timezone.now()
            moved.append(row)
    Record.objects.bulk_update(moved, ["counted_on", "updated_at"], batch_size=500)
    return len(moved)


def follow(period: Period, conference: Conference | None) -> None:
    """Registered with the calendar: the window of `period` moved, or `conference` came to it."""
    conferences = [conference] if conference else Conference.objects.filter(period=period)
    for each in conferences:
        each.period = period
        recount(conference=each)
