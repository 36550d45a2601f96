"""Two people change one record at once: both values are shown, one is chosen, none is overwritten unseen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from django.forms import BooleanField
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.forms import Field
    from django.http import QueryDict

CHOOSE = "choose_"
THEIRS, MINE = "theirs", "mine"


class EditForm(Protocol):
    """What is asked of a form: `names` are the fields that a person fills in."""

    fields: dict[str, Field]
    cleaned_data: dict[str, Any]
    data: Any

    @property
    def names(self) -> list[str]: ...

    @property
    def is_new(self) -> bool: ...

    def get_initial_for_field(self, field: Field, field_name: str) -> Any: ...


@dataclass(frozen=True)
class Difference:
    """`mine` is preferred where I changed the field since I opened the record; otherwise the other's value is."""

    name: str
    label: str
    theirs: str
    mine: str
    prefers_mine: bool

    @property
    def field(self) -> str:
        return CHOOSE + self.name


def _sent(form: EditForm, name: str) -> Any:
    """The value of a field as the browser would send it back."""
    field = form.fields[name]
    if isinstance(field, BooleanField):  # its box has no value of its own
        return bool(form.get_initial_for_field(field, name))
    prepared = field.prepare_value(form.get_initial_for_field(field, name))
    written = field.widget.format_value(prepared)
    if isinstance(written, list):
        written = written[0] if written else ""
    return "" if written is None else written


def opened_with(form: EditForm) -> str:
    """What an editor saw, to tell afterwards what they themselves changed. Only a preference follows from it."""
    if form.is_new:
        return ""
    return json.dumps({name: _sent(form, name) for name in form.names}, ensure_ascii=False, default=str)


def _shown(form: EditForm, name: str, value: Any) -> str:
    choices = getattr(form.fields[name], "choices", None)
    if choices:
        return next((str(label) for key, label in choices if str(key) == str(value)), str(value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value)


def _saw(written: str) -> Mapping[str, Any]:
    try:
        found = json.loads(written)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def differences(mine: EditForm, theirs: EditForm, saw: str) -> list[Difference]:
    """Fields whose cleaned value is another than the one that is stored now. `mine` is bound and valid."""
    seen, found = _saw(saw), []
    for name in mine.names:
        field = mine.fields[name]
        stored = (
            field.clean(_sent(theirs, name))
            if _sent(theirs, name) != ""
            else field.clean("")
            if not field.required
            else None
        )
        if mine.cleaned_data[name] == stored:
            continue
        sent = mine.cleaned_data[name] if isinstance(field, BooleanField) else mine.data.get(name, "")
        found.append(
            Difference(
                name=name,
                label=str(field.label),
                theirs=_shown(theirs, name, _sent(theirs, name)),
                mine=_shown(mine, name, sent),
                prefers_mine=str(sent) != str(seen.get(name, sent if name not in seen else "")),
            )
        )
    return found


def resolved(data: QueryDict, current: EditForm) -> QueryDict:
    """What was sent, with the stored value wherever it was chosen."""
    settled = data.copy()
    for name in current.names:
        if data.get(CHOOSE + name) == THEIRS:
            value = _sent(current, name)
            if value is False:
                settled.pop(name, None)
            else:
                settled[name] = str(value)
    return settled
