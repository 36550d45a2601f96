"""Horizontal bars, one row each, in the order given: offices keep the cluster's own order."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from apps.core.charts.paint import Paint, Palette, series_class, words_width, wrapped
from apps.core.words import number

WIDE, NARROW = 640.0, 320.0
BAR_HEIGHT = 24.0


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One row: a value for each series. None is missing: nothing is drawn and the row says so."""

    label: str
    values: Sequence[int | None]

    @property
    def total(self) -> int | None:
        known = [value for value in self.values if value is not None]
        return sum(known) if known else None


def stacked_bars(
    *, title: str, bars: Sequence[Bar], series: Sequence[str], palette: Palette = "page", language: str | None = None
) -> SafeString:
    """Rows of parts with each part's value inside where it fits and the total behind."""
    for bar in bars:
        if len(bar.values) != len(series):
            raise ValueError(f"{bar.label}: {len(bar.values)} values; expected {len(series)}, one for each series")
        if any(value is not None and value < 0 for value in bar.values):
            raise ValueError(f"{bar.label}: a negative value; bars show counts")
    description = _in_words(bars, series, language)
    paint = Paint(palette)
    wide = _drawing(paint, bars, title, description, language, narrow=False)
    if palette == "paper":
        return wide
    return format_html("{}{}", wide, _drawing(paint, bars, title, description, language, narrow=True))


def simple_bars(
    *,
    title: str,
    values: Sequence[tuple[str, int | None]],
    unit: str = "",
    palette: Palette = "page",
    language: str | None = None,
) -> SafeString:
    """Rows of one value each: [(label, value), …]."""
    bars = [Bar(label=label, values=(value,)) for label, value in values]
    return stacked_bars(title=title, bars=bars, series=(unit,), palette=palette, language=language)


def _drawing(
    paint: Paint, bars: Sequence[Bar], title: str, description: str, language: str | None, *, narrow: bool
) -> SafeString:
    most = max((bar.total or 0 for bar in bars), default=0) or 1
    behind = words_width(number(most, language=language), 16) + 14
    label_width = 0.0 if narrow else min(200.0, max((words_width(bar.label, 15.5) for bar in bars), default=0) + 6)
    left = 0.0 if narrow else label_width + 10
    per_unit = ((NARROW if narrow else WIDE) - left - behind) / most
    step = 54.0 if narrow else 38.0
    shapes: list[str] = []
    for row, bar in enumerate(bars):
        top = row * step + (22 if narrow else 4)
        if narrow:
            shapes.append(paint.text(0, top - 7, bar.label, "chart-label", size=15))
        else:
            shapes += _side_label(paint, bar.label, label_width, top)
        shapes += _row(paint, bar, left, top, per_unit, language)
    return paint.drawing(
        shapes,
        width=NARROW if narrow else WIDE,
        height=max(1, len(bars)) * step,
        title=title,
        description=description,
        css_class="chart-narrow" if narrow else "chart-wide",
    )


def _side_label(paint: Paint, label: str, right: float, top: float) -> list[str]:
    lines = wrapped(label, limit=21) if words_width(label, 15.5) > right else [label]
    first = top + 17 - (len(lines) - 1) * 9
    return [
        paint.text(right, first + index * 18, line, "chart-label", size=15.5, anchor="end")
        for index, line in enumerate(lines)
    ]


def _row(paint: Paint, bar: Bar, left: float, top: float, per_unit: float, language: str | None) -> list[str]:
    if bar.total is None:
        return [paint.text(left, top + 17, gettext("not reported"), "chart-missing", size=15.5)]
    shapes: list[str] = []
    x = left
    for index, value in enumerate(bar.values):
        if not value:
            continue
        width = max(2.0, round(value * per_unit, 1) - 2)
        shapes.append(paint.rect(x, top, width, BAR_HEIGHT, series_class(index)))
        words = number(value, language=language)
        if len(bar.values) > 1 and width > words_width(words, 15.5) + 10:
            ink = f"on-{series_class(index)}"
            shapes.append(paint.text(x + width - 8, top + 17, words, ink, size=15.5, anchor="end", bold=True))
        x += width + 2
    shapes.append(
        paint.text(
            x + 8 if x > left else left, top + 17.5, number(bar.total, language=language), "chart-total", size=16
        )
    )
    return shapes


def _in_words(bars: Sequence[Bar], series: Sequence[str], language: str | None) -> str:
    """What the picture says, for those who do not see it: "Cà Mau 16 (trước 9, sau 7); …"."""
    rows = []
    for bar in bars:
        if bar.total is None:
            rows.append(f"{bar.label}: {gettext('not reported')}")
            continue
        parts = [
            f"{name} {number(value, language=language)}"
            for name, value in zip(series, bar.values, strict=True)
            if value is not None
        ]
        detail = f" ({', '.join(parts)})" if len(series) > 1 else ""
        rows.append(f"{bar.label} {number(bar.total, language=language)}{detail}")
    return "; ".join(rows)
