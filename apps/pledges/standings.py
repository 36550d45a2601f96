"""The words and colours of a standing, the same wherever it is shown."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from apps.pledges.enums import Standing

STANDINGS = {Standing.REACHED: "ok", Standing.ON_COURSE: "info", Standing.BEHIND: "bad", Standing.NO_DATA: "neutral"}
URGENT_FIRST = (Standing.BEHIND, Standing.ON_COURSE, Standing.REACHED, Standing.NO_DATA)


def standing_words(standing: Standing, *, over: bool) -> str:
    """Once the year is over, what is behind was not reached."""
    return _("not reached") if over and standing == Standing.BEHIND else str(standing.label)


def counted_words(counts: Mapping[Standing, int], *, over: bool) -> list[tuple[str, str]]:
    """How many targets stand where: (colour, words), what is behind first."""
    return [
        (STANDINGS[each], f"{counts[each]} {standing_words(each, over=over)}")
        for each in URGENT_FIRST
        if counts.get(each)
    ]
