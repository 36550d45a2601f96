"""The writes: building papers, editing them, publishing them."""

from apps.summaries.actions.building import build_due, finish, request_build, resume_stalled, run_build
from apps.summaries.actions.editing import append_prose, restore_wording, reword, write_prose
from apps.summaries.actions.publishing import publish

__all__ = [
    "append_prose",
    "build_due",
    "finish",
    "publish",
    "request_build",
    "restore_wording",
    "resume_stalled",
    "reword",
    "run_build",
    "write_prose",
]
