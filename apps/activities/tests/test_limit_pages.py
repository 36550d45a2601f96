"""The limits as rows: installed once, in force on a day, added and ended by an administrator."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from apps.activities import actions, limits
from apps.activities.limits import verified
from apps.activities.models import LegalLimit, Record
from apps.activities.tests.factories import CitizenReceptionFactory, SupervisionFactory, VoterMeetingFactory
from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period
from tests.cast import Cast

HERE = "/c/cum-9/2019H1/limits/"
NEW: dict[str, Any] = {
    "code": "supervision_team", "amount": "5", "clause": "Điều 1 Luật thí dụ", "valid_from": "01/03/2026",
}  # fmt: skip


@pytest.mark.django_db
def test_installing_again_adds_nothing_and_changes_nothing() -> None:
    assert LegalLimit.objects.count() == len(verified.ROWS)
    ended = LegalLimit.objects.get(code="reception_schedule")
    LegalLimit.objects.filter(pk=ended.pk).update(valid_to=date(2026, 12, 31), amount=12)
    LegalLimit.objects.filter(code="supervision_team").update(valid_to=date(2025, 12, 31))
    verified.install()
    assert LegalLimit.objects.count() == len(verified.ROWS)
    ended.refresh_from_db()
    assert (ended.amount, ended.valid_to) == (12, date(2026, 12, 31))


@pytest.mark.django_db
def test_a_row_of_the_administrators_stands_in_for_ours() -> None:
    LegalLimit.objects.filter(code="supervision_team").delete()
    LegalLimit.objects.create(code="supervision_team", amount=4, clause="Điều 1", valid_from=date(2020, 1, 1))
    verified.install()
    assert [row.amount for row in LegalLimit.objects.filter(code="supervision_team")] == [4]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("on", "supervision", "voters"),
    [
        ("2019-06-30", 5, 0), ("2025-02-19", 5, 0), ("2025-02-20", 5, 10), ("2025-09-25", 5, 10), ("2025-09-26", 5, 10),
        ("2026-02-28", 5, 10), ("2026-03-01", 0, 10),
    ],
)  # fmt: skip
def test_what_is_in_force(on: str, supervision: int, voters: int) -> None:
    found = [row.code for row in LegalLimit.objects.in_force(date.fromisoformat(on))]
    assert sum(code.startswith("supervision") for code in found) == supervision
    assert sum(code.startswith(("meeting", "synthesis", "opinions")) for code in found) == voters
    assert found.count("reception_schedule") == 1


def test_the_page_shows_the_periods_last_day(cast: Cast, client: Client) -> None:
    Period.objects.create(
        cluster=cast.cluster, year=2025, kind=PeriodKind.SECOND_HALF, starts_on=date(2025, 7, 1),
        ends_on=date(2025, 12, 31),
    )  # fmt: skip
    client.force_login(cast.leader)
    page = client.get(HERE)
    assert len(page.context["lines"]) == 6
    later = client.get("/c/cum-9/2025H2/limits/")
    assert len(later.context["lines"]) == 16
    assert "được sửa đổi, bổ sung bởi Nghị quyết liên tịch số 100/2025" in later.content.decode()
    assert (later.context["new_url"], [line.end_url for line in later.context["lines"]]) == ("", [""] * 16)


def test_an_administrator_ends_one_and_adds_its_successor(cast: Cast, client: Client) -> None:
    client.force_login(cast.administrator)
    answer = client.post(f"{HERE}new/", {**NEW, "valid_from": "28/02/2026"})
    assert "đang có một quy định cùng loại" in answer.context["form"].errors["valid_from"][0]
    answer = client.post(f"{HERE}new/", {**NEW, "valid_to": "28/02/2026"})
    assert "valid_to" in answer.context["form"].errors
    assert client.post(f"{HERE}new/", NEW).status_code == 302
    row = LegalLimit.objects.get(code="supervision_team", valid_to=None)
    assert (row.amount, row.working_days, row.valid_from) == (5, False, date(2026, 3, 1))
    made: Any = SupervisionFactory(record__office=cast.office, record__starts_on=date(2026, 3, 1), deputies=4)
    assert [each.clause for each in limits.warnings_of(made.record)] == ["Điều 1 Luật thí dụ"]
    end = f"{HERE}{row.pk}/end/"
    assert "valid_to" in client.post(end, {"valid_to": "28/02/2026"}).context["form"].errors
    assert client.post(end, {"valid_to": "31/12/2026", "note": "Luật thí dụ khác"}).status_code == 302
    assert client.post(end, {"valid_to": "31/12/2027"}).context["form"].errors
    row.refresh_from_db()
    assert (row.valid_to, row.note) == (date(2026, 12, 31), "Luật thí dụ khác")
    text = client.get(HERE).content.decode()
    assert "Đặng Thị Quản Trị Mẫu" in text
    assert "Luật thí dụ khác" in text


def test_nobody_else_may(cast: Cast) -> None:
    row = LegalLimit.objects.filter(valid_to=None)[0]
    for by in (cast.secretary, cast.clerk, cast.leader):
        with pytest.raises(PermissionDenied):
            actions.end_limit(limit=row, valid_to=date(2027, 1, 1), by=by)
        with pytest.raises(PermissionDenied):
            actions.add_limit(code="x", amount=1, working_days=False, clause="x", valid_from=date(2027, 1, 1), by=by)


@pytest.mark.parametrize("value", ["0", "-1", "1001", "ba"])
def test_a_limit_is_a_small_number(cast: Cast, client: Client, value: str) -> None:
    client.force_login(cast.administrator)
    assert "amount" in client.post(f"{HERE}new/", {**NEW, "amount": value}).context["form"].errors


def test_each_kind_is_asked_and_a_deleted_record_is_not(cast: Cast, django_assert_num_queries: Any) -> None:
    day = date(2025, 6, 16)
    made: list[Any] = [
        SupervisionFactory(record__office=cast.office, record__starts_on=day, deputies=1),
        VoterMeetingFactory(record__office=cast.office, record__starts_on=day, announced_on=day),
        CitizenReceptionFactory(record__office=cast.office, record__starts_on=day, scheduled_on=day),
    ]
    for each, queries in zip(made, (2, 1, 1), strict=True):
        record = Record.objects.with_details().get(pk=each.record.pk)
        with django_assert_num_queries(queries):
            assert len(limits.warnings_of(record)) >= 1
        actions.delete_record(record=record, cluster=cast.cluster, by=cast.clerk)
        record.refresh_from_db()
        assert limits.warnings_of(record) == []
