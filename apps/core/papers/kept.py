"""A paper as plain JSON and back: what was said can be drawn again without the data it was written from. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from apps.core.papers.paper import Block, Column, Head, Paper, Signature


def keep(paper: Paper) -> dict[str, Any]:
    plain: dict[str, Any] = _plain(asdict(paper))
    return plain


def read(kept: Mapping[str, Any]) -> Paper:
    lists = {name: tuple(kept[name]) for name in ("abstract", "to", "recipients")}
    return Paper(**{
        **kept, **lists, "head": Head(**_tuples(kept["head"])), "made_at": datetime.fromisoformat(kept["made_at"]),
        "blocks": tuple(_block(block) for block in kept["blocks"]),
        "signatures": tuple(Signature(**_tuples(each)) for each in kept["signatures"]),
    })  # fmt: skip


def _block(kept: Mapping[str, Any]) -> Block:
    columns = tuple(Column(**column) for column in kept["columns"])
    return Block(**{**_tuples(kept), "columns": columns, "rows": tuple(tuple(row) for row in kept["rows"])})


def _tuples(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value
