"""What is asked when a year is set up and a conference is prepared and recorded. Nothing is written here."""

from apps.campaigns.forms.calendar import (
    CHAIRS,
    CampaignForm,
    ChairForm,
    ConferenceForm,
    PeriodForm,
    Plain,
    SessionForm,
    TaskForm,
    TermForm,
)
from apps.campaigns.forms.conferences import (
    DelegateForm,
    InvitationForm,
    MinutesForm,
    PointForm,
    TalkForm,
    TaskLineForm,
)

__all__ = [
    "CHAIRS",
    "CampaignForm",
    "ChairForm",
    "ConferenceForm",
    "DelegateForm",
    "InvitationForm",
    "MinutesForm",
    "PeriodForm",
    "Plain",
    "PointForm",
    "SessionForm",
    "TalkForm",
    "TaskForm",
    "TaskLineForm",
    "TermForm",
]
