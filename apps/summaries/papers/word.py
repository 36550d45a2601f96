"""Word by docxtpl. What goes into the template is not to be trusted: the environment is sandboxed and escapes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

TEMPLATE = Path(__file__).with_name("report.docx")


def report(context: Mapping[str, Any], template: Path | io.BytesIO = TEMPLATE) -> bytes:
    """The report with Annex I as a landscape section."""
    document = DocxTemplate(template)
    document.render(dict(context), jinja_env=SandboxedEnvironment(autoescape=True, undefined=StrictUndefined))
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()
