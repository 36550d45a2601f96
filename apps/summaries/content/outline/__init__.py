"""Facts in, blocks out: the chapters of the report in their order (domain reference 4.2). Pure."""

from apps.summaries.content.outline.blocks import Block
from apps.summaries.content.outline.report import abstract, blocks, next_name, period_name

__all__ = ["Block", "abstract", "blocks", "next_name", "period_name"]
