"""In time or late: by table, at the boundaries; the words; what a page and its workbook show to whom."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from apps.campaigns.models import Extension
from apps.offices.models import Office
from apps.reports.enums import Punctuality, ReportState
from apps.reports.models import Report, Version
from apps.reports.timeliness import Granted, Timeliness, judge, timeliness
from tests.cast import Cast

HERE = "/c/cum-9/2019H1/reports/timeliness/"
DUE = date(2019, 6, 30)
D = timedelta(days=1)
EARLY = Granted(on=DUE - 3 * D, until=DUE + 5 * D)  # decided before the due day
CORRECTION = Granted(on=DUE + 20 * D, until=DUE + 30 * D)  # decided after the report had been sent
P = Punctuality


@pytest.mark.parametrize(
    ("granted", "sent_on", "today", "expected", "days"),
    [
        ([], None, DUE - D, P.NOT_YET_DUE, 0),
        ([], None, DUE, P.NOT_YET_DUE, 0),
        ([], None, DUE + D, P.OVERDUE, 1),
        ([], None, DUE + 40 * D, P.OVERDUE, 40),
        ([], DUE - 9 * D, DUE + 40 * D, P.ON_TIME, 0),
        ([], DUE, DUE + 40 * D, P.ON_TIME, 0),
        ([], DUE + D, DUE + 40 * D, P.LATE, 1),
        ([EARLY], None, DUE, P.EXTENDED, 0),
        ([EARLY], None, DUE + 5 * D, P.EXTENDED, 0),
        ([EARLY], None, DUE + 6 * D, P.OVERDUE, 1),
        ([EARLY], DUE, DUE + 40 * D, P.ON_TIME, 0),
        ([EARLY], DUE + D, DUE + 40 * D, P.ON_TIME_EXTENDED, 0),
        ([EARLY], DUE + 5 * D, DUE + 40 * D, P.ON_TIME_EXTENDED, 0),
        ([EARLY], DUE + 7 * D, DUE + 40 * D, P.LATE, 2),
        ([CORRECTION], DUE + 3 * D, DUE + 40 * D, P.LATE, 3),
        ([EARLY, CORRECTION], DUE + 3 * D, DUE + 40 * D, P.ON_TIME_EXTENDED, 0),
        ([CORRECTION], None, DUE + 21 * D, P.EXTENDED, 0),
        ([Granted(on=DUE - 9 * D, until=DUE - D)], None, DUE + D, P.OVERDUE, 1),  # it never shortens
    ],
)
def test_the_judgement(
    granted: list[Granted], sent_on: date | None, today: date, expected: Punctuality, days: int
) -> None:
    found = judge(due_on=DUE, granted=granted, sent_on=sent_on, today=today)
    assert (found.punctuality, found.days) == (expected, days)


def test_without_a_due_day_nothing_is_judged() -> None:
    for sent in (None, DUE):
        found = judge(due_on=None, granted=[EARLY], sent_on=sent, today=DUE)
        assert (found.punctuality, found.days) == (P.NO_DUE_DAY, 0)


@pytest.mark.parametrize(
    ("found", "text", "state"),
    [
        (Timeliness(P.ON_TIME, DUE), "đúng hạn", "ok"),
        (Timeliness(P.ON_TIME_EXTENDED, DUE, date(2019, 7, 5)), "đúng hạn, theo gia hạn đến ngày 05/07/2019", "ok"),
        (Timeliness(P.LATE, DUE, days=3), "chậm 3 ngày", "warn"),
        (Timeliness(P.OVERDUE, DUE, days=1200), "chưa gửi, quá hạn 1.200 ngày", "bad"),
        (Timeliness(P.EXTENDED, DUE, date(2019, 7, 5)), "chưa gửi, được gia hạn đến ngày 05/07/2019", "info"),
        (Timeliness(P.NOT_YET_DUE, DUE), "chưa đến hạn", "neutral"),
        (Timeliness(P.NO_DUE_DAY, None), "chưa đặt hạn gửi", "neutral"),
    ],
)
def test_the_words(settings: Any, found: Timeliness, text: str, state: str) -> None:
    assert (found.text, found.state) == (text, state)


def test_every_judgement_has_a_state() -> None:
    assert all(Timeliness(each, DUE, DUE).state for each in P)


# From the database ----------------------------------------------------------------------------------------------------
def sent(cast: Cast, office: Office, *at: datetime) -> None:
    report = Report.objects.create(period=cast.first_half, office=office)
    for number, moment in enumerate(at, start=1):
        version = Version.objects.create(
            report=report, number=number, content={}, digest=f"{number}" * 64, sent_at=moment, sent_by=cast.head
        )
    Report.objects.filter(pk=report.pk).update(state=ReportState.SENT, current=version)


def extend(cast: Cast, office: Office, on: datetime, until: date | None) -> None:
    Extension.objects.create(
        period=cast.first_half, office=office, reason="Chờ", wanted_until=DUE + 5 * D, asked_by=cast.clerk,
        decided_at=on, decided_by=cast.secretary, granted_until=until, decision="" if until else "Không",
    )  # fmt: skip


def test_the_first_sending_counts_by_the_day_in_vietnam(cast: Cast) -> None:
    first = datetime(2019, 6, 30, 16, 59, tzinfo=UTC)  # 23:59 on the due day in Vietnam
    sent(cast, cast.office, first, first + 9 * D)
    sent(cast, cast.other_office, first + timedelta(minutes=1))
    found = timeliness(cast.first_half, list(cast.offices.values()), today=DUE + 40 * D)
    assert found[cast.office.pk] == Timeliness(P.ON_TIME, DUE, sent_on=DUE)
    assert found[cast.other_office.pk] == Timeliness(P.LATE, DUE, sent_on=DUE + D, days=1)
    assert found[cast.offices["ca-mau"].pk] == Timeliness(P.OVERDUE, DUE, days=40)


def test_granted_extensions_count_and_refused_ones_do_not(cast: Cast) -> None:
    before = datetime(2019, 6, 28, 8, tzinfo=UTC)
    extend(cast, cast.office, before, DUE + 5 * D)
    extend(cast, cast.other_office, before, None)
    found = timeliness(cast.first_half, [cast.office, cast.other_office], today=DUE + 2 * D)
    assert found[cast.office.pk].punctuality == P.EXTENDED
    assert found[cast.other_office.pk].punctuality == P.OVERDUE


@pytest.mark.parametrize("offices", [1, 3])
def test_it_costs_two_queries(cast: Cast, offices: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    chosen = list(cast.offices.values())[:offices]
    for office in chosen:
        extend(cast, office, timezone.now(), DUE + 5 * D)
    with django_assert_num_queries(2):
        timeliness(cast.first_half, chosen)


# The page -------------------------------------------------------------------------------------------------------------
def test_who_sees_whose(cast: Cast, client: Client) -> None:
    sent(cast, cast.other_office, datetime(2019, 7, 3, 2, tzinfo=UTC))
    for role, sees_all in (("secretary", True), ("leader", True), ("clerk", False), ("head", False)):
        client.force_login(cast.people[role])  # type: ignore[arg-type]
        page = client.get(HERE).content.decode()
        assert ("chậm 3 ngày" in page) is sees_all, role
        assert "Bạc Liêu" in page
        assert ("Hậu Giang" in page) is sees_all, role


def test_the_workbook_says_the_same(cast: Cast, client: Client) -> None:
    sent(cast, cast.office, datetime(2019, 7, 3, 2, tzinfo=UTC))
    client.force_login(cast.leader)
    answer: Any = client.get(f"{HERE}export/")
    book = openpyxl.load_workbook(io.BytesIO(answer.getvalue()))
    assert book.active is not None
    rows = [list(row) for row in book.active.iter_rows(min_row=5, values_only=True)]
    assert len(rows) == 6
    line = next(row for row in rows if "Bạc Liêu" in str(row[1]))
    days = [each.date() if isinstance(each, datetime) else each for each in line[2:]]
    assert days == [DUE, None, DUE + 3 * D, "chậm 3 ngày", 3]


@pytest.mark.parametrize("reports", [1, 3])
def test_the_page_costs_the_same(
    cast: Cast, client: Client, reports: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for office in list(cast.offices.values())[:reports]:
        sent(cast, office, timezone.now())
    client.force_login(cast.leader)
    client.get(HERE)
    with django_assert_num_queries(9):
        client.get(HERE)
