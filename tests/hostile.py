"""The hostile environment of every test: what would pass unnoticed elsewhere fails here (a plugin of pytest).

Warnings, among them that of an unordered list that is paged, are errors by pytest.ini.
"""

import ipaddress
import socket
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings as django_settings
from django.utils import translation

ROOT = Path(__file__).resolve().parent.parent
OURS = (str(ROOT / "templates"), str(ROOT / "apps"))


class UndefinedVariableError(AssertionError):
    """One of our templates shows a variable that nobody gave it."""


class NetworkUsedError(AssertionError):
    """A test, or what it tests, speaks to another machine."""


class Undefined(str):
    """Stands for `string_if_invalid`: true, and then raising, in our own templates; empty in those of packages.

    Django asks it `if it:`, then `"%s" in it`, then `it % name`; each time the caller's `context` knows the template.
    """

    def __bool__(self) -> bool:
        return _template_name(sys._getframe(1).f_locals.get("context")).startswith(OURS)

    def __contains__(self, part: object) -> bool:
        return part == "%s"

    def __mod__(self, name: Any) -> str:
        where = _template_name(sys._getframe(1).f_locals.get("context"))
        raise UndefinedVariableError(f"{{{{ {name} }}}} is not defined in {where}")


def _template_name(context: Any) -> str:
    """The file being rendered, not the one that includes it. A template given as a string in a test counts as ours."""
    template = getattr(getattr(context, "render_context", None), "template", None) or getattr(context, "template", None)
    name = getattr(getattr(template, "origin", None), "name", "")
    return OURS[0] if name == "<unknown source>" else str(name)


def pytest_configure(config: pytest.Config) -> None:
    # In the settings, not in the engine: some tests make the engine anew.
    for engine in django_settings.TEMPLATES:
        engine["OPTIONS"]["string_if_invalid"] = Undefined()  # type: ignore[index]
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    django_settings.STORAGES = {**django_settings.STORAGES, "staticfiles": plain}
    django_settings.STATIC_ROOT = Path(tempfile.mkdtemp(prefix="static-"))  # empty: found by the finders instead
    django_settings.WHITENOISE_USE_FINDERS = django_settings.WHITENOISE_AUTOREFRESH = True
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # The live server's threads would keep theirs beyond the end, and the test database could not be removed.
    django_settings.DATABASES["default"]["CONN_MAX_AGE"] = 0
    # No worker listens to a test, and none of a house nearby may hear it.
    django_settings.CELERY_BROKER_URL = "memory://"
    django_settings.CELERY_TASK_ALWAYS_EAGER = False


def pytest_unconfigure(config: pytest.Config) -> None:
    Path(django_settings.STATIC_ROOT).rmdir()


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Loopback, sockets of files, and the broker that the environment names."""
    allowed = {"localhost", urlsplit(django_settings.REDIS_URL).hostname}
    real = socket.socket.connect, socket.socket.connect_ex

    def guarded(connect: Callable[..., Any]) -> Callable[..., Any]:
        def inner(self: socket.socket, address: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6):
                host = str(address[0])
                if host not in allowed and not _is_loopback(host):
                    raise NetworkUsedError(f"A test may not speak to {host}")
            return connect(self, address)

        return inner

    socket.socket.connect, socket.socket.connect_ex = guarded(real[0]), guarded(real[1])  # type: ignore[method-assign]
    yield
    socket.socket.connect, socket.socket.connect_ex = real  # type: ignore[method-assign]


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def own_surroundings(settings: Any, tmp_path: Path) -> Iterator[None]:
    """Vietnamese, files of its own, and a part of the cache that no other test and no other worker sees."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.CACHES = {"default": {**settings.CACHES["default"], "KEY_PREFIX": f"test-{uuid.uuid4().hex}"}}
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def costs(django_assert_num_queries: Any) -> Callable[..., None]:
    """costs(7, add=make_some, read=get_page): the same literal number of queries at 1 and at 3 items."""

    def check(queries: int, *, add: Callable[[int], object], read: Callable[[], object]) -> None:
        add(1)
        read()  # what is loaded once for all (content types, compiled templates) is not counted
        with django_assert_num_queries(queries):
            read()
        add(2)
        with django_assert_num_queries(queries):
            read()

    return check
