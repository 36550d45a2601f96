"""Who may read a stored file: nobody by itself. Upper floors register the links by which it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from apps.accounts.models import User
from apps.files.models import StoredFile


@dataclass(frozen=True)
class Link:
    """A stored file as one line calls it."""

    file: StoredFile
    name: str


Access = Callable[[User, int], Link | None]
_accesses: dict[str, Access] = {}


def register_access(kind: str, access: Access) -> None:
    """Called in `apps.py: ready()`. `access(user, pk)` gives the file behind link number `pk` of that kind, or None
    where the user may not read it, where it was removed, and where it never was: nobody can tell these apart.

    Addresses name the link (/files/<kind>/<pk>/), never the content: who knows a hash knows nothing, and a link that
    was removed opens nothing more, whoever else still links the same content.
    """
    _accesses[kind] = access


def readable(user: User, kind: str, pk: int) -> Link | None:
    access = _accesses.get(kind)
    return access(user, pk) if access else None
