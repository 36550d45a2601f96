"""The writes of activities."""

from apps.activities.actions.basics import counted_on, refuse_unless_entering, year_of
from apps.activities.actions.cells import CellAnswer, CellWish, save_cells
from apps.activities.actions.changing import Changed, update_records
from apps.activities.actions.definitions import FieldWish, continue_kind, delete_kind, end_kind, save_kind
from apps.activities.actions.evidence import (
    Outcome,
    attach_evidence,
    attach_file,
    link_evidence,
    remove_evidence,
    rename_evidence,
    restore_evidence,
)
from apps.activities.actions.figures import Wish, state_figure, state_figures, withdraw_figure
from apps.activities.actions.holding import hold_statements
from apps.activities.actions.limits import add_limit, end_limit
from apps.activities.actions.many import NewRecord, create_records
from apps.activities.actions.own_indicators import (
    continue_own_indicator,
    delete_own_indicator,
    end_own_indicator,
    save_own_indicator,
)
from apps.activities.actions.recommendations import (
    add_recommendation,
    change_recommendation,
    count_recommendations,
    delete_recommendation,
    has_rows,
    recommendations_counted_wrong,
    restore_recommendation,
)
from apps.activities.actions.records import create_record, delete_record, draft_law, restore_record, update_record
from apps.activities.actions.recounting import records_count_where_they_should, recount
from apps.activities.actions.terms import batches_without_due_day

__all__ = [
    "CellAnswer",
    "CellWish",
    "Changed",
    "FieldWish",
    "NewRecord",
    "Outcome",
    "Wish",
    "add_limit",
    "add_recommendation",
    "attach_evidence",
    "attach_file",
    "batches_without_due_day",
    "change_recommendation",
    "continue_kind",
    "continue_own_indicator",
    "count_recommendations",
    "counted_on",
    "create_record",
    "create_records",
    "delete_kind",
    "delete_own_indicator",
    "delete_recommendation",
    "delete_record",
    "draft_law",
    "end_kind",
    "end_limit",
    "end_own_indicator",
    "has_rows",
    "hold_statements",
    "link_evidence",
    "recommendations_counted_wrong",
    "records_count_where_they_should",
    "recount",
    "refuse_unless_entering",
    "remove_evidence",
    "rename_evidence",
    "restore_evidence",
    "restore_recommendation",
    "restore_record",
    "save_cells",
    "save_kind",
    "save_own_indicator",
    "state_figure",
    "state_figures",
    "update_record",
    "update_records",
    "withdraw_figure",
    "year_of",
]
