"""One reading answers a page: counted, stated, missing, none and zero; the own line; what does not add up."""

from datetime import date

import pytest

from apps.activities.models import DirectFigure
from apps.activities.tests.factories import (
    DraftLawFactory,
    LawConsultationFactory,
    SocialWorkFactory,
    SupervisionFactory,
    VoterMeetingFactory,
)
from apps.indicators.enums import FigureState, Origin
from apps.indicators.models import Indicator
from apps.indicators.reading import OWN_LINE, Figures, Window, figures, rows_of
from tests.cast import Cast

H1 = Window(date(2019, 1, 1), date(2019, 6, 30))
H2 = Window(date(2019, 7, 1), date(2019, 12, 31))
YEAR = Window(date(2019, 1, 1), date(2019, 12, 31))


def read(cast: Cast, *codes: str, windows: tuple[Window, ...] = (H1,), by: tuple[str, ...] = ()) -> Figures:
    indicators = Indicator.objects.filter(code__in=codes).select_related("numerator", "denominator")
    ids = [office.pk for office in cast.offices.values()]
    return figures(indicators, cluster=cast.cluster, offices=ids, windows=windows, by=by)


def state(cast: Cast, code: str, office: str, value: int | None, window: Window = H1) -> None:
    DirectFigure.objects.create(
        indicator=Indicator.objects.get(code=code), office=cast.offices[office], starts_on=window.starts_on,
        ends_on=window.ends_on, value=value,
    )  # fmt: skip


def test_counts_and_parts_and_missing(cast: Cast) -> None:
    for _ in range(2):
        SupervisionFactory(record__office=cast.office, kind="thematic")
    found = read(cast, "supervisions", "supervisions_complaints")
    assert found.of("supervisions", cast.office.pk).value == 2
    part = found.of("supervisions_complaints", cast.office.pk)
    assert (part.state, part.value) == (FigureState.VALUE, 0)
    assert found.of("supervisions", cast.other_office.pk).is_missing
    total = found.total("supervisions")
    assert total.value == 2
    assert len(total.missing) == 5


def test_none_zero_and_missing_are_three_things(cast: Cast) -> None:
    state(cast, "reception_visits", "ca-mau", None)
    state(cast, "reception_visits", "can-tho", 0)
    found = read(cast, "reception_visits")
    states = [found.of("reception_visits", cast.offices[code].pk) for code in ("ca-mau", "can-tho", "soc-trang")]
    assert [(figure.state, figure.value) for figure in states] == [("none", None), ("value", 0), ("missing", None)]


def test_records_win_over_statements_and_the_difference_is_kept(cast: Cast) -> None:
    VoterMeetingFactory(record__office=cast.office, opinions=5)
    state(cast, "opinions", "bac-lieu", 7)
    state(cast, "opinions", "hau-giang", 4)
    found = read(cast, "opinions")
    own = found.of("opinions", cast.office.pk)
    assert (own.value, own.counted, own.stated, own.difference) == (5, 5, 7, 2)
    assert found.total("opinions").value == 9
    assert found.total("opinions").origin == Origin.MIXED


def test_the_cluster_has_a_line_of_its_own(cast: Cast) -> None:
    SocialWorkFactory(record__cluster=cast.cluster, gifts=5, unit_value=1_200_000)
    found = read(cast, "gifts", "gift_value")
    assert found.of("gifts", OWN_LINE).value == 5
    assert found.total("gift_value").value == 6_000_000


def test_distinct_is_read_for_the_whole(cast: Cast) -> None:
    draft = DraftLawFactory()
    for code in ("ca-mau", "bac-lieu"):
        LawConsultationFactory(record__office=cast.offices[code], draft=draft)
    found = read(cast, "draft_laws", "law_consultations")
    assert found.of("draft_laws", cast.office.pk).value == 1
    assert found.total("draft_laws").value == 1
    assert found.total("law_consultations").value == 2


def test_rate_keeps_both_sides(cast: Cast) -> None:
    for code, there, registered in (("ca-mau", 15, 15), ("bac-lieu", 13, 12)):
        state(cast, "headcount", code, there)
        state(cast, "registered", code, registered)
    total = read(cast, "registration_rate").total("registration_rate")
    assert (total.numerator, total.denominator) == (27, 28)
    assert len(total.missing) == 4


def test_a_stock_is_not_added_over_halves(cast: Cast) -> None:
    state(cast, "headcount", "ca-mau", 15, H1)
    state(cast, "headcount", "ca-mau", 16, H2)
    found = read(cast, "headcount", windows=(H1, H2, YEAR))
    assert [found.total("headcount", window).value for window in (H1, H2, YEAR)] == [15, 16, 16]


def test_split_by_dimension(cast: Cast) -> None:
    VoterMeetingFactory(record__office=cast.office, phase="before", session=cast.session)
    VoterMeetingFactory(record__office=cast.office, phase="after", session=cast.session)
    found = read(cast, "voter_meetings", by=("phase",))
    assert found.values_by("voter_meetings") == [("after",), ("before",)]
    assert found.total("voter_meetings", by=("before",)).value == 1


def test_rows_are_exactly_what_is_counted(cast: Cast) -> None:
    VoterMeetingFactory(record__office=cast.office, kind="theme")
    VoterMeetingFactory(record__office=cast.office, kind="group")
    VoterMeetingFactory(record__office=cast.office, kind="theme", record__starts_on=date(2019, 7, 2))
    indicator = Indicator.objects.get(code="voter_meetings_theme")
    assert rows_of(indicator, cast.cluster, [cast.office.pk], H1).count() == 1


@pytest.mark.parametrize("times", [1, 3])
def test_a_page_costs_four_queries(cast: Cast, django_assert_num_queries, times: int) -> None:
    for _ in range(times):
        SupervisionFactory(record__office=cast.office)
        VoterMeetingFactory(record__office=cast.office, opinions=3)
    indicators = list(Indicator.objects.for_cluster(cast.cluster, 2019))
    with django_assert_num_queries(4):  # records; distinct over the whole; statements; stocks
        figures(
            indicators, cluster=cast.cluster, offices=[office.pk for office in cast.offices.values()], windows=[H1, H2]
        )


def test_a_sum_over_blanks_is_missing_and_a_known_zero_is_zero(cast: Cast) -> None:
    VoterMeetingFactory(record__office=cast.office, opinions=4, answered_in_writing=None)
    VoterMeetingFactory(record__office=cast.other_office, opinions=0, answered_in_writing=0)
    found = read(cast, "opinions_answered", "opinions")
    assert found.of("opinions_answered", cast.office.pk).is_missing
    assert found.of("opinions_answered", cast.other_office.pk).value == 0
    assert found.of("opinions", cast.office.pk).value == 4
    assert cast.office.pk in found.total("opinions_answered").missing


def test_a_rate_leaves_out_those_who_gave_one_side_only(cast: Cast) -> None:
    state(cast, "headcount", "ca-mau", 10)
    state(cast, "registered", "ca-mau", 9)
    state(cast, "headcount", "bac-lieu", 13)
    total = read(cast, "registration_rate").total("registration_rate")
    assert (total.numerator, total.denominator) == (9, 10)
    assert cast.office.pk in total.missing
