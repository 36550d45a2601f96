"""The writes: pledges and registrations, each in a module of its own."""

from apps.pledges.actions.answers import Answer, note_answer
from apps.pledges.actions.pledges import (
    Signing,
    amend_pledge,
    discard_draft,
    keep_scan,
    save_draft,
    sign_pledge,
    start_pledge,
    take_over_pledge,
)
from apps.pledges.actions.registrations import (
    Wish,
    ask_completion,
    receive,
    register_all,
    register_collective,
    register_person,
    save_round,
    send,
    take_over,
)

__all__ = [
    "Answer",
    "Signing",
    "Wish",
    "amend_pledge",
    "ask_completion",
    "discard_draft",
    "keep_scan",
    "note_answer",
    "receive",
    "register_all",
    "register_collective",
    "register_person",
    "save_draft",
    "save_round",
    "send",
    "sign_pledge",
    "start_pledge",
    "take_over",
    "take_over_pledge",
]
