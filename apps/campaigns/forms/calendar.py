"""What is asked when a year is set up. Nothing is written here."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from apps.campaigns.enums import SessionKind
from apps.campaigns.models import AssemblySession, AssemblyTerm, Conference, Task
from apps.core.forms import Helper, Plain, VietnameseDateField, VietnameseIntegerField
from apps.offices.models import Office

CHAIRS = 4


class PeriodForm(Plain):
    starts_on = VietnameseDateField(label=_("Data from"))
    ends_on = VietnameseDateField(label=_("Data to"))
    due_on = VietnameseDateField(label=_("Reports due on"), required=False)
    closes_on = VietnameseDateField(label=_("Figures closed on"), required=False)
    build_on = VietnameseDateField(
        label=_("Report built on"), required=False, help_text=_("On this day the report is put together by itself.")
    )


class ConferenceForm(forms.ModelForm[Conference]):
    held_on = VietnameseDateField(label=_("Day"))

    class Meta:
        model = Conference
        fields = ("period", "kind", "title", "held_on", "part_of_day", "place", "host", "superiors", "resolutions")
        widgets = {
            "superiors": forms.Textarea(attrs={"rows": 3}),
            "resolutions": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args: Any, periods: Any, offices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        for name, rows in (("period", periods), ("host", offices)):
            choice = self.fields[name]
            assert isinstance(choice, forms.ModelChoiceField)
            choice.queryset = rows
        self.fields["period"].label = _("Counts in")
        self.fields["period"].help_text = _("What belongs to the conference counts in this period, whatever its day.")


class ChairForm(Plain):
    """One line; a line without an office is left out."""

    office = forms.ModelChoiceField(Office.objects.none(), label=_("Office"), required=False)
    person = forms.CharField(label=_("Full name"), max_length=120, required=False)
    post = forms.CharField(label=_("Post"), max_length=160, required=False)

    def __init__(self, *args: Any, offices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["office"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = offices

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        if (values.get("person") or values.get("post")) and not values.get("office") and "office" not in self.errors:
            self.add_error("office", _("Say for which office this person chairs."))
        return values


class TaskForm(forms.ModelForm[Task]):
    due_on = VietnameseDateField(label=_("Due on"), required=False)

    class Meta:
        model = Task
        fields = ("text", "owner", "due_on")
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, offices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        owner = self.fields["owner"]
        assert isinstance(owner, forms.ModelChoiceField)
        owner.queryset = offices
        owner.empty_label = _("all offices of the cluster")


class TermForm(forms.ModelForm[AssemblyTerm]):
    number = VietnameseIntegerField(label=_("Term"), min_value=1, max_value=99)
    starts_on = VietnameseDateField(label=_("From"))
    ends_on = VietnameseDateField(label=_("To"))

    class Meta:
        model = AssemblyTerm
        fields = ("number", "starts_on", "ends_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()


class SessionForm(forms.ModelForm[AssemblySession]):
    number = VietnameseIntegerField(label=_("Session"), min_value=1, max_value=99)
    opens_on = VietnameseDateField(label=_("Opens on"), required=False)
    closes_on = VietnameseDateField(label=_("Closes on"), required=False)

    class Meta:
        model = AssemblySession
        fields = ("term", "kind", "number", "opens_on", "closes_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        self.fields["term"].label = _("Term")
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.label = _("Kind of session")
        kind.choices = [(value, capfirst(str(word))) for value, word in SessionKind.choices]


class AskExtensionForm(Plain):
    """The office asks for more time."""

    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)
    wanted_until = VietnameseDateField(label=_("Asked for until"))


class DecideExtensionForm(Plain):
    """Granted until a day, or refused for a reason: which of both, the button says."""

    granted_until = VietnameseDateField(label=_("Granted until"), required=False)
    decision = forms.CharField(
        label=_("Remark"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000, required=False,
        help_text=_("Needed for a refusal; the office reads it."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        granting = self.data.get("answer") == "grant"
        if granting and not values.get("granted_until") and "granted_until" not in self.errors:
            self.add_error("granted_until", _("Say until which day."))
        return values


class GiveExtensionForm(Plain):
    """The secretariat opens the figures of an office that did not ask."""

    office = forms.ModelChoiceField(Office.objects.none(), label=_("Office"))
    granted_until = VietnameseDateField(label=_("Granted until"))
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000)

    def __init__(self, *args: Any, offices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["office"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = offices
