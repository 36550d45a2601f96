"""The form of a supervision, and of one recommendation (domain.md, 5.1)."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import uuid4

from crispy_forms.layout import Div, Field, Fieldset, Layout
from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.activities.actions import has_rows
from apps.activities.actions.basics import named_bodies
from apps.activities.enums import SENT_LEVELS, Kind, Level
from apps.activities.forms.fields import fields_of
from apps.activities.forms.records import RecordForm
from apps.activities.models import Recommendation
from apps.core.forms import Helper
from apps.core.words import day

COUNTS = ("recommendations", "recommendations_answered")


class SupervisionForm(RecordForm):
    """Where recommendations are listed one by one, their two counts follow the rows and cannot be typed; the number of
    bodies follows the bodies that are named."""

    kind = Kind.SUPERVISION
    record_fields = ("title", "starts_on", "ends_on", "place", "note")
    detail_fields = (
        "kind", "initiator", "legal_field", "examined_from", "examined_to", "bodies", "bodies_named",
        "decision_number", "decided_on", "notified_on", "team_head", "deputies", "invited",
        "information_from", "information_asked_on", "information_answered_on", "report_state",
        "reported_on", *COUNTS,
    )  # fmt: skip
    needed = frozenset({"title"})
    labels = {"title": gettext_lazy("Topic"), "starts_on": gettext_lazy("First day")}
    groups = (
        (
            gettext_lazy("What, and when"),
            ("owner", "title", "kind", "initiator", "legal_field", "starts_on", "ends_on", "place"),
        ),
        (gettext_lazy("Period examined"), ("examined_from", "examined_to")),
        (
            gettext_lazy("Team and decision"),
            ("team_head", "deputies", "invited", "decision_number", "decided_on"),
        ),
        (gettext_lazy("Bodies supervised"), ("bodies_named", "bodies", "notified_on")),
        (
            gettext_lazy("Request for information"),
            ("information_from", "information_asked_on", "information_answered_on"),
        ),
        (gettext_lazy("Results"), ("report_state", "reported_on", *COUNTS)),
        (gettext_lazy("Where it counts, and notes"), ("conference", "note")),
    )  # fmt: skip
    helps = {"bodies": gettext_lazy("Counted from the names beside it, where there are any.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.record is not None and has_rows(self.record):
            for name in COUNTS:
                self.fields[name].disabled = True
            words = gettext_lazy("Counted from the recommendations that are listed on the record's page.")
            self.fields["recommendations"].help_text = words

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if named := named_bodies(cleaned.get("bodies_named") or ""):
            cleaned["bodies"] = named
        first, last = cleaned.get("examined_from"), cleaned.get("examined_to")
        if first and last and last < first:
            message = _("The period examined ends on %(last)s, before it begins on %(first)s.")
            self.refuse("examined_to", message, last=last, first=first)
        asked, given = cleaned.get("information_asked_on"), cleaned.get("information_answered_on")
        if asked and given and given < asked:
            message = _("Information was given on %(last)s, before it was asked for on %(first)s.")
            self.refuse("information_answered_on", message, last=given, first=asked)
        answered = cleaned.get("recommendations_answered")
        if answered is not None and cleaned.get("recommendations") is None and "recommendations" not in self.errors:
            message = _("%(answered)s were answered, but how many recommendations there were is not filled in.")
            self.refuse("recommendations", message, answered=answered)
        self.within(
            "recommendations_answered", "recommendations",
            _("%(part)s answered is more than the %(whole)s recommendations made."),
        )  # fmt: skip
        return cleaned


class RecommendationForm(forms.Form):
    """One recommendation. A new one has a `submission`, sent twice it is one row; an existing one its `version`."""

    columns: ClassVar[tuple[str, ...]] = (
        "addressee", "level", "text", "sent_on", "due_on", "answered_on", "answer_number", "answer",
    )  # fmt: skip

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, record: Recommendation | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record = record
        self.fields.update(fields_of(Recommendation, self.columns))
        self.fields["due_on"].help_text = gettext_lazy(
            "Left blank, it is computed by the law in force on the day of sending."
        )
        level: Any = self.fields["level"]
        level.choices = [
            ("", _("Not chosen")),
            *((value, capfirst(str(word))) for value, word in Level.choices if value in SENT_LEVELS),
        ]
        if record is None:
            self.fields["submission"].initial = uuid4
        else:
            del self.fields["submission"]
            stored = {name: getattr(record, name) for name in self.columns}
            self.initial = {**stored, "version": record.version, **self.initial}
        self.order_fields(["submission", "version", *self.columns])
        self.helper = Helper()
        hidden = [name for name, field in self.fields.items() if field.widget.is_hidden]
        self.helper.layout = Layout(
            *hidden,
            Fieldset(_("Recommendation"), Div(*map(Field, self.columns[:5]), css_class="form-grid")),
            Fieldset(_("Answer"), Div(*map(Field, self.columns[5:]), css_class="form-grid")),
        )

    @property
    def is_new(self) -> bool:
        return self.record is None

    @property
    def names(self) -> list[str]:
        """What a person fills in."""
        return list(self.columns)

    @property
    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.columns}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        sent, due, answered = (cleaned.get(name) for name in ("sent_on", "due_on", "answered_on"))
        if sent and due and due < sent:
            self._refuse("due_on", _("%(value)s comes before %(sent)s, the day of sending."), due, sent)
        if sent and answered and answered < sent:
            self._refuse("answered_on", _("%(value)s comes before %(sent)s, the day of sending."), answered, sent)
        written = cleaned.get("answer_number") or cleaned.get("answer")
        if written and answered is None and "answered_on" not in self.errors:
            self.add_error("answered_on", _("Fill in the day of the answer: it counts as answered from then on."))
        return cleaned

    def _refuse(self, name: str, message: str, value: Any, sent: Any) -> None:
        self.add_error(name, message % {"value": day(value), "sent": day(sent)})
