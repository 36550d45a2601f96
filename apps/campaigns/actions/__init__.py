"""The writes: movements, periods, conferences, tasks; terms and sessions of the National Assembly."""

from apps.campaigns.actions.assembly import save_session, save_term
from apps.campaigns.actions.calendar import (
    propose_year,
    publish_period,
    save_campaign,
    save_period,
    set_up_year,
    withdraw_publication,
)
from apps.campaigns.actions.conferences import ChairLine, remove_conference, save_conference
from apps.campaigns.actions.tasks import add_task, move_task, remove_task, set_progress, update_task

__all__ = [
    "ChairLine",
    "add_task",
    "move_task",
    "propose_year",
    "publish_period",
    "remove_conference",
    "remove_task",
    "save_campaign",
    "save_conference",
    "save_period",
    "save_session",
    "save_term",
    "set_progress",
    "set_up_year",
    "update_task",
    "withdraw_publication",
]
