"""Who gets in where: one table of role × object × state × action. The words of its rows.

tests/test_permissions.py walks every URL pattern of the project, with every role of tests/cast.py, through these rows.
A pattern without a row fails there, and so does a row without a pattern.

To add an address, add rows to the module of its app in this package (`table.py` puts them together):

    Row("activities:record", "own draft record", get=may(OFFICE | READS_ALL)),
    Row("activities:delete", "own draft record", post=may(OFFICE | SECRETARY, refused=LEADER)),

- The place is a name from tests/permissions/places.py (or of a module beside it that `table.py` imports), where each
  says what stands in the address; add yours there.
- `may(those who get in, refused=those who see it but may not do this: 403)`; all others get 404, and nobody, who is not
  signed in, is sent to sign in (unless named). Without `get` or `post` that method is closed to everyone.
- `data` is a small, safe body for POST; every request is rolled back. `query` is what follows the question mark.
- An address with a period needs a row for a draft and for a published one; an address with a number (`<int:pk>`)
  needs a row for something own and for something of another (or says in `why_not` why there is no such thing).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Answer(StrEnum):
    OPEN = "open"  # 200, a form shown again, or on to another page
    REFUSED = "refused"  # 403: seen, but not allowed
    UNKNOWN = "unknown"  # 404: they may not know that it exists
    SIGN_IN = "sign in"
    CLOSED = "closed"  # any of the three, or 405: nobody does this here


Roles = frozenset[str]
Answers = Mapping[str, Answer]


def _role(name: str) -> Roles:
    return frozenset({name})


SECRETARY, HEAD, CLERK, OTHER = _role("secretary"), _role("head"), _role("clerk"), _role("other")
LEADER, ADMINISTRATOR, STRANGER, NOBODY = _role("leader"), _role("administrator"), _role("stranger"), _role("nobody")

OFFICE = HEAD | CLERK  # Bạc Liêu, whose things are called “own”
READS_ALL = SECRETARY | LEADER
OFFICES = OFFICE | OTHER | SECRETARY  # people at a desk of a member office
MEMBERS = OFFICES | LEADER
KNOW_THE_CLUSTER = MEMBERS | ADMINISTRATOR
SIGNED_IN = KNOW_THE_CLUSTER | STRANGER
EVERYBODY = SIGNED_IN | NOBODY
NO_ONE: Roles = frozenset()
ROLES = ("secretary", "head", "clerk", "other", "leader", "administrator", "stranger", "nobody")


def may(those: Roles, *, refused: Roles = NO_ONE) -> Answers:
    """Those get in, the refused see it but get 403, all others get 404, nobody is sent to sign in."""
    if both := those & refused:
        raise ValueError(f"{', '.join(sorted(both))}: allowed and refused in one row")

    def answer(role: str) -> Answer:
        if role in those:
            return Answer.OPEN
        if role in refused:
            return Answer.REFUSED
        return Answer.SIGN_IN if role == "nobody" else Answer.UNKNOWN

    return {role: answer(role) for role in ROLES}


CLOSED: Answers = dict.fromkeys(ROLES, Answer.CLOSED)


@dataclass(frozen=True)
class Row:
    url: str
    place: str = "nothing"
    get: Answers = field(default_factory=lambda: CLOSED)
    post: Answers = field(default_factory=lambda: CLOSED)
    data: Mapping[str, object] = field(default_factory=dict)
    query: str = ""
    why_not: str = ""

    def __str__(self) -> str:
        return f"{self.url} · {self.place}{' ?' + self.query if self.query else ''}"
