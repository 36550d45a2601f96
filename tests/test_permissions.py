"""Walks every address of the project with every role through tests/permissions/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.conf import settings as project
from django.db import connection, reset_queries, transaction
from django.http import HttpResponseBase
from django.shortcuts import resolve_url
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.permissions.places import PLACES, World, make_world
from tests.permissions.table import ROWS
from tests.permissions.words import ROLES, Answer, Row

HERE = "tests/permissions/"
WRITE = re.compile(r"^\s*(INSERT INTO|UPDATE|DELETE FROM)\s+\"?(?!django_session)", re.IGNORECASE)


def patterns(
    resolver: URLResolver | None = None, namespaces: tuple[str, ...] = (), before: str = ""
) -> Iterator[tuple[str, str]]:
    """(name with its namespaces, route) of every pattern of the project."""
    for each in (resolver or get_resolver()).url_patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from patterns(each, (*namespaces, *([each.namespace] if each.namespace else [])), route)
        elif isinstance(each, URLPattern):
            yield ":".join((*namespaces, each.name or "")), route


ROUTES = dict(patterns())


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(MEDIA_ROOT=media):
        made = make_world()
        made.extra["media"] = media
        for arguments in PLACES.values():
            arguments(made)  # what a place makes when it is first asked for is made here, to outlive each test
        yield made
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def cookies(world: World) -> dict[str, SimpleCookie]:
    """Everybody signs in once."""
    kept: dict[str, SimpleCookie] = {}
    for role in ROLES:
        client = Client()
        user = world.cast.people[role]
        if user is not None:
            client.force_login(user)
        kept[role] = client.cookies
    return kept


def test_every_address_has_a_name() -> None:
    assert [route for name, route in patterns() if not name or name.endswith(":")] == []


def test_every_address_has_a_row() -> None:
    without = sorted(f"{name}  /{route}" for name, route in ROUTES.items() if name not in {row.url for row in ROWS})
    assert not without, f"addresses without a row: say in {HERE} who gets in:\n" + "\n".join(without)


def test_every_row_has_an_address() -> None:
    unknown = sorted({row.url for row in ROWS} - set(ROUTES))
    assert not unknown, f"rows of {HERE} whose address does not exist (renamed, removed?):\n" + "\n".join(unknown)


def test_every_object_is_known() -> None:
    unknown = sorted({row.place for row in ROWS} - set(PLACES))
    assert not unknown, f"objects of {HERE} that tests/permissions/places.py does not know: {unknown}"


def test_every_address_is_walked_with_all_its_objects() -> None:
    """Draft and published where there is a period; own and another's where there is one thing of many."""
    lacking = []
    for name, route in ROUTES.items():
        rows = [row for row in ROWS if row.url == name]
        said = " ".join(f"{row.place} {row.query}" for row in rows)
        needed = [word for word in ("draft", "published") if ":period>" in route]
        needed += [word for word in ("own", "another's") if "<int:pk>" in route]
        missing = [word for word in needed if word not in said]
        if rows and missing and not any(row.why_not for row in rows):
            lacking.append(f"{name}: {', '.join(missing)}")
    assert not lacking, f"{HERE}: addresses without a row for an object of this kind:\n" + "\n".join(lacking)


def answer_of(response: HttpResponseBase) -> Answer | None:
    status = response.status_code
    if 300 <= status < 400:
        sign_in = resolve_url(project.LOGIN_URL)
        return Answer.SIGN_IN if response["Location"].startswith(f"{sign_in}?next=") else Answer.OPEN
    if status in {401, 403}:
        return Answer.REFUSED
    if status in {404, 405}:
        return Answer.UNKNOWN if status == 404 else Answer.CLOSED
    return Answer.OPEN if status < 300 or status in {400, 409, 422} else None


def ask(row: Row, method: str, role: str, world: World, cookies: dict[str, SimpleCookie]) -> str:
    """One request, rolled back. Returns what is wrong with the answer, or nothing."""
    client = Client()
    client.cookies = SimpleCookie(cookies[role].output(header="", sep=";"))
    address = reverse(row.url, args=PLACES[row.place](world)) + (f"?{row.query}" if row.query else "")
    reset_queries()  # the log is finite, and one transaction holds the whole walk
    with CaptureQueriesContext(connection) as queries, transaction.atomic():
        response = client.get(address) if method == "GET" else client.post(address, row.data)
        if response.streaming:
            list(response.streaming_content)  # type: ignore[attr-defined]
        transaction.set_rollback(True)
    found = answer_of(response)
    expected = (row.get if method == "GET" else row.post)[role]
    written = [query["sql"] for query in queries if WRITE.match(query["sql"])]
    if method == "GET" and written:
        return f"{method} {address} as {role} writes: {written[0][:160]}"
    if found == expected or (expected == Answer.CLOSED and found not in {Answer.OPEN, None}):
        return ""
    return f"{method} {address} as {role}: expected {expected}, got {found or 'a failure'} ({response.status_code})"


@pytest.mark.django_db  # so that there is a test database for `world`, which lives longer than one test
@pytest.mark.parametrize("row", ROWS, ids=str)
@pytest.mark.django_db
def test_each_role_gets_the_answer_of_the_table(
    row: Row, world: World, cookies: dict[str, SimpleCookie], settings: Any
) -> None:
    settings.MEDIA_ROOT = world.extra["media"]  # the files that the places hold outlive each test, like their rows
    wrong = [found for method in ("GET", "POST") for role in ROLES if (found := ask(row, method, role, world, cookies))]
    assert not wrong, f"{HERE} says otherwise:\n" + "\n".join(wrong)


def test_the_walk_notices_a_missing_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ROUTES, "core:forgotten", "forgotten/")
    with pytest.raises(AssertionError, match="core:forgotten"):
        test_every_address_has_a_row()
