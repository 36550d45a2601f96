"""What was pledged beside what was reached: on which day, from which version, with how many queries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from apps.campaigns.models import Period
from apps.indicators.models import Indicator
from apps.indicators.reading import Window
from apps.offices.models import Membership
from apps.pledges.enums import Comparison, Standing
from apps.pledges.moments import NOW, chosen, moments
from apps.pledges.results import OfficeResult, results
from apps.pledges.tests.pledged import pledge, target
from tests.cast import Cast
from tests.counted import stated, supervisions

YEAR = Window(date(2019, 1, 1), date(2019, 12, 31))
HALF, END = date(2019, 6, 30), date(2019, 12, 31)
HALVES = (Window(YEAR.starts_on, HALF), Window(date(2019, 7, 1), END))


def of(cast: Cast, on: date, code: str = "bac-lieu") -> OfficeResult:
    found = results(cast.cluster, 2019, YEAR, HALVES, on)
    return next(each for each in found if each.pledge.office.code == code)


def test_the_report_on_march_still_reads_the_old_version(cast: Cast) -> None:
    """A pledge amended in May: what was pledged in March stays what it was."""
    first = pledge(cast, targets=[target("supervisions", 4)])
    second = pledge(cast, signed_on=date(2019, 5, 15), targets=[target("supervisions", 12)])
    supervisions(cast.office, date(2019, 3, 1))
    march, june = of(cast, date(2019, 3, 31)), of(cast, HALF)
    assert (march.version, march.results and march.results[0].standing) == (first, Standing.ON_COURSE)
    assert (june.version, june.results and june.results[0].standing) == (second, Standing.BEHIND)
    assert of(cast, date(2019, 2, 1)).version is None


def test_each_target_has_its_standing(cast: Cast) -> None:
    rate = Indicator.objects.get(numerator__code="registered")
    pledge(cast, targets=[
        target("supervisions", 2), target("supervisions", 1, Comparison.AT_MOST), target("reception_visits", 10),
        target("opinions", 5), target(rate.code, 90, Comparison.PERCENTAGE), target("headcount", 16), target(),
    ])  # fmt: skip
    supervisions(cast.office, date(2019, 3, 1), date(2019, 6, 30), date(2019, 7, 1))
    for code, value in (("headcount", 15), ("registered", 15), ("reception_visits", None)):
        stated(cast.office, code, value, YEAR.starts_on, HALF)
    found = of(cast, HALF)
    assert found.results is not None
    assert [each.standing for each in found.results] == [
        Standing.REACHED, Standing.BEHIND, Standing.BEHIND, Standing.NO_DATA, Standing.REACHED, Standing.BEHIND, None,
    ]  # fmt: skip
    assert (found.measured, found.in_words) == (6, 1)
    assert found.counts[Standing.BEHIND] == 3


def test_a_half_of_which_nothing_is_known_is_not_held_against_an_office(cast: Cast) -> None:
    """Once the year is over: none stated, or all of it stated at once, is known; nothing at all is not."""
    pledge(cast, targets=[
        target("supervisions", 4), target("supervisions", 1), target("supervisions", 2, Comparison.AT_MOST),
        target("supervisions", 1, Comparison.EXACTLY), target("reception_visits", 10), target("headcount", 16),
    ])  # fmt: skip
    supervisions(cast.office, date(2019, 3, 1), date(2019, 3, 2))
    stated(cast.office, "reception_visits", 3, YEAR.starts_on, END)
    stated(cast.office, "headcount", 15, YEAR.starts_on, END)

    def standings() -> list[Standing | None]:
        return [each.standing for each in of(cast, END).results or ()]

    known = [Standing.BEHIND, Standing.BEHIND, Standing.BEHIND]  # above already; stated for the year; a stock
    assert standings() == [Standing.NO_DATA, Standing.REACHED, Standing.NO_DATA, *known]
    assert [each.lacks for each in of(cast, END).results or ()] == [HALVES[1:]] * 4 + [()] * 2
    assert of(cast, HALF).counts[Standing.NO_DATA] == 2  # what is stated of the year alone cannot be told by then
    stated(cast.office, "supervisions", None, date(2019, 7, 1), END)
    assert standings() == [Standing.BEHIND, Standing.REACHED, Standing.REACHED, *known]


def test_nothing_of_another_office_counts(cast: Cast) -> None:
    pledge(cast, targets=[target("supervisions", 1)])
    supervisions(cast.other_office, date(2019, 3, 1))
    found = of(cast, END)
    assert found.results is not None
    assert found.results[0].standing != Standing.REACHED


def test_an_office_that_left_is_judged_on_its_last_day(cast: Cast) -> None:
    """Merged in the middle of the year: half of a year's pledge was to be done by then."""
    pledge(cast, targets=[target("supervisions", 4)])
    supervisions(cast.office, date(2019, 2, 1), date(2019, 3, 1))
    Membership.objects.filter(office=cast.office).update(valid_to=HALF)
    found = of(cast, END)
    assert found.on == HALF
    assert found.results is not None
    assert found.results[0].standing == Standing.ON_COURSE


def test_an_office_that_came_later_has_the_rest_of_the_year(cast: Cast) -> None:
    pledge(cast, signed_on=date(2019, 7, 1), targets=[target("supervisions", 4)])
    supervisions(cast.office, date(2019, 8, 1))
    Membership.objects.filter(office=cast.office).update(valid_from=date(2019, 7, 1))
    found = of(cast, date(2019, 9, 15))
    assert found.results is not None
    assert found.results[0].standing == Standing.BEHIND  # 77 of 184 days: between one and two
    supervisions(cast.office, date(2019, 9, 1))
    again = of(cast, date(2019, 9, 15))
    assert again.results is not None
    assert again.results[0].standing == Standing.ON_COURSE


def test_drafts_count_for_nothing(cast: Cast) -> None:
    pledge(cast, signed_on=None)
    assert of(cast, END).version is None


def test_one_reading_for_however_many_offices(cast: Cast, costs: Callable[..., None]) -> None:
    waiting = list(cast.offices)

    def add(count: int) -> None:
        for code in [waiting.pop(0) for _ in range(count)]:
            pledge(cast, cast.offices[code], targets=[target("supervisions", 4), target("voters", 100), target()])
            supervisions(cast.offices[code], date(2019, 3, 1))

    costs(7, add=add, read=lambda: results(cast.cluster, 2019, YEAR, HALVES, END))


def labels(cast: Cast, today: date) -> list[tuple[str, date]]:
    return [(each.code, each.on) for each in moments(list(Period.objects.filter(cluster=cast.cluster)), 2019, today)]


def test_when_progress_is_looked_at(cast: Cast) -> None:
    assert labels(cast, date(2018, 12, 1)) == [(NOW, date(2018, 12, 1))]
    assert labels(cast, date(2019, 3, 5)) == [(NOW, date(2019, 3, 5))]
    assert labels(cast, HALF) == [("2019H1", HALF), (NOW, HALF)]
    assert labels(cast, date(2019, 9, 1)) == [("2019H1", HALF), (NOW, date(2019, 9, 1))]
    assert labels(cast, date(2026, 9, 1)) == [("2019H1", HALF), ("2019", END)]


def test_a_year_without_periods_is_the_calendars(cast: Cast) -> None:
    (only,) = moments([], 2019, date(2020, 5, 1))
    assert (only.code, only.on, only.period) == (NOW, END, None)


def test_which_moment_is_chosen(cast: Cast) -> None:
    offered = moments(list(Period.objects.filter(cluster=cast.cluster)), 2019, date(2019, 9, 1))
    assert chosen(offered, "") == offered[-1]
    assert chosen(offered, "2019H1") == offered[0]
    assert chosen(offered, "2019") is None
