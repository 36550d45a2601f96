"""Who may do what with the cluster's papers. No queries beyond the roles, loaded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apps.accounts.models import User
from apps.campaigns.models import Period
from apps.offices.roles import roles_of

if TYPE_CHECKING:
    from apps.summaries.models import Summary


def can_write_report(user: User, period: Period) -> bool:
    """Build, type, reword and publish: the secretariat of the period's year."""
    return roles_of(user).is_secretariat(period.cluster_id, period.year)


def can_read(user: User, summary: Summary) -> bool:
    """The same as `Summary.objects.visible_to`, for one summary at hand."""
    held = roles_of(user)
    period = summary.period
    if held.reads_all(period.cluster_id, period.year):
        return True
    return summary.is_published and period.cluster_id in held.member_clusters


def is_frozen(summary: Summary) -> bool:
    """What was published stays as it was said."""
    return summary.is_published
