"""PDF by typst. The text goes in as data, so nothing that anybody typed is ever read as markup.

Type: Times New Roman where the system has it, else Liberation Serif or Tinos (same metrics), else Libertinus Serif,
which the typst wheel itself carries with every Vietnamese letter: a machine without fonts gives the same text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

LAYOUT = Path(__file__).with_name("report.typ")


def _compile(context: Mapping[str, Any], part: str, *, system_fonts: bool) -> bytes:
    return typst.compile(
        str(LAYOUT),
        output=None,
        root=str(LAYOUT.parent),
        ignore_system_fonts=not system_fonts,
        format="pdf",
        sys_inputs={"data": json.dumps(context, ensure_ascii=False), "part": part},
        pdf_standards="a-2b",
    )


def report(context: Mapping[str, Any], *, system_fonts: bool = True) -> bytes:
    """The report with its annex, PDF/A-2b."""
    return _compile(context, "report", system_fonts=system_fonts)


def annex(context: Mapping[str, Any], *, system_fonts: bool = True) -> bytes:
    """Annex I alone: one landscape page."""
    return _compile(context, "annex", system_fonts=system_fonts)
