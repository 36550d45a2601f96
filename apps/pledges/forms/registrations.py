"""What is asked when people and collectives register. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from apps.core.forms import Plain, VietnameseDateField
from apps.files.formats import ACCEPT
from apps.honours.enums import Subject
from apps.pledges.answers import Answered
from apps.pledges.pages import Catalogue, Reached
from apps.pledges.registered import Aim, Single, digest_of

LONGEST = 300  # of the reason of a refusal


class RoundForm(Plain):
    cut_off_on = VietnameseDateField(
        label=_("Counted as of"), help_text=_("Who belongs to an office on this day is counted and registers.")
    )
    opens_on = VietnameseDateField(
        label=_("Open from"), required=False,
        help_text=_("Before this day offices see the registrations and cannot begin. Left empty, they are open."),
    )  # fmt: skip
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


class AnswerForm(Plain):
    """The deciding body's answer to what was sent: `singles`, each of which may be left unapproved with a reason. Where
    it corrects one that was noted (`last`) it says why. After `is_valid()`, `refused` has the reasons by registration.
    """

    decision = forms.CharField(
        label=_("Decision"), max_length=200, help_text=_("Kind and number of the paper, for example Quyết định số 12.")
    )
    body = forms.CharField(
        label=_("Deciding body"), max_length=200, help_text=_("As it signs, for example Văn phòng Quốc hội.")
    )
    on = VietnameseDateField(label=_("Day of the decision"))
    upload = forms.FileField(
        label=_("File of the decision"), required=False, widget=forms.FileInput(attrs={"accept": ACCEPT})
    )
    reason = forms.CharField(label=_("Reason of the correction"), widget=forms.Textarea(attrs={"rows": 2}))
    number = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, singles: Sequence[Single], number: int, last: Answered | None = None, **kwargs: Any
    ) -> None:
        initial: dict[str, Any] = {"number": number, "seen": last.row.number if last else 0}
        if last:
            initial |= {"decision": last.row.decision, "body": last.row.body, "on": last.row.answered_on}
        super().__init__(*args, initial=initial, **kwargs)
        if last is None:
            del self.fields["reason"]
        elif last.row.file:
            self.fields["upload"].help_text = _("The one kept stays unless you choose another: %(name)s.") % {
                "name": last.row.file.name
            }
        self.singles, self.refused = singles, dict[Single, str]()
        self._before = last.reasons if last else {}

    @property
    def rows(self) -> list[tuple[str, Single, str]]:
        """The name of each field, whose registration it is, and the reason as it was written."""
        return [
            (name, single, self.data.get(name, "") if self.is_bound else self._before.get(single, ""))
            for name, single in ((f"because-{place}", single) for place, single in enumerate(self.singles))
        ]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for _name, single, because in self.rows:
            if len(because) > LONGEST:
                message = _("%(who)s, %(title)s: the reason has at most %(count)s characters.")
                words = {"who": single.who, "title": single.title, "count": LONGEST}
                self.add_error(None, ValidationError(message, params=words))
            elif because.strip():
                self.refused[single] = because.strip()
        return cleaned
