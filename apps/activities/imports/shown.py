"""What the pages of an import show, out of its stored outcome. No queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from apps.activities.enums import ImportState, PartKind
from apps.activities.imports.faults import Fault
from apps.activities.imports.layouts import BY_SLUG, LAYOUTS, Layout
from apps.activities.imports.parts import PER_PAGE
from apps.activities.models import Import
from apps.core.words import NONE_MARK, number
from apps.files.workbooks.opened import DECOMPOSED
from apps.indicators.enums import FigureStatus

CHANGES = {
    "replaced": gettext_lazy("replaced"),
    "withdrawn": gettext_lazy("withdrawn"),
    "new": gettext_lazy("new"),
    "same": gettext_lazy("unchanged"),
}
CODE_NAMES = {DECOMPOSED: gettext_lazy("decomposed Unicode")}
# What somebody answers on the page: the file itself need not be changed.
ASKING = frozenset({"nothing_known", "mapping_changed", "owner_asked"})
SHOWN_SKIPPED = 50
SHOWN_CHANGES = 100


@dataclass(frozen=True)
class FaultLine:
    sheet: str
    place: str
    heading: str
    value: str
    text: str


@dataclass(frozen=True)
class SheetLine:
    name: str
    kind: str
    slug: str
    created: int
    updated: int
    stated: int
    skipped: int
    faults: int
    offices: str


def waits_for_mapping(found: Import) -> bool:
    """Whether nothing is wrong but that somebody has to say how the sheets are read."""
    faults = found.outcome.get("faults", ())
    asked = found.state == ImportState.REFUSED and bool(found.outcome.get("asked"))
    return asked and bool(faults) and all(fault["code"] in ASKING for fault in faults)


def state_of(found: Import) -> tuple[str, str]:
    """(state of the badge, words)."""
    match found.state:
        case ImportState.APPLIED:
            return "ok", _("imported")
        case ImportState.READING | ImportState.APPLYING | ImportState.FAILED:
            return ("bad" if found.state == ImportState.FAILED else "info"), str(found.get_state_display())
        case ImportState.PREVIEWED:
            return "warn", _("to be confirmed")
        case ImportState.UNDONE:
            return "neutral", _("undone")
    if waits_for_mapping(found):
        return "warn", _("columns to be mapped")
    count = found.outcome.get("fault_count", 0)
    if count:
        return "bad", ngettext("%(count)s error", "%(count)s errors", count) % {"count": number(count)}
    return "neutral", _("discarded")


def summary(found: Import) -> str:
    """ "135 records · 42 figures", what is written or would be."""
    counts = found.outcome.get("counts", {})
    figures = counts.get("new", 0) + counts.get("replaced", 0) + counts.get("withdrawn", 0)
    parts = []
    if counts.get("created"):
        parts.append(ngettext("%(count)s record", "%(count)s records", counts["created"]) % _count(counts["created"]))
    if counts.get("updated"):
        words = ngettext("%(count)s record changed", "%(count)s records changed", counts["updated"])
        parts.append(words % _count(counts["updated"]))
    if figures:
        parts.append(ngettext("%(count)s figure", "%(count)s figures", figures) % _count(figures))
    return " · ".join(parts) or _("nothing new")


def _count(value: int) -> dict[str, str]:
    return {"count": number(value)}


def share(found: Import) -> str:
    """How much of the work is done, in percent: 99 at most while somebody is still at it."""
    return f"{min(99, 100 * found.done // found.total) if found.total else 0}%"


def doing(found: Import) -> str:
    rows = number(found.outcome.get("rows", 0))
    if found.claim is None:
        return _("Waiting for its turn: %(rows)s rows") % {"rows": rows}
    if found.state == ImportState.APPLYING:
        return _("Importing %(rows)s rows") % {"rows": rows}
    return _("Reading and checking %(rows)s rows") % {"rows": rows}


def part_page(found: Import, what: PartKind, asked: str) -> Page[int]:
    """The page of errors or warnings that was asked for; an unknown one is the nearest."""
    return Paginator(range(found.outcome.get(f"{what}_count", 0)), PER_PAGE).get_page(asked)


def converted_lines(outcome: dict[str, Any]) -> list[dict[str, Any]]:
    """What was turned into the Unicode that is stored, by sheet, with examples."""
    lines = []
    for line in outcome.get("converted", ()):
        words = ngettext("%(code)s → Unicode in %(count)s cell", "%(code)s → Unicode in %(count)s cells", line["count"])
        said = {"code": CODE_NAMES.get(line["code"], line["code"]), "count": number(line["count"])}
        examples = [{"place": place, "before": before, "after": after} for place, before, after in line["examples"]]
        lines.append({"sheet": line["sheet"], "words": words % said, "examples": examples})
    return lines


def fault_lines(faults: Iterable[Fault]) -> list[FaultLine]:
    lines = []
    for fault in faults:
        if fault.row and fault.column:
            place = _("cell %(cell)s") % {"cell": f"{fault.column}{fault.row}"}
        elif fault.row:
            place = _("row %(row)s") % {"row": fault.row}
        else:
            place = _("whole sheet") if fault.sheet else _("whole file")
        lines.append(FaultLine(fault.sheet, place, fault.heading, fault.value, fault.text))
    return lines


def sheet_lines(outcome: dict[str, Any]) -> list[SheetLine]:
    return [
        SheetLine(
            name=sheet["name"], kind=sheet.get("title") or BY_SLUG[sheet["layout"]].title,
            slug=sheet["kind"], created=sheet["created"], updated=sheet.get("updated", 0),
            stated=sheet["stated"], skipped=sheet["skipped"], faults=sheet["faults"],
            offices=", ".join(f"{_short(each['office'])}: {number(each['count'])}" for each in sheet["offices"]),
        )
        for sheet in outcome.get("sheets", ())
    ]  # fmt: skip


def _short(name: str) -> str:
    for common in ("Văn phòng Đoàn ĐBQH tỉnh ", "Văn phòng Đoàn ĐBQH thành phố ", "Văn phòng Đoàn ĐBQH "):
        name = name.removeprefix(common)
    return name


def _figure(value: int | None, known: bool = True) -> str:
    if not known:
        return ""
    return NONE_MARK if value is None else number(value)


def figure_lines(outcome: dict[str, Any]) -> list[dict[str, Any]]:
    """Each figure that the file writes or withdraws, in its order; those that stay as they are were only skipped."""
    return [
        {
            "office": _short(row["office"]), "name": row["name"], "change": CHANGES[row["change"]],
            "old": _said(row["old"]) if row["known"] else "",
            "new": "" if row["change"] == "withdrawn" else _said(row["value"]),
            "status": str(FigureStatus(row["status"]).label) if row["status"] else "",
        }
        for row in outcome.get("figures", ())
        if row["change"] != "same"
    ]  # fmt: skip


def _said(value: int | None) -> str:
    return _("none occurred") if value is None else number(value)


def change_lines(outcome: dict[str, Any]) -> list[dict[str, Any]]:
    """Figures that give way to the file, or are withdrawn: old → new. New and unchanged ones are only counted."""
    return [
        {
            "office": _short(row["office"]), "name": row["name"], "old": _figure(row["old"], row["known"]),
            "new": "" if row["change"] == "withdrawn" else _figure(row["value"]), "change": CHANGES[row["change"]],
            "estimated": row["status"] == FigureStatus.ESTIMATED,
        }
        for row in outcome.get("figures", ())
        if row["change"] in {"replaced", "withdrawn"}
    ]  # fmt: skip


def difference_lines(outcome: dict[str, Any]) -> list[dict[str, str]]:
    return [
        {
            "office": _short(row["office"]), "name": row["name"],
            "words": _("list %(counted)s · form %(stated)s")
            % {"counted": number(row["counted"]), "stated": number(row["stated"])},
        }
        for row in outcome.get("differences", ())
    ]  # fmt: skip


def update_lines(outcome: dict[str, Any]) -> list[dict[str, Any]]:
    """Records that our own workbook changes: where in the file, and each cell before and after."""
    return [
        {**row, "place": _("row %(row)s") % {"row": row["row"]}, "cells": _cells(row["shown"])}
        for row in outcome.get("updates", ())[:SHOWN_CHANGES]
    ]


def conflict_lines(outcome: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {**row, "place": _("row %(row)s") % {"row": row["row"]}, "cells": _cells(row["shown"])}
        for row in outcome.get("conflicts", ())
    ]


def _cells(shown: list[list[str]]) -> list[dict[str, str]]:
    return [{"heading": heading, "now": now, "said": said} for heading, now, said in shown]


def skipped_lines(outcome: dict[str, Any]) -> list[dict[str, Any]]:
    """Rows that are there already, counted by sheet; those that stand twice in the file, one by one."""
    rows = outcome.get("skipped", ())
    there = outcome.get("there") or Counter(row["sheet"] for row in rows if row["record"])
    lines = [
        {
            "sheet": sheet,
            "words": ngettext("%(count)s row is there already", "%(count)s rows are there already", count)
            % _count(count),
        }
        for sheet, count in there.items()
    ]
    twice = [row for row in rows if row["like"]][:SHOWN_SKIPPED]
    return lines + [
        {
            "sheet": row["sheet"],
            "words": _("row %(row)s repeats row %(like)s") % {"row": row["row"], "like": row["like"]},
        }
        for row in twice
    ]


def understood(layouts: Iterable[Layout] = LAYOUTS) -> list[tuple[str, str]]:
    """The kinds of tables, each with its headings."""
    return [
        (
            layout.title,
            "; ".join(
                column.heading for column in layout.columns if column.field and not column.rare
            ),
        )
        for layout in layouts
    ]  # fmt: skip
