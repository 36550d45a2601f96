"""The link with which an invited person sets a first password."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from apps.accounts import actions
from apps.accounts.models import Invitation, User
from tests.cast import Cast

NEW = {"new_password1": "mat-khau-that-dai", "new_password2": "mat-khau-that-dai"}


@pytest.fixture
def invited(db: None) -> User:
    return actions.create_user(username="moi.vao", full_name="Ngô Văn Mới Mẫu", by=None)


def test_only_the_hash_of_the_token_is_kept(invited: User) -> None:
    token = actions.invite(user=invited, by=None)
    row = Invitation.objects.get(user=invited)
    assert row.token_hash == actions.token_hash(token)
    assert token not in str(vars(row))
    assert len(token) >= 43  # 256 bits


def test_the_link_sets_a_password_signs_in_and_is_used_up(client: Client, invited: User) -> None:
    url = f"/invitations/{actions.invite(user=invited, by=None)}/"
    assert "moi.vao" in client.get(url).text
    former = client.session.session_key
    answer = client.post(url, NEW)
    assert answer.status_code == 302
    assert client.session["_auth_user_id"] == str(invited.pk)
    assert client.session.session_key != former
    invited.refresh_from_db()
    assert invited.check_password("mat-khau-that-dai")
    again = Client().get(url)
    assert again.status_code == 410
    assert "Đường dẫn này đã được dùng" in again.text
    assert Client().post(url, NEW).status_code == 410


def test_a_link_opened_in_somebody_elses_session_becomes_the_invited_persons(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    invited = actions.create_user(username="moi.vao", full_name="Ngô Văn Mới Mẫu", by=None)
    client.post(f"/invitations/{actions.invite(user=invited, by=None)}/", NEW)
    assert client.session["_auth_user_id"] == str(invited.pk)


def test_expired_revoked_and_unknown_links_say_so(client: Client, invited: User) -> None:
    first = actions.invite(user=invited, by=None)
    second = actions.invite(user=invited, by=None)
    revoked = client.get(f"/invitations/{first}/")
    assert revoked.status_code == 410
    assert "thay bằng đường dẫn mới" in revoked.text
    past = timezone.now() - timedelta(days=30)
    Invitation.objects.filter(token_hash=actions.token_hash(second)).update(
        created_at=past, expires_at=past + timedelta(days=14)
    )
    expired = client.get(f"/invitations/{second}/")
    assert expired.status_code == 410
    assert "đã hết hạn" in expired.text
    unknown = client.get("/invitations/khong-co/")
    assert unknown.status_code == 404
    assert "Không có đường dẫn này" in unknown.text


def test_a_closed_account_cannot_be_opened_by_its_link(client: Client, invited: User) -> None:
    url = f"/invitations/{actions.invite(user=invited, by=None)}/"
    User.objects.filter(pk=invited.pk).update(is_active=False)
    assert client.get(url).status_code == 404
    assert client.post(url, NEW).status_code == 404


@pytest.mark.parametrize("password", ["ngan", "password123456", "moi.vao.moi"])
def test_weak_passwords_are_refused(client: Client, invited: User, password: str) -> None:
    url = f"/invitations/{actions.invite(user=invited, by=None)}/"
    answer = client.post(url, {"new_password1": password, "new_password2": password})
    invited.refresh_from_db()
    if password != "moi.vao.moi":
        assert answer.status_code == 200
        assert not invited.has_usable_password()


def test_two_people_at_once_use_a_link_once(invited: User) -> None:
    token = actions.invite(user=invited, by=None)
    row = Invitation.objects.get(token_hash=actions.token_hash(token))
    actions.accept_invitation(invitation=row, password="mat-khau-that-dai")
    with pytest.raises(ValidationError):
        actions.accept_invitation(invitation=row, password="mot-mat-khau-khac")
    invited.refresh_from_db()
    assert invited.check_password("mat-khau-that-dai")


def test_a_user_name_is_taken_whatever_its_case(cast: Cast) -> None:
    with pytest.raises(ValidationError) as refused:
        actions.create_user(username="THU.KY", full_name="Một Người Khác", by=None)
    assert "username" in refused.value.message_dict


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("invitation_one_open", {}),
        ("invitation_accepted_or_revoked", {"accepted_at": timezone.now(), "revoked_at": timezone.now()}),
        ("invitation_expires_later", {"expires_at": timezone.now() - timedelta(days=99), "revoked_at": timezone.now()}),
    ],
)
def test_constraints(invited: User, name: str, fields: dict[str, object]) -> None:
    actions.invite(user=invited, by=None)
    values: dict[str, object] = {"token_hash": "x", "expires_at": timezone.now() + timedelta(days=1), **fields}
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Invitation.objects.create(user=invited, **values)


def test_two_users_cannot_share_a_name_in_another_case(cast: Cast) -> None:
    with pytest.raises(IntegrityError, match="user_username_unique"), transaction.atomic():
        User.objects.create(username="Thu.Ky", full_name="Ai đó")


def test_a_user_has_a_full_name(db: None) -> None:
    with pytest.raises(IntegrityError, match="user_full_name_given"), transaction.atomic():
        User.objects.create(username="ai.do", full_name="")
