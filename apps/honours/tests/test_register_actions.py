"""Decisions with their awards, initiatives, ratings, disciplines: what the actions write and what they refuse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from apps.honours import actions
from apps.honours.actions import Line, LinesError
from apps.honours.enums import DisciplineKind, Level, Occasion, RatingLevel
from apps.honours.models import Award, Decision, Discipline, Initiative, KnownSince, Rating
from apps.honours.tests import house
from apps.offices.models import OfficeName
from tests.cast import Cast


def test_a_decision_and_whom_it_awards_are_one_action(cast: Cast) -> None:
    mau, thu = house.person(cast.office), house.person(cast.other_office, "Lê Văn Thử")
    office = Line(honour=house.honour("ttldtt"), year=2019, office=cast.office, collective="Phòng Tổng hợp")
    recorded = house.record(cast, house.title(mau, cast.office), house.title(thu, cast.other_office), office)
    assert recorded.decision.cluster == cast.cluster
    assert [each.honour_name for each in recorded.made] == [
        "Lao động tiên tiến", "Lao động tiên tiến", "Tập thể lao động tiên tiến",
    ]  # fmt: skip
    assert recorded.made[2].unit_name == "Phòng Tổng hợp, Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu"


def test_names_are_those_of_the_achievement(cast: Cast) -> None:
    mau = house.person(cast.office)
    old = OfficeName.objects.get(office=cast.office)
    OfficeName.objects.filter(pk=old.pk).update(valid_to=date(2020, 12, 31))
    new = OfficeName(office=cast.office, name="Văn phòng mới", short_name="Mới", valid_from=date(2021, 1, 1))
    new.save()
    line = house.title(mau, cast.office, 2020, "cstdcb")
    made = house.record(cast, line, signed_on=date(2024, 3, 1)).made[0]
    assert made.honour_name == "Chiến sĩ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương"
    assert made.unit_name == "Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu"
    printed = replace(line, year=2023, honour_name="Chiến sĩ thi đua tỉnh Cà Mau")
    later = house.record(cast, printed, number="2", signed_on=date(2024, 3, 1)).made[0]
    assert (later.honour_name, later.unit_name) == ("Chiến sĩ thi đua tỉnh Cà Mau", "Văn phòng mới")


def test_the_same_paper_again_writes_nothing_more(cast: Cast) -> None:
    mau = house.person(cast.office)
    first = house.record(cast, house.title(mau, cast.office))
    again = house.record(cast, house.title(mau, cast.office), body="văn phòng quốc hội")
    assert (again.decision, again.made, again.known) == (first.decision, [], 1)
    assert (Decision.objects.count(), Award.objects.count()) == (1, 1)


def test_two_offices_enter_their_own_people_of_one_paper(cast: Cast) -> None:
    mau, thu = house.person(cast.office), house.person(cast.other_office, "Lê Văn Thử")
    one = house.record(cast, house.title(mau, cast.office), by=cast.clerk, office=cast.office)
    two = house.record(cast, house.title(thu, cast.other_office), by=cast.other, office=cast.other_office)
    assert one.decision == two.decision
    assert one.decision.office == cast.office
    with pytest.raises(PermissionDenied):
        actions.correct_decision(decision=one.decision, cluster=cast.cluster, values=house.facts(), by=cast.other)
    actions.correct_decision(
        decision=one.decision, cluster=cast.cluster, values=house.facts(signer="Lê Văn Ký"), by=cast.secretary
    )


def test_a_number_with_another_day_is_named(cast: Cast) -> None:
    house.record(cast)
    with pytest.raises(ValidationError, match="15/01/2020") as caught:
        house.record(cast, signed_on=date(2020, 2, 1))
    assert "number" in caught.value.error_dict


def test_all_faults_of_all_lines_are_named_and_nothing_is_written(cast: Cast) -> None:
    mau = house.person(cast.office)
    house.held(cast, mau, cast.office, 2018)
    good = house.title(mau, cast.office)
    lines = [
        good,
        good,
        house.title(mau, cast.office, 2018),
        house.title(mau, cast.office, 2021),
        replace(good, honour=house.honour("ttldtt")),
        replace(good, honour=house.honour("gk")),
        replace(good, honour=house.honour("gk"), occasion=Occasion.THEME),
        replace(good, occasion=Occasion.MERIT),
        replace(good, year=2002),
        replace(good, year=2017, office=None),
    ]
    with pytest.raises(LinesError) as caught:
        house.record(cast, *lines, number="99")
    assert sorted(caught.value.faults) == list(range(1, 10))
    assert "15/01/2019" in caught.value.faults[2][0][1]  # by which decision it is held already
    assert not Decision.objects.filter(number="99").exists()


def test_an_award_from_elsewhere_has_a_unit_in_words(cast: Cast) -> None:
    mau = house.person(cast.office)
    line = house.title(mau, None, 2015, unit_name="Sở Nội vụ tỉnh Bạc Liêu")
    made = house.record(cast, line, by=cast.clerk, office=cast.office).made[0]
    assert (made.office, made.unit_name) == (None, "Sở Nội vụ tỉnh Bạc Liêu")


@pytest.mark.parametrize("who", ["clerk", "head", "other", "leader", "administrator", "stranger"])
def test_an_office_enters_for_itself_alone(cast: Cast, who: str) -> None:
    thu = house.person(cast.office)
    line = house.title(thu, cast.office)
    user = cast.people[who]
    with pytest.raises(PermissionDenied):
        house.record(cast, line, by=user)  # for all members
    if who in ("clerk", "head"):
        house.record(cast, line, by=user, office=cast.office)
    else:
        with pytest.raises(PermissionDenied):
            house.record(cast, line, by=user, office=cast.office)


def test_an_office_does_not_enter_anothers_people(cast: Cast) -> None:
    thu = house.person(cast.other_office, "Lê Văn Thử")
    for office in (cast.other_office, cast.office, None):
        with pytest.raises(PermissionDenied):
            house.record(cast, house.title(thu, office, unit_name="x"), by=cast.clerk, office=cast.office)
    stranger = house.person(cast.foreign_office, "Hồ Thị Lạ")
    with pytest.raises(PermissionDenied):
        house.record(cast, house.title(stranger, cast.foreign_office))


def test_revoking_keeps_the_award_and_frees_the_year(cast: Cast) -> None:
    mau = house.person(cast.office)
    award = house.held(cast, mau, cast.office)
    given: dict[str, Any] = {
        "number": "5/QĐ", "signed_on": date(2021, 3, 1), "body": "Văn phòng Quốc hội", "reason": "Khai gian",
    }  # fmt: skip
    with pytest.raises(PermissionDenied):
        actions.revoke_award(award=award, cluster=cast.cluster, **given, by=cast.other)
    actions.revoke_award(award=award, cluster=cast.cluster, **given, by=cast.secretary)
    with pytest.raises(ValidationError, match="01/03/2021"):
        actions.revoke_award(award=award, cluster=cast.cluster, **given, by=cast.secretary)
    with pytest.raises(ValidationError):
        actions.remove_award(award=award, cluster=cast.cluster, by=cast.secretary)
    assert house.record(cast, house.title(mau, cast.office), number="77").made


def test_a_decision_goes_only_once_it_awards_nothing(cast: Cast) -> None:
    mau = house.person(cast.office)
    award = house.held(cast, mau, cast.office)
    with pytest.raises(ValidationError):
        actions.remove_decision(decision=award.decision, cluster=cast.cluster, by=cast.secretary)
    actions.remove_award(award=award, cluster=cast.cluster, by=cast.secretary)
    actions.remove_decision(decision=award.decision, cluster=cast.cluster, by=cast.secretary)
    assert not Decision.objects.exists()


def initiative(cast: Cast, **extra: Any) -> Initiative:
    mau = extra.pop("mau", None) or house.person(cast.office)
    given: dict[str, Any] = {"title": "Số hóa hồ sơ", "year": 2019, "authors": {mau: 60}, **extra}
    return actions.record_initiative(initiative=None, cluster=cast.cluster, office=cast.office, by=cast.clerk, **given)


def test_an_initiative_serves_each_author_once(cast: Cast) -> None:
    mau, thu = house.person(cast.office), house.person(cast.office, "Lê Văn Thử")
    made = initiative(cast, authors={mau: 60, thu: 40})
    title = house.honour("cstdcs")
    first = actions.use_initiative(initiative=made, person=mau, honour=title, year=2019, by=cast.clerk)
    assert actions.use_initiative(initiative=made, person=mau, honour=title, year=2019, by=cast.clerk) == first
    actions.use_initiative(initiative=made, person=thu, honour=title, year=2019, by=cast.clerk)
    with pytest.raises(ValidationError):
        actions.use_initiative(initiative=made, person=mau, honour=house.honour("bk_bt"), year=2020, by=cast.clerk)
    with pytest.raises(ValidationError):  # who used it stays its author
        actions.record_initiative(
            initiative=made, cluster=cast.cluster, office=cast.office, title="Số hóa", year=2019, authors={thu: 40},
            by=cast.clerk,
        )  # fmt: skip
    actions.free_initiative(initiative=made, person=mau, by=cast.clerk)
    assert actions.use_initiative(initiative=made, person=mau, honour=house.honour("bk_bt"), year=2020, by=cast.clerk)


def test_an_initiative_is_refused(cast: Cast) -> None:
    mau, thu = house.person(cast.office), house.person(cast.other_office, "Lê Văn Thử")
    for authors in ({}, {mau: 101}):
        with pytest.raises(ValidationError):
            initiative(cast, authors=authors)
    with pytest.raises(PermissionDenied):
        initiative(cast, authors={thu: None})
    initiative(cast, mau=mau)
    with pytest.raises(ValidationError):
        initiative(cast, mau=mau)


def test_recognising_again_is_the_same(cast: Cast) -> None:
    made = initiative(cast)
    given: dict[str, Any] = {"scope": Level.BASE, "body": "Hội đồng sáng kiến", "number": "3/QĐ"}
    day = date(2019, 12, 1)
    first = actions.recognise(initiative=made, cluster=cast.cluster, **given, signed_on=day, by=cast.clerk)
    assert actions.recognise(initiative=made, cluster=cast.cluster, **given, signed_on=day, by=cast.clerk) == first
    with pytest.raises(ValidationError):
        actions.recognise(
            initiative=made, cluster=cast.cluster, **{**given, "number": "4"}, signed_on=day, by=cast.clerk
        )
    with pytest.raises(ValidationError):
        actions.recognise(
            initiative=made, cluster=cast.cluster, **{**given, "scope": Level.STATE}, signed_on=date(2018, 1, 1),
            by=cast.clerk,
        )  # fmt: skip


def test_many_are_rated_at_once(cast: Cast) -> None:
    mau, thu = house.person(cast.office), house.person(cast.office, "Lê Văn Thử")
    levels = {mau: RatingLevel.GOOD, thu: RatingLevel.EXCELLENT, None: RatingLevel.GOOD}
    given: dict[str, Any] = {"cluster": cast.cluster, "office": cast.office, "year": 2019, "by": cast.clerk}
    assert actions.rate(**given, levels=levels) == 3
    assert actions.rate(**given, levels=levels) == 0
    assert actions.rate(**given, levels={mau: "", thu: RatingLevel.GOOD}) == 2
    assert Rating.objects.count() == 2
    for wrong in ({"year": 2999}, {"levels": {mau: "fine"}}):
        with pytest.raises(ValidationError):
            actions.rate(**{**given, "levels": levels, **wrong})
    with pytest.raises(PermissionDenied):
        actions.rate(**{**given, "by": cast.other}, levels=levels)


def test_who_was_rated_elsewhere_is_named(cast: Cast) -> None:
    mau = house.person(cast.office)
    common: dict[str, Any] = {"cluster": cast.cluster, "year": 2019, "by": cast.secretary}
    actions.rate(**common, office=cast.office, levels={mau: RatingLevel.GOOD})
    with pytest.raises(ValidationError, match="Nguyễn Thị Mẫu"):
        actions.rate(**common, office=cast.other_office, levels={mau: RatingLevel.EXCELLENT})


def test_a_discipline_is_lifted_on_a_day_with_a_reason(cast: Cast) -> None:
    mau = house.person(cast.office)
    row = actions.discipline(
        cluster=cast.cluster, office=cast.office, person=mau, kind=DisciplineKind.WARNING, decision="QĐ 1",
        valid_from=date(2019, 3, 1), valid_to=date(2020, 3, 1), by=cast.clerk,
    )  # fmt: skip
    for on, because in ((date(2019, 6, 1), ""), (date(2020, 6, 1), "Sửa chữa"), (date(2019, 1, 1), "Sửa chữa")):
        with pytest.raises(ValidationError):
            actions.lift(discipline=row, cluster=cast.cluster, on=on, because=because, by=cast.clerk)
    with pytest.raises(PermissionDenied):
        actions.lift(discipline=row, cluster=cast.cluster, on=date(2019, 9, 1), because="x", by=cast.other)
    actions.lift(discipline=row, cluster=cast.cluster, on=date(2019, 9, 1), because="Sửa chữa tốt", by=cast.head)
    assert Discipline.objects.on(date(2019, 9, 1)).exists()
    assert not Discipline.objects.on(date(2019, 9, 2)).exists()


def test_completeness_is_stated_and_taken_back(cast: Cast) -> None:
    given: dict[str, Any] = {"cluster": cast.cluster, "office": cast.office, "by": cast.clerk}
    actions.state_known_since(**given, year=2017)
    actions.state_known_since(**given, year=2016)
    assert KnownSince.objects.get().year == 2016
    actions.state_known_since(**given, year=None)
    assert not KnownSince.objects.exists()
