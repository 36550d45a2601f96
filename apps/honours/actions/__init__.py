"""The writes: decisions and awards, initiatives, ratings, disciplines."""

from apps.honours.actions.decisions import (
    LinesError,
    Recorded,
    add_awards,
    correct_decision,
    record_decision,
    remove_award,
    remove_decision,
    revoke_award,
)
from apps.honours.actions.initiatives import (
    free_initiative,
    recognise,
    record_initiative,
    use_initiative,
    withdraw_recognition,
)
from apps.honours.actions.lines import Line
from apps.honours.actions.ratings import discipline, lift, rate, remove_discipline, state_known_since
from apps.honours.actions.subjects import enterable_offices, where_in_year

__all__ = [
    "Line",
    "LinesError",
    "Recorded",
    "add_awards",
    "correct_decision",
    "discipline",
    "enterable_offices",
    "free_initiative",
    "lift",
    "rate",
    "recognise",
    "record_decision",
    "record_initiative",
    "remove_award",
    "remove_decision",
    "remove_discipline",
    "revoke_award",
    "state_known_since",
    "use_initiative",
    "where_in_year",
    "withdraw_recognition",
]
