"""Charts as SVG, drawn on the server: dataclasses in, SVG out, so that page, PDF and Word show the same picture.

`palette="page"` colours by CSS classes (the theme changes them) and gives a wide and a narrow drawing, of which
charts.css shows the one that fits, so that text is never scaled below 13 px. `palette="paper"` gives one drawing with
the light theme's colours written out and its own size in px.
"""

from apps.core.charts.bars import Bar, simple_bars, stacked_bars
from apps.core.charts.columns import Pair, compare_columns
from apps.core.charts.paint import Palette
from apps.core.charts.spark import sparkline

__all__ = ["Bar", "Pair", "Palette", "compare_columns", "simple_bars", "sparkline", "stacked_bars"]
