"""The places of the side bar and the phone's bar. Core knows none: apps register theirs in `apps.py: ready()`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise

PHONE_PLACES = 4


@dataclass(frozen=True, kw_only=True)
class NavigationItem:
    """`url` answers None where the reader has no such place; `count` answers None or 0 where nothing waits."""

    label: str | Promise
    icon: str
    url: Callable[[HttpRequest], str | None]
    order: int
    phone: bool = False
    count: Callable[[HttpRequest], int | None] | None = None
    section: str | Promise = ""


@dataclass(frozen=True, kw_only=True)
class Place:
    """An item as one reader sees it on one page."""

    label: str
    icon: str
    url: str
    current: bool
    phone: bool
    count: int
    section: str


_items: list[NavigationItem] = []


def register(item: NavigationItem) -> None:
    if item not in _items:
        _items.append(item)
        _items.sort(key=lambda each: each.order)


def places(request: HttpRequest) -> list[Place]:
    """Those the reader has, in order; the one whose address is the longest beginning of this page's is current."""
    addresses = [(item, url) for item in _items if (url := item.url(request))]
    current = _current(request.path, (url for _item, url in addresses))
    return [
        Place(
            label=str(item.label),
            icon=item.icon,
            url=url,
            current=url == current,
            phone=item.phone,
            count=(item.count(request) or 0) if item.count else 0,
            section=str(item.section),
        )
        for item, url in addresses
    ]


def phone_places(all_places: list[Place]) -> list[Place]:
    return [place for place in all_places if place.phone][:PHONE_PLACES]


def _current(path: str, addresses: Iterable[str]) -> str | None:
    fitting = [url for url in addresses if path == _bare(url) or _is_inside(path, _bare(url))]
    return max(fitting, key=lambda url: len(_bare(url)), default=None)


def _bare(url: str) -> str:
    return url.partition("?")[0]


def _is_inside(path: str, address: str) -> bool:
    return address != "/" and path.startswith(address.rstrip("/") + "/")
