"""What a workbook of awards would do: create, skip, or what is wrong with which cell. All rows at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.core import words
from apps.core.forms import day_of
from apps.core.text import fold
from apps.honours.actions import Line, where_in_year
from apps.honours.actions.decisions import named
from apps.honours.actions.lines import faults_of, key_of
from apps.honours.enums import Occasion, Subject
from apps.honours.models import Award, Decision, Honour, HonourName
from apps.honours.models.decisions import FIRST_YEAR, LAST_YEAR
from apps.honours.naming import Names
from apps.honours.people import Found, Known
from apps.honours.sheets.reading import Row, Table
from apps.offices.models import Cluster

DecisionKey = tuple[str, str, str, int]
COLUMN_OF = {"who": "person"}  # a field of a line that is called otherwise in a workbook


@dataclass(frozen=True)
class Fault:
    """What stands where, and what was expected. `column` is empty for what concerns the row as a whole."""

    row: int
    letter: str
    column: str
    value: str
    expected: str


@dataclass
class Draft:
    """One row: a line of a decision, once nothing is wrong with it. `is_known`: the register has it."""

    row: Row
    decision: dict[str, Any] = field(default_factory=dict)
    line: Line | None = None
    faults: list[Fault] = field(default_factory=list)
    is_known: bool = False

    @property
    def key(self) -> DecisionKey:
        given = self.decision
        return (*(fold(given[name]) for name in ("body", "number", "symbol")), given["signed_on"].year)

    @property
    def is_new(self) -> bool:
        return self.line is not None and not self.faults and not self.is_known


@dataclass
class Plan:
    drafts: list[Draft]

    @property
    def new(self) -> list[Draft]:
        return [each for each in self.drafts if each.is_new]

    @property
    def known(self) -> list[Draft]:
        return [each for each in self.drafts if each.is_known and not each.faults]

    @property
    def wrong(self) -> list[Draft]:
        return [each for each in self.drafts if each.faults]

    @property
    def faults(self) -> list[Fault]:
        return [fault for draft in self.drafts for fault in draft.faults]

    def by_decision(self) -> dict[DecisionKey, list[Draft]]:
        found: dict[DecisionKey, list[Draft]] = defaultdict(list)
        for draft in self.new:
            found[draft.key].append(draft)
        return found


class _Reader:
    """Reads rows one by one against what is known; collects faults instead of stopping at the first."""

    def __init__(self, table: Table, known: Known) -> None:
        self.table, self.known = table, known
        self.honours = _honours_by_name()
        self.occasions = _occasions()

    def draft(self, row: Row) -> Draft:
        draft = Draft(row)
        self._decision(draft)
        year, year_from = self._year(draft, "year"), self._year(draft, "year_from", required=False)
        found = self._who(draft)
        honour = self._honour(draft, is_person=bool(row.text("person")))
        occasion = self._occasion(draft)
        if honour and year and found and not draft.faults:
            given = {"honour": honour, "year": year, "year_from": year_from, "occasion": occasion,
                     "honour_name": row.text("honour_name")[:200]}  # fmt: skip
            draft.line = self._line(draft, found, given)
        return draft

    def fault(self, draft: Draft, column: str, expected: str) -> None:
        letter = self.table.letters.get(column, "")
        draft.faults.append(Fault(draft.row.number, letter, column, draft.row.text(column), expected))

    def _decision(self, draft: Draft) -> None:
        text = draft.row.text
        for column, limit in (("number", 20), ("symbol", 40), ("body", 200), ("signer", 120), ("signer_post", 200)):
            draft.decision[column] = text(column)
            if len(text(column)) > limit:
                self.fault(draft, column, _("at most %(limit)s letters") % {"limit": limit})
        if not text("number"):
            self.fault(draft, "number", _("the number of the decision"))
        if not text("body"):
            self.fault(draft, "body", _("the body that decided"))
        day = day_of(text("signed_on"))
        if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fault(draft, "signed_on", _("a day, for example 15/01/2020"))
        draft.decision["signed_on"] = day

    def _year(self, draft: Draft, column: str, *, required: bool = True) -> int | None:
        text = draft.row.text(column)
        if not text and not required:
            return None
        if not (text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR):
            self.fault(draft, column, _("a year, for example 2019"))
            return None
        return int(text)

    def _who(self, draft: Draft) -> Found | None:
        name, at = draft.row.text("person"), draft.row.text("office")
        offices = self.known.named(at, people=False) if at else []
        if at and len(offices) != 1 and not (name and not offices and draft.row.text("unit")):
            self.fault(draft, "office", _("the name of an office for which you enter"))
            return None
        if not name:
            if not at:
                self.fault(draft, "person", _("the name of a person, or of an office for a collective"))
            return offices[0] if offices else None
        people = self.known.named(name, people=True)
        if len(people) > 1 and offices:
            people = [each for each in people if each.office == offices[0].office] or people
        if len(people) == 1:
            return people[0]
        if people:
            several = "; ".join(f"{each.name} ({each.note})" for each in people)
            self.fault(draft, "person", _("one person; several are called so: %(names)s") % {"names": several})
        else:
            self.fault(draft, "person", _("the name of a person of an office for which you enter"))
        return None

    def _honour(self, draft: Draft, *, is_person: bool) -> Honour | None:
        text = draft.row.text("honour")
        found = self.honours.get(_bare(text), [])
        subject = Subject.PERSON if is_person else Subject.COLLECTIVE
        fitting = [each for each in found if each.subject == subject]
        if fitting:
            return fitting[0]
        if found and is_person:
            self.fault(draft, "honour", _("a title or form of individuals, or no person's name"))
        elif found:
            self.fault(draft, "honour", _("a title or form of collectives, or a person's name"))
        else:
            self.fault(
                draft, "honour", _("a name of the catalogue, for example “Lao động tiên tiến” or “Bằng khen cấp bộ”")
            )
        return None

    def _occasion(self, draft: Draft) -> str:
        text = draft.row.text("occasion")
        if not text:
            return ""
        if fold(text) not in self.occasions:
            labels = ", ".join(str(each.label) for each in Occasion)
            self.fault(draft, "occasion", _("one of: %(known)s") % {"known": labels})
        return self.occasions.get(fold(text), "")

    def _line(self, draft: Draft, found: Found, given: dict[str, Any]) -> Line:
        unit = draft.row.text("unit")[:160]
        if found.person is None:
            return Line(office=found.office, collective=unit, **given)
        offices = self.known.named(draft.row.text("office"), people=False)
        office = offices[0].office if offices else None
        return Line(person=found.person, office=office, unit_name=unit, **given)


def _bare(text: str) -> str:
    return fold(text.strip("“”\"' "))


def _honours_by_name() -> dict[str, list[Honour]]:
    """By code, names of all times and short names; bodies' own names (“Chiến sĩ thi đua tỉnh …”) are no part of it."""
    found: dict[str, list[Honour]] = defaultdict(list)
    for row in HonourName.objects.select_related("honour").order_by("honour__rank", "valid_from"):
        for name in {_bare(row.name), _bare(row.short_name), fold(row.honour.code)}:
            if row.honour not in found[name]:
                found[name].append(row.honour)
    return found


def _occasions() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in ("vi", "en"):
        with translation.override(language):
            found |= {fold(str(each.label)): str(each.value) for each in Occasion}
    return found


def plan(table: Table, *, cluster: Cluster, by: User) -> Plan:
    """A constant number of queries beside one for each year that is named without an office."""
    known = Known.of(by, cluster)
    reader = _Reader(table, known)
    drafts = [reader.draft(row) for row in table.rows]
    _place(drafts, known)
    _name(drafts)
    sound = [draft for draft in drafts if draft.line and not draft.faults]
    _know(sound)
    _check(reader, [draft for draft in sound if not draft.is_known and not draft.faults], by)
    return Plan(drafts)


def _place(drafts: Iterable[Draft], known: Known) -> None:
    """Where people were, where the file does not say."""
    by_year: dict[int, set[int]] = defaultdict(set)
    for draft in drafts:
        if draft.line and draft.line.person and draft.line.office is None:
            by_year[draft.line.year].add(draft.line.person.pk)
    there = {year: where_in_year(people, year) for year, people in by_year.items()}
    for draft in drafts:
        line = draft.line
        if line and line.person and line.office is None and not draft.row.text("office"):
            found = known.by_code.get(f"o{there[line.year].get(line.person.pk)}")
            draft.line = replace(line, office=found.office if found else None)


def _name(drafts: Iterable[Draft]) -> None:
    sound = [draft for draft in drafts if draft.line and draft.decision.get("signed_on")]
    lines = [draft.line for draft in sound if draft.line]
    names = Names.of([line.honour for line in lines], [line.office for line in lines if line.office])
    for draft in sound:
        assert draft.line is not None
        (draft.line,) = named([draft.line], draft.decision["signed_on"], names)


def _know(drafts: Iterable[Draft]) -> None:
    """Which decisions and lines the register has; a decision known with another day is a fault."""
    drafts = list(drafts)
    years: set[int] = {draft.decision["signed_on"].year for draft in drafts}
    decisions = {
        (fold(each.body), fold(each.number), fold(each.symbol), each.signed_on.year): each
        for each in Decision.objects.filter(signed_on__year__in=years)
    }
    wanted = [decisions[draft.key].pk for draft in drafts if draft.key in decisions]
    have = {(each.decision_id, key_of(each)) for each in Award.objects.filter(decision__in=wanted)}
    days: dict[DecisionKey, date] = {key: each.signed_on for key, each in decisions.items()}
    for draft in drafts:
        day = days.setdefault(draft.key, draft.decision["signed_on"])
        if day != draft.decision["signed_on"]:
            _other_day(draft, day)
        elif draft.line and draft.key in decisions:
            draft.is_known = (decisions[draft.key].pk, draft.line.key) in have


def _other_day(draft: Draft, day: date) -> None:
    letter, value = draft.row.cells.get("signed_on", ("", ""))
    expected = _("%(day)s, as the same decision is dated elsewhere") % {"day": words.day(day)}
    draft.faults.append(Fault(draft.row.number, letter, "signed_on", value, expected))


def _check(reader: _Reader, drafts: list[Draft], by: User) -> None:
    """As the lines of one decision are checked: the place of a line is Excel's row."""
    by_place = {draft.row.number - 1: draft for draft in drafts}
    given = [(place, draft.line, draft.decision["signed_on"]) for place, draft in by_place.items() if draft.line]
    for place, said in faults_of(given, by).items():
        for name, message in said:
            reader.fault(by_place[place], COLUMN_OF.get(name, name), message)
