"""Two periods side by side: a pair of columns for each indicator."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from apps.core.charts.paint import Paint, Palette, wrapped
from apps.core.words import number

WIDE, NARROW = 640.0, 320.0
PLOT_HEIGHT = 150.0


@dataclass(frozen=True, kw_only=True)
class Pair:
    """One indicator in both periods; None is missing. Each pair has its own scale: voter meetings are not laws."""

    label: str
    before: int | None
    now: int | None


def compare_columns(
    *,
    title: str,
    pairs: Sequence[Pair],
    before_label: str,
    now_label: str,
    palette: Palette = "page",
    language: str | None = None,
) -> SafeString:
    """At the left of each pair the earlier period (light), at the right the one shown (dark)."""
    description = "; ".join(
        f"{pair.label}: {before_label} {_word(pair.before, language)}, {now_label} {_word(pair.now, language)}"
        for pair in pairs
    )
    paint = Paint(palette)
    wide = _drawing(paint, pairs, title, description, language, across=max(1, len(pairs)), width=WIDE, css="chart-wide")
    if palette == "paper":
        return wide
    narrow = _drawing(paint, pairs, title, description, language, across=2, width=NARROW, css="chart-narrow")
    return format_html("{}{}", wide, narrow)


def _drawing(
    paint: Paint,
    pairs: Sequence[Pair],
    title: str,
    description: str,
    language: str | None,
    *,
    across: int,
    width: float,
    css: str,
) -> SafeString:
    cell = width / across
    labels = [wrapped(pair.label, limit=max(8, int(cell / 8.6))) for pair in pairs]
    row_height = PLOT_HEIGHT + 34 + 17 * max((len(lines) for lines in labels), default=1)
    column = min(52.0, cell / 3.4)
    shapes: list[str] = []
    for index, pair in enumerate(pairs):
        row, place = divmod(index, across)
        middle, base = place * cell + cell / 2, row * row_height + PLOT_HEIGHT + 22
        most = max(pair.before or 0, pair.now or 0) or 1
        for value, x, colour in ((pair.before, middle - column - 2, "data-2"), (pair.now, middle + 2, "data-1")):
            height = round((value or 0) / most * PLOT_HEIGHT, 1)
            if height:
                shapes.append(paint.rect(x, base - height, column, height, colour))
            ink = "chart-missing" if value is None else "chart-total" if colour == "data-1" else "chart-label"
            words = gettext("missing") if value is None else number(value, language=language)
            shapes.append(paint.text(x + column / 2, base - height - 7, words, ink, size=16, anchor="middle"))
        shapes.append(paint.line(place * cell + 8, base + 1, (place + 1) * cell - 8, base + 1))
        for line, words in enumerate(labels[index]):
            shapes.append(paint.text(middle, base + 20 + line * 17, words, "chart-label", size=15.5, anchor="middle"))
    rows = -(-len(pairs) // across) or 1
    return paint.drawing(
        shapes, width=width, height=rows * row_height, title=title, description=description, css_class=css
    )


def _word(value: int | None, language: str | None) -> str:
    return gettext("not reported") if value is None else number(value, language=language)
