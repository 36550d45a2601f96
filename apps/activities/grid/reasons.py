"""Why a cell of the grid cannot be typed into, in words. The page shows them, and the write refuses with them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.activities.grid.spans import in_words
from apps.activities.models import DirectFigure
from apps.core import words
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.indicators.reading import Window


def counted_from_records(indicator: Indicator, counted: int) -> str:
    if indicator.aggregation == Aggregation.COUNT:
        found = {"number": words.number(counted)}
        return ngettext("Counted from %(number)s record", "Counted from %(number)s records", counted) % found
    return _("Counted from records: %(number)s %(unit)s") % {
        "number": words.number(counted),
        "unit": indicator.unit,
    }


def stated_elsewhere(others: Iterable[DirectFigure]) -> str:
    """Statements on other, overlapping days, with what they say."""
    told = [
        f"{in_words(Window(each.starts_on, each.ends_on))}: {'–' if each.value is None else words.number(each.value)}"
        for each in others
    ]
    return _("Already stated for %(spans)s. Delete it there first to state it here.") % {"spans": "; ".join(told)}
