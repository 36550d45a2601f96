"""A person, or one entry, that was entered by mistake: who removes it, what holds on to it, and back again."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from datetime import date
from threading import Barrier, Event, Thread
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client

from apps.accounts.models import User
from apps.honours.enums import DisciplineKind, InventionKind, RatingLevel
from apps.honours.models import Discipline, Honour, Initiative, InitiativeUse, KnownSince, Rating
from apps.honours.tests.house import held as awarded
from apps.offices import actions
from apps.offices.holding import holds
from apps.offices.models import Employment, Person, Removal
from apps.pledges.actions import Wish, register_person, send
from apps.pledges.models import Registration, RegistrationSheet
from apps.pledges.tests.house import staffed
from tests.cast import Cast, make_cast

pytestmark = pytest.mark.django_db
HERE = "/c/cum-9/offices/bac-lieu/people/"
WHY = "Nhập trùng"


@pytest.fixture
def person(cast: Cast) -> Person:
    """From 2018 on in Bạc Liêu, in 2017 in Hậu Giang, where nobody should have entered it."""
    found = Person.objects.create(full_name="Lê Thí Dụ", birth_year=1985)
    for office, first, last in (
        (cast.other_office, date(2017, 1, 1), date(2017, 12, 31)),
        (cast.office, date(2018, 1, 1), date(2018, 12, 31)),
        (cast.office, date(2019, 1, 1), None),
    ):
        Employment.objects.create(person=found, office=office, kind="civil", valid_from=first, valid_to=last)
    return found


def only_here(person: Person, cast: Cast) -> None:
    Employment.objects.filter(person=person, office=cast.other_office).delete()


def entry(person: Person, year: int) -> Employment:
    return Employment.entered.get(person=person, valid_from=date(year, 1, 1))


def remove(person: Person, cast: Cast, by: User | None = None, reason: str = WHY) -> Removal:
    return actions.remove_person(person=person, cluster=cast.cluster, reason=reason, by=by or cast.secretary)


@pytest.mark.parametrize(
    ("name", "one_office", "two_offices", "the_others_entry"),
    [
        ("secretary", "done", "done", "done"),
        ("head", "done", "told", "forbidden"),
        ("clerk", "done", "told", "forbidden"),
        ("other", "forbidden", "told", "done"),
        ("leader", "forbidden", "forbidden", "forbidden"),
        ("administrator", "forbidden", "forbidden", "forbidden"),
        ("stranger", "forbidden", "forbidden", "forbidden"),
    ],
)
def test_who_removes(
    cast: Cast, person: Person, name: str, one_office: str, two_offices: str, the_others_entry: str
) -> None:
    by: Any = cast.people[name]

    def tried(write: Callable[[], object]) -> str:
        try:
            with transaction.atomic():
                write()
                transaction.set_rollback(True)
        except PermissionDenied:
            return "forbidden"
        except ValidationError as error:
            return "told" if error.code == "elsewhere" else "failed"
        return "done"

    at: dict[str, Any] = {"cluster": cast.cluster, "reason": WHY, "by": by}
    assert tried(lambda: remove(person, cast, by)) == two_offices
    assert tried(lambda: actions.remove_employment(employment=entry(person, 2017), **at)) == the_others_entry
    only_here(person, cast)
    assert tried(lambda: remove(person, cast, by)) == one_office


def test_a_person_removed_is_in_no_list_and_comes_back(cast: Cast, person: Person) -> None:
    made = remove(person, cast)
    assert not Employment.objects.filter(person=person).exists()
    assert not Person.objects.at(cast.office, date(2019, 6, 30)).exists()
    assert Employment.objects.headcounts([cast.office.pk], date(2019, 6, 30)) == {}
    with pytest.raises(ValidationError):
        remove(person, cast)  # a second click removes nothing else
    assert Removal.objects.count() == 1
    for _click in range(2):
        actions.undo_removal(removal=made, cluster=cast.cluster, by=cast.secretary)
    assert Employment.objects.filter(person=person).count() == 3
    made.refresh_from_db()
    assert made.undone_by == cast.secretary


def test_one_entry_leaves_the_others(cast: Cast, person: Person) -> None:
    actions.remove_employment(employment=entry(person, 2018), cluster=cast.cluster, reason=WHY, by=cast.clerk)
    left = Employment.objects.filter(person=person).order_by("valid_from")
    assert [row.valid_from.year for row in left] == [2017, 2019]


def test_a_reason_is_asked(cast: Cast, person: Person) -> None:
    with pytest.raises(ValidationError) as error:
        remove(person, cast, reason="  ")
    assert set(error.value.message_dict) == {"reason"}


def test_what_fills_the_days_meanwhile_is_not_run_over(cast: Cast, person: Person) -> None:
    made = actions.remove_employment(employment=entry(person, 2018), cluster=cast.cluster, reason=WHY, by=cast.clerk)
    Employment.objects.create(person=person, office=cast.office, kind="civil", valid_from=date(2018, 3, 1),
                              valid_to=date(2018, 4, 1))  # fmt: skip
    with pytest.raises(ValidationError, match="đã thuộc một văn phòng"):
        actions.undo_removal(removal=made, cluster=cast.cluster, by=cast.clerk)
    made.refresh_from_db()
    assert made.undone_at is None


def test_who_puts_back(cast: Cast, person: Person) -> None:
    only_here(person, cast)
    made = remove(person, cast)
    for by in (cast.other, cast.leader, cast.administrator, cast.stranger):
        with pytest.raises(PermissionDenied):
            actions.undo_removal(removal=made, cluster=cast.cluster, by=by)
    actions.undo_removal(removal=made, cluster=cast.cluster, by=cast.clerk)


# What holds on to it --------------------------------------------------------------------------------------------------
def registered(cast: Cast, person: Person) -> None:
    sheet, _made = RegistrationSheet.objects.get_or_create(cluster=cast.cluster, office=cast.office, year=2019)
    Registration.objects.create(sheet=sheet, person=person, honour=Honour.objects.get(code="ldtt"))


def initiative(cast: Cast, person: Person) -> Initiative:
    made = Initiative.objects.create(
        title="Số hóa hồ sơ", kind=next(iter(InventionKind)), office=cast.office, year=2019
    )
    made.authorships.create(person=person)
    return made


HOLDING: dict[str, tuple[Callable[[Cast, Person], object], str, set[int | None]]] = {
    # what rests on it: how it came, in which words, and the entries (by year; None: the whole person) it keeps
    "award": (lambda cast, who: awarded(cast, who, cast.office, 2019), "khen thưởng: Lao động tiên tiến, 2019",
              {2019, None}),
    "rating": (
        lambda cast, who: Rating.objects.create(person=who, office=cast.office, year=2018, level=RatingLevel.GOOD),
        "xếp loại năm 2018: hoàn thành tốt nhiệm vụ", {2018, None},
    ),
    "discipline": (
        lambda cast, who: Discipline.objects.create(
            person=who, office=cast.other_office, kind=DisciplineKind.REPRIMAND, decision="QĐ 1",
            valid_from=date(2017, 3, 1), valid_to=date(2017, 12, 1),
        ),
        "kỷ luật: khiển trách · 01/03/2017", {2017, None},
    ),
    "registration": (registered, "đăng ký thi đua năm 2019, Bạc Liêu", {2019, None}),
    "initiative": (initiative, "tác giả sáng kiến “Số hóa hồ sơ”", {None}),
    "use of an initiative": (
        lambda cast, who: InitiativeUse.objects.create(
            initiative=initiative(cast, who), person=who, honour=Honour.objects.get(code="cstdcs"), year=2019
        ),
        "đã dùng sáng kiến “Số hóa hồ sơ” năm 2019", {None},
    ),
    "completeness": (lambda cast, who: KnownSince.objects.create(person=who, year=2015),
                     "sổ khen thưởng đầy đủ từ năm 2015", {None}),
}  # fmt: skip


@pytest.mark.parametrize("name", HOLDING)
def test_what_rests_on_it_holds_it_and_is_named(cast: Cast, person: Person, name: str) -> None:
    made, said, keeps = HOLDING[name]
    made(cast, person)
    for year in (2017, 2018, 2019, None):
        found = holds(actions.removing(person, cast.cluster, entry(person, year) if year else None))
        assert (said in [hold.title for hold in found]) == (year in keeps), year
    with pytest.raises(ValidationError) as error:
        remove(person, cast)
    assert said in error.value.messages[0]
    assert Employment.objects.filter(person=person).count() == 3


def test_what_was_sent_holds_it_though_the_draft_has_changed(cast: Cast, person: Person) -> None:
    registered(cast, person)
    send(cluster=cast.cluster, year=2019, office=cast.office, by=cast.head)
    Registration.objects.all().delete()
    registered(cast, staffed(cast.office, 1)[0])
    with pytest.raises(ValidationError, match="đăng ký thi đua năm 2019, Bạc Liêu đã gửi"):
        remove(person, cast)
    send(cluster=cast.cluster, year=2019, office=cast.office, by=cast.head)
    remove(person, cast)  # counted there, and registered for nothing


# Pages ----------------------------------------------------------------------------------------------------------------
@pytest.fixture
def clerk(client: Client, cast: Cast) -> Client:
    client.force_login(cast.clerk)
    return client


def test_removing_and_putting_back_by_the_pages(clerk: Client, cast: Cast, person: Person) -> None:
    only_here(person, cast)
    assert "Cho người chưa từng" in clerk.get(f"{HERE}{person.pk}/remove/").content.decode()
    page = clerk.post(f"{HERE}{person.pk}/remove/", {"reason": WHY}, follow=True).content.decode()
    made = Removal.objects.get()
    undo = f"{HERE}removals/{made.pk}/undo/"
    assert page.count(undo) == 2  # the message and the list
    assert WHY in page
    assert clerk.get(f"{HERE}{person.pk}/").status_code == 404
    page = clerk.post(undo, follow=True).content.decode()
    assert "Lê Thí Dụ đã trở lại danh sách." in page
    for said in ("Gỡ vì nhập nhầm", WHY, "Đưa trở lại danh sách"):  # its history
        assert said in page
    assert undo not in clerk.get(HERE).content.decode()


def test_an_entry_by_its_page(clerk: Client, cast: Cast, person: Person) -> None:
    url = f"{HERE}{person.pk}/entries/{entry(person, 2018).pk}/remove/"
    assert url in clerk.get(f"{HERE}{person.pk}/").content.decode()
    clerk.post(url, {"reason": WHY})
    assert not Employment.objects.filter(pk=entry(person, 2018).pk).exists()
    assert clerk.get(url).status_code == 404
    assert clerk.get(f"{HERE}{person.pk}/entries/{entry(person, 2017).pk}/remove/").status_code == 404


def test_the_page_names_what_holds_it_and_asks_nothing(clerk: Client, cast: Cast, person: Person) -> None:
    registered(cast, person)
    page = clerk.get(f"{HERE}{person.pk}/remove/").content.decode()
    assert "đăng ký thi đua năm 2019, Bạc Liêu" in page
    assert 'name="reason"' not in page
    clerk.post(f"{HERE}{person.pk}/remove/", {"reason": WHY})
    assert not Removal.objects.exists()


def test_who_only_reads_sees_nothing_of_it(client: Client, cast: Cast, person: Person) -> None:
    only_here(person, cast)
    remove(person, cast)
    client.force_login(cast.leader)
    assert "Gỡ vì nhập nhầm" not in client.get(HERE).content.decode()


def test_the_cost_does_not_grow(clerk: Client, cast: Cast, costs: Any) -> None:
    def add(count: int) -> None:
        for _ in range(count):
            found = Person.objects.create(full_name="Trần Nhập Nhầm")
            Employment.objects.create(person=found, office=cast.office, kind="civil", valid_from=date(2019, 1, 1))
            remove(found, cast)

    costs(14, add=add, read=lambda: clerk.get(HERE))


# The database ---------------------------------------------------------------------------------------------------------
def test_the_database_states_it(cast: Cast, person: Person) -> None:
    made = remove(person, cast)
    another = Person.objects.create(full_name="Trần Khác")
    row = Employment.objects.create(person=another, office=cast.office, kind="civil", valid_from=date(2019, 1, 1))
    refused: tuple[tuple[str, Callable[[], object]], ...] = (
        ("employment_removed_with_its_person", lambda: Employment.objects.filter(pk=row.pk).update(removal=made)),
        ("removal_for_a_reason", lambda: Removal.objects.update(reason="")),
        ("removal_undone_by_whom", lambda: Removal.objects.update(undone_by=cast.clerk)),
    )
    for name, write in refused:
        with pytest.raises(IntegrityError) as error, transaction.atomic():
            write()
        assert getattr(error.value.__cause__, "diag").constraint_name == name  # noqa: B009
    again = Employment.objects.create(person=person, office=cast.office, kind="civil", valid_from=date(2019, 1, 1))
    with pytest.raises(IntegrityError, match="employment_one_office_at_a_time"), transaction.atomic():
        Employment.entered.filter(person=person, removal=made).update(removal=None)
    assert again.removal is None


@pytest.mark.django_db(transaction=True)
def test_of_registering_and_removing_at_the_same_moment_one_is_done() -> None:
    """Never both: a registration of somebody who is in no list. Whichever comes first refuses the other."""
    cast = make_cast()
    person, *_others = staffed(cast.office)
    start, done = Barrier(2), []

    def run(what: str, write: Callable[[], object]) -> None:
        start.wait()
        with contextlib.suppress(ValidationError):
            write()
            done.append(what)
        connection.close()

    target: dict[str, Any] = {"cluster": cast.cluster, "year": 2019, "office": cast.office, "by": cast.clerk}
    ways: dict[str, Callable[[], object]] = {
        "registered": lambda: register_person(**target, person=person, wish=Wish(("ldtt",))),
        "removed": lambda: remove(person, cast, by=cast.secretary),
    }
    threads = [Thread(target=run, args=each) for each in ways.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 1
    assert Registration.objects.filter(person=person).exists() == (done == ["registered"])
    assert Removal.objects.exists() == (done == ["removed"])


@pytest.mark.django_db(transaction=True)
def test_registering_waits_for_a_removal_that_is_under_way() -> None:
    cast = make_cast()
    person, *_others = staffed(cast.office)
    held, told = Event(), []

    def register() -> None:
        held.wait()
        target: dict[str, Any] = {"cluster": cast.cluster, "year": 2019, "office": cast.office, "by": cast.clerk}
        try:
            register_person(**target, person=person, wish=Wish(("ldtt",)))
        except ValidationError as error:
            told.extend(error.messages)
        connection.close()

    thread = Thread(target=register)
    thread.start()
    with transaction.atomic():
        remove(person, cast, by=cast.secretary)
        held.set()
        time.sleep(0.5)  # as long as it is not committed, the other waits
        assert told == []
    thread.join()
    assert "không được tính" in told[0]
    assert not Registration.objects.exists()
