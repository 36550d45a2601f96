"""What a pledge is proposed from: the year's movement, last year's figures, and what the office pledged last year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import floor

from apps.campaigns.models import Campaign, Period
from apps.core import words
from apps.indicators.enums import Aggregation, FigureState
from apps.indicators.models import Indicator
from apps.indicators.reading import Figure, Window, figures
from apps.indicators.reading.figures import add, divide
from apps.offices.models import Cluster, Lineage, Office, OfficeName
from apps.pledges.enums import Comparison
from apps.pledges.models import PledgeVersion
from apps.pledges.promised import Promise, Said
from apps.pledges.versions import said, year_window

MOVEMENT, NAMED = "Hưởng ứng phong trào thi đua “{name}”", "Hưởng ứng {name}"
IS_NAMED = "phong trào"
THEME = " với chủ đề “{theme}”"
LAUNCHED = " do {body} phát động"
MORE_IS_BETTER = frozenset({Comparison.AT_LEAST, Comparison.PERCENTAGE})
PLEDGES = "{office} giao ước thi đua năm {year} với các nội dung và chỉ tiêu sau:"


def year_before(cluster: Cluster, year: int) -> Window:
    """The days that last year counts. One query."""
    return year_window(Period.objects.filter(cluster=cluster, year=year - 1), year - 1)


def past_figures(
    cluster: Cluster, office: Office, window: Window, indicators: Sequence[Indicator]
) -> dict[str, Figure]:
    """By code, the figures of an office and of all that it came of, in a window. One reading, however many."""
    family = [office.pk, *Lineage.objects.predecessors([office.pk])[office.pk]]
    answer = figures(indicators, cluster=cluster, offices=family, windows=[window])

    def whole(indicator: Indicator) -> Figure:
        parts = [(owner, answer.of(indicator.code, owner)) for owner in family]
        if len(parts) == 1:
            return parts[0][1]
        if indicator.numerator and indicator.denominator:
            return divide(whole(indicator.numerator), whole(indicator.denominator))
        if indicator.aggregation == Aggregation.DISTINCT:  # different values of several offices do not add up
            return Figure()
        return add(parts)

    return {indicator.code: whole(indicator) for indicator in indicators}


def figure_words(figure: Figure | None, unit: str = "") -> str:
    """ "14 cuộc", "97,5%"; a dash for none; nothing where it is missing."""
    if figure is None or figure.is_missing:
        return ""
    if figure.state == FigureState.NONE:
        return words.NONE_MARK
    if figure.value is None:
        return words.share(figure.numerator or 0, figure.denominator or 0)
    return f"{words.number(figure.value)} {unit}".strip()


def proposed_targets(indicators: Sequence[Indicator], past: dict[str, Figure]) -> list[Promise]:
    """At least what was reached last year, of everything that was: counts as they were, rates to a tenth of a percent.

    Parts of another indicator are left to the office, and so is what is no activity (headcount).
    """
    found = []
    for indicator in indicators:
        figure = past.get(indicator.code, Figure())
        if indicator.parent_id is not None or figure.state != FigureState.VALUE:
            continue
        if indicator.aggregation == Aggregation.RATIO:
            if figure.ratio is not None and 0 < figure.ratio <= 1:
                level = floor(figure.ratio * 1000)
                found.append(Promise(indicator.name, indicator, Comparison.PERCENTAGE, None, level, 1000))
        elif indicator.aggregation != Aggregation.AS_OF and figure.number > 0:
            found.append(Promise(indicator.name, indicator, Comparison.AT_LEAST, figure.number))
    return found


def renewed(promise: Promise, figure: Figure | None) -> Promise:
    """A target of last year as it is proposed for the next: “at least” and rates by what was reached, in their words of
    last year. As it was where no figure is known, and where more is not better (“at most”, “exactly”)."""
    if promise.indicator is None or figure is None or promise.comparison not in MORE_IS_BETTER:
        return promise
    found = proposed_targets([promise.indicator], {promise.indicator.code: figure})
    return replace(found[0], text=promise.text) if found else promise


def proposed_opening(cluster: Cluster, year: int, office: Office) -> str:
    """In the words of the year's movement, once it is launched; without one only who pledges."""
    movement = Campaign.objects.shown().of_year(cluster, year).first()
    names = OfficeName.objects.filter(office=office).order_by("-valid_from")
    name = names.filter(valid_from__year__lte=year).values_list("name", flat=True).first() or office.name
    pledges = PLEDGES.format(office=name, year=year)
    if movement is None:
        return pledges
    named = movement.name.lower().startswith(IS_NAMED)
    opening = NAMED.format(name=words.uncapitalised(movement.name)) if named else MOVEMENT.format(name=movement.name)
    if movement.theme:
        opening += THEME.format(theme=movement.theme)
    if movement.launched_by and movement.launched_by not in movement.name:
        opening += LAUNCHED.format(body=movement.launched_by)
    return f"{opening}, {pledges}"


def proposed(cluster: Cluster, year: int, office: Office, *, from_last_year: bool) -> Said:
    """What a first version begins with. From last year: its contents, its targets in words, and targets by its figures;
    otherwise the opening alone."""
    opening = proposed_opening(cluster, year, office)
    if not from_last_year:
        return Said(opening)
    last = (
        PledgeVersion.objects.of_year(cluster, year - 1).signed().filter(pledge__office=office).with_lines()
        .order_by("-number").first()
    )  # fmt: skip
    known = said(last) if last else Said()
    indicators = list(Indicator.objects.for_cluster(cluster, year))
    past = past_figures(cluster, office, year_before(cluster, year), indicators)
    in_words = [promise for promise in known.targets if promise.indicator is None]
    return Said(opening, known.contents, (*proposed_targets(indicators, past), *in_words))
