"""What a part says that was not answered itself. Pure.

Decision 3: where an office states that something did not occur, or enters 0, there is nothing to divide: its parts are
none, or 0, with their whole. A rate is no part; it is derived.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from apps.indicators.enums import Aggregation, FigureState
from apps.indicators.models import Indicator
from apps.indicators.reading.figures import Figure, Figures, Window, add


def wholes_of(indicators: Collection[Indicator]) -> dict[str, str]:
    """Of what is a part of another among them: its code → that of its whole."""
    known = {each.pk: each.code for each in indicators}
    return {
        each.code: known[each.parent_id]
        for each in indicators
        if each.parent_id in known and each.aggregation != Aggregation.RATIO
    }


def with_whole(
    found: Figures, wholes: Mapping[str, str], code: str, owner: int, window: Window | None = None
) -> Figure:
    """The figure of an owner; a missing part takes the nearest whole that says anything, where that is none or 0."""
    figure = found.of(code, owner, window)
    seen, above = {code}, wholes.get(code, "")
    while figure.is_missing and above and above not in seen:
        seen.add(above)
        whole = found.of(above, owner, window)
        if not whole.is_missing:
            return Figure(whole.state, whole.value, whole.origin, whole.status) if _is_nothing(whole) else figure
        above = wholes.get(above, "")
    return figure


def total_with_wholes(found: Figures, wholes: Mapping[str, str], code: str, window: Window | None = None) -> Figure:
    """The cluster's figure; offices that answered with the whole are not missing in it. Totals that do not add up stay
    as they were read."""
    at = window or found.windows[0]
    total = found.total(code, at)
    if not (total.missing or total.is_missing) or code not in wholes or (code, at, ()) in found.totals:
        return total
    return add([(owner, with_whole(found, wholes, code, owner, at)) for owner in found.owners])


def _is_nothing(figure: Figure) -> bool:
    return figure.state == FigureState.NONE or figure.value == 0
