"""What was done: records by kind, direct figures, imports."""

from apps.activities.models.details import (
    DETAILS,
    CitizenReception,
    DraftLaw,
    Experience,
    LawConsultation,
    SocialWork,
    Supervision,
    VoterMeeting,
)
from apps.activities.models.figures import DirectFigure
from apps.activities.models.imports import Import
from apps.activities.models.records import Record

__all__ = [
    "DETAILS",
    "CitizenReception",
    "DirectFigure",
    "DraftLaw",
    "Experience",
    "Import",
    "LawConsultation",
    "Record",
    "SocialWork",
    "Supervision",
    "VoterMeeting",
]
