"""Whether a title can be awarded, or is within reach, under the law that applies. Pure: facts in, findings out.

The machine advises and shows the clause; people decide. Where a fact is missing, or the rule of a time was not
verified, it says so (`Verdict.NEEDS_REVIEW`) instead of passing or failing.
"""

from apps.honours.eligibility.given import Case, Finding, Held, Invented, PersonFacts, Settings, UnitFacts
from apps.honours.eligibility.reach import Reach, check, reach
from apps.honours.eligibility.regimes import REGIMES, Regime, regime_on
from apps.honours.eligibility.units import holders, quota_of_fighters

__all__ = [
    "REGIMES",
    "Case",
    "Finding",
    "Held",
    "Invented",
    "PersonFacts",
    "Reach",
    "Regime",
    "Settings",
    "UnitFacts",
    "check",
    "holders",
    "quota_of_fighters",
    "reach",
    "regime_on",
]
