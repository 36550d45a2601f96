"""One cell as the page shows it: value, why it is locked, what looks wrong, who stated it and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.activities.grid import reasons
from apps.activities.grid.board import Board, By, Spot, explained_read_only
from apps.activities.grid.groups import wholes
from apps.activities.grid.reading import Reading
from apps.core import words
from apps.indicators.enums import FigureState
from apps.indicators.models import Indicator
from apps.indicators.reading import Figure

Cell = dict[str, Any]


def cells(reading: Reading, spots: Iterable[Spot]) -> dict[str, Cell]:
    """By key, as the contract with the page has it."""
    known = {each.code: each for each in reading.board.catalogue}
    pairs = wholes(reading.board.catalogue)
    return {spot.key: _cell(reading, spot, pairs, known) for spot in spots}


def _cell(reading: Reading, spot: Spot, pairs: list[tuple[str, tuple[str, ...]]], known: dict[str, Indicator]) -> Cell:
    figure, here = reading.figure(spot), reading.here(spot)
    return {
        "office": spot.owner.code,
        "indicator": spot.indicator.code,
        "from": spot.span.starts_on.isoformat(),
        "to": spot.span.ends_on.isoformat(),
        "state": str(figure.state),
        "value": figure.value,
        "text": text(figure),
        "status": here.status if here else str(figure.status),
        "note": here.note if here else "",
        "seen": here.pk if here else None,
        "locked": _locked(reading, spot, figure),
        "url": _records_url(reading.board, spot) if figure.counted is not None else "",
        "who": str(here.created_by or "") if here else "",
        "when": moment(here.created_at) if here else "",
        "flag": " ".join(_flags(reading, spot, figure, pairs, known)),
    }


def text(figure: Figure) -> str:
    """ "1.200", "–" for none, nothing for missing."""
    if figure.state == FigureState.MISSING:
        return ""
    return words.NONE_MARK if figure.value is None else words.number(figure.value)


def moment(at: datetime) -> str:
    """ "09:42" today, with the day before it otherwise."""
    local = timezone.localtime(at)
    return f"{local:%H:%M}" if local.date() == timezone.localdate() else words.moment(at)


def _locked(reading: Reading, spot: Spot, figure: Figure) -> str:
    if reading.board.read_only:
        return explained_read_only()
    if not reading.is_member(spot):
        return _("Not a member of the cluster on %(day)s") % {"day": words.day(spot.span.ends_on)}
    if figure.counted is not None:
        return reasons.counted_from_records(spot.indicator, figure.counted)
    elsewhere = reading.elsewhere(spot)
    return reasons.stated_elsewhere(elsewhere) if elsewhere else ""


def _records_url(board: Board, spot: Spot) -> str:
    address = [board.scope.cluster.code, board.scope.period.code, spot.indicator.code]
    return f"{reverse('indicators:figure', args=address)}?office={spot.owner.code}"


def _flags(
    reading: Reading,
    spot: Spot,
    figure: Figure,
    pairs: list[tuple[str, tuple[str, ...]]],
    known: dict[str, Indicator],
) -> Iterable[str]:
    if figure.difference is not None:
        yield _("The office states %(stated)s, the records give %(counted)s.") % {
            "stated": words.number(figure.stated or 0),
            "counted": words.number(figure.number),
        }
    for whole, parts in pairs:
        if spot.indicator.code not in parts or figure.value is None:
            continue
        limit = reading.known(whole, spot)
        if limit is None:
            continue
        name = known[whole].name
        if figure.value > limit:
            yield _("More than the whole, “%(whole)s” (%(value)s > %(limit)s).") % {
                "whole": name, "value": words.number(figure.value), "limit": words.number(limit),
            }  # fmt: skip
        elif (together := sum(reading.known(part, spot) or 0 for part in parts)) > limit:
            yield _("The parts of “%(whole)s” are more than the whole (%(value)s > %(limit)s).") % {
                "whole": name, "value": words.number(together), "limit": words.number(limit),
            }  # fmt: skip


def totals(reading: Reading, indicators: Iterable[Indicator]) -> dict[str, dict[str, str]]:
    """The cluster's figures under the columns, by indicator; with an asterisk where offices have not reported."""
    board = reading.board
    if board.by != By.OFFICES:
        return {}
    names = {office.pk: str(getattr(office, "short_name_then", office)) for office in board.scope.members}
    found: dict[str, dict[str, str]] = {}
    for indicator in indicators:
        figure = reading.figures.total(indicator.code, board.whole)
        note = ""
        if figure.missing:
            count = len(figure.missing)
            note = ngettext(
                "%(number)s office has not reported yet", "%(number)s offices have not reported yet", count
            ) % {"number": words.number(count)}
            if board.scope.readable_offices.issuperset(figure.missing):
                note = f"{note}: {', '.join(names.get(each, '') for each in figure.missing)}"
        shown = text(figure)
        found[indicator.code] = {"text": f"{shown}*" if shown and figure.missing else shown, "note": note}
    return found
