"""Form fields out of model fields, written the Vietnamese way."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db import connection, models
from django.forms.models import fields_for_model
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from apps.activities.models.petitions import LEAVES
from apps.core.forms import VietnameseDateField, VietnameseIntegerField

EARLIEST = date(1946, 1, 6)  # the first National Assembly was elected; anything before is a slip of the keyboard
MOST_MONEY = 1_000_000_000_000  # times MOST_GIFTS still fits the database's largest number
MOST_GIFTS = 1_000_000
MOST_PETITIONS = 10_000_000  # the sum of all leaves still fits its column
MAY_LIE_AHEAD = frozenset({"due_on"})


LIMITS = {"unit_value": MOST_MONEY, "gifts": MOST_GIFTS} | dict.fromkeys(LEAVES, MOST_PETITIONS)


def _limit(field: models.Field[Any, Any]) -> int | None:
    return LIMITS.get(field.name) or connection.ops.integer_field_range(field.get_internal_type())[1]


def _yes_no_unknown(options: dict[str, Any]) -> forms.Field:
    """Three answers: nobody said, yes, no."""
    return forms.TypedChoiceField(
        choices=[("", _("Not filled in")), ("True", capfirst(_("yes"))), ("False", capfirst(_("no")))],
        coerce=lambda sent: sent == "True",
        empty_value=None,
        **options,
    )


def formfield(field: models.Field[Any, Any], **options: Any) -> forms.Field | None:
    """Whole numbers and days as offices write them; days never in the future, except terms: it was done."""
    options = {"label": capfirst(str(field.verbose_name)), "required": not field.blank, "help_text": field.help_text}
    if isinstance(field, models.IntegerField):
        return VietnameseIntegerField(max_value=_limit(field), **options)
    if isinstance(field, models.DateField):
        latest = None if field.name in MAY_LIE_AHEAD else timezone.localdate()
        return VietnameseDateField(min_value=EARLIEST, max_value=latest, **options)
    if isinstance(field, models.TextField):
        return forms.CharField(max_length=10_000, widget=forms.Textarea(attrs={"rows": 3}), **options)
    if isinstance(field, models.BooleanField) and field.null:
        return _yes_no_unknown(options)
    made = field.formfield()
    if field.choices and isinstance(made, forms.ChoiceField):
        made.choices = [(value, capfirst(str(word))) for value, word in field.flatchoices]
    if isinstance(made, forms.ModelChoiceField):
        made.empty_label = _("Not chosen")
    return made


def fields_of(model: type[models.Model], names: tuple[str, ...]) -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = fields_for_model(model, fields=names, formfield_callback=formfield)
    return found
