"""The calendar: movements, reporting periods, conferences, tasks; terms and sessions of the National Assembly."""

from apps.campaigns.models.assembly import AssemblySession, AssemblyTerm
from apps.campaigns.models.conferences import (
    Chair,
    Conference,
    Contribution,
    Delegate,
    ProgrammeItem,
)
from apps.campaigns.models.extensions import Extension
from apps.campaigns.models.papers import Invitation, IssuedPaper, Minutes
from apps.campaigns.models.periods import Campaign, Period
from apps.campaigns.models.tasks import Task, TaskProgress

__all__ = [
    "AssemblySession",
    "AssemblyTerm",
    "Campaign",
    "Chair",
    "Conference",
    "Contribution",
    "Delegate",
    "Extension",
    "Invitation",
    "IssuedPaper",
    "Minutes",
    "Period",
    "ProgrammeItem",
    "Task",
    "TaskProgress",
]
