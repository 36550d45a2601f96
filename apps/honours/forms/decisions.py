"""A decision and its lines, as they are typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from apps.core.forms import Helper, VietnameseDateField
from apps.honours.actions import Line, where_in_year
from apps.honours.enums import Occasion
from apps.honours.forms.filters import honour_choices
from apps.honours.forms.years import YearField
from apps.honours.models import Decision, Honour
from apps.honours.people import Found, Known

MOST_LINES = 500


class DecisionForm(forms.ModelForm[Decision]):
    signed_on = VietnameseDateField(label=_("Signed on"))
    upload = forms.FileField(label=_("Scan"), required=False)

    class Meta:
        model = Decision
        fields = ("number", "symbol", "signed_on", "body", "signer", "signer_post")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        self.fields["symbol"].help_text = _("For example QĐ-VPQH or QĐ-UBND.")
        self.fields["body"].help_text = _("As the decision's letterhead names it.")

    def _post_clean(self) -> None:
        """The action checks and writes."""

    @property
    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "upload"}


class RevokeForm(forms.Form):
    number = forms.CharField(label=_("Number of the decision"), max_length=60)
    signed_on = VietnameseDateField(label=_("Signed on"))
    body = forms.CharField(label=_("Deciding body"), max_length=200)
    revoked_from = VietnameseDateField(label=_("Revoked from"), required=False)
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        self.fields["body"].help_text = _("An award is revoked by the level that decided it.")
        self.fields["revoked_from"].help_text = _("Empty: from the day of that decision.")


class LineForm(forms.Form):
    """One line; an empty one is left out. `code` is what was chosen from the list, else the name is looked up."""

    who = forms.CharField(label=_("Person or collective"), required=False, max_length=200)
    code = forms.CharField(required=False, widget=forms.HiddenInput)
    honour = forms.ChoiceField(label=_("Title or form"), required=False)
    year = YearField(label=_("Year"), required=False)
    year_from = YearField(label=_("From year"), required=False)
    occasion = forms.ChoiceField(label=_("Kind of commendation"), required=False)
    unit = forms.CharField(label=_("Division or unit"), required=False, max_length=160)
    honour_name = forms.CharField(label=_("Name on the decision"), required=False, max_length=200)

    def __init__(
        self, *args: Any, known: Known, honours: Mapping[str, Honour], choices: list[Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known, self.honours = known, honours
        self.found: Found | None = None
        self.fields["honour"].choices = [("", "…"), *choices]  # type: ignore[attr-defined]
        self.fields["occasion"].choices = [("", "–"), *Occasion.choices]  # type: ignore[attr-defined]
        for name, field in self.fields.items():
            field.widget.attrs |= {"aria-label": str(field.label or ""), "autocomplete": "off"}
            kind = "form-select" if name in ("honour", "occasion") else "form-control"
            field.widget.attrs["class"] = f"{kind} line-{name.replace('_', '-')}"

    @property
    def is_blank(self) -> bool:
        """Nobody is named: what was copied into a line that nobody filled in does not count."""
        return not any(str(self.data.get(self.add_prefix(name)) or "").strip() for name in ("who", "code"))

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if self.is_blank:
            self._errors = self.error_class()
            return values
        self._find(values.get("who", ""), values.get("code", ""))
        for name, message in (("honour", gettext("Choose a title or form.")), ("year", gettext("Give the year."))):
            if not values.get(name) and name not in self.errors:
                self.add_error(name, message)
        return values

    def _find(self, who: str, code: str) -> None:
        chosen = self.known.by_code.get(code)
        named = [chosen] if chosen else self.known.named(who)
        if len(named) == 1:
            self.found = named[0]
        elif named:
            several = "; ".join(f"{each.name} ({each.note})" for each in named)
            self.add_error(
                "who", gettext("Several are called so: %(names)s. Choose one from the list.") % {"names": several}
            )
        else:
            message = gettext("“%(name)s” is not among the people and offices for which you enter.")
            self.add_error("who", message % {"name": who})


class LinesFormSet(forms.BaseFormSet[LineForm]):
    """`lines()`: what was typed, each with the number of its form."""

    @property
    def filled(self) -> list[tuple[int, LineForm]]:
        return [(index, form) for index, form in enumerate(self.forms) if not form.is_blank]

    def clean(self) -> None:
        if not self.filled and not any(self.errors):
            raise forms.ValidationError(gettext("Name at least one person or collective."), code="empty")

    def lines(self) -> list[tuple[int, Line]]:
        """Only of valid forms. One query for each year that is named."""
        filled = [(index, form) for index, form in self.filled if form.found is not None]
        by_year: dict[int, set[int]] = {}
        for _index, form in filled:
            if form.found and form.found.person:
                by_year.setdefault(form.cleaned_data["year"], set()).add(form.found.person.pk)
        there = {year: where_in_year(people, year) for year, people in by_year.items()}
        return [(index, self._line(form, there)) for index, form in filled]

    def _line(self, form: LineForm, there: Mapping[int, Mapping[int, int]]) -> Line:
        values, found = form.cleaned_data, form.found
        assert found is not None
        honour = form.honours[values["honour"]]
        common = {
            "honour": honour, "year": values["year"], "year_from": values["year_from"],
            "occasion": values["occasion"], "honour_name": values["honour_name"],
        }  # fmt: skip
        if found.person is None:
            return Line(office=found.office, collective=values["unit"], **common)
        office = form.known.by_code.get(f"o{there[values['year']].get(found.person.pk)}")
        return Line(person=found.person, office=office.office if office else None, unit_name=values["unit"], **common)


def lines_formset(data: Any, known: Known, day: Any, *, extra: int = 3) -> LinesFormSet:
    """`day`: whose law names the honours to choose from."""
    made = forms.formset_factory(
        LineForm, formset=LinesFormSet, extra=extra, max_num=MOST_LINES, absolute_max=MOST_LINES, validate_max=True
    )
    honours = {str(each.pk): each for each in Honour.objects.all()}
    options: dict[str, Any] = {"known": known, "honours": honours, "choices": honour_choices(None, day)}
    formset = made(data, prefix="line", form_kwargs=options)
    assert isinstance(formset, LinesFormSet)
    return formset
