"""Who may set up the year. No queries beyond the roles, loaded once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from apps.accounts.models import User
from apps.offices.enums import RoleKind
from apps.offices.models import Cluster, Office
from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.campaigns.models import Campaign, Conference


def can_plan(user: User, cluster: Cluster, year: int) -> bool:
    """Movements, periods, conferences, tasks of an emulation year: that year's secretariat."""
    return roles_of(user).is_secretariat(cluster.pk, year)


def is_head_of(user: User, office_id: int) -> bool:
    return RoleKind.HEAD in roles_of(user).offices.get(office_id, frozenset())


def can_confirm(user: User, campaign: Campaign, office_id: int) -> bool:
    """An office carries out a launched movement: its head, or the year's secretariat on its behalf."""
    return is_head_of(user, office_id) or roles_of(user).is_secretariat(campaign.cluster_id, campaign.year)


def can_plan_assembly(user: User) -> bool:
    """Terms and sessions of the National Assembly are the same for all clusters: administrators, any secretariat."""
    held = roles_of(user)
    return held.is_administrator or bool(held.secretariat)


def can_tell_progress(user: User, cluster: Cluster, year: int, office_id: int) -> bool:
    """How far an office is with a task of that year: its clerk or head, or the year's secretariat on its behalf."""
    held = roles_of(user)
    return held.is_secretariat(cluster.pk, year) or office_id in held.entering_offices


def can_register(user: User, conference: Conference, office_id: int | None, on: date) -> bool:
    """Delegates and talks of an office (`conference.period.cluster` loaded): its clerk or head until the day of the
    conference; the year's secretariat always, and alone for guests, who come for no member office."""
    held = roles_of(user)
    if held.is_secretariat(conference.cluster_id, conference.period.year):
        return True
    return office_id is not None and office_id in held.entering_offices and on <= conference.held_on


def can_record(user: User, conference: Conference) -> bool:
    """Number, day, signer and scan of its invitation and minutes: the leading office's clerk of records, the year's
    secretariat."""
    held, year = roles_of(user), conference.period.year
    return held.is_secretariat(conference.cluster_id, year) or held.keeps_records(conference.cluster_id, year)


def can_read_minutes(user: User, conference: Conference, *, numbered: bool) -> bool:
    """The minutes name the people present: the year's secretariat, leaders and whoever numbers them read them as they
    are written, the other members once they are signed and numbered. Administrators look after accounts and read no
    papers."""
    held = roles_of(user)
    if held.reads_all(conference.cluster_id, conference.period.year) or can_record(user, conference):
        return True
    return numbered and conference.cluster_id in held.cluster_ids


def reads_everybody(user: User, conference: Conference) -> bool:
    """Delegates by name whatever their office: secretariat and leaders. All others see their own by name, and how many
    the others are."""
    return roles_of(user).reads_all(conference.cluster_id, conference.period.year)


def can_ask_extension(user: User, office: Office) -> bool:
    """More time for an office: its clerk or head asks."""
    return office.pk in roles_of(user).entering_offices


def can_decide_extension(user: User, cluster: Cluster, year: int) -> bool:
    """Granting, refusing and ending: the year's secretariat."""
    return roles_of(user).is_secretariat(cluster.pk, year)
