"""Further ways in, offered on the sign-in page by apps of upper floors (`register` in `apps.py: ready()`)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, kw_only=True)
class Shortcut:
    """One button that posts to `url`."""

    label: str | Promise
    note: str | Promise
    url: str


Offer = Callable[[], Sequence[Shortcut]]
_offers: list[Offer] = []


def register(offer: Offer) -> None:
    if offer not in _offers:
        _offers.append(offer)


def shortcuts() -> list[Shortcut]:
    return [shortcut for offer in _offers for shortcut in offer()]
