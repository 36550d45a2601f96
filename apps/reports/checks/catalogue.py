"""How the indicators of a cluster hang together, derived from its catalogue. Pure: rows in, relations out."""

from __future__ import annotations

from collections.abc import Sequence

from apps.activities.grid.groups import wholes
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.reports.checks.line import Named, Relations

MONEY = frozenset({"đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"})

# What makes up its whole by definition, nothing left over.
COMPLETE = (
    ("forwarded_gathered", ("forwarded_merged", "forwarded_on_spot", "forwarded_sent")),
    ("forwarded_sent", ("forwarded_centre", "forwarded_province", "forwarded_commune")),
    ("petitions_received", ("petitions_eligible", "petitions_ineligible")),
    ("petitions_received", (
        "petitions_by_post", "petitions_at_reception", "petitions_at_meetings", "petitions_online",
        "petitions_from_others",
    )),
    ("petitions_eligible", (
        "petitions_forwarded", "petitions_guided", "petitions_kept", "petitions_studied", "petitions_supervised",
    )),
    ("petitions_forwarded", ("petitions_answered", "petitions_in_time", "petitions_overdue")),
)  # fmt: skip
# What should make up its whole, but for what was merged as a duplicate or is not sorted yet.
SORTED = (("opinions", ("opinions_centre", "opinions_province", "opinions_on_spot")),)
# Parts that exclude each other without making up the whole, beyond those that the forms of offices have.
APART = (("forwarded_sent", ("forwarded_resolved", "forwarded_in_progress", "forwarded_explained")),)
# (a figure, that of which it is a figure)
WITHOUT = (
    ("voters", "voter_meetings"),
    ("opinions", "voter_meetings"),
    ("law_opinions", "law_consultations"),
    ("gift_value", "gifts"),
)


def relations(indicators: Sequence[Indicator]) -> Relations:
    known = {each.code for each in indicators}
    complete = tuple(pair for pair in COMPLETE if known.issuperset((pair[0], *pair[1])))
    in_levels = tuple(pair for pair in SORTED if known.issuperset((pair[0], *pair[1])))
    apart = tuple(pair for pair in APART if known.issuperset((pair[0], *pair[1])))
    told = [pair for pair in wholes(indicators) if pair[0] != "headcount"]  # people are no part of a headcount
    parts = dict.fromkeys((*told, *complete, *in_levels, *apart))
    said: set[tuple[str, str]] = set()
    kept: list[tuple[str, tuple[str, ...]]] = []
    for whole, some in sorted(parts, key=lambda pair: -len(pair[1])):
        if len(some) > 1 or (whole, some[0]) not in said:
            kept.append((whole, some))
        said |= {(whole, part) for part in some}
    return Relations(
        named={each.code: Named(each.name, is_count=is_count(each)) for each in indicators},
        parts=tuple(kept),
        complete=complete,
        in_levels=in_levels,
        without=tuple(pair for pair in WITHOUT if known.issuperset(pair)),
    )


def is_count(indicator: Indicator) -> bool:
    """What happened, and is judged beside the past: not people on a day, not money."""
    return indicator.aggregation != Aggregation.AS_OF and indicator.unit not in MONEY
