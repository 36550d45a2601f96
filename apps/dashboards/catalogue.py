"""The list of all that can be counted, and the words for the state of a figure."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from apps.campaigns.scope import Scope
from apps.dashboards.cells import Cell
from apps.dashboards.overview import others, read
from apps.dashboards.trail import Trail
from apps.indicators.enums import Aggregation, FigureState, Origin
from apps.indicators.models import Indicator
from apps.indicators.reading import Figure


@dataclass(frozen=True)
class Entry:
    indicator: Indicator
    cell: Cell
    depth: int
    how: str


def groups(scope: Scope) -> list[Entry]:
    """Every indicator under the one of which it is a part, with the cluster's figure."""
    reading = read(scope)
    known = {indicator.pk for indicator in reading.indicators.values()}
    children: dict[int | None, list[Indicator]] = {}
    for indicator in reading.indicators.values():
        parent = indicator.parent_id if indicator.parent_id in known else None  # a part may outlive its whole
        children.setdefault(parent, []).append(indicator)
    entries: list[Entry] = []

    def walk(parent: int | None, depth: int) -> None:
        for indicator in children.get(parent, []):
            how = str(Aggregation(indicator.aggregation).label)
            entries.append(Entry(indicator, reading.total(indicator.code), depth, how))
            walk(indicator.pk, depth + 1)

    walk(None, 0)
    return entries


def state_badge(figure: Figure) -> tuple[str, str]:
    """(state of a badge, its word)"""
    if figure.is_missing:
        return "bad", _("not reported")
    if figure.state == FigureState.NONE:
        return "neutral", _("none occurred")
    return {
        Origin.COUNTED: ("ok", _("counted from records")),
        Origin.STATED: ("info", _("stated by the offices")),
        Origin.MIXED: ("info", _("partly counted, partly stated")),
        Origin.DERIVED: ("neutral", _("derived from two figures")),
    }[figure.origin or Origin.DERIVED]


def missing_words(found: Trail) -> str:
    """Who reported nothing: by name where the reader may see the office, by number otherwise."""
    names = {office.pk: office.short_name_then for office in found.scope.members}  # type: ignore[attr-defined]
    seen = [names[owner] for owner in found.figure.missing if found.reading.may_see(owner)]
    unseen = len(found.figure.missing) - len(seen)
    return ", ".join([*seen, *([others(unseen)] if unseen else [])])
