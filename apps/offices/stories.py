"""What happened to a cluster, its members, its people: read from the audit, said in an official's words."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import Invitation, User
from apps.core.history import Entry, Trail, story
from apps.offices.models import (
    Cluster,
    Employment,
    Leadership,
    Lineage,
    Membership,
    Office,
    OfficeName,
    Person,
    Removal,
    Role,
)

VERBS = {
    "offices.create_cluster": _("Created"),
    "offices.create_member": _("Added as a member"),
    "offices.add_member": _("Added as a member"),
    "offices.move_member": _("Put in another order"),
    "offices.end_membership": _("Membership ended"),
    "offices.rename_office": _("New name from a day on"),
    "offices.correct_name": _("Name corrected"),
    "offices.appoint": _("Appointed"),
    "offices.close_year": _("Year closed"),
    "offices.hand_over": _("Year handed over"),
    "offices.merge_offices": _("Offices merged"),
    "offices.add_person": _("Entered among the people"),
    "offices.update_person": _("Person's particulars corrected"),
    "offices.move_person:insert": _("Came from another office"),
    "offices.move_person:update": _("Went to another office"),
    "offices.import_staff:insert": _("Entered from a list in Excel"),
    "offices.import_staff:update": _("Changed by a list in Excel"),
    "offices.end_employment": _("Last day in the office noted"),
    "offices.remove_person": _("Removed as entered by mistake"),
    "offices.remove_employment": _("Removed as entered by mistake"),
    "offices.undo_removal": _("Put back into the lists"),
    "offices.set_counted": _("Counted or not from a day on"),
    "offices.correct_employment": _("Entry corrected"),
    "offices.invite_person:insert": _("Invited"),
    "offices.give_role": _("Role given"),
    "offices.end_role": _("Role ended"),
    "offices.new_link:insert": _("New link handed out"),
    "offices.new_link:update": _("Former link ended"),
}
NAMED = ("name", "short_name", "parent_body", "province", "locality", "managing_body", "valid_from", "valid_to")


def story_of_cluster(cluster: Cluster) -> list[Entry]:
    """The cluster, its memberships and leaderships; its offices and their names."""
    members = Membership.objects.filter(cluster=cluster).values("office")
    return story(
        Trail(Cluster, Q(pgh_obj_id=cluster.pk), name=("short_name",)),
        Trail(Membership, Q(cluster=cluster), name=("office",), told=("position", "valid_from", "valid_to")),
        Trail(Leadership, Q(cluster=cluster), name=("year", "kind"), told=("office", "begins_on", "ends_on")),
        Trail(Lineage, Q(successor__in=members), name=("predecessor", "successor"), told=("on", "instrument")),
        Trail(Office, Q(pgh_obj_id__in=members), name=("short_name",)),
        Trail(OfficeName, Q(office__in=members), name=("short_name",), told=NAMED, hidden=frozenset({"office"})),
        verbs=VERBS,
    )


def story_of_office(membership: Membership) -> list[Entry]:
    """One member: its place in the cluster, its names."""
    return story(
        Trail(Membership, Q(pgh_obj_id=membership.pk), told=("position", "valid_from", "valid_to")),
        Trail(Office, Q(pgh_obj_id=membership.office_id)),
        Trail(OfficeName, Q(office=membership.office_id), name=("short_name",), told=NAMED),
        verbs=VERBS,
    )


ROLE = ("valid_from", "valid_to")


def story_of_people(cluster: Cluster) -> list[Entry]:
    """Who was given which role, and whose role ended, in the cluster and its offices."""
    return story(Trail(Role, _roles_in(cluster), name=("user", "kind", "office", "cluster"), told=ROLE), verbs=VERBS)


def story_of_person(cluster: Cluster, person: User) -> list[Entry]:
    """The account, its roles here, the links handed out for it. Neither passwords nor tokens are in the audit."""
    return story(
        Trail(User, Q(pgh_obj_id=person.pk), told=("username",), hidden=frozenset({"language"})),
        Trail(Role, _roles_in(cluster) & Q(user=person), name=("kind", "office", "cluster"), told=ROLE),
        Trail(Invitation, Q(user=person), told=("expires_at",)),
        verbs=VERBS,
    )


def _roles_in(cluster: Cluster) -> Q:
    return Q(cluster=cluster) | Q(office__in=Membership.objects.filter(cluster=cluster).values("office"))


BELONGS = ("kind", "position", "unit", "valid_from", "valid_to", "is_counted", "not_counted_because")


def story_of_staff(person: Person, rows: Iterable[int], *, whole: bool) -> list[Entry]:
    """A person's employments that the reader may see; with `whole`, what was done to the person's particulars too."""
    here = Q(person=person) & Q(pgh_obj_id__in=list(rows))
    trails = [Trail(Employment, here, name=("office",), told=BELONGS, hidden=frozenset({"removal"}))]
    if whole:
        trails.append(Trail(Person, Q(pgh_obj_id=person.pk), told=("full_name", "birth_year", "gender")))
        trails.append(Trail(Removal, Q(person=person), told=("reason",), hidden=frozenset({"undone_by"})))
    return story(*trails, verbs=VERBS)
