"""What was promised: pledges with their versions and targets, and registrations."""

from apps.pledges.models.registrations import Registration, RegistrationRound, RegistrationSheet, SheetVersion

__all__ = ["Registration", "RegistrationRound", "RegistrationSheet", "SheetVersion"]
