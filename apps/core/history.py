"""The story of one object, read from the audit."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from pghistory.models import Events


@dataclass(frozen=True)
class Change:
    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Entry:
    """One change of one object: when, by whom, through which action and request, and what."""

    at: datetime
    who: str
    label: str
    action: str
    request_id: str
    changes: tuple[Change, ...]


def _label(model: type[models.Model], name: str) -> str:
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    return str(getattr(field, "verbose_name", name))


def entries(*objects: models.Model, limit: int = 50) -> list[Entry]:
    """Newest first. One query per object; an object and its detail row are given together."""
    found: list[Entry] = []
    for obj in objects:
        rows = Events.objects.tracks(obj)  # type: ignore[no-untyped-call]
        for event in rows.order_by("-pgh_created_at", "-pgh_id")[:limit]:
            context = event.pgh_context or {}
            diff = event.pgh_diff or {}
            found.append(
                Entry(
                    at=event.pgh_created_at,
                    who=context.get("user_name", ""),
                    label=event.pgh_label,
                    action=context.get("action", ""),
                    request_id=context.get("request_id", ""),
                    changes=tuple(
                        Change(_label(type(obj), name), pair[0], pair[1])
                        for name, pair in diff.items()
                        if name not in {"updated_at", "version"}
                    ),
                )
            )
    return sorted(found, key=lambda entry: entry.at, reverse=True)[:limit]
