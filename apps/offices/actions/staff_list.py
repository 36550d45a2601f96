"""A whole list of an office's people, out of a workbook: what is right is written, and what was not is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.core.audit import action
from apps.core.constraints import explained
from apps.offices.actions.staff import (
    EMPLOYMENT_MESSAGES,
    PERSON_MESSAGES,
    correct_employment,
    refuse_unless_keeping,
    set_counted,
    update_person,
)
from apps.offices.models import Cluster, Employment, Lineage, Office, Person
from apps.offices.staffbook.planning import BELONGS, COUNTING, PERSON, Brings, Line, Plan, planned
from apps.offices.staffbook.reading import ReadRow


@dataclass
class Written:
    """How many came in and were changed; the lines that the database refused, with why."""

    new: int = 0
    changed: int = 0
    refused: list[Line] = field(default_factory=list)


def plan_staff(office: Office, rows: Sequence[ReadRow]) -> Plan:
    """What the rows would bring now. Two queries; nothing is written."""
    gone = Lineage.objects.direct().filter(predecessor=office).values_list("on", flat=True).first()
    return planned(rows, Employment.objects.filter(office=office).select_related("person"), gone)


@action
def import_staff(*, cluster: Cluster, office: Office, rows: Sequence[ReadRow], digest: str, by: User) -> Written:
    """Repeating it finds everybody there already. `digest`: of the plan that was looked at."""
    refuse_unless_keeping(by, cluster, office)
    Office.objects.select_for_update().get(pk=office.pk)
    plan = plan_staff(office, rows)
    if plan.digest != digest:
        message = _(
            "The office's people have been changed meanwhile. Look again at what the list would bring, and confirm."
        )
        raise ValidationError(message, code="changed")
    written = Written()
    fresh = plan.of(Brings.NEW)
    with explained({**PERSON_MESSAGES, **EMPLOYMENT_MESSAGES}):
        people = Person.objects.create_many(Person(**_of(line, PERSON)) for line in fresh)
        Employment.objects.bulk_create(
            (
                Employment(person=person, office=office, **_of(line, BELONGS))
                for person, line in zip(people, fresh, strict=True)
            ),
        )
    written.new = len(fresh)
    for line in plan.of(Brings.CHANGE):
        try:
            with transaction.atomic():
                _change(line, cluster, office, by)
            written.changed += 1
        except ValidationError as error:
            written.refused.append(replace(line, why=" ".join(error.messages)))
    return written


def _of(line: Line, names: Sequence[str]) -> dict[str, Any]:
    return {name: line.row.values[name] for name in names}


def _change(line: Line, cluster: Cluster, office: Office, by: User) -> None:
    row = line.employment
    assert row is not None
    particulars = [name for name in PERSON if name in line.changes]
    if particulars:
        update_person(person=row.person, cluster=cluster, office=office, values=_of(line, particulars), by=by)
    counted_from: date | None = line.counted_from
    mended = [name for name in line.changes if name in BELONGS and not (counted_from and name in COUNTING)]
    if counted_from is not None:
        values = line.row.values
        row = set_counted(
            employment=row, cluster=cluster, on=counted_from, is_counted=values["is_counted"],
            because=values["not_counted_because"], by=by,
        )  # fmt: skip
    if mended:
        correct_employment(employment=row, cluster=cluster, values=_of(line, mended), by=by)
