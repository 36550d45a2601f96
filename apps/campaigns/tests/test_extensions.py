"""More time after the closing day: asked for by the office, decided by the secretariat, once."""

from __future__ import annotations

import threading
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from apps.campaigns import actions, rules
from apps.campaigns.closing import is_closed
from apps.campaigns.models import Extension, Period
from apps.campaigns.stories import story_of_extensions
from apps.offices.models import Office
from tests.cast import Cast, make_cast

HERE = "/c/cum-9/2019H1/extensions/"
ROLES = ("secretary", "head", "clerk", "other", "leader", "administrator", "stranger")
DAY = timedelta(days=1)


def today() -> date:
    return timezone.localdate()


def vn(day: date) -> str:
    return f"{day:%d/%m/%Y}"


@pytest.fixture
def closed(cast: Cast) -> Period:
    Period.objects.filter(pk=cast.first_half.pk).update(closes_on=date(2019, 7, 15))
    cast.first_half.closes_on = date(2019, 7, 15)
    return cast.first_half


def ask(cast: Cast, **more: Any) -> Extension:
    values = {
        "period": cast.first_half, "office": cast.office, "reason": "Chờ số liệu của huyện",
        "wanted_until": today() + 5 * DAY, "by": cast.clerk, **more,
    }  # fmt: skip
    return actions.ask_extension(**values)


def refused(action: Any, **values: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        action(**values)
    return " ".join(caught.value.messages)


# Rules ----------------------------------------------------------------------------------------------------------------
def test_an_office_asks_for_itself_alone(cast: Cast) -> None:
    def asking(office: Office) -> set[str]:
        return {role for role in ROLES if rules.can_ask_extension(cast.people[role], office)}  # type: ignore[arg-type]

    assert asking(cast.office) == {"head", "clerk"}
    assert asking(cast.other_office) == {"other"}


def test_the_secretariat_of_the_year_decides(cast: Cast) -> None:
    def deciding(year: int) -> set[str]:
        return {role for role in ROLES if rules.can_decide_extension(cast.people[role], cast.cluster, year)}  # type: ignore[arg-type]

    assert deciding(2019) == {"secretary"}
    assert deciding(2020) == set()


@pytest.mark.parametrize("role", ["head", "clerk", "other", "leader", "administrator", "stranger"])
def test_nobody_else_decides(cast: Cast, closed: Period, role: str) -> None:
    row, by, until = ask(cast), cast.people[role], today() + DAY
    for decide in (
        lambda: actions.grant_extension(extension=row, until=until, by=by),  # type: ignore[arg-type]
        lambda: actions.refuse_extension(extension=row, decision="Không", by=by),  # type: ignore[arg-type]
        lambda: actions.end_extension(extension=row, by=by),  # type: ignore[arg-type]
        lambda: actions.give_extension(period=closed, office=cast.office, until=until, reason="x", by=by),  # type: ignore[arg-type]
    ):
        with pytest.raises(PermissionDenied):
            decide()


@pytest.mark.parametrize("role", ["secretary", "other", "leader", "administrator", "stranger"])
def test_nobody_else_asks(cast: Cast, closed: Period, role: str) -> None:
    with pytest.raises(PermissionDenied):
        ask(cast, by=cast.people[role])


# Asking ---------------------------------------------------------------------------------------------------------------
def test_one_undecided_at_a_time_and_a_double_click_asks_once(cast: Cast, closed: Period) -> None:
    first = ask(cast)
    assert ask(cast) == first
    assert "đang chờ quyết định" in refused(ask, cast=cast, reason="Lý do khác")
    assert Extension.objects.count() == 1
    actions.refuse_extension(extension=first, decision="Đã đủ thời gian", by=cast.secretary)
    assert ask(cast).pk != first.pk


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"wanted_until": today() - DAY}, "hoặc ngày sau đó"),
        ({"wanted_until": date(2019, 7, 15)}, "hoặc ngày sau đó"),
        ({"reason": "  "}, "Cần nêu lý do"),
    ],
)
def test_what_is_asked_must_make_sense(cast: Cast, closed: Period, wanted: dict[str, Any], said: str) -> None:
    assert said in refused(ask, cast=cast, **wanted)


def test_nothing_is_extended_before_its_end_or_without_a_closing_day(cast: Cast) -> None:
    assert "chưa đặt ngày chốt" in refused(ask, cast=cast)
    cast.first_half.closes_on = today() + 9 * DAY
    cast.first_half.save(update_fields=["closes_on"])
    assert "vẫn đang mở" in refused(ask, cast=cast)


# Deciding -------------------------------------------------------------------------------------------------------------
def test_granted_it_opens_until_the_end_of_the_day(cast: Cast, closed: Period) -> None:
    row = actions.grant_extension(extension=ask(cast), until=today() + 2 * DAY, by=cast.secretary)
    assert not is_closed(closed, cast.office, today() + 2 * DAY)
    assert is_closed(closed, cast.office, today() + 3 * DAY)
    assert (row.decided_by, row.decision) == (cast.secretary, "")


def test_refused_it_opens_nothing_and_has_its_reason(cast: Cast, closed: Period) -> None:
    row = ask(cast)
    assert "Cần nêu lý do" in refused(actions.refuse_extension, extension=row, decision=" ", by=cast.secretary)
    actions.refuse_extension(extension=row, decision="Đã đủ thời gian", by=cast.secretary)
    assert is_closed(closed, cast.office, today())


def test_it_is_not_granted_for_the_past(cast: Cast, closed: Period) -> None:
    row, until = ask(cast), today() - DAY
    assert "hoặc ngày sau đó" in refused(actions.grant_extension, extension=row, until=until, by=cast.secretary)
    actions.grant_extension(extension=row, until=today(), by=cast.secretary)


def test_deciding_twice_alike_does_no_harm_and_otherwise_says_what_was_decided(cast: Cast, closed: Period) -> None:
    row, until = ask(cast), today() + 2 * DAY
    first = actions.grant_extension(extension=row, until=until, by=cast.secretary)
    assert actions.grant_extension(extension=row, until=until, by=cast.secretary).decided_at == first.decided_at
    said = refused(actions.refuse_extension, extension=row, decision="Không", by=cast.secretary)
    assert f"vừa được gia hạn đến ngày {vn(until)}" in said
    assert "Nguyễn Văn Mẫu" in said


def test_the_secretariat_gives_unasked_with_a_reason(cast: Cast, closed: Period) -> None:
    values: dict[str, Any] = {
        "period": closed, "office": cast.office, "until": today() + DAY, "by": cast.secretary,
    }  # fmt: skip
    assert "Cần nêu lý do" in refused(actions.give_extension, **values, reason="")
    row = actions.give_extension(**values, reason="Đính chính số cuộc giám sát")
    assert actions.give_extension(**values, reason="Đính chính số cuộc giám sát") == row  # a double click
    assert not is_closed(closed, cast.office, today())
    ask(cast)
    assert "đã tự đề nghị" in refused(actions.give_extension, **{**values, "until": today() + 3 * DAY}, reason="Khác")


def test_an_office_of_another_cluster_is_given_nothing(cast: Cast, closed: Period) -> None:
    with pytest.raises(PermissionDenied):
        actions.give_extension(
            period=closed, office=cast.foreign_office, until=today() + DAY, reason="x", by=cast.secretary
        )


def test_ended_early_it_closes_after_today(cast: Cast, closed: Period) -> None:
    row = actions.grant_extension(extension=ask(cast), until=today() + 9 * DAY, by=cast.secretary)
    actions.end_extension(extension=row, by=cast.secretary)
    actions.end_extension(extension=row, by=cast.secretary)
    assert not is_closed(closed, cast.office, today())
    assert is_closed(closed, cast.office, today() + DAY)


@pytest.mark.django_db(transaction=True)
def test_two_decisions_at_once_are_one() -> None:
    cast = make_cast()
    Period.objects.filter(pk=cast.first_half.pk).update(closes_on=date(2019, 7, 15))
    cast.first_half.refresh_from_db()
    row, start = ask(cast), threading.Barrier(2)
    outcomes: list[str] = []

    def decide(grant: bool) -> None:
        try:
            start.wait(timeout=10)
            if grant:
                actions.grant_extension(extension=row, until=today() + DAY, by=cast.secretary)
            else:
                actions.refuse_extension(extension=row, decision="Không", by=cast.secretary)
            outcomes.append("decided")
        except ValidationError as refusal:
            outcomes.append(f"refused: {refusal.code}")
        finally:
            connection.close()

    threads = [threading.Thread(target=decide, args=(grant,)) for grant in (True, False)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert sorted(outcomes) == ["decided", "refused: decided"]


# What the database holds ----------------------------------------------------------------------------------------------
BASE = {"reason": "Lý do", "wanted_until": date(2019, 7, 20)}


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("extension_reason_given", {"reason": ""}),
        ("extension_decided_by_whom", {"decided_at": timezone.now()}),
        ("extension_decided_by_whom", {"granted_until": date(2019, 7, 20)}),
        ("extension_decided_by_whom", {"decision": "Không"}),
        ("extension_refused_for_a_reason", {"decided_at": timezone.now(), "decided_by": "secretary"}),
    ],
)
def test_the_database_states_the_rules(cast: Cast, name: str, values: dict[str, Any]) -> None:
    if "decided_by" in values:
        values = {**values, "decided_by": cast.secretary}
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Extension.objects.create(
            **{**BASE, "period": cast.first_half, "office": cast.office, "asked_by": cast.clerk, **values}
        )


def test_the_database_holds_one_undecided(cast: Cast) -> None:
    values = {**BASE, "period": cast.first_half, "office": cast.office, "asked_by": cast.clerk}
    Extension.objects.create(**values)
    with pytest.raises(IntegrityError, match="extension_one_undecided"), transaction.atomic():
        Extension.objects.create(**values)
    Extension.objects.create(**values, decided_at=timezone.now(), decided_by=cast.secretary, decision="Không")


# Pages ----------------------------------------------------------------------------------------------------------------
def test_the_office_asks_and_the_secretariat_decides_on_one_page(cast: Cast, closed: Period, client: Client) -> None:
    client.force_login(cast.clerk)
    assert "Đề nghị gia hạn" in client.get(HERE).content.decode()
    until = today() + 3 * DAY
    answer: Any = client.post(HERE, {"reason": "Chờ số liệu", "wanted_until": vn(until)}, follow=True)
    assert "đã được chuyển đến thư ký Cụm" in answer.content.decode()
    row = Extension.objects.get()
    client.force_login(cast.secretary)
    page = client.get(HERE).content.decode()
    assert "Chờ số liệu" in page
    assert vn(until) in page
    name = f"ask-{row.pk}"
    answer = client.post(f"{HERE}{row.pk}/decide/", {f"{name}-granted_until": "", "answer": "grant"})
    assert answer.status_code == 422
    answer = client.post(
        f"{HERE}{row.pk}/decide/", {f"{name}-granted_until": vn(until), "answer": "grant"}, follow=True
    )
    assert f"gia hạn đến hết ngày {vn(until)}" in answer.content.decode()
    assert client.post(f"{HERE}{row.pk}/end/", follow=True).status_code == 200
    row.refresh_from_db()
    assert row.granted_until == today()


def test_a_decision_that_came_too_late_is_told(cast: Cast, closed: Period, client: Client) -> None:
    row = ask(cast)
    actions.grant_extension(extension=row, until=today() + DAY, by=cast.secretary)
    client.force_login(cast.secretary)
    sent = {f"ask-{row.pk}-decision": "Không", "answer": "refuse"}
    page = client.post(f"{HERE}{row.pk}/decide/", sent, follow=True).content.decode()
    assert "vừa được gia hạn" in page


def test_another_offices_asks_are_not_shown(cast: Cast, closed: Period, client: Client) -> None:
    ask(cast, reason="Lý do riêng của Bạc Liêu")
    for role, sees in (("other", False), ("clerk", True), ("leader", True), ("secretary", True)):
        client.force_login(cast.people[role])  # type: ignore[arg-type]
        assert ("Lý do riêng của Bạc Liêu" in client.get(HERE).content.decode()) is sees, role


def test_history_tells_it_in_an_officials_words(cast: Cast, closed: Period) -> None:
    row = actions.grant_extension(extension=ask(cast), until=today() + DAY, by=cast.secretary)
    actions.end_extension(extension=row, by=cast.secretary)
    told = story_of_extensions(closed, [cast.office.pk])
    assert [entry.what for entry in told] == ["Kết thúc gia hạn sớm", "Cho gia hạn", "Đề nghị gia hạn"]
    assert [entry.who for entry in told] == ["Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu", "Lê Văn Ví Dụ"]


@pytest.mark.parametrize("asks", [1, 3])
def test_the_page_costs_the_same_however_many_asked(
    cast: Cast, closed: Period, client: Client, asks: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for office in list(cast.offices.values())[:asks]:
        Extension.objects.create(
            period=closed, office=office, reason="Chờ", wanted_until=today() + DAY, asked_by=cast.clerk
        )
    client.force_login(cast.secretary)
    client.get(HERE)
    with django_assert_num_queries(12):
        client.get(HERE)
