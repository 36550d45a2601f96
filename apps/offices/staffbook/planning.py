"""What a list would bring: who comes in, what changes, who is left out and why. Pure: rows and people in, lines out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from apps.core.text import fold
from apps.core.words import day
from apps.offices.models import Employment
from apps.offices.staffbook.columns import COUNTED, FROM, ID, NO, YES
from apps.offices.staffbook.reading import Fault, ReadRow

PERSON = ("full_name", "birth_year", "gender")
COUNTING = ("is_counted", "not_counted_because")
BELONGS = ("unit", "position", "kind", "valid_from", *COUNTING)


class Brings(StrEnum):
    NEW = "new"
    CHANGE = "change"
    SAME = "same"
    SKIP = "skip"
    FAULT = "fault"


@dataclass(frozen=True)
class Line:
    """One row of the list. `changes`: names of fields. `counted_from`: the change of counting begins on that day."""

    row: ReadRow
    brings: Brings
    employment: Employment | None = None
    changes: tuple[str, ...] = ()
    counted_from: date | None = None
    why: str = ""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Plan:
    lines: tuple[Line, ...]

    def of(self, *brings: Brings) -> list[Line]:
        return [line for line in self.lines if line.brings in brings]

    @property
    def faults(self) -> list[Fault]:
        return [fault for line in self.lines for fault in line.faults]

    @property
    def digest(self) -> str:
        """The same for the same work: between looking and confirming nobody may have changed what it would do."""
        told = [
            (line.row.row, line.brings, line.changes, [_before(line.employment, name) for name in line.changes])
            for line in self.lines
        ]
        return hashlib.sha256(repr(told).encode()).hexdigest()


COPIED = gettext_noop(
    "The row is a copy of row %(other)s with its hidden number. Copy only its cells, into a blank one."
)
NOBODY = gettext_noop("The hidden number of the row names nobody of this office. Clear it to enter the person as new.")
SINCE = gettext_noop("Counted or not changes from a day on: write it, after %(day)s, into the column “%(column)s”.")


def _before(row: Employment | None, name: str) -> str:
    return str(getattr(row.person if row and name in PERSON else row, name, ""))


def planned(rows: Sequence[ReadRow], there: Iterable[Employment], gone_on: date | None = None) -> Plan:
    """`there`: all rows of the office, of whoever belongs or belonged to it. `gone_on`: it is another office since."""
    people = list(there)
    by_id = {row.pk: row for row in people}
    known = {(fold(row.person.full_name), row.person.birth_year) for row in people}
    seen: dict[tuple[str, int | None], int] = {}
    numbers: dict[int, int] = {}
    return Plan(tuple(_line(row, by_id, known, seen, numbers, gone_on) for row in rows))


def _line(
    row: ReadRow,
    by_id: Mapping[int, Employment],
    known: set[tuple[str, int | None]],
    seen: dict[tuple[str, int | None], int],
    numbers: dict[int, int],
    gone_on: date | None,
) -> Line:
    if row.faults:
        return Line(row, Brings.FAULT, faults=tuple(row.faults))
    if gone_on is not None and row.values["valid_from"] >= gone_on:
        text = _("The office became another one on %(day)s: expected an earlier day.") % {"day": day(gone_on)}
        return _fault(row, FROM, day(row.values["valid_from"]), text)
    if row.id is not None:
        if row.id in numbers:
            return _fault(row, ID, str(row.id), _(COPIED) % {"other": numbers[row.id]})
        numbers[row.id] = row.row
        if row.id not in by_id:
            return _fault(row, ID, str(row.id), _(NOBODY))
        return _changed(row, by_id[row.id])
    key = (fold(row.name), row.values["birth_year"])
    if key in known:
        return Line(row, Brings.SKIP, why=_("Among the office's people already (same name and year of birth)."))
    if key in seen:
        text = _("As row %(other)s. If this is another person, give a year of birth.") % {"other": seen[key]}
        return Line(row, Brings.SKIP, why=text)
    seen[key] = row.row
    return Line(row, Brings.NEW)


def _fault(row: ReadRow, heading: str, value: str, text: str) -> Line:
    return Line(row, Brings.FAULT, faults=(Fault(row.row, row.letters.get(heading, ""), heading, value, text),))


def _changed(row: ReadRow, employment: Employment) -> Line:
    """A change of counting needs the day from which it holds: in the column of the first day, after the present one."""
    given: Mapping[str, Any] = row.values
    told = [name for name in (*PERSON, *BELONGS) if name not in row.absent]
    holders = {name: employment.person if name in PERSON else employment for name in told}
    changes = [name for name in told if getattr(holders[name], name) != given[name]]
    if not changes:
        return Line(row, Brings.SAME, employment)
    counted_from = None
    if "is_counted" in changes:
        since = employment.valid_from
        if given["valid_from"] <= since:
            value = YES if given["is_counted"] else NO
            return _fault(row, COUNTED, value, _(SINCE) % {"day": day(since), "column": FROM})
        counted_from = given["valid_from"]
        changes.remove("valid_from")
    return Line(row, Brings.CHANGE, employment, tuple(changes), counted_from)
