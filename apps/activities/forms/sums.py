"""Sums that stand in a form beside what is typed: computed by the database on saving, shown while typing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crispy_forms.layout import Div
from django import forms
from django.utils.functional import Promise

from apps.core.forms import whole_number
from apps.core.words import number


@dataclass(frozen=True)
class Sum:
    """`plus` and `minus` name fields of the form; blank ones count 0."""

    label: str | Promise
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()


def _typed(form: forms.Form, name: str) -> int:
    return whole_number(str(form[name].value())) or 0


class Shown(Div):  # type: ignore[misc]  # crispy has no types
    """One sum as an output of the form; static/js/sums.js keeps it up to date."""

    template = "activities/_sum.html"

    def __init__(self, name: str, of: Sum) -> None:
        super().__init__()
        self.name, self.sum, self.amount = name, of, 0
        self.ids = " ".join(f"id_{each}" for each in (*of.plus, *of.minus))

    def render(self, form: forms.Form, *args: Any, **options: Any) -> str:
        plus, minus = self.sum.plus, self.sum.minus
        self.amount = sum(_typed(form, each) for each in plus) - sum(_typed(form, each) for each in minus)
        return str(super().render(form, *args, **options))

    @property
    def said(self) -> Mapping[str, Any]:
        return {"plus": " ".join(self.sum.plus), "minus": " ".join(self.sum.minus), "text": number(self.amount)}
