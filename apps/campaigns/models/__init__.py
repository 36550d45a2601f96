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
from apps.campaigns.models.movements import (
    Campaign,
    CampaignCriterion,
    CampaignOffice,
    CampaignPaper,
    CampaignPhase,
    CampaignPrize,
    CampaignVersion,
    Confirmation,
)
from apps.campaigns.models.papers import Invitation, IssuedPaper, Minutes
from apps.campaigns.models.periods import Period
from apps.campaigns.models.tasks import Task, TaskProgress

__all__ = [
    "AssemblySession",
    "AssemblyTerm",
    "Campaign",
    "CampaignCriterion",
    "CampaignOffice",
    "CampaignPaper",
    "CampaignPhase",
    "CampaignPrize",
    "CampaignVersion",
    "Chair",
    "Conference",
    "Confirmation",
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
