"""What a version of a pledge says, as values: its opening, contents and targets; and what changed between two. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from fractions import Fraction
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from apps.core import words
from apps.core.text import fold
from apps.indicators.enums import Aggregation
from apps.pledges.enums import COUNTED, Comparison
from apps.pledges.progress import Goal

if TYPE_CHECKING:
    from apps.indicators.models import Indicator

GROWING = frozenset({Aggregation.COUNT, Aggregation.SUM, Aggregation.DISTINCT, Aggregation.DIRECT})
# As a pledge says it, which is a Vietnamese paper.
LEVELS = {
    Comparison.AT_LEAST: "ít nhất {level}",
    Comparison.AT_MOST: "không quá {level}",
    Comparison.EXACTLY: "{level}",
    Comparison.PERCENTAGE: "đạt từ {level} trở lên",
}
WHOLE = "đạt {level}"  # more than all there is not


@dataclass(frozen=True)
class Promise:
    """A target. With an indicator: a count (`value`) or a rate (`numerator` over `denominator`); without, words."""

    text: str
    indicator: Indicator | None = None
    comparison: str = ""
    value: int | None = None
    numerator: int | None = None
    denominator: int | None = None

    @property
    def goal(self) -> Goal | None:
        if self.indicator is None:
            return None
        if self.numerator is not None and self.denominator:
            return Goal(self.comparison, Fraction(self.numerator, self.denominator), grows=False)
        return Goal(self.comparison, Fraction(self.value or 0), grows=self.indicator.aggregation in GROWING)

    @property
    def level(self) -> str:
        """The level alone, as it is typed: 1.200, 97,5%; nothing of a target in words."""
        if self.numerator is not None and self.denominator:
            return words.share(self.numerator, self.denominator)
        return "" if self.value is None else words.number(self.value)


@dataclass(frozen=True)
class Said:
    """All that a version says."""

    opening: str = ""
    contents: tuple[str, ...] = ()
    targets: tuple[Promise, ...] = ()


def level_words(promise: Promise) -> str:
    """ "at least 20 meetings", in the reader's language; empty of a target in words."""
    if promise.indicator is None:
        return ""
    if promise.comparison == Comparison.PERCENTAGE:
        return _("a rate of %(level)s or more") % {"level": promise.level}
    said = {
        Comparison.AT_LEAST: _("at least %(level)s %(unit)s"),
        Comparison.AT_MOST: _("at most %(level)s %(unit)s"),
        Comparison.EXACTLY: _("exactly %(level)s %(unit)s"),
    }[Comparison(promise.comparison)]
    return said % {"level": promise.level, "unit": promise.indicator.unit}


def level_on_paper(promise: Promise) -> str:
    """ "ít nhất 20 cuộc", whoever reads it."""
    if promise.indicator is None:
        return ""
    if promise.numerator is not None and promise.denominator:
        form = WHOLE if promise.numerator == promise.denominator else LEVELS[Comparison.PERCENTAGE]
        return form.format(level=words.share(promise.numerator, promise.denominator, language="vi"))
    level = f"{words.padded(promise.value or 0, language='vi')} {promise.indicator.unit}"
    return LEVELS[Comparison(promise.comparison)].format(level=level)


def rate_of(written: str) -> tuple[int, int] | None:
    """ "97,5%", "97.5" or "100" as numerator and denominator (975 of 1000); None where it is no rate up to 100."""
    text = written.strip().removesuffix("%").strip().replace(",", ".")
    whole, _point, part = text.partition(".")
    if not whole.isascii() or not whole.isdigit() or len(whole) > 3 or len(part) > 2:
        return None
    if part and not (part.isascii() and part.isdigit()):
        return None
    hundredths = Decimal(text or "0") / 100
    found = Fraction(hundredths)
    return (int(Decimal(text) * 10 ** len(part)), 100 * 10 ** len(part)) if found <= 1 else None


def fault(promise: Promise) -> tuple[str, str] | None:
    """What is wrong with a target: (field, message); None where it can be kept."""
    if not promise.text:
        return "text", _("Write down the target.")
    if promise.indicator is None:
        empty = promise.comparison == "" and promise.value is None and promise.numerator is None
        return None if empty else ("indicator", _("Choose the indicator that is compared with the level."))
    rate = promise.indicator.aggregation == Aggregation.RATIO
    if rate and promise.comparison != Comparison.PERCENTAGE:
        return "comparison", _("“%(name)s” is a rate: it is compared as a rate.") % {"name": promise.indicator.name}
    if not rate and promise.comparison not in COUNTED:
        return "comparison", _("“%(name)s” is a count, not a rate.") % {"name": promise.indicator.name}
    if promise.numerator is None and promise.value is None:
        return "level", _("Say what is to be reached.")
    return None


# What changed -------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Change:
    """One line before and after; empty where it was not, or is no more. `part`: opening, content or target."""

    part: str
    before: str
    after: str


def _line(promise: Promise) -> str:
    level = level_words(promise)
    return f"{promise.text}: {level}" if level else promise.text


def _keyed(targets: Iterable[Promise]) -> dict[tuple[str, int], str]:
    """By what they are on, and the how manieth on it; so a level that changed is told from another target."""
    seen: Counter[str] = Counter()
    found = {}
    for promise in targets:
        key = promise.indicator.code if promise.indicator else fold(promise.text)
        found[key, seen[key]] = _line(promise)
        seen[key] += 1
    return found


def _contents(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    found = []
    for verb, from_1, to_1, from_2, to_2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if verb == "equal":
            continue
        gone, come = before[from_1:to_1], after[from_2:to_2]
        for place in range(max(len(gone), len(come))):
            was = gone[place] if place < len(gone) else ""
            now = come[place] if place < len(come) else ""
            found.append(Change("content", was, now))
    return found


def changes(before: Said, after: Said) -> list[Change]:
    """From the first to the second. Targets that only stand in another order have not changed; contents are numbered,
    so theirs have. Empty where both say the same."""
    found = [Change("opening", before.opening, after.opening)] if before.opening != after.opening else []
    found += _contents(before.contents, after.contents)
    was, now = _keyed(before.targets), _keyed(after.targets)
    for key in [*was, *(key for key in now if key not in was)]:
        if was.get(key, "") != now.get(key, ""):
            found.append(Change("target", was.get(key, ""), now.get(key, "")))
    return found
