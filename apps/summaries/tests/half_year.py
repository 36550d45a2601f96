"""The first half of 2019 with the totals of the published account, split anyhow over the offices."""

from datetime import date
from itertools import cycle

from apps.activities.actions import counted_on
from apps.activities.models import DirectFigure
from apps.activities.tests.factories import (
    DraftLawFactory,
    ExperienceFactory,
    LawConsultationFactory,
    SocialWorkFactory,
    SupervisionFactory,
    VoterMeetingFactory,
)
from apps.campaigns.models import Period, Task
from apps.campaigns.tests.movements import launched
from apps.indicators.models import Indicator
from apps.summaries import actions
from apps.summaries.enums import Paper
from apps.summaries.models import Summary
from tests.cast import Cast


def state(
    cast: Cast, code: str, office: str, value: int | None, *, period: Period | None = None, status: str = "actual"
) -> None:
    at = period or cast.first_half
    DirectFigure.objects.create(
        indicator=Indicator.objects.get(code=code), office=cast.offices[office], starts_on=at.starts_on,
        ends_on=at.ends_on, value=value, status=status,
    )  # fmt: skip


def half_year(cast: Cast) -> None:
    offices = cycle(cast.offices.values())
    for place in range(20):
        SupervisionFactory(record__office=next(offices), kind="complaints" if place < 3 else "thematic")
    for place in range(86):
        VoterMeetingFactory(
            record__office=next(offices), session=cast.session, phase="before" if place < 50 else "after",
            kind="constituency" if place < 52 else "theme" if place < 68 else "group",
            voters=168 + (62 if place == 0 else 0), opinions=14 + (25 if place == 0 else 0),
            to_centre=2 + (11 if place == 0 else 0), to_province=10 + (3 if place == 0 else 0),
            answered_on_spot=2 + (11 if place == 0 else 0), answered_in_writing=4 + (1 if place < 59 else 0),
        )  # fmt: skip
    drafts = cycle([DraftLawFactory(name=f"Luật {letter}") for letter in "ABCDEGH"])
    for place in range(27):
        LawConsultationFactory(
            record__office=next(offices),
            draft=next(drafts),
            opinions=20,
            method="conference" if place < 18 else "written",
        )
    for office, people in zip(cast.offices, (15, 16, 18, 13, 14, 12), strict=True):
        state(cast, "headcount", office, people)
        state(cast, "registered", office, people)
    conference = cast.conference
    SocialWorkFactory(
        record__cluster=cast.cluster, record__host=cast.offices["kien-giang"], record__conference=conference,
        record__starts_on=date(2019, 7, 4), record__counted_on=counted_on(date(2019, 7, 4), conference),
        record__place="Phường Pháo Đài, thành phố Hà Tiên, tỉnh Kiên Giang", gifts=5, unit_value=1_200_000,
        beneficiaries="Hộ gia đình nghèo",
    )  # fmt: skip
    ExperienceFactory(
        record__office=cast.office, record__conference=conference, record__starts_on=date(2019, 7, 5),
        record__counted_on=counted_on(date(2019, 7, 5), conference), record__title="Đổi mới tiếp xúc cử tri",
    )  # fmt: skip
    conference.resolutions = "Nhất trí."
    conference.save()
    launched(
        cast, name="Phong trào thi đua năm 2019", theme="Đoàn kết, kỷ cương, liêm chính", level="managing_body",
        launched_by="Văn phòng Quốc hội", partner="Công đoàn cơ sở",
    )  # fmt: skip
    Task.objects.create(period=cast.second_half, position=1, text="Lấy ý kiến các dự án luật.")


def paper(cast: Cast, kind: str = Paper.AFTER) -> Summary:
    """A paper, built as a worker would."""
    build = actions.request_build(period=cast.first_half, paper=kind, by=cast.secretary, start=False)
    assert actions.run_build(build_id=build.pk)
    return Summary.objects.select_related("word", "pdf", "annex", "period__cluster").get(pk=build.summary_id)
