"""Pages of a cluster: what they show, what they cost, and that a refusal stands at its field."""

from datetime import date

import pytest
from django.test import Client

from apps.accounts.models import Invitation, User
from apps.offices.enums import RoleKind
from apps.offices.models import Cluster, Leadership, Membership, Role
from tests.cast import Cast, make_office, make_user


@pytest.fixture
def secretariat(client: Client, cast: Cast) -> Client:
    client.force_login(cast.secretary)
    return client


def test_the_cost_of_the_settings_does_not_grow_with_members(secretariat: Client, cast: Cast, costs) -> None:
    made = iter(range(100))

    def add(count: int) -> None:
        for number in (next(made) for _ in range(count)):
            office = make_office(f"them-{number}", f"Thêm {number}", f"tỉnh Thêm {number}")
            Membership.objects.create(cluster=cast.cluster, office=office, position=10, valid_from=date(2019, 1, 1))

    costs(18, add=add, read=lambda: secretariat.get("/c/cum-9/settings/"))  # six of them for the history


def test_the_cost_of_the_people_does_not_grow_with_roles(secretariat: Client, cast: Cast, costs) -> None:
    made = iter(range(100))

    def add(count: int) -> None:
        for number in (next(made) for _ in range(count)):
            user = make_user(f"them.{number}", f"Người Thêm {number}")
            Role.objects.create(user=user, kind=RoleKind.CLERK, office=cast.office, valid_from=date(2019, 1, 1))

    costs(14, add=add, read=lambda: secretariat.get("/c/cum-9/people/"))  # four of them for the history


def test_the_cost_of_the_list_does_not_grow_with_clusters(client: Client, cast: Cast, costs) -> None:
    client.force_login(cast.administrator)
    made = iter(range(100))

    def add(count: int) -> None:
        for number in (next(made) for _ in range(count)):
            Cluster.objects.create(code=f"them-{number}", name="Cụm", short_name=f"Cụm {number}")

    costs(4, add=add, read=lambda: client.get("/clusters/"))


def test_members_see_the_members_and_no_buttons(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    page = client.get("/c/cum-9/settings/").text
    assert "Văn phòng Đoàn ĐBQH tỉnh Hậu Giang" in page
    assert "Thêm Văn phòng" not in page
    assert "/c/cum-9/people/" not in page


def test_the_link_is_shown_once_and_opens(secretariat: Client, cast: Cast) -> None:
    values = {"full_name": "Ngô Văn Mới Mẫu", "username": "moi.vao", "kind": "clerk", "valid_from": "01/01/2019"}
    answer = secretariat.post("/c/cum-9/people/invite/", {**values, "office": cast.other_office.pk})
    link = answer.context["link"]
    assert link in answer.text
    assert Client().get(link).status_code == 200
    again = secretariat.post(f"/c/cum-9/people/{User.objects.get(username='moi.vao').pk}/link/")
    assert Client().get(link).status_code == 410
    assert Client().get(again.context["link"]).status_code == 200
    assert link.split("/")[-2] not in secretariat.get("/c/cum-9/people/").text


@pytest.mark.parametrize(
    ("field", "value"),
    [("username", "thu.ky"), ("username", "Có Dấu"), ("office", ""), ("valid_from", "31/06/2019"), ("full_name", " ")],
)
def test_a_refused_invitation_says_where_and_makes_nothing(
    secretariat: Client, cast: Cast, field: str, value: str
) -> None:
    values = {"full_name": "Ngô Văn Mới", "username": "moi.vao", "kind": "clerk", "valid_from": "01/01/2019"}
    answer = secretariat.post("/c/cum-9/people/invite/", {**values, "office": cast.office.pk, field: value})
    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    assert not User.objects.filter(username="moi.vao").exists()
    assert not Invitation.objects.exists()


def test_an_overlapping_membership_is_a_message(secretariat: Client, cast: Cast) -> None:
    row = Membership.objects.get(office=cast.office)
    row.valid_to = date(2030, 12, 31)
    row.save()
    answer = secretariat.post(
        "/c/cum-9/settings/members/known/", {"office": cast.office.pk, "valid_from": "01/01/2025"}
    )
    assert answer.status_code == 200
    assert "Văn phòng đã là thành viên" in answer.text


def test_the_order_is_changed_by_its_buttons(secretariat: Client, cast: Cast) -> None:
    row = Membership.objects.get(office__code="kien-giang")
    answer = secretariat.post(f"/c/cum-9/settings/members/{row.pk}/move/", {"direction": "up"})
    assert answer["Location"] == "/c/cum-9/settings/#members"
    assert Membership.objects.get(pk=row.pk).position == 1


def test_leadership_of_another_year_is_reached_by_its_number(secretariat: Client, cast: Cast) -> None:
    assert secretariat.get("/c/cum-9/settings/leadership/", {"year": "2020"})["Location"].endswith("/2020/")
    assert secretariat.get("/c/cum-9/settings/leadership/", {"year": "xx"})["Location"] == "/c/cum-9/settings/"
    posted = {"leader": cast.offices["kien-giang"].pk, "deputy": cast.office.pk}
    assert secretariat.post("/c/cum-9/settings/leadership/2020/", posted).status_code == 302
    assert Leadership.objects.filter(year=2020).count() == 2
    # From now on the year is another office's.
    assert secretariat.post("/c/cum-9/settings/leadership/2020/", posted).status_code == 403
