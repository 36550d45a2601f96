"""The figures of a report, in groups as the catalogue has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from apps.activities.forms.stated import NOT_STATED
from apps.campaigns.scope import Scope
from apps.indicators.enums import FigureState
from apps.indicators.models import Indicator
from apps.indicators.sources import changes_by_the_day, source
from apps.offices.models import Office
from apps.reports.checks.catalogue import is_count
from apps.reports.checks.reading import Past
from apps.reports.content import Content, FigureLine, kept_line
from apps.reports.pages import places
from apps.reports.pages.objections import Item
from apps.reports.pages.questions import Asked
from apps.reports.pages.words import figure_text, state_of, status_words


@dataclass(frozen=True)
class Line:
    """One indicator. `look` is value, none or missing; `before` what was sent last, where that was something else;
    `past` the last periods of the same kind, oldest first: year and figure in words, empty where missing;
    `is_unjudged`: too few of them are known to say what is usual."""

    code: str
    name: str
    unit: str
    definition: str
    depth: int
    look: str
    text: str
    state: str
    status: str
    url: str = ""
    entry_url: str = ""
    files: int = 0
    files_url: str = ""
    before: str = ""
    is_changed: bool = False
    questions: tuple[Asked, ...] = ()
    past: tuple[tuple[str, str], ...] = ()
    is_unjudged: bool = False
    objections: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Group:
    slug: str
    title: str
    lines: tuple[Line, ...]

    def _count(self, look: str) -> int:
        return sum(1 for line in self.lines if line.look == look)

    @property
    def missing(self) -> int:
        return self._count("missing")

    @property
    def reported(self) -> int:
        return len(self.lines) - self.missing

    @property
    def needs_a_look(self) -> bool:
        """Unfolded from the start: something changed, is asked, or is objected to here."""
        return any(line.is_changed or line.questions or line.objections for line in self.lines)


@dataclass(frozen=True)
class Figures:
    groups: tuple[Group, ...]

    def _count(self, look: str) -> int:
        return sum(1 for group in self.groups for line in group.lines if line.look == look)

    @property
    def has_past(self) -> bool:
        return any(line.past for group in self.groups for line in group.lines)

    @property
    def values(self) -> int:
        return self._count("value")

    @property
    def nones(self) -> int:
        return self._count("none")

    @property
    def missing(self) -> int:
        return self._count("missing")


@dataclass(frozen=True)
class Around:
    """What stands beside the figures of the office's own page; a version as it was sent has nothing of it."""

    scope: Scope
    office: Office
    enters: bool = False
    before: Mapping[str, FigureLine] | None = None
    files: Mapping[int, int] = field(default_factory=dict)
    questions: Mapping[int, tuple[Asked, ...]] = field(default_factory=dict)
    past: Past | None = None
    objections: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)


def catalogue(scope: Scope) -> list[Indicator]:
    """What a report of the period may hold, in order. One query; what changes from day to day is in no report."""
    found = Indicator.objects.for_cluster(scope.cluster, scope.year)
    return [each for each in found if not changes_by_the_day(each)]


def look_of(line: FigureLine | None) -> str:
    if line is None:
        return "missing"
    return "none" if line.state == FigureState.NONE else "value"


def figures_of(indicators: Iterable[Indicator], content: Content, around: Around | None = None) -> Figures:
    """All indicators of the catalogue, in groups by what they count, in the order of the catalogue."""
    known = list(indicators)
    parents = {each.pk: each.parent_id for each in known}
    groups: dict[str, list[Line]] = {}
    titles: dict[str, str] = {}
    for each in known:
        slug = each.source or "stated"
        titles.setdefault(slug, capfirst(str(source(slug).label)) if each.source else _("Stated figures"))
        groups.setdefault(slug, []).append(_line(each, content.figures.get(each.code), _depth(each, parents), around))
    return Figures(tuple(Group(slug, titles[slug], tuple(lines)) for slug, lines in groups.items()))


def _depth(indicator: Indicator, parents: Mapping[int, int | None]) -> int:
    depth, above, seen = 0, indicator.parent_id, {indicator.pk}
    while above in parents and above is not None and above not in seen:
        seen.add(above)
        depth, above = depth + 1, parents[above]
    return min(depth, 2)


def _line(indicator: Indicator, line: FigureLine | None, depth: int, around: Around | None) -> Line:
    look = look_of(line)
    plain = Line(
        code=indicator.code, name=indicator.name, unit=indicator.unit, definition=indicator.definition, depth=depth,
        look=look, text=figure_text(indicator, line), state=state_of(line), status=status_words(line),
    )  # fmt: skip
    if around is None:
        return plain
    changed = around.before is not None and around.before.get(indicator.code) != line
    scope, office = around.scope, around.office
    files = around.files.get(indicator.pk, 0)
    states = around.enters and look == "missing" and indicator.aggregation not in NOT_STATED
    return Line(
        **vars(plain)
        | {
            "url": "" if line is None else places.figure_url(scope, indicator.code, office),
            "entry_url": places.stated_url(scope, indicator.code, office) if states else "",
            "files": files,
            "files_url": places.evidence_url(scope, indicator.code, office) if files else "",
            "is_changed": changed,
            "before": _before(indicator, around.before) if changed else "",
            "questions": around.questions.get(indicator.pk, ()),
            "past": _past(indicator, office, around.past),
            "is_unjudged": _is_unjudged(indicator, office, around.past),
            "objections": around.objections.get(indicator.code, ()),
        }
    )


def _past(indicator: Indicator, office: Office, past: Past | None) -> tuple[tuple[str, str], ...]:
    """Nothing where nothing is known of any of them."""
    found = past.of(office.pk, indicator.code) if past else ()
    if past is None or all(figure.is_missing for figure in found):
        return ()
    return tuple(
        (str(period.year), "" if figure.is_missing else figure_text(indicator, kept_line(figure)))
        for period, figure in zip(past.periods, found, strict=True)
    )


def _is_unjudged(indicator: Indicator, office: Office, past: Past | None) -> bool:
    return past is not None and is_count(indicator) and not past.is_enough(office.pk, indicator.code)


def _before(indicator: Indicator, before: Mapping[str, FigureLine] | None) -> str:
    line = (before or {}).get(indicator.code)
    words = figure_text(indicator, line)
    return f"{words} ({status_words(line)})" if status_words(line) else words
