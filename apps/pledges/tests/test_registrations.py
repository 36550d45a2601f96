"""Registering by actions: everybody at once, exceptions, sending, receipt; what the database refuses."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from apps.honours.models import Honour
from apps.offices.models import Employment
from apps.pledges import actions
from apps.pledges.enums import SheetState
from apps.pledges.models import Registration, RegistrationSheet, SheetVersion
from apps.pledges.registered import Registered, digest_of
from apps.pledges.sheets import cut_off, standing
from apps.pledges.tests.house import left_out, staffed
from tests.cast import Cast

pytestmark = pytest.mark.django_db
YEAR = 2019


def of(cast: Cast) -> dict[str, Any]:
    return {"cluster": cast.cluster, "year": YEAR, "office": cast.office}


def now(cast: Cast) -> Registered:
    return standing(cast.cluster, YEAR, [cast.office], cut_off(cast.cluster, YEAR))[cast.office.pk]


def everybody(cast: Cast, count: int = 3) -> list[Any]:
    people = staffed(cast.office, count)
    actions.register_all(**of(cast), honour="ldtt", by=cast.clerk)
    return people


def sheet(cast: Cast) -> RegistrationSheet:
    return RegistrationSheet.objects.select_related("cluster", "current").get(office=cast.office, year=YEAR)


def test_everybody_in_one_action_and_again_nobody(cast: Cast) -> None:
    staffed(cast.office)
    left_out(cast.office)
    assert actions.register_all(**of(cast), honour="ldtt", by=cast.clerk) == 3
    assert actions.register_all(**of(cast), honour="ldtt", by=cast.clerk) == 0
    found = now(cast)
    assert (found.registered, found.headcount, found.rate) == (3, 3, Fraction(1))
    assert [(each.name, each.because) for each in found.not_counted] == [("Hoàng Văn Ngoại Lệ", "nghỉ không lương")]


def test_all_at_once_leaves_those_who_registered_alone(cast: Cast) -> None:
    first, *_rest = staffed(cast.office)
    wish = actions.Wish(("cstdcs",), "Số hóa hồ sơ tiếp xúc cử tri")
    actions.register_person(**of(cast), person=first, wish=wish, by=cast.clerk)
    assert actions.register_all(**of(cast), honour="ldtt", by=cast.clerk) == 2
    assert now(cast).counts == {"cstdcs": 1, "ldtt": 2}


def test_one_person_is_changed(cast: Cast) -> None:
    first, *_rest = everybody(cast)
    wish = actions.Wish(("ldtt", "cstdcs", "gk"), "Số hóa hồ sơ")
    actions.register_person(**of(cast), person=first, wish=wish, by=cast.clerk)
    line = now(cast).people[0]
    assert [(aim.honour, aim.initiative) for aim in line.aims] == [
        ("ldtt", ""),
        ("gk", ""),
        ("cstdcs", "Số hóa hồ sơ"),
    ]
    actions.register_person(**of(cast), person=first, wish=actions.Wish(()), by=cast.clerk)
    assert now(cast).registered == 2


def test_an_unchanged_registration_keeps_its_row(cast: Cast) -> None:
    first, *_rest = everybody(cast)
    before = Registration.objects.get(person=first)
    actions.register_person(**of(cast), person=first, wish=actions.Wish(("ldtt", "cstdcs")), by=cast.clerk)
    assert Registration.objects.get(person=first, honour__code="ldtt") == before


def test_collectives_register_titles_of_collectives(cast: Cast) -> None:
    everybody(cast)
    actions.register_collective(**of(cast), unit="", wish=actions.Wish(("ttldxs",)), by=cast.clerk)
    actions.register_collective(**of(cast), unit="Phòng Tổng hợp", wish=actions.Wish(("ttldtt",)), by=cast.clerk)
    assert now(cast).counts == {"ldtt": 3, "ttldtt": 1, "ttldxs": 1}
    with pytest.raises(ValidationError, match="ldtt"):
        actions.register_collective(**of(cast), unit="", wish=actions.Wish(("ldtt",)), by=cast.clerk)


def test_who_is_not_counted_does_not_register(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="Hoàng Văn Ngoại Lệ"):
        actions.register_person(
            **of(cast), person=left_out(cast.office), wish=actions.Wish(("ldtt",)), by=cast.clerk
        )  # fmt: skip


def test_the_cut_off_day_says_who_is_counted(cast: Cast) -> None:
    everybody(cast)
    staffed(cast.office, 1, since=date(2019, 4, 1))
    assert now(cast).headcount == 3
    actions.save_round(
        cluster=cast.cluster, year=YEAR, cut_off_on=date(2019, 4, 1), due_on=None, by=cast.secretary
    )  # fmt: skip
    assert (now(cast).registered, now(cast).headcount) == (3, 4)


def test_a_registration_of_one_who_left_counts_no_more(cast: Cast) -> None:
    first, *_rest = everybody(cast)
    Employment.objects.filter(person=first).update(valid_to=date(2019, 3, 1))
    assert (now(cast).registered, now(cast).headcount) == (2, 2)


def test_sending_receiving_and_sending_again(cast: Cast) -> None:
    first, *_rest = everybody(cast)
    version = actions.send(**of(cast), by=cast.head)
    assert (version.number, version.registered, version.headcount, version.counts) == (1, 3, 3, {"ldtt": 3})
    assert actions.send(**of(cast), by=cast.head) == version
    actions.receive(sheet=sheet(cast), number=1, by=cast.secretary)
    actions.receive(sheet=sheet(cast), number=1, by=cast.secretary)
    assert sheet(cast).state == SheetState.RECEIVED
    actions.register_person(**of(cast), person=first, wish=actions.Wish(("cstdcs",)), by=cast.clerk)
    again = actions.send(**of(cast), by=cast.head)
    found = sheet(cast)
    assert (again.number, found.state, found.received) == (2, SheetState.SENT, version)
    assert SheetVersion.objects.get(number=1).counts == {"ldtt": 3}


def test_completion_is_asked_for_with_words(cast: Cast) -> None:
    everybody(cast)
    actions.send(**of(cast), by=cast.head)
    with pytest.raises(ValidationError):
        actions.ask_completion(sheet=sheet(cast), what=" ", by=cast.secretary)
    actions.ask_completion(sheet=sheet(cast), what="Bổ sung sáng kiến.", by=cast.secretary)
    with pytest.raises(ValidationError):
        actions.receive(sheet=sheet(cast), number=1, by=cast.secretary)
    actions.send(**of(cast), by=cast.head)
    assert (sheet(cast).state, sheet(cast).asked) == (SheetState.SENT, "")


def test_a_version_sent_meanwhile_is_not_received_unseen(cast: Cast) -> None:
    first, *_rest = everybody(cast)
    actions.send(**of(cast), by=cast.head)
    actions.register_person(**of(cast), person=first, wish=actions.Wish(("cstdcs",)), by=cast.clerk)
    actions.send(**of(cast), by=cast.head)
    with pytest.raises(ValidationError):
        actions.receive(sheet=sheet(cast), number=1, by=cast.secretary)


def test_what_somebody_else_wrote_meanwhile_is_not_written_over(cast: Cast) -> None:
    first, *_rest = staffed(cast.office)
    opened = digest_of(())
    actions.register_person(**of(cast), person=first, wish=actions.Wish(("cstdcs",), "Số hóa"), by=cast.head)
    late: dict[str, Any] = {"person": first, "wish": actions.Wish(("ldtt",)), "by": cast.clerk}
    with pytest.raises(ValidationError) as refused:
        actions.register_person(**of(cast), **late, seen=opened)
    assert refused.value.code == "changed"
    actions.register_person(**of(cast), **late, seen=digest_of(now(cast).people[0].aims))
    assert now(cast).counts == {"ldtt": 1}
    unit: dict[str, Any] = {"unit": "", "wish": actions.Wish(("ttldtt",)), "by": cast.clerk}
    actions.register_collective(**of(cast), **unit, seen=opened)
    with pytest.raises(ValidationError):
        actions.register_collective(**of(cast), **unit, seen=opened)


def test_what_the_head_did_not_see_is_not_sent(cast: Cast) -> None:
    first, *_rest = everybody(cast)
    looked_at = now(cast).digest
    actions.register_person(**of(cast), person=first, wish=actions.Wish(("cstdcs",)), by=cast.clerk)
    with pytest.raises(ValidationError):
        actions.send(**of(cast), seen=looked_at, by=cast.head)
    assert not SheetVersion.objects.exists()
    assert actions.send(**of(cast), seen=now(cast).digest, by=cast.head).number == 1


def test_a_list_leaves_alone_whoever_was_changed_meanwhile(cast: Cast) -> None:
    first, second, third = everybody(cast)
    shown = {line.person: digest_of(line.aims) for line in now(cast).people}
    actions.register_person(**of(cast), person=first, wish=actions.Wish(("gk",)), by=cast.head)
    wishes = {each.pk: actions.Wish(("cstdcs",)) for each in (first, second)}
    assert actions.take_over(**of(cast), people=wishes, seen=shown, by=cast.clerk) == 1
    assert now(cast).counts == {"cstdcs": 1, "gk": 1, "ldtt": 1}
    assert actions.take_over(**of(cast), people={third.pk: actions.Wish(("gk",))}, by=cast.clerk) == 0


def test_nothing_is_sent_empty(cast: Cast) -> None:
    staffed(cast.office)
    with pytest.raises(ValidationError):
        actions.send(**of(cast), by=cast.head)


def test_who_may_do_what(cast: Cast) -> None:
    people = everybody(cast)

    def refused(by: Any, act: Any, **more: Any) -> None:
        with pytest.raises(PermissionDenied):
            act(**more, by=by)

    for user in (cast.other, cast.leader, cast.stranger, cast.administrator):
        refused(user, actions.register_all, **of(cast), honour="ldtt")
        refused(user, actions.register_person, **of(cast), person=people[0], wish=actions.Wish(()))
    for user in (cast.clerk, cast.other, cast.leader):
        refused(user, actions.send, **of(cast))
    actions.send(**of(cast), by=cast.secretary)
    assert SheetVersion.objects.get().on_behalf
    for user in (cast.head, cast.clerk, cast.leader, cast.other):
        refused(user, actions.receive, sheet=sheet(cast), number=1)
        refused(user, actions.save_round, cluster=cast.cluster, year=YEAR, cut_off_on=date(2019, 4, 1), due_on=None)


def test_rules_of_the_database(cast: Cast) -> None:
    first, *_rest = everybody(cast)
    made = sheet(cast)
    honours = {each.code: each for each in Honour.objects.all()}

    def broken(name: str, write: Any) -> None:
        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            write()
        assert refused.value.__cause__.diag.constraint_name == name  # type: ignore[union-attr]

    def registration(**values: Any) -> Any:
        return lambda: Registration.objects.create(sheet=made, **values)

    broken("registration_person_once", registration(person=first, honour=honours["ldtt"]))
    broken("registration_of_its_subject", registration(person=first, honour=honours["ttldtt"]))
    broken("registration_of_its_subject", registration(unit="Phòng", honour=honours["ldtt"]))
    broken("registration_person_or_collective", registration(person=first, unit="Phòng", honour=honours["cstdcs"]))
    registration(honour=honours["ttldtt"])()
    broken("registration_collective_once", registration(honour=honours["ttldtt"]))
    for values, name in (
        ({"state": "sent"}, "registration_sheet_draft_until_sent"),
        ({"state": "other"}, "registration_sheet_draft_until_sent"),
        ({"asked": "gì đó"}, "registration_sheet_asked_what"),
        ({"received_by": cast.secretary}, "registration_sheet_received_by_whom"),
    ):
        broken(name, lambda values=values: RegistrationSheet.objects.filter(pk=made.pk).update(**values))
    version = actions.send(**of(cast), by=cast.head)
    with pytest.raises(Exception, match="sent_is_sent"), transaction.atomic():
        SheetVersion.objects.filter(pk=version.pk).update(headcount=99)
    receipt = {"state": "received", "received_by": cast.secretary, "received_at": version.sent_at}
    broken(
        "registration_sheet_received_by_whom", lambda: RegistrationSheet.objects.filter(pk=made.pk).update(**receipt)
    )
    actions.receive(sheet=made, number=1, by=cast.secretary)
    other = SheetVersion.objects.create(
        sheet=made, number=2, sent_by=cast.head, cut_off_on=version.cut_off_on, headcount=3, registered=3
    )  # fmt: skip
    broken(
        "registration_sheet_received_is_current",
        lambda: RegistrationSheet.objects.filter(pk=made.pk).update(current=other),
    )
