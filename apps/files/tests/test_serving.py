"""A file is given out so that a browser shows or saves it and does nothing else with it."""

from typing import Any

import pytest
from django.test import RequestFactory

from apps.files.access import Link, readable, register_access
from apps.files.actions import store
from apps.files.serving import serve

pytestmark = pytest.mark.django_db


def link(content: bytes = b"0123456789", content_type: str = "application/pdf", name: str = "a.pdf") -> Link:
    return Link(store(content=content, name="kept", content_type=content_type, by=None), name)


def get(given: Link, path: str = "/", **headers: str) -> Any:
    answer: Any = serve(RequestFactory().get(path, headers=headers), given)
    body = b"".join(answer) if answer.streaming else answer.content
    for close in answer._resource_closers:  # answer.close() would end the test's connection as well
        close()
    return answer, body


@pytest.mark.parametrize(
    ("content_type", "shown", "sent"),
    [
        ("application/pdf", "inline", "application/pdf"),
        ("image/jpeg", "inline", "image/jpeg"),
        ("image/webp", "inline", "image/webp"),
        ("text/plain", "inline", "text/plain; charset=utf-8"),
        ("image/heic", "attachment", "image/heic"),
        ("text/csv", "attachment", "text/csv"),
        ("text/html", "attachment", "application/octet-stream"),
        ("image/svg+xml", "attachment", "application/octet-stream"),
        ("application/msword", "attachment", "application/msword"),
    ],
)
def test_only_harmless_formats_are_shown(content_type: str, shown: str, sent: str):
    answer, _body = get(link(content_type=content_type))
    assert answer["Content-Disposition"].split(";")[0] == shown
    assert answer["Content-Type"] == sent
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer["Content-Security-Policy"].endswith("; sandbox") is (content_type != "application/pdf")
    assert answer["Cache-Control"] == "private, no-cache"


def test_a_vietnamese_name_goes_with_it():
    answer, _body = get(link(name='Biên bản "số 1".pdf'))
    assert (
        answer["Content-Disposition"] == "inline; filename*=utf-8''Bi%C3%AAn%20b%E1%BA%A3n%20%22s%E1%BB%91%201%22.pdf"
    )
    answer, _body = get(link(name='so "1".pdf'), "/?download")
    assert answer["Content-Disposition"] == 'attachment; filename="so \\"1\\".pdf"'


@pytest.mark.parametrize(
    ("asked", "status", "body", "said"),
    [
        ("bytes=0-3", 206, b"0123", "bytes 0-3/10"),
        ("bytes=4-", 206, b"456789", "bytes 4-9/10"),
        ("bytes=-3", 206, b"789", "bytes 7-9/10"),
        ("bytes=8-99", 206, b"89", "bytes 8-9/10"),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=5-2", 416, b"", "bytes */10"),
        ("bytes=-0", 416, b"", "bytes */10"),
        ("bytes=0-1,4-5", 200, b"0123456789", None),
        ("bytes=-", 200, b"0123456789", None),
        ("lines=1-2", 200, b"0123456789", None),
    ],
)
def test_a_range_of_bytes(asked: str, status: int, body: bytes, said: str | None):
    answer, found = get(link(), Range=asked)
    assert (answer.status_code, found, answer.get("Content-Range")) == (status, body, said)


def test_a_range_of_another_content_is_the_whole():
    answer, found = get(link(), **{"Range": "bytes=0-3", "If-Range": '"other"'})
    assert (answer.status_code, found) == (200, b"0123456789")


def test_what_the_browser_has_is_not_sent_again():
    given = link()
    answer, body = get(given, **{"If-None-Match": f'"{given.file.sha256}"'})
    assert (answer.status_code, body) == (304, b"")


def test_nobody_reads_a_file_by_itself(cast, client):
    given = link()
    assert readable(cast.secretary, "nothing", given.file.pk) is None
    client.force_login(cast.administrator)
    assert client.get(f"/files/nothing/{given.file.pk}/").status_code == 404


def test_a_link_is_asked_for_each_time(cast, client, monkeypatch):
    from apps.files import access

    monkeypatch.setattr(access, "_accesses", {})
    given = link()
    register_access("trial", lambda user, pk: given if (user, pk) == (cast.clerk, 7) else None)
    client.force_login(cast.clerk)
    assert b"".join(client.get("/files/trial/7/").streaming_content) == b"0123456789"
    assert client.get("/files/trial/8/").status_code == 404
    client.force_login(cast.other)
    assert client.get("/files/trial/7/", headers={"If-None-Match": f'"{given.file.sha256}"'}).status_code == 404
