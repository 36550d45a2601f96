"""A whole workbook of awards is taken back, unless something was built on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from apps.honours import actions
from apps.honours.models import Award, AwardSheet, Decision, Initiative, InitiativeUse
from apps.honours.sheets.actions import record_awards, undo_awards
from apps.honours.tests import house
from apps.honours.tests.test_register_entry import ROW, bring
from apps.honours.tests.test_register_pages import url
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet(cast: Cast, client: Client) -> AwardSheet:
    """Two awards by the clerk: one of a decision that was there, one of a new one."""
    mau, other = house.person(cast.office), house.person(cast.office, "Lê Văn Thử")
    client.force_login(cast.clerk)
    known = {**ROW, "person": "Lê Văn Thử"}
    first, _text = bring(client, known)
    record_awards(sheet=first, by=cast.clerk)
    found, _text = bring(client, ROW, {**ROW, "number": "99", "person": "Lê Văn Thử", "honour": "CSTĐCS"})
    assert {mau, other}
    return record_awards(sheet=found, by=cast.clerk)


def new_one() -> Award:
    return Award.objects.get(decision__number="99")


def test_all_of_it_goes_and_nothing_else(cast: Cast, sheet: AwardSheet) -> None:
    assert (Award.objects.count(), Decision.objects.count(), sheet.made) == (3, 2, 2)
    for _click in range(2):
        done = undo_awards(sheet=sheet, by=cast.clerk)
    assert done.undone_by == cast.clerk
    (left,) = Award.objects.all()
    assert str(left.person) == "Lê Văn Thử"
    assert left.decision == Decision.objects.get()


def test_a_line_taken_off_by_hand_is_no_obstacle(cast: Cast, sheet: AwardSheet) -> None:
    actions.remove_award(award=new_one(), cluster=cast.cluster, by=cast.clerk)
    undo_awards(sheet=sheet, by=cast.clerk)
    assert Award.objects.count() == 1


def test_a_decision_that_got_further_lines_stays(cast: Cast, sheet: AwardSheet) -> None:
    line = house.title(house.person(cast.office, "Trần Thêm"), cast.office)
    actions.add_awards(decision=new_one().decision, cluster=cast.cluster, lines=[line], by=cast.clerk)
    undo_awards(sheet=sheet, by=cast.clerk)
    assert Decision.objects.filter(number="99").exists()
    assert Award.objects.count() == 2


def revoked(cast: Cast) -> None:
    actions.revoke_award(
        award=new_one(), cluster=cast.cluster, number="5", signed_on=date(2021, 1, 1), body="Văn phòng",
        reason="Khai sai", by=cast.clerk,
    )  # fmt: skip


def served(cast: Cast) -> None:
    award = new_one()
    assert award.person is not None
    made = Initiative.objects.create(title="Số hóa hồ sơ", office=cast.office, year=award.year)
    made.authorships.create(person=award.person)
    InitiativeUse.objects.create(initiative=made, person=award.person, honour=award.honour, year=award.year)


def corrected(cast: Cast) -> None:
    decision = new_one().decision
    values = {name: getattr(decision, name) for name in ("number", "symbol", "signed_on", "body", "signer_post")}
    actions.correct_decision(
        decision=decision, cluster=cast.cluster, values={**values, "signer": "Phan Văn Sửa"}, by=cast.clerk
    )


@pytest.mark.parametrize(
    ("build", "said"),
    [(revoked, "đã bị hủy bỏ, thu hồi"), (served, "đã có sáng kiến dùng cho danh hiệu này"), (corrected, "đã sửa")],
    ids=["revoked", "served by an initiative", "decision corrected"],
)
def test_what_was_built_on_it_refuses_and_is_named(
    cast: Cast, client: Client, sheet: AwardSheet, build: Callable[[Cast], None], said: str
) -> None:
    build(cast)
    with pytest.raises(ValidationError, match=said):
        undo_awards(sheet=sheet, by=cast.clerk)
    assert Award.objects.count() == 3
    page = client.get(url("import_sheet", sheet.pk)).content.decode()
    assert said in page
    assert url("undo_sheet", sheet.pk) not in page


def test_who_takes_it_back(cast: Cast, sheet: AwardSheet) -> None:
    others: list[Any] = [user for name, user in cast.people.items() if user and name != "clerk"]
    for user in others:
        with pytest.raises(PermissionDenied):
            undo_awards(sheet=sheet, by=user)


def test_by_its_page(cast: Cast, client: Client, sheet: AwardSheet) -> None:
    assert url("undo_sheet", sheet.pk) in client.get(url("import_sheet", sheet.pk)).content.decode()
    page = client.post(url("undo_sheet", sheet.pk), follow=True).content.decode()
    assert "Đã hoàn tác" in page
    assert url("undo_sheet", sheet.pk) not in page
    again, _text = bring(client, ROW)
    record_awards(sheet=again, by=cast.clerk)  # it may come in again
    assert Award.objects.count() == 2


def test_the_database_states_it(sheet: AwardSheet) -> None:
    with pytest.raises(IntegrityError, match="award_sheet_undone_by_whom"), transaction.atomic():
        AwardSheet.objects.filter(pk=sheet.pk).update(undone_by=sheet.uploaded_by)
