"""Offices that become one: everything of theirs stays theirs, what is open passes on. The database says the rest."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from apps.offices import actions
from apps.offices.enums import LeadershipKind, RoleKind
from apps.offices.forms.setting_up import HandOverForm
from apps.offices.letterhead import leading_letterhead
from apps.offices.models import Employment, Leadership, Lineage, Membership, Office, Person, Role
from apps.offices.roles import roles_of
from tests.cast import Cast

pytestmark = pytest.mark.django_db
ON, EVE = date(2025, 7, 1), date(2025, 6, 30)
NEW = {
    "code": "ca-mau-moi", "name": "Văn phòng Đoàn ĐBQH và HĐND tỉnh Cà Mau", "short_name": "Cà Mau (mới)",
    "province": "tỉnh Cà Mau",
}  # fmt: skip


def merged(cast: Cast, *codes: str, **more: Any) -> Office:
    values = {
        "predecessors": [cast.offices[code] for code in codes or ("ca-mau", "bac-lieu")], "on": ON, "values": NEW,
        "instrument": "Nghị quyết số 202/2025/QH15", "by": cast.secretary,
    }  # fmt: skip
    return actions.merge_offices(cluster=cast.cluster, **{**values, **more})


def fresh(user: Any) -> Any:
    user.__dict__.pop("_roles", None)
    return user


def test_the_successor_stands_in_the_predecessors_place(cast: Cast) -> None:
    successor = merged(cast)
    eve = list(Office.objects.members_of(cast.cluster, EVE, EVE))
    on = list(Office.objects.members_of(cast.cluster, ON, ON))
    assert len(eve) == 6
    assert [each.code for each in on] == ["ca-mau-moi", "kien-giang", "can-tho", "soc-trang", "hau-giang"]
    assert set(Lineage.objects.filter(successor=successor).values_list("predecessor__code", flat=True)) == {
        "ca-mau",
        "bac-lieu",
    }


def test_six_become_three_one_of_them_with_an_outsider(cast: Cast) -> None:
    merged(cast)
    merged(cast, "can-tho", "soc-trang", "hau-giang", values={**NEW, "code": "can-tho-moi"})
    outsider = {"code": "an-giang-cu", "name": "Văn phòng Đoàn ĐBQH tỉnh An Giang", "short_name": "An Giang"}
    last = merged(cast, "kien-giang", values={**NEW, "code": "an-giang"}, outsider=outsider)
    assert [each.code for each in Office.objects.members_of(cast.cluster, ON, ON)] == [
        "ca-mau-moi",
        "an-giang",
        "can-tho-moi",
    ]
    assert Office.objects.members_of(cast.cluster, EVE, EVE).count() == 6
    came_of = Lineage.objects.filter(successor=last).values_list("predecessor__code", flat=True)
    assert set(came_of) == {"kien-giang", "an-giang-cu"}
    assert not Membership.objects.filter(office__code="an-giang-cu").exists()


def test_lineage_reaches_over_generations(cast: Cast) -> None:
    first = merged(cast)
    second = merged(
        cast, predecessors=[first, cast.offices["kien-giang"]], on=date(2030, 1, 1), values={**NEW, "code": "moi-nua"}
    )
    found = Lineage.objects.predecessors([second.pk])[second.pk]
    assert set(found) == {first.pk, *(cast.offices[code].pk for code in ("ca-mau", "bac-lieu", "kien-giang"))}
    assert Lineage.objects.direct().filter(successor=second).count() == 2


def test_roles_pass_on_and_still_open_what_the_predecessors_began(cast: Cast) -> None:
    successor = merged(cast)
    assert Role.objects.get(user=cast.head, office=cast.office).valid_to == EVE
    before, after = roles_of(cast.head, EVE), roles_of(cast.head, ON)
    assert before.office_ids == {cast.office.pk}
    assert after.own_offices == {successor.pk}
    assert after.office_ids == {successor.pk, cast.office.pk, cast.offices["ca-mau"].pk}
    assert after.offices[cast.office.pk] == {RoleKind.HEAD}
    assert cast.office.pk in after.entering_offices


def test_a_person_of_two_predecessors_has_the_role_once(cast: Cast) -> None:
    Role.objects.create(user=cast.head, kind=RoleKind.HEAD, office=cast.offices["ca-mau"], valid_from=date(2019, 1, 1))
    successor = merged(cast)
    assert Role.objects.filter(user=cast.head, office=successor).count() == 1


def test_people_pass_on_counted_as_they_were(cast: Cast) -> None:
    person = Person.objects.create(full_name="Lê Thí Dụ")
    Employment.objects.create(
        person=person, office=cast.office, kind="civil", position="Chuyên viên", valid_from=date(2019, 1, 1),
        is_counted=False, not_counted_because="biệt phái",
    )  # fmt: skip
    successor = merged(cast)
    former, now = Employment.objects.filter(person=person).order_by("valid_from")
    assert (former.office, former.valid_to) == (cast.office, EVE)
    assert (now.office, now.valid_from, now.valid_to) == (successor, ON, None)
    assert (now.position, now.is_counted, now.not_counted_because) == ("Chuyên viên", False, "biệt phái")


def test_the_running_year_s_post_passes_on_and_an_open_year_before_is_taken_over(cast: Cast) -> None:
    Leadership.objects.create(
        cluster=cast.cluster, year=2025, kind=LeadershipKind.LEADER, office=cast.offices["ca-mau"]
    )
    successor = merged(cast)
    of_2025 = Leadership.objects.posts_on
    assert of_2025(cast.cluster, 2025, EVE)["leader"].office == cast.offices["ca-mau"]
    assert of_2025(cast.cluster, 2025, ON)["leader"].office == successor
    of_2019 = {row.kind: row.office for row in Leadership.objects.filter(year=2019)}
    assert of_2019 == {
        "leader": cast.offices["ca-mau"],
        "deputy": cast.offices["kien-giang"],
        "steward": successor,
    }
    assert roles_of(cast.secretary, EVE).secretariat == {(cast.cluster.pk, 2019), (cast.cluster.pk, 2025)}
    assert roles_of(cast.secretary, ON).secretariat == {(cast.cluster.pk, 2019), (cast.cluster.pk, 2025)}


def test_a_year_is_handed_over_to_a_member_of_today(cast: Cast) -> None:
    merged(cast, "can-tho", "soc-trang", "hau-giang", values={**NEW, "code": "can-tho-moi"})
    choice: Any = HandOverForm(cluster=cast.cluster, year=2019, giver=cast.offices["ca-mau"]).fields["to"]
    assert [office.code for office in choice.queryset] == ["kien-giang", "can-tho-moi", "bac-lieu"]


def test_where_leader_and_deputy_become_one_it_leads(cast: Cast) -> None:
    for kind, code in (("leader", "ca-mau"), ("deputy", "kien-giang")):
        Leadership.objects.create(cluster=cast.cluster, year=2025, kind=kind, office=cast.offices[code])
    successor = merged(cast, "ca-mau", "kien-giang")
    assert [row.kind for row in Leadership.objects.on(ON).filter(year=2025, office=successor)] == ["leader"]


def test_papers_of_earlier_days_keep_the_name_of_their_day(cast: Cast) -> None:
    before = leading_letterhead(cast.cluster, 2019, date(2019, 7, 5))
    merged(cast)
    assert leading_letterhead(cast.cluster, 2019, date(2019, 7, 5)) == before
    assert leading_letterhead(cast.cluster, 2019, ON).name == NEW["name"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda cast: {"predecessors": [cast.office]}, "ít nhất hai Văn phòng"),
        (lambda cast: {"predecessors": [cast.office, cast.foreign_office]}, "không phải là thành viên"),
        (lambda cast: {"on": date(2016, 1, 1)}, "không phải là thành viên"),
    ],
)
def test_what_is_no_merger_is_refused_and_leaves_nothing(
    cast: Cast, change: Callable[[Cast], dict[str, Any]], said: str
) -> None:
    offices = Office.objects.count()
    with pytest.raises(ValidationError) as refused:
        merged(cast, **change(cast))
    assert said in refused.value.message_dict["predecessors"][0]
    assert (Office.objects.count(), Lineage.objects.count()) == (offices, 0)


def test_an_office_merges_once(cast: Cast) -> None:
    merged(cast)
    with pytest.raises(ValidationError):
        merged(cast, "bac-lieu", "can-tho", on=date(2025, 7, 2), values={**NEW, "code": "x"})


def test_those_who_do_not_manage_the_cluster_merge_nothing(cast: Cast) -> None:
    for user in (cast.head, cast.leader, cast.stranger):
        with pytest.raises(PermissionDenied):
            merged(cast, by=user)


def test_rules_of_lineage(cast: Cast) -> None:
    def broken(name: str, **values: Any) -> None:
        row = {
            "predecessor": cast.office, "successor": cast.other_office, "kind": "merge", "on": ON, **values,
        }  # fmt: skip
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Lineage.objects.create(**row)

    broken("lineage_of_another", successor=cast.office)
    broken("lineage_kind_known", kind="other")
    Lineage.objects.create(predecessor=cast.office, successor=cast.other_office, kind="merge", on=ON)
    broken("lineage_once", is_direct=False)
    broken("lineage_merged_once", successor=cast.offices["can-tho"])
