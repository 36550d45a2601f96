"""Mails that were written to files, because no mail server is set: read here instead of in a mailbox."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.utils import timezone

_NAME = re.compile(r"\d{8}-\d{6}-\d+\.log")  # as Django's backend of files names them
_END = b"\n" + b"-" * 79 + b"\n"  # and what it writes after each mail


@dataclass(frozen=True)
class Letter:
    """`name` is the file's without its ending, and stands in the address."""

    name: str
    written_at: datetime
    subject: str
    to: str
    text: str


def is_kept() -> bool:
    """Whether mails go to files; otherwise a server has them and there is nothing to read here."""
    return str(settings.EMAIL_BACKEND).endswith("filebased.EmailBackend")


def names() -> list[str]:
    """Of all files, the latest first."""
    folder = Path(settings.EMAIL_FILE_PATH)
    if not folder.is_dir():
        return []
    return sorted((path.stem for path in folder.iterdir() if _NAME.fullmatch(path.name)), reverse=True)


def letter(name: str) -> Letter | None:
    """None where there is no such file; a name is never a way out of the folder."""
    path = Path(settings.EMAIL_FILE_PATH) / f"{name}.log"
    if not _NAME.fullmatch(path.name) or path.name != f"{name}.log" or not path.is_file():
        return None
    written = path.read_bytes().replace(b"\r\n", b"\n")
    mails = [message_from_bytes(each, policy=policy.default) for each in written.split(_END) if each.strip()]
    return Letter(
        name=name,
        written_at=datetime.fromtimestamp(path.stat().st_mtime, tz=timezone.get_default_timezone()),
        subject=" · ".join(str(each["subject"] or "") for each in mails),
        to=", ".join(str(each["to"] or "") for each in mails),
        text="\n\n".join(_text(each) for each in mails),
    )


def _text(mail: EmailMessage) -> str:
    part = mail.get_body(preferencelist=("plain",))
    return str(part.get_content()).strip() if part is not None else ""
