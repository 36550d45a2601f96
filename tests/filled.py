"""A first half with everything in it: counted, stated, both, none, missing; several offices and the cluster itself."""

from datetime import date

from apps.activities.models import DirectFigure
from apps.activities.tests.factories import (
    CitizenReceptionFactory,
    DraftLawFactory,
    ExperienceFactory,
    LawConsultationFactory,
    SocialWorkFactory,
    SupervisionFactory,
    VoterMeetingFactory,
)
from apps.indicators.models import Indicator
from tests.cast import Cast


def state(cast: Cast, code: str, office: str, value: int | None) -> DirectFigure:
    half = cast.first_half
    return DirectFigure.objects.create(
        indicator=Indicator.objects.get(code=code), office=cast.offices[office], starts_on=half.starts_on,
        ends_on=half.ends_on, value=value,
    )  # fmt: skip


def fill(cast: Cast) -> Cast:
    """Numbers that stand out: 1237 opinions in one meeting of Hậu Giang, 389 stated visits of Cần Thơ."""
    drafts = [DraftLawFactory(name=f"Luật thí dụ {number}") for number in range(3)]
    for place, (code, office) in enumerate(cast.offices.items(), start=1):
        for number in range(place):
            SupervisionFactory(record__office=office, kind="thematic" if number else "complaints")
            VoterMeetingFactory(
                record__office=office, record__starts_on=date(2019, 4, number + 1), session=cast.session,
                phase="before" if number % 2 else "after", kind="theme", voters=100 + number,
                opinions=1237 if code == "hau-giang" and not number else 10 + place,
                to_centre=2, to_province=5, answered_on_spot=1, answered_in_writing=4,
            )  # fmt: skip
        LawConsultationFactory(record__office=office, draft=drafts[place % 2], opinions=place)
        state(cast, "headcount", code, 10 + place)
        state(cast, "registered", code, 10 + place)
    LawConsultationFactory(record__office=cast.other_office, draft=drafts[2], opinions=40)
    CitizenReceptionFactory(record__office=cast.office, visits=6)
    state(cast, "reception_visits", "ca-mau", None)
    state(cast, "reception_visits", "can-tho", 389)
    state(cast, "reception_visits", "soc-trang", 12)
    state(cast, "opinions", "kien-giang", 77)
    SocialWorkFactory(
        record__cluster=cast.cluster, record__starts_on=date(2019, 7, 4), record__counted_on=date(2019, 6, 30),
        record__conference=cast.conference, gifts=5, unit_value=1_200_000,
    )  # fmt: skip
    ExperienceFactory(record__office=cast.office)
    return cast
