"""What is asked about the people of an office. Nothing is written here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from crispy_forms.layout import Div, Field, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.core.forms import Helper, Plain, VietnameseDateField
from apps.offices.enums import EmploymentKind, Gender
from apps.offices.models import Office

KINDS = [(value, capfirst(label)) for value, label in EmploymentKind.choices]
COUNTED = (("yes", gettext_lazy("Counted in the headcount")), ("no", gettext_lazy("Not counted")))


class YearField(forms.Field):
    """A year in four digits, written without a dot between them."""

    default_error_messages = {
        "invalid": gettext_lazy("“%(value)s” is not a year. Expected four digits, from 1900 to 2100, for example 1985.")
    }

    def __init__(self, **options: Any) -> None:
        attrs = {"inputmode": "numeric", "autocomplete": "off", "class": "field-year", "maxlength": "4"}
        super().__init__(**{"widget": forms.TextInput(attrs=attrs), **options})

    def to_python(self, value: Any) -> int | None:
        text = str(value or "").strip()
        if not text:
            return None
        if not re.fullmatch(r"\d{4}", text) or not 1900 <= int(text) <= 2100:
            raise ValidationError(self.error_messages["invalid"], code="invalid", params={"value": text[:20]})
        return int(text)


class PersonForm(Plain):
    full_name = forms.CharField(
        label=gettext_lazy("Full name"),
        max_length=120,
        help_text=gettext_lazy("Family, middle and given name; lists are sorted by the given name."),
    )
    birth_year = YearField(
        label=gettext_lazy("Year of birth"), required=False, help_text=gettext_lazy("Tells people of one name apart.")
    )
    gender = forms.ChoiceField(
        label=gettext_lazy("Gender"),
        choices=[("", gettext_lazy("Not recorded")), *((value, capfirst(label)) for value, label in Gender.choices)],
        required=False,
    )

    @property
    def person(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("full_name", "birth_year", "gender")}


class Counting(Plain):
    """Counted or not; why stands beside it."""

    is_counted = forms.ChoiceField(
        label=gettext_lazy("Headcount"),
        choices=COUNTED,
        help_text=gettext_lazy("The counted are the denominator of every rate."),
    )
    not_counted_because = forms.CharField(
        label=gettext_lazy("Why not counted"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Only where not counted, for example: on unpaid leave, seconded, less than ten months."),
    )

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        if "is_counted" in values:
            values["is_counted"] = values["is_counted"] == "yes"
        return values


class CountedForm(Counting):
    """The same from a day on."""

    on = VietnameseDateField(label=gettext_lazy("From"))
    field_order = ("on",)


class BelongsForm(Counting):
    """How somebody belongs to an office."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind of employment"), choices=KINDS)
    unit = forms.CharField(
        label=gettext_lazy("Division"),
        max_length=160,
        required=False,
        help_text=gettext_lazy("For example: Phòng Công tác Quốc hội."),
    )
    position = forms.CharField(
        label=gettext_lazy("Position"),
        max_length=160,
        required=False,
        help_text=gettext_lazy("For example: Chuyên viên, Phó Chánh Văn phòng."),
    )

    @property
    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        names = ("kind", "unit", "position", "is_counted", "not_counted_because", "valid_from", "valid_to")
        return {name: given[name] for name in names if name in given}


class NewPersonForm(PersonForm, BelongsForm):
    valid_from = VietnameseDateField(label=gettext_lazy("In the office since"))
    field_order = (
        *("full_name", "birth_year", "gender", "unit", "position", "kind", "valid_from"),
        *("is_counted", "not_counted_because"),
    )


class RemoveForm(Plain):
    reason = forms.CharField(
        label=gettext_lazy("Why it is a mistake"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("For example: entered twice. It stays in the history."),
    )  # fmt: skip


class EntryForm(BelongsForm):
    """Mending an entry as it was written down."""

    valid_from = VietnameseDateField(label=gettext_lazy("From"))
    valid_to = VietnameseDateField(
        label=gettext_lazy("Last day"), required=False, help_text=gettext_lazy("Left empty while it goes on.")
    )
    field_order = ("unit", "position", "kind", "valid_from", "valid_to", "is_counted", "not_counted_because")


class MovePersonForm(BelongsForm):
    office = forms.ModelChoiceField(Office.objects.none(), label=gettext_lazy("To the office"))
    on = VietnameseDateField(
        label=gettext_lazy("There from"), help_text=gettext_lazy("Here until the day before; both are noted at once.")
    )
    field_order = ("office", "on", "unit", "position", "kind", "is_counted", "not_counted_because")

    def __init__(self, *args: Any, members: Sequence[Office], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["office"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = Office.objects.filter(pk__in=[each.pk for each in members])
        choice.empty_label = _("Choose an office")


class StaffFilterForm(forms.Form):
    """What the list shows: read from the address. A day that is none is told; today's list is shown meanwhile."""

    on = VietnameseDateField(label=gettext_lazy("On the day"), required=False)
    q = forms.CharField(
        label=gettext_lazy("Search"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": gettext_lazy("name, without accents too")}),
    )
    not_counted = forms.BooleanField(label=gettext_lazy("Only the not counted"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        self.helper.disable_csrf = True
        self.helper.layout = Layout(Div(Field("q"), Field("on"), Field("not_counted"), css_class="filter-bar"))
        self.is_valid()

    @property
    def chosen(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def narrows(self) -> bool:
        return bool(self.chosen.keys() & {"q", "not_counted"})

    @property
    def query(self) -> dict[str, str]:
        """The chosen filters as they stand in the address."""
        return {name: self.data[name] for name in self.fields if name in self.chosen}
