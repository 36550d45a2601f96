"""The kinds that a cluster meets in a year: the common ones, and those that its secretariat defined."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from apps.activities import columns
from apps.activities.columns import Column, Shape
from apps.activities.defined.sources import number_at, source_of, text_at
from apps.activities.enums import SUMMABLE, FieldType, Kind
from apps.activities.models import DefinedField, DefinedKind, Record
from apps.indicators.sources import Dimension, source
from apps.offices.models import Cluster

SHOWN_FIELDS = 6  # columns of a list beside day, content and place; all of them stand in the workbook


@dataclass(frozen=True)
class Offered:
    """`code` stands in addresses, `slug` names the source of figures."""

    code: str
    kind: Kind
    label: str
    slug: str
    columns: tuple[Column, ...]
    dimensions: dict[str, Dimension] = field(default_factory=dict)
    defined: DefinedKind | None = None

    @property
    def listed(self) -> list[Column]:
        return [column for column in self.columns if column.listed]

    @property
    def summed(self) -> list[Column]:
        return [
            column for column in self.listed if column.numeric and column.adds and column.name not in columns.NOT_SUMMED
        ]

    @property
    def only(self) -> Q:
        """The rows of this kind."""
        return source(self.slug).where

    def owns(self, row: dict[str, Any]) -> bool:
        """Whether a row grouped by kind and defined kind is of this one."""
        found: Any = row["defined__defined_kind"]
        return bool(row["kind"] == self.kind and found == (self.defined.pk if self.defined else None))


def _common(kind: Kind) -> Offered:
    found = columns.COLUMNS[kind]
    dimensions = {name: each for name, each in source(kind).dimensions.items() if each.values}
    return Offered(str(kind), kind, capfirst(str(kind.label)), str(kind), found, dimensions)


def _read(code: str, type_: str) -> Callable[[Record], Any]:
    def read(record: Record) -> Any:
        found = record.defined.values.get(code)
        if found is None:
            return None
        if type_ == FieldType.DAY:
            return date.fromisoformat(found)
        return _("yes") if type_ == FieldType.YES else found

    return read


_SHAPES = {FieldType.NUMBER: Shape.NUMBER, FieldType.MONEY: Shape.NUMBER, FieldType.DAY: Shape.DAY}


def _column(each: DefinedField, place: int) -> Column:
    numeric = each.type in SUMMABLE
    return Column(
        f"own_{each.code}",
        each.label,
        "defined__values",
        _SHAPES.get(FieldType(each.type), Shape.TEXT),
        listed=place < SHOWN_FIELDS,
        read=_read(each.code, each.type),
        sql=number_at(each.kind_id, each.code) if numeric else text_at(each.code),
        adds=each.summed,
    )


def columns_of(kind: DefinedKind) -> tuple[Column, ...]:
    own = [_column(each, place) for place, each in enumerate(kind.fields.all())]
    content = Column("title", pgettext_lazy("column", "Content"), "title")
    return (columns.DAY, content, columns.PLACE, *own, columns.CONFERENCE, columns.NOTE)


def offered_kind(kind: DefinedKind) -> Offered:
    dimensions = {
        f"own_{each.code}": Dimension(
            f"defined__values__{each.code}", each.label, {word: word for word in each.choices}
        )
        for each in kind.fields.all()
        if each.type == FieldType.CHOICE
    }
    return Offered(kind.code, Kind.DEFINED, kind.name, source_of(kind), columns_of(kind), dimensions, kind)


def offered(cluster: Cluster, year: int) -> list[Offered]:
    """In order. Two queries, however many there are."""
    own = DefinedKind.objects.for_cluster(cluster, year).prefetch_related("fields")
    return [*(_common(kind) for kind in map(Kind, columns.COLUMNS)), *(offered_kind(kind) for kind in own)]


def offered_of(record: Record) -> Offered:
    """As which a record is read: of a defined kind whatever the year."""
    return offered_kind(record.defined.defined_kind) if record.kind == Kind.DEFINED else _common(Kind(record.kind))


def code_of(record: Record) -> str:
    """What names the record's kind in addresses."""
    return str(record.defined.defined_kind.code if record.kind == Kind.DEFINED else record.kind)
