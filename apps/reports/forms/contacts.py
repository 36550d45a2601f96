"""A contact with an office: how, with whom, what was said."""

from __future__ import annotations

from typing import Any

from django import forms

from apps.core.forms import Helper
from apps.reports.models import Contact


class ContactForm(forms.ModelForm[Contact]):
    class Meta:
        model = Contact
        fields = ("way", "person", "note")
        widgets = {"note": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
