from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from apps.core import inbox
from apps.core.inbox import Cost, InboxItem, items, register

TODAY = date(2019, 7, 1)


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    providers: list[Any] = []
    monkeypatch.setattr(inbox, "_providers", providers)
    return providers


def item(title: str, cost: Cost, due_on: date | None = None) -> InboxItem:
    return InboxItem(step="a", title=title, about="", state="warn", word="x", cost=cost, url="/", due_on=due_on)


def person(*, is_active: bool = True) -> Any:
    return SimpleNamespace(is_active=is_active)


def test_the_dearest_comes_first_and_within_it_the_earlier_day(registry: list[Any]) -> None:
    register(lambda user, on: [item("c", Cost.LATER), item("b", Cost.LATE), item("d", Cost.LATER, TODAY)])
    register(lambda user, on: [item("a", Cost.LATE, TODAY)])
    assert [each.title for each in items(person(), TODAY)] == ["a", "b", "d", "c"]


def test_costs_are_in_the_order_of_what_is_lost() -> None:
    assert sorted(Cost) == [Cost.LATE, Cost.HOLDS_UP, Cost.RUNS_OUT, Cost.UNSETTLED, Cost.LATER]


def test_a_closed_account_has_no_inbox(registry: list[Any]) -> None:
    register(lambda user, on: [item("a", Cost.LATE)])
    assert items(person(is_active=False), TODAY) == []


def test_registering_twice_does_no_harm(registry: list[Any]) -> None:
    def provider(user: Any, on: date) -> list[InboxItem]:
        return [item("a", Cost.LATE)]

    register(provider)
    register(provider)
    assert len(items(person(), TODAY)) == 1
