"""People and offices whom the writer of a line may mean, found by what was typed, with or without accents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet

from apps.accounts.models import User
from apps.core.text import fold
from apps.honours.actions import enterable_offices
from apps.offices.models import Cluster, Employment, Office, Person

MOST = 12


@dataclass(frozen=True)
class Found:
    """`code`: p and the person's id, or o and the office's. `note`: where they are, what tells namesakes apart."""

    code: str
    name: str
    note: str
    person: Person | None = None
    office: Office | None = None


def _rows(offices: Iterable[int], words: str = "") -> QuerySet[Employment]:
    rows = Employment.objects.filter(office__in=offices).select_related("person", "office")
    if words:
        rows = rows.named(words)
    return rows.order_by("person__sort_key", "person_id", "-valid_from")


def _people(rows: Iterable[Employment]) -> list[Found]:
    """Once each, with where they were last."""
    found: dict[int, Found] = {}
    for row in rows:
        if row.person_id not in found:
            note = ", ".join(part for part in (row.position, row.office.short_name) if part)
            found[row.person_id] = Found(f"p{row.person_id}", row.person.full_name, note, row.person, row.office)
    return list(found.values())


def _offices(offices: Iterable[Office]) -> list[Found]:
    return [Found(f"o{each.pk}", each.name, each.short_name, None, each) for each in offices]


def search(user: User, cluster: Cluster, words: str) -> list[Found]:
    """At most a dozen, people first. Three queries beside the roles."""
    allowed = enterable_offices(user, cluster)
    wanted = fold(words)
    if not wanted:
        return []
    people = _people(_rows(allowed, wanted)[: MOST * 5])
    offices = [
        each for each in Office.objects.filter(pk__in=allowed).order_by("code")
        if wanted in fold(each.name) or wanted in fold(each.short_name)
    ]  # fmt: skip
    return [*people, *_offices(offices)][:MOST]


@dataclass
class Known:
    """All for whom the writer enters, by code and by folded name. Three queries, once for a form or a workbook."""

    by_code: dict[str, Found] = field(default_factory=dict)
    by_name: dict[str, list[Found]] = field(default_factory=dict)

    @classmethod
    def of(cls, user: User, cluster: Cluster) -> Known:
        allowed = enterable_offices(user, cluster)
        known = cls()
        people = _people(_rows(allowed))
        offices = _offices(Office.objects.filter(pk__in=allowed).order_by("code"))
        for found in (*people, *offices):
            known.by_code[found.code] = found
            for name in {fold(found.name), *([fold(found.note)] if found.person is None else [])}:
                known.by_name.setdefault(name, []).append(found)
        return known

    def named(self, words: str, *, people: bool | None = None) -> list[Found]:
        found = self.by_name.get(fold(words), [])
        return found if people is None else [each for each in found if (each.person is not None) == people]
