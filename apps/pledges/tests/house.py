"""People to register, in the cast's offices."""

from __future__ import annotations

from datetime import date

from apps.offices.models import Employment, Office, Person

NAMES = ("Lê Thí Dụ", "Trần Văn Mẫu", "Phạm Thị Ví Dụ", "Ngô Minh Họa", "Đỗ Giả Định")


def staffed(office: Office, count: int = 3, since: date = date(2019, 1, 1)) -> list[Person]:
    """So many counted people of an office, by given name."""
    people = [
        Person.objects.create(full_name=f"{NAMES[at % len(NAMES)]} {at // len(NAMES) or ''}".strip())
        for at in range(count)
    ]
    Employment.objects.bulk_create(
        Employment(person=person, office=office, kind="civil", position="Chuyên viên", valid_from=since)
        for person in people
    )
    return sorted(people, key=lambda person: person.sort_key)


def left_out(office: Office, because: str = "nghỉ không lương") -> Person:
    person = Person.objects.create(full_name="Hoàng Văn Ngoại Lệ")
    Employment.objects.create(
        person=person, office=office, kind="civil", valid_from=date(2019, 1, 1), is_counted=False,
        not_counted_because=because,
    )  # fmt: skip
    return person
