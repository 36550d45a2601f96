"""The writes: movements, periods, conferences and what belongs to them, tasks; terms and sessions of the Assembly."""

from apps.campaigns.actions.assembly import save_session, save_term
from apps.campaigns.actions.calendar import (
    propose_year,
    publish_period,
    save_period,
    set_up_year,
    withdraw_publication,
)
from apps.campaigns.actions.conferences import ChairLine, remove_conference, save_conference
from apps.campaigns.actions.delegates import (
    move_contribution,
    register_contribution,
    register_delegate,
    remove_contribution,
    remove_delegate,
    update_contribution,
    update_delegate,
)
from apps.campaigns.actions.extensions import (
    ask_extension,
    end_extension,
    give_extension,
    grant_extension,
    refuse_extension,
)
from apps.campaigns.actions.launching import confirm_campaign, remove_campaign_paper, save_campaign_paper
from apps.campaigns.actions.movements import (
    Parts,
    amend_campaign,
    close_campaign,
    launch_campaign,
    remove_campaign,
    save_campaign,
)
from apps.campaigns.actions.next_year import TakenOver, take_over_year
from apps.campaigns.actions.papers import record_paper, save_invitation, save_minutes
from apps.campaigns.actions.programme import Point, points_of, save_programme, seen
from apps.campaigns.actions.resolutions import TaskLine, turn_into_tasks
from apps.campaigns.actions.tasks import add_task, move_task, remove_task, set_progress, update_task

__all__ = [
    "ChairLine",
    "Parts",
    "Point",
    "TakenOver",
    "TaskLine",
    "add_task",
    "amend_campaign",
    "ask_extension",
    "close_campaign",
    "confirm_campaign",
    "end_extension",
    "give_extension",
    "grant_extension",
    "launch_campaign",
    "move_contribution",
    "move_task",
    "points_of",
    "propose_year",
    "publish_period",
    "record_paper",
    "refuse_extension",
    "register_contribution",
    "register_delegate",
    "remove_campaign",
    "remove_campaign_paper",
    "remove_conference",
    "remove_contribution",
    "remove_delegate",
    "remove_task",
    "save_campaign",
    "save_campaign_paper",
    "save_conference",
    "save_invitation",
    "save_minutes",
    "save_period",
    "save_programme",
    "save_session",
    "save_term",
    "seen",
    "set_progress",
    "set_up_year",
    "take_over_year",
    "turn_into_tasks",
    "update_contribution",
    "update_delegate",
    "update_task",
    "withdraw_publication",
]
