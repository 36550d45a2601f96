"""Which office a cell means: full name, short name, abbreviations, upper case, with or without accents. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache

from apps.activities.imports.faults import Problem
from apps.core.text import fold

OWN = 0  # the cluster itself
_ABBREVIATIONS = (
    (r"\bv\.?p\.?\b", "van phong"),
    (r"\bd\.?b\.?q\.?h\.?\b", "dai bieu quoc hoi"),
    (r"\bh\.?d\.?n\.?d\.?\b", "hoi dong nhan dan"),
    (r"\btp\.?\s?|\bt\.?p\.?\s", "thanh pho "),
    (r"\bt\.\s?", "tinh "),
)
# What stands before the name of the province in names of all times, longest first.
_COMMON = ("van phong", "dai bieu quoc hoi", "hoi dong nhan dan", "doan", "va", "tinh", "thanh pho")
_OWN_WORDS = ("cum", "cum thi dua", "hoat dong chung cua cum", "toan cum", "chung")


@lru_cache(maxsize=4096)  # the same headings, offices and words in each row
def plain(text: str) -> str:
    """Folded words without punctuation: how headings and names are compared."""
    return " ".join(re.sub(r"[^0-9a-z ]", " ", fold(text)).split())


def province(name: str) -> str:
    """What tells an office from the others: "VP Đoàn ĐBQH Kiên Giang" → "kien giang"."""
    words = fold(name)
    for short, full in _ABBREVIATIONS:
        words = re.sub(short, full, words)
    words = f" {plain(words)} "
    for common in _COMMON:
        words = words.replace(f" {common} ", " ")
    return " ".join(words.split())


@dataclass(frozen=True)
class Owner:
    """`key` is the office's id, or `OWN` for the cluster; `name` as the files print it."""

    key: int
    name: str
    names: tuple[str, ...] = ()


@dataclass
class Owners:
    """The owners that rows of a period may have."""

    owners: list[Owner]
    by_name: dict[str, set[int]] = field(default_factory=dict)
    by_province: dict[str, set[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for owner in self.owners:
            for name in (owner.name, *owner.names):
                self.by_name.setdefault(plain(name), set()).add(owner.key)
                if owner.key != OWN and province(name):
                    self.by_province.setdefault(province(name), set()).add(owner.key)
            if owner.key == OWN:
                for words in _OWN_WORDS:
                    self.by_name.setdefault(words, set()).add(OWN)

    def name(self, key: int) -> str:
        return next(owner.name for owner in self.owners if owner.key == key)

    def known(self, key: int) -> int:
        """The key, if it is an owner's here; a mapping may be older than the membership."""
        if all(owner.key != key for owner in self.owners):
            raise Problem("unknown_office", allowed=self._named(owner.key for owner in self.owners))
        return key

    def _named(self, keys: Iterable[int]) -> str:
        wanted = set(keys)
        return "; ".join(owner.name for owner in self.owners if owner.key in wanted)

    def find(self, text: str, *, cluster: bool = True) -> int:
        """The key of the owner that `text` names. Raises `Problem` with near names, or with all allowed ones."""
        for found in (self.by_name.get(plain(text), set()), self.by_province.get(province(text), set())):
            allowed = {key for key in found if cluster or key != OWN}
            if len(allowed) == 1:
                return allowed.pop()
        near = get_close_matches(province(text), self.by_province, n=2, cutoff=0.6)
        if near:
            keys = {key for name in near for key in self.by_province[name]}
            raise Problem("unknown_office_near", near=self._named(keys))
        raise Problem(
            "unknown_office", allowed=self._named(owner.key for owner in self.owners if cluster or owner.key != OWN)
        )
