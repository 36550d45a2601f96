"""What the register knows, in the form that `eligibility` takes: for many people, or many offices, at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Count, Q

from apps.honours.eligibility import Held, Invented, PersonFacts, UnitFacts
from apps.honours.enums import TASKS_COMPLETED, Level, RatingLevel
from apps.honours.models import Authorship, Award, Discipline, InitiativeUse, KnownSince, Rating, Recognition
from apps.offices.models import Employment, Office

FOREVER = 9999


def person_facts(people: Iterable[int]) -> dict[int, PersonFacts]:
    """Ids of people → what is known of each. Seven queries, however many.

    An initiative counts in each scope in which it was recognised, from the year of that recognition on.
    """
    ids = set(people)
    awards: dict[int, list[Held]] = defaultdict(list)
    for person, code, year, revoked in Award.objects.filter(person__in=ids).values_list(
        "person_id", "honour__code", "year", "revoked_from"
    ):
        awards[person].append(Held(code, year, revoked is not None))
    ratings: dict[int, dict[int, RatingLevel]] = defaultdict(dict)
    for person, year, level in Rating.objects.filter(person__in=ids).values_list("person_id", "year", "level"):
        ratings[person][year] = RatingLevel(level)
    inventions, known = _inventions(ids), known_since(ids)
    return {
        pk: PersonFacts(
            awards=tuple(sorted(awards[pk], key=lambda held: (held.year, held.code))),
            ratings=ratings[pk],
            inventions=inventions.get(pk, ()),
            known_since=known.get(pk),
        )
        for pk in ids
    }


def _inventions(people: set[int]) -> dict[int, tuple[Invented, ...]]:
    uses = {
        (initiative, person): code
        for initiative, person, code in InitiativeUse.objects.filter(person__in=people).values_list(
            "initiative_id", "person_id", "honour__code"
        )
    }
    authors = Authorship.objects.filter(person__in=people).values_list("person_id", "initiative_id")
    own: dict[int, list[int]] = defaultdict(list)
    for person, initiative in authors:
        own[person].append(initiative)
    wanted = {pk for initiatives in own.values() for pk in initiatives}
    recognised: dict[int, list[tuple[Level, date]]] = defaultdict(list)
    for initiative, scope, day in Recognition.objects.filter(initiative__in=wanted).values_list(
        "initiative_id", "scope", "signed_on"
    ):
        recognised[initiative].append((Level(scope), day))
    return {
        person: tuple(
            Invented(scope, day.year, uses.get((initiative, person), ""))
            for initiative in initiatives
            for scope, day in recognised[initiative]
        )
        for person, initiatives in own.items()
    }


def known_since(people: Iterable[int]) -> dict[int, int]:
    """From which year on the register is complete: as stated of the person, or of the offices that the person belonged
    to without a gap, back to the first year that one of them does not answer for. Two queries."""
    ids = set(people)
    stated: dict[int, int] = {}
    offices: dict[int, int] = {}
    for person, office, year in KnownSince.objects.filter(Q(person__in=ids) | Q(office__isnull=False)).values_list(
        "person_id", "office_id", "year"
    ):
        if person:
            stated[person] = year
        else:
            offices[office] = year
    spans: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for person, office, first, last in Employment.objects.filter(person__in=ids).values_list(
        "person_id", "office_id", "valid_from", "valid_to"
    ):
        spans[person].append((first.year, last.year if last else FOREVER, office))
    found = dict(stated)
    for person, rows in spans.items():
        since = _unbroken(sorted(rows, reverse=True), offices)
        if since is not None:
            found[person] = min(since, found.get(person, since))
    return found


def _unbroken(spans: list[tuple[int, int, int]], offices: Mapping[int, int]) -> int | None:
    """Spans (first year, last year, office), the latest first."""
    since: int | None = None
    for first, last, office in spans:
        if office not in offices or (since is not None and last < since - 1):
            break
        start = max(first, offices[office])
        if start > last:
            break
        since = start
        if start > first:
            break
    return since


def unit_facts(offices: Iterable[Office], year: int, on: date | None = None) -> dict[int, UnitFacts]:
    """Ids of offices → the year as the register has it. `on`: the cut-off day of the headcount, 31/12 by default.
    Five queries, however many. What nobody has said stays None."""
    ids = {office.pk for office in offices}
    day = on or date(year, 12, 31)
    counted = dict(
        Employment.objects.filter(office__in=ids).on(day).counted().order_by()
        .values_list("office_id").annotate(Count("pk"))
    )  # fmt: skip
    holders: dict[int, dict[str, int]] = defaultdict(dict)
    standing = Award.objects.standing().of_people().filter(office__in=ids, year=year).order_by()
    for office, code, count in standing.values_list("office_id", "honour__code").annotate(
        Count("person", distinct=True)
    ):
        holders[office][code] = count
    own = dict(Rating.objects.of_collectives().filter(office__in=ids, year=year).values_list("office_id", "level"))
    rated: dict[int, list[str]] = defaultdict(list)
    members = Rating.objects.of_people().filter(office__in=ids, year=year)
    for office, level in members.values_list("office_id", "level"):
        rated[office].append(level)
    punished = dict(
        Discipline.objects.of_people().warning_or_worse().during(date(year, 1, 1), date(year, 12, 31))
        .filter(office__in=ids).order_by().values_list("office_id").annotate(Count("person", distinct=True))
    )  # fmt: skip
    found = {}
    for pk in ids:
        complete = sum(level in TASKS_COMPLETED for level in rated[pk])
        everybody = bool(rated[pk]) and len(rated[pk]) >= counted.get(pk, 0)
        found[pk] = UnitFacts(
            headcount=counted.get(pk),
            holders=holders[pk],
            rating=RatingLevel(own[pk]) if pk in own else None,
            # Nobody says “nobody”: with all members rated the year was gone through.
            disciplined=punished.get(pk, 0) if pk in punished or everybody else None,
            completed=complete if everybody else None,
        )
    return found
