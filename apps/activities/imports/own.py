"""The tables of one cluster and year: the common ones, with columns for what the cluster defined itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from apps.activities.defined.layouts import layout_of
from apps.activities.imports.layouts import FORM, LAYOUTS, Column, Layout, Reads
from apps.activities.imports.recognition import heading_key
from apps.activities.models import DefinedKind
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.offices.models import Cluster

STATED = frozenset({Aggregation.DIRECT, Aggregation.COUNT, Aggregation.SUM})
OWN_FIGURES, OWN_TITLE = "own_figures", "Chỉ tiêu riêng của Cụm"


def _columns(indicators: Iterable[Indicator], known: Layout, *, rare: bool = True) -> tuple[Column, ...]:
    """A column for each, by name and short name. What a heading meant before, it means still."""
    taken = {heading_key(heading) for column in known.columns for heading in column.headings}
    found = []
    for indicator in indicators:
        words: tuple[str, ...] = (indicator.name, f"{indicator.name} ({indicator.unit})")
        if indicator.aggregation != Aggregation.SUM:  # the label of a field may stand in several kinds
            words = (indicator.name, indicator.short_name, words[1])
        headings = [word for word in dict.fromkeys(words) if heading_key(word) not in taken]
        if headings:
            taken |= {heading_key(heading) for heading in headings}
            found.append(Column(indicator.code, Reads.FIGURE, tuple(headings), rare=rare))
    return tuple(found)


def mappable(layouts: Iterable[Layout], indicators: Iterable[Indicator]) -> tuple[Layout, ...]:
    """The lists, and one form in which every indicator may stand that can be stated at all."""
    lists = [layout for layout in layouts if not layout.states_figures]
    form = next(layout for layout in layouts if layout.slug == FORM.slug)
    further = [each for each in indicators if each.aggregation in STATED]
    there = {column.field for column in form.columns}
    columns = [*form.columns, *_columns([each for each in further if each.code not in there], form)]
    return (*lists, replace(form, columns=tuple(columns)))


def layouts_of(cluster: Cluster, year: int) -> tuple[Layout, ...]:
    """Three queries, however many there are."""
    kinds = DefinedKind.objects.for_cluster(cluster, year).prefetch_related("fields")
    return layouts_for(Indicator.objects.for_cluster(cluster, year), kinds)


def layouts_for(indicators: Iterable[Indicator], kinds: Iterable[DefinedKind]) -> tuple[Layout, ...]:
    """Own indicators may stand in every table of figures, and in one that has nothing else."""
    own = [each for each in indicators if each.cluster_id is not None and each.aggregation in STATED]
    lists = tuple(layout_of(kind) for kind in kinds)
    if not own:
        return (*LAYOUTS, *lists)
    common = tuple(
        replace(layout, columns=(*layout.columns, *_columns(own, layout))) if layout.states_figures else layout
        for layout in LAYOUTS
    )
    frame = replace(FORM, columns=tuple(column for column in FORM.columns if column.reads is not Reads.FIGURE))
    alone = replace(
        frame, slug=OWN_FIGURES, title=OWN_TITLE, columns=(*frame.columns, *_columns(own, frame, rare=False))
    )
    return (*common, alone, *lists)
