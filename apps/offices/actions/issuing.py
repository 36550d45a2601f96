"""What every paper refuses when its number is noted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.core.text import nfc
from apps.offices.issuing import IssuingData


@dataclass(frozen=True, kw_only=True)
class Noted:
    """As it stands on the signed paper. Number and day go together and no day lies ahead: anything else is refused."""

    number: int | None
    symbol: str
    signed_on: date | None
    signer: str
    signed_as: str

    def __post_init__(self) -> None:
        if (self.number is None) != (self.signed_on is None):
            missing = "number" if self.number is None else "signed_on"
            raise ValidationError({missing: _("Number and day belong together: fill in both.")}, code="pair")
        if self.signed_on and self.signed_on > timezone.localdate():
            raise ValidationError({"signed_on": _("This day lies ahead.")}, code="ahead")

    def put_on(self, row: IssuingData) -> set[str]:
        """Names the fields that it changed."""
        told = {
            "number": self.number, "symbol": nfc(self.symbol).strip(), "signed_on": self.signed_on,
            "signer": nfc(self.signer).strip(), "signed_as": nfc(self.signed_as).strip(),
        }  # fmt: skip
        changed = {name for name, value in told.items() if getattr(row, name) != value}
        for name in changed:
            setattr(row, name, told[name])
        return changed


NOTED = ("number", "symbol", "signed_on", "signer", "signed_as")
