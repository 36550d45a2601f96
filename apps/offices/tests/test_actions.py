"""What the pages and the demonstration do alike; what the database refuses is said at the field."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from apps.accounts.models import Invitation
from apps.offices import actions
from apps.offices.enums import RoleKind
from apps.offices.models import Cluster, Leadership, Membership, Office, OfficeName, Role
from tests.cast import FOUNDED, Cast

BOTH = ("secretary", "administrator")


def refused(action, **kwargs) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as caught:
        action(**kwargs)
    return caught.value.message_dict


def test_those_who_do_not_manage_write_nothing(cast: Cast) -> None:
    membership = Membership.objects.get(office=cast.office)
    role = Role.objects.get(user=cast.clerk)
    for name in ("head", "clerk", "other", "leader", "stranger"):
        by = cast.people[name]
        for action, values in (
            (actions.update_cluster, {"cluster": cast.cluster, "values": {"name": "x"}}),
            (actions.add_member, {"cluster": cast.cluster, "office": cast.foreign_office, "valid_from": FOUNDED}),
            (actions.move_member, {"membership": membership, "up": True}),
            (actions.end_membership, {"membership": membership, "on": FOUNDED}),
            (actions.appoint, {"cluster": cast.cluster, "year": 2019, "leader": cast.office, "deputy": None}),
            (actions.end_role, {"role": role, "cluster": cast.cluster, "on": FOUNDED}),
            (actions.new_link, {"cluster": cast.cluster, "user": cast.clerk}),
            (actions.close_year, {"cluster": cast.cluster, "year": 2019, "on": FOUNDED}),
        ):
            with pytest.raises(PermissionDenied):
                action(**values, by=by)  # type: ignore[arg-type]


def test_a_code_taken_is_said_at_its_field(cast: Cast) -> None:
    values = {"code": "cum-9", "name": "Cụm", "short_name": "Cụm"}
    assert "code" in refused(actions.create_cluster, **values, by=cast.administrator)
    office = {"code": "ca-mau", "name": "Văn phòng", "short_name": "VP", "valid_from": FOUNDED}
    assert "code" in refused(actions.create_member, cluster=cast.cluster, **office, by=cast.secretary)


def test_an_office_is_a_member_once_at_a_time(cast: Cast) -> None:
    again = {"cluster": cast.cluster, "office": cast.office, "valid_from": date(2019, 1, 1), "by": cast.secretary}
    assert "valid_from" in refused(actions.add_member, **again)


def test_members_are_moved_and_numbered_anew(cast: Cast) -> None:
    third = Membership.objects.get(office__code="can-tho")
    actions.move_member(membership=third, up=True, by=cast.secretary)
    ordered = list(Membership.objects.filter(cluster=cast.cluster).values_list("office__code", "position"))
    assert ordered[:3] == [("ca-mau", 1), ("can-tho", 2), ("kien-giang", 3)]
    first = Membership.objects.get(office__code="ca-mau")
    actions.move_member(membership=first, up=True, by=cast.secretary)
    assert Membership.objects.get(pk=first.pk).position == 1


def test_papers_of_earlier_days_keep_the_former_name(cast: Cast) -> None:
    values = {"name": "Văn phòng Đoàn ĐBQH và HĐND tỉnh Bạc Liêu", "short_name": "Bạc Liêu"}
    actions.rename_office(
        office=cast.office, cluster=cast.cluster, valid_from=date(2021, 1, 1), values=values, by=cast.secretary
    )
    days = (date(2020, 12, 31), date(2021, 1, 1))
    then, now = (Office.objects.named_on(day).get(pk=cast.office.pk).name_then for day in days)  # type: ignore[attr-defined]
    assert then == "Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu"
    assert now == values["name"]
    cast.office.refresh_from_db()
    assert cast.office.name == values["name"]
    early = {"office": cast.office, "cluster": cast.cluster, "valid_from": date(2020, 1, 1), "by": cast.secretary}
    assert "valid_from" in refused(actions.rename_office, values=values, **early)


def test_leadership_is_of_two_members(cast: Cast) -> None:
    base = {"cluster": cast.cluster, "year": 2019, "by": cast.secretary}
    assert "deputy" in refused(actions.appoint, leader=cast.office, deputy=cast.office, **base)
    assert "leader" in refused(actions.appoint, leader=cast.foreign_office, deputy=None, **base)


def test_leader_and_deputy_may_change_places(cast: Cast) -> None:
    leader, deputy = cast.offices["kien-giang"], cast.offices["ca-mau"]
    actions.appoint(cluster=cast.cluster, year=2019, leader=leader, deputy=deputy, by=cast.administrator)
    found = dict(Leadership.objects.filter(year=2019).values_list("kind", "office__code"))
    assert found == {"leader": "kien-giang", "deputy": "ca-mau"}


def test_a_closed_year_keeps_its_leadership(cast: Cast) -> None:
    actions.close_year(cluster=cast.cluster, year=2019, on=date(2020, 1, 15), by=cast.administrator)
    base = {"cluster": cast.cluster, "year": 2019, "by": cast.administrator}
    assert "year" in refused(actions.appoint, leader=cast.office, deputy=None, **base)


def test_inviting_makes_account_role_and_link(cast: Cast) -> None:
    invited = actions.invite_person(
        cluster=cast.cluster, username="Moi.Vao", full_name="Ngô Văn Mới Mẫu", kind=RoleKind.CLERK,
        office=cast.other_office, valid_from=date(2019, 1, 1), by=cast.secretary,
    )  # fmt: skip
    assert invited.user.username == "moi.vao"
    assert invited.role.office == cast.other_office
    assert Invitation.objects.open().get().user == invited.user
    assert not invited.user.has_usable_password()


def test_a_role_needs_a_member_office_except_for_leaders(cast: Cast) -> None:
    base = {"cluster": cast.cluster, "user": cast.leader, "valid_from": date(2019, 1, 1), "by": cast.secretary}
    assert "office" in refused(actions.give_role, kind=RoleKind.CLERK, office=None, **base)
    assert "office" in refused(actions.give_role, kind=RoleKind.CLERK, office=cast.foreign_office, **base)
    assert "kind" in refused(actions.give_role, kind=RoleKind.VIEWER, office=None, **base)


def test_a_role_ends_and_never_before_it_began(cast: Cast) -> None:
    role = Role.objects.get(user=cast.clerk)
    early = {"role": role, "cluster": cast.cluster, "on": date(2018, 12, 31), "by": cast.secretary}
    assert "on" in refused(actions.end_role, **early)
    actions.end_role(role=role, cluster=cast.cluster, on=timezone.localdate(), by=cast.secretary)
    assert Role.objects.get(pk=role.pk).valid_to == timezone.localdate()


# The database itself --------------------------------------------------------------------------------------------------
def broken(name: str, make) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make()


def test_constraints_by_name(cast: Cast) -> None:
    cluster, office = cast.cluster, cast.office
    late, early = date(2020, 1, 1), date(2019, 1, 1)
    member = {"cluster": cluster, "office": cast.foreign_office, "position": 9}
    broken("membership_days_in_order", lambda: Membership.objects.create(**member, valid_from=late, valid_to=early))
    broken("membership_no_overlap", lambda: Membership.objects.create(**{**member, "office": office}, valid_from=late))
    name = {"office": office, "name": "x", "short_name": "x"}
    broken("office_name_no_overlap", lambda: OfficeName.objects.create(**name, valid_from=late))
    broken("office_name_days_in_order", lambda: OfficeName.objects.create(**name, valid_from=late, valid_to=early))
    led = {"cluster": cluster, "year": 2019}
    broken("leadership_one_of_each", lambda: Leadership.objects.create(**led, kind="leader", office=office))
    two = {"cluster": cluster, "year": 2018, "office": office}
    Leadership.objects.create(**two, kind="leader")
    broken("leadership_two_offices", lambda: Leadership.objects.create(**two, kind="deputy"))
    other = {"cluster": cluster, "office": office}
    broken("leadership_kind_known", lambda: Leadership.objects.create(**other, year=2017, kind="boss"))
    broken("leadership_year_plausible", lambda: Leadership.objects.create(**other, year=1900, kind="leader"))
    role = {"user": cast.clerk, "valid_from": late}
    broken("role_office_or_cluster", lambda: Role.objects.create(**role, kind="viewer", office=office))
    broken("role_office_or_cluster", lambda: Role.objects.create(**role, kind="clerk", cluster=cluster))
    broken("role_office_no_overlap", lambda: Role.objects.create(**role, kind="clerk", office=office))
    viewer = {"user": cast.leader, "kind": "viewer", "cluster": cluster}
    broken("role_cluster_no_overlap", lambda: Role.objects.create(**viewer, valid_from=late))
    broken("role_days_in_order", lambda: Role.objects.create(**viewer, valid_from=late, valid_to=early))
    broken("offices_cluster_code_key", lambda: Cluster.objects.create(code="cum-9", name="x", short_name="x"))
