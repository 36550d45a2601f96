"""Whether a count is unusual beside an office's own past periods of the same length. Pure.

The counts are small and often zero, and there are three or four of them, so nothing here approximates by the normal
distribution. The past periods and this one are taken as counts of the same kind of process. Given their sum, this one
then has a known distribution: binomial(n, 1 / (k + 1)) where the counts are Poisson with one rate (Przyborowski and
Wilenski, "Homogeneity of results in testing samples from Poisson series", Biometrika 31, 1940, 313–323), and
beta-binomial(n, r, k · r), also called negative hypergeometric, where they are negative binomial with one size r
(Johnson, Kemp and Kotz, "Univariate Discrete Distributions", 3rd edition, chapter 6). The second is used, because work
comes in lumps: r is estimated from the past by moments, mean² / (variance − mean), and is STEADIEST at most, since a
few quiet periods do not prove that an office never varies: even the counts of a steady past may swing by a quarter.

A value within the range of the past is never unusual. Otherwise the exact probability of a value at least as far out on
that side is compared with THRESHOLD. The probability falls as the value moves away, because it is that of needing so
many trials for the successes of the past: so what is unusual stays so for every value further out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import exp, lgamma

LEAST_PAST = 3
STEADIEST = 16.0
# Some sixty figures of six offices are judged in a period: about one false alarm in three periods.
THRESHOLD = 0.001
LARGEST_SUM = 20_000  # larger pasts are judged in units of ten, a hundred …: that is far finer than they vary


class Verdict(StrEnum):
    TOO_FEW = "too_few"  # less than LEAST_PAST past periods are known
    USUAL = "usual"
    HIGH = "high"
    LOW = "low"


@dataclass(frozen=True)
class Judgement:
    """`probability` of a value at least as far out; 1 within the range of the past."""

    verdict: Verdict
    probability: float = 1.0


def judge(past: Sequence[int], value: int) -> Judgement:
    """`past` are counts of the office's own past periods of the same length; what was none counts as 0."""
    if len(past) < LEAST_PAST:
        return Judgement(Verdict.TOO_FEW)
    if min(past) <= value <= max(past):
        return Judgement(Verdict.USUAL)
    size = _size(past)
    unit = _unit(sum(past))
    total, seen = sum(each // unit for each in past), value // unit
    if value > max(past):
        probability = at_least(seen, total, size, len(past) * size)
        return Judgement(Verdict.HIGH if probability < THRESHOLD else Verdict.USUAL, probability)
    probability = at_most(seen, total, size, len(past) * size)
    return Judgement(Verdict.LOW if probability < THRESHOLD else Verdict.USUAL, probability)


def _size(past: Sequence[int]) -> float:
    """The size of the negative binomial: the smaller, the more the counts vary beyond Poisson."""
    mean = sum(past) / len(past)
    variance = sum((each - mean) ** 2 for each in past) / (len(past) - 1)
    return min(STEADIEST, mean * mean / (variance - mean)) if variance > mean > 0 else STEADIEST


def _unit(total: int) -> int:
    unit = 1
    while total // unit > LARGEST_SUM:
        unit *= 10
    return unit


def _weight(count: int, total: int, alpha: float, beta: float) -> float:
    """P(X = count) of the beta-binomial with `total` trials."""
    return exp(
        lgamma(total + 1) - lgamma(count + 1) - lgamma(total - count + 1)
        + lgamma(count + alpha) + lgamma(total - count + beta) - lgamma(total + alpha + beta)
        + lgamma(alpha + beta) - lgamma(alpha) - lgamma(beta)
    )  # fmt: skip


def at_least(value: int, past: int, alpha: float, beta: float) -> float:
    """P(X ≥ value) where X + the past = value + past."""
    total, weight, found = value + past, _weight(value, value + past, alpha, beta), 0.0
    for count in range(value, total + 1):
        found += weight
        weight *= (total - count) / (count + 1) * (count + alpha) / (total - count - 1 + beta)
    return min(1.0, found)


def at_most(value: int, past: int, alpha: float, beta: float) -> float:
    """P(X ≤ value) where X + the past = value + past."""
    total, weight, found = value + past, _weight(value, value + past, alpha, beta), 0.0
    for count in range(value, -1, -1):
        found += weight
        weight *= count / (total - count + 1) * (total - count + beta) / (count - 1 + alpha) if count else 0.0
    return min(1.0, found)
