"""The list of a defined kind as imports read it: the columns that our own workbook writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apps.activities.defined.sources import source_of
from apps.activities.defined.values import LONGEST, limit_of
from apps.activities.enums import SUMMABLE, FieldType, Kind
from apps.activities.imports.layouts import EVERY_LIST, Column, Layout, Reads

if TYPE_CHECKING:
    from apps.activities.models import DefinedField, DefinedKind

_READS = {
    FieldType.NUMBER: Reads.NUMBER,
    FieldType.MONEY: Reads.MONEY,
    FieldType.TEXT: Reads.TEXT,
    FieldType.DAY: Reads.DAY,
    FieldType.CHOICE: Reads.CHOICE,
    FieldType.YES: Reads.YES,
}


def _column(field: DefinedField) -> Column:
    needed = field.required and field.type != FieldType.YES
    return Column(
        f"defined.{field.code}",
        _READS[FieldType(field.type)],
        (field.label, f"{field.label} ({field.unit})") if field.unit else (field.label,),
        needed=needed,
        filled=needed,
        limit=limit_of(field) if field.type in SUMMABLE else LONGEST,
        choices=tuple(field.choices),
    )


def layout_of(kind: DefinedKind) -> Layout:
    before, title, place, after = EVERY_LIST
    own = tuple(_column(field) for field in kind.fields.all())
    return Layout(
        source_of(kind), kind.name, (*before, title, place, *own, *after), kind=Kind.DEFINED, defined=kind.pk,
        code=kind.code,
    )  # fmt: skip
