"""Content as JSON, in one form only, and the hash of it. Pure: no database here.

What is empty is left out, so that a part that a later program adds changes no hash of what was sent before.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from apps.reports.content.values import Content, FigureLine, JustificationLine, RecordLine, TaskLine

Json = dict[str, Any]
BETWEEN = "/"  # between check and figure in the key of a justification; slugs have none


def _figure(line: FigureLine) -> Json:
    known = {"value": line.value, "numerator": line.numerator, "denominator": line.denominator}
    return {"state": str(line.state), "status": str(line.status)} | {
        name: number for name, number in known.items() if number is not None
    }


def _record(line: RecordLine) -> Json:
    kept: Json = {"version": line.version, "kind": line.kind, "title": line.title, "day": line.day.isoformat()}
    return kept | ({"parts": {str(pk): version for pk, version in line.parts.items()}} if line.parts else {})


def _task(line: TaskLine) -> Json:
    return {"state": str(line.state), "note": line.note} | ({"text": line.text} if line.text else {})


def to_json(content: Content) -> Json:
    """The canonical form: plain values, in the order of their keys, as `Version.content` keeps it."""
    parts: Json = {
        "figures": {code: _figure(line) for code, line in content.figures.items()},
        "records": {str(pk): _record(line) for pk, line in content.records.items()},
        "prose": dict(content.prose),
        "justifications": {
            BETWEEN.join(key): {"objection": line.objection, "text": line.text}
            for key, line in content.justifications.items()
        },
        "files": {line: dict(files) for line, files in content.files.items()},
        "tasks": {str(pk): _task(line) for pk, line in content.tasks.items()},
        "notes": dict(content.notes),
    }
    kept: Json = _in_order({name: part for name, part in parts.items() if part})
    return kept


def _in_order(value: Any) -> Any:
    return {key: _in_order(value[key]) for key in sorted(value)} if isinstance(value, dict) else value


def from_json(kept: Mapping[str, Any]) -> Content:
    """Whatever the order of its keys; parts that are not there are empty."""

    def part(name: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = kept.get(name, {})
        return found

    return Content(
        figures={code: FigureLine(**line) for code, line in part("figures").items()},
        records={int(pk): _record_of(line) for pk, line in part("records").items()},
        prose=dict(part("prose")),
        justifications={_pair(key): JustificationLine(**line) for key, line in part("justifications").items()},
        files={line: dict(files) for line, files in part("files").items()},
        tasks={int(pk): TaskLine(**line) for pk, line in part("tasks").items()},
        notes=dict(part("notes")),
    )


def _record_of(line: Mapping[str, Any]) -> RecordLine:
    return RecordLine(
        version=line["version"], kind=line["kind"], title=line["title"], day=date.fromisoformat(line["day"]),
        parts={int(pk): version for pk, version in line.get("parts", {}).items()},
    )  # fmt: skip


def _pair(key: str) -> tuple[str, str]:
    rule, subject = key.split(BETWEEN)
    return rule, subject


def as_text(content: Content) -> str:
    """The bytes of the hash, as text: no blanks, keys in order, letters as they are."""
    return json.dumps(to_json(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(content: Content) -> str:
    """SHA-256 of the canonical form alone: neither who sent it nor when."""
    return hashlib.sha256(as_text(content).encode()).hexdigest()
