"""People, decisions and lines that the tests of the register share."""

from __future__ import annotations

from datetime import date
from typing import Any

from apps.honours import actions
from apps.honours.actions import Line, Recorded
from apps.honours.models import Award, Honour
from apps.offices.enums import EmploymentKind
from apps.offices.models import Employment, Office, Person
from tests.cast import Cast

SIGNED = date(2020, 1, 15)


def person(office: Office, name: str = "Nguyễn Thị Mẫu", since: date = date(2017, 1, 1), **extra: Any) -> Person:
    made = Person.objects.create(full_name=name)
    Employment.objects.create(person=made, office=office, kind=EmploymentKind.CIVIL_SERVANT, valid_from=since, **extra)
    return made


def honour(code: str) -> Honour:
    return Honour.objects.get(code=code)


def facts(number: str = "12", **extra: Any) -> dict[str, Any]:
    given = {"number": number, "symbol": "QĐ-VPQH", "signed_on": SIGNED, "body": "Văn phòng Quốc hội"}
    return {**given, "signer": "Trần Văn Ký", "signer_post": "Chủ nhiệm", **extra}


def title(who: Person, office: Office | None, year: int = 2019, code: str = "ldtt", **extra: Any) -> Line:
    return Line(honour=honour(code), year=year, person=who, office=office, **extra)


def record(
    cast: Cast, *lines: Line, number: str = "12", by: Any = None, office: Office | None = None, **extra: Any
) -> Recorded:
    return actions.record_decision(
        cluster=cast.cluster, office=office, values=facts(number, **extra), lines=lines, by=by or cast.secretary
    )


def held(cast: Cast, who: Person, office: Office, year: int = 2019, code: str = "ldtt", number: str = "") -> Award:
    """One award, by a decision of its own in the year after."""
    signed = date(year + 1, 1, 15)
    recorded = record(cast, title(who, office, year, code), number=number or f"{who.pk}{code}{year}", signed_on=signed)
    return recorded.made[0]
