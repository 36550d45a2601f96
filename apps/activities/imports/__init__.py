"""Workbooks in: read, recognised, previewed, applied; large ones by a worker.

Downwards: `actions` > `work`, `outcome` > `plan` > `roundtrip` > `rows` > `setting`, `recognition` > `layouts`,
`words`, `owners`, `values` > `faults`, and `files.workbooks`, which opens the file. Undone: `undo` > `obstacles`,
`snapshots`. Errors written back: `marking`. `marker.py` is a program of its own.
"""

from apps.activities.imports.actions import apply, discard, preview, read_again, run_applying, run_reading
from apps.activities.imports.parts import faults_of, warnings_of
from apps.activities.imports.undo import undo_import
from apps.activities.imports.work import resume_imports

__all__ = [
    "apply",
    "discard",
    "faults_of",
    "preview",
    "read_again",
    "resume_imports",
    "run_applying",
    "run_reading",
    "undo_import",
    "warnings_of",
]
