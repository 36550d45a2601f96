"""Stating figures: one line for each indicator, with a value, none, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.activities.actions import Wish
from apps.activities.models import DirectFigure
from apps.core import words
from apps.core.forms import VietnameseIntegerField
from apps.indicators.enums import Aggregation, FigureStatus
from apps.indicators.models import Indicator
from apps.indicators.reading import Figure

NOT_STATED = frozenset({Aggregation.RATIO, Aggregation.DISTINCT})
AS_NONE = frozenset({"-", "–", "—"})  # how offices write none in their forms


class ValueField(VietnameseIntegerField):
    """A dash is read as none, by the form around it."""

    def to_python(self, value: Any) -> int | None:
        return None if isinstance(value, str) and value.strip() in AS_NONE else super().to_python(value)


@dataclass(frozen=True)
class Row:
    """One line: the fields, what the records count, and how far that is from what is stated."""

    indicator: Indicator
    value: forms.BoundField
    none: forms.BoundField
    status: forms.BoundField
    note: forms.BoundField
    seen: forms.BoundField
    counted: str
    difference: str
    elsewhere: str
    evidence: tuple[str, int] = ("", 0)

    @property
    def errors(self) -> list[str]:
        return [str(each) for field in (self.value, self.none, self.status, self.note) for each in field.errors]

    @property
    def is_part(self) -> bool:
        return self.indicator.parent_id is not None


class StatedForm(forms.Form):
    """`stated` are the owner's living statements of exactly this span, by indicator id."""

    def __init__(
        self,
        *args: Any,
        indicators: list[Indicator],
        stated: dict[int, DirectFigure],
        open_for_change: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.indicators, self.stated = indicators, stated
        for indicator in indicators:
            former, code = stated.get(indicator.pk), indicator.code
            fields: dict[str, forms.Field] = {
                "value": ValueField(required=False, label=indicator.name),
                "none": forms.BooleanField(required=False, label=gettext_lazy("none")),
                "status": forms.ChoiceField(choices=FigureStatus.choices, label=gettext_lazy("Status")),
                "note": forms.CharField(required=False, max_length=500, label=gettext_lazy("Note")),
                "seen": forms.IntegerField(required=False, widget=forms.HiddenInput),
            }
            initial = {
                "value": former.value if former else None,
                "none": former is not None and former.value is None,
                "status": former.status if former else FigureStatus.ACTUAL,
                "note": former.note if former else "",
                "seen": former.pk if former else None,
            }
            for part, field in fields.items():
                field.disabled = not open_for_change
                said = f"{indicator.name}: {field.label}" if part != "value" else indicator.name
                field.widget.attrs["aria-label"] = said
                if part != "seen" and part != "none":
                    field.widget.attrs["class"] = (
                        f"{'form-select' if part == 'status' else 'form-control'} field-{part}"
                    )
                if part == "none":
                    field.widget.attrs["class"] = "form-check-input"
                self.fields[f"{part}_{code}"] = field
                self.initial.setdefault(f"{part}_{code}", initial[part])

    def rows(
        self, figures: dict[str, Figure], elsewhere: dict[str, str], evidence: dict[str, tuple[str, int]]
    ) -> list[Row]:
        """`evidence`: by indicator code its page and how many files stand there."""
        return [
            replace(self._row(each, figures[each.code], elsewhere), evidence=evidence[each.code])
            for each in self.indicators
        ]

    def _row(self, indicator: Indicator, figure: Figure, elsewhere: dict[str, str]) -> Row:
        code = indicator.code
        difference = figure.difference
        return Row(
            indicator=indicator,
            value=self[f"value_{code}"], none=self[f"none_{code}"], status=self[f"status_{code}"],
            note=self[f"note_{code}"], seen=self[f"seen_{code}"],
            counted="" if figure.counted is None else words.number(figure.counted),
            difference="" if difference is None else f"{'+' if difference > 0 else '–'}{words.number(abs(difference))}",
            elsewhere=elsewhere.get(code, ""),
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for indicator in self.indicators:
            code = indicator.code
            value, none = cleaned.get(f"value_{code}"), cleaned.get(f"none_{code}")
            if str(self.data.get(f"value_{code}", "")).strip() in AS_NONE:
                cleaned[f"none_{code}"] = True
            elif none and value is not None:
                message = _("%(value)s is filled in and “none” is ticked: keep one of them.")
                self.add_error(f"value_{code}", ValidationError(message, params={"value": words.number(value)}))
            elif cleaned.get(f"note_{code}") and value is None and not none and f"value_{code}" not in self.errors:
                self.add_error(f"value_{code}", _("There is a note but no value: fill one in, or tick “none”."))
        return cleaned

    @property
    def wishes(self) -> list[Wish]:
        cleaned = self.cleaned_data
        return [
            Wish(
                indicator=indicator,
                blank=cleaned[f"value_{indicator.code}"] is None and not cleaned[f"none_{indicator.code}"],
                value=None if cleaned[f"none_{indicator.code}"] else cleaned[f"value_{indicator.code}"],
                status=cleaned[f"status_{indicator.code}"],
                note=cleaned[f"note_{indicator.code}"],
                seen=cleaned[f"seen_{indicator.code}"],
            )
            for indicator in self.indicators
        ]
