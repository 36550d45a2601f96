"""The one way in which figures are read."""

from apps.indicators.reading.figures import OWN_LINE, Figure, Figures, Window
from apps.indicators.reading.queries import figures, rows_of
from apps.indicators.reading.wholes import total_with_wholes, wholes_of, with_whole

__all__ = [
    "OWN_LINE",
    "Figure",
    "Figures",
    "Window",
    "figures",
    "rows_of",
    "total_with_wholes",
    "wholes_of",
    "with_whole",
]
