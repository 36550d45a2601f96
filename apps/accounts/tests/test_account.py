"""One's own account."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.test import Client

from apps.accounts import actions
from apps.accounts.models import User
from apps.accounts.rules import can_change_own
from tests.cast import Cast

ROLES = ("secretary", "head", "clerk", "other", "leader", "administrator", "stranger")


@pytest.mark.parametrize("role", ROLES)
def test_everybody_changes_their_own_and_nobody_elses(cast: Cast, role: str) -> None:
    user = cast.people[role]
    assert user is not None
    for other in ROLES:
        account = cast.people[other]
        assert account is not None
        assert can_change_own(user, account) is (role == other)


def test_saving_keeps_name_telephone_and_language(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    answer = client.post(
        "/account/",
        {"full_name": "Lê Văn Đổi Tên", "position": "Phó Chánh Văn phòng", "phone": "0291", "language": "en"},
    )  # fmt: skip
    assert answer["Location"] == "/account/"
    cast.clerk.refresh_from_db()
    assert (cast.clerk.full_name, cast.clerk.position, cast.clerk.language) == (
        "Lê Văn Đổi Tên", "Phó Chánh Văn phòng", "en",
    )  # fmt: skip
    assert "Your account has been saved." in client.get("/account/").text


def test_an_empty_name_is_refused_at_its_field(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    answer = client.post("/account/", {"full_name": " ", "language": "vi"})
    assert answer.status_code == 200
    assert "full_name" in answer.context["form"].errors
    cast.clerk.refresh_from_db()
    assert cast.clerk.full_name == "Lê Văn Ví Dụ"


def test_administrator_and_roles_cannot_be_taken_through_the_form(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    client.post("/account/", {"full_name": "A", "language": "vi", "is_administrator": "on", "username": "x"})
    cast.clerk.refresh_from_db()
    assert not cast.clerk.is_administrator
    assert cast.clerk.username == "chuyen.vien"


def test_changing_the_password_asks_for_the_present_one_and_ends_other_sessions(client: Client, cast: Cast) -> None:
    elsewhere = Client()
    elsewhere.force_login(cast.clerk)
    client.force_login(cast.clerk)
    new = {"new_password1": "mat-khau-that-dai", "new_password2": "mat-khau-that-dai"}
    assert client.post("/account/password/", {"old_password": "sai", **new}).status_code == 200
    assert client.post("/account/password/", {"old_password": "mot-mat-khau-dai", **new}).status_code == 302
    assert client.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302


def test_nobody_writes_anothers_account(cast: Cast) -> None:
    with pytest.raises(PermissionDenied):
        actions.update_account(user=cast.clerk, values={"phone": "1"}, by=cast.secretary)
    with pytest.raises(PermissionDenied):
        actions.change_password(user=cast.clerk, password="x", by=cast.administrator)


# The first account ----------------------------------------------------------------------------------------------------
def test_the_first_administrator_gets_a_printed_link(
    db: None, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("create_administrator", "--if-none", "--address", "http://localhost:8103/")
    printed = capsys.readouterr().out
    assert User.objects.get(username="quan.tri").is_administrator
    path = printed.split("http://localhost:8103")[1].strip()
    assert client.get(path).status_code == 200
    call_command("create_administrator", "--if-none")
    assert capsys.readouterr().out == ""
    with pytest.raises(CommandError):
        call_command("create_administrator", "--username", "Quan.Tri")
