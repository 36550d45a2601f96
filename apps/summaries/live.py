"""What has changed since a paper was built: figure by figure, and what was typed or reworded by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from apps.campaigns.models import Period
from apps.offices.models import Office
from apps.summaries.content.document import Line, figures_of
from apps.summaries.content.figures import read
from apps.summaries.content.pledges import live_pledges
from apps.summaries.content.progress import read_tasks, task_figures
from apps.summaries.content.tokens import KeptFigure, written
from apps.summaries.models import Prose, Summary, Wording


@dataclass(frozen=True)
class Changed:
    """A figure that says something else now than when the paper was built."""

    code: str
    name: str
    then: str
    now: str


def changed(content: Mapping[str, Any], now: Mapping[str, KeptFigure]) -> list[Changed]:
    return [
        Changed(code, now[code].name, written(figure, _form(figure)), written(now[code], _form(figure)))
        for code, figure in figures_of(content).items()
        if code in now and now[code].says != figure.says
    ]


def _form(figure: KeptFigure) -> str:
    return "ratio" if figure.unit == "%" else ""


def live_figures(period: Period, members: Sequence[Office], content: Mapping[str, Any]) -> dict[str, KeptFigure]:
    """Every figure as it is now. Tasks are judged on the day of the build: a day that passed changes nothing."""
    on = timezone.localdate(datetime.fromisoformat(content["as_of"]))
    found = read(period, members).figures | task_figures(read_tasks(period, members, on))
    return found | live_pledges(period, members, content["figures"])


def typed_since(summary: Summary) -> bool:
    """Whether prose was typed after the paper was built: only a rebuild takes it in."""
    return Prose.objects.filter(period=summary.period_id, edited_at__gt=summary.built_at).exists()


def reworded_since(summary: Summary, wordings: Sequence[Wording]) -> bool:
    """Whether the page shows a wording that the files do not have yet."""
    return summary.built_at is not None and any(wording.edited_at > summary.built_at for wording in wordings)


def outdated(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.outdated]
