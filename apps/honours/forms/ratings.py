"""What is asked for ratings, disciplines, and the completeness of the register."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.core.forms import Helper, VietnameseDateField
from apps.honours.enums import DisciplineKind
from apps.honours.forms.years import YearField
from apps.offices.models import Office


class KnownForm(forms.Form):
    year = YearField(label=_("Complete since year"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        self.fields["year"].help_text = _(
            "From this year on all commendations are entered. Leave empty where it is not known."
        )


class DisciplineForm(forms.Form):
    """`people`: (id, name) of those for whom the writer enters, by office."""

    office = forms.ModelChoiceField(Office.objects.none(), label=_("Office"), empty_label=None)
    person = forms.CharField(label=_("Person"), required=False, max_length=120)
    kind = forms.ChoiceField(label=_("Kind of discipline"), choices=DisciplineKind.choices)
    decision = forms.CharField(label=_("Decision"), max_length=200, help_text=_("Number, day and body."))
    valid_from = VietnameseDateField(label=_("From"))
    valid_to = VietnameseDateField(label=_("Until"), required=False)

    def __init__(self, *args: Any, offices: Sequence[Office], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        field = self.fields["office"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Office.objects.filter(pk__in=[each.pk for each in offices]).order_by("code")
        self.fields["person"].help_text = _(
            "With or without accents. Leave empty where the office itself is disciplined."
        )


class LiftForm(forms.Form):
    on = VietnameseDateField(label=_("Last day"))
    because = forms.CharField(label=_("Reason"), max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
