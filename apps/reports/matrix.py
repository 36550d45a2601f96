"""The matrix of answers, offices × indicators, as one reader may see it; and the same as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from apps.activities.grid.groups import MAIN, Group, groups
from apps.campaigns.enums import PeriodKind
from apps.campaigns.scope import Scope
from apps.core import words
from apps.core.heat import shades
from apps.core.workbook import Sheet
from apps.indicators.models import Indicator
from apps.offices.models import Office
from apps.reports.answers import Cell, Share
from apps.reports.completeness import Completeness, completeness
from apps.reports.enums import Answer
from apps.reports.expected import expected_offices

NOTHING = Share(0, 0)


@dataclass(frozen=True)
class Shown:
    """A cell on the page: what it says, where it opens or is entered, and why it counts as answered."""

    answer: Answer
    text: str
    said: str
    url: str
    number: int | None
    heat: str = ""

    @property
    def is_missing(self) -> bool:
        return self.answer == Answer.MISSING


@dataclass(frozen=True)
class Column:
    code: str
    label: str
    under: str
    unit: str
    title: str
    url: str
    share: str = ""
    is_complete: bool = False


@dataclass(frozen=True)
class Line:
    """`cells` is empty for an office whose answers the reader may not see yet."""

    label: str
    cells: list[Shown]
    share: Share = NOTHING
    prose: Share = NOTHING

    @property
    def is_hidden(self) -> bool:
        return not self.cells


@dataclass(frozen=True)
class Choice:
    """A group of indicators, and how many answers are missing in it among those that the reader sees."""

    group: Group
    missing: int


@dataclass(frozen=True)
class Matrix:
    """`whole` is the share over the offices that the reader sees; `sees_all`: these are all that are expected."""

    scope: Scope
    read: Completeness
    offices: tuple[Office, ...]
    seen: tuple[Office, ...]
    group: Group
    choices: tuple[Choice, ...]
    columns: list[Column]
    lines: list[Line]

    @property
    def sees_all(self) -> bool:
        return len(self.seen) == len(self.offices)

    @property
    def whole(self) -> Share:
        return self.read.answers.whole

    @property
    def headings(self) -> int:
        """How many of the indicators that are asked for stand for themselves; the others are parts of them."""
        return sum(not each.whole for each in self.read.answers.asked)

    @property
    def parts(self) -> int:
        return len(self.read.answers.asked) - self.headings

    @property
    def complete_offices(self) -> int:
        return sum(self.read.answers.of_office(office.pk).is_complete for office in self.seen)


def percent(share: Share) -> str:
    """Rounded down: what is not complete is never called 100%."""
    return words.percent(share.answered * 100 // share.expected) if share.expected else words.NONE_MARK


def in_numbers(share: Share) -> str:
    return f"{words.number(share.answered)}/{words.number(share.expected)}"


def matrix(scope: Scope, group: str = "") -> Matrix | None:
    """None where there is no such group. Only offices whose figures the reader may see are read at all."""
    offices = tuple(expected_offices(scope.period))
    seen = tuple(office for office in offices if office.pk in scope.readable_offices)
    read = completeness(scope.period, seen)
    found = groups(read.indicators)
    chosen = next((each for each in found if each.slug == (group or MAIN)), None)
    if chosen is None:
        return None
    lines = [
        Line(
            name_of(office), [_shown(scope, read, office, each) for each in chosen.indicators],
            read.answers.of_office(office.pk), read.prose_of(office.pk),
        ) if office in seen else Line(name_of(office), [])
        for office in offices
    ]  # fmt: skip
    sees_all = len(seen) == len(offices)
    return Matrix(
        scope=scope, read=read, offices=offices, seen=seen, group=chosen,
        choices=tuple(Choice(each, _missing(read, seen, each)) for each in found),
        columns=[_column(scope, read, each, tells=sees_all) for each in chosen.indicators], lines=_heated(lines),
    )  # fmt: skip


def name_of(office: Office) -> str:
    return str(getattr(office, "short_name_then", office.short_name))


def _missing(read: Completeness, seen: Iterable[Office], group: Group) -> int:
    codes = [each.code for each in group.indicators]
    return sum(read.answers.of_office(office.pk, codes).missing for office in seen)


def _column(scope: Scope, read: Completeness, indicator: Indicator, *, tells: bool) -> Column:
    share = read.answers.of_indicator(indicator.code)
    return Column(
        code=indicator.code, label=indicator.short_name, unit=indicator.unit,
        under=indicator.parent.short_name if indicator.parent else "",
        title=f"{indicator.name}: {indicator.definition}" if indicator.definition else indicator.name,
        url=_address(scope, "indicators:figure", indicator.code),
        share=in_numbers(share) if tells else "", is_complete=share.is_complete,
    )  # fmt: skip


def _shown(scope: Scope, read: Completeness, office: Office, indicator: Indicator) -> Shown:
    cell = read.answers.cell(office.pk, indicator.code)
    number = None if cell.answer in {Answer.MISSING, Answer.NONE} else cell.figure.number
    return Shown(cell.answer, _text(cell), _said(cell), _url(scope, office, indicator, cell), number)


def _text(cell: Cell) -> str:
    """ "1.200", "0", "–" for none, nothing for missing."""
    if cell.answer == Answer.MISSING:
        return ""
    return words.NONE_MARK if cell.answer == Answer.NONE else words.number(cell.figure.number)


def _said(cell: Cell) -> str:
    """What the sign means, in words."""
    label = str(cell.answer.label)
    return _("%(answer)s, as its whole") % {"answer": label} if cell.with_whole else label


def _url(scope: Scope, office: Office, indicator: Indicator, cell: Cell) -> str:
    """Counted: its records. Otherwise where it is entered, for whoever enters it; its trail for the others."""
    enters = office.pk in {each.pk for each in scope.enters_for} and scope.period.kind != PeriodKind.YEAR
    if enters and cell.figure.counted is None:
        return f"{_address(scope, 'activities:stated')}?office={office.code}#id_value_{indicator.code}"
    if cell.answer == Answer.MISSING or cell.with_whole:
        return ""
    return f"{_address(scope, 'indicators:figure', indicator.code)}?office={office.code}"


def _address(scope: Scope, name: str, *args: object) -> str:
    return reverse(name, args=[scope.cluster.code, scope.period.code, *args])


def _heated(lines: Sequence[Line]) -> list[Line]:
    """Each column from its least to its most; none and missing have no shade, 0 has the lightest."""
    seen = [line for line in lines if not line.is_hidden]
    columns = zip(*(line.cells for line in seen), strict=True)
    heats = [shades(cell.number for cell in column) for column in columns]
    rows = iter(zip(*heats, strict=True))
    return [
        line if line.is_hidden
        else replace(line, cells=[replace(cell, heat=heat) for cell, heat in zip(line.cells, next(rows), strict=True)])
        for line in lines
    ]  # fmt: skip


# Excel ---------------------------------------------------------------------------------------------------------------
def sheet(shown: Matrix) -> Sheet:
    """All indicators × the offices that the reader sees: numbers as numbers, “–” for none, nothing for missing."""
    read, offices = shown.read, shown.seen
    rows: list[list[Any]] = [
        [
            each.name, each.unit,
            *(_content(read.answers.cell(office.pk, each.code)) for office in offices),
            *([in_numbers(read.answers.of_indicator(each.code))] if shown.sees_all else []),
        ]
        for each in read.indicators
    ]  # fmt: skip
    shares = [read.answers.of_office(office.pk) for office in offices]
    rows.append([_("Answered of expected"), "", *(in_numbers(share) for share in shares)])
    rows.append([_("Completeness"), "%", *(percent(share) for share in shares)])
    rows.append([_("Expected sections with words"), "", *(in_numbers(read.prose_of(each.pk)) for each in offices)])
    scope = shown.scope
    legend = _("“–” none occurred; 0 was entered as 0; an empty cell has not been reported")
    return Sheet(
        name=_("Completeness"),
        title=_("Completeness of the offices' figures"),
        note=f"{scope.cluster.short_name} · {scope.period} · {legend}",
        headings=[
            _("Indicator"), _("Unit"), *(name_of(office) for office in offices),
            *([_("Offices that answered")] if shown.sees_all else []),
        ],
        rows=rows,
    )  # fmt: skip


def _content(cell: Cell) -> int | str | None:
    if cell.answer == Answer.MISSING:
        return None
    return words.NONE_MARK if cell.answer == Answer.NONE else cell.figure.number
