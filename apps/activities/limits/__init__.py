"""Limits of law on a record: warnings and due days. They are said, they never block.

`warnings_of(record)` is what pages ask. The arithmetic is in `table` and `checks`, without the database; the rows are
`LegalLimit`, of which `verified` holds those that were read in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from apps.activities.enums import Kind
from apps.activities.limits import checks
from apps.activities.limits.checks import Due, Warning
from apps.activities.limits.codes import Code
from apps.activities.limits.table import Limit, Table
from apps.activities.models import LegalLimit, Recommendation, Record

__all__ = ["Code", "Due", "Limit", "Table", "Warning", "table", "unanswered_past_due", "warnings_of"]


def limit_of(row: LegalLimit) -> Limit:
    return Limit(row.code, row.amount, row.working_days, row.clause, row.valid_from, row.valid_to)


def table() -> Table:
    """All limits, in one query: there are a few dozen, and a record asks on several days."""
    return Table(limit_of(row) for row in LegalLimit.objects.all())


def warnings_of(
    record: Record,
    *,
    limits: Table | None = None,
    asked: Sequence[Recommendation] | None = None,
    today: date | None = None,
) -> list[Warning]:
    """What to note about a living record; in as many queries as are not given: the limits, and a supervision's
    recommendations (`asked`)."""
    if record.deleted_at is not None:
        return []
    known, now, row = limits or table(), today or timezone.localdate(), record.detail
    detail: Any = row
    match record.kind:
        case Kind.SUPERVISION:
            rows = list(record.recommendation_rows.alive()) if asked is None else asked
            return checks.of_supervision(detail, rows, known, now)
        case Kind.VOTER_MEETING:
            return checks.of_voter_meeting(detail, known, now)
        case Kind.OPINIONS:
            return checks.of_opinions(detail, known, now)
        case Kind.CITIZEN_RECEPTION:
            return checks.of_citizen_reception(detail, known)
    return []


def unanswered_past_due(limits: Table, today: date) -> Q:
    """Recommendations whose due day, entered or the law's, was before `today` and that nobody has answered.

    The same arithmetic as `checks.answer_due`, turned round: by which day one must have been sent to be overdue.
    """
    late = Q(due_on__lt=today)
    of_the_law = Q(
        due_on=None, record__supervision__initiator__in=checks.OF_THE_DELEGATION,
        record__supervision__kind__in=checks.WITH_A_TEAM,
    )  # fmt: skip
    for limit in limits.of(Code.ANSWER):
        last = limit.latest_event(today)
        sent = Q(sent_on__lte=min(last, limit.valid_to) if limit.valid_to else last)
        late |= of_the_law & (sent & Q(sent_on__gte=limit.valid_from) if limit.valid_from else sent)
    return Q(deleted_at=None, answered_on=None) & late
