"""What a record says in the words of the files: the inverse of `rows.Reader`. No queries beyond the row given."""

from __future__ import annotations

from datetime import date
from typing import Any

from apps.activities.enums import Kind, MeetingPhase
from apps.activities.imports.layouts import Column, Layout, Reads
from apps.activities.imports.owners import OWN, plain
from apps.activities.imports.roundtrip.marks import UNWRITTEN, key_of
from apps.activities.imports.setting import Setting
from apps.activities.imports.words import written
from apps.activities.models import Record
from apps.campaigns.models import AssemblySession
from apps.core.text import nfc
from apps.files.workbooks.book import Cell

DEFINED = Kind.DEFINED.value  # such columns name a value in the record's JSON
OUTSIDE_SESSIONS = "Ngoài kỳ họp"


def columns_out(layout: Layout) -> list[Column]:
    return [column for column in layout.columns if column.reads not in UNWRITTEN]


def stored(record: Record, column: Column) -> Any:
    part, dot, rest = column.field.rpartition(".")
    if part == DEFINED:
        found = record.defined.values.get(rest)
        return date.fromisoformat(found) if found and column.reads is Reads.DAY else found
    return getattr(getattr(record, part), rest) if dot else getattr(record, rest)


def _may_be_unknown(record: Record, column: Column) -> bool:
    """Where nobody knows, the cell is blank; a plain no has a word of its own."""
    if column.field.startswith(f"{DEFINED}."):
        return False
    return bool(record.detail._meta.get_field(column.field.rpartition(".")[2]).null)


def session_name(session: AssemblySession) -> str:
    return f"Kỳ họp bất thường lần thứ {session.number}" if session.is_extraordinary else f"Kỳ họp thứ {session.number}"


def _occasion(record: Record, column: Column) -> str:
    detail = getattr(record, column.field.rpartition(".")[0])
    if detail.session is None or detail.phase == MeetingPhase.OTHER:
        return OUTSIDE_SESSIONS
    return f"{'Trước' if detail.phase == MeetingPhase.BEFORE else 'Sau'} {session_name(detail.session)}"


def value_of(record: Record, column: Column, setting: Setting) -> str | int | date | None:
    """As the cell shall hold it; None or "" for a blank cell."""
    match column.reads:
        case Reads.OWNER:
            return owner_name(setting, record.office_id or OWN) or str(record.office)
        case Reads.HOST:
            return owner_name(setting, record.host_id) or record.host.name if record.host_id and record.host else None
        case Reads.PHASE:
            return _occasion(record, column)
        case Reads.CONFERENCE:
            return record.conference.title if record.conference else None
        case Reads.DRAFT:
            return str(stored(record, column).name)
    found = stored(record, column)
    match column.reads:
        case Reads.YES:
            return "Có" if found else "Không" if found is False and _may_be_unknown(record, column) else None
        case Reads.CHOICE:
            return (written(column.words, found) if column.words else str(found)) if found else None
        case Reads.TEXT:
            return nfc(found or "") or None
    return found if found is None or isinstance(found, int | date) else str(found)


def owner_name(setting: Setting, owner: int | None) -> str:
    """The short name of the period where it is nobody else's; "" for who is no owner in it."""
    if owner is not None and owner in setting.offices:
        short = str(getattr(setting.offices[owner], "short_name_then", "") or setting.offices[owner].short_name)
        if setting.owners.by_name.get(plain(short)) == {owner}:
            return short
    return next((each.name for each in setting.owners.owners if each.key == owner), "")


def cell_of(value: str | int | date | None) -> Cell | None:
    """As it will be read."""
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return Cell("d", value)
    return Cell("n", value) if isinstance(value, int) else Cell("s", nfc(value))


def keys_of(record: Record, layout: Layout, setting: Setting) -> list[tuple[str, str]]:
    """What each cell of the record's row says, in the order of the columns that go out."""
    return [key_of(cell_of(value_of(record, column, setting))) for column in columns_out(layout)]
