"""Workbooks in: read, recognised, previewed, applied.

Downwards: `actions` > `outcome` > `plan` > `rows` > `setting`, `recognition` > `layouts`, `words`, `owners`, `values` >
`book` > `faults`. Undone: `undo` > `obstacles`, `snapshots`. `reader.py` is a program of its own.
"""

from apps.activities.imports.actions import apply, discard, preview
from apps.activities.imports.undo import undo_import

__all__ = ["apply", "discard", "preview", "undo_import"]
