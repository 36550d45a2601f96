"""The writes of an office's report: prepared, sent, asked about, answered, received."""

from apps.reports.actions.asking import Asked, answer, ask, withdraw
from apps.reports.actions.incoming import Line, change_paper, note_paper, remove_paper
from apps.reports.actions.justifying import justify, withdraw_justification
from apps.reports.actions.receiving import confirm, receive
from apps.reports.actions.requests import issue_request, record_issuing, save_request
from apps.reports.actions.sending import send, send_on_behalf
from apps.reports.actions.writing import write_prose

__all__ = [
    "Asked",
    "Line",
    "answer",
    "ask",
    "change_paper",
    "confirm",
    "issue_request",
    "justify",
    "note_paper",
    "receive",
    "record_issuing",
    "remove_paper",
    "save_request",
    "send",
    "send_on_behalf",
    "withdraw",
    "withdraw_justification",
    "write_prose",
]
