"""Around a conference: who may do what, what the database refuses, what actions keep."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from apps.campaigns import actions, rules
from apps.campaigns.actions import Point, TaskLine
from apps.campaigns.enums import ConferenceKind
from apps.campaigns.models import (
    Conference,
    Contribution,
    Delegate,
    Invitation,
    Minutes,
    ProgrammeItem,
    Task,
)
from apps.core.text import sort_key
from tests.cast import Cast


@pytest.fixture
def coming(cast: Cast) -> Conference:
    return Conference.objects.create(
        cluster=cast.cluster, period=cast.second_half, kind=ConferenceKind.YEAR_END, title="Hội nghị tổng kết năm 2019",
        held_on=timezone.localdate() + timedelta(days=7), place="Cà Mau",
    )  # fmt: skip


def roles(cast: Cast, allowed: Any) -> set[str]:
    return {role for role, user in cast.people.items() if user is not None and allowed(user)}


# Rules ----------------------------------------------------------------------------------------------------------------
def test_who_registers(cast: Cast, coming: Conference) -> None:
    def those(office: int | None, on: date) -> set[str]:
        return roles(cast, lambda user: rules.can_register(user, coming, office, on))

    day, after = coming.held_on, coming.held_on + timedelta(days=1)
    assert those(cast.office.pk, day) == {"secretary", "head", "clerk"}
    assert those(cast.other_office.pk, day) == {"secretary", "other"}
    assert those(None, day) == {"secretary"}
    assert those(cast.office.pk, after) == {"secretary"}


def test_who_reads_minutes_and_names(cast: Cast) -> None:
    def minutes(*, numbered: bool) -> set[str]:
        return roles(cast, lambda user: rules.can_read_minutes(user, cast.conference, numbered=numbered))

    assert minutes(numbered=False) == {"secretary", "leader"}
    assert minutes(numbered=True) == {"secretary", "leader", "head", "clerk", "other"}
    assert roles(cast, lambda user: rules.reads_everybody(user, cast.conference)) == {"secretary", "leader"}


@pytest.mark.parametrize("role", ["head", "clerk", "other", "leader", "administrator", "stranger"])
def test_only_the_secretariat_plans_and_records(cast: Cast, role: str) -> None:
    by = cast.people[role]
    at = {"conference": cast.conference}
    for action, values in (
        (actions.save_programme, {**at, "points": [Point(title="x")], "read": ""}),
        (actions.save_invitation, {**at, "values": {}, "version": 0}),
        (actions.save_minutes, {**at, "values": {}, "version": 0}),
        (actions.turn_into_tasks, {**at, "period": cast.second_half, "lines": [TaskLine(text="x")]}),
        (actions.register_delegate, {**at, "office": None, "name": "A", "body": "B"}),
    ):
        with pytest.raises(PermissionDenied):
            action(**values, by=by)  # type: ignore[arg-type]


def test_no_office_writes_into_anothers_lists(cast: Cast, coming: Conference) -> None:
    person, _new = actions.register_delegate(conference=coming, office=cast.other_office, name="A", by=cast.secretary)
    talk, _new = actions.register_contribution(conference=coming, office=cast.other_office, title="T", by=cast.other)
    own, _new = actions.register_delegate(conference=coming, office=cast.office, name="B", by=cast.clerk)
    writes: tuple[tuple[Any, dict[str, Any]], ...] = (
        (actions.register_delegate, {"conference": coming, "office": cast.other_office, "name": "C"}),
        (actions.update_delegate, {"delegate": person, "values": {"name": "C"}}),
        (actions.update_delegate, {"delegate": own, "values": {"office": cast.other_office}}),
        (actions.remove_delegate, {"delegate": person}),
        (actions.register_contribution, {"conference": coming, "office": cast.other_office, "title": "C"}),
        (actions.update_contribution, {"talk": talk, "title": "C"}),
        (actions.remove_contribution, {"talk": talk}),
        (actions.move_contribution, {"talk": talk, "up": True}),
    )
    for action, values in writes:
        with pytest.raises(PermissionDenied):
            action(**values, by=cast.clerk)
    assert set(Delegate.objects.values_list("name", "office__code")) == {("A", "hau-giang"), ("B", "bac-lieu")}


def test_after_the_day_only_the_secretariat_registers(cast: Cast) -> None:
    with pytest.raises(PermissionDenied):
        actions.register_delegate(conference=cast.conference, office=cast.office, name="A", by=cast.clerk)
    assert actions.register_delegate(conference=cast.conference, office=cast.office, name="A", by=cast.secretary)[1]


# Programme ------------------------------------------------------------------------------------------------------------
def test_a_programme_is_saved_as_a_whole_and_in_order(cast: Cast) -> None:
    first = [Point(title="Khai mạc", starts_at=time(8)), Point(title=" Báo cáo ", presenter="Cà Mau")]
    at: dict[str, Any] = {"conference": cast.conference, "by": cast.secretary}
    actions.save_programme(**at, points=first, read=actions.seen([]))
    rows = list(ProgrammeItem.objects.values_list("pk", "position", "title"))
    assert [row[1:] for row in rows] == [(1, "Khai mạc"), (2, "Báo cáo")]
    actions.save_programme(**at, points=first, read="whatever was read")  # a second click writes nothing
    assert list(ProgrammeItem.objects.values_list("pk", "position", "title")) == rows
    with pytest.raises(ValidationError) as meanwhile:
        actions.save_programme(**at, points=[Point(title="Khác")], read=actions.seen([]))
    assert meanwhile.value.code == "meanwhile"
    read = actions.seen(actions.points_of(cast.conference))
    actions.save_programme(**at, points=[*reversed(first)], read=read)
    assert [each.title for each in actions.points_of(cast.conference)] == ["Báo cáo", "Khai mạc"]


# Delegates and talks --------------------------------------------------------------------------------------------------
def test_a_delegate_sent_twice_is_there_once_and_sorted_by_given_name(cast: Cast, coming: Conference) -> None:
    at: dict[str, Any] = {"conference": coming, "office": cast.office, "by": cast.clerk}
    for name in ("Nguyễn Văn Ước", "Lê Thị Ánh", "Trần Văn Đức", "Phạm Văn Dũng"):
        assert actions.register_delegate(**at, name=name, post="Chuyên viên")[1]
    assert not actions.register_delegate(**at, name=" Lê Thị Ánh ", post="Chuyên viên")[1]
    names = [row.name for row in Delegate.objects.all()]
    assert names == ["Lê Thị Ánh", "Phạm Văn Dũng", "Trần Văn Đức", "Nguyễn Văn Ước"]
    row = Delegate.objects.get(name="Trần Văn Đức")
    actions.update_delegate(delegate=row, values={"name": "Trần Văn An"}, by=cast.clerk)
    assert {each.sort_key == sort_key(each.name) for each in Delegate.objects.all()} == {True}
    assert Delegate.objects.first() == row
    with pytest.raises(ValidationError) as twice:
        actions.update_delegate(delegate=row, values={"name": "Lê Thị Ánh"}, by=cast.clerk)
    assert "name" in twice.value.message_dict


def test_a_delegate_comes_for_a_member_or_for_a_named_body(cast: Cast, coming: Conference) -> None:
    at: dict[str, Any] = {"conference": coming, "name": "A", "by": cast.secretary}
    for values, field in (
        ({"office": None}, "body"),
        ({"office": cast.office, "body": "Báo"}, "body"),
        ({"office": cast.foreign_office}, "office"),
    ):
        with pytest.raises(ValidationError) as refused:
            actions.register_delegate(**at, **values)
        assert field in refused.value.message_dict
    assert actions.register_delegate(**at, office=None, body="Báo Cà Mau", kind="press")[0].kind == "press"


def test_talks_are_numbered_without_gaps(cast: Cast, coming: Conference) -> None:
    at: dict[str, Any] = {"conference": coming, "office": cast.office, "by": cast.clerk}
    one, two, three = (actions.register_contribution(**at, title=title)[0] for title in ("một", "hai", "ba"))
    assert not actions.register_contribution(**at, title="hai")[1]
    actions.move_contribution(talk=three, up=True, by=cast.secretary)
    actions.remove_contribution(talk=one, by=cast.clerk)
    assert list(Contribution.objects.values_list("position", "title")) == [(1, "ba"), (2, "hai")]
    with pytest.raises(ValidationError) as twice:
        actions.update_contribution(talk=two, title="ba", by=cast.clerk)
    assert "title" in twice.value.message_dict


# Papers ---------------------------------------------------------------------------------------------------------------
def test_a_paper_knows_its_writers(cast: Cast) -> None:
    at: dict[str, Any] = {"conference": cast.conference, "by": cast.secretary}
    values = {"proceedings": "Một"}
    first = actions.save_minutes(**at, values=values, version=0)
    assert first.version == 1
    assert actions.save_minutes(**at, values=values, version=0).version == 1  # a second click
    with pytest.raises(ValidationError) as meanwhile:
        actions.save_minutes(**at, values={"proceedings": "Hai"}, version=0)
    assert meanwhile.value.code == "meanwhile"
    with pytest.raises(ValidationError) as hours:
        actions.save_minutes(**at, values={"started_at": time(9), "ended_at": time(8)}, version=1)
    assert "ended_at" in hours.value.message_dict


# Resolutions ----------------------------------------------------------------------------------------------------------
def test_resolutions_become_tasks_of_a_later_period_once(cast: Cast) -> None:
    lines = [TaskLine(text="Chung"), TaskLine(text="Riêng", owner=cast.office, due_on=date(2019, 9, 30))]
    at: dict[str, Any] = {"conference": cast.conference, "by": cast.secretary}
    assert len(actions.turn_into_tasks(**at, period=cast.second_half, lines=lines)) == 2
    assert actions.turn_into_tasks(**at, period=cast.second_half, lines=lines) == []
    told = Task.objects.order_by("position").values_list("text", "owner", "due_on", "conference")
    assert list(told) == [
        ("Chung", None, None, cast.conference.pk),
        ("Riêng", cast.office.pk, date(2019, 9, 30), cast.conference.pk),
    ]
    with pytest.raises(ValidationError) as earlier:
        actions.turn_into_tasks(**at, period=cast.first_half, lines=lines)
    assert "period" in earlier.value.message_dict
    with pytest.raises(ValidationError):  # all or nothing
        actions.turn_into_tasks(
            **at, period=cast.second_half, lines=[TaskLine(text="Mới"), TaskLine(text="x", owner=cast.foreign_office)]
        )
    assert Task.objects.count() == 2


# The database itself --------------------------------------------------------------------------------------------------
def test_constraints_by_name(cast: Cast) -> None:
    def broken(name: str, make: Any) -> None:
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            make()

    at: dict[str, Any] = {"conference": cast.conference}
    broken("programme_item_title_given", lambda: ProgrammeItem.objects.create(**at, position=1, title=""))
    person: dict[str, Any] = {**at, "office": cast.office, "name": "A"}
    Delegate.objects.create(**person)
    broken("delegate_once", lambda: Delegate.objects.create(**person))
    broken("delegate_kind_known", lambda: Delegate.objects.create(**{**person, "kind": "ghost", "post": "x"}))
    broken("delegate_of_one_body", lambda: Delegate.objects.create(**{**person, "office": None}))
    broken("delegate_name_given", lambda: Delegate.objects.create(**{**person, "name": ""}))
    talk: dict[str, Any] = {**at, "office": cast.office, "title": "T"}
    Contribution.objects.create(**talk, position=1)
    broken("contribution_once", lambda: Contribution.objects.create(**talk, position=2))
    broken("contribution_title_given", lambda: Contribution.objects.create(**{**talk, "title": ""}, position=2))
    broken("invitation_number_with_day", lambda: Invitation.objects.create(**at, number=5))
    broken("minutes_number_with_day", lambda: Minutes.objects.create(**at, signed_on=date(2019, 7, 5)))
    broken("minutes_hours_in_order", lambda: Minutes.objects.create(**at, started_at=time(9), ended_at=time(8)))


@pytest.mark.parametrize(
    ("name", "model"),
    [("programme_item_position_once", ProgrammeItem), ("contribution_position_once", Contribution)],
)
def test_places_are_taken_once(cast: Cast, name: str, model: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # while rows are put in order they wait for the end
    more: dict[str, Any] = {"office": cast.office} if model is Contribution else {}
    values = {"conference": cast.conference, "position": 1, **more}
    model.objects.create(**values, title="A")
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        model.objects.create(**values, title="B")
