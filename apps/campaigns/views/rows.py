"""Tables of rows within a form: their buttons rearrange what is typed and save nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BaseFormSet, Form, formset_factory
from django.http import QueryDict

MOST = 60
Typed = dict[str, Any]


@dataclass(frozen=True)
class Rows:
    """`prefix` names the table in the form and before a wish (“phases:up-2”)."""

    prefix: str
    form: type[Form]
    spare: int = 2

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(self.form.base_fields)

    def typed(self, data: QueryDict) -> list[Typed]:
        """What was typed, row by row, as it was typed."""
        total = data.get(f"{self.prefix}-TOTAL_FORMS", "")
        count = min(int(total), MOST) if total.isdecimal() else 0
        return [{name: data.get(f"{self.prefix}-{row}-{name}", "") for name in self.fields} for row in range(count)]

    def shown(self, rows: Iterable[Mapping[str, Any]]) -> BaseFormSet[Any]:
        return self._made()(initial=list(rows), prefix=self.prefix)

    def with_spare(self, rows: Iterable[Mapping[str, Any]]) -> BaseFormSet[Any]:
        return self.shown([*rows, *({} for _row in range(self.spare))])

    def bound(self, data: QueryDict) -> BaseFormSet[Any]:
        return self._made()(data, prefix=self.prefix)

    def _made(self) -> type[BaseFormSet[Any]]:
        return formset_factory(self.form, extra=0, max_num=MOST, absolute_max=MOST)

    def rearranged(self, rows: list[Typed], wish: str) -> list[Typed]:
        """“add”, “up-2”, “down-0”, “remove-1”: the same rows in another order. A wish without sense changes none."""
        verb, _dash, number = wish.partition("-")
        here = int(number) if number.isdecimal() else -1
        if verb == "add" and len(rows) < MOST:
            return [*rows, dict.fromkeys(self.fields, "")]
        if not 0 <= here < len(rows):
            return rows
        if verb == "remove":
            return rows[:here] + rows[here + 1 :]
        there = here + {"up": -1, "down": 1}.get(verb, 0)
        if 0 <= there < len(rows):
            rows[here], rows[there] = rows[there], rows[here]
        return rows
