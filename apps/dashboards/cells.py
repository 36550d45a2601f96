"""How a figure looks to one reader: its words, its state, where it opens. What they may not see is never in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from django.utils.translation import gettext as _

from apps.campaigns.scope import Scope
from apps.core import words
from apps.core.heat import shades
from apps.dashboards.addresses import figure_url
from apps.indicators.enums import Aggregation, FigureState, FigureStatus
from apps.indicators.models import Indicator
from apps.indicators.reading import OWN_LINE, Figure, Figures, Window, total_with_wholes, wholes_of, with_whole


class Look(StrEnum):
    VALUE = "value"
    NONE = "none"
    MISSING = "missing"
    HIDDEN = "hidden"  # another office's, before the period is published


@dataclass(frozen=True)
class Cell:
    """`number` is what the cell weighs (for heat and workbooks; of a rate its thousandths); None unless it has one."""

    look: Look
    text: str = ""
    number: int | None = None
    url: str = ""
    heat: str = ""

    @property
    def words(self) -> str:
        """What the cell says in words, where it has no number."""
        return {
            Look.VALUE: self.text,
            Look.NONE: words.NONE_MARK,
            Look.MISSING: _("not reported"),
            Look.HIDDEN: _("not published yet"),
        }[self.look]


HIDDEN = Cell(Look.HIDDEN)


def written(indicator: Indicator, figure: Figure) -> str:
    """The figure as it is written: 1.229, 100%, – for none; nothing where it is missing."""
    if figure.state == FigureState.NONE:
        return words.NONE_MARK
    if figure.is_missing:
        return ""
    if indicator.aggregation == Aggregation.RATIO:
        return words.share(figure.numerator or 0, figure.denominator or 0)
    return words.number(figure.number)


def status_words(figure: Figure) -> str:
    """Papers and pages say so where a figure is not an actual one."""
    return "" if figure.status == FigureStatus.ACTUAL else str(FigureStatus(figure.status).label)


def cell_of(indicator: Indicator, figure: Figure, url: str = "") -> Cell:
    if figure.is_missing:
        return Cell(Look.MISSING)
    if figure.state == FigureState.NONE:
        return Cell(Look.NONE, words.NONE_MARK, url=url)
    number = figure.value if figure.ratio is None else int(figure.ratio * 1000)
    return Cell(Look.VALUE, written(indicator, figure), number, url)


@dataclass(frozen=True)
class Reading:
    """Figures of a page as one reader may see them."""

    scope: Scope
    figures: Figures
    indicators: dict[str, Indicator]

    def may_see(self, owner: int) -> bool:
        return owner == OWN_LINE or owner in self.scope.readable_offices

    @property
    def hidden(self) -> list[int]:
        return [office for office in self.figures.offices if not self.may_see(office)]

    def cell(self, code: str, owner: int) -> Cell:
        if not self.may_see(owner):
            return HIDDEN
        own, said = self.figures.of(code, owner), with_whole(self.figures, self._wholes, code, owner)
        url = "" if own.is_missing else figure_url(self.scope, code, owner)
        return cell_of(self.indicators[code], said, url)

    def total(self, code: str) -> Cell:
        said = total_with_wholes(self.figures, self._wholes, code)
        return cell_of(self.indicators[code], said, figure_url(self.scope, code))

    @cached_property
    def _wholes(self) -> dict[str, str]:
        return wholes_of(self.indicators.values())

    def rest(self, code: str, window: Window | None = None) -> Figure:
        """The offices whose figures the reader may not see one by one, as one figure: the total less the visible ones.
        Missing where they reported nothing, or where the figures do not add up."""
        if self.indicators[code].aggregation == Aggregation.DISTINCT:
            return Figure()
        total = self.figures.total(code, window)
        hidden = self.hidden
        missing = tuple(owner for owner in total.missing if owner in hidden)
        if total.is_missing or len(missing) == len(hidden):
            return Figure(missing=missing)
        seen = [self.figures.of(code, owner, window) for owner in self.figures.owners if self.may_see(owner)]
        if self.indicators[code].aggregation == Aggregation.RATIO:
            return replace(
                total,
                numerator=(total.numerator or 0) - sum(figure.numerator or 0 for figure in seen),
                denominator=(total.denominator or 0) - sum(figure.denominator or 0 for figure in seen),
                missing=missing,
            )
        return Figure(
            state=FigureState.VALUE,
            value=total.number - sum(figure.number for figure in seen),
            missing=missing,
            status=total.status,
        )


def heated(cells: Iterable[Cell]) -> list[Cell]:
    """Gives cells with values a shade from the least to the most among those that are seen; none where all are the
    same, so that a single visible figure says nothing about the others."""
    kept = list(cells)
    return [replace(cell, heat=heat) for cell, heat in zip(kept, shades(cell.number for cell in kept), strict=True)]
