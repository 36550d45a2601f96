"""The form of a kind that the cluster defined, made out of its definition."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.activities.defined.offered import Offered
from apps.activities.defined.values import LONGEST, limit_of
from apps.activities.enums import FieldType, Kind
from apps.activities.forms.fields import EARLIEST
from apps.activities.forms.kinds import COUNTS, FORMS, WHEN_AND_WHERE, WHERE_IT_COUNTS
from apps.activities.forms.records import RecordForm
from apps.activities.models import DefinedField, DefinedKind, Record
from apps.core.forms import VietnameseDateField, VietnameseIntegerField


def _formfield(field: DefinedField) -> forms.Field:
    options: dict[str, Any] = {"label": field.label, "required": field.required, "help_text": field.unit}
    match field.type:
        case FieldType.NUMBER | FieldType.MONEY:
            return VietnameseIntegerField(max_value=limit_of(field), **options)
        case FieldType.DAY:
            return VietnameseDateField(min_value=EARLIEST, **options)
        case FieldType.CHOICE:
            choices = [("", _("Not chosen")), *((word, word) for word in field.choices)]
            return forms.ChoiceField(choices=choices, **options)
        case FieldType.YES:
            return forms.BooleanField(**{**options, "required": False})
        case _:
            return forms.CharField(max_length=LONGEST, **options)


class DefinedForm(RecordForm):
    kind = Kind.DEFINED
    defined: ClassVar[DefinedKind]
    record_fields = ("starts_on", "title", "place", "note")
    labels = {"title": gettext_lazy("Content")}

    def further_fields(self) -> dict[str, forms.Field]:
        return {f"own_{field.code}": _formfield(field) for field in self.defined.fields.all()}

    def values_of(self, record: Record) -> dict[str, Any]:
        days = {field.code for field in self.defined.fields.all() if field.type == FieldType.DAY}
        own = {
            f"own_{code}": date.fromisoformat(value) if code in days else value
            for code, value in record.defined.values.items()
        }
        return {**super().values_of(record), **own}

    @property
    def detail(self) -> dict[str, Any]:
        fields = self.defined.fields.all()
        values = {field.code: self.cleaned_data[f"own_{field.code}"] for field in fields}
        return {"defined_kind": self.defined, "values": values}


def form_for(kind: Offered) -> type[RecordForm]:
    """The form of a common kind, or one made for a defined kind."""
    if kind.defined is None:
        return FORMS[kind.code]
    own = tuple(f"own_{field.code}" for field in kind.defined.fields.all())
    groups = (
        (WHEN_AND_WHERE, ("owner", "starts_on", "title", "place")),
        *(((kind.defined.name, own),) if own else ()),
        (WHERE_IT_COUNTS, COUNTS),
    )
    return type("OneDefinedForm", (DefinedForm,), {"defined": kind.defined, "groups": groups})
