"""One line of a decision, before it is written, and everything that is wrong with several of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.core import words
from apps.core.text import fold
from apps.honours.enums import MANY_IN_A_YEAR, HonourKind, Subject, occasions_on
from apps.honours.models import Award, Decision, Honour
from apps.honours.models.decisions import FIRST_YEAR
from apps.offices.models import Office, Person

Key = tuple[Any, ...]


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


def _shape(line: Line, decision: Decision) -> list[str]:
    """What the line alone shows."""
    said = []
    name = line.honour_name or str(line.honour)
    if line.honour.subject == Subject.PERSON and line.person is None:
        said.append(_("“%(honour)s” goes to a person: name one.") % {"honour": name})
    if line.honour.subject == Subject.COLLECTIVE and line.person is not None:
        said.append(_("“%(honour)s” goes to a collective, not to a person.") % {"honour": name})
    if line.honour.kind == HonourKind.FORM and not line.occasion:
        said.append(_("Choose the kind of commendation of “%(honour)s”.") % {"honour": name})
    if line.honour.kind == HonourKind.TITLE and line.occasion:
        said.append(_("“%(honour)s” is a title: it has no kind of commendation.") % {"honour": name})
    if line.occasion and line.occasion not in occasions_on(decision.signed_on):
        message = _("That kind of commendation does not exist on %(day)s.")
        said.append(message % {"day": words.day(decision.signed_on)})
    return said + _years(line, decision, name) + _names(line)


def _years(line: Line, decision: Decision, name: str) -> list[str]:
    said = []
    if not FIRST_YEAR <= line.year <= decision.signed_on.year:
        message = _("%(year)s is no year of achievement for a decision of %(day)s. Expected %(first)s to %(last)s.")
        last = decision.signed_on.year
        day = words.day(decision.signed_on)
        said.append(message % {"year": line.year, "day": day, "first": FIRST_YEAR, "last": last})
    if line.year_from is not None and line.honour.is_yearly:
        said.append(_("“%(honour)s” is for one year: leave “from year” empty.") % {"honour": name})
    elif line.year_from is not None and not FIRST_YEAR <= line.year_from < line.year:
        said.append(_("The years run from %(first)s to %(last)s: the first comes before the last.") % {
            "first": line.year_from, "last": line.year,
        })  # fmt: skip
    return said


def _names(line: Line) -> list[str]:
    said = []
    if not line.honour_name:
        said.append(
            _("The catalogue has no name for it in %(year)s: write it as the paper has it.") % {"year": line.year}
        )
    if not line.unit_name:
        said.append(_("Say where the person was: an office, or the unit's name as the paper has it."))
    return said


def key_of(award: Award) -> Key:
    """As `Line.key`: what is one and the same award."""
    holder = (award.person_id,) if award.person_id else (None, award.office_id, fold(award.collective))
    return (award.honour_id, award.year, award.occasion, *holder)


def faults_of(lines: Sequence[tuple[int, Line]], decision: Decision, by: User) -> dict[int, list[str]]:
    """By line index. Three queries, however many lines."""
    faults = {index: said for index, line in lines if (said := _shape(line, decision))}
    people = {line.person.pk for _index, line in lines if line.person}
    offices = {line.office.pk for _index, line in lines if line.office and not line.person}
    standing = Award.objects.standing().select_related("decision")
    held = {key_of(each): each for each in standing.filter(person__in=people)}
    held |= {key_of(each): each for each in standing.of_collectives().filter(office__in=offices)}
    shown = set(
        Award.objects.visible_to(by).filter(pk__in=[each.pk for each in held.values()]).values_list("pk", flat=True)
    )
    seen: dict[Key, int] = {}
    for index, line in lines:
        if line.key in seen:
            faults.setdefault(index, []).append(_("Line %(number)s says the same.") % {"number": seen[line.key] + 1})
        elif line.key in held and line.occasion not in MANY_IN_A_YEAR:
            award = held[line.key]
            faults.setdefault(index, []).append(_held(award, is_shown=award.pk in shown))
        seen.setdefault(line.key, index)
    return faults


def _held(award: Award, *, is_shown: bool) -> str:
    """By which decision is said to those who may see the award."""
    values = {"honour": award.honour_name, "year": award.year}
    if not is_shown:
        return _("“%(honour)s” of %(year)s is held already.") % values
    values |= {"decision": str(award.decision), "day": words.day(award.decision.signed_on)}
    return _("“%(honour)s” of %(year)s is held already, by %(decision)s of %(day)s.") % values
