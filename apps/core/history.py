"""The story of one object, read from the audit."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pghistory.models import Events

from apps.core import words


class Change(NamedTuple):
    """One field, with its values before and after as a reader sees them; nothing stands for no value."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One change of one object: when, by whom, through which action and request, and what."""

    at: datetime
    who: str
    what: str
    label: str
    action: str
    request_id: str
    changes: tuple[Change, ...]


LABELS: Mapping[str, str | Promise] = {"insert": _("Entered"), "update": _("Changed"), "delete": _("Removed")}
UNSAID = frozenset({"updated_at", "version", "deleted_at", "deleted_by", "deleted_by_id"})  # the verb says it


def _field(model: type[models.Model], name: str) -> models.Field[Any, Any] | None:
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, models.Field) else None


class _Words:
    """Values in words. Names of what is pointed at are read once for each table."""

    def __init__(self) -> None:
        self.wanted: dict[type[models.Model], set[Any]] = {}
        self.names: dict[type[models.Model], dict[Any, str]] = {}

    def want(self, field: models.Field[Any, Any] | None, value: Any) -> None:
        if isinstance(field, models.ForeignKey) and value is not None:
            self.wanted.setdefault(field.related_model, set()).add(value)

    def read(self) -> None:
        for model, keys in self.wanted.items():
            rows: models.QuerySet[models.Model] = model._base_manager.filter(pk__in=keys)
            for related in ("term", "draft"):  # those whose name needs another row
                if _field(model, related):
                    rows = rows.select_related(related)
            self.names[model] = {row.pk: str(row) for row in rows}

    def say(self, field: models.Field[Any, Any] | None, value: Any) -> str:
        if value is None or value == "":
            return ""
        if isinstance(field, models.ForeignKey):
            return self.names.get(field.related_model, {}).get(value, str(value))
        if field is not None and field.choices:
            return str(dict(field.flatchoices).get(value, value))
        if isinstance(value, bool):
            return gettext("yes") if value else gettext("no")
        if isinstance(field, models.DateTimeField):
            return words.moment(datetime.fromisoformat(str(value)))
        if isinstance(field, models.DateField):
            return words.day(date.fromisoformat(str(value)))
        return words.number(value) if isinstance(value, int) else str(value)


def entries(*objects: models.Model, limit: int = 50, verbs: Mapping[str, str | Promise] = LABELS) -> list[Entry]:
    """Newest first; an object and its detail row are given together, and what one action did to both is one entry.

    `verbs` says in words what an action is ("activities.update_record"). One query per object, and one for each table
    that its fields point at.
    """
    found: list[tuple[models.Model, Any]] = []
    told = _Words()
    for obj in objects:
        rows = Events.objects.tracks(obj)  # type: ignore[no-untyped-call]
        for event in rows.order_by("-pgh_created_at", "-pgh_id")[:limit]:
            found.append((obj, event))
            for name, pair in (event.pgh_diff or {}).items():
                for value in pair:
                    told.want(_field(type(obj), name), value)
    told.read()
    joined: dict[tuple[Any, ...], Entry] = {}
    for obj, event in found:
        entry = _entry(obj, event, told, verbs)
        key = (entry.at, entry.label, entry.action, entry.request_id)
        known = joined.get(key)
        joined[key] = replace(known, changes=(*known.changes, *entry.changes)) if known else entry
    return sorted(joined.values(), key=lambda entry: entry.at, reverse=True)[:limit]


def _entry(obj: models.Model, event: Any, told: _Words, verbs: Mapping[str, str | Promise]) -> Entry:
    context = event.pgh_context or {}
    changes = []
    for name, (before, after) in (event.pgh_diff or {}).items():
        if name not in UNSAID:
            field = _field(type(obj), name)
            label = capfirst(str(field.verbose_name)) if field else name
            changes.append(Change(label, told.say(field, before), told.say(field, after)))
    action = context.get("action", "")
    return Entry(
        at=event.pgh_created_at,
        who=context.get("user_name", ""),
        what=str(verbs.get(action) or LABELS.get(event.pgh_label, event.pgh_label)),
        label=event.pgh_label,
        action=action,
        request_id=context.get("request_id", ""),
        changes=tuple(changes),
    )
