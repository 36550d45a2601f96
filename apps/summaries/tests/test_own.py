"""What a cluster defined itself, as the report says it: missing, none, zero and a number are four sentences."""

from typing import Any

import pytest
from django.utils import timezone

from apps.activities.tests.factories import OwnIndicatorFactory
from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period
from apps.indicators.models import Indicator
from apps.offices.models import Membership
from apps.summaries.content import document
from apps.summaries.enums import Paper
from apps.summaries.tests.half_year import state
from tests.cast import Cast

NAME = "Tin, bài đăng trên Cổng thông tin"


@pytest.fixture
def portal(cast: Cast) -> Indicator:
    OwnIndicatorFactory(cluster=cast.cluster, name=NAME, first_year=2018, code="tin_bai")
    return Indicator.objects.get(code="tin_bai")


def said(cast: Cast) -> list[str]:
    content = document.write(cast.first_half, Paper.AFTER, timezone.now())
    return [line.text for line in document.document_lines(content, ()) if line.code.startswith("own.")]


def year_before(cast: Cast) -> Period:
    first, last = (day.replace(year=2018) for day in (cast.first_half.starts_on, cast.first_half.ends_on))
    kind = PeriodKind.FIRST_HALF
    return Period.objects.create(cluster=cast.cluster, year=2018, kind=kind, starts_on=first, ends_on=last)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, f"{NAME}: các Văn phòng chưa báo cáo số liệu."),
        (dict.fromkeys(("ca-mau", "kien-giang", "can-tho", "bac-lieu", "soc-trang", "hau-giang")),
         f"{NAME}: trong kỳ không phát sinh."),
        (dict.fromkeys(("ca-mau", "kien-giang", "can-tho", "bac-lieu", "soc-trang", "hau-giang"), 0),
         f"{NAME}: trong kỳ các Văn phòng không thực hiện."),
        (dict.fromkeys(("ca-mau", "kien-giang", "can-tho", "bac-lieu", "soc-trang"), 240),
         f"{NAME}: toàn Cụm đã thực hiện 1.200 tin, bài. Văn phòng Đoàn ĐBQH tỉnh Hậu Giang chưa báo cáo số liệu về "
         "tin, bài đăng trên Cổng thông tin."),
    ],
    ids=["missing", "none", "zero", "value"],
)  # fmt: skip
def test_its_sentence(cast: Cast, portal: Indicator, values: dict[str, int | None], expected: str) -> None:
    for office, value in values.items():
        state(cast, portal.code, office, value)
    assert said(cast) == [expected]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (100, 120, "120 tin, bài; tăng 120 tin, bài (20%) so với cùng kỳ năm 2018."),
        (0, 120, "; cùng kỳ năm 2018 không phát sinh."),
        (None, 120, "720 tin, bài."),
    ],
)
def test_against_the_year_before(cast: Cast, portal: Indicator, before: int | None, now: int, expected: str) -> None:
    Membership.objects.update(valid_from="2016-01-01")
    former = year_before(cast)
    for office in cast.offices:
        state(cast, portal.code, office, now)
        if before is not None:
            state(cast, portal.code, office, before, period=former)
    [sentence] = said(cast)
    assert sentence.endswith(expected.removeprefix("120 ") if before == 100 else expected)


def test_parts_stand_in_the_sentence_of_their_whole(cast: Cast, portal: Indicator) -> None:
    part: Any = OwnIndicatorFactory(cluster=cast.cluster, name="Tin tự viết", unit="tin", parent=portal)
    for office in cast.offices:
        state(cast, portal.code, office, 10)
        state(cast, part.code, office, 2)
    assert said(cast) == [f"{NAME}: toàn Cụm đã thực hiện 60 tin, bài, trong đó có tin tự viết 12 tin."]


def test_another_clusters_and_another_years_are_not_told(cast: Cast) -> None:
    OwnIndicatorFactory(cluster=cast.other_cluster)
    OwnIndicatorFactory(cluster=cast.cluster, first_year=2018, last_year=2018)
    assert said(cast) == []


def test_a_name_brings_no_figure_along(cast: Cast, portal: Indicator) -> None:
    Indicator.objects.filter(pk=portal.pk).update(name="Bài [[headcount]] {code}")
    assert said(cast) == ["Bài [ [headcount]] {code}: các Văn phòng chưa báo cáo số liệu."]
