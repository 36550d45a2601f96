"""What is asked around a conference: points of its programme, people, talks, its papers, tasks that come of it."""

from __future__ import annotations

import re
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from apps.campaigns.enums import DelegateKind
from apps.campaigns.models import Contribution, Delegate, Invitation, Minutes
from apps.core.forms import Helper, Plain, VietnameseDateField
from apps.offices.models import Office

_HOUR = re.compile(r"(\d{1,2})(?:\s*(?:[:.hg]|giờ)\s*(\d{1,2})?\s*(?:phút|ph|p)?)?", re.IGNORECASE)


class HourInput(forms.TextInput):
    def __init__(self) -> None:
        attrs = {"autocomplete": "off", "class": "field-hour", "placeholder": _("e.g. 08:30")}
        super().__init__(attrs)

    def format_value(self, value: Any) -> str | None:
        return f"{value:%H:%M}" if isinstance(value, time) else value


class HourField(forms.Field):
    """An hour as officials write it: “8h”, “8h30”, “08:30”, “8 giờ 30”."""

    widget = HourInput
    default_error_messages = {
        "required": _("Not filled in. Expected an hour, for example 08:30."),
        "invalid": _("“%(value)s” is not an hour. Expected an hour, for example 08:30."),
    }

    def to_python(self, value: Any) -> time | None:
        if value is None or isinstance(value, time):
            return value
        text = str(value).strip()
        if not text:
            return None
        match = _HOUR.fullmatch(text)
        try:
            if match:
                return time(int(match[1]), int(match[2] or 0))
        except ValueError:
            pass  # 25h, 8h75: as little an hour as any other text
        raise ValidationError(self.error_messages["invalid"], code="invalid", params={"value": text})


class PointForm(Plain):
    """A row of the programme; an empty one is left out."""

    starts_at = HourField(label=_("Hour"), required=False)
    title = forms.CharField(label=_("Content"), max_length=400, required=False)
    presenter = forms.CharField(label=_("Presented by"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if (values.get("starts_at") or values.get("presenter")) and not values.get("title"):
            self.add_error("title", _("Write down the content of this row, or clear its hour and name."))
        return values


def offered(field: forms.Field, offices: Any, *, empty: Any) -> None:
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = offices
    field.empty_label = empty


class DelegateForm(forms.ModelForm[Delegate]):
    """`offices`: those for which the writer registers; `guests`: whether people of other bodies too."""

    class Meta:
        model = Delegate
        fields = ("office", "body", "kind", "name", "post")

    def __init__(self, *args: Any, offices: Any, guests: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        self.fields["name"].label = _("Full name")
        self.fields["office"].label, self.fields["post"].label = _("Office"), _("Post")
        offered(self.fields["office"], offices, empty=_("none: a guest") if guests else None)
        self.fields["office"].required = not guests
        if guests:
            self.fields["body"].help_text = _("Only for guests: the body they come from.")
        else:
            del self.fields["body"]
            kinds = [each for each in DelegateKind.choices if each[0] == DelegateKind.DELEGATE]
            self.fields["kind"].widget = forms.HiddenInput()
            self.fields["kind"].initial = DelegateKind.DELEGATE
            self.fields["kind"].choices = kinds  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if "body" in self.fields and not self.errors.get("office"):
            if values.get("office") and values.get("body"):
                self.add_error("body", _("Choose a member office, or name the body of a guest: one of them."))
            elif not values.get("office") and not values.get("body"):
                self.add_error("body", _("Say for which body this guest comes."))
        return values

    def _post_clean(self) -> None:
        """What was asked is enough; the action writes the row, and a row that others see is not written into here."""

    def validate_unique(self) -> None:
        """The action's part."""


class TalkForm(forms.ModelForm[Contribution]):
    class Meta:
        model = Contribution
        fields = ("office", "title", "presenter", "post")

    def __init__(self, *args: Any, offices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        offered(self.fields["office"], offices, empty=None)
        self.fields["title"].label = _("Title of the talk")
        self.fields["office"].label, self.fields["post"].label = _("Office"), _("Post")
        if self.instance.pk:
            del self.fields["office"]

    def _post_clean(self) -> None:
        """As above."""


class _PaperForm(forms.ModelForm[Any]):
    """`version` is that of the paper the writer saw. A numbered one asks for the reason of its correction."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Reason of the correction"), max_length=500, required=False,
        help_text=_("The paper has its number: a correction makes a new version, the earlier one stays."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        self.fields["recipients"].widget = forms.Textarea(attrs={"rows": 4})
        if not self.instance.is_numbered:
            del self.fields["reason"]

    def _post_clean(self) -> None:
        """As above."""

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name not in ("version", "reason")}


class InvitationForm(_PaperForm):
    reply_by = VietnameseDateField(label=_("Reply by"), required=False)

    class Meta:
        model = Invitation
        fields = ("recipients", "text", "reply_by")
        widgets = {"text": forms.Textarea(attrs={"rows": 6})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recipients"].label = _("Those invited")
        self.fields["recipients"].help_text = _("One a line: an office, a person or a body. Each gets an invitation.")
        self.fields["text"].help_text = _("What stands beside day, place and programme.")

    @property
    def content(self) -> list[Any]:
        return [self[name] for name in ("recipients", "text", "reply_by")]


class MinutesForm(_PaperForm):
    started_at = HourField(label=_("Began at"), required=False)
    ended_at = HourField(label=_("Ended at"), required=False)

    class Meta:
        model = Minutes
        fields = (
            "started_at", "ended_at", "chair", "chair_post", "secretary", "secretary_post", "proceedings",
            "conclusions", "recipients",
        )  # fmt: skip
        widgets = {
            "proceedings": forms.Textarea(attrs={"rows": 14}),
            "conclusions": forms.Textarea(attrs={"rows": 6}),
        }

    @property
    def people(self) -> list[Any]:
        names = ("started_at", "ended_at", "chair", "chair_post", "secretary", "secretary_post")
        return [self[name] for name in names]

    @property
    def content(self) -> list[Any]:
        return [self[name] for name in ("proceedings", "conclusions", "recipients")]


class TaskLineForm(Plain):
    """A resolution that may become a task; without the tick it is left out."""

    chosen = forms.BooleanField(label=_("Becomes a task"), required=False)
    text = forms.CharField(label=_("Task"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    owner = forms.ModelChoiceField(
        Office.objects.none(), label=_("In charge"), required=False, empty_label=_("all offices of the cluster")
    )
    due_on = VietnameseDateField(label=_("Due on"), required=False)

    def __init__(self, *args: Any, offices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered(self.fields["owner"], offices, empty=_("all offices of the cluster"))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("chosen") and not values.get("text"):
            self.add_error("text", _("Write down what is to be done."))
        return values
