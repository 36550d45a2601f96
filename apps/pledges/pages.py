"""What the pages of registrations show: who stands where, what is next, and whether a title is within reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from apps.core import words
from apps.honours.eligibility import PersonFacts, Reach, UnitFacts, holders, reach
from apps.honours.enums import HonourKind, ReachState, Subject
from apps.honours.facts import person_facts, unit_facts
from apps.honours.models import Honour
from apps.offices.models import Office
from apps.pledges.enums import WITH_THE_OFFICE, SheetState
from apps.pledges.models import RegistrationSheet
from apps.pledges.registered import Aim, Collective, Line, Registered, Single, from_json
from apps.pledges.sheets import law_on

COLOURS = {
    SheetState.DRAFT: "neutral", SheetState.SENT: "info", SheetState.TO_COMPLETE: "warn", SheetState.RECEIVED: "ok",
}  # fmt: skip
REACHES = {ReachState.WITHIN: "ok", ReachState.OUT: "bad", ReachState.UNKNOWN: "neutral"}


@dataclass(frozen=True)
class Reached:
    """One plain sentence about one title that somebody aims for, with the clause behind it; `refused` says why the
    deciding body did not approve it; `shared`: its sentence stands above the list, once for all."""

    title: str
    initiative: str
    colour: str
    state: str
    sentence: str
    clauses: str
    refused: str = ""
    shared: bool = False


@dataclass(frozen=True)
class Row:
    line: Line
    reached: tuple[Reached, ...]


@dataclass(frozen=True)
class UnitRow:
    """`key` is the division as stored, `name` as shown: the office itself has no division."""

    key: str
    name: str
    aims: tuple[Aim, ...]
    reached: tuple[Reached, ...]


@dataclass(frozen=True)
class Catalogue:
    """Titles and forms of the year, by code, from low to high, for one kind of subject."""

    honours: tuple[Honour, ...]

    def of(self, subject: Subject) -> list[Honour]:
        return [each for each in self.honours if each.subject == subject]

    @property
    def titles(self) -> list[Honour]:
        return [each for each in self.of(Subject.PERSON) if each.kind == HonourKind.TITLE]

    @property
    def names(self) -> dict[str, str]:
        return {each.code: each.name_then for each in self.honours}  # type: ignore[attr-defined]

    @property
    def short_names(self) -> dict[str, str]:
        return {each.code: each.short_name_then for each in self.honours}  # type: ignore[attr-defined]


def catalogue(year: int) -> Catalogue:
    return Catalogue(tuple(Honour.objects.named_on(law_on(year)).order_by("-kind", "subject", "rank")))


def rows_of(now: Registered, year: int, known: Catalogue, refused: Mapping[Single, str]) -> list[Row]:
    """Each counted person with what the register says of their aims, and the deciding body. Seven queries, however many
    people."""
    facts = person_facts(line.person for line in now.people if line.aims)
    found = {line.person: _reached(line.aims, facts[line.person], year, known) for line in now.people if line.aims}
    return [
        Row(line, _answered(found.get(line.person, ()), line.aims, line.person, "", refused)) for line in now.people
    ]


MANY = 3  # of the same sentence about the same title stand above the list


def once_for_all(rows: list[Row]) -> tuple[list[Row], list[Reached]]:
    """Sentences that many people share, each once with its title; and the rows, which need not repeat them."""
    counts = Counter((each.title, each.sentence) for row in rows for each in row.reached if each.sentence)
    shared = {key for key, count in counts.items() if count >= MANY}
    kept: dict[tuple[str, str], Reached] = {}
    found = []
    for row in rows:
        said = tuple(replace(each, shared=(each.title, each.sentence) in shared) for each in row.reached)
        found.append(replace(row, reached=said))
        kept |= {(each.title, each.sentence): each for each in said if each.shared}
    return found, list(kept.values())


def _answered(
    reached: tuple[Reached, ...], aims: Iterable[Aim], person: int | None, unit: str, refused: Mapping[Single, str]
) -> tuple[Reached, ...]:
    return tuple(
        replace(each, refused=refused.get(Single(person, unit, aim.honour), ""))
        for each, aim in zip(reached, aims, strict=True)
    )


def chances_of(line: Line, year: int, known: Catalogue) -> dict[str, Reached]:
    """By code, what the register says of each title and form that a person may aim for: before one is chosen."""
    return _chances(person_facts([line.person])[line.person], Subject.PERSON, year, known)


def unit_chances_of(
    unit: str, now: Registered, office: Office, year: int, on: date, known: Catalogue
) -> dict[str, Reached]:
    return _chances(_unit_facts(now, office, year, on) if not unit else UnitFacts(), Subject.COLLECTIVE, year, known)


def _chances(facts: PersonFacts | UnitFacts, subject: Subject, year: int, known: Catalogue) -> dict[str, Reached]:
    names = known.names
    aims = [Aim(each.code, names[each.code]) for each in known.of(subject)]
    return {aim.honour: found for aim, found in zip(aims, _reached(aims, facts, year, known), strict=True)}


def unit_rows_of(
    now: Registered, office: Office, year: int, on: date, known: Catalogue, refused: Mapping[Single, str]
) -> list[UnitRow]:
    """The office itself first, whether it has registered or not; its members' own registrations are what is ahead."""
    held = {each.unit: each for each in now.collectives}
    rows = [held.get("", Collective("")), *(each for each in now.collectives if each.unit)]
    planned = _unit_facts(now, office, year, on)
    found = [_reached(each.aims, planned if not each.unit else UnitFacts(), year, known) for each in rows]
    return [
        UnitRow(each.unit, each.unit or str(office), each.aims, _answered(said, each.aims, None, each.unit, refused))
        for each, said in zip(rows, found, strict=True)
    ]


def _unit_facts(now: Registered, office: Office, year: int, on: date) -> UnitFacts:
    facts = unit_facts([office], year, on)[office.pk]
    return UnitFacts(
        headcount=now.headcount or None,
        holders=holders([aim.honour for aim in line.aims] for line in now.people),
        disciplined=facts.disciplined or None,
    )


def _reached(aims: Iterable[Aim], facts: PersonFacts | UnitFacts, year: int, known: Catalogue) -> tuple[Reached, ...]:
    names, on = known.names, law_on(year)
    return tuple(_said(aim, reach(aim.honour, facts, year=year, law_on=on, names=names)) for aim in aims)


def _said(aim: Aim, found: Reach) -> Reached:
    clauses = "; ".join(dict.fromkeys(each.clause for each in found.deciding if each.clause))
    if not found.findings:
        return Reached(aim.name, aim.initiative, "neutral", "", "", "")
    return Reached(aim.name, aim.initiative, REACHES[found.state], str(found.state.label), found.said, clauses)


@dataclass(frozen=True)
class Step:
    """What is next, for whom, and the one button that does it: send, receive, or none. `asks`, `answers`: the
    secretariat may also ask for completion, or note what the deciding body answered."""

    title: str
    text: str
    action: str = ""
    asks: bool = False
    answers: bool = False


def step_of(
    sheet: RegistrationSheet, now: Registered, *, prepares: bool, sends: bool, receives: bool,
    opens_on: date | None = None, closed_on: date | None = None,
) -> Step:  # fmt: skip
    """`opens_on`: the opening day, where it has not come; `closed_on`: of a year in which nothing is begun any more."""
    if closed_on is not None:
        text = _("The year %(year)s was closed on %(day)s: nothing new is begun in it.")
        return Step(_("No registrations"), text % {"year": sheet.year, "day": words.day(closed_on)})
    if opens_on is not None and sheet.state in WITH_THE_OFFICE:
        text = _("They open on %(day)s. From that day on the office can register and send.")
        return Step(_("Registrations are not open yet"), text % {"day": words.day(opens_on)})
    return replace(
        _next(sheet, now, prepares=prepares, sends=sends, receives=receives),
        asks=receives and sheet.state in {SheetState.SENT, SheetState.RECEIVED},
        answers=receives and sheet.state == SheetState.RECEIVED,
    )


def _next(sheet: RegistrationSheet, now: Registered, *, prepares: bool, sends: bool, receives: bool) -> Step:
    left = len(now.waiting)
    changed = sheet.current is None or _sent(sheet) != now
    if sheet.state == SheetState.TO_COMPLETE and prepares and not (receives and not changed):
        return Step(_("Complete the registrations"), sheet.asked, "send" if sends else "")
    if sheet.state == SheetState.DRAFT or (changed and prepares):
        if not prepares:
            return Step(_("Not sent yet"), _("The office is preparing its registrations."))
        waiting = _("%(count)s people have not registered yet.") % {"count": words.number(left)}
        text = waiting if left else _("Everybody counted has registered.")
        hand_on = "" if sends else _("When everything is there, hand it to the head of the office to check and send.")
        title = _("Prepare the registrations") if sheet.current is None else _("Send what was changed")
        return Step(title, f"{text} {hand_on}".strip(), "send" if sends else "")
    if sheet.state == SheetState.SENT:
        if receives:
            return Step(
                _("Look through and receive"), _("Receive it as it was sent, or ask for completion."), "receive"
            )
        return Step(_("Registrations sent"), _("The secretariat looks them through."))
    if sheet.state == SheetState.TO_COMPLETE:
        return Step(_("Completion asked for"), sheet.asked)
    return Step(_("Registrations received"), _("Nothing is left to do. A later change must be sent again."))


def _sent(sheet: RegistrationSheet) -> Registered | None:
    return from_json(sheet.current.content) if sheet.current else None
