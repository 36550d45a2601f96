"""The closing day of figures: when it has passed, for whom, and to which period a day belongs."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from apps.campaigns import actions
from apps.campaigns.closing import closed_offices, closed_pairs, closings, is_closed
from apps.campaigns.models import Extension, Period
from apps.offices.models import Office
from tests.cast import Cast

CLOSING = date(2019, 7, 15)
D = timedelta(days=1)


def close(period: Period, on: date | None = CLOSING) -> Period:
    Period.objects.filter(pk=period.pk).update(closes_on=on)
    period.closes_on = on
    return period


def extend(cast: Cast, period: Period, office: Office, until: date | None) -> Extension:
    return Extension.objects.create(
        period=period, office=office, reason="Chờ số liệu của huyện", wanted_until=until or CLOSING + 9 * D,
        asked_by=cast.clerk, granted_until=until, decided_at=timezone.now(), decided_by=cast.secretary,
        decision="" if until else "Đã muộn",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("closes_on", "granted_until", "on", "closed"),
    [
        (None, None, date(2030, 1, 1), False),
        (CLOSING, None, CLOSING - D, False),
        (CLOSING, None, CLOSING, False),  # the day itself is open
        (CLOSING, None, CLOSING + D, True),
        (CLOSING, CLOSING + 5 * D, CLOSING + D, False),
        (CLOSING, CLOSING + 5 * D, CLOSING + 5 * D, False),
        (CLOSING, CLOSING + 5 * D, CLOSING + 6 * D, True),
        (CLOSING, CLOSING - 2 * D, CLOSING, False),  # an extension never shortens
    ],
)
def test_closed_after_the_day_unless_extended(
    cast: Cast, closes_on: date | None, granted_until: date | None, on: date, closed: bool
) -> None:
    period = close(cast.first_half, closes_on)
    if granted_until:
        extend(cast, period, cast.office, granted_until)
    assert is_closed(period, cast.office, on) is closed
    assert (closings(cast.cluster, on).of(cast.office.pk, date(2019, 3, 1)) is not None) is closed


def test_a_refusal_and_an_open_question_extend_nothing(cast: Cast) -> None:
    period = close(cast.first_half)
    extend(cast, period, cast.office, None)
    Extension.objects.create(
        period=period, office=cast.office, reason="Lại xin", wanted_until=CLOSING + 9 * D, asked_by=cast.clerk
    )
    assert is_closed(period, cast.office, CLOSING + D)


def test_an_extension_is_of_one_office_and_one_period(cast: Cast) -> None:
    first, second = close(cast.first_half), close(cast.second_half)
    extend(cast, first, cast.office, CLOSING + 5 * D)
    on = CLOSING + D
    everybody = list(cast.offices.values())
    assert closed_offices(first, everybody, on) == {office.pk for office in everybody} - {cast.office.pk}
    assert cast.office.pk in closed_offices(second, everybody, on)
    pairs = [(first, cast.office), (first, cast.other_office), (second, cast.office), (cast.year, cast.office)]
    assert closed_pairs(pairs, on) == {(first.pk, cast.other_office.pk), (second.pk, cast.office.pk)}


def test_a_span_belongs_to_the_shortest_period_that_holds_it(cast: Cast) -> None:
    close(cast.first_half)
    office, of = cast.office.pk, closings(cast.cluster, CLOSING + D).of
    assert of(office, date(2019, 1, 1)) == of(office, date(2019, 6, 30)) == cast.first_half
    assert of(office, date(2019, 7, 1)) is None
    assert of(office, date(2019, 2, 1), date(2019, 3, 31)) == cast.first_half
    assert of(office, date(2019, 6, 1), date(2019, 7, 31)) is None  # the year's, which is open
    assert of(office, date(2018, 12, 31)) is None  # no period holds it
    assert of(None, date(2019, 3, 1)) is None  # the cluster's own line


def test_the_closing_day_of_the_year_closes_what_is_stated_for_the_year(cast: Cast) -> None:
    close(cast.year)
    of = closings(cast.cluster, CLOSING + D).of
    assert of(cast.office.pk, date(2019, 3, 1)) is None
    assert of(cast.office.pk, date(2019, 1, 1), date(2019, 6, 30)) is None
    assert of(cast.office.pk, date(2019, 1, 1), date(2019, 12, 31)) == cast.year


@pytest.mark.parametrize("offices", [1, 3])
def test_many_cost_what_one_costs(cast: Cast, offices: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    chosen = list(cast.offices.values())[:offices]
    period, on = close(cast.first_half), CLOSING + D
    with django_assert_num_queries(1):
        closed_offices(period, chosen, on)
    with django_assert_num_queries(1):
        closed_pairs([(period, office) for office in chosen], on)
    with django_assert_num_queries(2):
        known = closings(cast.cluster, on)
        assert all(known.of(office.pk, date(2019, 3, 1)) == period for office in chosen)
    with django_assert_num_queries(0):  # nothing to ask before the day
        assert not closed_offices(period, chosen, CLOSING)
        assert not closed_pairs([(period, office) for office in chosen], CLOSING)
    with django_assert_num_queries(1):
        known = closings(cast.cluster, CLOSING)
        assert not any(known.of(office.pk, date(2019, 3, 1)) for office in chosen)


def test_a_year_that_lies_behind_is_set_up_without_closing_days(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise nothing of it could be entered; of a year to come they are two weeks after the due day."""
    cast.conference.delete()
    Period.objects.filter(cluster=cast.cluster).delete()
    monkeypatch.setattr(timezone, "localdate", lambda: date(2019, 7, 14))
    made = actions.set_up_year(cluster=cast.cluster, year=2019, by=cast.secretary)
    assert [period.closes_on for period in made] == [date(2019, 7, 14), date(2020, 1, 14), date(2020, 1, 14)]
    Period.objects.filter(cluster=cast.cluster).delete()
    monkeypatch.setattr(timezone, "localdate", lambda: date(2019, 7, 15))
    made = actions.set_up_year(cluster=cast.cluster, year=2019, by=cast.secretary)
    assert [period.closes_on for period in made] == [None, date(2020, 1, 14), date(2020, 1, 14)]
