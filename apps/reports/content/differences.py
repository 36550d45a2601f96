"""What changed between two contents, and how to get from one to the other. Pure: no database here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from apps.reports.content.values import Content, FigureLine, Files, JustificationLine, RecordLine, TaskLine

K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True)
class Change(Generic[T]):
    """One line before and after; None where it was not there, or is there no more."""

    before: T | None
    after: T | None

    @property
    def is_added(self) -> bool:
        return self.before is None

    @property
    def is_removed(self) -> bool:
        return self.after is None


@dataclass(frozen=True)
class Difference:
    """Changed lines only, by the keys of `Content`, in their order."""

    figures: Mapping[str, Change[FigureLine]] = field(default_factory=dict)
    records: Mapping[int, Change[RecordLine]] = field(default_factory=dict)
    prose: Mapping[str, Change[str]] = field(default_factory=dict)
    justifications: Mapping[tuple[str, str], Change[JustificationLine]] = field(default_factory=dict)
    files: Mapping[str, Change[Files]] = field(default_factory=dict)
    tasks: Mapping[int, Change[TaskLine]] = field(default_factory=dict)
    notes: Mapping[str, Change[str]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many lines changed."""
        parts: tuple[Mapping[Any, Any], ...] = (
            self.figures, self.records, self.prose, self.justifications, self.files, self.tasks, self.notes,
        )  # fmt: skip
        return sum(len(part) for part in parts)

    @property
    def is_empty(self) -> bool:
        return self.count == 0


def _changes(before: Mapping[K, T], after: Mapping[K, T]) -> dict[K, Change[T]]:
    keys: Any = {*before, *after}
    return {key: Change(before.get(key), after.get(key)) for key in sorted(keys) if before.get(key) != after.get(key)}


def _carried_out(name: str, lines: Mapping[K, T], changes: Mapping[K, Change[T]]) -> dict[K, T]:
    done = dict(lines)
    for key, change in changes.items():
        if done.get(key) != change.before:
            raise ValueError(f"{name} {key!r} is {done.get(key)!r}, the difference begins with {change.before!r}.")
        if change.after is None:
            del done[key]
        else:
            done[key] = change.after
    return done


def difference(before: Content, after: Content) -> Difference:
    """From the first to the second; empty exactly where they are equal."""
    return Difference(
        figures=_changes(before.figures, after.figures),
        records=_changes(before.records, after.records),
        prose=_changes(before.prose, after.prose),
        justifications=_changes(before.justifications, after.justifications),
        files=_changes(before.files, after.files),
        tasks=_changes(before.tasks, after.tasks),
        notes=_changes(before.notes, after.notes),
    )


def apply(content: Content, changes: Difference) -> Content:
    """`apply(before, difference(before, after)) == after`. ValueError, naming the line, on any other content."""
    return Content(
        figures=_carried_out("figures", content.figures, changes.figures),
        records=_carried_out("records", content.records, changes.records),
        prose=_carried_out("prose", content.prose, changes.prose),
        justifications=_carried_out("justifications", content.justifications, changes.justifications),
        files=_carried_out("files", content.files, changes.files),
        tasks=_carried_out("tasks", content.tasks, changes.tasks),
        notes=_carried_out("notes", content.notes, changes.notes),
    )
