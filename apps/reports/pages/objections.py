"""What the checks object to, as pages show it at the cell of a figure or in a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from apps.campaigns.scope import Scope
from apps.indicators.models import Indicator
from apps.offices.models import Office
from apps.reports.checks.catalogue import is_count
from apps.reports.checks.justified import Checked
from apps.reports.checks.reading import Past
from apps.reports.pages import places
from apps.reports.rules import can_prepare


@dataclass(frozen=True)
class Item:
    """A finding as the page shows it; addresses are empty for whoever may not use them."""

    checked: Checked
    figure_url: str
    justify_url: str
    withdraw_url: str


def item_of(scope: Scope, office: Office, found: Checked) -> Item:
    key = (office.code, found.finding.rule, found.finding.subject)
    writes = can_prepare(scope.user, scope.period, office)
    return Item(
        checked=found,
        figure_url=places.figure_url(scope, found.finding.subject, office),
        justify_url=places.address(scope, "justify", *key) if writes and found.finding.needs_justification else "",
        withdraw_url=places.address(scope, "withdraw_justification", *key) if writes and found.justification else "",
    )


def by_figure(scope: Scope, office: Office, found: Iterable[Checked]) -> dict[str, tuple[Item, ...]]:
    """By the code of the indicator at whose cell each stands."""
    items: dict[str, tuple[Item, ...]] = {}
    for each in found:
        code = each.finding.subject
        items[code] = (*items.get(code, ()), item_of(scope, office, each))
    return items


@dataclass(frozen=True)
class TooLittle:
    """Figures of an office of which too few past periods are known: nothing says what is usual of them."""

    office: str
    names: tuple[str, ...]
    all: int


def too_little(name: str, office: Office, indicators: Sequence[Indicator], past: Past) -> TooLittle:
    judged = [each for each in indicators if is_count(each)]
    return TooLittle(name, tuple(each.name for each in judged if not past.is_enough(office.pk, each.code)), len(judged))
