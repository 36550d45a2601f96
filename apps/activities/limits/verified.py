"""The limits of law that were read in the text itself (domain.md, 5.1, 5.2 and 5.4, marked [V]); nothing else.

Missing rows are added after each migration, nothing is overwritten. What no text that was read says stands nowhere: no
article where none was given, no first day where it was not given. Law 121/2025/QH15, in force from 01/3/2026, was not
read: from that day on nothing is said about supervision.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import Q

from apps.activities.limits.codes import Code
from apps.activities.models import LegalLimit

SUPERVISION = "Luật số 87/2015/QH13"
VOTERS = "Nghị quyết liên tịch số 72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN"
VOTERS_AMENDED = f"{VOTERS}, được sửa đổi, bổ sung bởi Nghị quyết liên tịch số 100/2025"
RECEPTION = "Điều 21 Luật số 42/2013/QH13"
LAST_OF_LAW_87 = date(2026, 2, 28)
VOTERS_FROM, AMENDED_FROM = date(2025, 2, 20), date(2025, 9, 26)


class Row(NamedTuple):
    code: Code
    amount: int
    working_days: bool
    clause: str
    valid_from: date | None
    valid_to: date | None


def _voters(code: Code, amount: int, *, working_days: bool) -> tuple[Row, Row]:
    """The same limit before and after the amendment, each with its clause."""
    return (
        Row(code, amount, working_days, VOTERS, VOTERS_FROM, AMENDED_FROM - timedelta(days=1)),
        Row(code, amount, working_days, VOTERS_AMENDED, AMENDED_FROM, None),
    )


ROWS: tuple[Row, ...] = (
    Row(Code.TEAM, 3, False, SUPERVISION, None, LAST_OF_LAW_87),
    Row(Code.NOTICE, 10, False, SUPERVISION, None, LAST_OF_LAW_87),
    Row(Code.REPORT, 10, False, SUPERVISION, None, LAST_OF_LAW_87),
    Row(Code.INFORMATION, 5, False, SUPERVISION, None, LAST_OF_LAW_87),
    Row(Code.ANSWER, 15, False, SUPERVISION, None, LAST_OF_LAW_87),
    *_voters(Code.PLAN, 7, working_days=True),
    *_voters(Code.OUTSIDE, 20, working_days=True),
    *_voters(Code.GROUP_REPLY, 5, working_days=True),
    *_voters(Code.GROUP_NOTICE, 3, working_days=True),
    *_voters(Code.GROUP_SYNTHESIS, 5, working_days=True),
    *_voters(Code.SYNTHESIS_BEFORE, 15, working_days=False),
    *_voters(Code.SYNTHESIS_AFTER, 15, working_days=False),
    *_voters(Code.EXTRAORDINARY_BEFORE, 2, working_days=True),
    *_voters(Code.EXTRAORDINARY_AFTER, 7, working_days=True),
    *_voters(Code.OPINIONS_ANSWER, 60, working_days=False),
    Row(Code.SCHEDULE, 10, True, RECEPTION, None, None),
)


def install(**_signal: Any) -> None:
    """Adds what is missing. A row whose days an administrator has filled otherwise stays theirs."""
    for row in ROWS:
        there = LegalLimit.objects.filter(
            Q(valid_from=None) | Q(valid_from__lte=row.valid_to or date.max),
            Q(valid_to=None) | Q(valid_to__gte=row.valid_from or date.min),
            code=row.code,
        )
        known = LegalLimit.objects.filter(code=row.code, valid_from=row.valid_from)
        if not (there | known).exists():
            LegalLimit.objects.create(**row._asdict())
