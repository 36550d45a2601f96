"""How states, figures and sections of an office's report are said. None, zero and missing are three different words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.core import words
from apps.indicators.enums import Aggregation, FigureState, FigureStatus
from apps.indicators.models import Indicator
from apps.reports.content import FigureLine
from apps.reports.enums import ReportState, Section

COLOURS = {
    ReportState.DRAFT: "neutral",
    ReportState.SENT: "info",
    ReportState.TO_COMPLETE: "warn",
    ReportState.RECEIVED: "ok",
    ReportState.STALE: "bad",
}
# What the office is asked to write, beside each section.
HINTS: dict[str, str | Promise] = {
    Section.ADVANTAGES: gettext_lazy("What helped the office's work in the period."),
    Section.DIFFICULTIES: gettext_lazy("What stood in the way, and why."),
    Section.ASSESSMENT: gettext_lazy("The office's own judgement of its results in the emulation movement."),
    Section.EXPERIENCE: gettext_lazy("What is worth keeping or sharing with other offices."),
    Section.PLAN: gettext_lazy("What the office will do in the next period."),
    Section.PROPOSALS: gettext_lazy("What the office asks of the cluster and of higher levels."),
}


def state_words(state: ReportState) -> str:
    return capfirst(str(state.label))


def section_name(section: str) -> str:
    return capfirst(str(Section(section).label)) if section in Section.values else section


def figure_text(indicator: Indicator | None, line: FigureLine | None) -> str:
    """1.229, 100%, – for none; in words where nothing was reported."""
    if line is None:
        return _("not reported")
    if line.state == FigureState.NONE:
        return words.NONE_MARK
    if line.denominator is not None or (indicator is not None and indicator.aggregation == Aggregation.RATIO):
        return words.share(line.numerator or 0, line.denominator or 0)
    return words.number(line.value or 0)


def state_of(line: FigureLine | None) -> str:
    """The three states of a figure in an official's words, for files and screen readers."""
    if line is None:
        return _("not reported")
    if line.state == FigureState.NONE:
        return _("stated as none")
    return _("reported as zero") if line.value == 0 and line.denominator is None else _("reported")


def status_words(line: FigureLine | None) -> str:
    """Nothing for an actual figure: papers and pages say so where it is another."""
    if line is None or line.status == FigureStatus.ACTUAL:
        return ""
    return str(FigureStatus(line.status).label)
