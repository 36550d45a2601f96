"""What a workbook's rows of batches must agree with: sums that the program computes itself, parts within their whole.

Pure: fields of a row in, (field, code, parameters) out. Stated sums are checked, then dropped: the database has them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from apps.activities.enums import Level
from apps.activities.models.petitions import ANSWER, ANSWERS, CLASSES, LEAVES, SUMS, sums_of

Found = tuple[str, str, dict[str, Any]]


def checked(fields: dict[str, Any]) -> Iterator[Found]:
    """Every disagreement of one row, its stated sums removed from `fields`."""
    if "petitions.source" in fields:
        yield from _petitions(fields)
    elif "opinions.level" in fields:
        yield from _opinions(fields)


def _petitions(fields: dict[str, Any]) -> Iterator[Found]:
    sums = sums_of({leaf: fields.get(f"petitions.{leaf}") or 0 for leaf in LEAVES})
    yield from _stated(fields, {f"petitions.{name}": amount for name, amount in sums.items()})
    for name in CLASSES:
        if (fields.get(f"petitions.{name}") or 0) > sums["received"]:
            yield f"petitions.{name}", "class_exceeds", {"total": sums["received"]}


def _opinions(fields: dict[str, Any]) -> Iterator[Found]:
    gathered, merged = fields.get("opinions.opinions") or 0, fields.get("opinions.merged") or 0
    if merged > gathered:
        yield "opinions.merged", "merged_exceed", {"total": gathered}
        fields.pop("opinions.sent", None)
        return
    yield from _stated(fields, {"opinions.sent": gathered - merged})
    if fields["opinions.level"] == Level.PETITIONS:
        if any(fields.get(f"opinions.{name}") not in {None, ""} for name in (*ANSWER, *ANSWERS)):
            yield "opinions.level", "passed_on", {}
        return
    answers = {name: fields.get(f"opinions.{name}") or 0 for name in ANSWERS}
    if sum(answers.values()) > gathered - merged:
        last = [name for name, amount in answers.items() if amount][-1]
        yield f"opinions.{last}", "answers_exceed", {"sum": sum(answers.values()), "total": gathered - merged}


def _stated(fields: dict[str, Any], sums: dict[str, int]) -> Iterator[Found]:
    for name, amount in sums.items():
        said = fields.pop(name, None)
        if said is not None and said != amount:
            yield name, "sum_differs", {"sum": amount}


def computed(fields: dict[str, Any], name: str) -> int:
    """A number of a row to be, also where the database computes it; nothing is overdue in a preview's sums."""
    if name in SUMS:
        return sums_of({leaf: fields.get(f"petitions.{leaf}") or 0 for leaf in LEAVES})[name]
    part = "petitions" if "petitions.source" in fields else "opinions"
    if (part, name) == ("opinions", "sent"):
        return (fields.get("opinions.opinions") or 0) - (fields.get("opinions.merged") or 0)
    return int(fields.get(f"{part}.{name}") or 0)
