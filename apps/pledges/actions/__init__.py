"""The writes: pledges and registrations, each in a module of its own."""

from apps.pledges.actions.registrations import (
    Wish,
    approve,
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
    "Wish",
    "approve",
    "ask_completion",
    "receive",
    "register_all",
    "register_collective",
    "register_person",
    "save_round",
    "send",
    "take_over",
]
