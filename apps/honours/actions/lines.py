"""One line of a decision, before it is written, and everything that is wrong with several of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.core import words
from apps.core.text import fold
from apps.honours.enums import MANY_IN_A_YEAR, HonourKind, Subject, occasions_on
from apps.honours.models import Award, Honour
from apps.honours.models.decisions import FIRST_YEAR
from apps.offices.models import Office, Person

Key = tuple[Any, ...]
Fault = tuple[str, str]  # the field that it concerns ("" the whole line), and what is wrong
Given = tuple[int, "Line", date]  # the line's place, the line, the day on which its decision was signed


@dataclass(frozen=True)
class Line:
    """`office`: where the person was, or the collective, of which `collective` may name a division. A person's award
    from elsewhere has none, and its unit in words. `honour_name`, `unit_name`: the paper's own words, else the names of
    the catalogue and of the office then."""

    honour: Honour
    year: int
    person: Person | None = None
    office: Office | None = None
    collective: str = ""
    year_from: int | None = None
    occasion: str = ""
    honour_name: str = ""
    unit_name: str = ""

    @property
    def key(self) -> Key:
        """What may be held once in a year, unless several achievements of a year may each earn it."""
        holder = (self.person.pk,) if self.person else (None, self.office and self.office.pk, fold(self.collective))
        return (self.honour.pk, self.year, self.occasion, *holder)

    @property
    def holder(self) -> str:
        return f"p{self.person.pk}" if self.person else f"o{self.office.pk if self.office else 0}"


def key_of(award: Award) -> Key:
    """As `Line.key`: what is one and the same award."""
    holder = (award.person_id,) if award.person_id else (None, award.office_id, fold(award.collective))
    return (award.honour_id, award.year, award.occasion, *holder)


def _shape(line: Line, signed_on: date) -> list[Fault]:
    """What the line alone shows."""
    said: list[Fault] = []
    named = {"honour": line.honour_name or str(line.honour)}
    if line.honour.subject == Subject.PERSON and line.person is None:
        said.append(("who", _("“%(honour)s” goes to a person: name one.") % named))
    if line.honour.subject == Subject.COLLECTIVE and line.person is not None:
        said.append(("who", _("“%(honour)s” goes to a collective, not to a person.") % named))
    if line.honour.kind == HonourKind.FORM and not line.occasion:
        said.append(("occasion", _("Choose the kind of commendation of “%(honour)s”.") % named))
    elif line.honour.kind == HonourKind.TITLE and line.occasion:
        said.append(("occasion", _("“%(honour)s” is a title: it has no kind of commendation.") % named))
    elif line.occasion and line.occasion not in occasions_on(signed_on):
        message = _("That kind of commendation does not exist on %(day)s.")
        said.append(("occasion", message % {"day": words.day(signed_on)}))
    return said + _years(line, signed_on, named) + _names(line)


def _years(line: Line, signed_on: date, named: dict[str, str]) -> list[Fault]:
    said: list[Fault] = []
    if not FIRST_YEAR <= line.year <= signed_on.year:
        message = _("%(year)s is no year of achievement for a decision of %(day)s. Expected %(first)s to %(last)s.")
        day, last = words.day(signed_on), signed_on.year
        said.append(("year", message % {"year": line.year, "day": day, "first": FIRST_YEAR, "last": last}))
    if line.year_from is not None and line.honour.is_yearly:
        said.append(("year_from", _("“%(honour)s” is for one year: leave “from year” empty.") % named))
    elif line.year_from is not None and not FIRST_YEAR <= line.year_from < line.year:
        message = _("The years run from %(first)s to %(last)s: the first comes before the last.")
        said.append(("year_from", message % {"first": line.year_from, "last": line.year}))
    return said


def _names(line: Line) -> list[Fault]:
    said: list[Fault] = []
    if not line.honour_name:
        message = _("The catalogue has no name for it in %(year)s: write it as the paper has it.")
        said.append(("honour_name", message % {"year": line.year}))
    if not line.unit_name:
        message = _("Say where the person was: an office, or the unit's name as the paper has it.")
        said.append(("unit", message))
    return said


def faults_of(lines: Sequence[Given], by: User) -> dict[int, list[Fault]]:
    """By the lines' places. Three queries, however many lines."""
    faults = {place: said for place, line, signed_on in lines if (said := _shape(line, signed_on))}
    people = {line.person.pk for _place, line, _day in lines if line.person}
    offices = {line.office.pk for _place, line, _day in lines if line.office and not line.person}
    standing = Award.objects.standing().select_related("decision")
    held = {key_of(each): each for each in standing.filter(person__in=people)}
    held |= {key_of(each): each for each in standing.of_collectives().filter(office__in=offices)}
    wanted = [held[line.key].pk for _place, line, _day in lines if line.key in held]
    shown = set(Award.objects.visible_to(by).filter(pk__in=wanted).values_list("pk", flat=True))
    seen: dict[Key, int] = {}
    for place, line, _day in lines:
        if line.key in seen:
            same = _("Line %(number)s says the same.") % {"number": seen[line.key] + 1}
            faults.setdefault(place, []).append(("", same))
        elif line.key in held and line.occasion not in MANY_IN_A_YEAR:
            award = held[line.key]
            faults.setdefault(place, []).append(("", _held(award, is_shown=award.pk in shown)))
        seen.setdefault(line.key, place)
    return faults


def _held(award: Award, *, is_shown: bool) -> str:
    """By which decision is said to those who may see the award."""
    values = {"honour": award.honour_name, "year": award.year}
    if not is_shown:
        return _("“%(honour)s” of %(year)s is held already.") % values
    values |= {"decision": str(award.decision), "day": words.day(award.decision.signed_on)}
    return _("“%(honour)s” of %(year)s is held already, by %(decision)s of %(day)s.") % values
