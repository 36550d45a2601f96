"""Mails written to files are read on a page, by administrators alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.mail import EmailMessage, get_connection
from django.test import Client

from apps.core import outbox
from tests.cast import Cast

FILES = "django.core.mail.backends.filebased.EmailBackend"
SECRET = "Nội dung chỉ quản trị đọc: một dòng dài hơn bảy mươi sáu ký tự để thư phải mã hoá và ngắt dòng cho đúng."


@pytest.fixture
def written(settings: Any, tmp_path: Path) -> Path:
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = FILES, str(tmp_path / "mail")
    open_at_once = [get_connection(), get_connection()]  # files are named after the second and the connection
    for subject, connection in zip(("Nhắc việc: 02 việc cần xử lý", "Thư thứ hai"), open_at_once, strict=True):
        EmailMessage(subject, SECRET, to=["can.bo@example.vn"], connection=connection).send()
    return tmp_path / "mail"


def test_an_administrator_lists_and_reads_them(cast: Cast, client: Client, written: Path) -> None:
    client.force_login(cast.administrator)
    shown = client.get("/outbox/").content.decode()
    assert "Nhắc việc: 02 việc cần xử lý" in shown
    assert "can.bo@example.vn" in shown
    assert shown.count("/outbox/2") == 2
    [name] = [name for name in outbox.names() if "Nhắc" in outbox.letter(name).subject]  # type: ignore[union-attr]
    assert SECRET in client.get(f"/outbox/{name}/").content.decode()


@pytest.mark.parametrize("who", ["secretary", "head", "leader", "stranger"])
def test_nobody_else_knows_of_them(cast: Cast, client: Client, written: Path, who: str) -> None:
    client.force_login(cast.people[who])  # type: ignore[arg-type]
    assert client.get("/outbox/").status_code == 404
    assert client.get(f"/outbox/{outbox.names()[0]}/").status_code == 404


def test_a_name_leads_nowhere_else(written: Path) -> None:
    (written.parent / "secret.log").write_text("no")
    (written / "notes.log").write_text("no")
    (written / "20190701-080000-1.txt").write_text("no")
    for name in ("../secret", "notes", "20190701-080000-1", "", "20190701-080000-2"):
        assert outbox.letter(name) is None
    assert len(outbox.names()) == 2


def test_two_mails_of_one_connection_stand_in_one_file(settings: Any, tmp_path: Path) -> None:
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = FILES, str(tmp_path / "mail")
    with get_connection() as connection:
        connection.send_messages([EmailMessage(each, each, to=[f"{each}@example.vn"]) for each in ("a", "b")])
    found = outbox.letter(outbox.names()[0])
    assert found is not None
    assert (found.subject, found.to, found.text) == ("a · b", "a@example.vn, b@example.vn", "a\n\nb")


def test_with_a_mail_server_there_is_nothing_to_read(cast: Cast, client: Client, written: Path, settings: Any) -> None:
    name = outbox.names()[0]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    client.force_login(cast.administrator)
    shown = client.get("/outbox/").content.decode()
    assert "Thư được gửi qua máy chủ thư" in shown
    assert "Nhắc việc: 02" not in shown
    assert client.get(f"/outbox/{name}/").status_code == 404


def test_without_mails_the_page_says_so(cast: Cast, client: Client, settings: Any, tmp_path: Path) -> None:
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = FILES, str(tmp_path / "none")
    client.force_login(cast.administrator)
    assert "Chưa có thư nào" in client.get("/outbox/").content.decode()
