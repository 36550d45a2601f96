"""Who may do what with offices' reports. No queries beyond the roles, loaded once, and the objects given.

The secretariat is that of the period's emulation year. Whether the office is expected, the period closed, or the state
fit is no matter of rights: the actions say so in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from apps.offices.enums import RoleKind
from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.accounts.models import User
    from apps.campaigns.models import Period
    from apps.offices.models import Office
    from apps.reports.models import Version
    from apps.reports.standing import Standing


def _is_secretariat(user: User, period: Period) -> bool:
    return roles_of(user).is_secretariat(period.cluster_id, period.year)


def _works_for(user: User, period: Period, office: Office) -> bool:
    """Clerk or head of an office that is or was a member of the cluster."""
    held = roles_of(user)
    return office.pk in held.entering_offices and period.cluster_id in held.member_clusters


def can_prepare(user: User, period: Period, office: Office) -> bool:
    """Write prose, justify, say how far tasks are: clerk or head of the office, the secretariat on its behalf."""
    return _works_for(user, period, office) or _is_secretariat(user, period)


def can_send(user: User, period: Period, office: Office) -> bool:
    """The head of the office, and nobody in the head's stead."""
    is_head = RoleKind.HEAD in roles_of(user).offices.get(office.pk, frozenset())
    return is_head and _works_for(user, period, office)


def can_send_on_behalf(user: User, period: Period) -> bool:
    """What came by telephone or on paper: the secretariat."""
    return _is_secretariat(user, period)


def can_confirm(user: User, period: Period, office: Office) -> bool:
    """That what the secretariat entered is what the office said: its head or clerk."""
    return _works_for(user, period, office)


def can_ask(user: User, period: Period) -> bool:
    """Ask for completion and withdraw a question: the secretariat."""
    return _is_secretariat(user, period)


def can_answer(user: User, period: Period, office: Office) -> bool:
    """A question on the office's report: its clerk or head."""
    return _works_for(user, period, office)


def can_receive(user: User, period: Period) -> bool:
    return _is_secretariat(user, period)


def can_chase(user: User, period: Period) -> bool:
    """The list of those not received with telephones, contacts, letters: the secretariat."""
    return _is_secretariat(user, period)


def can_read(user: User, standing: Standing) -> bool:
    """A report with its drafts, as `Report.visible_to` has it: the office's own people, the cluster's leaders, the
    secretariat of the year. Everybody else reads received versions only: see `can_read_version`."""
    period, held = standing.period, roles_of(user)
    own = standing.office.pk in held.office_ids and period.cluster_id in held.member_clusters
    return own or held.reads_all(period.cluster_id, period.year)


def can_read_version(user: User, period: Period, office: Office, version: Version) -> bool:
    """One sending, as `Version.visible_to` has it: also other members, where it was received and the cluster's report
    of the period was published."""
    held = roles_of(user)
    if held.reads_all(period.cluster_id, period.year):
        return True
    if period.cluster_id not in held.member_clusters:
        return False
    return office.pk in held.office_ids or (version.received_at is not None and period.published_on is not None)


def can_request(user: User, period: Period) -> bool:
    """Prepare and issue the letter that asks for reports: the secretariat."""
    return _is_secretariat(user, period)


def can_record(user: User, period: Period) -> bool:
    """Number, day, signer and scan of what was signed; the register of what came in: the leading office's clerk of
    records, the secretariat."""
    return _is_secretariat(user, period) or roles_of(user).keeps_records(period.cluster_id, period.year)


def can_read_register(user: User, period: Period) -> bool:
    """All lines of the register. Everybody else at a member office reads that office's own."""
    return can_record(user, period) or roles_of(user).reads_all(period.cluster_id, period.year)
