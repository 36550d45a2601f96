"""Pages of upper floors that belong to the settings of a year: they register here in their `ready()`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from apps.offices.models import Cluster


@dataclass(frozen=True)
class YearLink:
    """`note` says in a sentence what is set there."""

    label: str | Promise
    note: str | Promise
    url: Callable[[Cluster, int], str]


_links: list[YearLink] = []


def register(link: YearLink) -> None:
    if link not in _links:
        _links.append(link)


def year_links(cluster: Cluster, year: int) -> list[tuple[YearLink, str]]:
    return [(link, link.url(cluster, year)) for link in _links]
