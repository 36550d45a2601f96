"""The writes: clusters and their members; people and their roles."""

from apps.offices.actions.clusters import (
    add_member,
    appoint,
    close_year,
    correct_name,
    create_cluster,
    create_member,
    create_office,
    end_membership,
    move_member,
    rename_office,
    update_cluster,
)
from apps.offices.actions.handover import hand_over
from apps.offices.actions.mergers import merge_offices
from apps.offices.actions.people import Invited, end_role, give_role, invite_person, new_link
from apps.offices.actions.removing import remove_employment, remove_person, removing, undo_removal
from apps.offices.actions.staff import (
    add_person,
    correct_employment,
    end_employment,
    move_person,
    set_counted,
    update_person,
)
from apps.offices.actions.staff_list import Written, import_staff, plan_staff

__all__ = [
    "Invited",
    "Written",
    "add_member",
    "add_person",
    "appoint",
    "close_year",
    "correct_employment",
    "correct_name",
    "create_cluster",
    "create_member",
    "create_office",
    "end_employment",
    "end_membership",
    "end_role",
    "give_role",
    "hand_over",
    "import_staff",
    "invite_person",
    "merge_offices",
    "move_member",
    "move_person",
    "new_link",
    "plan_staff",
    "remove_employment",
    "remove_person",
    "removing",
    "rename_office",
    "set_counted",
    "undo_removal",
    "update_cluster",
    "update_person",
]
