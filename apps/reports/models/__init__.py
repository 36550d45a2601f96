"""Offices' reports: what is expected, what was sent, asked, answered and received; requests and chasing."""

from apps.reports.models.chasing import Contact, Reminder
from apps.reports.models.questions import Question
from apps.reports.models.reports import Justification, Prose, Report
from apps.reports.models.requests import IncomingPaper, Request
from apps.reports.models.versions import Version

__all__ = [
    "Contact",
    "IncomingPaper",
    "Justification",
    "Prose",
    "Question",
    "Reminder",
    "Report",
    "Request",
    "Version",
]
