"""The report and its annex as PDF."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from apps.core.papers.pdf import compiled

LAYOUT = Path(__file__).resolve().with_name("report.typ")


def report(context: Mapping[str, Any], *, system_fonts: bool = True) -> bytes:
    """The report with its annex, PDF/A-2b."""
    return compiled(LAYOUT, context, system_fonts=system_fonts, part="report")


def annex(context: Mapping[str, Any], *, system_fonts: bool = True) -> bytes:
    """Annex I alone: one landscape page."""
    return compiled(LAYOUT, context, system_fonts=system_fonts, part="annex")
