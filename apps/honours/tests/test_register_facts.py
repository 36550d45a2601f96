"""What the register knows reaches the rules: whole, in a constant number of queries, silent where nobody has said."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from apps.honours import actions, facts
from apps.honours.eligibility import Held, Invented, check
from apps.honours.enums import DisciplineKind, Level, RatingLevel, Verdict
from apps.honours.lineage import predecessors
from apps.honours.models import Award, KnownSince
from apps.honours.tests import house
from apps.offices.actions import merge_offices
from apps.offices.models import Employment, Person
from tests.cast import Cast


def test_a_person_as_the_register_has_them(cast: Cast) -> None:
    mau = house.person(cast.office)
    award = house.held(cast, mau, cast.office, 2018, "cstdcs")
    house.held(cast, mau, cast.office, 2019, "cstdcs")
    actions.revoke_award(
        award=award, cluster=cast.cluster, number="1", signed_on=date(2020, 5, 1), body="VPQH", reason="Khai gian",
        by=cast.secretary,
    )  # fmt: skip
    actions.rate(cluster=cast.cluster, office=cast.office, year=2019, levels={mau: RatingLevel.GOOD}, by=cast.clerk)
    made = actions.record_initiative(
        initiative=None, cluster=cast.cluster, office=cast.office, title="Số hóa", year=2019, authors={mau: None},
        by=cast.clerk,
    )  # fmt: skip
    for scope, day in ((Level.BASE, date(2019, 12, 1)), (Level.MINISTRY, date(2020, 2, 1))):
        actions.recognise(
            initiative=made, cluster=cast.cluster, scope=scope, body="HĐ", number=scope, signed_on=day, by=cast.clerk
        )
    actions.use_initiative(initiative=made, person=mau, honour=house.honour("cstdcs"), year=2019, by=cast.clerk)
    found = facts.person_facts([mau.pk])[mau.pk]
    assert found.awards == (Held("cstdcs", 2018, True), Held("cstdcs", 2019, False))
    assert found.ratings == {2019: RatingLevel.GOOD}
    assert set(found.inventions) == {Invented(Level.BASE, 2019, "cstdcs"), Invented(Level.MINISTRY, 2020, "cstdcs")}
    assert found.known_since is None


@pytest.mark.parametrize(
    ("stated", "since"),
    [({}, None), ({"bac-lieu": 2018}, 2018), ({"bac-lieu": 2010}, 2017), ({"bac-lieu": 2010, "hau-giang": 2010}, 2012)],
)
def test_complete_as_far_back_as_offices_answer(cast: Cast, stated: dict[str, int], since: int | None) -> None:
    mau = house.person(cast.office)
    Employment.objects.create(
        person=mau, office=cast.other_office, kind="civil", valid_from=date(2012, 4, 1), valid_to=date(2016, 12, 31)
    )
    for code, year in stated.items():
        KnownSince.objects.create(office=cast.offices[code], year=year)
    assert facts.known_since([mau.pk]).get(mau.pk) == since


def test_a_gap_between_offices_is_not_known(cast: Cast) -> None:
    mau = house.person(cast.office)
    Employment.objects.create(
        person=mau, office=cast.other_office, kind="civil", valid_from=date(2010, 1, 1), valid_to=date(2013, 12, 31)
    )
    for office in (cast.office, cast.other_office):
        KnownSince.objects.create(office=office, year=2005)
    assert facts.known_since([mau.pk]) == {mau.pk: 2017}


def test_a_merger_breaks_nothing_that_was_complete(cast: Cast) -> None:
    mau = house.person(cast.office)
    award = house.held(cast, mau, cast.office, 2019)
    KnownSince.objects.create(office=cast.office, year=2016)
    merged = merge_offices(
        cluster=cast.cluster, predecessors=[cast.offices["ca-mau"], cast.office], on=date(2025, 7, 1),
        values={"code": "ca-mau-moi", "name": "Văn phòng mới", "short_name": "Cà Mau mới"}, by=cast.administrator,
    )  # fmt: skip
    assert facts.known_since([mau.pk]) == {mau.pk: 2017}
    assert set(predecessors(merged)) == {merged.pk, cast.office.pk, cast.offices["ca-mau"].pk}
    award.refresh_from_db()
    assert (award.office, award.unit_name) == (cast.office, "Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu")


def test_what_is_stated_of_a_person_reaches_further_back(cast: Cast) -> None:
    mau = house.person(cast.office)
    KnownSince.objects.create(office=cast.office, year=2018)
    KnownSince.objects.create(person=mau, year=2001)
    assert facts.known_since([mau.pk]) == {mau.pk: 2001}


def test_an_office_as_the_register_has_it(cast: Cast) -> None:
    people = [house.person(cast.office, f"Nguyễn Văn {name}") for name in ("An", "Bình", "Chi")]
    house.person(cast.office, "Lê Văn Không", is_counted=False, not_counted_because="biệt phái")
    given: dict[str, Any] = {"cluster": cast.cluster, "office": cast.office, "by": cast.clerk}
    for who in people[:2]:
        house.held(cast, who, cast.office)
    actions.rate(**given, year=2019, levels={None: RatingLevel.GOOD, people[0]: RatingLevel.GOOD})
    (found,) = facts.unit_facts([cast.office], 2019).values()
    assert (found.headcount, found.holders, found.rating) == (3, {"ldtt": 2}, RatingLevel.GOOD)
    assert (found.disciplined, found.completed) == (None, None)
    levels: dict[Person | None, str] = {people[1]: RatingLevel.COMPLETED, people[2]: RatingLevel.NOT_COMPLETED}
    actions.rate(**given, year=2019, levels=levels)
    (found,) = facts.unit_facts([cast.office], 2019).values()
    assert (found.disciplined, found.completed) == (0, 2)
    for kind in (DisciplineKind.REPRIMAND, DisciplineKind.WARNING):
        actions.discipline(**given, person=people[0], kind=kind, decision="QĐ", valid_from=date(2018, 6, 1))
    (found,) = facts.unit_facts([cast.office], 2019).values()
    assert found.disciplined == 1
    (before,) = facts.unit_facts([cast.office], 2016).values()
    assert (before.headcount, before.holders, before.rating) == (None, {}, None)


def test_three_years_in_a_row_are_met_by_the_register(cast: Cast) -> None:
    mau = house.person(cast.office)
    for year in (2021, 2022, 2023):
        house.held(cast, mau, cast.office, year, "cstdcs")
    found = facts.person_facts([mau.pk])[mau.pk]
    streak = check("cstdcb", found, year=2023, submitted_on=date(2024, 2, 1))[0]
    assert (streak.rule, streak.verdict) == ("T05", Verdict.MET)


@pytest.mark.parametrize("number", [1, 3, 1000])
def test_many_people_cost_what_one_costs(cast: Cast, number: int, django_assert_num_queries: Any) -> None:
    people = [house.person(cast.office, f"Người {index}") for index in range(number)]
    decision = house.record(cast).decision
    line = house.honour("ldtt")
    Award.objects.bulk_create([
        Award(decision=decision, honour=line, person=each, year=2019, honour_name="L", unit_name="V")
        for each in people
    ])  # fmt: skip
    actions.record_initiative(
        initiative=None, cluster=cast.cluster, office=cast.office, title="Số hóa", year=2019, authors={people[0]: None},
        by=cast.clerk,
    )  # fmt: skip
    with django_assert_num_queries(7):
        found = facts.person_facts([each.pk for each in people])
    assert len(found) == number
    with django_assert_num_queries(5):
        facts.unit_facts(cast.offices.values(), 2019)
