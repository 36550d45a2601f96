"""PDF by typst. The text goes in as data, so nothing that anybody typed is ever read as markup.

Type: Times New Roman where the system has it, else Liberation Serif or Tinos (same metrics), else Libertinus Serif,
which the typst wheel itself carries with every Vietnamese letter: a machine without fonts gives the same text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import typst

from apps.core.papers.paper import Paper

APPS = Path(__file__).resolve().parents[2]  # layouts of upper floors import `/core/papers/decree.typ`
LAYOUT = Path(__file__).resolve().with_name("paper.typ")


def compiled(layout: Path, context: Mapping[str, Any], *, system_fonts: bool = True, **inputs: str) -> bytes:
    """PDF/A-2b of a layout somewhere below `apps/`."""
    return typst.compile(
        str(layout),
        output=None,
        root=str(APPS),
        ignore_system_fonts=not system_fonts,
        format="pdf",
        sys_inputs={"data": json.dumps(context, ensure_ascii=False), **inputs},
        pdf_standards="a-2b",
    )


def pdf(paper: Paper, *, system_fonts: bool = True) -> bytes:
    return bound([paper], system_fonts=system_fonts)


def bound(papers: Sequence[Paper], *, system_fonts: bool = True) -> bytes:
    """Several in one file, each on pages of its own that are numbered anew."""
    return compiled(LAYOUT, {"papers": [paper.drawn() for paper in papers]}, system_fonts=system_fonts)
