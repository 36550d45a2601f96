"""The limits on voter meetings: nothing before 20/02/2025, another clause from 26/9/2025. Rows without the database."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from apps.activities.enums import Kind
from apps.activities.limits import checks
from apps.activities.models import Record, VoterMeeting
from apps.activities.tests.test_limits import FIRST, SECOND, TABLE, TODAY, D


def meeting(day: str, announced: str | None = None, today: date = TODAY, **values: Any) -> list[checks.Warning]:
    record = Record(kind=Kind.VOTER_MEETING, starts_on=D(day))
    days = {name: D(value) if value else None for name, value in values.items() if name.endswith("_on")}
    row = VoterMeeting(record=record, announced_on=D(announced) if announced else None, **{**values, **days})
    return checks.of_voter_meeting(row, TABLE, today)


@pytest.mark.parametrize(
    ("day", "announced", "clause"),
    [
        ("2019-05-10", "2019-05-10", ""), ("2025-02-19", "2025-02-19", ""),
        ("2025-02-20", "2025-02-10", ""), ("2025-02-20", "2025-02-11", ""), ("2025-02-20", "2025-02-12", FIRST),
        ("2025-02-21", "2025-02-12", ""), ("2025-02-21", "2025-02-13", FIRST),
        ("2025-09-25", "2025-09-16", ""), ("2025-09-25", "2025-09-17", FIRST), ("2025-09-26", "2025-09-17", ""),
        ("2025-09-26", "2025-09-18", SECOND), ("2025-09-27", "2025-09-19", SECOND),
        ("2026-02-25", "2026-02-09", ""), ("2026-02-25", "2026-02-10", SECOND),  # over the lunar new year of 2026
        ("2025-09-10", "2025-08-28", ""), ("2025-09-10", "2025-08-29", FIRST),  # over the National Day
        ("2026-03-02", "2026-02-26", SECOND), ("2025-09-26", None, ""), ("2025-09-26", "2025-09-26", SECOND),
    ],
)  # fmt: skip
def test_seven_working_days_for_the_plan(day: str, announced: str | None, clause: str) -> None:
    assert [each.clause for each in meeting(day, announced)] == ([clause] if clause else [])


def test_the_sentence_names_day_limit_and_expected() -> None:
    assert [each.text for each in meeting("2026-02-25", "2026-02-10")] == [
        "Kế hoạch công bố ngày 10/02/2026; chậm nhất phải công bố ngày 09/02/2026, trước ngày tiếp xúc 7 ngày làm việc."
    ]


@pytest.mark.parametrize(
    ("day", "notice", "warns"),
    [
        ("2025-02-19", "2025-02-19", False), ("2025-02-20", "2025-02-17", False), ("2025-02-20", "2025-02-18", True),
        ("2026-02-23", "2026-02-11", False), ("2026-02-23", "2026-02-12", True),
    ],
)  # fmt: skip
def test_three_working_days_for_a_group(day: str, notice: str, warns: bool) -> None:
    found = meeting(day, notice, form="individual", synthesised_on=day)
    assert [each.text[:14] for each in found] == (["Thông báo ngày"] if warns else [])


@pytest.mark.parametrize(
    ("day", "notified", "clause"),
    [
        ("2025-02-19", "2025-02-19", ""), ("2025-02-20", "2025-01-16", ""), ("2025-02-20", "2025-01-17", FIRST),
        ("2025-02-20", None, ""), ("2025-09-25", "2025-08-26", ""), ("2025-09-25", "2025-08-27", FIRST),
        ("2025-09-26", "2025-08-27", ""), ("2025-09-26", "2025-08-28", SECOND),
        ("2026-03-10", "2026-02-03", ""), ("2026-03-10", "2026-02-04", SECOND),  # over the lunar new year of 2026
    ],
)  # fmt: skip
def test_twenty_working_days_for_the_place_outside(day: str, notified: str | None, clause: str) -> None:
    found = meeting(day, day, kind="outside", notified_on=notified)  # of the plan nothing is said
    assert [each.clause for each in found] == ([clause] if clause else [])
    alone = meeting(day, kind="outside", form="individual", synthesised_on=day, notified_on=notified)
    assert alone == found
    assert meeting(day, kind="theme", notified_on=notified) == []


@pytest.mark.parametrize(
    ("requested", "replied", "today", "clause"),
    [
        ("2025-02-19", "2025-06-30", "2026-01-01", ""), ("2025-02-19", None, "2026-01-01", ""),
        ("2025-02-20", "2025-02-27", "2026-01-01", ""), ("2025-02-20", "2025-02-28", "2026-01-01", FIRST),
        ("2025-02-20", None, "2025-02-27", ""), ("2025-02-20", None, "2025-02-28", FIRST),
        ("2025-09-25", "2025-10-02", "2026-01-01", ""), ("2025-09-25", "2025-10-03", "2026-01-01", FIRST),
        ("2025-09-26", "2025-10-03", "2026-01-01", ""), ("2025-09-26", "2025-10-04", "2026-01-01", SECOND),
        ("2025-04-25", None, "2025-05-07", ""), ("2025-04-25", None, "2025-05-08", FIRST),  # over four days of holiday
        (None, "2025-06-30", "2026-01-01", ""), (None, None, "2026-01-01", ""),
    ],
)  # fmt: skip
def test_five_working_days_to_reply(requested: str | None, replied: str | None, today: str, clause: str) -> None:
    days = {"requested_on": requested, "replied_on": replied, "synthesised_on": "2025-12-01"}
    found = meeting("2025-12-01", today=D(today), form="individual", **days)
    assert [each.clause for each in found] == ([clause] if clause else [])
    start = "Đề nghị tiếp xúc được trả lời ngày" if replied else "Chưa trả lời đề nghị tiếp xúc; hạn"
    assert all(each.text.startswith(start) for each in found)
    assert meeting("2025-12-01", today=D(today), **days) == []


@pytest.mark.parametrize(
    ("day", "synthesised", "today", "clause"),
    [
        ("2025-02-19", None, "2026-01-01", ""), ("2025-02-19", "2025-06-30", "2026-01-01", ""),
        ("2025-02-20", "2025-02-27", "2026-01-01", ""), ("2025-02-20", "2025-02-28", "2026-01-01", FIRST),
        ("2025-02-20", None, "2025-02-27", ""), ("2025-02-20", None, "2025-02-28", FIRST),
        ("2025-09-25", None, "2025-10-02", ""), ("2025-09-25", None, "2025-10-03", FIRST),
        ("2025-09-26", None, "2025-10-03", ""), ("2025-09-26", None, "2025-10-04", SECOND),
        ("2026-02-10", "2026-02-24", "2026-04-01", ""), ("2026-02-10", "2026-02-25", "2026-04-01", SECOND),
    ],
)  # fmt: skip
def test_five_working_days_for_a_synthesis(day: str, synthesised: str | None, today: str, clause: str) -> None:
    found = meeting(day, today=D(today), form="individual", synthesised_on=synthesised)
    assert [each.clause for each in found] == ([clause] if clause else [])
    start = "Tổng hợp ý kiến, kiến nghị ngày" if synthesised else "Chưa tổng hợp ý kiến, kiến nghị"
    assert all(each.text.startswith(start) for each in found)
    assert meeting(day, today=D(today), synthesised_on=synthesised) == []


def test_the_sentences_about_a_group_name_both_days() -> None:
    found = meeting(
        "2025-06-10", form="individual", kind="outside", notified_on="2025-05-20", requested_on="2025-05-12",
        replied_on="2025-05-20",
    )  # fmt: skip
    assert [each.text for each in found] == [
        "Thông báo cho nơi tiếp xúc ngày 20/05/2025; chậm nhất phải thông báo ngày 13/05/2025, "
        "trước ngày tiếp xúc 20 ngày làm việc.",
        "Đề nghị tiếp xúc được trả lời ngày 20/05/2025; hạn là ngày 19/05/2025, 5 ngày làm việc kể từ ngày đề nghị.",
        "Chưa tổng hợp ý kiến, kiến nghị; hạn là ngày 17/06/2025, sau ngày tiếp xúc 5 ngày làm việc.",
    ]
