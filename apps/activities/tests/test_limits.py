"""The limits of law on their boundary days, under each regime. Rows are made without the database."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.activities.enums import Kind, PaperState
from apps.activities.limits import checks
from apps.activities.limits.codes import PEOPLE, Code
from apps.activities.limits.table import Limit, Table
from apps.activities.limits.verified import ROWS
from apps.activities.models import (
    CitizenReception,
    Opinions,
    Recommendation,
    Record,
    Supervision,
)
from apps.campaigns.models import AssemblySession
from apps.core.words import day

TABLE = Table(Limit(*row) for row in ROWS)
TODAY = date(2026, 11, 24)
D = date.fromisoformat
ONE = timedelta(days=1)
FIRST = "Nghị quyết liên tịch số 72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN"
SECOND = f"{FIRST}, được sửa đổi, bổ sung bởi Nghị quyết liên tịch số 100/2025"


def supervision(day: str, last: str | None = None, **values: Any) -> Supervision:
    record = Record(kind=Kind.SUPERVISION, starts_on=D(day), ends_on=D(last) if last else None)
    return Supervision(
        record=record, **{"kind": "thematic", "initiator": "delegation", "report_state": "issued", **values}
    )


def said(row: Supervision, *asked: Recommendation, today: date = TODAY) -> list[str]:
    found = checks.of_supervision(row, asked, TABLE, today)
    assert all(each.clause == "Luật số 87/2015/QH13" for each in found)
    return [each.text for each in found]


# Five days to give information ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("asked", "given", "today", "warns"),
    [
        ("2025-03-10", "2025-03-15", "2026-01-01", False), ("2025-03-10", "2025-03-16", "2026-01-01", True),
        ("2025-03-10", None, "2025-03-15", False), ("2025-03-10", None, "2025-03-16", True),
        ("2026-02-28", "2026-03-06", "2026-04-01", True), ("2026-03-01", "2026-03-31", "2026-04-01", False),
        (None, None, "2026-01-01", False),
    ],
)  # fmt: skip
def test_five_days_to_give_information(asked: str | None, given: str | None, today: str, warns: bool) -> None:
    days: dict[str, Any] = {
        "information_asked_on": D(asked) if asked else None, "information_answered_on": D(given) if given else None,
    }  # fmt: skip
    found = said(supervision("2025-03-10", **days), today=D(today))
    expected = (
        [f"Thông tin được cung cấp ngày {day(D(given))}" if given else "Chưa cung cấp thông tin"] if warns else []
    )
    assert [text[: len(start)] for text, start in zip(found, expected, strict=True)] == expected
    assert said(supervision("2025-03-10", initiator="central_team", **days), today=D(today)) == []


# A team of three, until the law was replaced --------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("day", "deputies", "warns"),
    [
        ("2019-03-01", 2, True), ("2019-03-01", 3, False), ("2019-03-01", 4, False), ("2019-03-01", None, False),
        ("2019-03-01", 0, True), ("2025-03-10", 2, True), ("2025-03-10", 3, False),
        ("2026-02-27", 2, True), ("2026-02-28", 2, True), ("2026-03-01", 2, False), ("2026-03-02", 2, False),
    ],
)  # fmt: skip
def test_a_team_of_three(day: str, deputies: int | None, warns: bool) -> None:
    expected = [f"Đoàn giám sát có {deputies} ĐBQH; quy định ít nhất 3."] if warns else []
    assert said(supervision(day, deputies=deputies)) == expected


@pytest.mark.parametrize(
    ("values", "warns"),
    [
        ({}, True), ({"kind": "complaints"}, True), ({"initiator": "joint"}, True), ({"kind": "survey"}, False),
        ({"kind": "regular"}, False), ({"kind": "legal_documents"}, False), ({"initiator": "deputy"}, False),
        ({"initiator": "central_team"}, False),
    ],
)  # fmt: skip
def test_whose_team(values: dict[str, str], warns: bool) -> None:
    row = supervision("2025-03-10", deputies=1, notified_on=D("2025-03-09"), reported_on=D("2025-09-01"), **values)
    assert len(said(row)) == (3 if warns else 0)


@pytest.mark.parametrize(
    ("day", "notice", "warns"),
    [
        ("2019-03-15", "2019-03-04", False), ("2019-03-15", "2019-03-05", False), ("2019-03-15", "2019-03-06", True),
        ("2025-03-11", "2025-02-28", False), ("2025-03-11", "2025-03-01", False), ("2025-03-11", "2025-03-02", True),
        ("2026-02-28", "2026-02-18", False), ("2026-02-28", "2026-02-19", True), ("2026-03-01", "2026-02-28", False),
        ("2025-03-11", "2025-03-20", True),
    ],
)  # fmt: skip
def test_ten_days_of_notice(day: str, notice: str, warns: bool) -> None:
    latest = D(day) - timedelta(days=10)
    expected = (
        f"Thông báo gửi ngày {D(notice):%d/%m/%Y}; chậm nhất phải gửi ngày {latest:%d/%m/%Y}, trước ngày đầu 10 ngày."
    )
    assert said(supervision(day, notified_on=D(notice))) == ([expected] if warns else [])


@pytest.mark.parametrize(
    ("last", "report", "warns"),
    [
        ("2019-03-20", "2019-03-29", False), ("2019-03-20", "2019-03-30", False), ("2019-03-20", "2019-03-31", True),
        ("2025-06-10", "2025-06-20", False), ("2025-06-10", "2025-06-21", True),
        ("2026-02-28", "2026-03-10", False), ("2026-02-28", "2026-03-11", True), ("2026-03-01", "2026-06-01", False),
    ],
)  # fmt: skip
def test_ten_days_to_report(last: str, report: str, warns: bool) -> None:
    due = D(last) + timedelta(days=10)
    expected = f"Báo cáo ngày {D(report):%d/%m/%Y}; hạn là ngày {due:%d/%m/%Y}, sau ngày kết thúc 10 ngày."
    assert said(supervision("2019-01-02", last, reported_on=D(report))) == ([expected] if warns else [])


@pytest.mark.parametrize(
    ("state", "today", "warns"),
    [
        (PaperState.DRAFTING, "2025-06-20", False), (PaperState.DRAFTING, "2025-06-21", True),
        (PaperState.PLANNED, "2025-06-21", True), (PaperState.ISSUED, "2025-12-31", False),
    ],
)  # fmt: skip
def test_a_report_that_is_not_there(state: str, today: str, warns: bool) -> None:
    row = supervision("2025-06-09", "2025-06-10", report_state=state)
    expected = ["Chưa có báo cáo; hạn là ngày 20/06/2025, sau ngày kết thúc 10 ngày."] if warns else []
    assert said(row, today=D(today)) == expected


# Recommendations ------------------------------------------------------------------------------------------------------
def asked(sent: str | None, answered: str | None = None, due: str | None = None) -> Recommendation:
    days = {"sent_on": sent, "answered_on": answered, "due_on": due}
    return Recommendation(**{name: D(day) if day else None for name, day in days.items()})


@pytest.mark.parametrize(
    ("sent", "answered", "today", "what", "due"),
    [
        ("2025-07-01", None, "2025-07-15", "", ""),
        ("2025-07-01", None, "2025-07-16", "", ""),
        ("2025-07-01", None, "2025-07-17", "chưa được trả lời", "16/07/2025"),
        ("2025-07-01", "2025-07-16", "2025-12-31", "", ""),
        ("2025-07-01", "2025-07-17", "2025-12-31", "được trả lời muộn", "16/07/2025"),
        ("2019-02-01", None, "2019-02-17", "chưa được trả lời", "16/02/2019"),
        ("2026-02-28", None, "2026-03-15", "", ""),
        ("2026-02-28", None, "2026-03-16", "chưa được trả lời", "15/03/2026"),
        ("2026-03-01", None, "2026-12-31", "", ""),
        (None, None, "2026-12-31", "", ""),
    ],
)  # fmt: skip
def test_fifteen_days_to_answer(sent: str | None, answered: str | None, today: str, what: str, due: str) -> None:
    expected = [f"Kiến nghị {what}: 1; hạn sớm nhất là ngày {due}, sau ngày gửi 15 ngày."] if what else []
    assert said(supervision("2025-06-10"), asked(sent, answered), today=D(today)) == expected


def test_a_day_that_the_office_entered_goes_before_the_law() -> None:
    row, table = supervision("2025-06-10"), TABLE
    rows = [asked("2025-07-01", due="2025-07-31"), asked("2025-07-01", due="2025-07-10"), asked("2025-07-01")]
    found = checks.of_supervision(row, rows, table, D("2025-07-20"))
    assert [(each.text[:46], each.clause) for each in found] == [
        ("Kiến nghị chưa được trả lời: 1; hạn sớm nhất đ", ""),
        ("Kiến nghị chưa được trả lời: 1; hạn sớm nhất l", "Luật số 87/2015/QH13"),
    ]
    assert [due.words for each in rows if (due := checks.answer_due(each, row, table))] == [
        "31/07/2025", "10/07/2025", "16/07/2025, tính theo Luật số 87/2015/QH13",
    ]  # fmt: skip
    assert checks.answer_due(asked("2026-03-01"), row, table) is None
    assert checks.answer_due(asked("2025-07-01"), supervision("2025-06-10", initiator="deputy"), table) is None


# Opinions -------------------------------------------------------------------------------------------------------------
def opinions(day: str, **values: Any) -> Opinions:
    record = Record(kind=Kind.OPINIONS, starts_on=D(day))
    return Opinions(record=record, **{"level": "centre", "opinions": 9, **values})


def around(day: str, phase: str, opens: str, closes: str, kind: str = "regular") -> list[checks.Warning]:
    session = AssemblySession(kind=kind, number=9, opens_on=D(opens), closes_on=D(closes))
    return checks.of_opinions(opinions(day, phase=phase, session=session, answered_on=D(day)), TABLE, TODAY)


@pytest.mark.parametrize(
    ("day", "phase", "clause"),
    [
        ("2025-04-19", "before", ""), ("2025-04-20", "before", ""), ("2025-04-21", "before", FIRST),
        ("2025-07-11", "after", ""), ("2025-07-12", "after", ""), ("2025-07-13", "after", FIRST),
        ("2025-08-13", "other", ""),
    ],
)  # fmt: skip
def test_fifteen_days_around_a_session(day: str, phase: str, clause: str) -> None:
    found = around(day, phase, "2025-05-05", "2025-06-27")
    assert [each.clause for each in found] == ([clause] if clause else [])


@pytest.mark.parametrize(
    ("day", "phase", "held", "clause"),
    [
        # Two working days before it opens.
        ("2025-05-01", "before", "2025-05-07", ""), ("2025-05-05", "before", "2025-05-07", ""),
        ("2025-05-06", "before", "2025-05-07", FIRST), ("2025-02-18", "before", "2025-02-19", ""),
        ("2025-02-18", "before", "2025-02-20", ""), ("2025-02-19", "before", "2025-02-20", FIRST),
        ("2026-02-09", "before", "2026-02-11", ""), ("2026-02-10", "before", "2026-02-11", SECOND),
        # Seven working days after it closed.
        ("2025-03-19", "after", "2025-02-19", ""), ("2025-03-04", "after", "2025-02-20", FIRST),
        ("2025-05-20", "after", "2025-05-09", ""), ("2025-05-21", "after", "2025-05-09", FIRST),
        ("2026-01-21", "after", "2026-01-12", ""), ("2026-01-22", "after", "2026-01-12", SECOND),
        ("2025-12-31", "other", "2025-05-07", ""),
    ],
)  # fmt: skip
def test_an_extraordinary_session_has_terms_of_its_own(day: str, phase: str, held: str, clause: str) -> None:
    found = around(day, phase, held, held, "extraordinary")
    assert [each.clause for each in found] == ([clause] if clause else [])


@pytest.mark.parametrize(
    ("opens", "clause"), [("2025-02-19", ""), ("2025-02-20", FIRST), ("2025-09-25", FIRST), ("2025-09-26", SECOND)]
)
def test_the_rule_of_the_opening_day(opens: str, clause: str) -> None:
    found = around(opens, "before", opens, str(D(opens) + ONE))
    assert [each.clause for each in found] == ([clause] if clause else [])


@pytest.mark.parametrize(
    ("closes", "clause"), [("2025-02-19", ""), ("2025-02-20", FIRST), ("2025-09-25", FIRST), ("2025-09-26", SECOND)]
)
def test_the_rule_of_the_closing_day(closes: str, clause: str) -> None:
    found = around(str(D(closes) + timedelta(days=16)), "after", str(D(closes) - ONE), closes)
    assert [each.clause for each in found] == ([clause] if clause else [])


@pytest.mark.parametrize(
    ("sent", "answered", "today", "clause"),
    [
        ("2025-02-19", None, "2026-01-01", ""),
        ("2025-02-20", None, "2025-04-21", ""), ("2025-02-20", None, "2025-04-22", FIRST),
        ("2025-09-25", "2025-11-24", "2026-01-01", ""), ("2025-09-25", "2025-11-25", "2026-01-01", FIRST),
        ("2025-09-26", "2025-11-25", "2026-01-01", ""), ("2025-09-26", "2025-11-26", "2026-01-01", SECOND),
    ],
)  # fmt: skip
def test_sixty_days_to_answer(sent: str, answered: str | None, today: str, clause: str) -> None:
    row = opinions(sent, level="province", answered_on=D(answered) if answered else None)
    assert [each.clause for each in checks.of_opinions(row, TABLE, D(today))] == ([clause] if clause else [])


def test_when_a_batch_is_due() -> None:
    due = checks.opinions_due(opinions("2025-09-26"), TABLE)
    assert due is not None
    assert due.words == f"25/11/2025, tính theo {SECOND}"
    assert checks.opinions_due(opinions("2025-02-19"), TABLE) is None
    assert checks.opinions_due(opinions("2025-09-26", level="on_spot"), TABLE) is None
    entered = opinions("2025-09-26", due_on=D("2025-10-01"))
    assert [each.text for each in checks.of_opinions(entered, TABLE, D("2025-10-02"))] == [
        "Chưa có trả lời; hạn đã ghi là ngày 01/10/2025."
    ]
    assert checks.of_opinions(opinions("2025-09-26", level="on_spot"), TABLE, TODAY) == []


@pytest.mark.parametrize(
    ("answered", "warns"),
    [({}, True), ({"resolved": 4, "explained": 2}, True), ({"resolved": 4, "explained": 3}, False)],
)
def test_a_batch_that_is_answered_without_a_day(answered: dict[str, int], warns: bool) -> None:
    row = opinions("2025-02-21", merged=2, **answered)
    assert bool(checks.of_opinions(row, TABLE, TODAY)) is warns


# Receptions -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("day", "told", "kind", "warns"),
    [
        ("2019-03-15", "2019-03-01", "periodic", False), ("2019-03-15", "2019-03-04", "periodic", True),
        ("2019-03-15", "2019-03-14", "ad_hoc", False), ("2019-03-15", None, "periodic", False),
        ("2026-02-26", "2026-02-05", "periodic", False), ("2026-02-26", "2026-02-06", "periodic", True),
        ("2026-03-30", "2026-03-27", "periodic", True),
    ],
)  # fmt: skip
def test_ten_working_days_for_the_schedule(day: str, told: str | None, kind: str, warns: bool) -> None:
    record = Record(kind=Kind.CITIZEN_RECEPTION, starts_on=D(day))
    row = CitizenReception(record=record, kind=kind, scheduled_on=D(told) if told else None)
    found = checks.of_citizen_reception(row, TABLE)
    assert [each.clause for each in found] == (["Điều 21 Luật số 42/2013/QH13"] if warns else [])


# The rows themselves --------------------------------------------------------------------------------------------------
def test_each_code_has_its_rows_without_gaps_or_overlaps() -> None:
    assert {row.code for row in ROWS} == set(Code)
    assert set(Code) > PEOPLE
    for code in Code:
        rows = [row for row in ROWS if row.code == code]
        for row, following in pairwise(rows):
            assert row.valid_to is not None
            assert following.valid_from == row.valid_to + ONE


def test_of_an_unverified_law_nothing_is_said() -> None:
    on = D("2026-03-01")
    assert [code for code in Code if code.startswith("supervision") and TABLE.on(code, on)] == []


LIMITS = st.builds(Limit, st.just("x"), st.integers(1, 30), st.booleans(), st.just("y"))


@given(LIMITS, st.dates(D("2015-01-01"), D("2030-12-31")))
def test_overdue_is_asked_both_ways_alike(limit: Limit, today: date) -> None:
    last = limit.latest_event(today)
    assert limit.latest_after(last) < today <= limit.latest_after(last + ONE)
