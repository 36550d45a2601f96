"""The story of one object, or of all rows of a page, read from the audit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol, runtime_checkable

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


@runtime_checkable
class TellsChanges(Protocol):
    """An object that holds several values in one field says itself what changed: (label, before, after), or None."""

    def changes_in(self, name: str, before: Any, after: Any) -> list[tuple[str, Any, Any]] | None: ...


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
    subject: str = ""


LABELS: Mapping[str, str | Promise] = {
    "insert": _("Entered"),
    "update": _("Changed"),
    "delete": _("Removed"),
    "restore": _("Restored"),
}
# The line itself says who and when; the others are the program's own.
UNSAID = frozenset({
    *("created_at", "created_by", "created_by_id", "edited_at", "edited_by", "edited_by_id"),
    *("updated_at", "version", "deleted_at", "deleted_by", "deleted_by_id", "sort_key", "generated"),
})  # fmt: skip
READ = 400  # events of one table that are looked through for a page's newest entries


@dataclass(frozen=True)
class Trail:
    """Rows of one model, removed ones too: all whose events ever met `condition` (a Q over the event table).

    `name`: fields that tell one row from another; they stand in the subject of its entries. `told`: fields whose
    values are said when a row is entered or removed. `hidden`: fields that are never said.
    """

    model: type[models.Model]
    condition: models.Q
    name: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()


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
        if isinstance(field, models.ForeignKey) and value not in (None, ""):
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
        if field is not None and field.name.endswith("year"):  # 2019, never 2.019
            return str(value)
        if isinstance(value, bool):
            return gettext("yes") if value else gettext("no")
        if isinstance(field, models.DateTimeField):
            return words.moment(datetime.fromisoformat(str(value)))
        if isinstance(field, models.DateField):
            return words.day(date.fromisoformat(str(value)))
        return words.number(value) if isinstance(value, int) else str(value)


def _label(field: models.Field[Any, Any]) -> str:
    """The field's own name; a reference without one is called like what it points at."""
    own = str(field.verbose_name)
    if isinstance(field, models.ForeignKey) and own == field.name.replace("_", " "):
        own = str(field.related_model._meta.verbose_name)
    return capfirst(own)


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
        parts = obj.changes_in(name, before, after) if isinstance(obj, TellsChanges) else None
        if parts is not None:
            changes += [Change(label, told.say(None, was), told.say(None, now)) for label, was, now in parts]
        elif name not in UNSAID:
            field = _field(type(obj), name)
            label = _label(field) if field else name
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


@dataclass(frozen=True)
class _Step:
    """One event of a trail, with the values of the same row before it; the first has none."""

    trail: Trail
    event: Any
    before: Mapping[str, Any] | None
    after: Mapping[str, Any]

    @property
    def label(self) -> str:
        if self.event.pgh_label == "update" and self.before and "deleted_at" in self.after:
            was, now = self.before["deleted_at"], self.after["deleted_at"]
            if (was is None) != (now is None):
                return "restore" if now is None else "delete"
        return str(self.event.pgh_label)

    def pairs(self) -> Iterable[tuple[models.Field[Any, Any], Any, Any]]:
        """Fields that changed, or that are told of a row that came or went."""
        for name in self.after if self.label == "update" else self.trail.told:
            before = self.before.get(name) if self.before else None
            after = self.after[name]
            if self.label in ("insert", "restore"):
                before = None
            elif self.label == "delete":
                before, after = after, None
            field = _field(self.trail.model, name)
            before, after = ("" if value is None else value for value in (before, after))
            if field and before != after and name not in UNSAID and name not in self.trail.hidden:
                yield field, before, after


def _steps(trail: Trail) -> list[_Step]:
    """One query. Newest first; changes whose former values lie beyond READ are left out."""
    meta = trail.model._meta
    event_model: Any = meta.apps.get_model(meta.app_label, f"{meta.object_name}Event")
    fields = [(each.name, each.attname) for each in event_model._meta.fields if not each.name.startswith("pgh_")]
    rows = event_model.objects.filter(
        pgh_obj_id__in=event_model.objects.filter(trail.condition).order_by().values("pgh_obj_id")
    )
    found: list[_Step] = []
    last: dict[Any, Mapping[str, Any]] = {}
    newest = list(rows.select_related("pgh_context").order_by("-pgh_created_at", "-pgh_id")[:READ])
    for event in reversed(newest):
        values = {name: getattr(event, attname) for name, attname in fields}
        before = last.get(event.pgh_obj_id)
        last[event.pgh_obj_id] = values
        if before is not None or event.pgh_label != "update":
            found.append(_Step(trail, event, before, values))
    return found[::-1]


def story(*trails: Trail, limit: int = 50, verbs: Mapping[str, str | Promise] = LABELS) -> list[Entry]:
    """Newest first, of several tables. One query a trail, and one for each table that the values point at.

    A verb may be said of one kind of event only: "campaigns.save_period:insert" goes before "campaigns.save_period".
    """
    steps = [step for trail in trails for step in _steps(trail)]
    steps.sort(key=lambda step: step.event.pgh_created_at, reverse=True)
    kept = [step for step in steps if step.label != "update" or any(step.pairs())][:limit]
    told = _Words()
    for step in kept:
        for name in step.trail.name:
            told.want(_field(step.trail.model, name), step.after[name])
        for field, before, after in step.pairs():
            told.want(field, before)
            told.want(field, after)
    told.read()
    return _replaced([_told(step, told, verbs) for step in kept], verbs)


def _replaced(entries: list[Entry], verbs: Mapping[str, str | Promise]) -> list[Entry]:
    """A row that one action took away to put another in its place is one change, before and after."""
    same: dict[tuple[Any, ...], list[Entry]] = {}
    for entry in entries:
        same.setdefault((entry.at, entry.action, entry.request_id, entry.subject), []).append(entry)
    joined = []
    for group in same.values():
        labels = [entry.label for entry in group]
        if not group[0].action or sorted(labels) != ["delete", "insert"]:
            joined += group
            continue
        gone, come = group if labels[0] == "delete" else group[::-1]
        before = {change.field: change.before for change in gone.changes}
        after = {change.field: change.after for change in come.changes}
        changes = [Change(name, before.get(name, ""), after.get(name, "")) for name in {**before, **after}]
        what = str(verbs.get(f"{come.action}:update") or verbs.get(come.action) or LABELS["update"])
        told = tuple(change for change in changes if change.before != change.after)
        if told:
            joined.append(replace(come, label="update", what=what, changes=told))
    return joined


def _told(step: _Step, told: _Words, verbs: Mapping[str, str | Promise]) -> Entry:
    model = step.trail.model
    context = step.event.pgh_context.metadata if step.event.pgh_context else {}
    action, label = context.get("action", ""), step.label
    names = [told.say(_field(model, name), step.after[name]) for name in step.trail.name]
    return Entry(
        at=step.event.pgh_created_at,
        who=context.get("user_name", ""),
        what=str(verbs.get(f"{action}:{label}") or verbs.get(action) or LABELS.get(label, label)),
        label=label,
        action=action,
        request_id=context.get("request_id", ""),
        changes=tuple(
            Change(_label(field), told.say(field, before), told.say(field, after))
            for field, before, after in step.pairs()
        ),
        subject=" · ".join([capfirst(str(model._meta.verbose_name)), *(capfirst(name) for name in names if name)]),
    )
