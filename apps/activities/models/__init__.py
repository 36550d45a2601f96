"""What was done: records by kind, direct figures, imports."""

from apps.activities.enums import Kind
from apps.activities.models.defined import Defined, DefinedField, DefinedKind
from apps.activities.models.details import (
    CitizenReception,
    Detail,
    DraftLaw,
    Experience,
    LawConsultation,
    SocialWork,
    Supervision,
    VoterMeeting,
)
from apps.activities.models.evidence import Evidence
from apps.activities.models.figures import DirectFigure
from apps.activities.models.imports import Import, ImportChange, ImportPart, Mapping
from apps.activities.models.limits import LegalLimit
from apps.activities.models.petitions import Opinions, Petitions
from apps.activities.models.records import Record
from apps.activities.models.supervisions import Recommendation

DETAILS: dict[str, type[Detail]] = {
    Kind.SUPERVISION: Supervision,
    Kind.VOTER_MEETING: VoterMeeting,
    Kind.LAW_CONSULTATION: LawConsultation,
    Kind.CITIZEN_RECEPTION: CitizenReception,
    Kind.SOCIAL_WORK: SocialWork,
    Kind.EXPERIENCE: Experience,
    Kind.OPINIONS: Opinions,
    Kind.PETITIONS: Petitions,
    Kind.DEFINED: Defined,
}

__all__ = [
    "DETAILS",
    "CitizenReception",
    "Defined",
    "DefinedField",
    "DefinedKind",
    "DirectFigure",
    "DraftLaw",
    "Evidence",
    "Experience",
    "Import",
    "ImportChange",
    "ImportPart",
    "LawConsultation",
    "LegalLimit",
    "Mapping",
    "Opinions",
    "Petitions",
    "Recommendation",
    "Record",
    "SocialWork",
    "Supervision",
    "VoterMeeting",
]
