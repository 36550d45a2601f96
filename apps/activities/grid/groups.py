"""Which indicators stand side by side in a grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from apps.activities.forms.stated import NOT_STATED
from apps.activities.imports.layouts import PARTS
from apps.campaigns.scope import Scope
from apps.indicators.models import Indicator

MAIN, OWN_INDICATORS, ALL = "main", "cluster", "all"


@dataclass(frozen=True)
class Group:
    slug: str
    label: str
    indicators: tuple[Indicator, ...]


def stateable(scope: Scope) -> list[Indicator]:
    """Indicators of the cluster in the year for which a figure may be stated, in order. One query."""
    return list(Indicator.objects.for_cluster(scope.cluster, scope.year).exclude(aggregation__in=NOT_STATED))


def groups(indicators: Sequence[Indicator]) -> list[Group]:
    """The headings; each heading with its parts, however deep; the cluster's own; all. Those that would be empty are
    left out."""
    parents = {each.pk: each.parent_id for each in indicators}

    def heading(pk: int) -> int:
        seen = {pk}
        while (above := parents.get(pk)) in parents and above not in seen and above is not None:
            seen.add(above)
            pk = above
        return pk

    found = [Group(MAIN, _("Main indicators"), tuple(each for each in indicators if heading(each.pk) == each.pk))]
    for each in indicators:
        family = tuple(one for one in indicators if heading(one.pk) == each.pk)
        if len(family) > 1:
            found.append(Group(each.code, each.name, family))
    own = tuple(each for each in indicators if each.cluster_id is not None)
    found.append(Group(OWN_INDICATORS, _("The cluster's own"), own))
    found.append(Group(ALL, _("All indicators"), tuple(indicators)))
    return [group for group in found if group.indicators]


def wholes(indicators: Sequence[Indicator]) -> list[tuple[str, tuple[str, ...]]]:
    """(whole, its parts) by code: what may not exceed the whole together, and each single part of a parent."""
    known = {each.code for each in indicators}
    codes = {each.pk: each.code for each in indicators}
    pairs = [(whole, tuple(part for part in parts if part in known)) for whole, parts in PARTS if whole in known]
    said = {(whole, part) for whole, parts in pairs for part in parts}
    for each in indicators:
        above = codes.get(each.parent_id or 0)
        if above is not None and (above, each.code) not in said:
            pairs.append((above, (each.code,)))
    if {"headcount", "registered"} <= known:
        pairs.append(("headcount", ("registered",)))
    return pairs


def relatives(chosen: Sequence[Indicator], indicators: Sequence[Indicator]) -> list[Indicator]:
    """The chosen ones, and all whose figures say something about them: parts, other parts, wholes."""
    codes = {each.code for each in chosen}
    wanted = set(codes)
    for whole, parts in wholes(indicators):
        if codes & {whole, *parts}:
            wanted |= {whole, *parts}
    return [each for each in indicators if each.code in wanted]
