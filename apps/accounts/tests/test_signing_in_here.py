"""Signing in from a page that waits: the rules of the sign-in page, told in JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.test import Client

from apps.accounts import throttle
from apps.accounts.models import User
from tests.cast import Cast

HERE, PASSWORD = "/sign-in/here/", "mot-mat-khau-dai"


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()


def send(client: Client, username: Any = "chuyen.vien", password: Any = PASSWORD, **more: Any) -> Any:
    body = json.dumps({"username": username, "password": password})
    return client.post(HERE, body, content_type="application/json", **more)


def test_a_new_session_and_its_token(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    token = strict.get(HERE).json()["csrf"]
    answer = send(strict, "Chuyen.Vien", headers={"X-CSRFToken": token})
    assert (answer.status_code, answer.json()["user"]) == (200, "chuyen.vien")
    assert strict.session["_auth_user_id"] == str(cast.clerk.pk)
    out = strict.post("/sign-out/", headers={"X-CSRFToken": answer.json()["csrf"]})
    assert out.status_code == 302


def test_a_token_is_needed(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = send(strict)
    assert (answer.status_code, answer.json()) == (403, {"csrf": True})
    assert "_auth_user_id" not in strict.session


def test_the_session_key_is_new_and_nothing_of_the_former_stays(client: Client, cast: Cast) -> None:
    client.force_login(cast.secretary)
    former = str(client.session.session_key)
    assert send(client).status_code == 200
    assert client.session.session_key != former
    assert client.session["_auth_user_id"] == str(cast.clerk.pk)
    client.cookies[django_settings.SESSION_COOKIE_NAME] = former
    assert client.get("/account/").status_code == 302


def test_nobody_learns_whether_an_account_exists(client: Client, cast: Cast) -> None:
    User.objects.filter(pk=cast.head.pk).update(is_active=False)
    answers = [
        send(client, password="sai"), send(client, "khong.co"), send(client, "chanh.vp"),
        send(client, "chanh.vp", "sai"),
    ]  # fmt: skip
    assert {answer.status_code for answer in answers} == {422}
    assert len({answer.content for answer in answers}) == 1
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in answers[0].json()["reason"]
    assert "_auth_user_id" not in client.session


def test_failures_here_and_on_the_page_are_counted_together(client: Client, cast: Cast) -> None:
    for _ in range(throttle.FAILURES - 1):
        assert send(client, password="sai").status_code == 422
    client.post("/sign-in/", {"username": "chuyen.vien", "password": "sai"})
    answer = send(client)
    assert answer.status_code == 429
    assert "15 phút" in answer.json()["reason"]
    assert "_auth_user_id" not in client.session


def test_a_success_clears_the_count(client: Client, cast: Cast) -> None:
    for _ in range(throttle.FAILURES - 1):
        send(client, password="sai")
    assert send(client).status_code == 200
    assert send(client, password="sai").status_code == 422


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b"null", b'"x"', b"{}", b'{"username": "a"}', b'{"username": 1, "password": "x"}', b"\xff",
        b'{"username": "a", "password": ["x"]}', b'{"username": "\\ud800", "password": "x"}', b"[" * 100_000,
        b" " * (3 * 1024 * 1024),
    ],
    ids=range(13),
)  # fmt: skip
def test_what_is_no_name_and_password_is_refused(client: Client, db: None, body: bytes) -> None:
    answer = client.post(HERE, body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["reason"]


def test_a_zero_byte_is_only_a_wrong_name(client: Client, db: None) -> None:
    assert send(client, "a\0b").status_code == 422
