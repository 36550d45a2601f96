"""What a reader looks for among the shared experiences."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.activities import experiences as library
from apps.activities.columns import OWN_LINE_NAME
from apps.activities.experiences import Search
from apps.activities.forms.records import OWN
from apps.campaigns.scope import Scope
from apps.core.forms import Helper


class SearchForm(forms.Form):
    """A value that is not offered filters nothing: an address typed wrongly shows all."""

    q = forms.CharField(
        label=gettext_lazy("Search"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": gettext_lazy("name, content, presenter …")}),
    )
    office = forms.ChoiceField(label=gettext_lazy("Office"), required=False)
    year = forms.ChoiceField(label=gettext_lazy("Year"), required=False)

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scope = scope
        office: Any = self.fields["office"]
        members = [(each.code, each.short_name_then) for each in scope.members]  # type: ignore[attr-defined]
        office.choices = [("", _("All")), *members, (OWN, str(OWN_LINE_NAME))]
        year: Any = self.fields["year"]
        year.choices = [("", _("All")), *((str(each), str(each)) for each in library.years(scope))]
        self.helper = Helper()
        self.helper.disable_csrf = True
        self.helper.layout = Layout(Div("q", "office", "year", css_class="filter-bar"))

    @cached_property
    def search(self) -> Search:
        self.is_valid()
        self.errors.clear()  # nothing is being saved: what is not offered is left out, not complained of
        kept = {name: value for name, value in self.cleaned_data.items() if value}
        year = int(kept["year"]) if "year" in kept else None
        return Search(words=kept.get("q", ""), office=kept.get("office", ""), year=year)
