"""A year as it is typed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from apps.core.forms import VietnameseIntegerField
from apps.honours.models.decisions import FIRST_YEAR, LAST_YEAR


class YearField(VietnameseIntegerField):
    """A year is written 2019, never 2.019."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "class": "field-year"})
        super().__init__(min_value=FIRST_YEAR, max_value=LAST_YEAR, widget=widget, **options)

    def clean(self, value: Any) -> int | None:
        try:
            found: int | None = super().clean(value)
        except forms.ValidationError as error:
            if error.code in ("too_small", "too_large"):
                message = _("“%(value)s” is not a year. Expected four digits, for example 2019.") % {"value": value}
                raise forms.ValidationError(message, code="year") from error
            raise
        return found
