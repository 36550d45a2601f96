"""Errors and warnings of an import by pages: the first one stands in its outcome, the others in rows of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from apps.activities.enums import PartKind
from apps.activities.imports.faults import Fault
from apps.activities.models import Import, ImportPart

PER_PAGE = 200


def first_page(faults: Sequence[Fault]) -> list[dict[str, object]]:
    return [fault.data() for fault in faults[:PER_PAGE]]


def keep(found: Import, what: PartKind, faults: Sequence[Fault]) -> None:
    """Everything behind the first page, in the same order; what an earlier reading left is taken away."""
    found.parts.filter(what=what).delete()
    ImportPart.objects.bulk_create(
        (
            ImportPart(
                origin=found, what=what, position=start // PER_PAGE + 1,
                lines=[fault.packed() for fault in faults[start : start + PER_PAGE]],
            )
            for start in range(PER_PAGE, len(faults), PER_PAGE)
        ),
        batch_size=50,
    )  # fmt: skip


def page_of(found: Import, what: PartKind, number: int) -> list[Fault]:
    """One page, from 1; empty beyond the last one."""
    if number == 1:
        return [Fault.of(line) for line in found.outcome.get(f"{what}s", ())]
    part = found.parts.filter(what=what, position=number).first()
    return [Fault.unpacked(line) for line in part.lines] if part else []


def pages(found: Import, what: PartKind) -> int:
    count: int = found.outcome.get(f"{what}_count", 0)
    return -(-count // PER_PAGE)


def _all(found: Import, what: PartKind) -> Iterator[Fault]:
    yield from page_of(found, what, 1)
    for part in found.parts.filter(what=what).order_by("position").iterator(chunk_size=20):
        yield from map(Fault.unpacked, part.lines)


def faults_of(found: Import) -> Iterator[Fault]:
    """Every error of an import, in the order of the file, without holding them all."""
    return _all(found, PartKind.FAULT)


def warnings_of(found: Import) -> Iterator[Fault]:
    return _all(found, PartKind.WARNING)
