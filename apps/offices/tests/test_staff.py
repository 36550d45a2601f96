"""People of the offices as they are entered, moved, ended and counted; who may, and what is refused in which words."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from apps.accounts.models import User
from apps.offices import actions, rules
from apps.offices.headcount import Headcount, headcount_of
from apps.offices.models import Employment, Lineage, Membership, Office, Person
from apps.offices.tests.test_rules import who
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PERSON = {"full_name": "Lê Thí Dụ", "birth_year": 1985, "gender": "woman"}
FROM = date(2019, 1, 1)


def added(cast: Cast, *, office: Office | None = None, by: User | None = None, **values: Any) -> Employment:
    person = {**PERSON, **{name: values.pop(name) for name in tuple(values) if name in PERSON}}
    employment = {"kind": "civil", "position": "Chuyên viên", "unit": "Phòng Tổng hợp", "valid_from": FROM, **values}
    return actions.add_person(
        cluster=cast.cluster, office=office or cast.office, person=person, employment=employment, by=by or cast.clerk
    )


def refused(error: pytest.ExceptionInfo[ValidationError]) -> dict[str, list[str]]:
    return error.value.message_dict


def test_who_sees_and_who_keeps(cast: Cast) -> None:
    assert who(cast, rules.can_see_people, cast.cluster, cast.office) == {"secretary", "head", "clerk", "leader"}
    assert who(cast, rules.can_keep_people, cast.cluster, cast.office) == {"secretary", "head", "clerk"}
    assert who(cast, rules.can_see_people, cast.other_cluster, cast.foreign_office) == {"stranger"}


def test_rows_seen_by_each(cast: Cast) -> None:
    rows = {added(cast), added(cast, office=cast.other_office, by=cast.other)}
    here, there = sorted(rows, key=lambda row: row.pk)
    seen = {name: set(Employment.objects.visible_to(user)) for name, user in cast.people.items() if user}
    assert seen == {
        "secretary": rows, "leader": rows, "head": {here}, "clerk": {here}, "other": {there},
        "administrator": set(), "stranger": set(),
    }  # fmt: skip


def test_the_cluster_does_not_see_who_came_after_the_office_left(cast: Cast) -> None:
    stayed, came = added(cast), added(cast, full_name="Trần Đến Sau", valid_from=date(2019, 7, 1))
    Membership.objects.filter(office=cast.office).update(valid_to=date(2019, 6, 30))
    assert set(Employment.objects.visible_to(cast.secretary)) == {stayed}
    assert set(Employment.objects.visible_to(cast.clerk)) == {stayed, came}


@pytest.mark.parametrize("name", ["other", "leader", "administrator", "stranger"])
def test_nobody_else_writes(cast: Cast, name: str) -> None:
    row, by = added(cast), cast.people[name]
    assert by is not None
    at: Any = {"cluster": cast.cluster, "by": by}
    with pytest.raises(PermissionDenied):
        added(cast, full_name="Phạm Khác", by=by)
    with pytest.raises(PermissionDenied):
        actions.update_person(person=row.person, office=cast.office, values={"full_name": "X"}, **at)
    with pytest.raises(PermissionDenied):
        actions.move_person(employment=row, office=cast.other_office, on=date(2019, 7, 1), values={}, **at)
    with pytest.raises(PermissionDenied):
        actions.end_employment(employment=row, on=date(2019, 7, 1), **at)
    with pytest.raises(PermissionDenied):
        actions.set_counted(employment=row, on=date(2019, 7, 1), is_counted=False, because="x", **at)
    with pytest.raises(PermissionDenied):
        actions.correct_employment(employment=row, values={"position": "X"}, **at)
    assert Employment.objects.values().get() == Employment.objects.filter(pk=row.pk).values().get()


def test_an_office_changes_nobody_of_another_through_its_own_right(cast: Cast) -> None:
    row = added(cast, office=cast.other_office, by=cast.other)
    with pytest.raises(PermissionDenied):
        actions.update_person(
            person=row.person, cluster=cast.cluster, office=cast.office, values={"full_name": "X"}, by=cast.clerk
        )


def test_the_same_person_is_entered_once(cast: Cast) -> None:
    added(cast)
    with pytest.raises(ValidationError) as error:
        added(cast, full_name="lê thi dụ")
    assert refused(error) == {
        "full_name": ["lê thi dụ, sinh năm 1985, đã có trong danh sách của văn phòng. Hãy mở trang của người đó."]
    }
    added(cast, birth_year=1990)
    added(cast, birth_year=None)
    with pytest.raises(ValidationError, match="hãy ghi thêm năm sinh"):
        added(cast, birth_year=None)
    assert Person.objects.count() == 3


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"birth_year": 1850}, "birth_year", "từ 1900 đến 2100"),
        ({"full_name": ""}, "full_name", ""),
        ({"kind": "other"}, "kind", "other"),
        ({"is_counted": False}, "not_counted_because", "nghỉ thai sản"),
        ({"not_counted_because": "nghỉ"}, "not_counted_because", "nghỉ thai sản"),
        ({"valid_to": date(2018, 1, 1)}, "valid_to", "trước ngày đầu"),
    ],
)
def test_what_is_refused_at_which_field(cast: Cast, values: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(ValidationError) as error:
        added(cast, **values)
    assert list(refused(error)) == [field]
    assert words in refused(error)[field][0]
    assert not Person.objects.exists()


def test_moving_ends_on_the_eve_and_begins_on_the_day(cast: Cast) -> None:
    row = added(cast)
    moved = actions.move_person(
        employment=row, cluster=cast.cluster, office=cast.other_office, on=date(2019, 7, 1),
        values={"position": "Phó Trưởng phòng"}, by=cast.clerk,
    )  # fmt: skip
    row.refresh_from_db()
    assert row.valid_to == date(2019, 6, 30)
    assert (moved.office, moved.valid_from, moved.kind, moved.position) == (
        cast.other_office, date(2019, 7, 1), "civil", "Phó Trưởng phòng",
    )  # fmt: skip
    assert Employment.objects.filter(office=cast.office).on(date(2019, 6, 30)).count() == 1
    assert Employment.objects.filter(office=cast.office).on(date(2019, 7, 1)).count() == 0


@pytest.mark.parametrize(
    ("to", "on", "field", "words"),
    [
        ("bac-lieu", date(2019, 7, 1), "office", "đã thuộc Bạc Liêu"),
        ("hau-giang", date(2019, 1, 1), "on", "01/01/2019"),
        ("ha-giang", date(2019, 7, 1), "office", "không phải là thành viên"),
    ],
)
def test_moves_that_are_refused(cast: Cast, to: str, on: date, field: str, words: str) -> None:
    row = added(cast)
    with pytest.raises(ValidationError) as error:
        actions.move_person(
            employment=row, cluster=cast.cluster, office=Office.objects.get(code=to), on=on, values={}, by=cast.clerk
        )
    assert words in refused(error)[field][0]
    row.refresh_from_db()
    assert row.valid_to is None


def test_a_move_that_the_database_refuses_leaves_all_as_it_was(cast: Cast) -> None:
    row = added(cast, valid_to=date(2019, 12, 31))
    Employment.objects.create(person=row.person, office=cast.office, kind="civil", valid_from=date(2020, 1, 1))
    with pytest.raises(ValidationError, match="đã thuộc một văn phòng") as error:
        actions.move_person(
            employment=row, cluster=cast.cluster, office=cast.other_office, on=date(2019, 7, 1), values={},
            by=cast.clerk,
        )  # fmt: skip
    assert list(refused(error)) == ["on"]
    row.refresh_from_db()
    assert row.valid_to == date(2019, 12, 31)


def test_nobody_comes_to_an_office_that_has_become_another(cast: Cast) -> None:
    Lineage.objects.create(
        predecessor=cast.office, successor=cast.other_office, kind="merge", on=date(2019, 7, 1), is_direct=True
    )
    with pytest.raises(ValidationError, match="01/07/2019") as error:
        added(cast, valid_from=date(2019, 7, 1))
    assert list(refused(error)) == ["valid_from"]
    added(cast, valid_from=date(2019, 6, 30))


def test_ending_and_correcting_the_day(cast: Cast) -> None:
    row = added(cast)
    for on in (date(2019, 8, 31), date(2019, 9, 30)):
        actions.end_employment(employment=row, cluster=cast.cluster, on=on, by=cast.head)
        row.refresh_from_db()
        assert row.valid_to == on
    with pytest.raises(ValidationError, match="01/01/2019"):
        actions.end_employment(employment=row, cluster=cast.cluster, on=date(2018, 12, 31), by=cast.head)


def test_counted_from_a_day_on(cast: Cast) -> None:
    row = added(cast)
    at: Any = {"cluster": cast.cluster, "by": cast.clerk}
    leave = actions.set_counted(employment=row, on=date(2019, 5, 1), is_counted=False, because="Nghỉ thai sản", **at)
    back = actions.set_counted(employment=leave, on=date(2019, 11, 1), is_counted=True, **at)
    again = actions.set_counted(employment=back, on=date(2019, 12, 1), is_counted=True, **at)
    assert again.pk == back.pk  # nothing changes, nothing is written
    spans = Employment.objects.order_by("valid_from").values_list("valid_from", "valid_to", "is_counted", "unit")
    assert list(spans) == [
        (FROM, date(2019, 4, 30), True, "Phòng Tổng hợp"),
        (date(2019, 5, 1), date(2019, 10, 31), False, "Phòng Tổng hợp"),
        (date(2019, 11, 1), None, True, "Phòng Tổng hợp"),
    ]
    with pytest.raises(ValidationError, match="nghỉ thai sản"):
        actions.set_counted(employment=back, on=date(2019, 12, 1), is_counted=False, **at)
    with pytest.raises(ValidationError, match="từ 01/11/2019") as error:
        actions.set_counted(employment=back, on=date(2019, 10, 1), is_counted=False, because="x", **at)
    assert list(refused(error)) == ["on"]
    assert Employment.objects.count() == 3


def test_correcting_keeps_one_row(cast: Cast) -> None:
    row = added(cast)
    values = {"position": "Phó Trưởng phòng", "valid_from": date(2018, 3, 1)}
    actions.correct_employment(employment=row, cluster=cast.cluster, values=values, by=cast.clerk)
    actions.update_person(
        person=row.person, cluster=cast.cluster, office=cast.office, values={"full_name": "Lê Thị Ví"}, by=cast.clerk
    )
    row = Employment.objects.select_related("person").get()
    assert (row.position, row.valid_from) == ("Phó Trưởng phòng", date(2018, 3, 1))
    assert row.person.full_name == "Lê Thị Ví"


def test_headcount_is_pure() -> None:
    found = headcount_of([(True, "", 20), (False, "Nghỉ thai sản", 1), (False, "Biệt phái", 2)])
    assert found == Headcount(20, (("Biệt phái", 2), ("Nghỉ thai sản", 1)))
    assert (found.counted, found.left_out, found.total) == (20, 3, 23)
    assert headcount_of([]).total == 0


def test_headcount_on_a_day(cast: Cast, django_assert_num_queries: Any) -> None:
    added(cast)
    added(cast, full_name="Trần Nghỉ", is_counted=False, not_counted_because="Nghỉ không lương")
    added(cast, full_name="Võ Đến Sau", valid_from=date(2019, 7, 1))
    added(cast, office=cast.other_office, by=cast.other)
    rows = Employment.objects.filter(office=cast.office)
    with django_assert_num_queries(3):
        assert rows.on(date(2019, 6, 30)).headcount() == Headcount(1, (("Nghỉ không lương", 1),))
        assert rows.on(date(2019, 7, 1)).headcount().counted == 2
        found = Employment.objects.headcounts([office.pk for office in cast.offices.values()], date(2019, 7, 1))
    assert {office: each.total for office, each in found.items()} == {cast.office.pk: 3, cast.other_office.pk: 1}
