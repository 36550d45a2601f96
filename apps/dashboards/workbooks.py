"""Excel out: the table of offices, and the trail of a figure. What the reader may not see is not in it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from apps.campaigns.scope import Scope
from apps.core import words
from apps.core.workbook import Sheet, workbook
from apps.dashboards import trail
from apps.dashboards.cells import Cell
from apps.dashboards.overview import read
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
    headings = [_("Day"), _("Content"), "", _("Office"), *([indicator.short_name] if found.has_measure else [])]
    rows: list[list[Any]] = []
    if found.is_counted:
        counted = trail.rows(found)
        for line in trail.row_lines(found, counted.listed.iterator(chunk_size=2000)):
            measure = [line.measure] if found.has_measure else []
            rows.append([line.day, line.title, line.words or line.label, line.owner, *measure])
        if counted.rest:
            said = _("and %(records)s records of %(offices)s other offices") % {
                "records": words.number(counted.rest.count), "offices": words.number(counted.rest.offices),
            }  # fmt: skip
            rows.append(["", said, "", "", *([counted.rest.sum] if found.has_measure else [])])
    else:
        headings = [_("From"), _("To"), _("Office"), indicator.short_name]
        if found.owner is None:
            rows = [["", "", line.label, line.cell.words] for line in trail.owner_lines(found)]
        else:
            rows = [[line.starts_on, line.ends_on, line.owner, line.text] for line in trail.statements(found).lines]
    return workbook(
        Sheet(
            name=indicator.code,
            title=f"{indicator.name}: {found.text or _('Not reported')}",
            note=f"{found.owner_name} · {found.scope.cluster.short_name} · {found.scope.period}",
            headings=headings,
            rows=rows,
        )
    )
