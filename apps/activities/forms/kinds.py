"""The forms of the kinds, in the words of an office (domain.md, section 5)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.activities.enums import Kind
from apps.activities.forms.batches import OpinionsForm, PetitionsForm
from apps.activities.forms.records import RecordForm
from apps.activities.forms.sessions import SessionForm
from apps.activities.forms.supervisions import SupervisionForm
from apps.activities.models import DraftLaw, Record

WHEN_AND_WHERE = gettext_lazy("When and where")
RESULTS = gettext_lazy("Results")
WHERE_IT_COUNTS = gettext_lazy("Where it counts, and notes")
COUNTS: tuple[str, ...] = ("conference", "note")


class VoterMeetingForm(SessionForm):
    kind = Kind.VOTER_MEETING
    record_fields = ("starts_on", "place", "title", "note")
    detail_fields = (
        "session", "phase", "kind", "form", "mode", "joint", "deputies", "voters", "speakers", "opinions", "to_centre",
        "to_province", "answered_on_spot", "answered_in_writing", "bodies_present", "minutes", "announced_on",
        "notified_on", "requested_on", "replied_on", "synthesised_on",
    )  # fmt: skip
    labels = {"title": gettext_lazy("Subject, where there is one")}
    groups = (
        (WHEN_AND_WHERE, ("owner", "starts_on", "place", "title")),
        (gettext_lazy("Kind of meeting"), ("phase", "session", "kind", "form", "mode", "joint", "announced_on")),
        (gettext_lazy("Attendance"), ("deputies", "voters", "speakers", "bodies_present")),
        (
            gettext_lazy("Opinions and petitions"),
            ("opinions", "to_centre", "to_province", "answered_on_spot", "answered_in_writing", "minutes"),
        ),
        (
            gettext_lazy("Outside the province, or at the request of a person or group"),
            ("notified_on", "requested_on", "replied_on", "synthesised_on"),
        ),
        (WHERE_IT_COUNTS, COUNTS),
    )  # fmt: skip
    helps = {
        "opinions": gettext_lazy("All that the minutes hold; the three levels below never exceed it."),
        "answered_in_writing": gettext_lazy("Out of those forwarded to the province."),
    }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self._check_levels(cleaned)
        self.within(
            "answered_in_writing", "to_province",
            _("%(part)s answered in writing is more than the %(whole)s forwarded to the province."),
        )  # fmt: skip
        asked, replied = cleaned.get("requested_on"), cleaned.get("replied_on")
        if asked and replied and replied < asked:
            message = _("The request was replied to on %(last)s, before it was made on %(first)s.")
            self.refuse("replied_on", message, last=replied, first=asked)
        return cleaned

    def _check_levels(self, cleaned: dict[str, Any]) -> None:
        opinions = cleaned.get("opinions")
        levels = [cleaned.get(name) or 0 for name in ("to_centre", "to_province", "answered_on_spot")]
        if opinions is not None and sum(levels) > opinions:
            message = _("%(centre)s + %(province)s + %(spot)s = %(sum)s is more than the %(all)s opinions filled in.")
            centre, province, spot = levels
            self.refuse("opinions", message, centre=centre, province=province, spot=spot, sum=sum(levels), all=opinions)


class LawConsultationForm(RecordForm):
    kind = Kind.LAW_CONSULTATION
    record_fields = ("starts_on", "place", "people_present", "note")
    detail_fields = (
        "method", "requester", "opinions", "synthesis_number", "synthesised_on", "articles", "invited", "due_on",
    )  # fmt: skip
    labels = {"people_present": gettext_lazy("People attending")}
    groups = (
        (gettext_lazy("Draft law"), ("owner", "draft_name", "method", "requester", "due_on")),
        (WHEN_AND_WHERE, ("starts_on", "place", "people_present", "invited")),
        (RESULTS, ("opinions", "articles", "synthesis_number", "synthesised_on")),
        (WHERE_IT_COUNTS, COUNTS),
    )

    draft_name = forms.CharField(
        label=gettext_lazy("Name of the draft"),
        max_length=300,
        help_text=gettext_lazy("Type a few letters and choose; a draft that is already there is never entered twice."),
        widget=forms.TextInput(attrs={"list": "draft-laws", "autocomplete": "off"}),
    )

    def values_of(self, record: Record) -> dict[str, Any]:
        return {**super().values_of(record), "draft_name": record.law_consultation.draft.name}

    @property
    def detail(self) -> dict[str, Any]:
        return {**super().detail, "draft_name": self.cleaned_data["draft_name"]}

    @property
    def draft_names(self) -> list[str]:
        return list(DraftLaw.objects.in_use().order_by("-pk").values_list("name", flat=True)[:300])


class CitizenReceptionForm(RecordForm):
    kind = Kind.CITIZEN_RECEPTION
    record_fields = ("starts_on", "place", "note")
    detail_fields = (
        "kind", "received_by", "visits", "persons", "large_groups", "petitions", "content", "guided", "scheduled_on",
    )  # fmt: skip
    groups = (
        (WHEN_AND_WHERE, ("owner", "starts_on", "place", "kind", "received_by", "scheduled_on")),
        (RESULTS, ("visits", "persons", "large_groups", "content", "guided", "petitions")),
        (WHERE_IT_COUNTS, COUNTS),
    )
    helps = {"note": gettext_lazy("Never names or addresses of citizens: the cluster needs numbers only.")}


class SocialWorkForm(RecordForm):
    kind = Kind.SOCIAL_WORK
    record_fields = ("starts_on", "place", "title", "host", "note")
    detail_fields = ("beneficiaries", "gifts", "unit_value", "funding", "programme")
    labels = {"title": gettext_lazy("Subject, where there is one"), "host": gettext_lazy("Host or partner office")}
    groups = (
        (WHEN_AND_WHERE, ("owner", "host", "starts_on", "place", "title")),
        (gettext_lazy("Gifts"), ("beneficiaries", "gifts", "unit_value", "funding", "programme")),
        (WHERE_IT_COUNTS, COUNTS),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        host: Any = self.fields["host"]
        host.queryset = host.queryset.filter(memberships__cluster=self.scope.cluster).distinct()

    def values_of(self, record: Record) -> dict[str, Any]:
        return {**super().values_of(record), "host": record.host_id}


class ExperienceForm(RecordForm):
    kind = Kind.EXPERIENCE
    record_fields = ("title", "starts_on", "place", "note")
    detail_fields = ("summary", "presenter")
    needed = frozenset({"title"})
    labels = {"title": gettext_lazy("Name of the experience")}
    groups = (
        (gettext_lazy("The experience"), ("owner", "title", "summary", "presenter", "starts_on", "place")),
        (WHERE_IT_COUNTS, COUNTS),
    )


FORMS: dict[str, type[RecordForm]] = {
    form.kind: form
    for form in (
        SupervisionForm, VoterMeetingForm, OpinionsForm, LawConsultationForm, CitizenReceptionForm, PetitionsForm,
        SocialWorkForm, ExperienceForm,
    )
}  # fmt: skip
