"""What can be held and what is held: the two catalogues, decisions and awards, initiatives, ratings, disciplines."""

from apps.honours.models.catalogue import Honour, HonourName, HonourQuerySet
from apps.honours.models.decisions import Award, AwardQuerySet, Decision, DecisionQuerySet, Revocation
from apps.honours.models.initiatives import Authorship, Initiative, InitiativeUse, Recognition
from apps.honours.models.ratings import Discipline, KnownSince, Rating
from apps.honours.models.sheets import AwardSheet

__all__ = [
    "Authorship",
    "Award",
    "AwardQuerySet",
    "AwardSheet",
    "Decision",
    "DecisionQuerySet",
    "Discipline",
    "Honour",
    "HonourName",
    "HonourQuerySet",
    "Initiative",
    "InitiativeUse",
    "KnownSince",
    "Rating",
    "Recognition",
    "Revocation",
]
