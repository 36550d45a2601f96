"""What is asked when a pledge is prepared, signed and amended. Nothing is written here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.core.forms import Plain, VietnameseDateField, whole_number
from apps.core.text import nfc
from apps.files.formats import ACCEPT
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.pledges.enums import Comparison
from apps.pledges.promised import Promise, fault, rate_of

LARGEST = 9_223_372_036_854_775_807
LONGEST = 4000  # characters of one paragraph of a paper
ROWS_OF_TEXT = {"rows": 2}


class OpeningForm(Plain):
    """What stands before the lines; `reason` only where a version amends another."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label=gettext_lazy("Reason for the amendment"), widget=forms.Textarea(attrs=ROWS_OF_TEXT))
    opening = forms.CharField(
        label=gettext_lazy("Opening"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("What stands before the contents. Each line is a paragraph of the paper."),
    )  # fmt: skip

    def __init__(self, *args: Any, amends: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not amends:
            del self.fields["reason"]


class ContentForm(Plain):
    text = forms.CharField(
        label=gettext_lazy("Content"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs=ROWS_OF_TEXT)
    )  # fmt: skip

    def clean_text(self) -> str:
        return nfc(self.cleaned_data["text"])


class TargetForm(Plain):
    """One target. `known`: the year's indicators by code; `labels`: the same with last year's figures, as choices."""

    text = forms.CharField(
        label=gettext_lazy("Target"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs=ROWS_OF_TEXT)
    )  # fmt: skip
    indicator = forms.ChoiceField(label=gettext_lazy("Measured by"), required=False)
    comparison = forms.ChoiceField(label=gettext_lazy("Comparison"), required=False)
    level = forms.CharField(label=gettext_lazy("Level to reach"), required=False, max_length=24)

    def __init__(
        self, *args: Any, known: dict[str, Indicator], labels: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        self.promise: Promise | None = None
        self.fields["indicator"].choices = [("", _("in words alone")), *labels]  # type: ignore[attr-defined]
        self.fields["comparison"].choices = [("", "–"), *Comparison.choices]  # type: ignore[attr-defined]
        self.fields["level"].widget.attrs |= {"inputmode": "decimal", "autocomplete": "off", "class": "field-number"}

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if self.errors:
            return values
        text, level = nfc(values.get("text", "")), values.get("level", "").strip()
        indicator = self.known.get(values.get("indicator", ""))
        if not text and indicator is None and not level:
            return values  # an empty row is left out
        self.promise = self._promised(text or (indicator.name if indicator else ""), indicator, level)
        wrong = fault(self.promise)
        if wrong is not None and not self.errors:
            self.add_error(*wrong)
        return values

    def _promised(self, text: str, indicator: Indicator | None, level: str) -> Promise:
        if indicator is None:
            return Promise(text, None, Comparison.AT_LEAST if level else "")  # a level of what?
        comparison = self.cleaned_data.get("comparison") or Comparison.AT_LEAST
        if indicator.aggregation == Aggregation.RATIO and comparison == Comparison.AT_LEAST:
            comparison = Comparison.PERCENTAGE  # of a rate “at least” can mean nothing else
        if comparison == Comparison.PERCENTAGE:
            numerator, denominator = self._rate(level) or (None, None)
            return Promise(text, indicator, comparison, None, numerator, denominator)
        return Promise(text, indicator, comparison, self._count(level))

    def _rate(self, level: str) -> tuple[int, int] | None:
        found = rate_of(level)
        if level and found is None:
            message = _("“%(value)s” is no rate. Expected a percentage up to 100, for example 97,5.")
            self.add_error("level", ValidationError(message, params={"value": level}))
        return found

    def _count(self, level: str) -> int | None:
        found = whole_number(level)
        if level and (found is None or not 0 <= found <= LARGEST):
            message = _("“%(value)s” is not a whole number. Expected digits, for example 12 or 1.200.000.")
            self.add_error("level", ValidationError(message, params={"value": level}))
            return None
        return found


class SigningForm(Plain):
    revision = forms.IntegerField(widget=forms.HiddenInput)
    signed_on = VietnameseDateField(label=gettext_lazy("Signed on"))
    signer = forms.CharField(label=gettext_lazy("Signer"), max_length=120)
    signed_as = forms.CharField(
        label=gettext_lazy("Signed as"), max_length=200, widget=forms.Textarea(attrs=ROWS_OF_TEXT),
        help_text=gettext_lazy("As it stands above the signature, one a line."),
    )  # fmt: skip
    witness = forms.CharField(label=gettext_lazy("Witness"), max_length=120, required=False)
    witness_post = forms.CharField(
        label=gettext_lazy("Witness's post"), max_length=200, required=False,
        help_text=gettext_lazy("For example of the Emulation Council, or of the trade union."),
    )  # fmt: skip


class AmendForm(Plain):
    reason = forms.CharField(
        label=gettext_lazy("Reason for the amendment"), widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("It stands on the new version. The one signed before stays as it is."),
    )  # fmt: skip


class ScanForm(Plain):
    upload = forms.FileField(label=gettext_lazy("Signed scan"), widget=forms.FileInput(attrs={"accept": ACCEPT}))
