"""What the fields of a defined kind may hold, as JSON. The one place that knows; forms and imports say it earlier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from apps.activities.enums import FieldType
from apps.activities.models import DefinedField
from apps.core.text import nfc
from apps.core.words import number

MOST = {FieldType.NUMBER: 2_147_483_647, FieldType.MONEY: 9_000_000_000_000_000}  # sums stay far below a bigint
LONGEST = 500


def limit_of(field: DefinedField) -> int:
    return MOST[FieldType(field.type)]


def _refused(field: DefinedField, value: Any) -> str:
    """Why a value is none of the field's; nothing where it is."""
    match field.type:
        case FieldType.NUMBER | FieldType.MONEY:
            if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= limit_of(field):
                return _("expected a whole number from 0 to %(limit)s") % {"limit": number(limit_of(field))}
        case FieldType.DAY:
            try:
                date.fromisoformat(value)
            except (TypeError, ValueError):
                return _("expected a day")
        case FieldType.CHOICE:
            if value not in field.choices:
                return _("expected one of: %(allowed)s") % {"allowed": "; ".join(field.choices)}
        case FieldType.YES:
            if value is not True:
                return _("expected yes or nothing")
        case _:
            if not isinstance(value, str) or len(value) > LONGEST:
                return _("expected at most %(limit)s characters") % {"limit": LONGEST}
    return ""


def stored(value: Any) -> Any:
    """A cleaned value as JSON holds it; None where it says nothing."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return nfc(value) or None
    return value if value is not False else None


def checked(fields: Iterable[DefinedField], values: Mapping[str, Any]) -> dict[str, Any]:
    """What is stored: blank fields left out. Raises ValidationError by code: field, value, what is expected."""
    kept: dict[str, Any] = {}
    faults: dict[str, str] = {}
    known = {field.code: field for field in fields}
    for code in values:
        if code not in known:
            faults[code] = _("There is no field “%(code)s”.") % {"code": code}
    for code, field in known.items():
        value = stored(values.get(code))
        if value is None:
            if field.required and field.type != FieldType.YES:
                faults[code] = _("“%(label)s” is not filled in.") % {"label": field.label}
        elif why := _refused(field, value):
            faults[code] = _("“%(label)s”: %(value)s is refused; %(expected)s.") % {
                "label": field.label, "value": value, "expected": why,
            }  # fmt: skip
        else:
            kept[code] = value
    if faults:
        raise ValidationError({code: [text] for code, text in faults.items()})
    return kept
