"""An office's report as a paper for the signature of its head: form 1.4 of Decree 30/2020/NĐ-CP, in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import count

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from apps.campaigns.enums import TaskState
from apps.campaigns.models import Period, Task
from apps.core.papers import paper
from apps.core.papers.phrases import ended, number_line, place_and_day, recipients
from apps.indicators.models import Indicator
from apps.offices.letterhead import letterhead_of
from apps.offices.models import Office
from apps.reports.content import Content
from apps.reports.enums import Section
from apps.reports.pages.figures import Group, figures_of
from apps.reports.pages.words import section_name

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
COLUMNS = (
    paper.Column("TT", 12, "center"), paper.Column("Chỉ tiêu", 88), paper.Column("Đơn vị", 22, "center"),
    paper.Column("Số liệu", 38, "right"),
)  # fmt: skip


def paper_of(
    content: Content,
    indicators: Iterable[Indicator],
    tasks: Iterable[Task],
    *,
    office: Office,
    period: Period,
    on: date,
    at: datetime,
) -> paper.Paper:
    """As of `on` in name and letterhead; number and day stay blank until it is signed. One query."""
    with override("vi"):
        known = list(indicators)
        head = letterhead_of(office.pk, on)
        return paper.Paper(
            kind=paper.Kind.REPORT,
            head=paper.Head(
                parent=head.parent_body, issuer=head.issuer, number=number_line(None, head.symbol(paper.Kind.REPORT)),
                place_date=place_and_day(head.locality, None, on.year),
            ),
            made_at=at,
            abstract=(_("Results of the emulation movement, %(period)s") % {"period": period},),
            to=(str(period.cluster.name),),
            blocks=tuple(_blocks(content, known, tasks)),
            recipients=recipients([_("As above")]),
            signatures=(paper.Signature((_("HEAD OF THE OFFICE"),)),),
        )  # fmt: skip


def _blocks(content: Content, indicators: list[Indicator], tasks: Iterable[Task]) -> list[paper.Block]:
    numbers = iter(ROMAN)

    def chapter(title: str) -> paper.Block:
        return paper.heading(f"{next(numbers)}. {title}")

    found = [chapter(_("FIGURES"))]
    for place, group in enumerate(figures_of(indicators, content).groups, start=1):
        found += [paper.heading(f"{place}. {group.title}", level=2), paper.table(COLUMNS, _rows(group))]
    told = [(task, content.tasks[task.pk]) for task in tasks if task.pk in content.tasks]
    if told:
        found.append(chapter(_("TASKS OF THE PERIOD")))
        found += [
            paper.paragraph(
                ": ".join(filter(None, (capfirst(str(TaskState(line.state).label)), line.note))) + ".",
                f"{line.text or task.text}:",
            )
            for task, line in told
        ]
    for section in Section.values:
        if text := content.prose.get(section):
            found.append(chapter(section_name(section).upper()))
            found += [paper.paragraph(line) for line in text.splitlines() if line.strip()]
    if content.justifications:
        names = {each.code: each.name for each in indicators}
        found.append(chapter(_("JUSTIFICATIONS")))
        found += [
            paper.paragraph(line.text, f"{names.get(subject, subject)}:")
            for (_rule, subject), line in content.justifications.items()
        ]
    if found[-1].form == paper.Form.PARAGRAPH:
        found[-1] = paper.paragraph(ended(found[-1].text), found[-1].label)
    return found


def _rows(group: Group) -> tuple[tuple[str, ...], ...]:
    """None is said in words; what was not reported leaves its cell empty, as on paper."""
    places = count(1)
    return tuple(
        (
            str(next(places)), line.name, line.unit,
            {"none": _("none stated"), "missing": ""}.get(line.look, line.text)
            + (f" ({line.status})" if line.status else ""),
        )
        for line in group.lines
    )  # fmt: skip
