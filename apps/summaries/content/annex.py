"""Annex I: offices × statistics on one landscape page. Columns are data, so page, Word and PDF draw the same table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from apps.core import words
from apps.indicators.enums import FigureState
from apps.summaries import sentences as say
from apps.summaries.content.columns import COLUMNS
from apps.summaries.content.facts import Facts
from apps.summaries.content.figures import OWN
from apps.summaries.content.tokens import KeptFigure


def _cell(state: str, value: int | None, *, expected: bool) -> str:
    """None “-”, missing “…”; of the cluster's own line nobody expects figures, so it stays blank there."""
    if state == FigureState.VALUE:
        return words.number(value or 0, language="vi")
    if state == FigureState.NONE:
        return say.ANNEX_NONE
    return say.ANNEX_MISSING if expected else ""


def _row(number: str, name: str, cells: list[str], kind: str) -> dict[str, Any]:
    return {"number": number, "name": name, "cells": cells, "kind": kind}


def build(facts: Facts, moment: str) -> dict[str, Any]:
    """Rows of strings in the order of COLUMNS: each office, the cluster's own line, the total."""
    figures: Mapping[str, KeptFigure] = facts.figures
    kept = [figures[column.code] for column in COLUMNS]

    def owned(code: str, *, expected: bool) -> list[str]:
        return [_cell(f.owners[code]["state"], f.owners[code]["value"], expected=expected) for f in kept]

    rows = [
        _row(str(place), member.short_name, owned(member.code, expected=True), "office")
        for place, member in enumerate(facts.members, start=1)
    ]
    rows.append(_row("", say.ANNEX_OWN, owned(OWN, expected=False), "own"))
    rows.append(_row("", say.ANNEX_TOTAL, [_cell(f.state, f.value, expected=True) for f in kept], "total"))
    period = say.HALF[facts.kind].format(year=facts.year)
    return {
        "number": say.ANNEX_NUMBER,
        "title": say.ANNEX_TITLE.format(period=period.upper()),
        "attached": say.ANNEX_ATTACHED.format(year=facts.year, cluster=facts.cluster),
        "rows": rows,
        "note": say.ANNEX_NOTE.format(moment=moment),
    }
