"""What is asked of a movement: its text, phases, criteria, prizes; its launching, closing, papers, confirmations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.campaigns.models import Campaign, CampaignPaper
from apps.campaigns.movement import CriterionLine, PhaseLine, PrizeLine
from apps.core.forms import Helper, Plain, VietnameseDateField, VietnameseIntegerField
from apps.offices.models import Office

ISSUED = ("number", "symbol", "signed_on", "signer", "signed_as")


class MovementForm(forms.ModelForm[Campaign]):
    """The text of a movement. `above`: those that it may carry out; `offices`: to whom it may be launched."""

    starts_on = VietnameseDateField(label=_("From"), required=False)
    ends_on = VietnameseDateField(label=_("To"), required=False)
    confirm_by = VietnameseDateField(
        label=_("To be confirmed by"), required=False, help_text=_("Until this day the offices confirm.")
    )
    offices = forms.ModelMultipleChoiceField(
        Office.objects.none(), label=_("Launched to"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Each of these offices is asked to confirm."),
    )  # fmt: skip
    read = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Campaign
        fields = (
            "name", "theme", "kind", "level", "parent", "launched_by", "partner", "scope", "starts_on", "ends_on",
            "confirm_by",
        )  # fmt: skip
        widgets = {"theme": forms.Textarea(attrs={"rows": 3}), "scope": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, above: QuerySet[Campaign], offices: QuerySet[Office], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        labels = {
            "name": _("Name of the movement"), "theme": _("Theme"), "kind": _("Kind of movement"), "level": _("Level"),
            "parent": _("Carries out"), "launched_by": _("Launching body"), "partner": _("Together with"),
            "scope": _("Scope and those who take part"),
        }  # fmt: skip
        for name, label in labels.items():
            self.fields[name].label = label
        self.fields["theme"].help_text = _("Word for word, without quotation marks: reports quote it.")
        self.fields["partner"].help_text = _("Who launched it together with that body, for example the trade union.")
        self.fields["parent"].help_text = _("The movement of a higher level under which this one is launched.")
        for name, rows in (("parent", above), ("offices", offices)):
            choice = self.fields[name]
            assert isinstance(choice, forms.ModelChoiceField)
            choice.queryset = rows
        parent = self.fields["parent"]
        assert isinstance(parent, forms.ModelChoiceField)
        parent.empty_label = _("none: it stands by itself")

    def _post_clean(self) -> None:
        """What was asked is enough; the action writes the row, and a row that others see is not written into here."""

    def validate_unique(self) -> None:
        """The action's part."""

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name not in ("offices", "read", "reason")}


class AmendmentForm(MovementForm):
    reason = forms.CharField(
        label=_("Reason of the amendment"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000,
        help_text=_("The offices read it beside what was changed."),
    )  # fmt: skip


class PhaseForm(Plain):
    """A row; one without a name and without days is left out."""

    name = forms.CharField(label=_("Phase"), max_length=200, required=False)
    starts_on = VietnameseDateField(label=_("From"), required=False)
    ends_on = VietnameseDateField(label=_("To"), required=False)
    content = forms.CharField(label=_("Content"), max_length=2000, required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if any(values.get(name) for name in self.fields):
            for name in ("name", "starts_on", "ends_on"):
                if not values.get(name) and name not in self.errors:
                    self.add_error(name, _("Fill in the phase with both days, or clear the row."))
        return values

    def line(self) -> PhaseLine | None:
        return PhaseLine(**self.cleaned_data) if self.cleaned_data.get("name") else None


class CriterionForm(Plain):
    text = forms.CharField(label=_("Criterion"), max_length=600, required=False)
    target = forms.CharField(label=_("Target"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("target") and not values.get("text"):
            self.add_error("text", _("Write down the criterion of this row, or clear its target."))
        return values

    def line(self) -> CriterionLine | None:
        return CriterionLine(**self.cleaned_data) if self.cleaned_data.get("text") else None


class PrizeForm(Plain):
    name = forms.CharField(label=_("Prize"), max_length=300, required=False)
    quantity = VietnameseIntegerField(label=_("How many"), min_value=1, max_value=9999, required=False)
    amount = VietnameseIntegerField(label=_("Amount each (dong)"), required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        given = values.get("quantity") is not None or values.get("amount") is not None
        if given and not values.get("name"):
            self.add_error("name", _("Write down the prize of this row, or clear the row."))
        return values

    def line(self) -> PrizeLine | None:
        return PrizeLine(**self.cleaned_data) if self.cleaned_data.get("name") else None


class LaunchForm(Plain):
    on = VietnameseDateField(label=_("Launched on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate()


class CloseForm(Plain):
    outcome = forms.CharField(label=_("What came of it"), widget=forms.Textarea(attrs={"rows": 4}), max_length=10_000)
    on = VietnameseDateField(label=_("Closed on"))


class ConfirmForm(Plain):
    """`offices`: those for which the reader confirms; `behalf`: the secretariat for them, which says how it knows."""

    office = forms.ModelChoiceField(Office.objects.none(), label=_("Office"), empty_label=None)
    version = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000, required=False)

    def __init__(self, *args: Any, offices: QuerySet[Office], behalf: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["office"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = offices
        if behalf:
            self.fields["note"].label = _("How the office let you know")
            self.fields["note"].help_text = _("For example: by telephone on 15/01/2019, Mr A.")
        elif len(offices) == 1:
            choice.widget, choice.initial = forms.HiddenInput(), offices[0]


class CampaignPaperForm(forms.ModelForm[CampaignPaper]):
    number = VietnameseIntegerField(label=_("Number"), min_value=1, max_value=99_999, required=False)
    signed_on = VietnameseDateField(label=_("Signed on"), required=False)
    scan = forms.FileField(label=_("Scan"), required=False)

    class Meta:
        model = CampaignPaper
        fields = ("kind", "title", "body", *ISSUED)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        self.fields["title"].help_text = _(
            "What stands under the word PLAN, for example: launching the movement of 2019."
        )
        self.fields["symbol"].help_text = _("For example KH-VPQH-CĐ.")
        self.fields["signed_as"].widget = forms.Textarea(attrs={"rows": 2})
        self.fields["signed_as"].help_text = _("As it stands above the signature, one a line.")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        both = [name for name in ("number", "signed_on") if values.get(name) is None]
        if len(both) == 1 and not self.errors.get(both[0]):
            self.add_error(both[0], _("Number and day belong together: fill in both."))
        return values

    def _post_clean(self) -> None:
        """As above."""

    @property
    def about(self) -> list[Any]:
        return [self[name] for name in ("kind", "title", "body")]

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "scan"}
