"""Over the database: whatever the records, offices and own line make the total, halves the year, rows the figure."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.activities.models import DirectFigure
from apps.activities.tests.factories import LawConsultationFactory, SupervisionFactory, VoterMeetingFactory
from apps.activities.tests.test_reading import H1, H2, YEAR, read
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.indicators.reading import OWN_LINE, Window, rows_of
from apps.indicators.sources import source
from apps.offices.models import Membership
from tests.cast import Cast

CODES = ("supervisions", "surveys", "voter_meetings", "voter_meetings_theme", "opinions", "opinions_centre")
days = st.integers(0, 364).map(lambda days: date(2019, 1, 1) + timedelta(days))
owners = st.sampled_from(["ca-mau", "bac-lieu", "hau-giang", "cluster"])
amounts = st.none() | st.integers(0, 9)
meetings = st.tuples(owners, days, st.sampled_from(["theme", "group"]), amounts)
supervisions = st.tuples(owners, days, st.sampled_from(["thematic", "survey"]))
statements = st.dictionaries(st.tuples(owners, st.sampled_from(CODES), st.sampled_from([H1, H2])), amounts, max_size=5)


def owner(cast: Cast, name: str, prefix: str = "record__") -> dict[str, Any]:
    return {f"{prefix}cluster": cast.cluster} if name == "cluster" else {f"{prefix}office": cast.offices[name]}


def write_down(cast: Cast, met: list[Any], supervised: list[Any], said: dict[Any, int | None]) -> None:
    for name, day, kind, opinions in met:
        VoterMeetingFactory(
            **owner(cast, name), record__starts_on=day, kind=kind, opinions=opinions,
            to_centre=opinions and opinions // 2,
        )  # fmt: skip
    for name, day, kind in supervised:
        SupervisionFactory(**owner(cast, name), record__starts_on=day, kind=kind)
    for (name, code, span), value in said.items():
        DirectFigure.objects.create(
            indicator=Indicator.objects.get(code=code), starts_on=span.starts_on, ends_on=span.ends_on, value=value,
            **owner(cast, name, ""),
        )  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(meetings, max_size=5), st.lists(supervisions, max_size=4), statements, days)
def test_everything_adds_up(
    cast: Cast, met: list[Any], supervised: list[Any], said: dict[Any, int | None], leaves_on: date
) -> None:
    with transaction.atomic():
        # Hậu Giang leaves the cluster on some day: its later records count no more, in no window.
        Membership.objects.filter(office=cast.other_office).update(valid_to=leaves_on)
        write_down(cast, met, supervised, said)
        found = read(cast, *CODES, windows=(H1, H2, YEAR))
        used = dict(DirectFigure.objects.values_list("pk", "value"))
        for code in CODES:
            for window in (H1, H2, YEAR):
                total = found.total(code, window)
                parts = [found.of(code, office, window) for office in (*found.offices, OWN_LINE)]
                assert total.number == sum(part.number for part in parts)
                assert total.number == counted_by_hand(cast, code, window) + sum(used[pk] or 0 for pk in total.used)
            for each in (*found.offices, OWN_LINE):
                halves = [found.of(code, each, half).number for half in (H1, H2)]
                assert sum(halves) == found.of(code, each, YEAR).number
        transaction.set_rollback(True)


def counted_by_hand(cast: Cast, code: str, window: Window) -> int:
    indicator = Indicator.objects.get(code=code)
    rows = rows_of(indicator, cast.cluster, [office.pk for office in cast.offices.values()], window)
    if indicator.aggregation == Aggregation.COUNT:
        return rows.count()
    measure = source(indicator.source).measure(indicator.measure)
    return int(rows.aggregate(sum=Sum(measure))["sum"] or 0)


def test_records_without_the_measure_do_not_answer(cast: Cast) -> None:
    VoterMeetingFactory(record__office=cast.office)
    found = read(cast, "voter_meetings", "opinions")
    assert found.of("voter_meetings", cast.office.pk).value == 1
    assert found.of("opinions", cast.office.pk).is_missing


def test_a_row_counts_only_while_its_office_is_a_member(cast: Cast) -> None:
    Membership.objects.filter(office=cast.office).update(valid_to=date(2019, 3, 31))
    SupervisionFactory(record__office=cast.office, record__starts_on=date(2019, 3, 31))
    SupervisionFactory(record__office=cast.office, record__starts_on=date(2019, 4, 1))
    assert read(cast, "supervisions").total("supervisions").value == 1
    assert counted_by_hand(cast, "supervisions", H1) == 1


def test_a_rate_leaves_out_whoever_lacks_a_side(cast: Cast) -> None:
    for code, office, value in (("headcount", "ca-mau", 15), ("registered", "ca-mau", 15), ("headcount", "can-tho", 9)):
        DirectFigure.objects.create(
            indicator=Indicator.objects.get(code=code), office=cast.offices[office], starts_on=H1.starts_on,
            ends_on=H1.ends_on, value=value,
        )  # fmt: skip
    rate = read(cast, "registration_rate").total("registration_rate")
    assert (rate.numerator, rate.denominator, len(rate.missing)) == (15, 15, 5)


def test_statements_stand_apart_from_a_total_of_different_values(cast: Cast) -> None:
    LawConsultationFactory(record__office=cast.office)
    DirectFigure.objects.create(
        indicator=Indicator.objects.get(code="draft_laws"), office=cast.other_office, starts_on=H1.starts_on,
        ends_on=H1.ends_on, value=4,
    )  # fmt: skip
    total = read(cast, "draft_laws").total("draft_laws")
    assert (total.value, total.apart) == (1, (cast.other_office.pk,))
    assert read(cast, "draft_laws").of("draft_laws", cast.other_office.pk).value == 4
