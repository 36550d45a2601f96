"""The tokens of static/css/tokens.css as values, for charts on paper and the contrast test. One source, the file."""

import re
from functools import cache
from pathlib import Path
from typing import Literal

from django.conf import settings

Theme = Literal["light", "dark"]

_BLOCK = re.compile(r"(?P<selector>[^{}]+)\{(?P<body>[^{}]*)\}")
_TOKEN = re.compile(r"--(?P<name>[a-z0-9-]+):\s*(?P<value>[^;]+);")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@cache
def tokens(theme: Theme = "light") -> dict[str, str]:
    """Name → value. The dark theme overrides the light one."""
    css = _COMMENT.sub("", (Path(settings.BASE_DIR) / "static" / "css" / "tokens.css").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for block in _BLOCK.finditer(css):
        if ":root" in block["selector"] or (theme == "dark" and "dark" in block["selector"]):
            found.update({token["name"]: token["value"].strip() for token in _TOKEN.finditer(block["body"])})
    return found


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two colours written #rrggbb: 1 (equal) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
