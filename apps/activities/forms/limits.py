"""Limits of law: a new one, and the last day of one that ends."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.activities.limits.codes import Code
from apps.core.forms import Helper, VietnameseDateField, VietnameseIntegerField


class LimitForm(forms.Form):
    code = forms.ChoiceField(label=_("What is limited"), choices=[("", _("Not chosen")), *Code.choices])
    amount = VietnameseIntegerField(label=_("Days or people"), min_value=1, max_value=1000)
    working_days = forms.BooleanField(label=_("Counted in working days"), required=False)
    clause = forms.CharField(
        label=_("Clause"), max_length=300, help_text=_("Article, and number of the instrument, as it is cited.")
    )
    valid_from = VietnameseDateField(label=_("In force from"))
    valid_to = VietnameseDateField(
        label=_("In force to"), required=False, help_text=_("Blank while no end has been laid down.")
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()


class EndForm(forms.Form):
    valid_to = VietnameseDateField(label=_("Last day in force"))
    note = forms.CharField(
        label=_("Note"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The instrument that ends or replaces it."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
