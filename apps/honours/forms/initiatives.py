"""An initiative with its authors, and its recognition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from apps.core.forms import Helper, VietnameseDateField, VietnameseIntegerField
from apps.core.text import fold
from apps.honours.enums import InventionKind, Level
from apps.honours.forms.filters import ALL, FilterForm
from apps.honours.forms.years import YearField
from apps.honours.models import Initiative
from apps.honours.people import Known
from apps.offices.models import Office, Person

AUTHORS = 5


class InitiativeFilter(FilterForm):
    q = forms.CharField(label=_("Title or author"), required=False, max_length=120)
    office = forms.ChoiceField(label=_("Office"), required=False)
    year = YearField(label=_("Year applied"), required=False)

    def __init__(self, *args: Any, offices: Sequence[Office], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"].choices = [("", ALL), *((str(each.pk), each.short_name) for each in offices)]  # type: ignore[attr-defined]


class InitiativeForm(forms.Form):
    """Authors in rows `author_1`, `share_1` …, by name; an empty row is left out."""

    kind = forms.ChoiceField(label=_("Kind"), choices=InventionKind.choices)
    title = forms.CharField(label=_("Title"), max_length=400, widget=forms.Textarea(attrs={"rows": 2}))
    office = forms.ModelChoiceField(Office.objects.none(), label=_("Office"), empty_label=None)
    year = YearField(label=_("Year applied"))

    def __init__(
        self, *args: Any, offices: Sequence[Office], known: Known, row: Initiative | None = None, **kwargs: Any
    ):
        if row is not None:
            kwargs["initial"] = {
                "kind": row.kind, "title": row.title, "office": row.office_id, "year": row.year, **_initial(row),
            }  # fmt: skip
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        self.known = known
        field = self.fields["office"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Office.objects.filter(pk__in=[each.pk for each in offices]).order_by("code")
        rows = max(AUTHORS, row.authorships.count() + 1 if row else 0)
        for number in range(1, rows + 1):
            self.fields[f"author_{number}"] = forms.CharField(
                label=_("Author %(number)s") % {"number": number}, required=False, max_length=200,
                widget=forms.TextInput({"autocomplete": "off"}),
            )  # fmt: skip
            self.fields[f"share_{number}"] = VietnameseIntegerField(
                label=_("Share in percent"), required=False, min_value=1, max_value=100
            )
        self.rows = rows
        self.authors: dict[Person, int | None] = {}

    @property
    def main(self) -> list[Any]:
        return [self[name] for name in ("kind", "title", "office", "year")]

    @property
    def author_rows(self) -> list[tuple[Any, Any]]:
        return [(self[f"author_{number}"], self[f"share_{number}"]) for number in range(1, self.rows + 1)]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        for number in range(1, self.rows + 1):
            name = values.get(f"author_{number}")
            if name:
                self._find(f"author_{number}", name, values.get(f"share_{number}"))
        if not self.authors and not self.errors:
            self.add_error("author_1", gettext("Name at least one author."))
        return values

    def _find(self, field: str, name: str, share: int | None) -> None:
        plain = name.split("(", maxsplit=1)[0].strip()
        named = self.known.named(plain, people=True)
        exact = [each for each in named if fold(f"{each.name} ({each.note})") == fold(name)]
        named = exact or named
        if len(named) == 1 and named[0].person:
            self.authors[named[0].person] = share
        elif named:
            several = "; ".join(f"{each.name} ({each.note})" for each in named)
            self.add_error(
                field, gettext("Several are called so: write one of them in full: %(names)s.") % {"names": several}
            )
        else:
            message = gettext("“%(name)s” is not among the people and offices for which you enter.")
            self.add_error(field, message % {"name": name})


def _initial(row: Initiative) -> dict[str, Any]:
    found: dict[str, Any] = {}
    authorships = row.authorships.select_related("person").order_by("pk")
    for number, each in enumerate(authorships, start=1):
        found[f"author_{number}"], found[f"share_{number}"] = each.person.full_name, each.share
    return found


class RecognitionForm(forms.Form):
    scope = forms.ChoiceField(label=_("Scope"), choices=Level.choices)
    body = forms.CharField(label=_("Recognising body"), max_length=200)
    number = forms.CharField(label=_("Number of the decision"), max_length=60)
    signed_on = VietnameseDateField(label=_("Signed on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
