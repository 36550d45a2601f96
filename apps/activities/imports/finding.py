"""The table of a sheet: as it was mapped for this import, as its layout is remembered, or as ours are recognised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from apps.activities.imports.faults import Fault
from apps.activities.imports.layouts import Layout
from apps.activities.imports.owners import OWN
from apps.activities.imports.recognition import Table, find_table, heading_faults
from apps.activities.imports.setting import Setting
from apps.activities.imports.understanding import (
    BY_TITLE,
    Place,
    Understanding,
    headings_of,
    keyed,
    owner_is_given,
    place_in,
    signature,
    table_of,
)
from apps.files.workbooks.book import Sheet

SIMILAR = 0.6  # of the headings: the same layout, changed


@dataclass
class Found:
    """`why` a person is asked how the sheet is read: "unknown", "missing", "changed", "owner"; `understanding` is what
    is known of it, `name` what it is remembered as."""

    table: Table | None = None
    understanding: Understanding | None = None
    why: str = ""
    name: str = ""
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)

    @property
    def data(self) -> dict[str, Any]:
        return self.understanding.data() if self.understanding else {}


def layout_of(slug: str, layouts: Sequence[Layout]) -> Layout | None:
    return next((layout for layout in layouts if layout.slug == slug), None)


def _table(sheet: Sheet, understanding: Understanding, place: Place, setting: Setting) -> Table | None:
    layout = layout_of(understanding.layout, setting.figures_and_lists)
    if layout is None:
        return None
    return table_of(sheet, understanding, place, layout, setting.owners, setting.period.starts_on.year)


def find(sheet: Sheet, setting: Setting) -> Found:
    said = setting.options.get("mapped")
    if isinstance(said, dict) and isinstance(said.get(sheet.name), dict):
        understanding = Understanding.of(said[sheet.name])
        place = place_in(sheet, understanding) or place_in(sheet, understanding, share=SIMILAR)
        table = _table(sheet, understanding, place, setting) if place else None
        if table is not None:
            return Found(table, understanding)
    if (remembered := _remembered(sheet, setting)) is not None:
        return remembered
    table = find_table(sheet, setting.layouts)
    lacking = table is None or any(fault.code.startswith("missing_column") for fault in heading_faults(table))
    if lacking and (changed := _changed(sheet, setting)) is not None:
        return changed
    if table is None:
        return Found(why="unknown")
    return Found(table, why="missing" if lacking else "")


def _remembered(sheet: Sheet, setting: Setting) -> Found | None:
    """A layout all of whose headings are known; one's own office's before the cluster's."""
    for name, understanding in setting.remembered:
        place = place_in(sheet, understanding)
        table = _table(sheet, understanding, place, setting) if place else None
        if place is None or table is None:
            continue
        found = Found(table, understanding, name=name)
        keys = set(keyed(headings_of(sheet, understanding, place)).values())
        lost = [key for key, use in understanding.columns.items() if use and key not in keys]
        if lost and not understanding.sideways and signature(keys) != understanding.signature:
            params = {"name": name, "lost": ", ".join(f"“{key}”" for key in lost)}
            found.warnings.append(Fault("layout_changed", sheet.name, params=params))
        if owner_is_given(understanding) and setting.enters_for_many:
            _ask_for_the_owner(found, sheet, setting)
        return found
    return None


def _ask_for_the_owner(found: Found, sheet: Sheet, setting: Setting) -> None:
    """Whoever enters for several offices may bring the same form of another one: its title tells, or the person."""
    assert found.understanding is not None
    assert found.table is not None
    titled = Understanding.of(found.understanding.data() | {"given": found.understanding.given | {"owner": BY_TITLE}})
    place = place_in(sheet, titled)
    table = _table(sheet, titled, place, setting) if place else None
    if table is not None and table.given.get("owner", OWN) != OWN:
        found.table, found.understanding = table, titled
    else:
        found.table, found.why = None, "owner"
        found.faults.append(Fault("owner_asked", sheet.name))


def _changed(sheet: Sheet, setting: Setting) -> Found | None:
    for name, understanding in setting.remembered:
        place = place_in(sheet, understanding, share=SIMILAR)
        if place is None:
            continue
        printed = headings_of(sheet, understanding, place)
        new = [printed[number] for number, key in keyed(printed).items() if key not in understanding.columns]
        fault = Fault("mapping_changed", sheet.name, params={"new": ", ".join(f"“{each}”" for each in new)})
        return Found(None, understanding, "changed", name, faults=[fault])
    return None
