"""What a secretariat is asked when it defines a kind of activity: the kind, and a line for each field."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.activities.actions.definitions import MOST_FIELDS, FieldWish
from apps.activities.actions.own_indicators import MOST_PLACES
from apps.activities.enums import FieldType
from apps.activities.forms.own import last_year_of, years_field
from apps.activities.models import DefinedField, DefinedKind
from apps.core.forms import Helper, VietnameseIntegerField
from apps.offices.models import Cluster

BLANK_LINES = 3


class KindForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=100,
        help_text=gettext_lazy("What is recorded, one by one, for example “Tập huấn nghiệp vụ”."),
    )  # fmt: skip
    unit = forms.CharField(
        label=gettext_lazy("Unit"), max_length=30, help_text=gettext_lazy("What one of them is: lớp, cuộc, lượt.")
    )
    definition = forms.CharField(
        label=gettext_lazy("What counts"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("One or two sentences, so that all offices count alike."),
    )  # fmt: skip
    place = VietnameseIntegerField(label=gettext_lazy("Place in the list"), min_value=1, max_value=MOST_PLACES)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, cluster: Cluster, year: int, row: DefinedKind | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.year = year
        self.fields["years"] = years_field(year, row.last_year if row else year)
        if row is not None:
            names = {name: getattr(row, name) for name in ("name", "unit", "definition")}
            self.initial = {**names, "place": row.position, **self.initial}
        else:
            places = (
                DefinedKind.objects.filter(cluster=cluster).order_by("-position").values_list("position", flat=True)
            )
            self.initial = {"place": min(MOST_PLACES, next(iter(places[:1]), 0) + 1), **self.initial}
        self.helper = Helper()

    @property
    def values(self) -> dict[str, Any]:
        found = {name: self.cleaned_data[name] for name in ("name", "unit", "definition", "place")}
        return {**found, "last_year": last_year_of(self.cleaned_data["years"], self.year)}


class FieldForm(forms.Form):
    """One field; a line without a label is left out, one whose label was emptied goes."""

    code = forms.CharField(widget=forms.HiddenInput, required=False)
    label = forms.CharField(label=gettext_lazy("Label"), max_length=60, required=False)
    type = forms.ChoiceField(
        label=gettext_lazy("Holds"), choices=[(value, capfirst(str(label))) for value, label in FieldType.choices]
    )
    unit = forms.CharField(label=gettext_lazy("Unit"), max_length=30, required=False)
    place = VietnameseIntegerField(label=gettext_lazy("Order"), min_value=1, max_value=MOST_PLACES, required=False)
    required = forms.BooleanField(label=gettext_lazy("Must be filled in"), required=False)
    summed = forms.BooleanField(label=gettext_lazy("Summed up"), required=False)
    choices = forms.CharField(
        label=gettext_lazy("Words to choose from, one on each line"), required=False, max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["type"]
        kind.choices = [(value, capfirst(str(label))) for value, label in FieldType.choices]
        self.helper = Helper()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("label") and cleaned.get("choices"):
            self.add_error("label", _("There are words to choose from but no label: fill it in, or empty them."))
        return cleaned


def lines_for(row: DefinedKind | None, data: Any) -> BaseFormSet[FieldForm]:
    """A line for each field, and blank ones as far as there is room."""
    known = list(row.fields.all()) if row else []
    made = formset_factory(
        FieldForm, extra=max(0, min(BLANK_LINES, MOST_FIELDS - len(known))), max_num=MOST_FIELDS,
        absolute_max=MOST_FIELDS * 4, validate_max=True,
    )  # fmt: skip
    return made(data, initial=[_initial(field) for field in known], prefix="fields")


def _initial(field: DefinedField) -> dict[str, Any]:
    names = ("code", "label", "type", "unit", "required", "summed")
    found = {name: getattr(field, name) for name in names}
    return {**found, "place": field.position, "choices": "\n".join(field.choices)}


def wishes_of(lines: BaseFormSet[FieldForm]) -> list[FieldWish]:
    """Those with a label, in the order of their places; without a place at the end."""
    filled = [each for each in lines.cleaned_data if each.get("label")]
    filled.sort(key=lambda each: each.get("place") or MOST_PLACES + 1)
    return [
        FieldWish(
            code=each["code"], label=each["label"], type=each["type"], required=each["required"], unit=each["unit"],
            summed=each["summed"],
            choices=tuple(word.strip() for word in each["choices"].splitlines() if word.strip()),
        )
        for each in filled
    ]  # fmt: skip
