"""The writes of an office's report: prepared, sent, asked about, answered, received."""

from apps.reports.actions.asking import Asked, answer, ask, withdraw
from apps.reports.actions.receiving import confirm, receive
from apps.reports.actions.sending import send, send_on_behalf
from apps.reports.actions.writing import write_prose

__all__ = [
    "Asked",
    "answer",
    "ask",
    "confirm",
    "receive",
    "send",
    "send_on_behalf",
    "withdraw",
    "write_prose",
]
