"""Workbooks in: read, recognised, previewed, applied.

Downwards: `actions` > `outcome` > `plan` > `rows` > `setting`, `recognition` > `layouts`, `words`, `owners`, `values` >
`book` > `faults`. `reader.py` is a program of its own.
"""

from apps.activities.imports.actions import apply, discard, preview

__all__ = ["apply", "discard", "preview"]
