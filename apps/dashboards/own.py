"""What the cluster itself defined, as a table of offices: on the dashboard below the common figures."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from apps.dashboards.addresses import figure_url
from apps.dashboards.cells import Cell, Look, Reading, heated
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.indicators.reading import OWN_LINE

MOST_COLUMNS = 8  # more would be wider than a page; all of them stand in the list of indicators


@dataclass(frozen=True)
class OwnColumn:
    label: str
    name: str
    unit: str
    url: str


@dataclass(frozen=True)
class OwnLine:
    label: str
    cells: list[Cell]
    is_own_line: bool = False

    @property
    def is_hidden(self) -> bool:
        return all(cell.look == Look.HIDDEN for cell in self.cells)


@dataclass(frozen=True)
class OwnTable:
    columns: list[OwnColumn]
    lines: list[OwnLine]
    total: OwnLine
    left_out: int


def _label(indicator: Indicator) -> str:
    """A sum is named after its field, which several kinds may have: it takes its whole name."""
    return indicator.name if indicator.aggregation == Aggregation.SUM else indicator.short_name


def own_table(reading: Reading) -> OwnTable | None:
    """None where the cluster defined nothing for the year. Parts stand on the page of what they are a part of."""
    own = [each for each in reading.indicators.values() if each.cluster_id is not None and each.parent_id is None]
    if not own:
        return None
    shown = own[:MOST_COLUMNS]
    codes = [each.code for each in shown]
    shaded = {code: heated(reading.cell(code, owner) for owner in reading.figures.offices) for code in codes}
    lines = [
        OwnLine(office.short_name_then, [shaded[code][place] for code in codes])  # type: ignore[attr-defined]
        for place, office in enumerate(reading.scope.members)
    ]
    lines.append(
        OwnLine(_("The cluster's own activities"), [reading.cell(code, OWN_LINE) for code in codes], is_own_line=True)
    )
    return OwnTable(
        columns=[OwnColumn(_label(each), each.name, each.unit, figure_url(reading.scope, each.code)) for each in shown],
        lines=lines,
        total=OwnLine(_("The whole cluster"), [reading.total(code) for code in codes]),
        left_out=len(own) - len(shown),
    )
