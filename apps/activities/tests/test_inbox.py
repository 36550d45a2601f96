"""Imports that wait for whoever began them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from apps.accounts.models import User
from apps.activities.enums import ImportState
from apps.activities.inbox import items
from apps.activities.models import Import
from apps.core.inbox import InboxItem
from apps.files.actions import store
from tests.cast import Cast


def begun(cast: Cast, state: ImportState, days_ago: int = 0) -> Import:
    return Import.objects.create(
        cluster=cast.cluster, period=cast.first_half, state=state, outcome={"name": "giam-sat.xlsx"},
        file=store(content=b"x", name="giam-sat.xlsx", content_type="text/plain", by=None), created_by=cast.clerk,
        created_at=timezone.now() - timedelta(days=days_ago),
    )  # fmt: skip


def of(user: User) -> list[InboxItem]:
    return list(items(User.objects.get(pk=user.pk), timezone.localdate()))


def test_a_file_that_was_read_waits_and_one_that_failed_is_told(cast: Cast) -> None:
    first, second = begun(cast, ImportState.PREVIEWED), begun(cast, ImportState.FAILED)
    assert [(item.step, item.title, item.about, item.url) for item in of(cast.clerk)] == [
        (
            "activities.import_confirm", "Xác nhận nhập tệp: 6 tháng đầu năm 2019", "giam-sat.xlsx",
            f"/c/cum-9/2019H1/imports/{first.pk}/",
        ),
        (
            "activities.import_failed", "Nhập lại tệp: 6 tháng đầu năm 2019", "giam-sat.xlsx",
            f"/c/cum-9/2019H1/imports/{second.pk}/",
        ),
    ]  # fmt: skip


@pytest.mark.parametrize("state", [ImportState.READING, ImportState.APPLYING, ImportState.REFUSED])
def test_nothing_else_waits(cast: Cast, state: ImportState) -> None:
    begun(cast, state)
    assert of(cast.clerk) == []


def test_what_was_left_alone_for_long_is_no_longer_meant(cast: Cast) -> None:
    begun(cast, ImportState.PREVIEWED, days_ago=20)
    assert of(cast.clerk) == []


@pytest.mark.parametrize("who", ["secretary", "head", "other", "leader", "stranger", "administrator"])
def test_it_waits_for_nobody_else(cast: Cast, who: str) -> None:
    begun(cast, ImportState.FAILED)
    person = cast.people[who]
    assert person is not None
    assert of(person) == []


def test_it_costs_one_query_beside_the_roles(cast: Cast, costs: Callable[..., None]) -> None:
    def add(count: int) -> None:
        for _ in range(count):
            begun(cast, ImportState.FAILED)

    costs(4, add=add, read=lambda: list(items(User.objects.filter(pk=cast.clerk.pk).get(), timezone.localdate())))
