"""What is asked when people and collectives register. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from apps.core.forms import Plain, VietnameseDateField
from apps.honours.enums import Subject
from apps.pledges.pages import Catalogue, Reached
from apps.pledges.registered import Aim, digest_of


class RoundForm(Plain):
    cut_off_on = VietnameseDateField(
        label=_("Counted as of"), help_text=_("Who belongs to an office on this day is counted and registers.")
    )
    due_on = VietnameseDateField(label=_("To be sent by"), required=False)


class WishForm(Plain):
    """The titles and forms that one person, or one collective, aims for, each with the sentence that says whether it is
    within reach (`chances`, by code). `seen` is the digest of what was registered when the form was opened."""

    honours = forms.MultipleChoiceField(label=_("Aims for"), required=False, widget=forms.CheckboxSelectMultiple)
    initiative = forms.CharField(
        label=_("Planned initiative"), max_length=300, required=False,
        help_text=_("For the highest title, where one is needed."),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def __init__(
        self, *args: Any, known: Catalogue, subject: Subject, chances: Mapping[str, Reached],
        aims: tuple[Aim, ...] = (), **kwargs: Any,
    ) -> None:  # fmt: skip
        initial = {
            "seen": digest_of(aims),
            "honours": [aim.honour for aim in aims],
            "initiative": next((aim.initiative for aim in aims if aim.initiative), ""),
        }
        super().__init__(*args, initial=initial, **kwargs)
        choice = self.fields["honours"]
        assert isinstance(choice, forms.MultipleChoiceField)
        names = known.names
        choice.choices = [
            (
                each.code,
                render_to_string("pledges/_choice.html", {"name": names[each.code], "each": chances[each.code]}),
            )
            for each in known.of(subject)
        ]
        if subject == Subject.COLLECTIVE:
            del self.fields["initiative"]


class CollectiveForm(WishForm):
    unit = forms.CharField(label=_("Division"), max_length=160, help_text=_("For example Phòng Tổng hợp."))
    field_order = ("unit", "honours", "seen")


class AskForm(Plain):
    what = forms.CharField(label=_("To be completed"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)


class ApprovalForm(Plain):
    decision = forms.CharField(label=_("Decision of the deciding body"), max_length=200)
    on = VietnameseDateField(label=_("Approved on"))

    def __init__(self, *args: Any, decision: str = "", on: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, initial={"decision": decision, "on": on}, **kwargs)
