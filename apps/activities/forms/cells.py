"""What the grid sends: cells as JSON. Each is read for itself; what is wrong with one is said of that one."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from apps.activities.actions import CellWish, Wish
from apps.activities.grid.spans import in_words
from apps.activities.imports.layouts import LARGE, MONEY
from apps.core import words
from apps.indicators.enums import FigureState, FigureStatus
from apps.indicators.models import Indicator
from apps.indicators.reading import Window
from apps.offices.models import Office

AT_ONCE = 500
ID_LENGTH, NOTE_LENGTH, SHOWN_LENGTH = 64, 500, 40


@dataclass(frozen=True)
class SentCell:
    """`wish` is set where the cell can be tried; otherwise `reason` says why not. `subject` names it in messages."""

    id: str
    subject: str
    wish: CellWish | None = None
    reason: str = ""


@dataclass(frozen=True)
class Lines:
    """What the sender may name: lines by code (None is the cluster's own), indicators by code, spans."""

    offices: Mapping[str, Office | None]
    names: Mapping[str, str]
    indicators: Mapping[str, Indicator]
    spans: Collection[Window]


def read_cells(body: bytes, lines: Lines) -> list[SentCell]:
    """Raises ValidationError where the whole of it cannot be read."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise ValidationError(_("This is no JSON."), code="json") from None
    cells = found.get("cells") if isinstance(found, dict) else None
    if not isinstance(cells, list) or not all(_is_cell(cell) for cell in cells):
        raise ValidationError(_("Expected a list of cells, each with an id."), code="shape")
    if len(cells) > AT_ONCE:
        raise ValidationError(
            _("%(number)s cells were sent. Expected %(limit)s at most."),
            params={"number": words.number(len(cells)), "limit": words.number(AT_ONCE)}, code="too_many",
        )  # fmt: skip
    return [_read(cell, lines) for cell in cells]


def _is_cell(found: Any) -> bool:
    return isinstance(found, dict) and isinstance(found.get("id"), str) and 0 < len(found["id"]) <= ID_LENGTH


def _read(cell: dict[str, Any], lines: Lines) -> SentCell:
    office, indicator = cell.get("office"), cell.get("indicator")
    if not isinstance(office, str) or office not in lines.offices:
        subject = _shown(office)
        return SentCell(cell["id"], subject, reason=_("%(what)s: you do not enter figures here.") % {"what": subject})
    if not isinstance(indicator, str) or indicator not in lines.indicators:
        subject = f"{lines.names[office]}, {_shown(indicator)}"
        return SentCell(cell["id"], subject, reason=_("%(what)s: no figure is stated for this.") % {"what": subject})
    found = lines.indicators[indicator]
    subject = f"{lines.names[office]}, {found.name}"
    try:
        span = _span(cell, lines.spans)
        wish = CellWish(
            office=lines.offices[office], starts_on=span.starts_on, ends_on=span.ends_on, wish=_wish(cell, found)
        )
    except ValidationError as wrong:
        return SentCell(cell["id"], subject, reason=f"{subject}: {' '.join(wrong.messages)}")
    return SentCell(cell["id"], subject, wish)


def _span(cell: dict[str, Any], spans: Collection[Window]) -> Window:
    try:
        span = Window(date.fromisoformat(cell["from"]), date.fromisoformat(cell["to"]))
    except (KeyError, TypeError, ValueError):
        span = None
    if span is None or span not in spans:
        raise ValidationError(
            _("“%(span)s” is not a span of this grid. Expected a month or the whole period."),
            params={"span": in_words(span) if span else f"{_shown(cell.get('from'))}–{_shown(cell.get('to'))}"},
        )
    return span


def _wish(cell: dict[str, Any], indicator: Indicator) -> Wish:
    state, seen = cell.get("state"), cell.get("seen")
    if state not in FigureState.values or not (seen is None or _is_number(seen)):
        raise ValidationError(
            _("“%(value)s” is not a state. Expected a value, none, or nothing."), params={"value": _shown(state)}
        )
    if state == FigureState.MISSING:
        return Wish(indicator=indicator, blank=True, seen=seen)
    return Wish(
        indicator=indicator, blank=False, seen=seen, status=_status(cell), note=_note(cell),
        value=_value(cell.get("value"), indicator) if state == FigureState.VALUE else None,
    )  # fmt: skip


def _is_number(found: Any) -> bool:
    return isinstance(found, int) and not isinstance(found, bool)


def _value(found: Any, indicator: Indicator) -> int:
    limit = MONEY if indicator.unit == "đồng" else LARGE
    if not _is_number(found):
        raise ValidationError(
            _("“%(value)s” is not a whole number. Expected digits, for example 12 or 1.200.000."),
            params={"value": _shown(found)},
        )
    if not 0 <= found <= limit:
        shown = words.number(found) if abs(found) < 10**SHOWN_LENGTH else "…"
        raise ValidationError(
            _("%(value)s is not possible. Expected a whole number from 0 to %(limit)s."),
            params={"value": shown, "limit": words.number(limit)},
        )
    return int(found)


def _status(cell: dict[str, Any]) -> str:
    found = cell.get("status", FigureStatus.ACTUAL)
    if found not in FigureStatus.values:
        raise ValidationError(
            _("“%(value)s” is not a status. Expected one of: %(known)s."),
            params={"value": _shown(found), "known": ", ".join(str(each) for each in FigureStatus.labels)},
        )
    return str(found)


def _note(cell: dict[str, Any]) -> str:
    found = cell.get("note", "")
    if not isinstance(found, str) or any(_is_unwritable(sign) for sign in found):
        raise ValidationError(_("The note holds signs that cannot be kept. Expected plain text."))
    if len(found) > NOTE_LENGTH:
        raise ValidationError(
            _("The note has %(number)s signs. Expected %(limit)s at most."),
            params={"number": words.number(len(found)), "limit": words.number(NOTE_LENGTH)},
        )
    return found.strip()


def _is_unwritable(sign: str) -> bool:
    """What PostgreSQL or UTF-8 does not know: the zero byte, halves of pairs."""
    return sign == "\0" or "\ud800" <= sign <= "\udfff"


def _shown(found: Any) -> str:
    """What was sent, short enough for a message."""
    written = found if isinstance(found, str) else "" if found is None else json.dumps(found, default=str)
    return "".join("�" if _is_unwritable(sign) else sign for sign in written[:SHOWN_LENGTH])
