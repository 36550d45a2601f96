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

__all__ = [
    "Invited",
    "add_member",
    "appoint",
    "close_year",
    "correct_name",
    "create_cluster",
    "create_member",
    "create_office",
    "end_membership",
    "end_role",
    "give_role",
    "hand_over",
    "invite_person",
    "merge_offices",
    "move_member",
    "new_link",
    "rename_office",
    "update_cluster",
]
