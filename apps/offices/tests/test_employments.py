"""People belong to one office at a time, and whoever is not counted is so for a reason. The database says it."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from apps.offices.models import Employment, Person
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def employ(person: Person, cast: Cast, **values: Any) -> Employment:
    return Employment.objects.create(
        **{"person": person, "office": cast.office, "kind": "civil", "valid_from": date(2019, 1, 1), **values}
    )


def test_people_are_sorted_by_given_name() -> None:
    for name in ("Nguyễn Thị Ước Lệ", "Trần Văn Ân Mẫu", "Lê Thí Dụ", "Phạm Đình Ví Đâu"):
        Person.objects.create(full_name=name)
    assert [str(each) for each in Person.objects.all()] == [
        "Lê Thí Dụ",
        "Phạm Đình Ví Đâu",
        "Nguyễn Thị Ước Lệ",
        "Trần Văn Ân Mẫu",
    ]


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"is_counted": False}, "employment_not_counted_because"),
        ({"not_counted_because": "nghỉ không lương"}, "employment_not_counted_because"),
        ({"kind": "other"}, "employment_kind_known"),
        ({"valid_to": date(2018, 12, 31)}, "employment_days_in_order"),
    ],
)
def test_rules_of_an_employment(cast: Cast, values: dict[str, Any], constraint: str) -> None:
    person = Person.objects.create(full_name="Lê Thí Dụ")
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        employ(person, cast, **values)


def test_one_office_at_a_time(cast: Cast) -> None:
    person = Person.objects.create(full_name="Lê Thí Dụ")
    employ(person, cast, valid_to=date(2019, 6, 30))
    employ(person, cast, office=cast.other_office, valid_from=date(2019, 7, 1))
    with pytest.raises(IntegrityError, match="employment_one_office_at_a_time"), transaction.atomic():
        employ(person, cast, valid_from=date(2019, 6, 30), valid_to=date(2019, 6, 30))


def test_who_belongs_on_a_day(cast: Cast) -> None:
    person = Person.objects.create(full_name="Lê Thí Dụ")
    employ(person, cast, valid_to=date(2019, 6, 30))
    assert list(Person.objects.at(cast.office, date(2019, 6, 30))) == [person]
    assert list(Person.objects.at(cast.office, date(2019, 7, 1))) == []
