"""What the clerk of records notes of a paper once it was signed: one short form for each paper. Nothing is written."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.core.forms import Helper, VietnameseDateField, VietnameseIntegerField
from apps.files.formats import ACCEPT


class Scan(forms.FileField):
    """One file, looked at by the action that keeps it."""

    def __init__(self) -> None:
        widget = forms.ClearableFileInput(attrs={"accept": ACCEPT})
        super().__init__(label=_("Scan"), required=False, widget=widget, max_length=255)


class IssuingForm(forms.Form):
    number = VietnameseIntegerField(label=_("Number"), required=False, min_value=1, max_value=99_999)
    symbol = forms.CharField(label=_("Symbol"), max_length=40, required=False)
    signed_on = VietnameseDateField(label=_("Signed on"), required=False)
    signed_as = forms.CharField(
        label=_("Signed as"), max_length=200, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("As it stands above the signature, one a line: “KT. CHÁNH VĂN PHÒNG”, “PHÓ CHÁNH VĂN PHÒNG”."),
    )  # fmt: skip
    signer = forms.CharField(label=_("Signer"), max_length=120, required=False)
    scan = Scan()

    reason = forms.CharField(
        label=_("Reason of the correction"), max_length=500, required=False,
        help_text=_("The paper has its number: a correction makes a new version, the earlier one stays."),
    )  # fmt: skip

    def __init__(self, *args: Any, corrects: bool = False, **kwargs: Any) -> None:
        """`corrects`: of a paper that stays as it was numbered, so that a change needs its reason."""
        super().__init__(*args, **kwargs)
        if not corrects:
            del self.fields["reason"]
        self.helper = Helper()
