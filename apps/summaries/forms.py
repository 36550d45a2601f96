"""Typing and rewording: shape and messages; no writes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.core.forms import Helper
from apps.summaries.enums import ProseSection

LONG = 20_000


class ProseForm(forms.Form):
    """One field for each section that the secretariat types; a line is a paragraph.

    `seen` holds the texts that the editor saw, as digests by section in one hidden field.
    """

    seen = forms.JSONField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for section in ProseSection:
            self.fields[section] = forms.CharField(
                label=str(section.label)[:1].upper() + str(section.label)[1:],
                required=False,
                max_length=LONG,
                widget=forms.Textarea(attrs={"rows": 3 if section != ProseSection.RECIPIENTS else 4}),
            )
        self.helper = Helper()


class WordingForm(forms.Form):
    """`version` is that of the wording the editor saw; 0 where there was none."""

    text = forms.CharField(
        label=_("Wording of the paragraph"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 9, "class": "paper-text"}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
