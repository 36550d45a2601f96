"""What a figure may be, in words: the rest of what the script of the grid says stands in its template."""

from __future__ import annotations

from apps.indicators.enums import FigureStatus


def statuses() -> list[tuple[str, str]]:
    return [(status.value, str(status.label)) for status in FigureStatus]
