"""Offices that merged after the day on which people were counted: what the figures of the new office rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from apps.core.words import day
from apps.offices.enums import LineageKind
from apps.offices.models import Lineage
from apps.pledges.annex import Line


@dataclass(frozen=True)
class Merged:
    """What went into `successor`: offices that had sent, that had not, that were no members (see stocks.py)."""

    successor: str
    on: date
    sent: tuple[str, ...]
    unsent: tuple[str, ...]
    outside: tuple[str, ...]

    @property
    def said(self) -> str:
        """One sentence, and what to do where there is no figure."""
        words = {"day": day(self.on), "successor": self.successor}
        if not self.unsent and not self.outside:
            told = _("From %(day)s on, the registrations of %(successor)s are the totals that %(offices)s had sent.")
            return told % (words | {"offices": ", ".join(self.sent)})
        why, then = [], []
        if self.unsent:
            why.append(_("because %(offices)s sent no registrations") % {"offices": ", ".join(self.unsent)})
            then.append(_("Its people can still send them here."))
        if self.outside:
            why.append(_("because %(offices)s was no member on the cut-off day") % {"offices": ", ".join(self.outside)})
            then.append(_(
                "It states its totals as direct figures; or the secretariat sets a cut-off day after the merger, and it"
                " sends registrations of its own."
            ))  # fmt: skip
        told = _("From %(day)s on, %(successor)s has no counted registrations, %(why)s.")
        return " ".join([told % (words | {"why": _(" and ").join(why)}), *then])


def mergers_after(cut_off: date, year: int, lines: Iterable[Line]) -> list[Merged]:
    """Those of the year, in their order. One query."""
    held = {line.office.pk: line for line in lines}
    rows = Lineage.objects.direct().filter(kind=LineageKind.MERGE, on__gt=cut_off, on__year=year)
    rows = rows.filter(successor__descents__predecessor__in=held).select_related("predecessor", "successor").distinct()
    parts: dict[int, list[Lineage]] = {}
    for row in rows.order_by("on", "successor", "pk"):
        parts.setdefault(row.successor_id, []).append(row)
    return [
        Merged(
            found[0].successor.name, found[0].on,
            tuple(held[each.predecessor_id].name for each in found if _has_sent(held.get(each.predecessor_id))),
            tuple(
                held[each.predecessor_id].name for each in found
                if each.predecessor_id in held and not _has_sent(held[each.predecessor_id])
            ),
            tuple(each.predecessor.short_name for each in found if each.predecessor_id not in held),
        )
        for found in parts.values()
    ]  # fmt: skip


def _has_sent(line: Line | None) -> bool:
    return line is not None and line.sheet is not None and line.sheet.current_id is not None
