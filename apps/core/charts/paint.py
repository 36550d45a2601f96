"""The few shapes that charts are made of, coloured by class or by value."""

from collections.abc import Sequence
from typing import Literal

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from apps.core.tokens import tokens

Palette = Literal["page", "paper"]
SERIES_LIMIT = 6
PAPER_FONT = "Liberation Sans, Arial, sans-serif"

# class on the page → token written out on paper
_PAPER_FILLS = {"chart-label": "ink-soft", "chart-total": "ink", "chart-missing": "ink-faint"}


class Paint:
    """Draws in one palette. Coordinates and sizes in px of the drawing's own box."""

    def __init__(self, palette: Palette) -> None:
        if palette not in ("page", "paper"):
            raise ValueError(f"palette={palette!r}: expected 'page' or 'paper'")
        self.palette = palette

    def colour(self, css_class: str) -> str:
        if self.palette == "page":
            return f'class="{css_class}"'
        weight = ' font-weight="700"' if css_class == "chart-total" else ""
        return f'fill="{tokens("light")[_PAPER_FILLS.get(css_class, css_class)]}"{weight}'

    def rect(self, x: float, y: float, width: float, height: float, css_class: str) -> str:
        shape = f'x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="3"'
        return f"<rect {shape} {self.colour(css_class)}/>"

    def text(
        self,
        x: float,
        y: float,
        words: str,
        css_class: str,
        *,
        size: float = 14,
        anchor: str = "start",
        bold: bool = False,
    ) -> str:
        weight = ' font-weight="600"' if bold else ""
        where = f'x="{x:g}" y="{y:g}" font-size="{size:g}" text-anchor="{anchor}"{weight}'
        return f"<text {where} {self.colour(css_class)}>{escape(words)}</text>"

    def line(self, x1: float, y1: float, x2: float, y2: float) -> str:
        stroke = 'class="chart-axis"' if self.palette == "page" else f'stroke="{tokens("light")["line-strong"]}"'
        return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" {stroke}/>'

    def drawing(
        self, shapes: Sequence[str], *, width: float, height: float, title: str, description: str, css_class: str
    ) -> SafeString:
        """The whole picture with its name and its words for those who do not see it."""
        box = f'viewBox="0 0 {width:g} {height:g}"'
        if self.palette == "page":
            frame = f'class="{css_class}" {box}'
        else:
            size = f'width="{width:g}" height="{height:g}"'
            frame = f'xmlns="http://www.w3.org/2000/svg" {size} {box} font-family="{PAPER_FONT}"'
        words = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
        label = escape(f"{title}. {description}" if description else title)
        # Every piece of text above went through escape(); the rest are numbers and our own class names.
        return mark_safe(f'<svg {frame} role="img" aria-label="{label}">{words}{"".join(shapes)}</svg>')


def series_class(index: int) -> str:
    """data-1 … data-6; more series than that are not told apart by anybody."""
    if not 0 <= index < SERIES_LIMIT:
        raise ValueError(f"series {index + 1}: expected at most {SERIES_LIMIT}")
    return f"data-{index + 1}"


def words_width(words: str, size: float = 14) -> float:
    """A generous estimate in px, good enough to keep labels apart."""
    return len(words) * size * 0.58


def wrapped(words: str, limit: int, lines: int = 2) -> list[str]:
    """Words in at most `lines` lines of about `limit` characters; the last one takes what remains."""
    out: list[str] = []
    for word in words.split():
        if out and (len(out[-1]) + 1 + len(word) <= limit or len(out) == lines):
            out[-1] += " " + word
        else:
            out.append(word)
    return out or [""]
