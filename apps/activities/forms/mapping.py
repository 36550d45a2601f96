"""How the columns of a foreign sheet are said: proposed from a guess or from what is remembered, sent back as fields.

Names of the fields: `c<number>` the field of a column (of a row, where the table lies on its side), `take` the
headings of the columns of values, `g-<field>` what holds for all rows, `w-<field>-<word>` our word for an unknown one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from apps.activities.imports import guessing, words
from apps.activities.imports.faults import Problem
from apps.activities.imports.finding import SIMILAR, layout_of
from apps.activities.imports.layouts import LAYOUTS, Column, Layout, Reads
from apps.activities.imports.owners import OWN, plain
from apps.activities.imports.recognition import heading_key
from apps.activities.imports.setting import Setting
from apps.activities.imports.understanding import (
    BY_GROUP,
    BY_TITLE,
    MONTH,
    YEAR,
    Place,
    Understanding,
    columns_of,
    headings_of,
    is_group,
    keyed,
    named_in,
    place_in,
)
from apps.files.workbooks.book import Sheet, letter

EXAMPLES = 3
Choices = list[tuple[str, str]]


@dataclass
class Draft:
    """A reading that somebody looks at. `new` are the headings that a remembered layout did not have."""

    sheet: Sheet
    setting: Setting
    understanding: Understanding
    place: Place
    layout: Layout
    new: frozenset[str] = frozenset()

    @property
    def headings(self) -> dict[int, str]:
        return headings_of(self.sheet, self.understanding, self.place)

    @property
    def first(self) -> int:
        return self.place.row + self.understanding.tiers


def _number(text: str, least: int, most: int, otherwise: int) -> int:
    return min(max(int(text), least), most) if text.isdecimal() and len(text) < 6 else otherwise


def draft_of(sample: Mapping[str, Any], sheet: Sheet, setting: Setting, asked: QueryDict) -> Draft:
    """What is remembered of the sheet, or a guess; or, where `asked` says so, rows of that kind with headings there."""
    layouts = setting.figures_and_lists
    known = Understanding.of(sample["understanding"]) if sample.get("understanding") else None
    place = place_in(sheet, known, share=SIMILAR) or place_in(sheet, known) if known else None
    layout = layout_of(known.layout, layouts) if known else None
    if known and place and layout and "layout" not in asked:
        guessed = _read_as(sheet, setting, layout, place, known.tiers, known.sideways)
        keys = keyed(headings_of(sheet, known, place)).values()
        new = frozenset(key for key in keys if key not in known.columns)
        columns = {key: known.columns.get(key, guessed.columns.get(key, "")) for key in keys}
        return Draft(sheet, setting, replace(known, columns=columns), place, layout, new)
    understanding, place = guessing.guess(sheet, layouts, setting.owners)
    if "layout" in asked:
        name, _dot, side = str(asked["layout"]).partition(":")
        sideways = side == "side"
        layout = layout_of(name, layouts) or layout_of(understanding.layout, layouts) or layouts[-1]
        row = _number(asked.get("row", ""), 1, max(len(sheet.rows), 1), place.row + 1) - 1
        column = _number(asked.get("column", ""), 1, 200, _text_column(sheet, row) + 1) - 1
        place = Place(row, column if sideways else 0)
        tiers = _number(asked.get("tiers", ""), 1, 3, 1)
        understanding = _read_as(sheet, setting, layout, place, tiers, sideways)
    found = layout_of(understanding.layout, layouts) or layouts[-1]
    return Draft(sheet, setting, _with_owner(understanding, sheet, place, found, setting), place, found)


def _text_column(sheet: Sheet, row: int) -> int:
    """Of the columns below a row the one with the most words: there the indicators stand."""
    counts: dict[int, int] = {}
    for cells in sheet.rows[row + 1 :]:
        for column, cell in cells.items():
            if cell.kind == "s" and len(cell.text) > 8:
                counts[column] = counts.get(column, 0) + 1
    return max(counts, key=lambda column: counts[column], default=0)


def _read_as(
    sheet: Sheet, setting: Setting, layout: Layout, place: Place, tiers: int, sideways: bool
) -> Understanding:  # fmt: skip
    if sideways:
        return guessing.side_understanding(sheet, place, layout, setting.owners)
    return guessing.flat_understanding(sheet, place, tiers, layout, setting.owners)


def _with_owner(understanding: Understanding, sheet: Sheet, place: Place, layout: Layout, setting: Setting) -> Any:
    """Whose the rows are, where no column says it: the title's office, or the only one that the person enters for."""
    if "owner" in understanding.columns.values() or "owner" not in columns_of(layout):
        return understanding
    if understanding.sideways:
        names = dict(sheet.texts(place.row))
        taken = [text for text in names.values() if heading_key(text) in understanding.takes]
        if taken and all(named_in([text], setting.owners) is not None for text in taken):
            return understanding
    lines = [text for row in range(place.row) for _column, text in sheet.texts(row)]
    mine = [key for key in setting.offices if setting.may_enter(key, setting.period.ends_on)]
    said = BY_TITLE if named_in(lines, setting.owners) is not None else str(mine[0]) if len(mine) == 1 else ""
    return replace(understanding, given={**understanding.given, **({"owner": said} if said else {})})


# Sent back -----------------------------------------------------------------------------------------------------------
def sent(draft: Draft, data: QueryDict, distinct: Mapping[str, list[str]]) -> Draft:
    """The draft as it was filled in; what is not among the choices is as if it had not been sent."""
    known = columns_of(draft.layout)
    fields = {"", *known, MONTH, YEAR}
    columns = {}
    for number, key in keyed(draft.headings).items():
        chosen = data.get(f"c{number}", draft.understanding.columns.get(key, ""))
        columns[key] = chosen if chosen in fields else ""
    given = {}
    for name, choices in given_choices(draft):
        value = data.get(f"g-{name}", "")
        if value and name not in columns.values() and value in dict(choices):
            given[name] = value
    takes = tuple(data.getlist("take")) if draft.understanding.sideways else ()
    changed = replace(draft.understanding, columns=columns, given=given, takes=takes)
    draft = replace(draft, understanding=changed)
    found: dict[str, dict[str, str]] = {name: dict(said) for name, said in changed.words.items()}
    for column, unknown in unknown_words(draft, distinct):
        allowed = dict(word_choices(column, draft.setting))
        for word in unknown:
            value = data.get(word_field(column.field, word), "")
            if value and value in allowed:
                found.setdefault(column.field, {})[plain(word)] = value
    return replace(draft, understanding=replace(changed, words=found))


def word_field(field: str, word: str) -> str:
    return f"w-{field}-{plain(word).replace(' ', '_')}"


def problems(draft: Draft, data: QueryDict, distinct: Mapping[str, list[str]]) -> Iterator[str]:
    """What still has to be said before the sheet can be read."""
    uses = [use for use in draft.understanding.columns.values() if use]
    given = draft.understanding.given
    known = columns_of(draft.layout)
    for use in sorted({use for use in uses if uses.count(use) > 1}):
        label = known[use].heading if use in known else dict(day_parts())[use]
        yield _("Two columns are “%(field)s”. Leave one of them out.") % {"field": label}
    side_owner = draft.understanding.sideways and not given.get("owner")
    for name, column in known.items():
        if column.filled and name not in uses and name not in given and not (name == "owner" and side_owner):
            yield _("No column is “%(field)s”. Choose it, or say below what holds for all rows.") % {
                "field": column.heading
            }
    if draft.understanding.sideways and not draft.understanding.takes:
        yield _("Tick the column in which the figures stand.")
    if draft.layout.states_figures and not any(known[use].reads is Reads.FIGURE for use in uses if use in known):
        yield _("No figure was chosen: say of at least one line which indicator it is.")
    for column, unknown in unknown_words(draft, distinct):
        if any(word_field(column.field, word) not in data for word in unknown):
            yield _("The column “%(field)s” has words that are not known. Say below what they mean.") % {
                "field": column.heading
            }


# Choices -------------------------------------------------------------------------------------------------------------
def day_parts() -> Choices:
    return [(MONTH, _("the month of the day")), (YEAR, _("the year of the day"))]


def field_choices(draft: Draft) -> Choices:
    found = [("", _("– leave out –"))]
    for name, column in columns_of(draft.layout).items():
        found.append((name, f"{column.heading} *" if column.filled else column.heading))
        if name == "starts_on":
            found += day_parts()
    return found


def given_choices(draft: Draft) -> Iterator[tuple[str, Choices]]:
    """What can hold for all rows: the office, and each choice that has to be filled."""
    for name, column in columns_of(draft.layout).items():
        if column.filled and column.reads in {Reads.OWNER, Reads.CHOICE, Reads.PHASE}:
            choices = word_choices(column, draft.setting)
            if column.reads is Reads.OWNER:
                choices = [(BY_TITLE, _("the office that the title names")), *choices]
                if not draft.layout.states_figures:
                    choices.insert(1, (BY_GROUP, _("the office in the heading of each group of rows")))
            yield name, choices


def word_choices(column: Column, setting: Setting) -> Choices:
    match column.reads:
        case Reads.OWNER | Reads.HOST:
            keys = [owner for owner in setting.owners.owners if setting.may_enter(owner.key, setting.period.ends_on)]
            return [(str(owner.key), owner.name) for owner in keys if owner.key != OWN or column.field == "owner"]
        case Reads.PHASE:
            return [("before", "Trước kỳ họp"), ("after", "Sau kỳ họp"), ("other", "Ngoài kỳ họp")]
        case _:
            return [(str(value), spellings[0]) for value, spellings in words.CHOICES[column.words].items()]


def unknown_words(draft: Draft, distinct: Mapping[str, list[str]]) -> Iterator[tuple[Column, list[str]]]:
    """The words of each column of choices that we do not know; without `distinct` those of the rows that were kept."""
    known = columns_of(draft.layout)
    if draft.understanding.sideways:
        return
    for number, key in keyed(draft.headings).items():
        column = known.get(draft.understanding.columns.get(key, ""))
        if column is None or column.reads not in {Reads.OWNER, Reads.CHOICE, Reads.PHASE}:
            continue
        rows = [row for row in draft.sheet.rows[draft.first :] if number in row and not is_group(row)]
        texts = {row[number].text for row in rows if row[number].kind == "s"}
        heads = {text for row in range(draft.first) for at, text in draft.sheet.texts(row) if at == number}
        texts |= set(distinct.get(str(number), ())) - heads
        unknown = sorted(text for text in texts if not _is_known(column, text, draft.setting))
        if unknown:
            yield column, unknown


def _is_known(column: Column, text: str, setting: Setting) -> bool:
    try:
        match column.reads:
            case Reads.OWNER:
                setting.owners.find(text)
            case Reads.PHASE:
                words.phase(text)
            case _:
                words.choice(column.words, text)
    except Problem as problem:
        return problem.code in {"unknown_session", "unknown_extraordinary"}
    return True


def guessed_word(column: Column, text: str) -> str:
    if column.reads is Reads.CHOICE:
        return guessing.near_words(column.words, text)
    if column.reads is Reads.PHASE:
        folded = plain(text)
        return "before" if folded.startswith("truoc") else "after" if folded.startswith("sau") else ""
    return ""


def titles() -> Choices:
    return [(layout.slug, layout.title) for layout in LAYOUTS]


def place_name(draft: Draft, number: int) -> str:
    return _("row %(row)s") % {"row": number + 1} if draft.understanding.sideways else letter(number)
