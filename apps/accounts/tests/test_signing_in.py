"""Signing in and out, the throttle, and where one is led afterwards."""

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse

from apps.accounts import throttle
from tests.cast import Cast

PASSWORD = "mot-mat-khau-dai"
SIGN_IN = "/sign-in/"


def sign_in(client: Client, username: str = "thu.ky", password: str = PASSWORD, **more: str):
    return client.post(SIGN_IN, {"username": username, "password": password, **more})


def test_the_page_is_vietnamese_whatever_the_browser_asks_for(client: Client, db: None) -> None:
    page = client.get(SIGN_IN, headers={"accept-language": "en"})
    assert "Đăng nhập" in page.text
    assert "Sign in" not in page.text


def test_the_user_name_is_read_without_case(client: Client, cast: Cast) -> None:
    answer = sign_in(client, "THU.KY")
    assert answer.status_code == 302
    assert answer["Location"] == "/"
    assert client.session["_auth_user_id"] == str(cast.secretary.pk)


def test_a_wrong_password_opens_nothing(client: Client, cast: Cast) -> None:
    answer = sign_in(client, password="sai")
    assert answer.status_code == 200
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in answer.text
    assert "_auth_user_id" not in client.session


def test_a_closed_account_cannot_sign_in(client: Client, cast: Cast) -> None:
    type(cast.clerk).objects.filter(pk=cast.clerk.pk).update(is_active=False)
    sign_in(client, cast.clerk.username)
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("/account/", "/account/"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("/\\elsewhere.example", "/"),
        ("", "/"),
    ],
)
def test_next_leads_only_to_our_own_pages(client: Client, cast: Cast, to: str, expected: str) -> None:
    assert sign_in(client, next=to)["Location"] == expected
    assert client.get(SIGN_IN, {"next": to})["Location"] == expected  # signed in already


def test_the_session_key_is_new_after_signing_in(client: Client, cast: Cast) -> None:
    client.get(SIGN_IN)
    session = client.session
    session["before"] = 1
    session.save()
    former = str(session.session_key)
    client.cookies[django_settings.SESSION_COOKIE_NAME] = former
    sign_in(client)
    assert client.session.session_key != former


def test_the_language_of_the_account_is_followed(client: Client, cast: Cast) -> None:
    cast.secretary.language = "en"
    cast.secretary.save(update_fields=["language"])
    answer = sign_in(client)
    assert answer.cookies[django_settings.LANGUAGE_COOKIE_NAME].value == "en"
    assert "My account" in client.get("/account/").text


def test_signing_out_is_a_post(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    assert client.get("/sign-out/").status_code == 405
    assert "_auth_user_id" in client.session
    assert client.post("/sign-out/")["Location"] == SIGN_IN
    assert "_auth_user_id" not in client.session


def test_other_pages_are_closed_to_those_who_have_not_signed_in(client: Client, db: None) -> None:
    assert client.get("/account/")["Location"] == f"{reverse('accounts:sign_in')}?next=/account/"


# The throttle ---------------------------------------------------------------------------------------------------------
def test_ten_failures_then_even_the_right_password_waits(client: Client, cast: Cast) -> None:
    for _ in range(throttle.FAILURES):
        assert sign_in(client, password="sai").status_code == 200
    answer = sign_in(client)
    assert answer.status_code == 429
    assert "15 phút" in answer.text
    assert "_auth_user_id" not in client.session


def test_another_user_name_or_address_is_not_held_back(client: Client, cast: Cast) -> None:
    for _ in range(throttle.FAILURES + 1):
        sign_in(client, password="sai")
    assert sign_in(client, cast.clerk.username).status_code == 302
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert sign_in(elsewhere).status_code == 302


def test_user_names_are_counted_without_case_and_accents(client: Client, cast: Cast) -> None:
    for _ in range(throttle.FAILURES):
        sign_in(client, "Thu.Ky", "sai")
    assert sign_in(client, "thu.ky").status_code == 429


def test_a_success_clears_the_count(client: Client, cast: Cast) -> None:
    for _ in range(throttle.FAILURES - 1):
        sign_in(client, password="sai")
    assert sign_in(client).status_code == 302
    for _ in range(throttle.FAILURES):
        assert sign_in(client, password="sai").status_code == 200


def test_waiting_does_not_prolong_itself() -> None:
    who = {"username": "ai.do", "address": "192.0.2.1"}
    waits = [throttle.waiting_time(**who, now=1000.0 + each) for each in range(throttle.FAILURES + 3)]
    assert waits[: throttle.FAILURES] == [0] * throttle.FAILURES
    assert waits[throttle.FAILURES :] == [890, 889, 888]
