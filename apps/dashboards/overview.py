"""What the dashboard of a period says to one reader: tiles, chart, what waits, the table of offices."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.campaigns.models import AssemblySession
from apps.campaigns.scope import Scope
from apps.core import words
from apps.core.charts import Bar, stacked_bars
from apps.dashboards.addresses import figure_url, stated_url
from apps.dashboards.cells import Cell, Look, Reading, heated, status_words, written
from apps.dashboards.own import OwnTable, own_table
from apps.dashboards.pledged import PledgeBlock, PledgeCell, block_of, cells_of, pledged_in
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.indicators.reading import OWN_LINE, Figure, Window, figures
from apps.pledges.glance import Pledged
from apps.summaries.models import Summary

COLUMNS = (
    "supervisions", "voter_meetings", "law_consultations", "opinions", "reception_visits", "registration_rate",
)  # fmt: skip
FURTHER = (
    "supervisions_thematic", "voter_meetings_before", "voter_meetings_after", "opinions_province", "opinions_answered",
    "draft_laws", "gifts", "gift_value",
)  # fmt: skip


@dataclass(frozen=True)
class Tile:
    label: str
    value: str
    note: str
    note_state: str
    url: str


@dataclass(frozen=True)
class Notice:
    """Something that waits: what, about whom, in which state."""

    text: str
    state: str
    badge: str
    note: str
    url: str


@dataclass(frozen=True)
class OfficeLine:
    label: str
    cells: list[Cell]
    remark: str = ""
    remark_state: str = ""
    is_own_line: bool = False
    pledge: PledgeCell | None = None

    @property
    def is_hidden(self) -> bool:
        return all(cell.look == Look.HIDDEN for cell in self.cells)


@dataclass(frozen=True)
class Overview:
    tiles: list[Tile]
    chart: SafeString
    chart_legend: list[tuple[str, str]]
    notices: list[Notice]
    columns: list[tuple[str, str]]
    lines: list[OfficeLine]
    total: OfficeLine
    own: OwnTable | None
    pledges: PledgeBlock | None
    has_hidden: bool
    is_empty: bool

    @property
    def has_pledges(self) -> bool:
        """Whether a pledge held, so that each office has a cell for it."""
        return any(line.pledge for line in self.lines)

    @property
    def width(self) -> int:
        """Columns after the office's name."""
        return len(self.columns) + 1 + self.has_pledges


def read(scope: Scope, codes: tuple[str, ...] | None = None, promised: Pledged | None = None) -> Reading:
    """One call of `figures` answers the page; the same period of the year before comes along as a second window, and
    what was promised with the days that count for it. The cluster's own indicators come with every choice of codes."""
    indicators = Indicator.objects.for_cluster(scope.cluster, scope.year)
    wanted = list(indicators.filter(Q(code__in=codes) | Q(cluster=scope.cluster)) if codes else indicators)
    windows = [scope.window]
    if scope.previous:
        windows.append(Window(scope.previous.starts_on, scope.previous.ends_on))
    asked = {indicator.code: indicator for indicator in wanted}
    if promised is not None:
        windows += [window for window in promised.windows if window not in windows]
        asked = {each.code: each for each in promised.indicators} | asked
    found = figures(asked.values(), cluster=scope.cluster, offices=scope.member_ids, windows=windows)
    return Reading(scope, found, {indicator.code: indicator for indicator in wanted})


def overview(scope: Scope) -> Overview:
    promised = pledged_in(scope)
    reading = read(scope, COLUMNS + FURTHER, promised)
    lines = _lines(reading, cells_of(scope, promised, reading.figures) if promised else {})
    chart, legend = _chart(reading)
    return Overview(
        tiles=_tiles(reading),
        chart=chart,
        chart_legend=legend,
        notices=_notices(reading),
        columns=[(code, reading.indicators[code].short_name) for code in COLUMNS],
        lines=lines,
        total=OfficeLine(_("The whole cluster"), [reading.total(code) for code in COLUMNS]),
        own=own_table(reading),
        pledges=block_of(scope, promised, reading.figures) if promised else None,
        has_hidden=bool(reading.hidden),
        is_empty=all(reading.figures.total(code).is_missing for code in reading.indicators),
    )


# Tiles ---------------------------------------------------------------------------------------------------------------
def comparison(indicator: Indicator, reading: Reading) -> tuple[str, str]:
    """“+12 so với cùng kỳ (16,2%)” and its direction; nothing where the year before has no such figure."""
    found, same = reading.figures, reading.scope.previous
    if same is None:
        return "", "none"
    now, before = found.total(indicator.code), found.total(indicator.code, Window(same.starts_on, same.ends_on))
    if now.is_missing or before.is_missing:
        return "", "none"
    if indicator.aggregation == Aggregation.RATIO:
        return _("the same period of the year before: %(value)s") % {"value": written(indicator, before)}, "none"
    change = now.number - before.number
    if not change:
        return _("as many as in the same period of the year before"), "none"
    sign = "+" if change > 0 else "−"
    text = _("%(change)s on the same period of the year before") % {"change": f"{sign}{words.number(abs(change))}"}
    if before.number:
        text += f" ({words.percent(abs(change) * 100 / before.number)})"
    return text, "up" if change > 0 else "down"


def _tile(reading: Reading, code: str, note: str) -> Tile:
    indicator, figure = reading.indicators[code], reading.figures.total(code)
    text, state = comparison(indicator, reading)
    said = text or note
    some = 0 < len(figure.missing) < len(reading.figures.offices)
    if some and (reported := _reported(reading, code)) != said:
        said = f"{said} · {reported}" if said else reported  # a rate of those who reported is not the cluster's yet
    if status := status_words(figure):
        said = f"{said} · {status}" if said else status
    value = written(indicator, figure) or _("not reported")
    return Tile(indicator.name, value, said, state, figure_url(reading.scope, code))


def _reported(reading: Reading, code: str) -> str:
    figure, members = reading.figures.total(code), len(reading.figures.offices)
    if figure.is_missing:
        return ""
    return _("%(reported)s of %(all)s offices") % {"reported": members - len(figure.missing), "all": members}


def _tiles(reading: Reading) -> list[Tile]:
    def number(code: str) -> str:
        return words.number(reading.figures.total(code).number)

    def known(code: str) -> bool:
        return not reading.figures.total(code).is_missing

    phases = ""
    if known("voter_meetings_before") and known("voter_meetings_after"):
        phases = _("%(before)s before, %(after)s after the session") % {
            "before": number("voter_meetings_before"), "after": number("voter_meetings_after"),
        }  # fmt: skip
    answered = ""
    if known("opinions_province") and known("opinions_answered"):
        answered = _("the provinces answered %(answered)s of %(forwarded)s") % {
            "answered": number("opinions_answered"), "forwarded": number("opinions_province"),
        }  # fmt: skip
    rate = reading.figures.total("registration_rate")
    people = ""
    if rate.denominator:
        people = _("%(registered)s of %(all)s people") % {
            "registered": words.number(rate.numerator or 0), "all": words.number(rate.denominator),
        }  # fmt: skip
    tiles = [
        _tile(reading, "supervisions", _reported(reading, "supervisions")),
        _tile(reading, "voter_meetings", phases or _reported(reading, "voter_meetings")),
        _tile(reading, "opinions", answered or _reported(reading, "opinions")),
        _tile(reading, "registration_rate", people),
    ]
    if reading.figures.total("gifts").number:
        value = reading.figures.total("gift_value").number
        tiles.append(_tile(reading, "gifts", words.dong(value) if value else ""))
    else:
        consulted = reading.figures.total("law_consultations").number
        times = _("consulted on %(times)s times") % {"times": words.number(consulted)} if consulted else ""
        tiles.append(_tile(reading, "draft_laws", times))
    return tiles


# Chart ---------------------------------------------------------------------------------------------------------------
def _phases(total: Figure, before: Figure, after: Figure) -> tuple[int | None, int | None, int | None]:
    """Before, after, and what is not known to be either. All None where nothing was reported."""
    if total.is_missing:
        return None, None, None
    return before.number, after.number, max(0, total.number - before.number - after.number)


def _chart(reading: Reading) -> tuple[SafeString, list[tuple[str, str]]]:
    codes = ("voter_meetings", "voter_meetings_before", "voter_meetings_after")
    found = reading.figures
    names = {office.pk: office.short_name_then for office in reading.scope.members}  # type: ignore[attr-defined]
    rows = [
        (names[owner], _phases(*(found.of(code, owner) for code in codes)))
        for owner in found.offices
        if reading.may_see(owner)
    ]
    if not found.of("voter_meetings", OWN_LINE).is_missing:
        rows.append((_("The cluster's own activities"), _phases(*(found.of(code, OWN_LINE) for code in codes))))
    if reading.hidden:
        rows.append((others(len(reading.hidden)), _phases(*(reading.rest(code) for code in codes))))
    session = _session(reading.scope)
    series = [_("before %(session)s") % {"session": session}, _("after %(session)s") % {"session": session}]
    unsorted = any(values[2] for _label, values in rows)
    if unsorted:
        series.append(_("not tied to a session"))
    chart = stacked_bars(
        title=_("Voter meetings by office"),
        bars=[Bar(label=label, values=values[: len(series)]) for label, values in rows],
        series=series,
    )
    return chart, [(f"data-{place}", name) for place, name in enumerate(series, start=1)]


def others(count: int) -> str:
    return ngettext("%(count)s other office", "%(count)s other offices", count) % {"count": words.padded(count)}


def _session(scope: Scope) -> str:
    """The session around which the period's meetings were held, where it was exactly one."""
    window = scope.window
    inside = AssemblySession.objects.filter(opens_on__lte=window.ends_on, closes_on__gte=window.starts_on)
    found = list(inside.order_by("opens_on")[:2])
    return found[0].name if len(found) == 1 else _("the session")


# What waits ----------------------------------------------------------------------------------------------------------
def difference_words(figure: Figure) -> str:
    return _("form %(stated)s · list %(counted)s") % {
        "stated": words.number(figure.stated or 0), "counted": words.number(figure.number),
    }  # fmt: skip


def _notices(reading: Reading) -> list[Notice]:
    return [*_differences(reading), *_unreported(reading), *_papers(reading.scope)]


def _papers(scope: Scope) -> list[Notice]:
    """How far the cluster's reports are, as far as the reader may know of them."""
    here = [scope.cluster.code, scope.period.code]
    seen = list(Summary.objects.visible_to(scope.user).filter(period=scope.period).defer("content"))
    notices = []
    for summary in seen:
        state, badge = ("ok", _("published")) if summary.is_published else ("info", _("draft"))
        when = summary.published_at or summary.built_at
        if when is None:
            state, badge = "neutral", _("not built yet")
        notices.append(
            Notice(
                text=capfirst(str(summary.get_paper_display())),
                state=state,
                badge=badge,
                note=words.moment(when) if when else "",
                url=reverse("summaries:paper", args=[*here, summary.paper]),
            )
        )
    if not seen and scope.is_secretariat:
        url = reverse("summaries:list", args=here)
        notices.append(Notice(_("The cluster's report of this period"), "warn", _("not built yet"), "", url))
    return notices


def _differences(reading: Reading) -> list[Notice]:
    found, notices = reading.figures, []
    names = {office.pk: office.short_name_then for office in reading.scope.members}  # type: ignore[attr-defined]
    for owner in found.offices:
        if not reading.may_see(owner):
            continue
        for code in (*COLUMNS, *FURTHER):
            figure = found.of(code, owner)
            if figure.difference is not None:
                notices.append(
                    Notice(
                        text=_("Figures of %(office)s differ") % {"office": names[owner]},
                        state="info",
                        badge=difference_words(figure),
                        note=reading.indicators[code].name,
                        url=figure_url(reading.scope, code, owner),
                    )
                )
    return notices


def _unreported(reading: Reading) -> list[Notice]:
    """Indicators that some offices have not reported. Names are said only of offices that the reader may see."""
    names = {office.pk: office.short_name_then for office in reading.scope.members}  # type: ignore[attr-defined]
    notices = []
    for code in COLUMNS:
        missing = reading.figures.total(code).missing
        if not missing:
            continue
        name = reading.indicators[code].name
        if len(missing) == len(reading.figures.offices):
            text, note = _("%(indicator)s: no office has reported yet") % {"indicator": name}, ""
        else:
            offices = ngettext("%(count)s office", "%(count)s offices", len(missing))
            offices %= {"count": words.padded(len(missing))}
            text = _("%(indicator)s: %(offices)s not reported yet") % {"indicator": name, "offices": offices}
            seen = [names[owner] for owner in missing if reading.may_see(owner)]
            unseen = len(missing) - len(seen)
            note = ", ".join([*seen, *([others(unseen)] if unseen else [])])
        notices.append(Notice(text, "bad", _("missing"), note, _place_of(reading, code, missing)))
    return notices


def _place_of(reading: Reading, code: str, missing: Collection[int]) -> str:
    """Where the reader may state what is missing, for the first office in the cluster's order; otherwise the figure.

    A rate is stated by its two sides.
    """
    indicator = reading.indicators[code]
    stated = indicator.denominator.code if indicator.denominator else code
    for office in reading.scope.enters_for:
        if office.pk in missing:
            return stated_url(reading.scope, stated, office)
    return figure_url(reading.scope, code)


# Table ---------------------------------------------------------------------------------------------------------------
def _lines(reading: Reading, pledges: Mapping[int, PledgeCell]) -> list[OfficeLine]:
    shaded = {code: heated(reading.cell(code, owner) for owner in reading.figures.offices) for code in COLUMNS}
    lines = [
        OfficeLine(
            office.short_name_then,  # type: ignore[attr-defined]
            [shaded[code][place] for code in COLUMNS],
            *_remark(reading, office.pk),
            pledge=pledges.get(office.pk),
        )
        for place, office in enumerate(reading.scope.members)
    ]
    own = [reading.cell(code, OWN_LINE) for code in COLUMNS]
    return [*lines, OfficeLine(_("The cluster's own activities"), own, _own_remark(reading), is_own_line=True)]


def _remark(reading: Reading, owner: int) -> tuple[str, str]:
    """How complete the office's figures are, in a word."""
    if not reading.may_see(owner):
        return "", ""
    found = [reading.figures.of(code, owner) for code in COLUMNS]
    missing = sum(figure.is_missing for figure in found)
    differing = sum(figure.difference is not None for figure in found)
    if missing:
        return ngettext("%(count)s missing", "%(count)s missing", missing) % {"count": missing}, "bad"
    if differing:
        return ngettext("%(count)s differs", "%(count)s differ", differing) % {"count": differing}, "info"
    return _("complete"), "ok"


def _own_remark(reading: Reading) -> str:
    gifts, value = (reading.figures.of(code, OWN_LINE).number for code in ("gifts", "gift_value"))
    if not gifts:
        return ""
    said = _("%(gifts)s gifts") % {"gifts": words.padded(gifts)}
    return f"{said}, {words.dong(value)}" if value else said
