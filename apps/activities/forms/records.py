"""One form for each kind: a record and its detail row together, in groups."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar
from uuid import uuid4

from crispy_forms.layout import Div, Field, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.activities.columns import OWN_LINE_NAME
from apps.activities.enums import Kind
from apps.activities.forms.fields import fields_of
from apps.activities.forms.sums import Shown, Sum
from apps.activities.models import DETAILS, Record
from apps.campaigns.models import Conference
from apps.campaigns.scope import Scope
from apps.core.forms import Helper
from apps.core.words import day, number, uncapitalised
from apps.offices.models import Office

OWN = "own"  # the cluster itself, as an owner
Group = tuple[str | Promise, tuple[str, ...]]


class ConferenceField(forms.ModelChoiceField[Conference]):
    """Each conference says in which period it makes a thing count."""

    def label_from_instance(self, obj: Conference) -> str:
        period = uncapitalised(str(obj.period))
        return _("%(conference)s (%(day)s) – counts in %(period)s") % {
            "conference": obj.title, "day": day(obj.held_on), "period": period,
        }  # fmt: skip


def conferences_of(scope: Scope) -> QuerySet[Conference]:
    return Conference.objects.filter(cluster=scope.cluster).select_related("period")


class RecordForm(forms.Form):
    """`record_fields` and `detail_fields` name the columns of the two tables; `groups` lay all of them and `sums` out.

    A new record has an owner and a `submission`, the key of this very form: sent twice, it makes one record. An
    existing one has the `version` that was opened.
    """

    kind: ClassVar[Kind]
    record_fields: ClassVar[tuple[str, ...]] = ("starts_on", "ends_on", "place", "title", "people_present", "note")
    detail_fields: ClassVar[tuple[str, ...]] = ()
    needed: ClassVar[frozenset[str]] = frozenset()
    labels: ClassVar[Mapping[str, Any]] = {}
    helps: ClassVar[Mapping[str, Any]] = {}
    sums: ClassVar[Mapping[str, Sum]] = {}
    groups: ClassVar[tuple[Group, ...]] = ()

    owner = forms.ChoiceField(label=gettext_lazy("Office"))
    conference = ConferenceField(
        label=gettext_lazy("Belongs to the conference"),
        queryset=Conference.objects.none(),
        required=False,
        empty_label=gettext_lazy("No: it counts on its own day"),
        help_text=gettext_lazy("What is attached to a conference counts in the conference's period, whatever its day."),
    )
    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, scope: Scope, record: Record | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scope, self.record = scope, record
        fields = {**fields_of(Record, self.record_fields), **fields_of(DETAILS[self.kind], self.detail_fields)}
        self.fields.update({**fields, **self.further_fields()})
        for name in self.needed:
            self.fields[name].required = True
        for name, label in self.labels.items():
            self.fields[name].label = label
        for name, words in self.helps.items():
            self.fields[name].help_text = words
        conference: Any = self.fields["conference"]
        conference.queryset = conferences_of(scope)
        if record is None:
            self._offer_owners()
            self.fields["submission"].initial = uuid4
        else:
            del self.fields["owner"], self.fields["submission"]
            self.initial = {**self.values_of(record), "version": record.version, **self.initial}
        self.helper = Helper()
        self.helper.layout = self._layout()

    @classmethod
    def prefilled(cls, scope: Scope, kept: Mapping[str, Any], asked: Mapping[str, str]) -> dict[str, Any]:
        """What a new form may hold before anybody types, from what the address asks for; `kept["owner"]` is offered."""
        return {}

    def further_fields(self) -> dict[str, forms.Field]:
        """Fields that are no columns."""
        return {}

    def _offer_owners(self) -> None:
        owner: Any = self.fields["owner"]
        offices = [(office.code, office.name_then) for office in self.scope.enters_for]  # type: ignore[attr-defined]
        own = [(OWN, str(OWN_LINE_NAME))] if self.scope.is_secretariat else []
        owner.choices = [*([("", _("Choose the office"))] if len(offices) + len(own) > 1 else []), *offices, *own]

    def _layout(self) -> Layout:
        hidden = [name for name, field in self.fields.items() if field.widget.is_hidden]
        sets = []
        for title, names in self.groups:
            placed = [self._placed(name) for name in names if name in self.fields or name in self.sums]
            sets.append(Fieldset(str(title), Div(*placed, css_class="form-grid")))
        return Layout(*hidden, *sets)

    def _placed(self, name: str) -> Field | Shown:
        return Field(name) if name in self.fields else Shown(name, self.sums[name])

    @property
    def is_new(self) -> bool:
        return self.record is None

    @property
    def names(self) -> list[str]:
        """What a person fills in about an existing record."""
        return [name for name, field in self.fields.items() if not field.widget.is_hidden and name != "owner"]

    def values_of(self, record: Record) -> dict[str, Any]:
        """A record as the form shows it."""
        detail = record.detail
        return {
            **{name: getattr(record, name) for name in self.record_fields},
            **{name: getattr(detail, name) for name in self.detail_fields},
            "conference": record.conference_id,
        }

    # What comes out ---------------------------------------------------------------------------------------------------
    @property
    def office(self) -> Office | None:
        """The owner that was chosen; None stands for the cluster."""
        chosen = self.cleaned_data["owner"]
        return next((office for office in self.scope.enters_for if office.code == chosen), None)

    @property
    def values(self) -> dict[str, Any]:
        found = {name: self.cleaned_data[name] for name in self.record_fields}
        return {**found, "conference": self.cleaned_data["conference"]}

    @property
    def detail(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.detail_fields}

    # What the database would refuse, said before, with the field and the value ----------------------------------------
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.refuse(
                "ends_on", _("The last day %(last)s lies before the first, %(first)s."), last=ends_on, first=starts_on
            )
        return cleaned

    def refuse(self, field: str, message: str, **values: Any) -> None:
        params = {name: _written(value) for name, value in values.items()}
        self.add_error(field, ValidationError(message, params=params))

    def within(self, part: str, whole: str, message: str) -> None:
        """`part` never exceeds `whole`; the message has both numbers as %(part)s and %(whole)s."""
        less, more = self.cleaned_data.get(part), self.cleaned_data.get(whole)
        if less is not None and more is not None and less > more:
            self.refuse(part, message, part=less, whole=more)


def _written(value: Any) -> str:
    if isinstance(value, date):
        return day(value)
    return number(value) if isinstance(value, int) else str(value)
