"""A report of Bạc Liêu on its way: prepared, sent, asked about. Through the actions, as people do it."""

from __future__ import annotations

from apps.campaigns.models import Task
from apps.indicators.models import Indicator
from apps.reports import actions
from apps.reports.content import digest, live
from apps.reports.enums import Section
from apps.reports.models import Question, Report, Version
from tests.cast import Cast
from tests.filled import fill

LIST = "/c/cum-9/2019H1/reports/"
OWN = f"{LIST}offices/bac-lieu/"
OTHERS = f"{LIST}offices/hau-giang/"
SECRET = "Khó khăn chỉ Văn phòng mình biết"


def opened(cast: Cast) -> Cast:
    """A half whose figures are never closed."""
    cast.first_half.closes_on = None
    cast.first_half.save(update_fields=["closes_on"])
    return cast


def prepared(cast: Cast) -> Cast:
    fill(opened(cast))
    Task.objects.create(period=cast.first_half, position=1, text="Tổ chức tiếp xúc cử tri trước Kỳ họp thứ 7")
    for section, text in ((Section.ADVANTAGES, "Được Đoàn ĐBQH quan tâm."), (Section.DIFFICULTIES, SECRET)):
        write(cast, section, text)
    return cast


def write(cast: Cast, section: Section, text: str, version: int = 0) -> None:
    actions.write_prose(
        period=cast.first_half, office=cast.office, section=section, text=text, version=version, by=cast.clerk
    )


def send(cast: Cast, note: str = "") -> Version:
    return actions.send(period=cast.first_half, office=cast.office, by=cast.head, note=note)


def report(cast: Cast) -> Report:
    return Report.objects.select_related("period__cluster", "office", "current").get(
        period=cast.first_half, office=cast.office
    )


def ask(cast: Cast) -> list[Question]:
    """About a figure, a section and the whole."""
    voters = Indicator.objects.get(code="voters")
    return actions.ask(
        report=report(cast),
        questions=[
            actions.Asked(text="Số lượt cử tri có gồm hội nghị ngày 02/4 không?", indicator=voters),
            actions.Asked(text="Nêu rõ nguyên nhân.", section=Section.DIFFICULTIES),
            actions.Asked(text="Bổ sung phụ lục."),
        ],
        by=cast.secretary,
    )  # fmt: skip


def answer_all(cast: Cast) -> None:
    for question in report(cast).questions.open().select_related("report__period__cluster", "report__office"):
        actions.answer(question=question, text="Đã rà soát, số liệu đúng.", by=cast.clerk)


def receive(cast: Cast) -> None:
    current = report(cast).current
    assert current is not None
    actions.receive(version=current, by=cast.secretary)


def seen(cast: Cast) -> str:
    return digest(live(cast.first_half, [cast.office])[cast.office.pk])
