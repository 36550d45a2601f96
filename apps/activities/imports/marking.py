"""The file that came in, with its errors written back into it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from apps.activities.imports.faults import LIST_OF_ERRORS, Fault
from apps.core.workbook import Sheet, workbook

_MARKER = Path(__file__).with_name("marker.py")
_SECONDS = 60
HEADINGS = ("Trang tính", "Ô", "Cột", "Giá trị trong tệp", "Lỗi", "Cần có")
_EXPECTED = ("expected", "allowed", "near", "limit", "column")


def _values(fault: Fault) -> list[str]:
    expected = next((str(fault.params[name]) for name in _EXPECTED if name in fault.params), "")
    cell = f"{fault.column}{fault.row}" if fault.row else ""
    return [fault.sheet, cell, fault.heading, fault.value, fault.text, expected]


def marked(content: bytes, faults: Iterable[Fault]) -> bytes:
    """An .xlsx comes back as it is, with a comment and a red frame at each cell in error, and a first sheet that lists
    them. Of another format, and where that fails, only the list is made.

    The file is opened by a process of its own (`marker.py`): it may be hostile.
    """
    found = list(faults)
    if content.startswith(b"PK") and b"xl/workbook.xml" in content:
        lines: list[dict[str, Any]] = [
            {
                "sheet": fault.sheet, "row": fault.row, "column": fault.column, "values": _values(fault),
                "message": fault.text,
            }
            for fault in found
        ]  # fmt: skip
        told = json.dumps({"title": LIST_OF_ERRORS, "headings": HEADINGS, "lines": lines})
        try:
            done = subprocess.run(
                [sys.executable, "-I", str(_MARKER)],
                input=told.encode() + b"\n" + content,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            done = None
        if done is not None and done.returncode == 0 and done.stdout.startswith(b"PK"):
            return done.stdout
    return workbook(Sheet(name=LIST_OF_ERRORS, title=LIST_OF_ERRORS, headings=HEADINGS, rows=map(_values, found)))
