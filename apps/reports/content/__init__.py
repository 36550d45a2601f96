"""What an office's report holds: one canonical form gives its hash, differences, and what was sent.

`reading` alone asks the database."""

from apps.reports.content.canonical import as_text, digest, from_json, to_json
from apps.reports.content.differences import Change, Difference, apply, difference
from apps.reports.content.reading import kept_line, live
from apps.reports.content.values import Content, FigureLine, JustificationLine, RecordLine, TaskLine

__all__ = [
    "Change",
    "Content",
    "Difference",
    "FigureLine",
    "JustificationLine",
    "RecordLine",
    "TaskLine",
    "apply",
    "as_text",
    "difference",
    "digest",
    "from_json",
    "kept_line",
    "live",
    "to_json",
]
