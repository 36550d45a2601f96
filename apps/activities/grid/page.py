"""The whole grid: for the page without a script, for its script, and for a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.activities.grid import spans
from apps.activities.grid.board import Board, By
from apps.activities.grid.cells import Cell, cells, totals
from apps.activities.grid.reading import read
from apps.core import words
from apps.core.workbook import Sheet


@dataclass(frozen=True)
class Heading:
    """A row's or a column's. `under` is the short name of what it is a part of."""

    id: str
    label: str
    title: str = ""
    unit: str = ""
    note: str = ""
    under: str = ""


@dataclass(frozen=True)
class Line:
    heading: Heading
    cells: list[tuple[str, Cell]]
    is_own: bool = False


@dataclass(frozen=True)
class Grid:
    board: Board
    columns: list[Heading]
    rows: list[Heading]
    cells: dict[str, Cell]
    totals: dict[str, dict[str, str]]

    @property
    def lines(self) -> list[Line]:
        return [
            Line(
                row,
                [(column.id, self.cells[f"{row.id}|{column.id}"]) for column in self.columns],
                is_own=self.board.by == By.OFFICES and row.id == "own",
            )
            for row in self.rows
        ]

    @property
    def total_line(self) -> list[dict[str, str]]:
        return [{"id": column.id, **self.totals[column.id]} for column in self.columns] if self.totals else []

    @property
    def heading(self) -> str:
        """Whose figures these are."""
        offices = [owner for owner in self.board.lines if owner.office]
        if len(self.board.lines) == 1:
            return self.board.chosen.name if self.board.by == By.MONTHS else self.board.lines[0].name
        return ngettext(
            "Figures of %(number)s office and of the cluster",
            "Figures of %(number)s offices and of the cluster",
            len(offices),
        ) % {"number": words.number(len(offices))}


def grid_of(board: Board) -> Grid:
    reading = read(board)
    indicators = _indicators(board)
    if board.by == By.OFFICES:
        rows, columns = [Heading(owner.code, owner.name) for owner in board.owners], indicators
    else:
        rows, columns = indicators, _spans(board)
    return Grid(board, columns, rows, cells(reading, board.spots()), totals(reading, board.indicators))


def _indicators(board: Board) -> list[Heading]:
    """In rows there is room for the whole name."""
    wide = board.by == By.MONTHS
    return [
        Heading(
            id=each.code, label=each.name if wide else each.short_name, unit=each.unit, note=each.unit if wide else "",
            title=f"{each.name}: {each.definition}" if each.definition else each.name,
            under=each.parent.short_name if each.parent else "",
        )
        for each in board.indicators
    ]  # fmt: skip


def _spans(board: Board) -> list[Heading]:
    found = [
        Heading(
            id=spans.key(span, board.whole),
            label=_("Month %(number)s") % {"number": span.starts_on.month},
            title=f"{words.day(span.starts_on)}–{words.day(span.ends_on)}",
        )
        for span in board.spans[1:]
    ]
    return [*found, Heading(id=spans.WHOLE, label=_("Whole period"), title=str(board.scope.period))]


def query(board: Board, **changes: str) -> str:
    """What names this grid in an address."""
    asked = {"by": str(board.by), "group": board.group.slug}
    if board.by == By.MONTHS:
        asked["office"] = board.chosen.code
    return urlencode({name: value for name, value in {**asked, **changes}.items() if value})


def payload(grid: Grid) -> dict[str, Any]:
    """What the script needs beside its addresses and words."""
    return {
        "key": grid.board.place,
        "user": grid.board.scope.user.username,
        "by": str(grid.board.by),
        "read_only": grid.board.read_only,
        "rows": [{"id": row.id, "label": row.label, "note": row.note} for row in grid.rows],
        "columns": [
            {"id": each.id, "label": each.label, "title": each.title, "unit": each.unit, "under": each.under}
            for each in grid.columns
        ],
        "cells": grid.cells,
        "totals": grid.totals,
        "now": timezone.now().isoformat(),
    }


def sheet(grid: Grid) -> Sheet:
    """The same table for a workbook: numbers as numbers, “–” for none, nothing for missing."""
    board = grid.board
    place = [board.scope.cluster.short_name, str(board.scope.period)]
    if board.by == By.MONTHS:
        place.append(board.chosen.name)
    rows: list[list[Any]] = [
        [number, _said(line.heading), *(_content(cell) for _column, cell in line.cells)]
        for number, line in enumerate(grid.lines, start=1)
    ]
    if grid.totals:
        rows.append([None, _("The whole cluster"), *(each["text"] for each in grid.total_line)])
    return Sheet(
        name=_("Entry grid"),
        title=_("Entry grid"),
        note=" · ".join((*place, board.group.label)),
        headings=[
            _("No."),
            _("Office") if board.by == By.OFFICES else _("Indicator"),
            *(_said(column) for column in grid.columns),
        ],
        rows=rows,
    )


def _said(heading: Heading) -> str:
    """With the unit, and with what it is a part of: “TXCT: Chuyên đề (cuộc)”."""
    name = f"{heading.under}: {heading.label}" if heading.under else heading.label
    return f"{name} ({heading.unit})" if heading.unit else name


def _content(cell: Cell) -> int | str | None:
    return cell["text"] or None if cell["value"] is None else int(cell["value"])
