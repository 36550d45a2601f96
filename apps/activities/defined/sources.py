"""How records of a defined kind are counted: a source made out of its slug alone, so that every process has it at once
and no reading asks the database for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from django.db.models import BigIntegerField, Case, Func, Q, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast
from django.db.models.lookups import Exact

from apps.activities.enums import Kind
from apps.activities.models import DefinedKind
from apps.indicators.sources import Source

PREFIX = "defined-"
RECORDS = "records"  # the family of all records


def slug_of(pk: int) -> str:
    return f"{PREFIX}{pk}"


def source_of(kind: DefinedKind) -> str:
    return slug_of(kind.pk)


def text_at(code: str) -> Combinable:
    """A value as text; days are ISO, so they sort."""
    return KeyTextTransform(code, "defined__values")


def number_at(pk: int, code: str) -> Combinable:
    """A number as bigint, null where the record is of another kind or holds none. CASE, because a database may cast
    before it filters, and another kind's field of the same code may hold words."""
    holds = Func(KeyTransform(code, "defined__values"), function="jsonb_typeof", output_field=TextField())
    cast = Cast(text_at(code), BigIntegerField())
    return Case(
        When(Q(defined__defined_kind=pk) & Q(Exact(holds, Value("number"))), then=cast), output_field=BigIntegerField()
    )


class _Numbers(Mapping[str, Combinable]):
    """A measure for each field, by its code; which fields there are is not asked."""

    def __init__(self, pk: int) -> None:
        self.pk = pk

    def __getitem__(self, code: str) -> Combinable:
        return number_at(self.pk, code)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _number_in(record: Any, code: str) -> int | None:
    found = record.defined.values.get(code)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


@lru_cache(maxsize=256)
def make(slug: str) -> Source | None:
    """Registered with the sources: asked for slugs that nobody registered."""
    if not slug.startswith(PREFIX) or not slug[len(PREFIX) :].isdigit():
        return None
    pk = int(slug[len(PREFIX) :])
    where = Q(kind=Kind.DEFINED, defined__defined_kind=pk)
    return Source(slug, RECORDS, Kind.DEFINED.label, where, measures=_Numbers(pk), amount=_number_in)
