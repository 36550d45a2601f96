"""What is asked when a year is set up and a conference is prepared and recorded. Nothing is written here."""

from apps.campaigns.forms.calendar import (
    CHAIRS,
    AskExtensionForm,
    CampaignForm,
    ChairForm,
    ConferenceForm,
    DecideExtensionForm,
    GiveExtensionForm,
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
    "AskExtensionForm",
    "CampaignForm",
    "ChairForm",
    "ConferenceForm",
    "DecideExtensionForm",
    "DelegateForm",
    "GiveExtensionForm",
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
