"""The offices whose past is an office's own."""

from __future__ import annotations

from collections.abc import Iterable

from apps.offices.models import Office


def predecessors(office: Office) -> list[int]:
    """Ids: the office itself first, then those that went into it."""
    return [office.pk]


def families(offices: Iterable[Office]) -> dict[int, list[int]]:
    """Of many offices at once: their ids, each with itself and its predecessors."""
    return {office.pk: predecessors(office) for office in offices}
