"""The letter that asks for reports; the register of what came in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.core.forms import Helper, VietnameseDateField
from apps.offices.forms.issuing import Scan
from apps.reports.enums import Carrier

LONG = 10_000


class RequestForm(forms.Form):
    """`version` is that of the letter the author saw; 0 where none was saved yet."""

    due_on = VietnameseDateField(label=_("Reports due on"))
    symbol = forms.CharField(
        label=_("Symbol"), max_length=40, required=False,
        help_text=_("What stands after the stroke: “Số: …/VPĐĐBQH”. The number is noted after signing."),
    )  # fmt: skip
    recipients = forms.CharField(
        label=_("Addressed to"), max_length=LONG, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("One a line."),
    )  # fmt: skip
    introduction = forms.CharField(label=_("Introduction"), max_length=LONG, widget=forms.Textarea(attrs={"rows": 5}))
    outline = forms.CharField(
        label=_("Outline of the report"), max_length=LONG, widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("One section a line; a), b), c) are put before them. At most 23."),
    )  # fmt: skip
    form = forms.CharField(
        label=_("Form of the report"), max_length=LONG, required=False, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("A line is a paragraph."),
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()

    def clean_outline(self) -> str:
        lines = [line for line in str(self.cleaned_data["outline"]).splitlines() if line.strip()]
        if len(lines) > 23:
            raise forms.ValidationError(_("An outline has 23 lines at most."), code="too_long")
        return "\n".join(lines)


class IncomingForm(forms.Form):
    number = forms.CharField(
        label=_("Number and symbol"), max_length=60, help_text=_("As on the paper, for example 32/BC-VPĐĐBQH.")
    )
    dated_on = VietnameseDateField(label=_("Dated"))
    came_in_on = VietnameseDateField(label=_("Came in on"))
    carrier = forms.ChoiceField(label=_("Came in"), choices=Carrier.choices)
    note = forms.CharField(label=_("Note"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    scan = Scan()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
