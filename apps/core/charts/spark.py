"""A line of a few values beside a figure: the course, not the values."""

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString

WIDTH, HEIGHT, EDGE = 128.0, 32.0, 3.0


def sparkline(*, title: str, values: Sequence[int]) -> SafeString:
    """At least two values, oldest first."""
    if len(values) < 2:
        raise ValueError(f"sparkline {title!r}: {len(values)} values; expected two or more")
    least, most = min(values), max(values)
    span = (most - least) or 1
    step = (WIDTH - 2 * EDGE) / (len(values) - 1)
    points = " ".join(
        f"{EDGE + index * step:.1f},{HEIGHT - EDGE - (value - least) / span * (HEIGHT - 2 * EDGE):.1f}"
        for index, value in enumerate(values)
    )
    return format_html(
        '<svg class="spark" viewBox="0 0 {} {}" role="img" aria-label="{}">'
        '<polyline class="spark-line" points="{}"/></svg>',
        int(WIDTH),
        int(HEIGHT),
        title,
        points,
    )
