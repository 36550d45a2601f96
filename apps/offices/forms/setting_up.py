"""What is asked when a cluster, its members and its people are set up. Nothing is written here."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User
from apps.core.forms import Helper, Plain, VietnameseDateField
from apps.offices.enums import CLUSTER_ROLES, RoleKind
from apps.offices.models import Cluster, Office, OfficeName, Role

CODE = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*$", _("Expected small letters without accents, digits and hyphens, for example ca-mau.")
)
USERNAME = RegexValidator(
    r"^[a-z0-9]+([._-][a-z0-9]+)*$",
    _("Expected small letters without accents, digits, dots and hyphens, for example chuyen.vien.ca-mau."),
)


class ClusterForm(forms.ModelForm[Cluster]):
    class Meta:
        model = Cluster
        fields = ("name", "short_name", "mark", "region", "managing_body", "founding_decision")
        widgets = {"founding_decision": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()
        self.fields["name"].help_text = _("As papers write it in full.")
        self.fields["short_name"].help_text = _("As it stands at the head of each page.")


class NewClusterForm(ClusterForm):
    code = forms.CharField(
        label=_("Code"), max_length=40, validators=[CODE], help_text=_("Part of every address, for example cum-9.")
    )
    field_order = ("name", "short_name", "code")


class NewOfficeForm(Plain):
    name = forms.CharField(label=_("Name"), max_length=200, help_text=_("As papers write it in full."))
    short_name = forms.CharField(label=_("Short name"), max_length=80, help_text=_("In tables, for example Cà Mau."))
    code = forms.CharField(
        label=_("Code"), max_length=40, validators=[CODE], help_text=_("Part of addresses, for example ca-mau.")
    )
    province = forms.CharField(label=_("Province or city"), max_length=120, required=False)
    parent_body = forms.CharField(
        label=_("Parent body on letterheads"), max_length=200, required=False, help_text=_("First line at the left.")
    )
    locality = forms.CharField(
        label=_("Place of issue"), max_length=120, required=False, help_text=_("Before the day of a paper.")
    )
    managing_body = forms.CharField(label=_("Managing body"), max_length=200, required=False)
    telephone = forms.CharField(label=_("Telephone"), max_length=30, required=False)
    valid_from = VietnameseDateField(label=_("Member since"))


class ExistingOfficeForm(Plain):
    office = forms.ModelChoiceField(Office.objects.none(), label=_("Office"))
    valid_from = VietnameseDateField(label=_("Member since"))

    def __init__(self, *args: Any, cluster: Cluster, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        current = cluster.memberships.filter(valid_to=None).values("office")
        choice = self.fields["office"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = Office.objects.exclude(pk__in=current)


class NameForm(forms.ModelForm[OfficeName]):
    """The name as it stands: mending what was written down wrongly."""

    class Meta:
        model = OfficeName
        fields = ("name", "short_name", "province", "parent_body", "locality", "managing_body")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper()


class NewNameForm(NameForm):
    valid_from = VietnameseDateField(label=_("New name from"))
    field_order = ("valid_from",)


class EndForm(Plain):
    on = VietnameseDateField(label=_("Last day"))


class LeadershipForm(Plain):
    leader = forms.ModelChoiceField(Office.objects.none(), label=_("Leading office"))
    deputy = forms.ModelChoiceField(Office.objects.none(), label=_("Deputy office"), required=False)
    begins_on = VietnameseDateField(
        label=_("Its secretariat begins on"), required=False, help_text=_("Left empty: at once.")
    )

    def __init__(self, *args: Any, cluster: Cluster, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = Office.objects.members_of(cluster, date(year, 1, 1), date(year, 12, 31))
        for name in ("leader", "deputy"):
            choice = self.fields[name]
            assert isinstance(choice, forms.ModelChoiceField)
            choice.queryset = members


class HandOverForm(Plain):
    """To whom and from when: every member of today or later, but the one that runs the year. `without_secretary`: those
    of them in which nobody could run it."""

    to = forms.ModelChoiceField(Office.objects.none(), label=_("Passes to"))
    on = VietnameseDateField(label=_("From the day"), help_text=_("Its secretariat has the rights from midnight on."))

    def __init__(self, *args: Any, cluster: Cluster, year: int, giver: Office | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["to"]
        assert isinstance(choice, forms.ModelChoiceField)
        today = timezone.localdate()
        members = Office.objects.members_of(cluster, today, max(today, date(year + 1, 12, 31)))
        # What was sent may be a second click, after which the one it named runs the year: the action answers to that.
        choice.queryset = members.exclude(pk=giver.pk) if giver and not self.is_bound else members
        in_force = Role.objects.on(today).filter(kind=RoleKind.SECRETARIAT, office=OuterRef("pk"))
        others = members.exclude(pk=giver.pk) if giver else members
        self.without_secretary = others.exclude(Exists(in_force))


class MergeForm(NewOfficeForm):
    """Which offices become one, from when, by what; and what the one is called."""

    predecessors = forms.ModelMultipleChoiceField(
        Office.objects.none(), label=_("Offices that become one"), widget=forms.CheckboxSelectMultiple
    )
    outsider_name = forms.CharField(
        label=_("With an office that is no member"), max_length=200, required=False,
        help_text=_("Its name in full, for example of the other province; left empty where there is none."),
    )  # fmt: skip
    outsider_short_name = forms.CharField(label=_("Its short name"), max_length=80, required=False)
    outsider_code = forms.CharField(label=_("Its code"), max_length=40, required=False, validators=[CODE])
    instrument = forms.CharField(
        label=_("Merged by"), max_length=300, required=False, help_text=_("Number and day of the resolution.")
    )
    field_order = (
        "predecessors", "outsider_name", "outsider_short_name", "outsider_code", "valid_from", "instrument",
        "name", "short_name", "code",
    )  # fmt: skip

    def __init__(self, *args: Any, cluster: Cluster, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["valid_from"].label = _("One office from")
        choice = self.fields["predecessors"]
        assert isinstance(choice, forms.ModelMultipleChoiceField)
        today = timezone.localdate()
        choice.queryset = Office.objects.members_of(cluster, today, today)

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        if values.get("outsider_name"):
            for name in ("outsider_short_name", "outsider_code"):
                if not values.get(name) and name not in self.errors:
                    self.add_error(name, _("Expected for the office that is no member."))
        return values

    @property
    def merger(self) -> dict[str, Any]:
        """As `actions.merge_offices` takes it."""
        given = self.cleaned_data
        names = ("code", "name", "short_name", "province", "parent_body", "locality", "managing_body", "telephone")
        outsider = {name: given[f"outsider_{name}"] for name in ("name", "short_name", "code")}
        return {
            "predecessors": list(given["predecessors"]), "on": given["valid_from"], "instrument": given["instrument"],
            "values": {name: given[name] for name in names}, "outsider": outsider if outsider["name"] else None,
        }  # fmt: skip


class RoleForm(Plain):
    """A role in a member office; a leader has it in the cluster, and then no office is chosen."""

    kind = forms.ChoiceField(label=_("Role"), choices=RoleKind.choices)
    office = forms.ModelChoiceField(
        Office.objects.none(), label=_("Office"), required=False, help_text=_("Not for leaders: they read the cluster.")
    )
    valid_from = VietnameseDateField(label=_("From"))

    def __init__(self, *args: Any, cluster: Cluster, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["office"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = (
            Office.objects.filter(memberships__cluster=cluster).order_by("memberships__position").distinct()
        )
        self.fields["valid_from"].initial = timezone.localdate()

    def clean_kind(self) -> RoleKind:
        return RoleKind(self.cleaned_data["kind"])

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        kind = values.get("kind")
        if kind and kind not in CLUSTER_ROLES and not values.get("office") and "office" not in self.errors:
            self.add_error("office", _("This role is held in an office. Choose one."))
        return values


class InviteForm(RoleForm):
    full_name = forms.CharField(label=_("Full name"), max_length=120)
    username = forms.CharField(
        label=_("User name"), max_length=60, validators=[USERNAME], help_text=_("The person signs in with it.")
    )
    position = forms.CharField(label=_("Position"), max_length=160, required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=30, required=False)
    field_order = ("full_name", "username", "position", "phone", "kind", "office", "valid_from")


class KnownPersonForm(RoleForm):
    """A further role for somebody who has an account."""

    user = forms.ModelChoiceField(User.objects.none(), label=_("Person"))
    field_order = ("user", "kind", "office", "valid_from")

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["user"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = people
