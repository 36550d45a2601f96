"""What was promised: pledges with their versions and targets, and registrations."""

from apps.pledges.models.answers import RegistrationAnswer, RegistrationRefusal
from apps.pledges.models.pledges import Pledge, PledgeContent, PledgeTarget, PledgeVersion, PledgeVersionQuerySet
from apps.pledges.models.registrations import Registration, RegistrationRound, RegistrationSheet, SheetVersion

__all__ = [
    "Pledge",
    "PledgeContent",
    "PledgeTarget",
    "PledgeVersion",
    "PledgeVersionQuerySet",
    "Registration",
    "RegistrationAnswer",
    "RegistrationRefusal",
    "RegistrationRound",
    "RegistrationSheet",
    "SheetVersion",
]
