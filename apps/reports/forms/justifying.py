"""Why a figure stands although a check objects."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.core.forms import Helper

LONGEST = 2000


class JustificationForm(forms.Form):
    """`objection` is what the author had before their eyes."""

    text = forms.CharField(
        label=_("Justification"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("It goes into the notes of the office's report."),
        error_messages={"required": _("Write why the figure stands.")},
    )  # fmt: skip
    objection = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
