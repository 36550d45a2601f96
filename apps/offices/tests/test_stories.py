"""The history on the pages of a cluster: who did what, before and after, in words; and who does not see it."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from apps.accounts.models import Invitation
from apps.offices import stories
from apps.offices.actions import appoint, correct_name, end_membership, end_role, update_cluster
from apps.offices.models import Leadership, Membership, OfficeName, Role
from tests.cast import Cast


@pytest.fixture
def secretariat(client: Client, cast: Cast) -> Client:
    client.force_login(cast.secretary)
    return client


def test_the_settings_tell_what_was_done_to_the_cluster(secretariat: Client, cast: Cast) -> None:
    values = {"name": cast.cluster.name, "short_name": "Cụm số 9", "mark": "9", "region": "", "managing_body": ""}
    update_cluster(cluster=cast.cluster, values={**values, "founding_decision": ""}, by=cast.secretary)
    membership = Membership.objects.get(cluster=cast.cluster, office=cast.other_office)
    end_membership(membership=membership, on=date(2019, 12, 31), by=cast.secretary)
    appoint(
        cluster=cast.cluster, year=2019, leader=cast.offices["ca-mau"], deputy=cast.offices["can-tho"],
        by=cast.secretary,
    )  # fmt: skip
    page = secretariat.get("/c/cum-9/settings/").text
    assert "<del>Cụm thi đua số 9</del> → <ins>Cụm số 9</ins>" in page
    assert "Kết thúc tư cách thành viên · Tư cách thành viên · Hậu Giang" in page
    assert "Đến ngày: <del>–</del> → <ins>31/12/2019</ins>" in page
    assert "<del>Kiên Giang</del> → <ins>Cần Thơ</ins>" in page
    assert "2019 · Cụm phó" in page
    assert "Nguyễn Văn Mẫu · " in page


def test_the_member_tells_how_its_name_was_corrected(secretariat: Client, cast: Cast) -> None:
    name = OfficeName.objects.get(office=cast.office)
    values = {field: getattr(name, field) for field in stories.NAMED if not field.startswith("valid")}
    correct_name(name=name, cluster=cast.cluster, values={**values, "short_name": "Bạc Liêu mới"}, by=cast.secretary)
    membership = Membership.objects.get(cluster=cast.cluster, office=cast.office)
    page = secretariat.get(f"/c/cum-9/settings/members/{membership.pk}/").text
    assert "<del>Bạc Liêu</del> → <ins>Bạc Liêu mới</ins>" in page
    assert "Sửa tên" in page


def test_the_people_tell_whose_role_ended(secretariat: Client, cast: Cast) -> None:
    role = Role.objects.get(user=cast.clerk)
    end_role(role=role, cluster=cast.cluster, on=date(2019, 6, 30), by=cast.secretary)
    for address in ("/c/cum-9/people/", f"/c/cum-9/people/{cast.clerk.pk}/"):
        page = secretariat.get(address).text
        assert "Kết thúc vai trò" in page
        assert "<del>–</del> → <ins>30/06/2019</ins>" in page
        assert "Bạc Liêu" in page


def test_a_new_link_is_told_and_its_token_is_not(secretariat: Client, cast: Cast) -> None:
    answer = secretariat.post(f"/c/cum-9/people/{cast.clerk.pk}/link/")
    token = answer.context["link"].split("/")[-2]
    page = secretariat.get(f"/c/cum-9/people/{cast.clerk.pk}/").text
    assert "Cấp đường dẫn mới" in page
    assert f"{timezone.localtime(Invitation.objects.get().expires_at):%d/%m/%Y}" in page
    assert token not in page
    assert Invitation.objects.get().token_hash not in page


def test_neither_roles_nor_links_of_another_cluster_are_told(secretariat: Client, cast: Cast) -> None:
    Role.objects.create(user=cast.clerk, kind="head", office=cast.foreign_office, valid_from=date(2019, 1, 1))
    assert "Hà Giang" not in secretariat.get(f"/c/cum-9/people/{cast.clerk.pk}/").text


@pytest.mark.parametrize("who", ["clerk", "leader"])
def test_only_those_who_manage_the_cluster_read_its_history(client: Client, cast: Cast, who: str) -> None:
    client.force_login(getattr(cast, who))
    membership = Membership.objects.get(cluster=cast.cluster, office=cast.office)
    for address in ("/c/cum-9/settings/", f"/c/cum-9/settings/members/{membership.pk}/"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert 'id="history"' not in answer.text


def test_a_removed_row_keeps_its_story(cast: Cast) -> None:
    Leadership.objects.filter(year=2019, kind="deputy").delete()
    removed = [entry for entry in stories.story_of_cluster(cast.cluster) if entry.label == "delete"]
    assert [(change.before, change.after) for entry in removed for change in entry.changes] == [("Kiên Giang", "")]


def test_the_cost_of_a_person_does_not_grow_with_the_history(secretariat: Client, cast: Cast, costs) -> None:
    role = Role.objects.get(user=cast.clerk)
    days = iter(range(1, 29))

    def add(count: int) -> None:
        for _number in range(count):
            end_role(role=role, cluster=cast.cluster, on=date(2019, 6, next(days)), by=cast.secretary)

    costs(17, add=add, read=lambda: secretariat.get(f"/c/cum-9/people/{cast.clerk.pk}/"))
