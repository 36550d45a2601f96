"""Model fields that every floor uses: text is stored as NFC, whatever it came in as."""

from typing import Any

from django.db import models

from apps.core.text import nfc


class NFCCharField(models.CharField[Any, str]):
    """Short text, stored as NFC without blanks around."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return nfc(value) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return nfc(value) if isinstance(value, str) else value


class NFCTextField(models.TextField[Any, str]):
    """Long text, stored as NFC without blanks around."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return nfc(value) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return nfc(value) if isinstance(value, str) else value
