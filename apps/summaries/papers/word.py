"""The Word file of the report, from a template."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from apps.core.papers.word import filled

TEMPLATE = Path(__file__).with_name("report.docx")


def report(context: Mapping[str, Any], template: Path | io.BytesIO = TEMPLATE) -> bytes:
    """The report with Annex I as a landscape section."""
    return filled(template, context)
