"""What is asked while a report is prepared, sent, asked about and answered. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from apps.activities.models import Record
from apps.campaigns.enums import TaskState
from apps.core.forms import Helper
from apps.indicators.models import Indicator
from apps.reports.actions import Asked
from apps.reports.enums import Section, Way

LONG, SHORT = 20_000, 2_000


class _Plain(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()


class ProseForm(_Plain):
    """`version` is that of the text the author saw; 0 where there was none."""

    text = forms.CharField(
        label=_("Text"), required=False, max_length=LONG, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("A line is a paragraph. Left empty, the section says nothing."),
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class AnswerForm(_Plain):
    """`seen` is the answer that stood there when the form was opened."""

    text = forms.CharField(label=_("Answer"), max_length=SHORT, widget=forms.Textarea(attrs={"rows": 3}))
    seen = forms.CharField(required=False, widget=forms.HiddenInput)


class ProgressForm(_Plain):
    state = forms.ChoiceField(label=_("How far the office is"), choices=[("", "–"), *TaskState.choices])
    note = forms.CharField(
        label=_("What was done, what is left"), required=False, max_length=SHORT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states: Any = self.fields["state"]
        states.choices = [("", "–"), *((value, capfirst(str(label))) for value, label in TaskState.choices)]


class SendForm(_Plain):
    """`seen` is the hash of what the head had before their eyes."""

    note = forms.CharField(required=False, max_length=SHORT)
    seen = forms.CharField(max_length=64)


class BehalfForm(_Plain):
    way = forms.ChoiceField(label=_("How the report came in"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Note"), required=False, max_length=SHORT, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Who gave the figures, when, under which number the paper will come."),
    )  # fmt: skip
    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways: Any = self.fields["way"]
        ways.choices = [(way.value, capfirst(str(way.label))) for way in (Way.TELEPHONE, Way.PAPER)]


WHOLE = "whole"


class AskForm(forms.Form):
    """A question at each line that has one: fields `figure-<code>`, `record-<id>`, `section-<section>`, `whole`."""

    def __init__(
        self, *args: Any, indicators: Sequence[Indicator], records: Mapping[int, Record], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.about: dict[str, Asked] = {WHOLE: Asked(text="")}
        self.about |= {f"figure-{each.code}": Asked(text="", indicator=each) for each in indicators}
        self.about |= {f"section-{section}": Asked(text="", section=section) for section in Section.values}
        self.about |= {f"record-{pk}": Asked(text="", record=record) for pk, record in records.items()}
        for name in self.about:
            self.fields[name] = forms.CharField(required=False, max_length=SHORT)

    @property
    def asked(self) -> list[Asked]:
        return [
            Asked(text=text, indicator=about.indicator, record=about.record, section=about.section)
            for name, about in self.about.items()
            if (text := self.cleaned_data[name])
        ]
