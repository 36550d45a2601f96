"""What a check says, in words that name the figures and their values. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.core import words
from apps.reports.enums import TO_JUSTIFY, Severity

Words = str | Promise
Value = int | str | tuple[int, ...]

RULES: Mapping[str, Words] = {
    "part": _("A part is more than its whole"),
    "parts": _("Parts together are more than their whole"),
    "levels": _("Parts together are less than their whole"),
    "without": _("A figure of something that did not take place"),
    "registered": _("More registered than there are people"),
    "records": _("Stated and counted figures differ"),
    "year": _("The year is less than its first half"),
    "headcount": _("The headcount changed by more than a third"),
    "unusual": _("Unusual beside the office's own past"),
}


@dataclass(frozen=True)
class Finding:
    """`rule` is unique with `subject`, the code of the indicator at whose cell it stands; what follows its first hyphen
    tells several findings of one check on one figure apart. `template` is filled with `values`, numbers written out."""

    rule: str
    subject: str
    severity: Severity
    template: Words
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)

    @property
    def label(self) -> str:
        return str(RULES[self.rule.partition("-")[0]])

    @property
    def needs_justification(self) -> bool:
        return self.severity in TO_JUSTIFY

    @property
    def text(self) -> str:
        """In the reader's language."""
        return str(self.template) % {name: _written(value) for name, value in self.values.items()}

    @property
    def objection(self) -> str:
        """In Vietnamese, whoever reads: what a justification answers, and what it is compared with later."""
        with translation.override("vi"):
            return self.text


def _written(value: Value) -> str:
    if isinstance(value, tuple):
        return "; ".join(words.number(each) for each in value)
    return words.number(value) if isinstance(value, int) else value
