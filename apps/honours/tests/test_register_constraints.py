"""Rules that the database states of decisions, awards, initiatives, ratings and disciplines, each by its name."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, models, transaction

from apps.honours.enums import DisciplineKind, Level, Occasion, RatingLevel
from apps.honours.models import (
    Authorship,
    Award,
    Decision,
    Discipline,
    Honour,
    Initiative,
    InitiativeUse,
    KnownSince,
    Rating,
    Recognition,
    Revocation,
)
from apps.offices.models import Person
from tests.cast import Cast

Rows = dict[Any, Any]


@contextmanager
def refused(name: str) -> Iterator[None]:
    """Within: the write alone. What is checked at a transaction's end is checked at the end of the block."""
    found = ""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            yield
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except IntegrityError as error:
        found = getattr(error.__cause__, "diag").constraint_name  # noqa: B009 - psycopg2's own errors carry it
    assert found == name


@pytest.fixture
def rows(cast: Cast) -> Rows:
    person = Person.objects.create(full_name="Nguyễn Thị Mẫu")
    decision = Decision.objects.create(
        number="12", symbol="QĐ-VPQH", signed_on=date(2020, 1, 15), body="Văn phòng Quốc hội", cluster=cast.cluster
    )
    common = {"decision": decision, "year": 2019, "honour_name": "Tên", "unit_name": "Văn phòng"}
    title = Honour.objects.get(code="ldtt")
    initiative = Initiative.objects.create(title="Số hóa", office=cast.office, year=2019)
    Authorship.objects.create(initiative=initiative, person=person, share=60)
    return {
        Decision: {
            "number": "13", "signed_on": date(2020, 1, 15), "body": "Văn phòng Quốc hội", "cluster": cast.cluster,
        },
        Award: {**common, "honour": title, "person": person, "office": cast.office},
        Initiative: {"title": "Sổ tay", "office": cast.office, "year": 2019},
        Recognition: {
            "initiative": initiative, "scope": Level.BASE, "body": "Hội đồng", "number": "1",
            "signed_on": date(2019, 6, 1),
        },
        InitiativeUse: {"initiative": initiative, "person": person, "honour": title, "year": 2019},
        Rating: {"person": person, "office": cast.office, "year": 2019, "level": RatingLevel.GOOD},
        Discipline: {
            "person": person, "office": cast.office, "kind": DisciplineKind.WARNING, "decision": "QĐ 1",
            "valid_from": date(2019, 3, 1),
        },
        KnownSince: {"office": cast.office, "year": 2016},
    }  # fmt: skip


FORM, COLLECTIVE = "gk", "ttldtt"


@pytest.mark.parametrize(
    ("model", "wrong", "name"),
    [
        (Decision, {"number": ""}, "decision_numbered"),
        (Decision, {"body": ""}, "decision_body_named"),
        (Decision, {"cluster": None}, "decision_of_cluster_or_office"),
        (Decision, {"signed_on": date(1900, 1, 1)}, "decision_day_plausible"),
        (Award, {"person": None, "office": None, "honour": COLLECTIVE}, "award_person_or_collective"),
        (Award, {"collective": "Phòng Tổng hợp"}, "award_person_or_collective"),
        (Award, {"honour": COLLECTIVE}, "award_to_whom_it_is_given"),
        (Award, {"person": None}, "award_to_whom_it_is_given"),
        (Award, {"honour": FORM}, "award_occasion_of_forms"),
        (Award, {"occasion": Occasion.MERIT}, "award_occasion_of_forms"),
        (Award, {"honour": FORM, "occasion": "vui"}, "award_occasion_known"),
        (Award, {"year_from": 2018}, "award_yearly_has_one_year"),
        (Award, {"honour": "cstdcb", "year_from": 2019}, "award_years_in_order"),
        (Award, {"year": 2021}, "award_year_not_after_decision"),
        (Award, {"year": 1900}, "award_year_plausible"),
        (Award, {"honour_name": ""}, "award_names_frozen"),
        (Award, {"unit_name": ""}, "award_names_frozen"),
        (Initiative, {"title": ""}, "initiative_titled"),
        (Initiative, {"kind": "song"}, "initiative_kind_known"),
        (Initiative, {"year": 20199}, "initiative_year_plausible"),
        (Recognition, {"scope": "world"}, "recognition_scope_known"),
        (Recognition, {"number": ""}, "recognition_decided"),
        (InitiativeUse, {"year": 1}, "initiative_use_year_plausible"),
        (Rating, {"level": "fine"}, "rating_level_known"),
        (Rating, {"year": 1}, "rating_year_plausible"),
        (Discipline, {"kind": "frown"}, "discipline_kind_known"),
        (Discipline, {"decision": ""}, "discipline_decided"),
        (Discipline, {"valid_to": date(2019, 2, 1)}, "discipline_days_in_order"),
        (Discipline, {"lifted_because": "Hết hạn"}, "discipline_lifted_on_a_day"),
        (KnownSince, {"office": None}, "known_since_person_or_office"),
        (KnownSince, {"year": 1}, "known_since_year_plausible"),
    ],
)  # fmt: skip
def test_a_row_is_refused_by_the_rules_name(rows: Rows, model: type[models.Model], wrong: Rows, name: str) -> None:
    values = {**rows[model], **wrong}
    if isinstance(values.get("honour"), str):
        values["honour"] = Honour.objects.get(code=values["honour"])
    with refused(name):
        model._default_manager.create(**values)


@pytest.mark.parametrize(
    ("model", "name"),
    [
        (Decision, "decision_number_once"),
        (Award, "award_person_once_a_year"),
        (Initiative, "initiative_once"),
        (Recognition, "recognition_once_a_scope"),
        (InitiativeUse, "initiative_used_once"),
        (Rating, "rating_person_once_a_year"),
        (Discipline, "discipline_once"),
        (KnownSince, "honours_knownsince_office_id_key"),
    ],
)
def test_a_second_one_is_refused_by_the_rules_name(rows: Rows, model: type[models.Model], name: str) -> None:
    model._default_manager.create(**rows[model])
    with refused(name):
        model._default_manager.create(**rows[model])


def test_a_number_is_one_decisions_whatever_its_letters(rows: Rows) -> None:
    Decision.objects.create(**rows[Decision])
    with refused("decision_number_once"):
        Decision.objects.create(**{**rows[Decision], "body": "VĂN PHÒNG QUỐC HỘI", "signed_on": date(2020, 3, 1)})
    Decision.objects.create(**{**rows[Decision], "signed_on": date(2021, 1, 15)})


def second(rows: Rows) -> Decision:
    return Decision.objects.create(**rows[Decision])


def test_an_honour_of_a_year_is_held_once_unless_revoked(rows: Rows) -> None:
    values: Rows = rows[Award]
    first = Award.objects.create(**values)
    again = {**values, "decision": second(rows)}
    with refused("award_person_once_a_year"):
        Award.objects.create(**again)
    revoke(first)
    Award.objects.create(**again)


def test_a_collective_holds_an_honour_of_a_year_once(rows: Rows) -> None:
    values: Rows = {**rows[Award], "person": None, "honour": Honour.objects.get(code=COLLECTIVE)}
    Award.objects.create(**values)
    Award.objects.create(**{**values, "collective": "Phòng Tổng hợp"})
    with refused("award_collective_once_a_year"):
        Award.objects.create(**{**values, "decision": second(rows)})


def test_sudden_achievements_of_one_year_may_each_earn_one(rows: Rows) -> None:
    values: Rows = {**rows[Award], "honour": Honour.objects.get(code=FORM), "occasion": Occasion.SUDDEN}
    Award.objects.create(**values)
    Award.objects.create(**{**values, "decision": second(rows)})
    with refused("award_person_once_a_decision"):
        Award.objects.create(**values)
    office = {**values, "person": None, "honour": Honour.objects.get(code="gk_tt")}
    Award.objects.create(**office)
    with refused("award_collective_once_a_decision"):
        Award.objects.create(**office)


def revoke(award: Award, **values: Any) -> Revocation:
    given = {"number": "9/QĐ", "signed_on": date(2021, 2, 1), "body": "VPQH", "reason": "Kê khai gian dối"}
    return Revocation.objects.create(award=award, **{"revoked_from": date(2021, 2, 1), **given, **values})


def test_revoking_and_undoing_it_are_seen_on_the_award(rows: Rows) -> None:
    award = Award.objects.create(**rows[Award])
    revocation = revoke(award)
    award.refresh_from_db()
    assert award.revoked_from == date(2021, 2, 1)
    assert list(Award.objects.held_on(date(2021, 1, 31))) == [award]
    assert not Award.objects.held_on(date(2021, 2, 1)).exists()
    assert not Award.objects.held_on(date(2020, 1, 14)).exists()
    revocation.delete()
    award.refresh_from_db()
    assert award.revoked_from is None


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"number": ""}, "revocation_decided"),
        ({"reason": ""}, "revocation_reason_given"),
        ({"revoked_from": date(2020, 1, 14)}, "revocation_after_award"),
    ],
)
def test_a_revocation_is_refused(rows: Rows, wrong: Rows, name: str) -> None:
    award = Award.objects.create(**rows[Award])
    with refused(name):
        revoke(award, **wrong)


def test_a_decision_is_not_moved_before_what_it_awards(rows: Rows) -> None:
    award = Award.objects.create(**rows[Award])
    with refused("award_year_not_after_decision"):
        Decision.objects.filter(pk=award.decision_id).update(signed_on=date(2018, 1, 1))


def test_shares_of_all_authors_are_all_at_most(rows: Rows) -> None:
    initiative = Initiative.objects.get()
    other = Person.objects.create(full_name="Trần Văn Mẫu")
    with refused("authorship_shares_within_all"):
        Authorship.objects.create(initiative=initiative, person=other, share=41)
    Authorship.objects.create(initiative=initiative, person=other, share=40)
    with refused("authorship_share_in_percent"):
        Authorship.objects.filter(person=other).update(share=0)
    with refused("authorship_once"):
        Authorship.objects.create(initiative=initiative, person=other)


def test_an_initiative_serves_its_authors_alone(rows: Rows) -> None:
    stranger = Person.objects.create(full_name="Lê Thị Lạ")
    with refused("initiative_use_by_an_author"):
        InitiativeUse.objects.create(**{**rows[InitiativeUse], "person": stranger})


def test_an_office_is_rated_once_a_year(cast: Cast) -> None:
    Rating.objects.create(office=cast.office, year=2019, level=RatingLevel.GOOD)
    with refused("rating_office_once_a_year"):
        Rating.objects.create(office=cast.office, year=2019, level=RatingLevel.EXCELLENT)


def test_names_of_then_stay(rows: Rows) -> None:
    award = Award.objects.create(**rows[Award])
    with pytest.raises(DatabaseError, match="names_of_then"), transaction.atomic():
        Award.objects.filter(pk=award.pk).update(unit_name="Tên mới")
