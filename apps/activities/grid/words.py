"""What the script of the grid says: it has no words of its own."""

from __future__ import annotations

from django.utils.translation import gettext as _

from apps.indicators.enums import FigureStatus


def statuses() -> list[tuple[str, str]]:
    return [(status.value, str(status.label)) for status in FigureStatus]


def page_words() -> dict[str, str]:
    return {
        "saving": _("Saving"),
        "saved": _("Saved"),
        "refused": _("Refused"),
    }
