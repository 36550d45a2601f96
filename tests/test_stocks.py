"""Headcount and registrations as figures: counted where they were sent, stated where only totals are known."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.test import Client

from apps.activities.models import DirectFigure
from apps.indicators.enums import Origin
from apps.indicators.models import Indicator
from apps.indicators.reading import Figure, Window, figures
from apps.pledges import actions
from apps.pledges.tests.house import staffed
from tests.cast import Cast

pytestmark = pytest.mark.django_db
HALF = Window(date(2019, 1, 1), date(2019, 6, 30))
CODES = ("headcount", "registered", "registered_ldtt", "registered_cstdcs", "registration_rate")


def read(cast: Cast, code: str, window: Window = HALF) -> tuple[Figure, Figure]:
    """Of Bạc Liêu, and of the whole cluster."""
    found = figures(
        Indicator.objects.filter(code__in=CODES).select_related("numerator", "denominator"), cluster=cast.cluster,
        offices=[office.pk for office in cast.offices.values()], windows=[window],
    )  # fmt: skip
    return found.of(code, cast.office.pk), found.total(code)


def stated(cast: Cast, code: str, value: int) -> None:
    DirectFigure.objects.create(
        indicator=Indicator.objects.get(code=code), office=cast.office, starts_on=HALF.starts_on,
        ends_on=HALF.ends_on, value=value,
    )  # fmt: skip


def sent(cast: Cast, office: Any = None, people: int = 3) -> None:
    office = office or cast.office
    first, *_rest = staffed(office, people)
    target: dict[str, Any] = {"cluster": cast.cluster, "year": 2019, "office": office, "by": cast.secretary}
    actions.register_person(**target, person=first, wish=actions.Wish(("cstdcs",)))
    actions.register_all(**target, honour="ldtt")
    actions.send(**target)


def test_totals_alone_are_the_stated_ones(cast: Cast) -> None:
    stated(cast, "headcount", 14)
    stated(cast, "registered", 14)
    own, _whole = read(cast, "registration_rate")
    assert (own.numerator, own.denominator, own.ratio) == (14, 14, Fraction(1))
    assert read(cast, "registered")[0].origin == Origin.STATED


def test_what_was_sent_is_counted_and_never_added_to_what_was_stated(cast: Cast) -> None:
    stated(cast, "registered", 5)
    sent(cast)
    own, whole = read(cast, "registered")
    assert (own.value, own.origin, own.difference, whole.value) == (3, Origin.COUNTED, 2, 3)
    assert read(cast, "registered_cstdcs")[0].value == 1
    assert read(cast, "registered_ldtt")[0].value == 2
    assert read(cast, "registration_rate")[0].ratio == 1


def test_a_draft_counts_nothing(cast: Cast) -> None:
    staffed(cast.office)
    actions.register_all(cluster=cast.cluster, year=2019, office=cast.office, honour="ldtt", by=cast.clerk)
    assert read(cast, "registered")[0].is_missing


def test_a_window_that_ends_before_the_cut_off_day_has_no_figure(cast: Cast) -> None:
    sent(cast)
    assert read(cast, "headcount", Window(date(2019, 1, 1), date(2019, 3, 30)))[0].is_missing
    assert read(cast, "headcount", Window(date(2019, 1, 1), date(2019, 3, 31)))[0].value == 3
    assert read(cast, "headcount", Window(date(2018, 1, 1), date(2018, 12, 31)))[0].is_missing


def test_counted_and_stated_offices_add_up(cast: Cast) -> None:
    stated(cast, "headcount", 14)
    sent(cast, cast.other_office)
    _own, whole = read(cast, "headcount")
    assert (whole.value, whole.origin) == (17, Origin.MIXED)


def test_the_figure_opens_to_its_people_for_those_who_may_know_them(client: Client, cast: Cast) -> None:
    sent(cast)
    sent(cast, cast.other_office, 2)
    address = "/c/cum-9/2019H1/figures/registered/"
    client.force_login(cast.secretary)
    page = client.get(address).content.decode()
    assert page.count("Lê Thí Dụ") == 2
    client.force_login(cast.clerk)
    page = client.get(address).content.decode()
    assert page.count("Lê Thí Dụ") == 1
    assert "và 2 người của 01 Văn phòng khác" in page


@pytest.mark.parametrize("people", [1, 3, 1000])
def test_the_rate_costs_the_same_for_one_and_a_thousand(
    cast: Cast, people: int, django_assert_num_queries: Any
) -> None:
    sent(cast, people=people)
    with django_assert_num_queries(3):
        read(cast, "registration_rate")
