"""Excel out: the table of offices, and the trail of a figure. What the reader may not see is not in it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from apps.campaigns.scope import Scope
from apps.core import words
from apps.core.workbook import Sheet, workbook
from apps.dashboards import trail
from apps.dashboards.cells import Cell
from apps.dashboards.overview import others, read
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.indicators.reading import OWN_LINE


def _value(indicator: Indicator, cell: Cell) -> Any:
    """Numbers as numbers; a rate, none, missing and what is not published as words."""
    if cell.number is None or indicator.aggregation == Aggregation.RATIO:
        return cell.words
    return cell.number


def offices(scope: Scope) -> bytes:
    """All indicators × offices, the cluster's own line and the total."""
    reading = read(scope)
    names = [office.short_name_then for office in scope.members]  # type: ignore[attr-defined]
    rows = []
    for indicator in reading.indicators.values():
        cells = [reading.cell(indicator.code, owner) for owner in (*scope.member_ids, OWN_LINE)]
        total = reading.total(indicator.code)
        rows.append([indicator.name, indicator.unit, *(_value(indicator, cell) for cell in [*cells, total])])
    return workbook(
        Sheet(
            name=scope.period.code,
            title=_("Figures of the offices"),
            note=f"{scope.cluster.name} · {scope.period}",
            headings=[_("Indicator"), _("Unit"), *names, _("The cluster's own activities"), _("The whole cluster")],
            rows=rows,
        )
    )


def figure(found: trail.Trail) -> bytes:
    """The rows that the reader may open, what was stated, and what the rest adds: together they give the figure."""
    indicator = found.indicator
    return workbook(
        Sheet(
            name=indicator.code,
            title=f"{indicator.name}: {found.text or _('Not reported')}",
            note=f"{found.owner_name} · {found.scope.cluster.short_name} · {found.scope.period}",
            headings=[_("Day"), _("Content"), "", _("Office"), indicator.short_name],
            rows=[*_rows(found), *_statements(found), *_sides(found)],
        )
    )


def _rows(found: trail.Trail) -> list[list[Any]]:
    if not found.is_counted:
        return []
    counted = trail.rows(found)
    rows: list[list[Any]] = []
    for line in trail.row_lines(found, counted.listed.iterator(chunk_size=2000)):
        weight = line.measure if found.has_measure else line.label or 1
        rows.append([line.day, line.title, line.words, line.owner, weight])
    if counted.rest:
        rows.append(["", _rest_words(counted.rest), "", "", _rest_weight(found, counted.rest)])
    return rows


def _rest_weight(found: trail.Trail, rest: trail.Rest) -> int | str:
    if found.aggregation == Aggregation.DISTINCT:
        return ""  # words do not add up
    return rest.sum if found.has_measure else rest.count


def _rest_words(rest: trail.Rest) -> str:
    return _("and %(records)s records of %(offices)s other offices") % {
        "records": words.number(rest.count), "offices": words.number(rest.offices),
    }  # fmt: skip


def _statements(found: trail.Trail) -> list[list[Any]]:
    stated = trail.statements(found)
    rows: list[list[Any]] = [
        [line.starts_on, _("Stated figures"), "", line.owner, line.value if line.value is not None else line.text]
        for line in stated.lines
        if line.is_used
    ]
    if stated.rest:
        rows.append(["", _("Stated figures"), "", others(stated.rest.offices), stated.rest.sum])
    return rows


def _sides(found: trail.Trail) -> list[list[Any]]:
    """Of a rate: both sides, and the rate of each office."""
    if found.aggregation != Aggregation.RATIO:
        return []
    sides = [["", line.label, "", "", line.cell.number] for line in trail.side_lines(found)]
    offices = trail.owner_lines(found) if found.owner is None else []
    return [*sides, *(["", found.indicator.name, "", line.label, line.cell.words] for line in offices)]
