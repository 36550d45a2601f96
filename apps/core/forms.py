"""How forms of every app look and read: labels above, an error summary that links to its fields, Vietnamese figures."""

import re
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from apps.core.words import day, number


class Helper(FormHelper):  # type: ignore[misc]  # crispy has no types
    """`self.helper = Helper()`; the template writes the form element and its buttons around `{% crispy form %}`."""

    form_tag = False
    disable_csrf = False
    include_media = False


class Plain(forms.Form):
    """A form that stands for no model, laid out as all are."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()


def refuse(form: forms.BaseForm, error: ValidationError) -> None:
    """Puts what an action refused at the fields of the form; what concerns none of its fields, above them all."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for field, errors in error.error_dict.items():
        form.add_error(field if field in form.fields else None, errors)


_GROUPED = re.compile(r"[+-]?\d{1,3}([.,\s\u00a0\u202f])\d{3}(?:\1\d{3})*")
_PLAIN = re.compile(r"[+-]?\d+")


def whole_number(written: str) -> int | None:
    """ "1.200.000", "1 200 000", "1,200,000" or "1200000"; None where it is no whole number ("1.5", "12.34", "x")."""
    text = written.strip()
    if _PLAIN.fullmatch(text) or _GROUPED.fullmatch(text):
        return int(re.sub(r"[.,\s\u00a0\u202f]", "", text))
    return None


_DAY = re.compile(r"(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def day_of(written: str) -> date | None:
    """ "05/07/2019", "5/7/2019", "5-7-2019" or "2019-07-05"; None where there is no such day."""
    text = written.strip()
    if match := _DAY.fullmatch(text):
        day_number, month, year = (int(part) for part in match.groups())
    elif match := _ISO_DAY.fullmatch(text):
        year, month, day_number = (int(part) for part in match.groups())
    else:
        return None
    try:
        return date(year, month, day_number)
    except ValueError:
        return None


class VietnameseIntegerInput(forms.TextInput):
    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "numeric", "autocomplete": "off", "class": "field-number", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        return number(value) if isinstance(value, int) else value


class VietnameseIntegerField(forms.Field):
    """A whole number as offices write it. `unit` ("đồng", "người") stands in messages."""

    widget = VietnameseIntegerInput
    default_error_messages = {
        "required": _("Not filled in. Expected a whole number, for example 1.200.000; enter 0 if there was none."),
        "invalid": _("“%(value)s” is not a whole number. Expected digits, for example 12 or 1.200.000."),
        "too_small": _("%(value)s is too small. Expected %(limit)s or more."),
        "too_large": _("%(value)s is too large. Expected %(limit)s or less."),
    }

    def __init__(self, *, min_value: int | None = 0, max_value: int | None = 9_223_372_036_854_775_807, **options: Any):
        self.min_value, self.max_value = min_value, max_value
        super().__init__(**options)

    def to_python(self, value: Any) -> int | None:
        if value is None or isinstance(value, int):
            return value
        if not str(value).strip():
            return None
        parsed = whole_number(str(value))
        if parsed is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid", params={"value": value})
        return parsed

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is None:
            return
        if self.min_value is not None and value < self.min_value:
            params = {"value": number(value), "limit": number(self.min_value)}
            raise ValidationError(self.error_messages["too_small"], code="too_small", params=params)
        if self.max_value is not None and value > self.max_value:
            params = {"value": number(value), "limit": number(self.max_value)}
            raise ValidationError(self.error_messages["too_large"], code="too_large", params=params)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class VietnameseDateInput(forms.DateInput):
    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        defaults = {
            "inputmode": "numeric",
            "placeholder": _("day/month/year"),
            "autocomplete": "off",
            "class": "field-date",
        }
        super().__init__({**defaults, **(attrs or {})}, format="%d/%m/%Y")

    def format_value(self, value: Any) -> str | None:
        return day(value) if isinstance(value, date) else value


class VietnameseDateField(forms.Field):
    """A day written dd/MM/yyyy; 31/06/2019 is named as a day that does not exist."""

    widget = VietnameseDateInput
    default_error_messages = {
        "required": _("Not filled in. Expected a day, for example 05/07/2019."),
        "invalid": _("“%(value)s” is not a day. Expected day/month/year, for example 05/07/2019."),
        "no_such_day": _("There is no day %(value)s. Expected day/month/year, for example 05/07/2019."),
        "too_early": _("%(value)s is too early. Expected %(limit)s or later."),
        "too_late": _("%(value)s is too late. Expected %(limit)s or earlier."),
    }

    def __init__(self, *, min_value: date | None = None, max_value: date | None = None, **options: Any):
        self.min_value, self.max_value = min_value, max_value
        super().__init__(**options)

    def to_python(self, value: Any) -> date | None:
        if value is None or isinstance(value, date):
            return value
        text = str(value).strip()
        if not text:
            return None
        parsed = day_of(text)
        if parsed is None:
            code = "no_such_day" if _DAY.fullmatch(text) or _ISO_DAY.fullmatch(text) else "invalid"
            raise ValidationError(self.error_messages[code], code=code, params={"value": text})
        return parsed

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is None:
            return
        if self.min_value is not None and value < self.min_value:
            params = {"value": day(value), "limit": day(self.min_value)}
            raise ValidationError(self.error_messages["too_early"], code="too_early", params=params)
        if self.max_value is not None and value > self.max_value:
            params = {"value": day(value), "limit": day(self.max_value)}
            raise ValidationError(self.error_messages["too_late"], code="too_late", params=params)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True
