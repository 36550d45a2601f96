"""Over the database, for every indicator that adds up: offices and the own line make the total, halves the year, and
both are what the records say one by one, whatever their conferences, wherever the cluster cuts its year and whoever
joined or left meanwhile."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.activities.actions import counted_on
from apps.activities.enums import Kind, Level, PetitionSource
from apps.activities.models import Record
from apps.activities.models.petitions import LEAVES, SUMS, sums_of
from apps.activities.sources import amount_in
from apps.activities.tests import factories
from apps.activities.tests.test_reading import read
from apps.activities.tests.test_reading_adds_up import days, owner, owners
from apps.campaigns.models import Period
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.indicators.reading import OWN_LINE, Window
from apps.offices.models import Membership
from tests.cast import Cast

numbers = st.integers(0, 9)
leaves = st.dictionaries(st.sampled_from(LEAVES), st.integers(0, 10_000_000))
DETAILS: dict[str, Any] = {
    Kind.SUPERVISION: st.fixed_dictionaries({"kind": st.sampled_from(["thematic", "complaints", "survey"])}),
    Kind.VOTER_MEETING: st.fixed_dictionaries(
        {"kind": st.sampled_from(["theme", "group"]), "voters": st.none() | numbers, "to_centre": st.none() | numbers}
    ),
    Kind.OPINIONS: st.builds(
        lambda level, merged, resolved, rest, due_on, answered: {
            "level": level, "merged": merged, "opinions": merged + resolved + rest,
            **({
                "resolved": resolved, "due_on": due_on, "answered_on": due_on if answered else None,
            } if level != Level.PETITIONS else {"resolved": None, "due_on": None, "answered_on": None}),
        },
        st.sampled_from(Level.values), numbers, numbers, numbers, st.none() | days, st.booleans(),
    ),
    Kind.LAW_CONSULTATION: st.fixed_dictionaries({"opinions": st.none() | numbers}),
    Kind.CITIZEN_RECEPTION: st.fixed_dictionaries({"visits": st.none() | numbers}),
    Kind.PETITIONS: st.builds(
        lambda source, counts: {"source": source, **counts},
        st.sampled_from(PetitionSource.values), st.dictionaries(st.sampled_from(LEAVES), numbers),
    ),
    Kind.SOCIAL_WORK: st.fixed_dictionaries({"gifts": st.none() | numbers, "unit_value": st.none() | numbers}),
    Kind.EXPERIENCE: st.just({}),
}  # fmt: skip
FACTORIES = {
    Kind.SUPERVISION: factories.SupervisionFactory, Kind.VOTER_MEETING: factories.VoterMeetingFactory,
    Kind.OPINIONS: factories.OpinionsFactory, Kind.LAW_CONSULTATION: factories.LawConsultationFactory,
    Kind.CITIZEN_RECEPTION: factories.CitizenReceptionFactory, Kind.PETITIONS: factories.PetitionsFactory,
    Kind.SOCIAL_WORK: factories.SocialWorkFactory, Kind.EXPERIENCE: factories.ExperienceFactory,
}  # fmt: skip
done = st.sampled_from(sorted(DETAILS)).flatmap(
    lambda kind: st.tuples(st.just(kind), owners, days, st.booleans(), DETAILS[kind])
)
Done = tuple[str, str, date, bool, dict[str, Any]]
# Some clusters count from 15/12 to 14/6: days from the new year to the first day, and from there to the second half.
cuts = st.tuples(st.integers(-30, 30), st.integers(100, 260))
whenever = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def cut_year(cast: Cast, first: int, half: int) -> tuple[Window, Window, Window]:
    """The cluster's halves from another day on, and its year."""
    begins = date(2019, 1, 1) + timedelta(days=first)
    middle, ends = begins + timedelta(days=half), begins + timedelta(days=364)
    Period.objects.filter(pk=cast.second_half.pk).delete()  # not moved: on the way the two would overlap
    halves = (Window(begins, middle - timedelta(days=1)), Window(middle, ends))
    Period.objects.filter(pk=cast.first_half.pk).update(starts_on=halves[0].starts_on, ends_on=halves[0].ends_on)
    cast.conference.refresh_from_db()
    return *halves, Window(begins, ends)


def write_down(cast: Cast, each: Done) -> None:
    kind, name, day, attached, detail = each
    conference = cast.conference if attached else None
    FACTORIES[Kind(kind)](
        **owner(cast, name), record__starts_on=day, record__conference=conference,
        record__counted_on=counted_on(day, conference), **detail,
    )  # fmt: skip


def counting_rows() -> list[Record]:
    """Those whose owner is the cluster, or a member on the day on which the row counts."""
    members = list(Membership.objects.all())
    return [
        row
        for row in Record.objects.with_details()
        if row.office_id is None
        or any(
            each.office_id == row.office_id
            and each.valid_from <= row.counted_on
            and (each.valid_to is None or row.counted_on <= each.valid_to)
            for each in members
        )
    ]


def one_by_one(rows: list[Record], indicator: Indicator, whose: int, window: Window) -> int:
    """The records of an owner, each asked for itself: with how much does it count in the window?"""
    return sum(
        amount_in(indicator, row) or 0
        for row in rows
        if row.kind == indicator.source
        and (row.office_id or OWN_LINE) == whose
        and window.starts_on <= row.counted_on <= window.ends_on
    )


@whenever
@given(st.lists(done, min_size=1, max_size=7), days, days, cuts)
def test_every_indicator_that_adds_up_adds_up(
    cast: Cast, all_done: list[Done], joins: date, leaves: date, cut: tuple[int, int]
) -> None:
    with transaction.atomic():
        first, second, year = cut_year(cast, *cut)
        Membership.objects.filter(office=cast.office).update(valid_from=joins)
        Membership.objects.filter(office=cast.other_office).update(valid_to=leaves)
        for each in all_done:
            write_down(cast, each)
        kinds = {kind for kind, *_rest in all_done}
        indicators = Indicator.objects.filter(aggregation__in=[Aggregation.COUNT, Aggregation.SUM], source__in=kinds)
        rows = counting_rows()
        found = read(cast, *(indicator.code for indicator in indicators), windows=(first, second, year))
        for indicator in indicators:
            for whose in (*found.offices, OWN_LINE):
                halves = [found.of(indicator.code, whose, half).number for half in (first, second)]
                assert sum(halves) == found.of(indicator.code, whose, year).number, indicator
            for window in (first, second, year):
                parts = {each: found.of(indicator.code, each, window).number for each in (*found.offices, OWN_LINE)}
                assert found.total(indicator.code, window).number == sum(parts.values()), indicator
                assert parts == {each: one_by_one(rows, indicator, each, window) for each in parts}, indicator
        transaction.set_rollback(True)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(leaves)
def test_the_sums_of_petitions_always_agree(cast: Cast, counts: dict[str, int]) -> None:
    with transaction.atomic():
        made: Any = factories.PetitionsFactory(record__office=cast.office, **counts)
        made.refresh_from_db()
        assert {name: getattr(made, name) for name in SUMS} == sums_of(counts)
        assert made.received == made.eligible + made.ineligible
        assert made.eligible == made.forwarded + made.guided + made.kept + made.studied + made.supervised
        assert made.forwarded == made.answered + made.in_time + made.overdue
        transaction.set_rollback(True)


@whenever
@given(st.lists(DETAILS[Kind.OPINIONS], min_size=1, max_size=7))
def test_each_opinion_counts_at_one_level(cast: Cast, batches: list[dict[str, Any]]) -> None:
    """Gathered = merged + sent by level + answered on the spot + passed on as petitions."""
    levels = ("forwarded_centre", "forwarded_province", "forwarded_commune")
    codes = ("forwarded_gathered", "forwarded_merged", "forwarded_on_spot", "forwarded_petitions", "forwarded_sent")
    with transaction.atomic():
        for batch in batches:
            factories.OpinionsFactory(record__office=cast.office, **batch)
        found = read(cast, *codes, *levels)
        amounts = {code: found.of(code, cast.office.pk).number for code in (*codes, *levels)}
        gathered, merged, on_spot, passed_on, sent = (amounts[code] for code in codes)
        assert gathered == merged + on_spot + passed_on + sent
        assert sent == sum(amounts[level] for level in levels)
        assert passed_on == sum(
            each["opinions"] - each["merged"] for each in batches if each["level"] == Level.PETITIONS
        )
        transaction.set_rollback(True)


@whenever
@given(st.lists(DETAILS[Kind.OPINIONS], min_size=1, max_size=5))
def test_what_is_overdue_is_the_same_in_python_and_in_the_database(cast: Cast, batches: list[dict[str, Any]]) -> None:
    with transaction.atomic():
        for batch in batches:
            late = batch["due_on"] and batch["due_on"] + timedelta(days=100_000 if batch["due_on"].day % 2 else 0)
            factories.OpinionsFactory(record__office=cast.office, **{**batch, "due_on": late})
        for row in Record.objects.with_overdue().select_related("opinions"):
            assert vars(row)["opinions__overdue"] == row.opinions.overdue
        transaction.set_rollback(True)
