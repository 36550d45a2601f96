"""What is wrong with a workbook, named by sheet, row, column and value. Kept as data; the words are chosen on showing."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

LIST_OF_ERRORS = "Lỗi cần sửa"  # the sheet that we put first into a file with errors; it is nobody's data

# Errors: with any of them nothing is written.
ERRORS = {
    "nothing_known": _("No sheet was recognised. Expected the headings of one of: %(expected)s."),
    "missing_column": _("The column “%(column)s” is missing. Columns found: %(found)s."),
    "missing_column_near": _("The column “%(column)s” is missing. Did you mean “%(near)s” to be it?"),
    "wrong_period": _("The form is for %(found)s, but the period chosen is %(period)s. Choose that period, or correct the title."),
    "owner_asked": _("The file does not name its office. Say below which office these figures are of."),
    "mapping_changed": _("This layout was known, and has changed: say below what the new columns are: %(new)s."),
    "blank": _("The cell is blank; expected %(expected)s."),
    "formula": _("The formula has no stored value. Open the file in Excel, save it, and choose it again."),
    "error_cell": _("The cell shows an error; expected %(expected)s."),
    "not_a_number": _("Expected a whole number, for example 1.200, or “-” for none."),
    "fraction": _("Expected a whole number. Write thousands with a dot: 1.200."),
    "negative": _("A count cannot be negative; expected 0 or more."),
    "too_big": _("Expected at most %(limit)s."),
    "too_long": _("Expected at most %(limit)s characters."),
    "not_a_day": _("Expected a real day as dd/MM/yyyy, for example 30/06/2019."),
    "not_a_text": _("Expected words."),
    "unknown_office": _("No member office of this period has that name. Expected one of: %(allowed)s."),
    "unknown_office_near": _("No member office of this period has that name. Did you mean %(near)s?"),
    "foreign_office": _("You enter only for %(own)s. Leave out the rows of other offices."),
    "foreign_year": _("The row counts in %(year)s, a year for which you do not enter. Is the day right?"),
    "foreign_cluster": _("Only the cluster's secretariat enters what the cluster itself did."),
    "unknown_word": _("Expected one of: %(allowed)s."),
    "unknown_conference": _("The cluster has no conference of that title. Expected one of: %(allowed)s."),
    "no_conference": _("The cluster's calendar has no conference yet. Add it there first."),
    "unknown_phase": _("Expected “Trước Kỳ họp thứ …” or “Sau Kỳ họp thứ …” with the number of the session; for an extraordinary one “Trước Kỳ họp bất thường lần thứ …”."),
    "unknown_session": _("Session %(number)s of the term in force on that day is not in the calendar. Add it there first."),
    "unknown_extraordinary": _("Extraordinary Session %(number)s of the term in force on that day is not in the calendar. Add it there first."),
    "levels_exceed": _("Opinions by level add up to %(sum)s, more than the %(total)s opinions of the meeting."),
    "answered_exceed": _("More were answered in writing than the %(total)s forwarded to the province."),
    "ends_before": _("Expected %(day)s, the first day, or later."),
    "more_answered": _("More recommendations were answered than the %(total)s made."),
    "sum_differs": _("The parts of the row add up to %(sum)s."),
    "class_exceeds": _("A class holds at most the %(total)s petitions received in all."),
    "merged_exceed": _("More duplicates than the %(total)s opinions gathered."),
    "answers_exceed": _("The answers add up to %(sum)s, more than the %(total)s opinions sent."),
    "passed_on": _("Complaints and denunciations passed on as petitions are answered there. Leave the answer and its term empty."),
    "overlap": _("Already stated for %(span)s, which overlaps this period. Withdraw that figure first."),
    "stated_twice": _("Row %(other)s states another value for the same office."),
    "other_make": _("The workbook was made by another version of the program. Download it anew and copy your changes into it."),
    "other_cluster": _("The workbook was made for another cluster than %(cluster)s."),
    "other_book_period": _("The workbook was made for %(found)s, but the period chosen is %(period)s. Choose that period."),
    "other_office": _("The workbook was made for another office. You enter only for %(own)s."),
    "all_offices": _("The workbook was made for all offices. You enter only for %(own)s: download your own."),
    "other_columns": _("The sheet has other columns now. Download the workbook anew and copy your changes into it."),
    "no_ids": _("The hidden columns of the sheet are gone, so its rows are not known again. Download the workbook anew."),
    "unknown_record": _("The row's hidden number names no record of this sheet that you may change. Copy its cells into a blank row to enter it as new."),
    "copied_id": _("The row is a copy of row %(other)s with its hidden number. Copy only the cells, into a blank row."),
    "deleted_record": _("The record has been deleted meanwhile. Restore it first, or clear the row."),
    "owner_moved": _("A record stays with its office. Delete it there and enter it in a blank row instead."),
    "unknown_line": _("The row names no figure that you may state. Put the value beside its own office and indicator."),
}  # fmt: skip

# Warnings: to be looked at; they stop nothing.
WARNINGS = {
    "unknown_sheet": _("The sheet was not recognised and is left out. Expected the headings of one of: %(expected)s."),
    "group_row": _("The row looks like the heading of a group and is left out."),
    "layout_changed": _("The layout is remembered as “%(name)s”; these columns are no longer in it: %(lost)s."),
    "empty_sheet": _("The sheet is empty."),
    "no_rows": _("The sheet has headings but no rows."),
    "hidden_sheet": _("The sheet is hidden and is left out."),
    "missing_optional": _("The column “%(column)s” is missing; nothing is entered for it."),
    "unknown_column": _("The column is not known and is left out."),
    "total_differs": _("The total row says %(stated)s, the rows add up to %(sum)s."),
    "total_unchecked": _("The row looks like a subtotal and is left out."),
    "footer": _("The row looks like a note or a signature and is left out."),
    "outside_period": _("The day is outside %(period)s; the row counts in %(other)s."),
    "outside_all": _("The day is outside %(period)s, and no period of the cluster holds it."),
    "other_period": _("The sheet's title names %(found)s, but the period chosen is %(period)s."),
    "parts_exceed": _("The parts add up to %(sum)s, more than the total %(total)s."),
    "registered_exceed": _("More people are registered than the %(total)s counted."),
    "emptied_row": _("The row was emptied; the record stays. To delete it, open it in the program."),
    "deleted_untouched": _("The record has been deleted meanwhile; the row is left out."),
    "closed": _(
        "The figures of %(office)s for %(period)s have been closed since %(day)s: not entered. Ask for an extension."
    ),
    "nearly_there": _("Record %(record)s of the same office and day differs only in: %(columns)s."),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """`row` counts as Excel does, 0 for the whole sheet; `column` is the letter; `value` what stands in the cell."""

    code: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    heading: str = ""
    value: str = ""
    params: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        words = ERRORS.get(self.code) or WARNINGS[self.code]
        return str(words) % self.params

    def data(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of(cls, data: dict[str, Any]) -> Fault:
        return cls(**data)

    def packed(self) -> list[Any]:
        """The same without the names of the fields, for many."""
        return [self.code, self.sheet, self.row, self.column, self.heading, self.value, self.params]

    @classmethod
    def unpacked(cls, line: list[Any]) -> Fault:
        return cls(*line)


class Problem(Exception):  # noqa: N818
    """A single cell cannot be read: the code and its parameters; where it stands is added by the caller."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
